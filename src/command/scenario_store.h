/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Named scenarios, stored in $XDG_STATE_HOME/tradescope/scenarios: a line each, of data set, name
 * and scenario separated by tabs.
 */
#ifndef TRADESCOPE_COMMAND_SCENARIO_STORE_H
#define TRADESCOPE_COMMAND_SCENARIO_STORE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"

struct named_scenario {
    char *name, *text; /* owned */
};

struct scenario_store {
    struct named_scenario *items; /* sorted by name */
    size_t count, capacity;
};

/* Reads the scenarios of one data set; none if the file does not exist. */
bool scenario_store_read(struct scenario_store *store, const char *dataset, struct error *error);
/* Adds a scenario, or replaces the one of the same name. */
bool scenario_store_save(const char *dataset, const char *name, const char *text,
                         struct error *error);
void scenario_store_release(struct scenario_store *store);

#endif
