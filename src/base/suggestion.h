/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * "Did you mean": the nearest of some words by edit distance (optimal string alignment, letters of
 * either case alike).
 */
#ifndef TRADESCOPE_BASE_SUGGESTION_H
#define TRADESCOPE_BASE_SUGGESTION_H

#include <stddef.h>

#include "base/text.h"

/* The number of the nearest word; (size_t)-1 where none is near (over a third of its length off).
 */
size_t suggestion_nearest(struct text word, const struct text *words, size_t count);

#endif
