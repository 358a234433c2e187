/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Sixteen bytes at a time, by the vectors of the compiler: what every processor of today has.
 */
#ifndef TRADESCOPE_BASE_LANE_H
#define TRADESCOPE_BASE_LANE_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#define LANE_BYTES ((size_t)16)

typedef uint8_t lane __attribute__((vector_size(16)));

static inline lane lane_read(const char *bytes)
{
    lane read;
    memcpy(&read, bytes, sizeof read);
    return read;
}

/* One bit a byte that is all ones, the lowest for the first. */
static inline uint64_t lane_bits(lane equal)
{
#ifdef __SSE2__
    return (uint64_t)_mm_movemask_epi8((__m128i)equal);
#else
    static const lane weights = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
    uint8_t weighed[LANE_BYTES];
    uint64_t bits[2] = {0};
    equal &= weights;
    memcpy(weighed, &equal, sizeof weighed);
    for (size_t i = 0; i < LANE_BYTES; i++)
        bits[i / 8] += weighed[i];
    return bits[0] | bits[1] << 8;
#endif
}

#endif
