/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Standard output. Control characters in pages for readers are made visible. Data for other
 * programs are written unchanged, except to a terminal, which would interpret them.
 *
 *     struct output output = {.is_exact = true};
 *     struct sink out = output_sink(&output);
 *     buffer_puts(&out.text, ...);
 *     if (!output_finish(&out))
 *         ... the error was reported ...
 */
#ifndef TRADESCOPE_OUTPUT_H
#define TRADESCOPE_OUTPUT_H

#include <stdbool.h>

#include "base/atomic_file.h"
#include "base/error.h"
#include "base/sink.h"

struct output {
    bool is_exact;    /* data, not a page */
    bool was_changed; /* control characters in data were made visible */
    const char *path; /* the file to write; NULL for standard output */
    bool replaces;    /* ... although it exists */
    struct atomic_file file;
    struct sink sink;
};

/*
 * Returns the sink of the file or of standard output; NULL, with the reason, if the file exists and
 * is not to be replaced, or cannot be created.
 */
struct sink *output_open(struct output *output, struct error *error);
/* Writes the rest. Returns false if anything could not be written, with the reason for a file; that
 * for standard output was reported. */
bool output_close(struct output *output, struct error *error);

/* Borrows `output` until output_finish(). */
struct sink output_sink(struct output *output);
/* Writes the rest. If anything could not be written, reports it and returns false. */
bool output_finish(struct sink *out);
/* Writes and releases the text in the same way. */
bool output_put(struct buffer *text, bool is_exact);
/* Flushes the output that stdio holds. */
bool output_flush(void);

#endif
