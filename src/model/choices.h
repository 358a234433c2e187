/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the user chose to see: filters, sort, pair, scenario. Undo and redo walk through these.
 */
#ifndef TRADESCOPE_MODEL_CHOICES_H
#define TRADESCOPE_MODEL_CHOICES_H

#include <stdbool.h>
#include <stddef.h>

struct filter {
    char *source; /* owned: an expression of the filter language */
    bool is_off;  /* kept in the list, not applied */
};

struct sort {
    char *column; /* owned: its name; NULL for the order of the view */
    bool descends;
};

struct choices {
    struct filter *filters; /* all must hold */
    size_t filter_count, filter_capacity;
    struct sort sort;
    char *reporter, *partner; /* owned: the pair chosen; NULL for the one with most figures */
    char *product;            /* owned: a code or a word; NULL for all goods */
    char *frequency;          /* owned: as frequency_name() says; NULL for years */
    char *scenario;           /* owned: in the words of scenario_parse(); NULL for none */
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
 * The filters that are on, one after the other: the next at or behind `at`, which begins at 0, or
 * NULL behind the last.
 */
const char *choices_next_filter(const struct choices *choices, size_t *at);
/* At least one filter is on. */
bool choices_has_filters(const struct choices *choices);
struct choices choices_copy(const struct choices *choices);
bool choices_is_equal(const struct choices *a, const struct choices *b);
void choices_release(struct choices *choices);

/* Past and future of the choices. */
struct history {
    struct choices *past, *future;
    size_t past_count, past_capacity, future_count, future_capacity;
};
/* Remembers `now` before a change; the future is forgotten. */
void history_remember(struct history *history, const struct choices *now);
/* Swaps `now` for what was before (or behind) it; false at the end. */
bool history_undo(struct history *history, struct choices *now);
bool history_redo(struct history *history, struct choices *now);
void history_release(struct history *history);

#endif
