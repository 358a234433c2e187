/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Numbers that are written otherwise than decimal_parse() takes them. A reader takes blanks around
 * them, blanks, no-break blanks and apostrophes between thousands, other minus signs, and brackets
 * around what is negative.
 */
#ifndef TRADESCOPE_DATA_VALUE_NUMBER_READER_H
#define TRADESCOPE_DATA_VALUE_NUMBER_READER_H

#include "base/text.h"
#include "data/value/decimal.h"

/* Reads what decimal_parse() does not take: "1,234.5", " 12 e". False where it is no number. */
typedef bool number_reader(struct text text, struct decimal *decimal);

/* The names, for a remedy. */
#define NUMBER_READERS                                                      \
    "thousands (1,234.5), decimal-comma (1.234,5), footnotes (12.5 e) and " \
    "decimal-comma-footnotes (12,5 e)"

/* NULL where none has that name. */
number_reader *number_reader_find(struct text name);
/* Whether the comma is the decimal sign, so that "1.234" is no plain decimal. */
bool number_reader_has_comma(number_reader *read);

/* The text without letters that flag it. */
struct text number_without_flags(struct text text);
/*
 * The number in `simple`, which has `room` bytes: a minus sign as "-", also for brackets, and "_"
 * for blanks and apostrophes; empty where there is no room.
 */
struct text number_simplify(struct text text, char *simple, size_t room);

#endif
