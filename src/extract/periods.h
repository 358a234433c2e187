/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The period that a quantity covers, and the one that it is compared with. */
#ifndef TRADESCOPE_EXTRACT_PERIODS_H
#define TRADESCOPE_EXTRACT_PERIODS_H

#include <stdbool.h>
#include <stddef.h>

#include "extract/measures.h"
#include "extract/story.h"

enum base_kind { BASE_NONE, BASE_STATED, BASE_YEAR_BEFORE, BASE_PERIOD_BEFORE };

struct covered {
    struct period period; /* PERIOD_NONE if the sentence names none */
    bool is_by_date;      /* worked out from the date of the article */
    bool is_deadline;
    bool is_unknown;  /* "last year" in an article without a date */
    bool is_aside;    /* of a clause on another time: "since April, when" */
    bool is_relative; /* the one before that of the context */
    bool is_near;     /* it is behind the quantity, in the same clause */
    enum base_kind base_kind;
    struct period base; /* of BASE_STATED */
};

/* The tokens from `first` to `last` are those of the quantity or rank. */
struct covered covered_make(const struct story_sentence *sentence, size_t first, size_t last);
/* Returns the period that the sentence is about: the first that it mentions, or PERIOD_NONE. */
struct period covered_topic(const struct story_sentence *sentence, bool *is_by_date);
/* Returns the period that growth is compared with; PERIOD_NONE if the article does not say. */
struct period covered_base(const struct covered *covered, struct period period);

#endif
