/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TRADESCOPE_DATA_FORMAT_MAP_OFFER_H
#define TRADESCOPE_DATA_FORMAT_MAP_OFFER_H

#include "base/buffer.h"
#include "data/codes/country.h"
#include "data/format/mapping.h"

/* Words of an offered map for what the file does not say. No file has such columns. */
#define OFFERED_PERIOD "YEAR-OF-DATA"
#define OFFERED_REPORTER "REPORTING-COUNTRY"
#define OFFERED_FLOW "EXPORT-OR-IMPORT"
#define OFFERED_VALUE "COLUMN-OF-VALUES"
#define OFFERED_UNIT "UNIT-OF-VALUES"
#define OFFERED_CURRENCY "CURRENCY"
#define OFFERED_DECIMAL "COMMA-OR-POINT"

/*
 * Appends "as in --map period=Year,value='Trade Value',flow=export,...": a map that would make the
 * file statistics, and behind it what is doubtful: what the file does not say, and which columns
 * could be read in another way. A file that is not like one of trade is referred to the manual.
 * `countries` may be NULL.
 */
void map_offer(struct buffer *out, const struct file_head *head,
               const struct country_list *countries);

#endif
