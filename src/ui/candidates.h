/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The list of completions, above the prompt.
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

#endif
