/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The command line: what to open, how to show it, and in which mode to run.
 */
#ifndef TRADESCOPE_OPTIONS_H
#define TRADESCOPE_OPTIONS_H

#include "option_table.h"

/* False, as misuse, where an option or its argument is not understood. */
bool options_parse(struct options *options, int argc, char **argv, struct error *error);
void options_release(struct options *options);
/* What --help prints. */
void options_help(struct buffer *out);

#endif
