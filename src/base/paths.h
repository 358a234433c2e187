/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Where files lie: the shipped data, and the user's own folders after the XDG base directory
 * specification. All results are the caller's to free.
 */
#ifndef TRADESCOPE_BASE_PATHS_H
#define TRADESCOPE_BASE_PATHS_H

#include <stdbool.h>

#include "base/error.h"
#include "base/text.h"

/* "folder/name". */
char *path_join(const char *folder, const char *name);
/* The part behind the last slash, inside `path`. */
const char *path_name(const char *path);
/* The same without the endings that say how the file is written: ".csv", ".tsv.gz". */
struct text path_stem(const char *path);
/* `path` with a leading "~/" replaced by $HOME. */
char *path_expand_home(const char *path);
/*
 * A shipped data file: from $TRADESCOPE_DATADIR where set, beside the build when the program runs
 * from its build tree, else from the installed folder.
 */
char *path_of_data(const char *name);
/* $XDG_STATE_HOME/tradescope (or ~/.local/state/tradescope); NULL without a home,
 * or where that is no folder. */
char *path_of_state(void);
/* $XDG_CONFIG_HOME/tradescope (or ~/.config/tradescope); NULL without a home. */
char *path_of_config(void);
/* Makes a folder and those above it, with mode 0700. */
bool path_make_folder(const char *folder, struct error *error);

#endif
