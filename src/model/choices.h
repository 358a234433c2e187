/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the user chose to see: filters, sort, pair, scenario. Undo and redo step through these. */
#ifndef TRADESCOPE_MODEL_CHOICES_H
#define TRADESCOPE_MODEL_CHOICES_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"

struct filter {
    char *source; /* owned: an expression of the filter language */
    bool is_off;  /* kept in the list, but not applied */
};

struct sort {
    char *column; /* owned: its name; NULL for the order of the view */
    bool descends;
};

struct choices {
    struct filter *filters; /* all must hold */
    size_t filter_count, filter_capacity;
    struct sort sort;
    char *reporter, *partner; /* owned: the chosen pair; NULL for the one with most figures */
    char *product;            /* owned: a code or a word; NULL for all goods */
    char *frequency;          /* owned: a name of frequency_name(); NULL for years */
    char *scenario;           /* owned: as scenario_parse() accepts; NULL for none */
};

void choices_add_filter(struct choices *choices, const char *source);
void choices_replace_filter(struct choices *choices, size_t index, const char *source);
void choices_remove_filter(struct choices *choices, size_t index);
void choices_set_sort(struct choices *choices, const char *column, bool descends);
void choices_set_pair(struct choices *choices, const char *reporter, const char *partner);
void choices_set_product(struct choices *choices, const char *product);
void choices_set_frequency(struct choices *choices, const char *frequency);
void choices_set_scenario(struct choices *choices, const char *scenario);
/*
 * Returns the next filter that is on, at or behind `at`, which starts at 0; NULL behind the last.
 */
const char *choices_next_filter(const struct choices *choices, size_t *at);
/* At least one filter is on. */
bool choices_has_filters(const struct choices *choices);
struct choices choices_copy(const struct choices *choices);
bool choices_is_equal(const struct choices *a, const struct choices *b);
/* Appends what `after` has otherwise than `before`: "filter flow:import, pair India > Russia". */
void choices_write_difference(struct buffer *out, const struct choices *before,
                              const struct choices *after);
void choices_release(struct choices *choices);

/* Past and future choices. */
struct history {
    struct choices *past, *future;
    size_t past_count, past_capacity, future_count, future_capacity;
};
/* Stores `now` before a change, and drops the future. */
void history_remember(struct history *history, const struct choices *now);
/* Swaps `now` with the choices before (or after). Returns false at the end. */
bool history_undo(struct history *history, struct choices *now);
bool history_redo(struct history *history, struct choices *now);
/* Makes one step of all that were remembered since there were `count`. */
void history_join(struct history *history, size_t count);
void history_release(struct history *history);

#endif
