/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Translates countries from names or codes to their name in common use. */
#include "config.h"

#include "data/format/translate.h"

#include "base/array.h"

/* A number is ambiguous unless the format names its scheme. */
static bool is_meant(enum country_scheme scheme, struct text word)
{
    bool has_letter = false;
    for (size_t i = 0; i < word.length; i++)
        has_letter |= word.data[i] < '0' || word.data[i] > '9';
    return has_letter ||
           (scheme != COUNTRY_ANY && scheme != COUNTRY_ISO2 && scheme != COUNTRY_ISO3);
}

static bool read_country(const struct translation *self, struct text word,
                         const struct country_list *countries, struct buffer *out)
{
    int country = countries && is_meant(self->scheme, word)
                      ? country_find_code(countries, self->scheme, word)
                      : -1;
    if (country < 0)
        return false;
    buffer_puts(out, country_name(countries, country));
    return true;
}

const struct translation country_translations[] = {
    {"country", FIELD_PARTNER, "Russian Federation, RUS", read_country, COUNTRY_ANY},
    {"country-iso2", FIELD_PARTNER, "RU", read_country, COUNTRY_ISO2},
    {"country-iso3", FIELD_PARTNER, "RUS", read_country, COUNTRY_ISO3},
    {"country-m49", FIELD_PARTNER, "356 for India", read_country, COUNTRY_M49},
    {"country-comtrade", FIELD_PARTNER, "699 for India", read_country, COUNTRY_COMTRADE},
    {"country-imf", FIELD_PARTNER, "534 for India", read_country, COUNTRY_IMF},
    {"country-dgcis", FIELD_PARTNER, "15344 for Russia", read_country, COUNTRY_DGCIS},
};
const size_t country_translation_count = ARRAY_LENGTH(country_translations);
