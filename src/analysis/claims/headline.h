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
 * The longest wording that fits `cells`; says in words what is missing where the data state no
 * imports, no exports, or no trade values at all. Never empty.
 */
void headline_write(struct buffer *out, const struct pair *pair, const struct balance *balance,
                    const struct path *path, int cells);

#endif
