/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reads a line in the last row of the screen with GNU Readline: the user's inputrc, vi mode,
 * history and completion. The painter does all drawing.
 */
#ifndef TRADESCOPE_UI_PROMPT_H
#define TRADESCOPE_UI_PROMPT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "command/completion.h"
#include "view/draw/line.h"

struct prompt {
    const char *label;
    const char *initial;      /* initial text; NULL for none */
    const char *history_name; /* of the kind of line; used in a file name */
    bool ascii;
    /* Draws all but the last row. */
    void (*paint)(void *context);
    /*
     * Called when the text has changed and the user pauses, or there are more rows. `remark` is
     * shown at the right end. Returns false if a key cancelled it.
     */
    bool (*changed)(void *context, const char *line, struct buffer *remark);
    void (*complete)(void *context, const char *line, size_t point, struct completion *completion);
    /* Returns text to show above the line, in one or more rows; empty for nothing. */
    enum role (*explain)(void *context, const char *line, size_t point, struct buffer *text);
    void *context;
};

enum prompt_outcome {
    PROMPT_ENTERED,
    PROMPT_CANCELLED, /* Ctrl-C, Ctrl-D on an empty line, a lone Esc (except in vi mode) */
    PROMPT_LOST,      /* the terminal is gone, or the headless input has ended */
};

/* Reads the inputrc. Call it before the terminal is started, so that errors can be printed. */
void prompt_prepare(void);
/* Sets `line`, which the caller frees, if a line was entered. */
enum prompt_outcome prompt_read(const struct prompt *prompt, char **line);
void prompt_release(void);

#endif
