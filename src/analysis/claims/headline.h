/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The sentence under the title, made from the data:
 *
 *     India sold $4.26bn to Russia and bought $61.44bn: a deficit of $57.18bn. Exports pay for 6.9%
 *     of imports.
 */
#ifndef TRADESCOPE_ANALYSIS_CLAIMS_HEADLINE_H
#define TRADESCOPE_ANALYSIS_CLAIMS_HEADLINE_H

#include "analysis/claims/balance.h"
#include "analysis/claims/path.h"
#include "base/buffer.h"

/*
 * Writes the longest wording that fits in `cells`. If the data state no imports, no exports, or no
 * trade values at all, it says so. Never empty.
 */
void headline_write(struct buffer *out, const struct pair *pair, const struct balance *balance,
                    const struct path *path, int cells);

#endif
