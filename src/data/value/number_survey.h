/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How the numbers of a column are written, decided once for all of it from a sample. A number alone
 * may leave open what its comma or point means: 12,500 is 12.5 or 12500.
 */
#ifndef TRADESCOPE_DATA_VALUE_NUMBER_SURVEY_H
#define TRADESCOPE_DATA_VALUE_NUMBER_SURVEY_H

#include "base/buffer.h"
#include "data/value/number_reader.h"
#include "data/io/problem.h"

struct number_survey {
    size_t numbers, others;          /* texts that are numbers in some way, and that are none */
    size_t points, commas;           /* numbers that only the decimal point, or comma, explains */
    size_t open_points, open_commas; /* numbers of one sign, with three digits behind it */
    size_t ungrouped;                /* whole numbers of four digits and more without separators */
    size_t flagged;                  /* numbers with a letter behind them */
    size_t codes;                    /* numbers with a zero in front */
    struct text open, clear;         /* one of each, as it is written */
    struct text missing;             /* a word that states nothing */
};

/* Words that state nothing where a number should stand, in files of which nothing else is known.
 * The first are signs alone, which do so in any file. */
extern const char *const number_missing[];
extern const size_t number_missing_signs;
extern const size_t number_missing_count;
bool number_is_missing(struct text text);

void number_survey_add(struct number_survey *survey, struct text text);

enum number_verdict { NUMBERS_PLAIN, NUMBERS_READ, NUMBERS_OPEN };

/*
 * NUMBERS_READ with the reader where they are not plain decimals; NUMBERS_OPEN where two readings
 * fit all of the sample. The separator of the file speaks too: where it is a semicolon, commas are
 * decimal.
 */
enum number_verdict number_survey_decide(const struct number_survey *survey, char separator,
                                         number_reader **read);
/* What was decided of the column of that name, for the user; nothing where it is plain. */
void number_survey_tell(const struct number_survey *survey, number_reader *read, struct text column,
                        struct buffer *out);
/* "`..` states nothing", where the sample has such a word. */
void number_survey_tell_missing(const struct number_survey *survey, struct buffer *out);
/* "`12,500` is 12.5 or 12500; say which with ...". */
void number_survey_refuse(const struct number_survey *survey, struct text column,
                          struct buffer *out);

#endif
