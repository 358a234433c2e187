/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * An article read into sentences of tokens, quantities and periods, with what holds for all of it:
 * its date, the country that it is about, and the country that this one trades with.
 */
#ifndef TRADESCOPE_EXTRACT_STORY_H
#define TRADESCOPE_EXTRACT_STORY_H

#include <stdbool.h>
#include <stddef.h>

#include "base/memory.h"
#include "extract/mention.h"
#include "extract/quantity.h"
#include "extract/sentence.h"
#include "extract/token.h"

/*
 * Bytes. What is longer is no sentence but a table or a damaged file; its tokens are not read, as
 * the time for a sentence grows with the square of its length.
 */
#define LONGEST_SENTENCE 4000

struct story_sentence {
    size_t start, end, paragraph;    /* see struct sentence */
    const struct news_token *tokens; /* of the story */
    size_t count;
    const struct news_quantity *quantities;
    size_t quantity_count;
    const struct mention *mentions;
    size_t mention_count;
};

struct story {
    struct text article;
    struct story_sentence *sentences; /* owned */
    size_t count;
    struct period date;           /* of the article; PERIOD_NONE if it does not say */
    int year;                     /* that it speaks of most; 0 if it names none */
    struct text title, publisher; /* parts of its first line */
    const char *main, *second;    /* countries; "" if none is clear */
    bool is_bilateral;            /* it is about the trade of these two */
    bool is_only_bilateral;       /* ... and hardly any other */
    bool is_by_month;             /* it compares with the month or quarter before */
    size_t flow_words;            /* words of trade in it */
    size_t too_long;              /* sentences that are not read, as LONGEST_SENTENCE says */
    struct arena arena;
    struct token_list tokens;
    struct quantity_list quantities;
    struct mention_list mentions;
};

/* `today` is the date of an article that has none; PERIOD_NONE for an unknown one. */
void story_make(struct story *story, const struct news_words *words, struct text article,
                struct period today);
void story_release(struct story *story);
/* True for a word of trade that needs no other beside it. */
bool story_is_flow(const struct news_token *token);

#endif
