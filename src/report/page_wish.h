/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which page to write, and of what. */
#ifndef TRADESCOPE_REPORT_PAGE_WISH_H
#define TRADESCOPE_REPORT_PAGE_WISH_H

#include "analysis/claims/derivation.h"

enum page_kind {
    PAGE_BALANCE, /* those of the panes have the numbers of enum pane */
    PAGE_PATH,
    PAGE_FIGURES,
    PAGE_EVENTS,
    PAGE_SOURCE,
    PAGE_PROBLEMS,
    PAGE_CHECKS,
    PAGE_ROWS,
    PAGE_PARTNERS,
    PAGE_PRODUCTS,
    PAGE_MIRROR,
    PAGE_TREND,
    PAGE_SCENARIOS,
    PAGE_SOURCES,
    PAGE_EXPLANATION, /* of chosen numbers only; no word of --print */
    PAGE_TEXT,        /* no table: the caller adds the text as the chart */
    PAGE_KIND_COUNT
};

struct page_wish {
    enum page_kind kind;
    struct period period; /* of a breakdown; PERIOD_NONE for the one that Balance shows */
    struct text product;  /* ... within this product; empty for all goods */
    const struct derivation *const *explained; /* for PAGE_EXPLANATION */
    size_t explained_count;
    bool has_row; /* of PAGE_SOURCE: only the claims on what this row states */
    size_t row;
    const char *title; /* NULL for that of the page */
};

#endif
