/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The file of the user's settings, $XDG_CONFIG_HOME/tradescope/config: a command line in each line,
 * of the commands set, color, bind and unbind; comments begin with #.
 */
#ifndef TRADESCOPE_COMMAND_CONFIGURATION_H
#define TRADESCOPE_COMMAND_CONFIGURATION_H

#include <stdbool.h>

#include "base/error.h"
#include "view/workspace.h"

/*
 * Takes back all settings and reads them again from `path`, or from the user's file if that is
 * NULL, which need not exist. Lines with errors are skipped; the error has file and line of the
 * first one, and how many more there are. If the file cannot be read, nothing changes.
 */
bool configuration_read(struct workspace *workspace, const char *path, struct error *error);
/* Returns the name of the user's file, for the caller to free; NULL if there is no home. */
char *configuration_path(void);

#endif
