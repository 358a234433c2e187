/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/dictionary.h"

#include "base/array.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { RECENT = 256, FIRST_SLOTS = 64 };

struct dictionary_slot {
    uint32_t code; /* 0 while free */
    uint32_t hash; /* its lower half tells most others apart, and places the word anew */
};

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

static uint32_t hash_of(const uint64_t key[2], struct text text)
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
    return (uint32_t)(v[0] ^ v[1] ^ v[2] ^ v[3]);
}

/* Without random bytes the clock and an address must do. */
static void draw_key(struct dictionary *dictionary)
{
    if (getentropy(dictionary->key, sizeof dictionary->key) == 0)
        return;
    dictionary->key[0] = (uint64_t)time(NULL);
    dictionary->key[1] = (uint64_t)(uintptr_t)dictionary->words;
}

void dictionary_init(struct dictionary *dictionary)
{
    *dictionary = (struct dictionary){.slot_count = FIRST_SLOTS};
    ARRAY_RESERVE(dictionary->words, 1, dictionary->capacity);
    dictionary->words[dictionary->count++] = (struct text){"", 0};
    dictionary->slots = xcalloc(FIRST_SLOTS, sizeof *dictionary->slots);
    dictionary->recent = xcalloc(RECENT, sizeof *dictionary->recent);
    draw_key(dictionary);
}

void dictionary_release(struct dictionary *dictionary)
{
    free(dictionary->words);
    free(dictionary->slots);
    free(dictionary->recent);
    *dictionary = (struct dictionary){0};
}

/* Words of one column differ most in their last bytes and their length. */
static uint32_t *recent_of(const struct dictionary *dictionary, struct text text)
{
    const unsigned char *data = (const unsigned char *)text.data;
    size_t last = text.length - 1;
    unsigned mixed = data[last] + 7u * data[last / 2] + 31u * data[last - last / 4] +
                     101u * data[0] + (unsigned)text.length;
    return &dictionary->recent[mixed % RECENT];
}

/* The slot of the text, or the free one that it would take. */
static struct dictionary_slot *slot_of(const struct dictionary *dictionary, struct text text,
                                       uint32_t hash)
{
    size_t mask = dictionary->slot_count - 1, at = hash & mask;
    for (;; at = (at + 1) & mask) {
        struct dictionary_slot *slot = &dictionary->slots[at];
        if (!slot->code ||
            (slot->hash == hash && text_is_equal(dictionary->words[slot->code], text)))
            return slot;
    }
}

uint32_t dictionary_find(const struct dictionary *dictionary, struct text text)
{
    if (!text.length)
        return 0;
    uint32_t *recent = recent_of(dictionary, text);
    if (*recent && text_is_equal(dictionary->words[*recent], text))
        return *recent;
    uint32_t code = slot_of(dictionary, text, hash_of(dictionary->key, text))->code;
    if (!code)
        return NO_CODE;
    *recent = code;
    return code;
}

static void grow(struct dictionary *dictionary)
{
    struct dictionary_slot *old = dictionary->slots;
    size_t old_count = dictionary->slot_count, mask = old_count * 2 - 1;
    dictionary->slot_count = old_count * 2;
    dictionary->slots = xcalloc(dictionary->slot_count, sizeof *dictionary->slots);
    for (size_t i = 0; i < old_count; i++) {
        if (!old[i].code)
            continue;
        size_t at = old[i].hash & mask;
        while (dictionary->slots[at].code)
            at = (at + 1) & mask;
        dictionary->slots[at] = old[i];
    }
    free(old);
}

uint32_t dictionary_add(struct dictionary *dictionary, struct text text)
{
    if ((dictionary->count + 1) * 2 > dictionary->slot_count)
        grow(dictionary);
    uint32_t hash = hash_of(dictionary->key, text), code = (uint32_t)dictionary->count;
    *slot_of(dictionary, text, hash) = (struct dictionary_slot){code, hash};
    ARRAY_RESERVE(dictionary->words, dictionary->count + 1, dictionary->capacity);
    dictionary->words[dictionary->count++] = text;
    *recent_of(dictionary, text) = code;
    return code;
}
