/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The explanation of a number: its formula, the inputs with theirs, down to the quotes.
 */
#ifndef TRADESCOPE_VIEW_EXPLAIN_H
#define TRADESCOPE_VIEW_EXPLAIN_H

#include "view/page.h"
#include "view/workspace.h"

/* The page on a derivation, whose stated inputs lead to their quotes; the caller opens or frees it.
 */
struct page *explain_page(struct workspace *workspace, const struct derivation *derivation);
/* The same, opened over the panes. */
void explain_open(struct workspace *workspace, const struct derivation *derivation);
/* The same for a claim: what it states, its interval, its quote. */
void explain_open_claim(struct workspace *workspace, size_t row);

#endif
