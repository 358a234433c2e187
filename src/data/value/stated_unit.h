/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The unit that a name of a column or a cell states in passing: "Value (US$ thousand)", "Rs crore",
 * "Exports in million euros", "tonnes". It is only compared and suggested, never assumed.
 */
#ifndef TRADESCOPE_DATA_VALUE_STATED_UNIT_H
#define TRADESCOPE_DATA_VALUE_STATED_UNIT_H

#include "data/value/unit.h"

struct stated_unit {
    enum dimension dimension; /* DIMENSION_NONE where only a scale is stated */
    char currencies[32];      /* "INR PKR", the likeliest first: rupees are of several countries */
    double scale;             /* to the base unit; of money 0 where none is stated */
};

/* Returns false where the text states no unit, or more than one. */
bool stated_unit_read(struct text text, struct stated_unit *stated);
/* True if numbers in `unit` may be what is stated. Money without a scale may be in any. */
bool stated_unit_agrees(const struct stated_unit *stated, struct unit unit);
/* Appends the unit for a map: "INR crore". A scale alone is in US dollars. */
void stated_unit_write(struct buffer *out, const struct stated_unit *stated);

#endif
