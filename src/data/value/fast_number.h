/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Numbers and how they are written, in nine bytes: the number, and a byte that says with how many
 * digits after the point.
 */
#ifndef TRADESCOPE_DATA_VALUE_FAST_NUMBER_H
#define TRADESCOPE_DATA_VALUE_FAST_NUMBER_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buffer.h"

/*
 * The byte of places: so many digits after the point where that is all there is to say (0 to
 * MOST_PLACES); else the odd word with the number (byte - FIRST_ODD_WORD), which is no number, like
 * "NA"; or a text that is kept for this row alone.
 */
enum {
    MOST_PLACES = 15,
    FIRST_ODD_WORD = 16,
    ODD_WORDS = 200,
    PLACES_KEPT = 254,
    PLACES_EMPTY = 255,
};

/*
 * Reads `count` padded texts (short_text.h), each `stride` behind the last, up to the first that
 * fast_number_write() would not give back, which may be a number too. Returns how many were read.
 */
typedef size_t fast_number_reader(const struct text *texts, size_t stride, size_t count,
                                  double *numbers, uint8_t *places);
fast_number_reader fast_number_read;
/* One that gives the same, in the way that suits the processor best. */
fast_number_reader *fast_number_fastest(void);
/* The byte of places for a text that decimal_parse() took: PLACES_KEPT where fast_number_write()
 * would write another. */
uint8_t fast_number_places(struct text text);
/* Appends the number with so many places, at most MOST_PLACES. */
void fast_number_write(struct buffer *out, double number, int places);

#endif
