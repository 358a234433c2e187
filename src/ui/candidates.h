/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The candidates of a completion: their list above the prompt, and what they have in common.
 */
#ifndef TRADESCOPE_UI_CANDIDATES_H
#define TRADESCOPE_UI_CANDIDATES_H

#include <stdbool.h>

#include "command/completion.h"

/*
 * Puts the candidates into the rows above `bottom`, in columns read downwards, under a rule. They
 * take half of the rows at most; where that is too few, first the remarks are left out, then the
 * last place says how many more there are.
 */
void candidates_put(const struct completion *completion, int bottom, int width, bool ascii);
/*
 * The candidates in Readline's form, which frees it: what all begin with (but no less than what was
 * typed, which it would delete), then each of them if there are several, then NULL. `kept` stays
 * before each.
 */
char **candidates_match(const struct completion *completion, struct text kept, const char *typed);

#endif
