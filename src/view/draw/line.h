/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A styled line: text, and spans of it that play a role. All that a view makes and all that the
 * painter takes. Text that goes in is made visible first (text_make_visible), so a line holds
 * nothing that could disturb a terminal.
 */
#ifndef TRADESCOPE_VIEW_DRAW_LINE_H
#define TRADESCOPE_VIEW_DRAW_LINE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "base/text.h"

/* What a piece of text is to the reader; the painter gives each role its colours and attributes. */
enum role {
    ROLE_PLAIN,
    ROLE_TITLE, /* names of program, file and panes */
    ROLE_FOCUS, /* title and frame of the pane that keys go to */
    ROLE_FRAME,
    ROLE_HEADER, /* names of columns */
    ROLE_DIM,    /* of less weight: units, sources, hints */
    ROLE_STRONG, /* the headline */
    ROLE_NUMBER, /* the number of a claim within its quote */
    ROLE_EXPORT,
    ROLE_IMPORT,
    ROLE_TARGET,
    ROLE_DERIVED,  /* worked out by the program, stated by nobody */
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
    struct span *spans; /* in order; later ones win where they overlap */
    size_t span_count, span_capacity;
};

/* Appends a piece, made visible. */
void line_add(struct line *line, enum role role, struct text text);
void line_puts(struct line *line, enum role role, const char *string);
void line_printf(struct line *line, enum role role, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
/* Appends the other line with its spans. */
void line_join(struct line *line, const struct line *other);
/* Appends the bytes of the other line from start to end, with their spans. */
void line_add_part(struct line *line, const struct line *other, size_t start, size_t end);
/* The role also for the bytes from start to end; they keep the others below it. */
void line_mark(struct line *line, enum role role, size_t start, size_t end);
/* Blanks up to so many cells; nothing where the line is longer. */
void line_pad(struct line *line, int cells);
/* Cuts to so many cells; the last cell shows `mark` ("…", or ">" in ASCII) where something is cut.
 */
void line_cut(struct line *line, int cells, const char *mark);
/* The text right-aligned in so many cells; where it is longer it is cut, with ">" at the end. */
void line_add_right(struct line *line, enum role role, struct text text, int cells);
int line_cells(const struct line *line);
/* The role at a byte: that of the last span over it. */
enum role line_role_at(const struct line *line, size_t byte);
/*
 * All but ASCII replaced by the nearest ASCII; spans follow. Blanks between columns take up what
 * becomes longer or shorter ("€" to "EUR"); without such blanks the number of cells changes.
 */
void line_make_ascii(struct line *line);
/* Writes the line as plain text with a line break, without blanks at its end; with `ascii` it is
 * made ASCII before. */
void line_write(struct line *line, bool ascii, struct buffer *out);
/* Empties the line and keeps its memory. */
void line_clear(struct line *line);
void line_release(struct line *line);

#endif
