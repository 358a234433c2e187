/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The function line: the keys that are useful in the current view. */
#ifndef TRADESCOPE_COMMAND_HINTS_H
#define TRADESCOPE_COMMAND_HINTS_H

#include "view/screen.h"

struct hint_list {
    struct hint *items; /* keys and labels are owned */
    size_t count, capacity;
};

/* The commands named by the current view, followed by general ones. */
void hint_list_make(struct hint_list *list, struct workspace *workspace);
void hint_list_release(struct hint_list *list);

#endif
