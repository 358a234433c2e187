/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Help: a page made from the tables of commands, panes and columns.
 */
#ifndef TRADESCOPE_COMMAND_HELP_H
#define TRADESCOPE_COMMAND_HELP_H

#include <stdbool.h>

#include "view/workspace.h"

/* Opens the page at the first line about `topic` (empty for the top); false where none is. */
bool help_open(struct workspace *workspace, const char *topic);
/* Tab-separated tables for the check of the manual: name, keys, argument, help; and the columns of
 * the claims file: name, content. */
void help_list_commands(struct buffer *out);
void help_list_columns(struct buffer *out);

#endif
