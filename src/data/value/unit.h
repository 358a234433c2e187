/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Units: what a number counts, and the factor to the base unit.
 *
 *     USD   USD thousand   USD mn   USD bn   USD tn   INR lakh   INR crore   INR lakh crore
 *     %     pp    x     rank     count    kg    t    mn t    barrels    bpd    MWh    pieces litres
 *
 * Currencies are those of ISO 4217; nothing else is a unit.
 */
#ifndef TRADESCOPE_DATA_VALUE_UNIT_H
#define TRADESCOPE_DATA_VALUE_UNIT_H

#include <stdbool.h>

#include "base/buffer.h"
#include "base/text.h"

enum dimension {
    DIMENSION_NONE,
    DIMENSION_MONEY,
    DIMENSION_PERCENT,
    DIMENSION_FOLD,
    DIMENSION_RANK,
    DIMENSION_COUNT,
    DIMENSION_MASS, /* in kilograms */
    DIMENSION_BARRELS,
    DIMENSION_BARRELS_A_DAY,
    DIMENSION_ENERGY, /* in megawatt-hours */
    DIMENSION_PIECES,
    DIMENSION_VOLUME,   /* in cubic metres */
    DIMENSION_POINTS,   /* percentage points */
    DIMENSION_COUNT_OF, /* how many there are */
};

struct unit {
    enum dimension dimension;
    char currency[4]; /* ISO 4217, for money; "" otherwise */
    double scale;     /* 1 USD bn = 1e9 USD */
};

/* The units that are no money, for messages. */
#define UNIT_WORDS                                                                               \
    "%, pp, x, rank, count, kg, t, barrels, bpd, kWh, MWh, pieces, litres, m3, or mn t and the " \
    "like"

/* Ignores case, and accepts "million" and "billion". Returns false for all else; unit_remedy.h
 * tells what may have been meant. */
bool unit_parse(struct text text, struct unit *unit);
/*
 * True if both have the same dimension and currency, so that numbers can be compared after scaling.
 */
bool unit_is_comparable(struct unit a, struct unit b);
/* Returns the factor for a word such as "bn", "crore" or "k"; 0 if it is not one. */
double unit_multiplier(struct text word);
/* Returns "bn" for 1e9; "" for 1, and for a scale without a word. */
const char *unit_scale_word(double scale);
/*
 * Returns a unit that is easy to read for money of `size` in the base unit, the largest that is
 * displayed: USD bn for 54,288,194,268 USD. A size below `most` keeps the unit, and so do lakh and
 * crore.
 */
struct unit unit_for_reading(struct unit unit, double size, double most);
/*
 * Appends a number with its unit for a reader: "$4.26bn", "INR 350,000 crore", "33 %", "3x", "rank
 * 2", "21". `places` as in struct decimal; -1 chooses three significant digits.
 */
void unit_format(struct buffer *out, struct unit unit, double value, int places);
/* Appends the unit as an axis names it: "US$ bn", "INR crore", "%". */
void unit_format_name(struct buffer *out, struct unit unit);

#endif
