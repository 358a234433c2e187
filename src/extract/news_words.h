/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The words of news on trade that the extractor knows: data/news-words.csv, which is built in, and
 * the names of countries. A word may be a phrase of several words.
 */
#ifndef TRADESCOPE_EXTRACT_NEWS_WORDS_H
#define TRADESCOPE_EXTRACT_NEWS_WORDS_H

#include <stddef.h>

#include "base/text.h"
#include "data/codes/country.h"

/* In the file, the class is the name behind WORD_ in lower case. */
enum word_class {
    WORD_OTHER,
    WORD_AND,
    WORD_BIGGEST,      /* "largest" */
    WORD_BOTH,         /* "the two countries" */
    WORD_CAPITAL,      /* of the country in the value, which it may stand for */
    WORD_CONJ,         /* begins another clause */
    WORD_CURRENCY,     /* value: its code */
    WORD_DOWN,         /* a decrease */
    WORD_ESTIMATE,     /* an opinion of analysts */
    WORD_EVENT,        /* something was done */
    WORD_FISCAL,       /* "financial year" */
    WORD_FLOW,         /* value: export, import, total, balance, deficit, surplus, re-export; with
                          `?` only among other words of trade, with `+` of two countries */
    WORD_FOLD,         /* value: how many times */
    WORD_FOLDWORD,     /* behind a number: "2.5 times" */
    WORD_FORECAST,     /* a number that lies ahead */
    WORD_FRACTION,     /* value: per cent */
    WORD_HUNDRED,      /* multiplies a number in words */
    WORD_ITS,          /* the country spoken of */
    WORD_MONTH,        /* value: 1 to 12 */
    WORD_NEUTRAL,      /* has a word of trade, but is none: "trade minister" */
    WORD_NUMBER,       /* value: the number */
    WORD_ORDINAL,      /* value: the place */
    WORD_PERCENT,      /* "per cent" */
    WORD_PLACE,        /* value: the country */
    WORD_PLAIN,        /* before a flow, it names no product: "total" */
    WORD_POINTS,       /* "percentage points" */
    WORD_PREP,         /* a preposition */
    WORD_QUALIFIER,    /* value: a qualifier of the claims file */
    WORD_RANKNUMBER,   /* before a place: "No. 1" */
    WORD_RESPECTIVELY, /* numbers go to periods or flows in their order */
    WORD_ROLE,         /* value: the flow of a partner; or EXPORTER, IMPORTER, BUYER, TRADER */
    WORD_SAY,          /* somebody says it */
    WORD_SCALE,        /* value: bn */
    WORD_SHARE,        /* a share of a whole */
    WORD_SPAN,         /* value: a unit of time */
    WORD_STOP,         /* another subject than trade */
    WORD_TOPIC,        /* of the policy of trade; so is any word with the value `topic` */
    WORD_UP,           /* an increase */
    WORD_VERB,         /* no part of the name of a product: "stood" */
    WORD_WEEKDAY,      /* value: 0 for Monday */
    WORD_WEIGHT,       /* value: the unit of a weight or volume */
    WORD_WHEN,         /* value: see mention.c */
};

struct news_word {
    const char *phrase; /* lower case, one blank between words and no hyphens */
    enum word_class class;
    const char *value;
};

struct news_words;

/* Borrows the countries, which may be NULL. The caller frees the result. */
struct news_words *news_words_new(const struct country_list *countries);
void news_words_free(struct news_words *words);
/*
 * Returns the longest phrase that begins the text, which has lower case and single blanks, and ends
 * where a word of it ends. NULL if there is none.
 */
const struct news_word *news_words_find(const struct news_words *words, struct text text);

#endif
