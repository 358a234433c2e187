/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Growing arrays without a type of their own: a pointer, a count and a capacity.
 *
 *     struct problem *problems; size_t count, capacity;
 *     ARRAY_RESERVE(problems, count + 1, capacity);
 *     problems[count++] = problem;
 */
#ifndef TRADESCOPE_BASE_ARRAY_H
#define TRADESCOPE_BASE_ARRAY_H

#include "base/memory.h"

#define ARRAY_RESERVE(array, needed, capacity)                             \
    do {                                                                   \
        if ((needed) > (capacity)) {                                       \
            size_t reserve_ = (capacity) ? (capacity)*2 : 8;               \
            (capacity) = reserve_ > (needed) ? reserve_ : (needed);        \
            (array) = xreallocarray((array), (capacity), sizeof *(array)); \
        }                                                                  \
    } while (0)

#define ARRAY_LENGTH(array) (sizeof(array) / sizeof *(array))

#endif
