/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What goes to standard output. Pages for readers are made visible on their way out. Data for other
 * programs are written byte by byte as they are, but to a terminal, which would obey them.
 *
 *     struct output output = {.is_exact = true};
 *     struct sink out = output_sink(&output);
 *     buffer_puts(&out.text, ...);
 *     if (!output_finish(&out))
 *         ... it was said why not ...
 */
#ifndef TRADESCOPE_OUTPUT_H
#define TRADESCOPE_OUTPUT_H

#include <stdbool.h>

#include "base/sink.h"

struct output {
    bool is_exact;    /* data, and no page */
    bool was_changed; /* data had to be made visible */
};

/* The output is borrowed until output_finish(). */
struct sink output_sink(struct output *output);
/* Writes the rest. False where something could not be written; then that was said. */
bool output_finish(struct sink *out);
/* Writes and releases the text, in the same way. */
bool output_put(struct buffer *text, bool is_exact);
/* Writes what stdio still holds, of output that did not come through here. */
bool output_flush(void);

#endif
