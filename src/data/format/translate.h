/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the words of statistical offices mean: "201901" is 2019-01, "Jan-15" is 2015-01, "699" is
 * India, "101" is the HS heading 0101. Formats name a translation for a column; section
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
    enum field field;  /* FIELD_PERIOD, FIELD_FLOW; FIELD_PARTNER stands for the reporter too */
    const char *takes; /* "201901" */
    /* Appends what the word means; false, with nothing appended, where it means nothing known. */
    bool (*read)(const struct translation *self, struct text word,
                 const struct country_list *countries, struct buffer *out);
    enum country_scheme scheme; /* of a code of countries */
};

extern const struct translation period_translations[], country_translations[],
    product_translations[], flow_translations[], unit_translations[];
extern const size_t period_translation_count, country_translation_count, product_translation_count,
    flow_translation_count, unit_translation_count;

/* Patterns of texts beside a flow that state no value of it: shares, indices, quantities. */
extern const char *const no_flow_patterns[];
extern const size_t no_flow_pattern_count;

/* NULL where none has that name. */
const struct translation *translation_find(struct text name);

#endif
