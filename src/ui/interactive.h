/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The explorer at a terminal: keys in, screens out, until the user quits.
 */
#ifndef TRADESCOPE_UI_INTERACTIVE_H
#define TRADESCOPE_UI_INTERACTIVE_H

#include "base/error.h"
#include "ui/terminal.h"
#include "view/workspace.h"

/* Runs to the end. False with the reason where the terminal cannot be used. */
bool interactive_run(struct workspace *workspace, const struct terminal_options *options,
                     struct error *error);

#endif
