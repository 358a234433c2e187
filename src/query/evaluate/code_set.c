/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "query/evaluate/code_set.h"

#include "base/cpu.h"

#include <float.h>
#include <math.h>
#include <string.h>

#define WORD_ROWS ((size_t)64)

static void set_bit(struct code_set *set, size_t code)
{
    if (code <= UINT8_MAX)
        set->bits[code / 128][code % 16] |= (uint8_t)(1U << code / 16 % 8);
}

struct code_set code_set_of(const uint8_t *has, size_t count)
{
    struct code_set set = {.has = has, .first = SIZE_MAX};
    size_t size = 0;
    for (size_t code = 0; code < count; code++) {
        if (!has[code])
            continue;
        set.first = size++ ? set.first : code;
        set.last = code;
        set_bit(&set, code);
    }
    set.is_range = size && set.last - set.first + 1 == size;
    return set;
}

/* --- the rows among up to 64 whose code is in the set --- */

#define ROWS_OF(type)                                                                           \
    static uint64_t rows_of_##type(const struct code_set *set, const type *codes, size_t count) \
    {                                                                                           \
        uint64_t rows = 0;                                                                      \
        for (size_t i = 0; i < count; i++)                                                      \
            rows |= (uint64_t)set->has[codes[i]] << i;                                          \
        return rows;                                                                            \
    }
ROWS_OF(uint8_t)
ROWS_OF(uint16_t)
ROWS_OF(uint32_t)

#ifdef __x86_64__
/* The highest bit of a code selects the half, its lowest four the byte, and the others the bit. */
AVX2 static inline uint32_t rows_of_32(const struct code_set *set, const uint8_t *bytes)
{
    __m256i codes = _mm256_loadu_si256((const __m256i *)(const void *)bytes);
    __m256i nibbles = _mm256_set1_epi8(0x0f);
    __m256i halves[2];
    for (size_t half = 0; half < 2; half++)
        halves[half] = _mm256_broadcastsi128_si256(
            _mm_loadu_si128((const __m128i *)(const void *)set->bits[half]));
    __m256i low = _mm256_and_si256(codes, nibbles);
    __m256i high = _mm256_and_si256(_mm256_srli_epi16(codes, 4), nibbles);
    __m256i bits = _mm256_blendv_epi8(_mm256_shuffle_epi8(halves[0], low),
                                      _mm256_shuffle_epi8(halves[1], low), codes);
    __m256i bit =
        _mm256_shuffle_epi8(_mm256_broadcastsi128_si256(_mm_setr_epi8(
                                1, 2, 4, 8, 16, 32, 64, -128, 1, 2, 4, 8, 16, 32, 64, -128)),
                            high);
    __m256i is_out = _mm256_cmpeq_epi8(_mm256_and_si256(bits, bit), _mm256_setzero_si256());
    return ~(uint32_t)_mm256_movemask_epi8(is_out);
}

AVX2 static void narrow_bytes(const struct code_set *set, const uint8_t *codes, size_t count,
                              uint64_t *words)
{
    for (size_t word = 0; word < count; word++, codes += WORD_ROWS)
        if (words[word])
            words[word] &= rows_of_32(set, codes) | (uint64_t)rows_of_32(set, codes + 32) << 32;
}

/* A code is in the range if subtracting the first gives at most the span. */
static inline __m128i are_in_range(const uint16_t *codes, __m128i first, __m128i span)
{
    __m128i from_first =
        _mm_sub_epi16(_mm_loadu_si128((const __m128i *)(const void *)codes), first);
    return _mm_cmpeq_epi16(_mm_subs_epu16(from_first, span), _mm_setzero_si128());
}

static void narrow_to_range(const struct code_set *set, const uint16_t *codes, size_t count,
                            uint64_t *words)
{
    __m128i first = _mm_set1_epi16((short)set->first);
    __m128i span = _mm_set1_epi16((short)(set->last - set->first));
    for (size_t word = 0; word < count; word++, codes += WORD_ROWS) {
        uint64_t rows = 0;
        for (size_t i = 0; i < WORD_ROWS && words[word]; i += 16) {
            __m128i are_in = _mm_packs_epi16(are_in_range(codes + i, first, span),
                                             are_in_range(codes + i + 8, first, span));
            rows |= (uint64_t)(unsigned)_mm_movemask_epi8(are_in) << i;
        }
        words[word] &= rows;
    }
}
#endif

/* Narrows the words with full 64 rows by vectors. Returns their number. */
static size_t narrow_side_by_side(const struct code_set *set, const void *codes, unsigned width,
                                  size_t count, uint64_t *words)
{
#ifdef __x86_64__
    size_t full = count / WORD_ROWS;
    if (!set->is_portable && width == 1 && cpu_has_avx2())
        narrow_bytes(set, codes, full, words);
    else if (!set->is_portable && width == 2 && set->is_range)
        narrow_to_range(set, codes, full, words);
    else
        full = 0;
    return full;
#else
    (void)set, (void)codes, (void)width, (void)count, (void)words;
    return 0;
#endif
}

static uint64_t rows_of_word(const struct code_set *set, const void *codes, unsigned width,
                             size_t first, size_t count)
{
    switch (width) {
    case 1:
        return rows_of_uint8_t(set, (const uint8_t *)codes + first, count);
    case 2:
        return rows_of_uint16_t(set, (const uint16_t *)codes + first, count);
    default:
        return rows_of_uint32_t(set, (const uint32_t *)codes + first, count);
    }
}

void code_set_narrow(const struct code_set *set, struct codes codes, size_t first, size_t count,
                     uint64_t *words)
{
    size_t word_count = (count + WORD_ROWS - 1) / WORD_ROWS;
    if (codes.width == 0) {
        for (size_t word = 0; word < word_count && !set->has[codes.constant]; word++)
            words[word] = 0;
        return;
    }
    const void *from = (const char *)codes.codes + first * codes.width;
    size_t done = narrow_side_by_side(set, from, codes.width, count, words);
    for (size_t word = done; word < word_count; word++) {
        size_t row = word * WORD_ROWS, left = count - row;
        if (words[word])
            words[word] &=
                rows_of_word(set, from, codes.width, row, left < WORD_ROWS ? left : WORD_ROWS);
    }
}

#define SIGN_BIT ((uint64_t)1 << 63)

/* Maps doubles to integers in the same order, neighbours to neighbours. */
static uint64_t place_of(double number)
{
    uint64_t bits;
    memcpy(&bits, &number, sizeof bits);
    return bits & SIGN_BIT ? ~bits : bits | SIGN_BIT;
}

static double number_at(uint64_t place)
{
    uint64_t bits = place & SIGN_BIT ? place & ~SIGN_BIT : ~place;
    double number;
    memcpy(&number, &bits, sizeof number);
    return number;
}

/*
 * Returns the least number for which the comparison with the value gives at least `side`; infinity
 * if there is none.
 */
static double least_on_side(double value, int side)
{
    uint64_t low = place_of(-DBL_MAX), high = place_of(DBL_MAX);
    if (quantity_compare(DBL_MAX, value) < side)
        return INFINITY;
    while (low < high) {
        uint64_t middle = low + (high - low) / 2;
        if (quantity_compare(number_at(middle), value) < side)
            low = middle + 1;
        else
            high = middle;
    }
    return number_at(low);
}

static double below(double number)
{
    return nextafter(number, -INFINITY);
}

static struct number_range range_of_comparison(enum comparison comparison, double value)
{
    double at = least_on_side(value, 0), above = least_on_side(value, 1);
    switch (comparison) {
    case COMPARISON_LESS:
        return (struct number_range){-INFINITY, below(at)};
    case COMPARISON_LESS_EQUAL:
        return (struct number_range){-INFINITY, below(above)};
    case COMPARISON_GREATER:
        return (struct number_range){above, INFINITY};
    case COMPARISON_GREATER_EQUAL:
        return (struct number_range){at, INFINITY};
    default:
        return (struct number_range){at, below(above)};
    }
}

struct number_range number_range_of(enum comparison comparison, const struct operand *operand)
{
    double low = operand->low.number.value, high = operand->high.number.value;
    if (operand->kind != OPERAND_RANGE)
        return range_of_comparison(comparison, low);
    return (struct number_range){
        operand->low.is_open ? -INFINITY : least_on_side(low, 0),
        operand->high.is_open ? INFINITY : below(least_on_side(high, 1)),
    };
}
