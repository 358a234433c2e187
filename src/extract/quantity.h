/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The numbers of a sentence that have a unit: amounts of money, per cent, folds, weights. */
#ifndef TRADESCOPE_EXTRACT_QUANTITY_H
#define TRADESCOPE_EXTRACT_QUANTITY_H

#include <stdbool.h>
#include <stddef.h>

#include "extract/token.h"

enum quantity_kind {
    QUANTITY_MONEY,
    QUANTITY_PERCENT,
    QUANTITY_FRACTION, /* "half", in per cent */
    QUANTITY_POINTS,
    QUANTITY_FOLD,
    QUANTITY_WEIGHT,
};

struct news_quantity {
    size_t first, last; /* tokens, both included */
    enum quantity_kind kind;
    struct text number;         /* digits, and a point if the article has one */
    const char *currency;       /* "" if the article has none */
    const char *scale;          /* "bn", or "" */
    const char *unit;           /* of a weight */
    const char *qualifier;      /* a word of the claims file; "" for an exact number */
    bool is_negative, has_sign; /* "-3 %"; "+3 %" has a sign too */
};

struct quantity_list {
    struct news_quantity *items; /* owned */
    size_t count, capacity;
};

/* Appends the quantities of the tokens. The numbers live in the arena, or in the tokens. */
void quantity_list_add(struct quantity_list *list, struct arena *arena,
                       const struct news_token *tokens, size_t count);
void quantity_list_release(struct quantity_list *list);

#endif
