/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What is typed: keys under the names that command/command.h gives them, the mouse, a new size of
 * the window, the end of the terminal. For the prompt, where Readline does the naming, the bytes
 * themselves.
 *
 * Curses reads the keys that the terminal's description knows; all other control sequences are read
 * here, so that an unknown one is never taken for commands.
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
    KEY_KIND_PASTE,   /* text was pasted where keys are expected; it was thrown away */
    KEY_KIND_RESIZE,  /* the screen is to be painted anew, maybe in another size */
    KEY_KIND_NOTHING, /* a sequence that means nothing to us; in the headless mode, a pause; news of
                         what goes on in the background */
    KEY_KIND_END,     /* the terminal is gone, or the headless input at its end */
};

struct key {
    enum key_kind kind;
    char name[24];   /* "a", "é", "^F", "S-Tab", "M-x" */
    int row, column; /* of the mouse */
};

/* Waits for a key. */
void keyboard_read(struct key *key);
/* Whether a key can be read without waiting. */
bool keyboard_is_waiting(void);

/*
 * The next byte for Readline, or one of INPUT_. Reports of the mouse and of the window are taken
 * out; a lone Esc is the byte 27 with nothing behind it within the escape delay.
 */
int keyboard_read_byte(int milliseconds);
/* Whether a byte follows within the escape delay; so Esc is told from the start of a sequence. */
bool keyboard_has_more(void);

#endif
