/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds the bytes of a block that may end a field. */
#ifndef TRADESCOPE_DATA_CSV_CSV_MARKS_H
#define TRADESCOPE_DATA_CSV_CSV_MARKS_H

#include <stddef.h>
#include <stdint.h>

#include "base/cpu.h"
#include "base/vec16.h"

#define CSV_BLOCK ((size_t)64)
#define CSV_NO_BLOCK (SIZE_MAX - CSV_BLOCK + 1) /* a block number that does not occur */

/* One bit for each byte of a block. */
struct csv_marks {
    uint64_t separators, quotes, feeds;
    uint64_t returns; /* needed only if some blank is not a line feed */
    uint64_t blanks;  /* and other control characters */
};

/* Finds the marks of a block. */
typedef struct csv_marks csv_marks_finder(const char *bytes, char separator);

static inline struct csv_marks csv_marks_portable(const char *bytes, char separator)
{
    struct csv_marks marks = {0};
    for (size_t i = 0; i < CSV_BLOCK; i += VEC16_BYTES) {
        vec16 some = vec16_read(bytes + i);
        marks.separators |= vec16_bits((vec16)(some == (uint8_t)separator)) << i;
        marks.quotes |= vec16_bits((vec16)(some == (uint8_t)'"')) << i;
        marks.feeds |= vec16_bits((vec16)(some == (uint8_t)'\n')) << i;
        marks.blanks |= vec16_bits((vec16)(some <= (uint8_t)' ')) << i;
    }
    for (size_t i = 0; marks.blanks != marks.feeds && i < CSV_BLOCK; i += VEC16_BYTES)
        marks.returns |= vec16_bits((vec16)(vec16_read(bytes + i) == (uint8_t)'\r')) << i;
    return marks;
}

#ifdef __x86_64__
/* Returns one bit for each byte of two vectors that equals `byte`. */
AVX2 static inline uint64_t csv_marks_of_byte(__m256i low, __m256i high, char byte)
{
    __m256i wanted = _mm256_set1_epi8(byte);
    return (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(low, wanted)) |
           (uint64_t)(uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(high, wanted)) << 32;
}

AVX2 static inline struct csv_marks csv_marks_avx2(const char *bytes, char separator)
{
    __m256i low = _mm256_loadu_si256((const __m256i *)(const void *)bytes);
    __m256i high = _mm256_loadu_si256((const __m256i *)(const void *)(bytes + sizeof low));
    __m256i space = _mm256_set1_epi8(' ');
    struct csv_marks marks = {.separators = csv_marks_of_byte(low, high, separator),
                              .quotes = csv_marks_of_byte(low, high, '"'),
                              .feeds = csv_marks_of_byte(low, high, '\n'),
                              .blanks = csv_marks_of_byte(_mm256_max_epu8(low, space),
                                                          _mm256_max_epu8(high, space), ' ')};
    if (marks.blanks != marks.feeds)
        marks.returns = csv_marks_of_byte(low, high, '\r');
    return marks;
}
#endif

/* Finds the marks of the last block of a text, of which `left` bytes exist. */
struct csv_marks csv_marks_of_rest(const char *bytes, size_t left, char separator);

/* Finds the marks of the block that begins at `block` of a text. */
static inline __attribute__((always_inline)) struct csv_marks
csv_marks_at(const char *text, size_t length, size_t block, char separator, csv_marks_finder *find)
{
    size_t left = length - block;
    return left >= CSV_BLOCK ? find(text + block, separator)
                             : csv_marks_of_rest(text + block, left, separator);
}

#endif
