/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Sums of the values of the rows that pass the filters, by what some columns say.
 */
#ifndef TRADESCOPE_REPORT_SUM_REPORT_H
#define TRADESCOPE_REPORT_SUM_REPORT_H

#include "base/error.h"
#include "model/model.h"
#include "report/report_format.h"

/*
 * A line for each combination of what the columns ("period,flow") say, in their order: the number
 * of rows, the sum of their values in the base unit, and that unit. Units that cannot be compared
 * have lines of their own; percentages, ratios and ranks are counted and not added. As text, CSV or
 * JSON. False, as misuse, where a column does not exist or there are too many.
 */
bool report_sums(struct buffer *out, struct model *model, const char *columns,
                 enum report_format format, struct error *error);

#endif
