/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * For fuzz programs whose input goes through files: a folder of their own, which is the current one
 * and the home, and inputs of several parts.
 */
#ifndef TRADESCOPE_TESTS_FUZZ_SCRATCH_H
#define TRADESCOPE_TESTS_FUZZ_SCRATCH_H

#include "base/text.h"

#include <stdbool.h>
#include <stddef.h>

void require(bool holds);
/* Makes the folder with the first call; it is removed when the program ends. The shipped data are
 * found from then on. */
void scratch_enter(void);
/* In the folder; whatever lay under that name is gone. */
void scratch_write(const char *name, struct text bytes);
/* The part in front of a line of three dashes, which is taken off the text together with it. */
struct text scratch_take_part(struct text *text);
/* The first line, taken off likewise. */
struct text scratch_take_line(struct text *text);

#endif
