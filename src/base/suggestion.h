/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * "Did you mean": the nearest of some words by edit distance (optimal string alignment, ignoring
 * case).
 */
#ifndef TRADESCOPE_BASE_SUGGESTION_H
#define TRADESCOPE_BASE_SUGGESTION_H

#include <stddef.h>

#include "base/text.h"

/*
 * Returns the index of the nearest word; (size_t)-1 if none is near (differing in over a third of
 * its length).
 */
size_t suggestion_nearest(struct text word, const struct text *words, size_t count);

#endif
