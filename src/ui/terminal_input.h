/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reads codes from curses one at a time, and reports other events: a timeout, a resize, the end.
 * Signals that change the screen (resize, stop, continue) are unblocked only while waiting, so that
 * none is handled too late.
 */
#ifndef TRADESCOPE_UI_TERMINAL_INPUT_H
#define TRADESCOPE_UI_TERMINAL_INPUT_H

#include <stdbool.h>

/* Results other than a code. */
enum {
    INPUT_NONE = -1,  /* no input in time */
    INPUT_PAUSE = -2, /* a longer pause in headless mode */
    INPUT_END = -3,
    INPUT_RESIZE = -4,
    INPUT_PROGRESS = -5, /* news of idle_work_work(), while waiting without time limit */
    INPUT_ROWS = -6,
};
#define INPUT_FOREVER (-1)

/* Between terminal_start() and terminal_stop(). */
void terminal_input_start(void);
void terminal_input_stop(void);
/* Returns a byte, with `has_names` a key code of curses, or one of the above. */
int terminal_input_read(int milliseconds, bool has_names);
/* Puts a code back. The last one put back is read first. */
void terminal_input_unread(int code);
/* True if input is waiting; does not read it. */
bool terminal_input_is_typed(void);
/* Removes this code from the waiting input and keeps the rest. Returns false if it is not there. */
bool terminal_input_take(int code);
/* Discards all waiting input. */
void terminal_input_flush(void);

#endif
