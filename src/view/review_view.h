/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The page on which proposed claims are reviewed: the sentence in its article above, the proposed
 * row as a form below.
 */
#ifndef TRADESCOPE_VIEW_REVIEW_VIEW_H
#define TRADESCOPE_VIEW_REVIEW_VIEW_H

#include "view/workspace.h"

/* Opens the proposals of a file. Returns false with the reason if it has none. */
bool review_view_open(struct workspace *workspace, const char *path, struct error *error);
/* Names the claims file of the review, and takes what is waiting for it. */
bool review_view_set_target(struct workspace *workspace, const char *path, struct error *error);
/* Changes a field: "period 2024-04"; without a value, empties it. */
bool review_view_set_field(struct workspace *workspace, const char *words, struct error *error);

#endif
