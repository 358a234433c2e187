/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The content of each page, for page_make(): columns, rows and notes. */
#ifndef TRADESCOPE_REPORT_PAGE_CONTENT_H
#define TRADESCOPE_REPORT_PAGE_CONTENT_H

#include "base/error.h"
#include "report/report_table.h"
#include "report/page_wish.h"
#include "view/workspace.h"

/* Returns false, with the reason, if there is nothing to make the page of. */
typedef bool page_content(struct report_table *table, struct workspace *workspace,
                          const struct page_wish *wish, struct error *error);

page_content page_balance, page_path, page_trend, page_scenarios;
page_content page_figures, page_events, page_source, page_problems, page_checks, page_rows,
    page_sources, page_explanation;
page_content page_partners, page_products, page_mirror;

/* Adds a column for each name, all of texts. The list ends with NULL. */
void page_text_columns(struct report_table *table, const char *const *names);
void page_period_cell(struct report_table *table, struct period period);
/* Adds three cells: the source of a claim, its file and its line. */
void page_origin_cells(struct report_table *table, const struct dataset *dataset, size_t row);

#endif
