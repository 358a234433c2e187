/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Decides how the periods of a whole column are read. Single words are ambiguous: 2008-09 is a
 * month or a fiscal year, 01/02/2023 a day of January or of February, 2019-01-01 a day, a month or
 * a year.
 */
#ifndef TRADESCOPE_DATA_FORMAT_PERIOD_RULE_H
#define TRADESCOPE_DATA_FORMAT_PERIOD_RULE_H

#include "data/format/translate.h"

#define PERIOD_RULE_MOST ((size_t)12)

struct period_rule {
    const struct translation *translations[PERIOD_RULE_MOST]; /* tried in this order ... */
    size_t count;            /* ... and their number; 0 if two readings fit all words */
    const char *name;        /* the reading: "fiscal years"; NULL for the plain one */
    struct text example;     /* a word of the column */
    const char *readings[2]; /* two translations that fit, if it is undecided ... */
};

/*
 * Decides from words of the column. `is_joined` is true if they are composed of several columns, as
 * a year and a month.
 */
struct period_rule period_rule_decide(const struct text *words, size_t count, bool is_joined);
/* Appends "`2008-09` is FY2008-09: fiscal years". */
void period_rule_tell(const struct period_rule *rule, struct buffer *out);
/*
 * Appends "`2008-09` is 2008-09 as month, and FY2008-09 as fiscal-year; write ..." with `entry`,
 * the column and each reading.
 */
void period_rule_refuse(const struct period_rule *rule, struct text column, const char *entry,
                        struct buffer *out);

#endif
