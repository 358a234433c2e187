/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Asks for a line in the last row of the screen: GNU Readline, with the user's inputrc, vi mode,
 * history and completion, while all drawing goes through the painter.
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
    const char *initial;      /* what stands there at first; NULL for nothing */
    const char *history_name; /* of the kind of line, part of a file name */
    bool ascii;
    /* Draws all but the last row. */
    void (*paint)(void *context);
    /* The text is another one and the typist rests, or there are more rows; `remark` is shown at
     * the right end. False where a key came before it was done. */
    bool (*changed)(void *context, const char *line, struct buffer *remark);
    void (*complete)(void *context, const char *line, size_t point, struct completion *completion);
    /* What to say above the line, in one row or several; an empty text for nothing. */
    enum role (*explain)(void *context, const char *line, size_t point, struct buffer *text);
    void *context;
};

enum prompt_outcome {
    PROMPT_ENTERED,
    PROMPT_CANCELLED, /* Ctrl-C, Ctrl-D on an empty line, a lone Esc (in vi mode Esc is vi's) */
    PROMPT_LOST,      /* the terminal is gone, or the headless input at its end */
};

/* Before the terminal is started: reads the inputrc, whose errors then have a place to go. */
void prompt_prepare(void);
/* `line` (the caller's to free) is set when one was entered. */
enum prompt_outcome prompt_read(const struct prompt *prompt, char **line);
void prompt_release(void);

#endif
