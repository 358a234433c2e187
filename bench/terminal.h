/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a terminal shows of the bytes that a curses program writes to it. Text alone, no colours: it
 * is there to tell when something can be read on the screen. Knows what ncurses uses of
 * xterm-256color for a screen that does not scroll, and one column for each character.
 */
#ifndef TRADESCOPE_BENCH_TERMINAL_H
#define TRADESCOPE_BENCH_TERMINAL_H

#include <stdbool.h>
#include <stddef.h>

enum { TERMINAL_ROWS = 34, TERMINAL_COLUMNS = 120 };

/* Bytes of one character. */
struct glyph {
    char bytes[5];
};

struct terminal {
    struct glyph cells[TERMINAL_ROWS][TERMINAL_COLUMNS];
    struct glyph last; /* what a repetition repeats */
    int row, column;
    int saved_row, saved_column;
    char sequence[64]; /* an escape sequence so far; or the bytes of a character so far */
    size_t length;
    bool is_in_string; /* of an operating system command, which BEL or ESC \\ ends */
};

void terminal_init(struct terminal *terminal);
void terminal_write(struct terminal *terminal, const char *bytes, size_t length);
/* Whether the text stands within a row. */
bool terminal_shows(const struct terminal *terminal, const char *text);
/* Whether there is something in the first row and in the last. */
bool terminal_is_filled(const struct terminal *terminal);
/* Every row as a line, for whoever has to find out what went wrong. */
void terminal_print(const struct terminal *terminal);

#endif
