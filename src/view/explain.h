/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The explanation of a number: its formula, the inputs with theirs, down to the quotes. */
#ifndef TRADESCOPE_VIEW_EXPLAIN_H
#define TRADESCOPE_VIEW_EXPLAIN_H

#include "view/page.h"
#include "view/workspace.h"

/*
 * Returns a page on a derivation, with links from stated inputs to their quotes. The caller opens
 * or frees it.
 */
struct page *explain_page(const struct model *model, const struct derivation *derivation);
/* Makes the page and opens it over the panes. */
void explain_open(struct workspace *workspace, const struct derivation *derivation);
/* Explains several numbers on one page; NULL entries are skipped. */
void explain_open_all(struct workspace *workspace, const struct derivation *const *derivations,
                      size_t count);
/* Explains the numbers of the headline. Returns false if it has none. */
bool explain_headline(struct workspace *workspace);
/* Explains a claim: what it states, its interval, its quote. */
void explain_open_claim(struct workspace *workspace, size_t row);

#endif
