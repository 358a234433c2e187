/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Locations of files: the installed data, and the user's directories as the XDG base directory
 * specification defines them. The caller frees all results.
 */
#ifndef TRADESCOPE_BASE_PATHS_H
#define TRADESCOPE_BASE_PATHS_H

#include <stdbool.h>

#include "base/error.h"
#include "base/text.h"

/* "folder/name". */
char *path_join(const char *folder, const char *name);
/*
 * Returns the part behind the last slash, or the name of a table in a database; it points into
 * `path`.
 */
const char *path_name(const char *path);
/* The same without extensions such as ".csv" or ".tsv.gz". */
struct text path_stem(const char *path);
/* Returns `path` with a leading "~/" replaced by $HOME. */
char *path_expand_home(const char *path);
/*
 * Returns the path of a data file: in $TRADESCOPE_DATADIR if set, in the source tree if the program
 * runs from a build tree, else in the installed directory.
 */
char *path_of_data(const char *name);
/*
 * Returns $XDG_STATE_HOME/tradescope (or ~/.local/state/tradescope); NULL if there is no home, or
 * it is not a directory.
 */
char *path_of_state(void);
/* Returns $XDG_CONFIG_HOME/tradescope (or ~/.config/tradescope); NULL if there is no home. */
char *path_of_config(void);
/* Creates a directory and its parents, with mode 0700. */
bool path_make_folder(const char *folder, struct error *error);

#endif
