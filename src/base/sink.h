/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Text on its way out, which goes piece by piece while it is written, so that memory holds a piece
 * and not the whole:
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
    struct buffer text; /* what was added and not yet handed on */
    /* Takes all of a piece, or fails with errno set; is not called again then. */
    bool (*take)(void *context, struct text piece);
    void *context;
    size_t taken; /* bytes */
    bool has_failed;
    int reason; /* errno, if it failed */
};

/* Hands on what is there once it is worth the call. False where the rest need not be made. */
bool sink_pass(struct sink *sink);
/* Hands on the rest and releases the sink. False where any piece was not taken. */
bool sink_finish(struct sink *sink);

#endif
