/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The verdict on a path in sentences: in full for the first reading of the deadline, and for other
 * readings if they differ.
 */
#ifndef TRADESCOPE_VIEW_VERDICT_LINES_H
#define TRADESCOPE_VIEW_VERDICT_LINES_H

#include "analysis/claims/verdict.h"
#include "view/draw/wrapping.h"

/*
 * Adds nothing without a target. Returns the number of essential rows: the verdict and its
 * warnings.
 */
size_t verdict_lines_add(struct wrapping *wrapping, const struct verdict *verdict, int width);
/* Returns the role: good, warn or bad; derived if no judgement is possible. */
enum role verdict_role(enum verdict_word word);

#endif
