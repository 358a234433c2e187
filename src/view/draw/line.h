/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A styled line: text with spans of roles. Views produce lines, and the painter draws them. Text is
 * passed through text_make_visible() when it is added, so that a line contains nothing that could
 * disturb a terminal.
 */
#ifndef TRADESCOPE_VIEW_DRAW_LINE_H
#define TRADESCOPE_VIEW_DRAW_LINE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "base/text.h"

/* The purpose of a piece of text. The painter maps roles to colours and attributes. */
enum role {
    ROLE_PLAIN,
    ROLE_TITLE, /* names of program, file and panes */
    ROLE_FOCUS, /* title and frame of the pane with the keyboard focus */
    ROLE_FRAME,
    ROLE_HEADER, /* names of columns */
    ROLE_DIM,    /* less important: units, sources, hints */
    ROLE_STRONG, /* the headline */
    ROLE_NUMBER, /* the number of a claim within its quote */
    ROLE_EXPORT,
    ROLE_IMPORT,
    ROLE_TARGET,
    ROLE_DERIVED,  /* computed by the program, stated by no source */
    ROLE_GOOD,     /* agrees, ok */
    ROLE_WARN,     /* close, partial */
    ROLE_BAD,      /* conflict, error */
    ROLE_MATCH,    /* found by the search */
    ROLE_CURSOR,   /* the selected line in the focused pane */
    ROLE_SELECTED, /* the selected line in the other panes */
    ROLE_KEY,      /* a key in the function line */
    ROLE_COUNT,
};

struct span {
    size_t start, end; /* bytes of the text */
    enum role role;
};

struct line {
    struct buffer text; /* UTF-8 */
    struct span *spans; /* in order; later ones take precedence */
    size_t span_count, span_capacity;
};

/* Appends text without its control characters. */
void line_add(struct line *line, enum role role, struct text text);
void line_puts(struct line *line, enum role role, const char *string);
void line_printf(struct line *line, enum role role, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
/* Appends another line with its spans. */
void line_join(struct line *line, const struct line *other);
/* Appends the bytes from start to end of another line, with their spans. */
void line_add_part(struct line *line, const struct line *other, size_t start, size_t end);
/* Adds a role to the bytes from start to end, over their present ones. */
void line_mark(struct line *line, enum role role, size_t start, size_t end);
/* Appends blanks up to a width; nothing if the line is longer. */
void line_pad(struct line *line, int cells);
/*
 * Cuts the line to a width. If anything is cut, the last cell shows `mark` ("…", or ">" in ASCII).
 */
void line_cut(struct line *line, int cells, const char *mark);
/* Appends the text right-aligned in a width. A longer text is cut and ends with ">". */
void line_add_right(struct line *line, enum role role, struct text text, int cells);
int line_cells(const struct line *line);
/* Returns the role of the last span over a byte. */
enum role line_role_at(const struct line *line, size_t byte);
/*
 * Replaces everything outside ASCII by the nearest ASCII, and adjusts the spans. Blanks between
 * columns absorb the change in length ("€" to "EUR"); without them the width changes.
 */
void line_make_ascii(struct line *line);
/*
 * Appends the line as plain text with a line break and without trailing blanks; with `ascii`,
 * converts it to ASCII first.
 */
void line_write(struct line *line, bool ascii, struct buffer *out);
/* Empties the line and keeps its memory. */
void line_clear(struct line *line);
void line_release(struct line *line);

#endif
