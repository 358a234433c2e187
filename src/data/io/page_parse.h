/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tables of a web page, in the order in which they start. */
#ifndef TRADESCOPE_DATA_IO_PAGE_PARSE_H
#define TRADESCOPE_DATA_IO_PAGE_PARSE_H

#include "base/error.h"
#include "data/io/page_table.h"

/* Initialise it to zero. */
struct web_page {
    struct buffer title; /* of the page */
    struct page_table *tables;
    size_t count, capacity;
};

/*
 * Parses a page in UTF-8. Returns false with the reason, which continues the name of the file, if
 * it is too large, too deep, or the library is missing. Broken markup is read as browsers do.
 */
bool page_parse(struct text bytes, struct web_page *page, struct error *error);
void page_release(struct web_page *page);

#endif
