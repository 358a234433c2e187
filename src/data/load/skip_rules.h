/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Decides which records a mapping skips. The rules mostly see a few short words again and again, so
 * that the answers are cached.
 */
#ifndef TRADESCOPE_DATA_LOAD_SKIP_RULES_H
#define TRADESCOPE_DATA_LOAD_SKIP_RULES_H

#include <stdbool.h>
#include <stddef.h>

#include "data/format/mapping.h"

struct known_word;

/* For one thread. */
struct skip_rules_check {
    const struct mapping *mapping;
    struct known_word *known; /* owned: a cache for each rule; NULL without rules */
};

void skip_rules_check_init(struct skip_rules_check *check, const struct mapping *mapping);
void skip_rules_check_release(struct skip_rules_check *check);
/* True if the record is skipped; *rule is the rule. The fields must be padded. */
bool skip_rules_check_finds(struct skip_rules_check *check, const struct text *fields,
                            size_t *rule);

#endif
