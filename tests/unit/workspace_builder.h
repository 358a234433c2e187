/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Workspaces for unit tests, over the shipped data or over a few lines of CSV. */
#ifndef TRADESCOPE_TESTS_WORKSPACE_BUILDER_H
#define TRADESCOPE_TESTS_WORKSPACE_BUILDER_H

#include "view/workspace.h"

/*
 * Trade of India with Russia and China in six rows: two figures, a rounded one, a target, an event
 * with a quote of its own, and a figure of the other pair.
 */
extern const char *const SIX_CLAIMS;

/* Opens the CSV; NULL for the shipped data. Fails if it cannot be written. */
void build_workspace(struct workspace *workspace, const char *csv);
/* Opens these files: returns while they are being loaded; or waits for all of a file. */
void start_workspace(struct workspace *workspace, const char *const *paths, size_t count);
void open_workspace(struct workspace *workspace, const char *path);
/* Releases it and its model. */
void close_workspace(struct workspace *workspace);
/* Makes a new directory under $TMPDIR; the caller frees the name and removes it. */
char *make_folder(void);
/* Returns the content of a file, NUL-terminated; NULL if it does not exist. */
char *read_whole(const char *path);

#endif
