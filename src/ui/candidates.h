/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The candidates of a completion: their list above the prompt, and their common prefix. */
#ifndef TRADESCOPE_UI_CANDIDATES_H
#define TRADESCOPE_UI_CANDIDATES_H

#include <stdbool.h>

#include "command/completion.h"

/*
 * Draws the candidates into the rows above `bottom`, in columns read downwards, below a rule. They
 * take at most half of the rows; if that is not enough, the remarks are dropped first, then the
 * last place shows the number of those left out.
 */
void candidates_put(const struct completion *completion, int bottom, int width, bool ascii);
/*
 * Returns the candidates in Readline's form, which Readline frees: the common prefix (at least what
 * was typed, which it would delete otherwise), then all candidates if there are several, then NULL.
 * `kept` is put before each.
 */
char **candidates_match(const struct completion *completion, struct text kept, const char *typed);

#endif
