/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The reporters, partners, products or periods of all open files of statistics, each meaning once,
 * from which the user chooses.
 */
#ifndef TRADESCOPE_MODEL_LISTED_WORDS_H
#define TRADESCOPE_MODEL_LISTED_WORDS_H

#include "model/model.h"

struct listed_word {
    char *word;    /* owned: the common name of a country, a code with its zeros */
    size_t rows;   /* rows that have it */
    double order;  /* the end of a period */
    bool is_whole; /* contains others: World, TOTAL */
};

struct listed_words {
    struct listed_word *items; /* by word; periods by time, latest first */
    size_t count, capacity;
};

/* `field` is FIELD_REPORTER, PARTNER, PRODUCT or PERIOD; partners are those of `reporter`. */
struct listed_words listed_words_make(struct model *model, enum field field, struct text reporter);
void listed_words_release(struct listed_words *list);

#endif
