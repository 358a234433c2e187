/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pages that can be written, and how each becomes a table. */
#ifndef TRADESCOPE_REPORT_PAGE_MAKE_H
#define TRADESCOPE_REPORT_PAGE_MAKE_H

#include "base/error.h"
#include "report/report_table.h"
#include "report/page_wish.h"
#include "view/workspace.h"

/* Returns "partners", or NULL behind the last name. */
const char *page_kind_name(size_t kind);
/*
 * Fills the table with what the workspace shows, for its pair, period, filters and order. The
 * caller releases it either way. Returns false, with the reason, if there is no such page.
 */
bool page_make(struct report_table *table, struct workspace *workspace,
               const struct page_wish *wish, struct error *error);

#endif
