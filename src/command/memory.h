/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Where the user was when the program last ended with a file: pair, product, periods, filters,
 * order, scenario and pane, kept as command lines in $XDG_STATE_HOME/tradescope/sessions. They are
 * offered at the next start and run only on request. `set remember off` switches it off.
 */
#ifndef TRADESCOPE_COMMAND_MEMORY_H
#define TRADESCOPE_COMMAND_MEMORY_H

#include "view/workspace.h"

/* Call this before the first screen: a message says what `last-time` would go back to. */
void memory_offer(struct workspace *workspace);
/* Call this at the end. Keeps nothing if the user has changed nothing since the offer. */
void memory_keep(struct workspace *workspace);
/* Goes back, as one step of undo. Returns false with the reason if there is nothing. */
bool memory_recall(struct workspace *workspace, struct error *error);

#endif
