/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts that live as long as their store, each represented by one pointer. Zero-initialise it. */
#ifndef TRADESCOPE_DATA_TABLE_TEXT_STORE_H
#define TRADESCOPE_DATA_TABLE_TEXT_STORE_H

#include <stdint.h>
#include <string.h>

#include "base/text.h"

struct text_block;
struct text_store {
    struct text_block *newest;
};

/* A stored text: its bytes and a NUL, preceded by the length. */
typedef const char *stored_text;
/* The empty text, which belongs to no store. */
extern const stored_text stored_empty;

static inline struct text stored_text_of(stored_text stored)
{
    uint32_t length;
    memcpy(&length, stored - sizeof length, sizeof length);
    return (struct text){stored, length};
}

/* Returns NULL without memory, or if the text has 4 GiB or more. */
stored_text text_store_add(struct text_store *store, struct text text);
/* Moves all texts of `from` to `to`. Their addresses do not change. */
void text_store_move(struct text_store *to, struct text_store *from);
void text_store_release(struct text_store *store);

#endif
