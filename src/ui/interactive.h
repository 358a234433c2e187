/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs the explorer at a terminal until the user quits. */
#ifndef TRADESCOPE_UI_INTERACTIVE_H
#define TRADESCOPE_UI_INTERACTIVE_H

#include "base/error.h"
#include "ui/session.h"
#include "ui/terminal.h"

/* Returns false with the reason if the terminal cannot be used. `wish` as in session_run(). */
bool interactive_run(struct workspace *workspace, const struct session_wish *wish,
                     const struct terminal_options *options, struct error *error);

#endif
