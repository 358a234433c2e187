/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Restores the terminal when the program ends unexpectedly: on a terminating signal, on a crash,
 * without memory, and on exit() from anywhere.
 *
 * Everything is prepared in advance (the bytes that undo the modes of curses, and the line
 * settings), so that a signal handler only calls write() and tcsetattr(). Then the signal has its
 * usual effect, so that the exit status and a sanitizer's report are the usual ones.
 */
#ifndef TRADESCOPE_UI_TERMINAL_RESTORE_H
#define TRADESCOPE_UI_TERMINAL_RESTORE_H

#include <termios.h>

/*
 * Saves the line settings and installs the signal handlers. Call it before curses changes anything.
 */
void terminal_restore_prepare(int terminal);
/*
 * Prepares the bytes that restore the current terminal. Call it again after a resize, as the last
 * row changes.
 */
void terminal_restore_arm(const char *own_modes_off);
/* Nothing needs to be restored from now on. */
void terminal_restore_disarm(void);
/* Restores the terminal at once. Safe in a signal handler. */
void terminal_restore_now(void);

#endif
