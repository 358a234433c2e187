/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The rows behind a figure of statistics: those it is the sum of, and those left out, each group
 * with the rule that left it out. Enter on a row goes to it in Rows, which then shows the rows of
 * its group only.
 */
#ifndef TRADESCOPE_VIEW_SUM_PAGE_H
#define TRADESCOPE_VIEW_SUM_PAGE_H

#include "view/workspace.h"

/* Opens the page of a row of model->dataset. Returns false if that is not a sum. */
bool sum_page_open(struct workspace *workspace, size_t row);
/* Appends "lines 12, 13, 14 of India_2019.csv": where the rows of a sum are. */
void sum_page_write_lines(const struct model *model, size_t row, struct buffer *out);

#endif
