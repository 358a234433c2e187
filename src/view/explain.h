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
struct page *explain_page(const struct model *model, const struct derivation *derivation);
/* The same, opened over the panes. */
void explain_open(struct workspace *workspace, const struct derivation *derivation);
/* Several on one page; those that are NULL are passed over. */
void explain_open_all(struct workspace *workspace, const struct derivation *const *derivations,
                      size_t count);
/* The numbers of the sentence under the title; false where it has none. */
bool explain_headline(struct workspace *workspace);
/* The same for a claim: what it states, its interval, its quote. */
void explain_open_claim(struct workspace *workspace, size_t row);

#endif
