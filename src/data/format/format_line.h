/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A line of a format file, split into words. A word in double quotes may contain blanks and is
 * never an operator; | + = alone are operators; # as a word of its own starts a comment.
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
    struct text text;          /* the whole line, trimmed */
    struct format_word *words; /* owned; reused for the next line */
    size_t count, capacity;
    size_t at; /* the next word */
    bool is_indented;
};

/* Returns false with the reason if a quote is not closed. The words borrow from `text`. */
bool format_line_split(struct format_line *line, struct text text, struct buffer *reason);
void format_line_release(struct format_line *line);

/* Takes the next word. Returns false at the end of the line, or before an operator. */
bool format_line_take(struct format_line *line, struct text *word);
/* Skips the next word if it is this operator or keyword, unquoted. */
bool format_line_pass(struct format_line *line, const char *keyword);
bool format_line_is_at_end(const struct format_line *line);
/* Takes the rest of the line, as written with its quotes. */
struct text format_line_rest(struct format_line *line);

#endif
