/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sentences of an article, in order. Headlines and lines of lists are sentences too. */
#ifndef TRADESCOPE_EXTRACT_SENTENCE_H
#define TRADESCOPE_EXTRACT_SENTENCE_H

#include <stddef.h>

#include "base/text.h"

struct sentence {
    size_t start, end; /* bytes of the article, without blanks around */
    size_t paragraph;  /* its number */
};

struct sentence_list {
    struct sentence *items; /* owned */
    size_t count, capacity;
};

/* The caller releases the list. */
void sentence_list_make(struct sentence_list *list, struct text article);
void sentence_list_release(struct sentence_list *list);

#endif
