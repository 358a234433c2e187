/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Workspaces for unit tests, over the shipped data or over a few lines of CSV.
 */
#ifndef TRADESCOPE_TESTS_WORKSPACE_BUILDER_H
#define TRADESCOPE_TESTS_WORKSPACE_BUILDER_H

#include "view/workspace.h"

/* Trade of India with Russia and China in six rows: two figures, a rounded one, a target, an event
 * that shares a quote with nobody, and a figure of the other pair. */
extern const char *const SIX_CLAIMS;

/* Over the CSV; NULL for the shipped data. Stops the test where it cannot be written. */
void build_workspace(struct workspace *workspace, const char *csv);
/* Over these files, which are being loaded when it returns; and over one that is loaded. */
void start_workspace(struct workspace *workspace, const char *const *paths, size_t count);
void open_workspace(struct workspace *workspace, const char *path);
/* Releases it, with its model. */
void close_workspace(struct workspace *workspace);
/* A new folder of the test's own under $TMPDIR; the caller frees the name and removes it. */
char *make_folder(void);
/* What a file holds, with an end of string; NULL where there is none. */
char *read_whole(const char *path);

#endif
