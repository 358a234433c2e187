/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The main loop: reads keys, runs their commands, fulfils requests, draws the screen. It is the
 * same at a terminal and in headless mode.
 */
#ifndef TRADESCOPE_UI_SESSION_H
#define TRADESCOPE_UI_SESSION_H

#include <stdbool.h>

#include "base/error.h"
#include "view/workspace.h"

/*
 * The clock_seconds() when the first screen was complete, and when all files were loaded that were
 * not at the start; 0 if it did not happen.
 */
struct session_times {
    double first_screen, loaded;
};
struct session_times session_times(void);

/*
 * What to do once there is something to choose from, see model_is_blank(). Errors are shown on the
 * screen.
 */
struct session_wish {
    bool (*fulfil)(struct workspace *workspace, const void *context, struct error *error);
    const void *context;
};
/*
 * Call this between terminal_start() and terminal_stop(); `wish` may be NULL. Returns true if the
 * user quit, false if the input ended; the screen then keeps its content.
 */
bool session_run(struct workspace *workspace, const struct session_wish *wish);

#endif
