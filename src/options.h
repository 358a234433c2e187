/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command line: the files to open, how to read and show them, and the mode. */
#ifndef TRADESCOPE_OPTIONS_H
#define TRADESCOPE_OPTIONS_H

#include "option_table.h"

static inline bool mode_shows_screen(enum mode mode)
{
    return mode == MODE_DEFAULT || mode == MODE_HEADLESS;
}

/* Returns false, as misuse, if an option or its argument is not understood. */
bool options_parse(struct options *options, int argc, char **argv, struct error *error);
void options_release(struct options *options);
/* Writes the output of --help. */
void options_help(struct buffer *out);

#endif
