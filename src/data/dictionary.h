/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Distinct texts and their codes, in the order in which they came. Code 0 is the empty text.
 *
 * Who writes a file may choose its texts, but not so that they collide: the hash (SipHash-1-3, by
 * Aumasson and Bernstein) is keyed with random bytes.
 */
#ifndef TRADESCOPE_DATA_DICTIONARY_H
#define TRADESCOPE_DATA_DICTIONARY_H

#include <stddef.h>
#include <stdint.h>

#include "base/text.h"

#define NO_CODE UINT32_MAX

struct dictionary_slot;

struct dictionary {
    struct text *words; /* one a code */
    size_t count, capacity;
    struct dictionary_slot *slots; /* open addressing */
    size_t slot_count;             /* a power of two, at least twice the words */
    uint32_t *recent;              /* codes, by a few bytes of their text: asked first */
    uint64_t key[2];
};

void dictionary_init(struct dictionary *dictionary);
void dictionary_release(struct dictionary *dictionary);
/* NO_CODE where the text is not in. */
uint32_t dictionary_find(const struct dictionary *dictionary, struct text text);
/* Adds a text that is not in, which must live as long as the dictionary. */
uint32_t dictionary_add(struct dictionary *dictionary, struct text text);

#endif
