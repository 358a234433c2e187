/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Sums of the values of the rows that pass the filters, by what some columns say.
 */
#ifndef TRADESCOPE_REPORT_SUM_REPORT_H
#define TRADESCOPE_REPORT_SUM_REPORT_H

#include "base/error.h"
#include "report/report.h"

struct sum_wish {
    const char *columns; /* "period,flow" */
    enum report_format format;
    bool takes_all; /* rows as they stand, wholes beside their parts */
};

/*
 * A line for each combination of what the columns say, in their order: the number of rows, the sum
 * of their values in the base unit, and that unit. Units that cannot be compared have lines of
 * their own; percentages, ratios and ranks are counted and not added. As text, CSV or JSON; what
 * was left out is appended to `remarks`, a line each. False, as misuse, where a column does not
 * exist, there are too many, or two files state the same trade.
 */
bool report_sums(struct buffer *out, struct workspace *workspace, const struct sum_wish *wish,
                 struct buffer *remarks, struct error *error);

#endif
