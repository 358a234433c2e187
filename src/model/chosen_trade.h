/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The rows of the pair and product that the user chose, of claims, statistics and plain tables. A
 * pair that the program found by itself chooses no rows.
 */
#ifndef TRADESCOPE_MODEL_CHOSEN_TRADE_H
#define TRADESCOPE_MODEL_CHOSEN_TRADE_H

#include "analysis/statistics/statistic.h"
#include "base/error.h"
#include "model/model.h"

/* True if a pair or a product is chosen. */
bool chosen_trade_is_any(const struct choices *choices);
/* The pair and product that are chosen; what is not is empty. Borrowed from the choices. */
struct trade chosen_trade(const struct choices *choices);
/* Removes from rows of model->dataset the claims on other trades. Sums stay. */
void chosen_trade_keep_claims(const struct model *model, struct row_set *rows);
/*
 * Returns the rows of a separate file that pass the filters and belong to the chosen trade. For
 * statistics these are the rows that Balance and --sum use; World as the partner means all
 * partners. A plain table has none. While the file is being loaded, returns all rows that pass.
 */
const struct row_set *chosen_trade_rows(const struct model *model, struct open_file *file);
/* Returns false, with the reason, if no open file states pairs and products. `what` names the
 * choice: "pair". */
bool chosen_trade_check(const struct model *model, const char *what, struct error *error);
/* Returns false, with the reason, if no open file is of statistics, which alone are summed by
 * months, for example. */
bool chosen_trade_check_frequency(const struct model *model, const char *frequency,
                                  struct error *error);

#endif
