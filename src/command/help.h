/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The help page, made from the tables of commands, panes and columns. */
#ifndef TRADESCOPE_COMMAND_HELP_H
#define TRADESCOPE_COMMAND_HELP_H

#include <stdbool.h>

#include "view/workspace.h"

/*
 * Opens the page at the first line on `topic` (empty for the top). Returns false if there is none.
 */
bool help_open(struct workspace *workspace, const char *topic);
/*
 * Appends tab-separated tables for the check of the manual: name, keys, argument, help; and for the
 * columns of the claims file: name, content.
 */
void help_list_commands(struct buffer *out);
void help_list_columns(struct buffer *out);

#endif
