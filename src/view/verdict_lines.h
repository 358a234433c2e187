/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The verdict on a path in sentences: for the first reading of the deadline in full, for the others
 * where they come out differently.
 */
#ifndef TRADESCOPE_VIEW_VERDICT_LINES_H
#define TRADESCOPE_VIEW_VERDICT_LINES_H

#include "analysis/claims/verdict.h"
#include "view/draw/wrapping.h"

/* Nothing without a target. The rows that have to be seen: the verdict and what warns of it. */
size_t verdict_lines_add(struct wrapping *wrapping, const struct verdict *verdict, int width);
/* Good, warn or bad; derived where nothing can be said. */
enum role verdict_role(enum verdict_word word);

#endif
