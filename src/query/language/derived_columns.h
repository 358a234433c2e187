/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Data on rows that upper layers compute, such as the agreement of sources. Each fact has a name
 * and a closed set of words, and each row has one of them:
 *
 *     static const char *const words[] = {NULL, "single", "agree", "close", "conflict"};
 *     static const struct vocabulary agree = {"agree", words, 5};
 *     struct query_fact fact = {&agree, codes};   makes agree:conflict and is:conflict known
 */
#ifndef TRADESCOPE_QUERY_LANGUAGE_DERIVED_COLUMNS_H
#define TRADESCOPE_QUERY_LANGUAGE_DERIVED_COLUMNS_H

#include <stddef.h>
#include <stdint.h>

#include "data/table/vocabulary.h"

struct query_fact {
    const struct vocabulary *vocabulary;
    const uint8_t *codes; /* number of the word for each row of the table, 0 for none; may be NULL
                             until the first evaluation, and means none then */
};

/*
 * Borrowed by every expression that is parsed with it. A column of the same name takes precedence.
 */
struct query_facts {
    const struct query_fact *items;
    size_t count;
};

#endif
