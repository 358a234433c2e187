/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Input as events: keys with the names of command/command.h, the mouse, resizing, the end of the
 * terminal. For the prompt, where Readline interprets keys, plain bytes.
 *
 * Curses decodes the keys that terminfo knows. All other control sequences are parsed here, so that
 * an unknown one is never taken for commands.
 */
#ifndef TRADESCOPE_UI_KEYBOARD_H
#define TRADESCOPE_UI_KEYBOARD_H

#include <stdbool.h>

#include "ui/terminal_input.h"

enum key_kind {
    KEY_KIND_NAME,
    KEY_KIND_CLICK,
    KEY_KIND_DOUBLE_CLICK,
    KEY_KIND_WHEEL_UP,
    KEY_KIND_WHEEL_DOWN,
    KEY_KIND_PASTE,   /* text was pasted outside of a prompt, and discarded */
    KEY_KIND_RESIZE,  /* the screen must be repainted, possibly in another size */
    KEY_KIND_NOTHING, /* an unknown sequence; a pause in headless mode; news from the background
                         work */
    KEY_KIND_END,     /* the terminal is gone, or the headless input has ended */
};

struct key {
    enum key_kind kind;
    char name[24];   /* "a", "é", "^F", "S-Tab", "M-x" */
    int row, column; /* of the mouse */
};

/* Waits for a key. */
void keyboard_read(struct key *key);
/* True if a key can be read without waiting. */
bool keyboard_is_waiting(void);

/*
 * Returns the next byte for Readline, or one of INPUT_. Reports of the mouse and of the window are
 * removed. A lone Esc is byte 27 with nothing behind it within the escape delay.
 */
int keyboard_read_byte(int milliseconds);
/* Waits for the answer about the background, or for a key; either is then read as usual. */
void keyboard_await_answer(int milliseconds);
/* Before the end: reads an answer that is still awaited, as it would appear in the shell. */
void keyboard_drop_answer(int milliseconds);
/*
 * True if a byte follows within the escape delay, which distinguishes Esc from the start of a
 * sequence.
 */
bool keyboard_has_more(void);

#endif
