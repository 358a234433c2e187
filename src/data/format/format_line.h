/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A line of a format file, cut into words. A word in double quotes may hold blanks and is never a
 * sign; | + = alone are signs; # as a word of its own starts a remark.
 */
#ifndef TRADESCOPE_DATA_FORMAT_FORMAT_LINE_H
#define TRADESCOPE_DATA_FORMAT_FORMAT_LINE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "base/text.h"

struct format_word {
    struct text text;
    bool is_quoted;
};

struct format_line {
    struct text text;          /* the whole line without blanks at its ends */
    struct format_word *words; /* owned; kept from line to line */
    size_t count, capacity;
    size_t at; /* the next word to be taken */
    bool is_indented;
};

/* False with the reason where a quote is not closed. The words borrow from `text`. */
bool format_line_split(struct format_line *line, struct text text, struct buffer *reason);
void format_line_release(struct format_line *line);

/* The next word that is no sign; false at the end of the line, or before a sign. */
bool format_line_take(struct format_line *line, struct text *word);
/* Passes over the next word if it is this sign or keyword, unquoted. */
bool format_line_pass(struct format_line *line, const char *keyword);
bool format_line_is_at_end(const struct format_line *line);
/* How the rest of the line is written, with its quotes; takes it all. */
struct text format_line_rest(struct format_line *line);

#endif
