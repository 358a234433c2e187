/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One sitting at the workspace: keys are looked up and their commands run, wishes are granted, the
 * screen is drawn. The same at a terminal and in the headless mode.
 */
#ifndef TRADESCOPE_UI_SESSION_H
#define TRADESCOPE_UI_SESSION_H

#include <stdbool.h>

#include "base/error.h"
#include "view/workspace.h"

/* By clock_seconds(): when the first screen stood there, and when all was loaded that was not at
 * the start; 0 where that was not seen. */
struct session_times {
    double first_screen, loaded;
};
struct session_times session_times(void);

/* What is to be done once there is something to choose from, see model_is_blank(): what is
 * wrong with it is told on the screen. */
struct session_wish {
    bool (*fulfil)(struct workspace *workspace, const void *context, struct error *error);
    const void *context;
};
/* Between terminal_start() and terminal_stop(); `wish` may be NULL. True where the user quit, false
 * where the input came to its end; the screen then shows what it showed. */
bool session_run(struct workspace *workspace, const struct session_wish *wish);

#endif
