/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The terminal: curses on a real one, or on none for headless mode. Starts, stops, suspends and
 * resumes it. Drawing is in painter.h, input in keyboard.h.
 */
#ifndef TRADESCOPE_UI_TERMINAL_H
#define TRADESCOPE_UI_TERMINAL_H

#include <stdbool.h>

#include "base/error.h"
#include "base/text.h"

enum color_use { COLOR_AUTO, COLOR_ALWAYS, COLOR_NEVER };

struct terminal_options {
    enum color_use color; /* COLOR_AUTO honours NO_COLOR; COLOR_ALWAYS overrides it */
    bool has_mouse;
};

/*
 * Starts curses on the terminal of the process: standard input and output if they are one, else
 * /dev/tty. Returns false with the reason and the remedy if there is no usable terminal.
 */
bool terminal_start(const struct terminal_options *options, struct error *error);
/*
 * Starts curses on an invisible screen. Keys are read from the descriptor, as a terminal of type
 * xterm-256color sends them.
 */
bool terminal_start_headless(int width, int height, int input, struct error *error);
/* Ends curses and restores the terminal. Does nothing if it was not started. */
void terminal_stop(void);

bool terminal_is_headless(void);
/* Returns the descriptor of the keyboard. */
int terminal_input(void);
/* Resizes the headless screen. Sizes out of range are ignored. */
void terminal_resize(int width, int height);
/* Call this after curses has resized the window. */
void terminal_note_size(void);
/* Suspends the program (^Z) and returns when it is continued. */
void terminal_suspend(void);
/* Sets up the terminal again after a stop that curses did not see. */
void terminal_resume(void);
/* Makes the next update paint every cell. */
void terminal_repaint(void);
/* Uses the mouse, if the terminal and the command line allow it, or leaves it to the terminal. */
void terminal_offer_mouse(bool is_wanted);
/* Asks for the background (OSC 11). Returns false if this type of terminal will not answer. */
bool terminal_ask_background(void);
/* While a line is typed, the terminal's own mouse functions work: selecting, pasting. */
void terminal_use_mouse(bool is_used);
/* True if pasted text is marked, so that it can be distinguished from keys. */
bool terminal_marks_pastes(void);
/*
 * Copies to the clipboard of the terminal (OSC 52). Returns false if the text is larger than
 * terminals accept.
 */
bool terminal_copy(struct text text, struct error *error);

#endif
