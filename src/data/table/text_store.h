/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Texts that live as long as their store, each known by one pointer. Zero-initialise it.
 */
#ifndef TRADESCOPE_DATA_TABLE_TEXT_STORE_H
#define TRADESCOPE_DATA_TABLE_TEXT_STORE_H

#include <stdint.h>
#include <string.h>

#include "base/text.h"

struct text_block;
struct text_store {
    struct text_block *newest;
};

/* A stored text: its bytes and a NUL, before which lies their number. */
typedef const char *stored_text;
/* The empty one, which is in no store. */
extern const stored_text stored_empty;

static inline struct text stored_text_of(stored_text stored)
{
    uint32_t length;
    memcpy(&length, stored - sizeof length, sizeof length);
    return (struct text){stored, length};
}

/* NULL without memory, or where the text has 4 GiB. */
stored_text text_store_add(struct text_store *store, struct text text);
/* Hands all that `from` holds to `to`; texts stay where they are. */
void text_store_move(struct text_store *to, struct text_store *from);
void text_store_release(struct text_store *store);

#endif
