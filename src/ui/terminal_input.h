/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What curses reads, one code at a time, and what may come instead: nothing in time, another size
 * of the window, the end. Signals that change the screen (a new size, a stop, a continuation) are
 * let in only while waiting, so that none is seen too late.
 */
#ifndef TRADESCOPE_UI_TERMINAL_INPUT_H
#define TRADESCOPE_UI_TERMINAL_INPUT_H

#include <stdbool.h>

/* What may come instead of a code. */
enum {
    INPUT_NONE = -1,  /* nothing within the time */
    INPUT_PAUSE = -2, /* the headless mode's sign for a longer rest */
    INPUT_END = -3,
    INPUT_RESIZE = -4,
    INPUT_PROGRESS = -5, /* while waiting without end: what idle_work_work() has to tell */
    INPUT_ROWS = -6,
};
#define INPUT_FOREVER (-1)

/* Between terminal_start() and terminal_stop(). */
void terminal_input_start(void);
void terminal_input_stop(void);
/* A byte, with `has_names` a key code of curses, or one of the above. */
int terminal_input_read(int milliseconds, bool has_names);
/* The code is the next to be read; the last that was put back comes first. */
void terminal_input_unread(int code);
/* Whether something was typed that has not been read; takes nothing. */
bool terminal_input_is_typed(void);
/* Whether this was typed among what has not been read: takes it, and leaves the others. */
bool terminal_input_take(int code);
/* Throws away what was typed ahead. */
void terminal_input_flush(void);

#endif
