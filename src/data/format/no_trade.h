/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Tables that state no values of trade, by the names of their columns: indices, balances alone,
 * investment, tariffs, prices, quantities, shares, lists of codes.
 */
#ifndef TRADESCOPE_DATA_FORMAT_NO_TRADE_H
#define TRADESCOPE_DATA_FORMAT_NO_TRADE_H

#include <stdbool.h>

#include "base/buffer.h"
#include "data/csv/csv.h"

/*
 * If the header names such numbers and none that may be values of exports or imports, appends what
 * they are and what works instead, as it continues "it seems to state no values of trade: ". False
 * if the table may state trade, also in cells below the header.
 */
bool no_trade_tell(struct buffer *out, const struct csv_record *header);

#endif
