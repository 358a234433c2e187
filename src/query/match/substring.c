/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "query/match/substring.h"

#include "base/ascii.h"
#include "base/cpu.h"
#include "base/vec16.h"
#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

#define CASE_BIT 0x20 /* the bit in which upper and lower case ASCII letters differ */

static char fold(char byte)
{
    return ascii_is_letter(byte) ? (char)(byte | CASE_BIT) : byte;
}

/* Estimates how rare a byte is in text of languages that use these letters. */
static size_t rarity(char byte)
{
    static const char common[] = " etaoinsrhldcumfpgwybvk";
    const char *place = strchr(common, fold(byte));
    return place && byte ? (size_t)(place - common) : sizeof common;
}

void substring_init(struct substring *needle, struct text text, bool folds)
{
    *needle = (struct substring){
        .bytes = xstrndup(text.data, text.length), .length = text.length, .folds = folds};
    for (size_t i = 0; folds && i < text.length; i++)
        needle->bytes[i] = fold(needle->bytes[i]);
    needle->second = text.length - 1;
    for (size_t i = 0; i < text.length; i++)
        if (rarity(text.data[i]) > rarity(text.data[needle->first]))
            needle->first = i;
    for (size_t i = 0; i < text.length; i++)
        if (i != needle->first && rarity(text.data[i]) > rarity(text.data[needle->second]))
            needle->second = i;
}

void substring_release(struct substring *needle)
{
    free(needle->bytes);
    *needle = (struct substring){0};
}

/* Returns the bits to set in a byte before it is compared. */
static char mask_at(const struct substring *needle, size_t place)
{
    return needle->folds && ascii_is_letter(needle->bytes[place]) ? CASE_BIT : 0;
}

static bool stands_at(const struct substring *needle, const char *bytes)
{
    if (!needle->folds)
        return memcmp(bytes, needle->bytes, needle->length) == 0;
    for (size_t i = 0; i < needle->length; i++)
        if (fold(bytes[i]) != needle->bytes[i])
            return false;
    return true;
}

static bool is_within(const struct substring *needle, const char *bytes, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (stands_at(needle, bytes + i))
            return true;
    return false;
}

/* The two bytes that are compared first, and the bits to set in a text before. */
struct probe {
    vec16 first, second, first_mask, second_mask;
};

static vec16 spread(char byte)
{
    return (vec16){0} + (uint8_t)byte;
}

static struct probe probe_of(const struct substring *needle)
{
    return (struct probe){
        spread(needle->bytes[needle->first]), spread(needle->bytes[needle->second]),
        spread(mask_at(needle, needle->first)), spread(mask_at(needle, needle->second))};
}

/* Returns the positions, of the sixteen from `bytes`, at which both bytes are found. */
static inline uint64_t places_in(const struct substring *needle, const struct probe *probe,
                                 const char *bytes)
{
    vec16 first = vec16_read(bytes + needle->first) | probe->first_mask;
    vec16 second = vec16_read(bytes + needle->second) | probe->second_mask;
    return vec16_bits((vec16)(first == probe->first) & (vec16)(second == probe->second));
}

/* True if the text is at one of the positions, given as bits. */
static bool stands_in(const struct substring *needle, const char *bytes, uint64_t places)
{
    for (; places; places &= places - 1)
        if (stands_at(needle, bytes + __builtin_ctzll(places)))
            return true;
    return false;
}

/* The last positions are examined together with some before them. */
static bool is_in(const struct substring *needle, const struct probe *probe, struct text text)
{
    if (text.length < needle->length)
        return false;
    size_t places = text.length - needle->length + 1;
    if (places < VEC16_BYTES)
        return is_within(needle, text.data, places);
    const char *last = text.data + places - VEC16_BYTES;
    for (const char *bytes = text.data; bytes < last; bytes += VEC16_BYTES)
        if (stands_in(needle, bytes, places_in(needle, probe, bytes)))
            return true;
    return stands_in(needle, last, places_in(needle, probe, last));
}

static uint64_t select_portably(const struct substring *needle, const struct text *texts,
                                uint64_t among)
{
    const struct probe probe = probe_of(needle);
    uint64_t found = 0;
    for (; among; among &= among - 1) {
        int i = __builtin_ctzll(among);
        found |= (uint64_t)is_in(needle, &probe, texts[i]) << i;
    }
    return found;
}

#ifdef __x86_64__
#define WIDE_BYTES ((size_t)64)

/* See struct probe. */
struct wide_probe {
    __m256i first, second, first_mask, second_mask;
};

AVX2 static inline __m256i read_wide(const char *bytes)
{
    return _mm256_loadu_si256((const __m256i *)(const void *)bytes);
}

/* Returns all bits of the bytes, of the thirty-two from `bytes`, at which both bytes are found. */
AVX2 static inline __m256i both_in_wide(const struct substring *needle,
                                        const struct wide_probe *probe, const char *bytes,
                                        bool folds)
{
    __m256i first = read_wide(bytes + needle->first);
    __m256i second = read_wide(bytes + needle->second);
    if (folds) {
        first = _mm256_or_si256(first, probe->first_mask);
        second = _mm256_or_si256(second, probe->second_mask);
    }
    return _mm256_and_si256(_mm256_cmpeq_epi8(first, probe->first),
                            _mm256_cmpeq_epi8(second, probe->second));
}

/* The same for twice as many positions. */
AVX2 static inline __attribute__((always_inline)) bool
stands_in_wide(const struct substring *needle, const struct wide_probe *probe, const char *bytes,
               bool folds)
{
    __m256i low = both_in_wide(needle, probe, bytes, folds);
    __m256i high = both_in_wide(needle, probe, bytes + sizeof low, folds);
    __m256i any = _mm256_or_si256(low, high);
    if (__builtin_expect(_mm256_testz_si256(any, any), 1))
        return false;
    uint64_t places = (uint32_t)_mm256_movemask_epi8(low) |
                      (uint64_t)(uint32_t)_mm256_movemask_epi8(high) << sizeof low;
    return stands_in(needle, bytes, places);
}

AVX2 static inline __attribute__((always_inline)) bool is_in_wide(const struct substring *needle,
                                                                  const struct wide_probe *wide,
                                                                  const struct probe *probe,
                                                                  struct text text, bool folds)
{
    if (text.length < needle->length + WIDE_BYTES)
        return is_in(needle, probe, text);
    const char *last = text.data + text.length - needle->length + 1 - WIDE_BYTES;
    for (const char *bytes = text.data; bytes < last; bytes += WIDE_BYTES)
        if (stands_in_wide(needle, wide, bytes, folds))
            return true;
    return stands_in_wide(needle, wide, last, folds);
}

AVX2 static uint64_t select_wide(const struct substring *needle, const struct text *texts,
                                 uint64_t among)
{
    const struct probe probe = probe_of(needle);
    const struct wide_probe wide = {
        _mm256_set1_epi8(needle->bytes[needle->first]),
        _mm256_set1_epi8(needle->bytes[needle->second]),
        _mm256_set1_epi8(mask_at(needle, needle->first)),
        _mm256_set1_epi8(mask_at(needle, needle->second)),
    };
    uint64_t found = 0;
    for (; among; among &= among - 1) {
        int i = __builtin_ctzll(among);
        bool is_found = needle->folds ? is_in_wide(needle, &wide, &probe, texts[i], true)
                                      : is_in_wide(needle, &wide, &probe, texts[i], false);
        found |= (uint64_t)is_found << i;
    }
    return found;
}
#endif

uint64_t substring_select(const struct substring *needle, const struct text *texts, uint64_t among)
{
#ifdef __x86_64__
    if (!needle->is_portable && cpu_has_avx2())
        return select_wide(needle, texts, among);
#endif
    return select_portably(needle, texts, among);
}
