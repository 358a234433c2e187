/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words that the screen uses and that need an explanation, for the help page. */
#ifndef TRADESCOPE_COMMAND_TERMS_H
#define TRADESCOPE_COMMAND_TERMS_H

#include <stddef.h>

struct term {
    const char *name, *help;
};

/* Returns the table, in alphabetical order. */
const struct term *term_list(size_t *count);

#endif
