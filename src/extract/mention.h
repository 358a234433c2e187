/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The periods that a sentence mentions, in words and digits. */
#ifndef TRADESCOPE_EXTRACT_MENTION_H
#define TRADESCOPE_EXTRACT_MENTION_H

#include <stdbool.h>
#include <stddef.h>

#include "data/value/period.h"
#include "extract/token.h"

enum mention_role {
    MENTION_OF,          /* a number may be of this period */
    MENTION_BASE,        /* what a number is compared with */
    MENTION_BASE_YEAR,   /* the same: a year before; the period is not set */
    MENTION_BASE_BEFORE, /* the same: the period before; not set */
    MENTION_SINCE,       /* since when a record holds */
    MENTION_DAY,         /* a day of the week, on which something was said or done */
};

struct mention {
    size_t first, last; /* tokens, both included */
    enum mention_role role;
    struct period period;
    bool is_by_date; /* worked out from the date of the article */
    bool is_deadline;
    bool is_relative; /* the one before that of the context; `period` is by the article's date */
};

struct mention_list {
    struct mention *items; /* owned */
    size_t count, capacity;
};

/* What periods in words depend on. */
struct mention_basis {
    struct period date; /* of the article; PERIOD_NONE if it is not known */
    int year;           /* of months without one, where the article has no date; 0 for none */
    bool is_fiscal;     /* "the current year" is a fiscal year */
};

/* Appends the periods that the tokens mention. */
void mention_list_add(struct mention_list *list, struct mention_basis basis,
                      const struct news_token *tokens, size_t count);
void mention_list_release(struct mention_list *list);
/* Returns the period a year before. */
struct period period_year_before(struct period period);
/* Returns the months from the first of one to the last of the other. */
struct period period_span(struct period first, struct period last);

#endif
