/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The explanation of a number: its formula, the inputs with theirs, down to the quotes.
 */
#ifndef TRADESCOPE_VIEW_EXPLAIN_H
#define TRADESCOPE_VIEW_EXPLAIN_H

#include "view/workspace.h"

/* Opens a page on the derivation, whose stated inputs lead to their quotes. */
void explain_open(struct workspace *workspace, const struct derivation *derivation);
/* The same for a claim: what it states, its interval, its quote. */
void explain_open_claim(struct workspace *workspace, size_t row);

#endif
