/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers with their spelling, in nine bytes: a double, and a byte with the number of decimals. */
#ifndef TRADESCOPE_DATA_VALUE_FAST_NUMBER_H
#define TRADESCOPE_DATA_VALUE_FAST_NUMBER_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buffer.h"

/*
 * Values of the places byte: the number of decimals if that describes the text (0 to MOST_PLACES);
 * else a word that is not a number, such as "NA", with the index (byte - FIRST_ODD_WORD); or a text
 * that is kept for this row alone.
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
 * fast_number_write() would write differently, which may be a number too. Returns how many it read.
 */
typedef size_t fast_number_reader(const struct text *texts, size_t stride, size_t count,
                                  double *numbers, uint8_t *places);
fast_number_reader fast_number_read;
/* Returns the fastest reader for this processor. All give the same results. */
fast_number_reader *fast_number_fastest(void);
/*
 * Returns the places byte for a text that decimal_parse() accepts: PLACES_KEPT if
 * fast_number_write() would write it differently.
 */
uint8_t fast_number_places(struct text text);
/* Appends the number with `places` decimals, at most MOST_PLACES. */
void fast_number_write(struct buffer *out, double number, int places);

#endif
