/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sums of the values of the rows that pass the filters, grouped by columns. */
#ifndef TRADESCOPE_REPORT_SUM_REPORT_H
#define TRADESCOPE_REPORT_SUM_REPORT_H

#include "base/error.h"
#include "model/model.h"
#include "report/report_format.h"

struct sum_wish {
    const char *columns; /* "period,flow" */
    enum report_format format;
    bool takes_all; /* add all rows, totals as well as their parts */
};

/*
 * Writes one line for each combination of values of the columns, sorted: the number of rows, the
 * sum of their values in the base unit, and that unit. Units that are not comparable have separate
 * lines; percentages, ratios and ranks are counted and not added. The output is text, CSV or JSON.
 * Appends what was left out to `remarks`, one line each. Returns false, as misuse, if a column does
 * not exist, there are too many, or two files state the same trade.
 */
bool report_sums(struct buffer *out, struct model *model, const struct sum_wish *wish,
                 struct buffer *remarks, struct error *error);

#endif
