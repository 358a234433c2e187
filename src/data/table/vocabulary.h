/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The words of the claims file: its columns, and the closed sets of words of some of them. The
 * loader, the filter language, completion and the manual all use these tables.
 */
#ifndef TRADESCOPE_DATA_TABLE_VOCABULARY_H
#define TRADESCOPE_DATA_TABLE_VOCABULARY_H

#include <stdbool.h>
#include <stddef.h>

#include "base/text.h"
#include "data/table/table.h"

enum field {
    FIELD_ID,
    FIELD_KIND,
    FIELD_DATE,
    FIELD_PERIOD,
    FIELD_REPORTER,
    FIELD_PARTNER,
    FIELD_FLOW,
    FIELD_PRODUCT,
    FIELD_MEASURE,
    FIELD_SCOPE,
    FIELD_VALUE,
    FIELD_UNIT,
    FIELD_QUALIFIER,
    FIELD_BASE,
    FIELD_TEXT,
    FIELD_QUOTE,
    FIELD_SPEAKER,
    FIELD_SOURCE,
    FIELD_TITLE,
    FIELD_PUBLISHER,
    FIELD_PUBLISHED,
    FIELD_URL,
    FIELD_NOTE,
    FIELD_COUNT,
};

enum kind { KIND_NONE, KIND_FIGURE, KIND_EVENT, KIND_TARGET, KIND_FORECAST, KIND_COUNT };
enum flow {
    FLOW_NONE,
    FLOW_EXPORT,
    FLOW_IMPORT,
    FLOW_TOTAL,
    FLOW_BALANCE,
    FLOW_RE_EXPORT,
    FLOW_RE_IMPORT,
};
enum measure {
    MEASURE_NONE,
    MEASURE_VALUE,
    MEASURE_GROWTH,
    MEASURE_RATIO,
    MEASURE_SHARE,
    MEASURE_RANK,
    MEASURE_COUNT,
    MEASURE_AVERAGE_GROWTH,
    MEASURE_CHANGE,
};
enum qualifier {
    QUALIFIER_NONE,
    QUALIFIER_EXACT,
    QUALIFIER_ABOUT,
    QUALIFIER_NEARLY,
    QUALIFIER_OVER,
    QUALIFIER_UNDER,
    QUALIFIER_AT_LEAST,
    QUALIFIER_AT_MOST,
};

/* A closed set of words. words[0] is NULL and means "none". */
struct vocabulary {
    const char *name; /* "flow" */
    const char *const *words;
    size_t count; /* including words[0] */
};

struct field_info {
    const char *name; /* in the header of the file */
    enum column_type type;
    const struct vocabulary *vocabulary; /* NULL if any text is allowed */
    const char *content;                 /* one line for help and manual */
};

/* FIELD_COUNT entries, indexed by enum field. */
extern const struct field_info field_table[FIELD_COUNT];

/* True if claims of the kind have a number: all but events. */
bool kind_has_number(enum kind kind);

extern const struct vocabulary kind_vocabulary, flow_vocabulary, measure_vocabulary,
    qualifier_vocabulary;

/* Returns the number of a word, ignoring case; 0 for the empty text, -1 if it is unknown. */
int vocabulary_find(const struct vocabulary *vocabulary, struct text word);
/* Appends "export, import, total", for the remedy of an error. */
void vocabulary_list(const struct vocabulary *vocabulary, struct buffer *out);

#endif
