/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The function line: the commands that matter in the current view, with the keys they are bound to.
 */
#ifndef TRADESCOPE_UI_HINTS_H
#define TRADESCOPE_UI_HINTS_H

#include <stddef.h>

#include "view/screen.h"

/* An array that the caller frees; keys and labels are borrowed from the tables of commands. */
struct hint *hints_make(const struct view *view, size_t *count);

#endif
