/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How far work goes that may take long, and what cancels it. It is passed down to that work, and
 * nobody else keeps it. NULL stands for work that is done whole.
 */
#ifndef TRADESCOPE_BASE_EFFORT_H
#define TRADESCOPE_BASE_EFFORT_H

#include <stdbool.h>
#include <stddef.h>

struct effort {
    /* True once the work is no longer wanted. Called on the thread that started it. May be NULL. */
    bool (*is_cancelled)(void *context);
    void *context;
    bool defers_slow; /* leaves out what takes long, which is done when no key is waiting */
    bool yields;      /* nobody waits: even results that all panes need are left if cancelled */
};

static inline bool effort_is_cancelled(const struct effort *effort)
{
    return effort && effort->is_cancelled && effort->is_cancelled(effort->context);
}

static inline bool effort_defers_slow(const struct effort *effort)
{
    return effort && effort->defers_slow;
}

/* Returns the same for work on a screen, which defers what takes long. */
static inline struct effort effort_for_screen(const struct effort *effort)
{
    struct effort screen = effort ? *effort : (struct effort){.is_cancelled = NULL};
    screen.defers_slow = true;
    return screen;
}

static inline bool effort_yields(const struct effort *effort)
{
    return effort && effort->yields;
}

#endif
