/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Vectors of sixteen bytes in the compiler's notation, which every processor of today supports. */
#ifndef TRADESCOPE_BASE_VEC16_H
#define TRADESCOPE_BASE_VEC16_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#define VEC16_BYTES ((size_t)16)

typedef uint8_t vec16 __attribute__((vector_size(16)));

static inline vec16 vec16_read(const char *bytes)
{
    vec16 read;
    memcpy(&read, bytes, sizeof read);
    return read;
}

/* Returns one bit per byte that is all ones, the lowest for the first byte. */
static inline uint64_t vec16_bits(vec16 equal)
{
#ifdef __SSE2__
    return (uint64_t)_mm_movemask_epi8((__m128i)equal);
#else
    static const vec16 weights = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
    uint8_t weighed[VEC16_BYTES];
    uint64_t bits[2] = {0};
    equal &= weights;
    memcpy(weighed, &equal, sizeof weighed);
    for (size_t i = 0; i < VEC16_BYTES; i++)
        bits[i / 8] += weighed[i];
    return bits[0] | bits[1] << 8;
#endif
}

#endif
