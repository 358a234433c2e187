/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Finds where a text comes closest to a quote, word by word. The words of the quote are aligned
 * with any run of words of the text at the least cost, one for each word that is changed, left out
 * or added (P. H. Sellers, "The theory and computation of evolutionary distances", 1980).
 */
#ifndef TRADESCOPE_EVIDENCE_WORD_MATCH_H
#define TRADESCOPE_EVIDENCE_WORD_MATCH_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "base/text.h"

/* A quote of more words is not compared word by word, which would take too long. */
#define WORD_MATCH_MOST ((size_t)1000)

struct word_match {
    size_t start, end;  /* bytes of the text: the words that come closest */
    size_t changes;     /* words that are changed, left out or added */
    size_t quote_words; /* of the quote */
};

/*
 * Both texts have one blank between words. Returns false if one has no words, or the quote more
 * than WORD_MATCH_MOST, whose number is then in match->quote_words.
 */
bool word_match_find(struct word_match *match, struct text quote, struct text text);
/*
 * Appends how the quote differs from `text`: "stood at [-$4.62-]{+$4.26+} billion", first the words
 * of the quote, then those of the text. A long run of equal words is cut to those next to changes.
 */
void word_match_write(struct buffer *out, struct text quote, struct text text);

#endif
