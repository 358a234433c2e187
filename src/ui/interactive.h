/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The explorer at a terminal: keys in, screens out, until the user quits.
 */
#ifndef TRADESCOPE_UI_INTERACTIVE_H
#define TRADESCOPE_UI_INTERACTIVE_H

#include "base/error.h"
#include "ui/session.h"
#include "ui/terminal.h"

/* Runs to the end. False with the reason where the terminal cannot be used. `wish` as
 * session_run() says. */
bool interactive_run(struct workspace *workspace, const struct session_wish *wish,
                     const struct terminal_options *options, struct error *error);

#endif
