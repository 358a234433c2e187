/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Applies the options on the data: pair, product, periods, filters, a scenario. */
#ifndef TRADESCOPE_APPLY_OPTIONS_H
#define TRADESCOPE_APPLY_OPTIONS_H

#include "base/error.h"
#include "options.h"
#include "view/workspace.h"

/* For a report. What is to be known of a choice goes to standard error. False, with the reason,
 * where something cannot be chosen. */
bool apply_options(struct model *model, const struct options *options, struct error *error);
/* The same for a screen, which shows the pane that has something to show then. `context` are the
 * options. */
bool apply_options_to_screen(struct workspace *workspace, const void *context, struct error *error);

#endif
