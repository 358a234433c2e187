/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The meanings of words of statistical offices: "201901" is 2019-01, "Jan-15" is 2015-01, "699" is
 * India, "101" is the HS heading 0101. Formats name a translation for a column; the section
 * TRANSLATIONS of tradescope-format(5) lists them.
 */
#ifndef TRADESCOPE_DATA_FORMAT_TRANSLATE_H
#define TRADESCOPE_DATA_FORMAT_TRANSLATE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "data/codes/country.h"
#include "data/table/vocabulary.h"

struct translation {
    const char *name;  /* "yyyymm" */
    enum field field;  /* FIELD_PERIOD, FIELD_FLOW, or FIELD_PARTNER, which includes the reporter */
    const char *takes; /* "201901" */
    /* Appends the meaning of the word. Returns false, appending nothing, if it has none. */
    bool (*read)(const struct translation *self, struct text word,
                 const struct country_list *countries, struct buffer *out);
    enum country_scheme scheme; /* of country codes */
};

extern const struct translation period_translations[], country_translations[],
    product_translations[], flow_translations[], unit_translations[];
extern const size_t period_translation_count, country_translation_count, product_translation_count,
    flow_translation_count, unit_translation_count;

/* Patterns of texts beside a flow that state no value of it: shares, indices, quantities. */
extern const char *const no_flow_patterns[];
extern const size_t no_flow_pattern_count;

/* Returns NULL if there is none of that name. */
const struct translation *translation_find(struct text name);

#endif
