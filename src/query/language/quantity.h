/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Numbers as a user types them in a filter, and how they compare with the rows of a file.
 *
 *     5   -6.6   1e3   5_000   5'000   5,000   3,50,000
 *     5k  5mn  5m  5bn  5b  5tn  5 lakh  5 crore
 *     $5bn   US$5bn   5bn USD   USD 5 bn   INR 350,000 crore   €5
 *     30%   3x   rank 2   21 count   5 kg
 *
 * There are three kinds, each of which tests only rows that are comparable:
 * - with a currency or another unit: rows of that unit, in its base unit whatever their scale. $5bn
 * compares with 61440 USD mn and 61.44 USD bn, never with INR;
 * - with a multiplier alone (5bn): money of any currency, and counts, in the base unit;
 * - plain (5): all rows, by the number as written in the file, whatever its unit. A user who sees
 * $61.44bn finds it by value=61.44 and by value=61.44bn; expression_remark() notes that value>=60
 * also holds for 60 % and 61440 USD mn.
 */
#ifndef TRADESCOPE_QUERY_LANGUAGE_QUANTITY_H
#define TRADESCOPE_QUERY_LANGUAGE_QUANTITY_H

#include <stdbool.h>

#include "base/text.h"
#include "data/value/unit.h"

struct quantity {
    double value;     /* in the base unit */
    struct unit unit; /* DIMENSION_NONE with the scale of the multiplier if no unit is named */
    bool is_plain;    /* no unit and no multiplier */
};

/*
 * Returns false if the text is not a number with an optional unit. Any three letters pass as a
 * currency.
 */
bool quantity_parse(struct text text, struct quantity *quantity);
/*
 * Returns the factor that makes a row's number comparable with the quantity; NAN if they are not
 * comparable. `unit` is the row's, as written.
 */
double quantity_factor(const struct quantity *quantity, struct text unit);
/*
 * Returns -1, 0 or 1: the number is below, at or above the quantity, up to rounding errors of a
 * double.
 */
int quantity_compare(double number, double value);
/* True if a quantity may start like this: a digit, a sign, a currency. */
bool quantity_may_start(struct text text);
/* True if a sign such as "$" denotes the currency, or many files use it. */
bool quantity_knows_currency(const char *currency);

#endif
