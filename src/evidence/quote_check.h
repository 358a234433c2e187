/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Checks that an article contains a quote, word for word.
 *
 *     struct quote_check check;
 *     quote_check_make(&check, quote, &article);
 *     if (check.outcome == QUOTE_ALTERED)
 *         ... buffer_text(&check.detail) says how ...
 *     quote_check_release(&check);
 */
#ifndef TRADESCOPE_EVIDENCE_QUOTE_CHECK_H
#define TRADESCOPE_EVIDENCE_QUOTE_CHECK_H

#include <stddef.h>

#include "base/buffer.h"
#include "base/text.h"
#include "evidence/plain_text.h"

enum quote_outcome {
    QUOTE_VERBATIM,
    QUOTE_NORMALISED, /* the same but for typesetting */
    QUOTE_AMBIGUOUS,  /* the article has it twice or more */
    QUOTE_ALTERED,    /* half of its words at least are there, in this order */
    QUOTE_NOT_FOUND,
    QUOTE_NO_ARTICLE,
    QUOTE_OUTCOMES,
};

struct quote_check {
    enum quote_outcome outcome;
    size_t start, end;    /* bytes of the article; for QUOTE_NOT_FOUND the nearest sentence */
    size_t places;        /* how often the article has it */
    struct buffer detail; /* what differs: for QUOTE_NORMALISED the kinds, for QUOTE_ALTERED the
                             words, for QUOTE_NOT_FOUND the nearest sentence, or why
                             none was looked for */
};

/* The words in front of a quote and behind it, to find it where the article has it twice. */
struct quote_context {
    struct text prefix, suffix;
};

/*
 * A quote that starts or ends within a word or number of the article, or beside its currency sign,
 * sign or percent sign, is not the same. Of several places, the only one with the context is taken.
 * The caller releases the check.
 */
void quote_check_make(struct quote_check *check, struct text quote, struct quote_context context,
                      const struct plain_text *article);
void quote_check_release(struct quote_check *check);
/* "verbatim", "not found". */
const char *quote_outcome_word(enum quote_outcome outcome);

#endif
