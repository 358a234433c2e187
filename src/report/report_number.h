/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Numbers as the fields of a report name and write them: "coverage FY2023-24", "6.9 %", "bn .1".
 */
#ifndef TRADESCOPE_REPORT_REPORT_NUMBER_H
#define TRADESCOPE_REPORT_REPORT_NUMBER_H

#include "base/error.h"
#include "model/model.h"

/*
 * Finds a number of the shown pair by the beginning of its name, of that period; without one
 * (PERIOD_NONE) of the latest. Returns NULL, as misuse with the nearest name, if there is none, or
 * the beginning fits several names.
 */
const struct derivation *report_number_find(struct model *model, struct text name,
                                            struct period period, struct error *error);

/* How a field writes its number. */
struct field_format {
    double scale;     /* 0 for the one that is easy to read */
    int places;       /* -1 for those of the number */
    bool is_absolute; /* without its sign */
    bool is_bare;     /* without a note */
    bool is_plain;    /* without "nearly" and the like */
};
/* Parses "bn .1 abs plain bare"; misuse for any other word. */
bool field_format_parse(struct field_format *format, struct text text, struct error *error);
void field_format_write(struct buffer *out, const struct field_format *format,
                        const struct derivation *derivation);

/* A number as a text states it: "6.9 %", "$4.26bn", "US$ 4.26 billion", "-0.870". */
struct written_number {
    double value; /* in its unit */
    int places;
    struct unit unit; /* DIMENSION_NONE if none is written */
};
bool written_number_parse(struct written_number *written, struct text text, struct error *error);
/*
 * True if the number rounds to the digits that are written. *is_comparable is false if the units
 * differ in kind.
 */
bool written_number_holds(const struct written_number *written, const struct field_format *format,
                          const struct derivation *derivation, bool *is_comparable);

#endif
