/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whose trade a quantity is, and with whom. */
#ifndef TRADESCOPE_EXTRACT_PARTIES_H
#define TRADESCOPE_EXTRACT_PARTIES_H

#include <stdbool.h>
#include <stddef.h>

#include "extract/measures.h"
#include "extract/story.h"

struct parties {
    const char *reporter, *partner;               /* "" if unknown or none */
    bool reporter_is_carried, partner_is_carried; /* from other sentences */
    bool is_its;                                  /* the sentence says "its" or "the country's" */
    bool is_unnamed; /* of an owner that is no country: "the six members' trade" */
};

/*
 * The countries of a word of trade and a quantity, as far as the sentence names them. `flow` is the
 * value of that word, which may be in another sentence.
 */
struct parties parties_find(const struct story *story, const struct story_sentence *sentence,
                            const struct news_quantity *quantity, const struct trade_sense *sense,
                            const char *flow);
/* Completes them from the rest of the article; `is_of_pair` for what two countries have in common.
 */
void parties_carry(struct parties *parties, const struct story *story,
                   const struct story_sentence *sentence, bool is_of_pair);
/* Returns the token of a country behind `i` within a few words, such as "the"; or NO_TOKEN. */
size_t parties_place_behind(const struct story_sentence *sentence, size_t i);
/* Returns the token of the country that is the subject before `i`; or NO_TOKEN. */
size_t parties_subject(const struct story_sentence *sentence, size_t i);

#endif
