/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A page: a view over lines that are written once. Help, explanations and lists to choose from are
 * pages. Search and scrolling work in all of them.
 */
#ifndef TRADESCOPE_VIEW_PAGE_H
#define TRADESCOPE_VIEW_PAGE_H

#include <stdbool.h>

#include "view/view.h"

struct workspace;

struct page_line {
    struct line line;
    size_t row;   /* a claim; NO_ROW for none */
    char *value;  /* owned: passed on when the line is chosen; NULL for a line to read */
    int indent;   /* of the further rows of a wrapped line */
    size_t place; /* index among the lines with a value, from 1; for other lines that of the last
                     one before */
    size_t name;  /* length of the line's name in bytes; 0 for a line without columns */
};

/* Called when a line is chosen, after the page is closed. `value` lives until the call returns. */
typedef void page_choice(struct workspace *workspace, size_t row, const char *value);

/* What a page is of, for writing it as a table. */
struct page_subject {
    const char *name; /* "mirror"; NULL for a page of text */
    struct period period;
    char *product; /* owned; NULL for all goods */
};

struct page;
/* `title` is copied; `choose` may be NULL for a page to read. */
struct page *page_new(const char *title, page_choice *choose);
/* A choice of claims: selects the one at the cursor, and goes to its source. */
void page_choose_claim(struct workspace *workspace, size_t row, const char *value);
/* Appends a line, which the caller writes before appending the next. */
struct line *page_add(struct page *page, size_t row, const char *value, int indent);
/*
 * Ends the name of the last line; columns follow. All names of a page get the width of the widest,
 * or what the columns leave; longer ones are cut.
 */
void page_end_name(struct page *page);
/* Names the key that goes from claim to claim in the function line. */
void page_lead_to_claims(struct page *page);
/* Appends the lines as plain text, wrapped at `width`. */
void page_write(const struct page *page, int width, bool ascii, struct buffer *out);
void page_free(struct page *page);
/* Opens the page over the panes, at line `first`. The workspace takes ownership of it. */
void page_open(struct workspace *workspace, struct page *page, size_t first);
/* Returns the first line with this value; the first line of all if none has it. */
size_t page_line_of(const struct page *page, const char *value);
const char *page_title(const struct view *view);
/* True for a view made by page_open(). */
bool page_is(const struct view *view);
const struct page *page_of_view(const struct view *view);
/* Takes ownership of the product. `name` is borrowed. */
void page_set_subject(struct page *page, struct page_subject subject);
const struct page_subject *page_subject(const struct view *view);

#endif
