/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Gives the terminal back when the program does not end by its own choice: on a signal that asks it
 * to go, on a crash, when memory runs out, on exit() from anywhere.
 *
 * All that is needed is made ready beforehand (the bytes that undo what curses set up, and the
 * settings of the line), so that a signal handler has only write() and tcsetattr() to call. After
 * that the signal does what it would have done without us, so that the exit status and a
 * sanitizer's report are the usual ones.
 */
#ifndef TRADESCOPE_UI_TERMINAL_RESTORE_H
#define TRADESCOPE_UI_TERMINAL_RESTORE_H

#include <termios.h>

/* Remembers the settings of the line, and watches the signals; before curses changes anything. */
void terminal_restore_prepare(int terminal);
/* The bytes that put the terminal back; the escape sequences of the current terminal, from now on
 * also after a resize, when the last row is another one. */
void terminal_restore_arm(const char *own_modes_off);
/* From now on there is nothing to give back. */
void terminal_restore_disarm(void);
/* Puts the terminal back at once. Safe in a signal handler. */
void terminal_restore_now(void);

#endif
