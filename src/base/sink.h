/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Text that is written piece by piece, so that it never lies in memory as a whole:
 *
 *     struct sink out = {.take = write_piece, .context = file};
 *     while (... && sink_pass(&out))
 *         buffer_puts(&out.text, ...);
 *     if (!sink_finish(&out))
 *         report(strerror(out.reason));
 */
#ifndef TRADESCOPE_BASE_SINK_H
#define TRADESCOPE_BASE_SINK_H

#include <stdbool.h>

#include "base/buffer.h"

struct sink {
    struct buffer text; /* added, but not written yet */
    /* Writes all of a piece, or fails with errno set. It is not called again after a failure. */
    bool (*take)(void *context, struct text piece);
    void *context;
    size_t taken; /* bytes */
    bool has_failed;
    int reason; /* errno of the failure, or 0 */
};

/* Writes the text if it is long enough. Returns false if writing failed: the caller can stop. */
bool sink_pass(struct sink *sink);
/* Writes the rest and releases the sink. Returns false if writing has failed. */
bool sink_finish(struct sink *sink);

#endif
