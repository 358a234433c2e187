/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A page: a view over lines that were written once. Help, explanations and lists to choose from are
 * pages; search and scrolling work in all of them.
 */
#ifndef TRADESCOPE_VIEW_PAGE_H
#define TRADESCOPE_VIEW_PAGE_H

#include <stdbool.h>

#include "view/view.h"

struct workspace;

struct page_line {
    struct line line;
    size_t row;   /* a claim; NO_ROW for none */
    char *value;  /* owned: what choosing the line gives; NULL for a line that is only read */
    int indent;   /* of the rows behind the first, where the line is wrapped */
    size_t place; /* among the lines with a value, from 1; of the last of them for another line */
    size_t name;  /* bytes of the line that are its name; 0 for one without columns */
};

/* What Enter on a line does; the page is closed before. `value` lives until the call returns. */
typedef void page_choice(struct workspace *workspace, size_t row, const char *value);

struct page;
/* `title` is copied; `choose` may be NULL for a page that is only read. */
struct page *page_new(const char *title, page_choice *choose);
/* Appends a line, to be written by the caller before the next is appended. */
struct line *page_add(struct page *page, size_t row, const char *value, int indent);
/*
 * What the last line has so far is its name, and columns follow. All names of a page get as many
 * cells as the widest needs, or as the columns leave; what is longer is cut.
 */
void page_end_name(struct page *page);
/* Writes the lines as plain text of so many cells. */
void page_write(const struct page *page, int width, bool ascii, struct buffer *out);
void page_free(struct page *page);
/* Pushes the page over the panes, at its line `first`; it belongs to the workspace then. */
void page_open(struct workspace *workspace, struct page *page, size_t first);
/* The first line with this value; the first of all where none has it. */
size_t page_line_of(const struct page *page, const char *value);
const char *page_title(const struct view *view);
/* True for a view that page_open() made. */
bool page_is(const struct view *view);

#endif
