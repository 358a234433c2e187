/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Places in an order: "India's second-largest trading partner". */
#ifndef TRADESCOPE_EXTRACT_RANKS_H
#define TRADESCOPE_EXTRACT_RANKS_H

#include <stdbool.h>
#include <stddef.h>

#include "data/table/vocabulary.h"
#include "extract/story.h"

struct rank {
    size_t first, last; /* tokens: from the place to the role */
    long place;
    enum flow flow;
    const char *reporter, *partner; /* "" if unknown */
    struct text product; /* "oil" of "the third largest oil importer"; empty for all goods */
    const char *scope;   /* the group that it is within; "" if none is named */
    bool reporter_is_carried;
};

/* Reads the rank that starts at token *i, and puts *i behind it. */
bool rank_read(const struct story *story, const struct story_sentence *sentence, size_t *i,
               struct rank *rank);
/* The same for "and 25th in the world" behind another rank. */
bool rank_continue(const struct story_sentence *sentence, size_t *i, const struct rank *before,
                   struct rank *rank);

#endif
