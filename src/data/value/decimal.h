/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Decimal numbers as a file states them: the value and the position of the last digit, which gives
 * the rounding interval.
 */
#ifndef TRADESCOPE_DATA_VALUE_DECIMAL_H
#define TRADESCOPE_DATA_VALUE_DECIMAL_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buffer.h"
#include "base/text.h"

struct decimal {
    double value;
    int places; /* digits after the point: 65.7 has 1, 65 has 0, 1e3 has -3 */
};

/*
 * Parses a sign, digits, a point and an exponent, and nothing else: no separators, no "nan". The
 * point is "." in any locale. Returns false if the text is not such a number or out of range.
 */
bool decimal_parse(struct text text, struct decimal *decimal);
/* Returns the decimals of a text that decimal_parse() accepts. */
int decimal_places(struct text text);
/*
 * Returns true if `value`, which was read from the text, has other digits: a double holds 15 or 16
 * of them. The text may have separators.
 */
bool decimal_is_rounded(struct text text, double value);
/* Appends `value` with `places` decimals and commas between thousands: "1,234.5". Never "-0". A
 * number that would be nothing but zeros with the most decimals that there are is written
 * like 4.9e-324. */
void decimal_format(struct buffer *out, double value, int places);

/*
 * Numbers with their spelling, in nine bytes: a double, and a byte of places. Its values: the
 * number of decimals if that describes the text (0 to MOST_PLACES); else a word that is not a
 * number, such as "NA", with the index (byte - FIRST_ODD_WORD); or a text that is kept for this row
 * alone.
 */
enum {
    MOST_PLACES = 15,
    FIRST_ODD_WORD = 16,
    ODD_WORDS = 200,
    PLACES_KEPT = 254,
    PLACES_EMPTY = 255,
};

/*
 * Reads `count` padded texts (short_text.h), `stride` apart, up to the first one that
 * decimal_write() would write differently, which may be a number too. Returns how many it read.
 */
typedef size_t decimal_reader(const struct text *texts, size_t stride, size_t count,
                              double *numbers, uint8_t *places);
decimal_reader decimal_read_portable;
/* Returns the fastest reader for this processor. All give the same results. */
decimal_reader *decimal_reader_fastest(void);
/*
 * Returns the places byte for a text that decimal_parse() accepts: PLACES_KEPT if
 * decimal_write() would write it differently.
 */
uint8_t decimal_spelling(struct text text);
/* Appends the number with `places` decimals, at most MOST_PLACES. */
void decimal_write(struct buffer *out, double number, int places);

#endif
