/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "view/panes.h"

#include "view/explain.h"
#include "view/sum_page.h"

const struct pane_set pane_set = {
    .explain = explain_open,
    .open_sum = sum_page_open,
    .ops =
        {
            [PANE_BALANCE] = &balance_view_ops,
            [PANE_PATH] = &path_view_ops,
            [PANE_FIGURES] = &figures_view_ops,
            [PANE_EVENTS] = &events_view_ops,
            [PANE_SOURCE] = &source_view_ops,
            [PANE_PROBLEMS] = &problems_view_ops,
            [PANE_CHECKS] = &checks_view_ops,
            [PANE_ROWS] = &rows_view_ops,
            [PANE_PARTNERS] = &partners_view_ops,
            [PANE_PRODUCTS] = &products_view_ops,
        },
};
