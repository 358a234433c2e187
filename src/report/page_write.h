/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes a page in each format. */
#ifndef TRADESCOPE_REPORT_PAGE_WRITE_H
#define TRADESCOPE_REPORT_PAGE_WRITE_H

#include "base/sink.h"
#include "report/cell.h"
#include "report/report_table.h"
#include "report/report_format.h"

/*
 * Text and Markdown align numbers on the right, in one unit. CSV, tab-separated text and JSON have
 * every digit in the base unit; the first two have the table alone.
 */
void page_write_table(struct sink *out, const struct report_table *table, enum report_format format,
                      bool ascii);
/* True for a format in which numbers are exact, and bytes are those of the files. */
bool page_format_is_exact(enum report_format format);

void page_write_text(struct sink *out, const struct report_table *table, bool ascii);
void page_write_csv(struct sink *out, const struct report_table *table, cell_writer *write_cell,
                    char separator);
void page_write_json(struct sink *out, const struct report_table *table);
void page_write_markdown(struct sink *out, const struct report_table *table);
void page_write_html(struct sink *out, const struct report_table *table);

/* Appends the table alone. `mark` may be NULL; else it appends what follows a cell: a footnote. */
typedef void cell_mark(struct buffer *out, const struct report_cell *cell, void *context);
void markdown_table(struct sink *out, const struct report_table *table, cell_mark *mark,
                    void *context);
/* Appends text on one line, with the characters escaped that mean something in Markdown. */
void markdown_text(struct buffer *out, struct text text);
/* The same for HTML, also within an attribute. */
void html_text(struct buffer *out, struct text text);
/* The same for several lines, which stay lines. */
void html_lines(struct buffer *out, struct text lines);
/* Appends lines as they are, as a block of code. */
void markdown_chart(struct buffer *out, struct text chart);
void html_table(struct sink *out, const struct report_table *table, cell_mark *mark, void *context);
/* Appends everything up to <body>, with the style sheet; `title` is escaped here. */
void html_begin(struct buffer *out, struct text title);
void html_end(struct buffer *out);

#endif
