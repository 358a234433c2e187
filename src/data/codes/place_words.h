/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Groups of countries in words that the list does not have as they are: "EU (27)", "Non-EU
 * countries", "World excl. China", "EU27_2020 - European Union - 27 countries".
 */
#ifndef TRADESCOPE_DATA_CODES_PLACE_WORDS_H
#define TRADESCOPE_DATA_CODES_PLACE_WORDS_H

#include <stdbool.h>

#include "base/text.h"
#include "data/codes/country.h"

/* True if the word names a group of the list, or what is inside or outside one or the world. */
bool place_word_is_group(const struct country_list *countries, struct text word);

#endif
