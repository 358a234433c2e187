/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the periods of a column are, decided once for all of it: 2008-09 is a month or a fiscal
 * year, 01/02/2023 a day of January or of February, 2019-01-01 a day, a month or a year.
 */
#ifndef TRADESCOPE_DATA_FORMAT_PERIOD_RULE_H
#define TRADESCOPE_DATA_FORMAT_PERIOD_RULE_H

#include "data/format/translate.h"

#define PERIOD_RULE_MOST ((size_t)12)

struct period_rule {
    const struct translation *translations[PERIOD_RULE_MOST]; /* tried in turn ... */
    size_t count;            /* ... so many; 0 where two readings fit all words */
    const char *name;        /* how it is read: "fiscal years"; NULL where that is plain */
    struct text example;     /* a word of the column */
    const char *readings[2]; /* translations that both fit, where nothing is decided ... */
};

/* From words of the column; `is_joined`: made of several columns, a year and a month. */
struct period_rule period_rule_decide(const struct text *words, size_t count, bool is_joined);
/* "`2008-09` is FY2008-09: fiscal years". */
void period_rule_tell(const struct period_rule *rule, struct buffer *out);
/* "`2008-09` is 2008-09 as month, and FY2008-09 as fiscal-year; write ...": `entry`, the column and
 * each reading. */
void period_rule_refuse(const struct period_rule *rule, struct text column, const char *entry,
                        struct buffer *out);

#endif
