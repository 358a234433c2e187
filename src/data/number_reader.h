/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Numbers that are written otherwise than decimal_parse() takes them. A reader takes plain decimals
 * with blanks around them too.
 */
#ifndef TRADESCOPE_DATA_NUMBER_READER_H
#define TRADESCOPE_DATA_NUMBER_READER_H

#include "data/mapping.h"

/* The names, for a remedy. */
#define NUMBER_READERS "thousands (1,234.5), decimal-comma (1.234,5) and footnotes (12.5 e)"

/* NULL where none has that name. */
number_reader *number_reader_find(struct text name);

#endif
