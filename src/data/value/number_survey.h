/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Decides from a sample how the numbers of a whole column are written. A single number may be
 * ambiguous: 12,500 is 12.5 or 12500.
 */
#ifndef TRADESCOPE_DATA_VALUE_NUMBER_SURVEY_H
#define TRADESCOPE_DATA_VALUE_NUMBER_SURVEY_H

#include "base/buffer.h"
#include "data/value/number_reader.h"
#include "data/io/problem.h"

struct number_survey {
    size_t numbers, others; /* texts that are numbers in some notation, and those that are not */
    size_t points, commas;  /* numbers that prove a decimal point, or a decimal comma */
    size_t open_points, open_commas; /* numbers with one separator and three digits behind it */
    size_t ungrouped;                /* whole numbers of four and more digits without separators */
    size_t flagged;                  /* numbers followed by a letter */
    size_t codes;                    /* numbers with a leading zero */
    struct text open, clear;         /* an example of each, as written */
    struct text missing;             /* a word for a missing value */
};

/*
 * Words for a missing value in files without a known format. The first are punctuation, which means
 * that in any file.
 */
extern const char *const number_missing[];
extern const size_t number_missing_signs;
extern const size_t number_missing_count;
bool number_is_missing(struct text text);

void number_survey_add(struct number_survey *survey, struct text text);

/* True if `1.000`, which may be a thousand, is the form of all numbers: the reading is shown. */
bool number_survey_is_guess(const struct number_survey *survey);

enum number_verdict { NUMBERS_PLAIN, NUMBERS_READ, NUMBERS_OPEN };

/*
 * Returns NUMBERS_READ, with a reader if the numbers are not plain decimals, or NUMBERS_OPEN if two
 * readings fit the whole sample. The separator of the file counts as evidence: commas are decimal
 * if it is a semicolon.
 */
enum number_verdict number_survey_decide(const struct number_survey *survey, char separator,
                                         number_reader **read);
/* Appends the decision on the column for the user; nothing if the numbers are plain decimals. */
void number_survey_tell(const struct number_survey *survey, number_reader *read, struct text column,
                        struct buffer *out);
/* Appends "`..` states nothing" if the sample has a word for missing values. */
void number_survey_tell_missing(const struct number_survey *survey, struct buffer *out);
/* "`12,500` is 12.5 or 12500; say which with ...". */
void number_survey_refuse(const struct number_survey *survey, struct text column,
                          struct buffer *out);

#endif
