/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The products of a file by their words: codes and labels that begin with one form a hierarchy,
 * other words are totals, parts of other rows, or products of their own.
 */
#ifndef TRADESCOPE_ANALYSIS_STATISTICS_PRODUCT_TERMS_H
#define TRADESCOPE_ANALYSIS_STATISTICS_PRODUCT_TERMS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/memory.h"
#include "data/table/dictionary.h"

/* No such product. */
#define NO_PRODUCT UINT32_MAX

struct product_term {
    uint8_t level;    /* digits of a code, 0 for other words */
    bool is_total;    /* the total of all products */
    bool is_unknown;  /* a word that is none of these, nor a code; it may be a total */
    bool is_stage;    /* one of the stages of processing of WITS, a second division of all goods */
    struct text code; /* of a word with a level: "2709" of "2709 - Crude" */
    uint32_t parent;  /* the product that contains this one most closely; NO_PRODUCT for none */
};

/* Returns a term for each word, in the arena. The words are in the order of the file. */
struct product_term *product_terms_make(struct arena *arena, const struct dictionary *words);
/* Returns the code of a word, or of a label that begins with it; the word itself if it has none. */
struct text product_code_of(struct text word, char *room, size_t size);
/* Returns the digits of a code, with the X in place of confidential ones: 6 for "84XXXX"; or 0. */
uint8_t product_level(struct text word);

#endif
