/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Distinct texts and their codes, numbered in order of insertion. Code 0 is the empty text. */
#ifndef TRADESCOPE_DATA_TABLE_DICTIONARY_H
#define TRADESCOPE_DATA_TABLE_DICTIONARY_H

#include <stddef.h>
#include <stdint.h>

#include "base/text.h"
#include "base/short_text.h"

#define NO_CODE UINT32_MAX
#define HASH_KEYS 4 /* random numbers that the hash needs */

struct dictionary_slot {
    struct short_text bytes; /* of a short text; the hash of a longer one */
    uint32_t length;         /* the lower half of its length */
    uint32_t code;           /* 0 while free */
};

struct dictionary {
    struct text *words;            /* one per code; NULL while zeroed */
    struct dictionary_slot *slots; /* open addressing */
    size_t count, capacity;        /* number of words; 0 while zeroed */
    size_t slot_count;             /* a power of two, at least twice the number of words; or 0 */
    unsigned slot_shift;           /* 64 minus the number of bits of a slot number */
    uint64_t key[HASH_KEYS];
};

/*
 * A zeroed dictionary contains the empty word too. It allocates no memory until another one is
 * added.
 */
void dictionary_init(struct dictionary *dictionary);
void dictionary_release(struct dictionary *dictionary);
/* Returns the number of codes, including that of the empty text. */
static inline size_t dictionary_count(const struct dictionary *dictionary)
{
    return dictionary->count ? dictionary->count : 1;
}
static inline struct text dictionary_word(const struct dictionary *dictionary, uint32_t code)
{
    return code ? dictionary->words[code] : (struct text){"", 0};
}
/* Returns NO_CODE if the text is missing. */
uint32_t dictionary_find(const struct dictionary *dictionary, struct text text);
/*
 * Adds a text that is missing, and that must live as long as the dictionary. Returns NO_CODE
 * without memory.
 */
uint32_t dictionary_add(struct dictionary *dictionary, struct text text);
/* Fills the key with random bytes, which make the hash unpredictable. */
void dictionary_draw_key(uint64_t key[HASH_KEYS]);
/* Two texts collide with the probability of a random 64-bit hash. */
uint64_t dictionary_hash(const uint64_t key[HASH_KEYS], struct text text);

/* Adds the upper halves of two 128-bit products, whose topmost bits are mixed best. */
static inline uint64_t dictionary_hash_short(const uint64_t key[HASH_KEYS], struct short_text bytes)
{
    unsigned __int128 low = (unsigned __int128)bytes.first * key[0];
    uint64_t high = bytes.first * key[1];
    if (bytes.last) {
        low += (unsigned __int128)bytes.last * key[2];
        high += bytes.last * key[3];
    }
    return (uint64_t)(low >> 64) + high;
}

/* The same as dictionary_find() for a text of 1 to SHORT_TEXT bytes. */
static inline uint32_t dictionary_find_short(const struct dictionary *dictionary,
                                             struct short_text bytes, size_t length)
{
    if (!dictionary->slot_count)
        return NO_CODE;
    size_t mask = dictionary->slot_count - 1;
    size_t at = dictionary_hash_short(dictionary->key, bytes) >> dictionary->slot_shift;
    for (;; at = (at + 1) & mask) {
        const struct dictionary_slot *slot = &dictionary->slots[at];
        if (short_text_is_same(slot->bytes, bytes) && slot->length == length)
            return slot->code;
        if (!slot->code)
            return NO_CODE;
    }
}

#endif
