/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which records of a file a mapping leaves out. What its rules ask about are mostly a few short
 * words over and over, of which the answers are remembered.
 */
#ifndef TRADESCOPE_DATA_LOAD_SKIP_RULES_H
#define TRADESCOPE_DATA_LOAD_SKIP_RULES_H

#include <stdbool.h>
#include <stddef.h>

#include "data/format/mapping.h"

struct known_word;

/* Of one thread. */
struct skip_rules_check {
    const struct mapping *mapping;
    struct known_word *known; /* owned: so many for each rule; NULL where there are no rules */
};

void skip_rules_check_init(struct skip_rules_check *check, const struct mapping *mapping);
void skip_rules_check_release(struct skip_rules_check *check);
/* Whether the record is left out, and by which rule. Its fields are padded texts. */
bool skip_rules_check_finds(struct skip_rules_check *check, const struct text *fields,
                            size_t *rule);

#endif
