/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The author of a file chooses its texts, but cannot make them collide: both hashes are keyed with
 * random bytes. Most words are short. A word of up to sixteen bytes lies in the slot itself, so
 * that finding it touches no other memory, and is hashed by multiplication (M. Dietzfelbinger,
 * Universal Hashing and k-Wise Independent Random Variables via Integer Arithmetic without Primes,
 * 1996). Longer texts are hashed by SipHash-1-3 (Aumasson and Bernstein), and the hash lies in the
 * slot.
 */
#include "config.h"

#include "data/table/dictionary.h"

#include "base/array.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { FIRST_SLOTS = 16 };

/* Without random bytes, use the clock and an address. */
void dictionary_draw_key(uint64_t key[HASH_KEYS])
{
    if (getentropy(key, HASH_KEYS * sizeof *key) == 0)
        return;
    for (size_t i = 0; i < HASH_KEYS; i++)
        key[i] = ((uint64_t)time(NULL) << 20 ^ (uint64_t)(uintptr_t)&key[i]) * (2 * i + 3);
}

static uint64_t rotate(uint64_t word, unsigned bits)
{
    return word << bits | word >> (64 - bits);
}

static void sip_round(uint64_t v[4])
{
    v[0] += v[1];
    v[2] += v[3];
    v[1] = rotate(v[1], 13) ^ v[0];
    v[3] = rotate(v[3], 16) ^ v[2];
    v[0] = rotate(v[0], 32);
    v[2] += v[1];
    v[0] += v[3];
    v[1] = rotate(v[1], 17) ^ v[2];
    v[3] = rotate(v[3], 21) ^ v[0];
    v[2] = rotate(v[2], 32);
}

static void sip_word(uint64_t v[4], uint64_t word)
{
    v[3] ^= word;
    sip_round(v);
    v[0] ^= word;
}

static uint64_t sip_hash(const uint64_t key[HASH_KEYS], struct text text)
{
    uint64_t v[4] = {key[0] ^ 0x736f6d6570736575u, key[1] ^ 0x646f72616e646f6du,
                     key[0] ^ 0x6c7967656e657261u, key[1] ^ 0x7465646279746573u};
    uint64_t word, last = (uint64_t)text.length << 56;
    size_t at = 0;
    for (; text.length - at >= sizeof word; at += sizeof word) {
        memcpy(&word, text.data + at, sizeof word);
        sip_word(v, word);
    }
    for (unsigned shift = 0; at < text.length; at++, shift += 8)
        last |= (uint64_t)(unsigned char)text.data[at] << shift;
    sip_word(v, last);
    v[2] ^= 0xff;
    for (int i = 0; i < 3; i++)
        sip_round(v);
    return v[0] ^ v[1] ^ v[2] ^ v[3];
}

uint64_t dictionary_hash(const uint64_t key[HASH_KEYS], struct text text)
{
    return text.length <= SHORT_TEXT ? dictionary_hash_short(key, short_text_of(text))
                                     : sip_hash(key, text);
}

static struct short_text bytes_of(const struct dictionary *dictionary, struct text text)
{
    return text.length <= SHORT_TEXT ? short_text_of(text)
                                     : (struct short_text){sip_hash(dictionary->key, text), 0};
}

static inline size_t first_slot(const struct dictionary *dictionary, struct short_text bytes)
{
    return dictionary_hash_short(dictionary->key, bytes) >> dictionary->slot_shift;
}

void dictionary_release(struct dictionary *dictionary)
{
    free(dictionary->words);
    free(dictionary->slots);
    *dictionary = (struct dictionary){0};
}

static uint32_t find_long(const struct dictionary *dictionary, struct text text)
{
    struct short_text bytes = bytes_of(dictionary, text);
    size_t mask = dictionary->slot_count - 1, at = first_slot(dictionary, bytes);
    for (;; at = (at + 1) & mask) {
        const struct dictionary_slot *slot = &dictionary->slots[at];
        if (!slot->code)
            return NO_CODE;
        if (short_text_is_same(slot->bytes, bytes) && slot->length == (uint32_t)text.length &&
            text_is_equal(dictionary->words[slot->code], text))
            return slot->code;
    }
}

uint32_t dictionary_find(const struct dictionary *dictionary, struct text text)
{
    if (!text.length)
        return 0;
    if (!dictionary->slot_count)
        return NO_CODE;
    if (text.length <= SHORT_TEXT)
        return dictionary_find_short(dictionary, short_text_of(text), text.length);
    return find_long(dictionary, text);
}

static void put(struct dictionary *dictionary, struct dictionary_slot slot)
{
    size_t mask = dictionary->slot_count - 1, at = first_slot(dictionary, slot.bytes);
    while (dictionary->slots[at].code)
        at = (at + 1) & mask;
    dictionary->slots[at] = slot;
}

static bool grow_slots(struct dictionary *dictionary)
{
    struct dictionary_slot *old = dictionary->slots;
    size_t old_count = dictionary->slot_count;
    size_t count = old_count ? old_count * 2 : FIRST_SLOTS;
    struct dictionary_slot *slots = reallocarray(NULL, count, sizeof *slots);
    if (!slots)
        return false;
    /*
     * Memory zeroed by the kernel would be read before it is written, which costs two faults per
     * page.
     */
    memset(slots, 0, count * sizeof *slots);
    if (!old_count)
        dictionary_draw_key(dictionary->key);
    dictionary->slots = slots;
    dictionary->slot_count = count;
    dictionary->slot_shift = 64 - (unsigned)__builtin_ctzll(count);
    for (size_t i = 0; i < old_count; i++)
        if (old[i].code)
            put(dictionary, old[i]);
    free(old);
    return true;
}

static bool grow_words(struct dictionary *dictionary)
{
    size_t capacity = dictionary->capacity ? dictionary->capacity * 2 : FIRST_SLOTS / 2;
    struct text *words = reallocarray(dictionary->words, capacity, sizeof *words);
    if (!words)
        return false;
    dictionary->words = words;
    dictionary->capacity = capacity;
    if (!dictionary->count)
        words[dictionary->count++] = (struct text){"", 0};
    return true;
}

void dictionary_init(struct dictionary *dictionary)
{
    *dictionary = (struct dictionary){0};
    if (!grow_words(dictionary))
        memory_exhausted(FIRST_SLOTS / 2 * sizeof *dictionary->words);
}

uint32_t dictionary_add(struct dictionary *dictionary, struct text text)
{
    if (dictionary->count >= NO_CODE)
        return NO_CODE;
    if ((dictionary->count + 1) * 2 > dictionary->slot_count && !grow_slots(dictionary))
        return NO_CODE;
    if (dictionary->count == dictionary->capacity && !grow_words(dictionary))
        return NO_CODE;
    uint32_t code = (uint32_t)dictionary->count++;
    dictionary->words[code] = text;
    put(dictionary,
        (struct dictionary_slot){bytes_of(dictionary, text), (uint32_t)text.length, code});
    return code;
}
