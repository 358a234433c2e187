/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The currencies of ISO 4217, with those of the past: data/currencies.csv, which is built in.
 */
#ifndef TRADESCOPE_DATA_VALUE_CURRENCY_H
#define TRADESCOPE_DATA_VALUE_CURRENCY_H

#include <stdbool.h>

#include "base/text.h"

struct currency {
    char code[4];
    const char *name;
    bool is_former;
};

/* Letters of either case. NULL where no currency has that code. */
const struct currency *currency_find(struct text code);
/*
 * Returns the codes of the currencies that a name or sign may be of, the likeliest first and with
 * blanks between them: "INR PKR LKR NPR MUR" for "rupees". NULL if it is none.
 */
const char *currency_codes(struct text word);
/*
 * The currency that a word most likely means which is no code: "birr" is a word of one currency of
 * today alone, `$` is that of the US dollar, and "USDD" is one letter away from USD. NULL where
 * none is near, or several are named by it, as by "rupee".
 */
const struct currency *currency_nearest(struct text word);

#endif
