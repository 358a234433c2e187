/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A hash of numbers, mixed in one after the other, for tables whose keys no user chooses. */
#ifndef TRADESCOPE_BASE_HASH_H
#define TRADESCOPE_BASE_HASH_H

#include <stdint.h>

#define HASH_START UINT64_C(0xcbf29ce484222325)

static inline uint64_t hash_mix(uint64_t hash, uint64_t word)
{
    hash = (hash ^ word) * UINT64_C(0x9e3779b97f4a7c15);
    return hash ^ hash >> 29;
}

#endif
