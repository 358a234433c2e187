/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All values of the trade of a pair that the open files state or imply, by flow and period. */
#ifndef TRADESCOPE_MODEL_KNOWN_VALUES_H
#define TRADESCOPE_MODEL_KNOWN_VALUES_H

#include "analysis/claims/derivation.h"
#include "analysis/claims/pair.h"
#include "model/model.h"

struct known_value {
    enum flow flow;
    const struct derivation *number;
};

struct known_values {
    struct pair pair;
    struct known_value *items; /* owned; of one flow and period, the most exact first */
    size_t count, capacity;
    struct period *periods; /* owned; each once, in order */
    size_t period_count;
};

/*
 * Takes the rows that pass the filters, on all goods. Derivations live in the arena, or as long as
 * the results of the model. The caller releases the values.
 */
void known_values_make(struct known_values *values, struct arena *arena, struct model *model,
                       struct pair pair);
void known_values_release(struct known_values *values);
/* Returns the most exact value; NULL if there is none. */
const struct derivation *known_value(const struct known_values *values, enum flow flow,
                                     struct period period);
/* Returns the latest period with a value of the flow; PERIOD_NONE if there is none. */
struct period known_latest(const struct known_values *values, enum flow flow);

#endif
