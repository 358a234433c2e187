/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Decimal numbers as a file states them: the value, and the place of the last digit, from which
 * the rounding interval follows.
 */
#ifndef TRADESCOPE_DATA_VALUE_DECIMAL_H
#define TRADESCOPE_DATA_VALUE_DECIMAL_H

#include <stdbool.h>

#include "base/buffer.h"
#include "base/text.h"

struct decimal {
    double value;
    int places; /* digits after the point: 65.7 has 1, 65 has 0, 1e3 has -3 */
};

/*
 * A sign, digits, a point, an exponent; nothing else: no separators, no "nan". The point is "."
 * whatever the locale. False where the text is no such number or is out of range.
 */
bool decimal_parse(struct text text, struct decimal *decimal);
/* The places alone, of a text that decimal_parse() took. */
int decimal_places(struct text text);
/* `value` with so many places and commas between thousands: "1,234.5". Never "-0". */
void decimal_format(struct buffer *out, double value, int places);

#endif
