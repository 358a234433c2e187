/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The terminal: curses on a real one, or on none at all for the headless mode. It starts, stops,
 * steps aside for the shell and comes back; what is drawn is the painter's, what is typed the
 * keyboard's.
 */
#ifndef TRADESCOPE_UI_TERMINAL_H
#define TRADESCOPE_UI_TERMINAL_H

#include <stdbool.h>

#include "base/error.h"
#include "base/text.h"

enum color_use { COLOR_AUTO, COLOR_ALWAYS, COLOR_NEVER };

struct terminal_options {
    enum color_use color; /* COLOR_AUTO honours NO_COLOR; COLOR_ALWAYS goes over it */
    bool has_mouse;
};

/*
 * Starts curses on the terminal of the process: standard input and output where they are one, else
 * /dev/tty. False with the reason, and the remedy, where there is no terminal that can be used.
 */
bool terminal_start(const struct terminal_options *options, struct error *error);
/*
 * Starts curses on a screen that nobody sees. Keys are read from the descriptor, as a terminal of
 * type xterm-256color sends them.
 */
bool terminal_start_headless(int width, int height, int input, struct error *error);
/* Ends curses; the terminal is as it was before. Does nothing where none was started. */
void terminal_stop(void);

bool terminal_is_headless(void);
/* The descriptor that keys come from. */
int terminal_input(void);
/* Another size: of the headless screen. Out of range sizes are ignored. */
void terminal_resize(int width, int height);
/* After curses took another size of the window. */
void terminal_note_size(void);
/* Steps aside (^Z) and returns when the shell brings the program back to the front. */
void terminal_suspend(void);
/* After a stop that curses did not see: sets the terminal up anew. */
void terminal_resume(void);
/* The next update paints every cell, whatever curses thinks is there. */
void terminal_repaint(void);
/* While a line is typed the terminal's own mouse works: selecting, pasting. */
void terminal_use_mouse(bool is_used);
/* True where a pasted text arrives with marks around it, so that it can be told from keys. */
bool terminal_marks_pastes(void);
/* To the clipboard of the terminal (OSC 52). False where the text is larger than terminals take. */
bool terminal_copy(struct text text, struct error *error);

#endif
