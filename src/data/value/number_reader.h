/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Readers of numbers that decimal_parse() does not accept. They accept blanks around the number;
 * blanks, no-break blanks and apostrophes between thousands; other minus signs; and brackets for
 * negative numbers.
 */
#ifndef TRADESCOPE_DATA_VALUE_NUMBER_READER_H
#define TRADESCOPE_DATA_VALUE_NUMBER_READER_H

#include "base/text.h"
#include "data/value/decimal.h"

/* Reads a number such as "1,234.5" or " 12 e". Returns false if the text is not one. */
typedef bool number_reader(struct text text, struct decimal *decimal);

/* The names of the readers, for messages. */
#define NUMBER_READERS                                                      \
    "thousands (1,234.5), decimal-comma (1.234,5), footnotes (12.5 e) and " \
    "decimal-comma-footnotes (12,5 e)"

/* Returns the reader of that name, or NULL. */
number_reader *number_reader_find(struct text name);
/* True if the comma is the decimal sign, so that "1.234" is not a plain decimal. */
bool number_reader_has_comma(number_reader *read);

/* Returns the text without the letters that flag it. */
struct text number_without_flags(struct text text);
/*
 * Writes the number to `simple`, which has `room` bytes: minus signs and brackets as "-", blanks
 * and apostrophes as "_". Returns an empty text if there is no room.
 */
struct text number_simplify(struct text text, char *simple, size_t room);

#endif
