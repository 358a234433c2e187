/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Choices are small and copied as a whole: each step of the history is a complete copy, so undo
 * need not know what changed.
 */
#include "config.h"

#include "model/choices.h"

#include "base/array.h"

#include <stdlib.h>
#include <string.h>

static char *copy_of(const char *string)
{
    return string ? xstrdup(string) : NULL;
}

/* The new string may be part of the old one. */
static void replace(char **owned, const char *string)
{
    char *copy = copy_of(string);
    free(*owned);
    *owned = copy;
}

static bool is_same(const char *a, const char *b)
{
    return a && b ? strcmp(a, b) == 0 : a == b;
}

void choices_add_filter(struct choices *choices, const char *source)
{
    char *copy = xstrdup(source);
    ARRAY_RESERVE(choices->filters, choices->filter_count + 1, choices->filter_capacity);
    choices->filters[choices->filter_count++] = (struct filter){.source = copy};
}

void choices_replace_filter(struct choices *choices, size_t index, const char *source)
{
    replace(&choices->filters[index].source, source);
}

void choices_remove_filter(struct choices *choices, size_t index)
{
    if (index >= choices->filter_count)
        return;
    struct filter *filter = &choices->filters[index];
    free(filter->source);
    choices->filter_count--;
    memmove(filter, filter + 1, (choices->filter_count - index) * sizeof *filter);
}

void choices_set_sort(struct choices *choices, const char *column, bool descends)
{
    replace(&choices->sort.column, column);
    choices->sort.descends = descends;
}

void choices_set_pair(struct choices *choices, const char *reporter, const char *partner)
{
    char *copy = copy_of(partner);
    replace(&choices->reporter, reporter);
    free(choices->partner);
    choices->partner = copy;
}

void choices_set_product(struct choices *choices, const char *product)
{
    replace(&choices->product, product);
}

void choices_set_frequency(struct choices *choices, const char *frequency)
{
    replace(&choices->frequency, frequency);
}

void choices_set_scenario(struct choices *choices, const char *scenario)
{
    replace(&choices->scenario, scenario);
}

const char *choices_next_filter(const struct choices *choices, size_t *at)
{
    while (*at < choices->filter_count)
        if (!choices->filters[(*at)++].is_off)
            return choices->filters[*at - 1].source;
    return NULL;
}

bool choices_has_filters(const struct choices *choices)
{
    size_t at = 0;
    return choices_next_filter(choices, &at) != NULL;
}

struct choices choices_copy(const struct choices *choices)
{
    struct choices copy = {0};
    for (size_t i = 0; i < choices->filter_count; i++) {
        choices_add_filter(&copy, choices->filters[i].source);
        copy.filters[i].is_off = choices->filters[i].is_off;
    }
    choices_set_sort(&copy, choices->sort.column, choices->sort.descends);
    choices_set_pair(&copy, choices->reporter, choices->partner);
    choices_set_product(&copy, choices->product);
    choices_set_frequency(&copy, choices->frequency);
    choices_set_scenario(&copy, choices->scenario);
    return copy;
}

bool choices_is_equal(const struct choices *a, const struct choices *b)
{
    if (a->filter_count != b->filter_count || a->sort.descends != b->sort.descends ||
        !is_same(a->sort.column, b->sort.column) || !is_same(a->reporter, b->reporter) ||
        !is_same(a->partner, b->partner) || !is_same(a->product, b->product) ||
        !is_same(a->frequency, b->frequency) || !is_same(a->scenario, b->scenario))
        return false;
    for (size_t i = 0; i < a->filter_count; i++)
        if (a->filters[i].is_off != b->filters[i].is_off ||
            !is_same(a->filters[i].source, b->filters[i].source))
            return false;
    return true;
}

static void write_part(struct buffer *out, const char *what, const char *value)
{
    buffer_printf(out, "%s%s%s%s", out->length ? ", " : "", what, value ? " " : "",
                  value ? value : "");
}

static bool has_filter(const struct choices *choices, const struct filter *filter)
{
    for (size_t i = 0; i < choices->filter_count; i++)
        if (choices->filters[i].is_off == filter->is_off &&
            is_same(choices->filters[i].source, filter->source))
            return true;
    return false;
}

static void write_filters(struct buffer *out, const char *what, const struct choices *of,
                          const struct choices *other)
{
    for (size_t i = 0; i < of->filter_count; i++)
        if (!has_filter(other, &of->filters[i]))
            write_part(out, of->filters[i].is_off ? "switched-off filter" : what,
                       of->filters[i].source);
}

static void write_pair(struct buffer *out, const struct choices *choices)
{
    struct buffer pair = {0};
    if (choices->reporter)
        buffer_printf(&pair, "%s > %s", choices->reporter, choices->partner);
    write_part(out, "pair", pair.length ? pair.data : "of the start");
    buffer_release(&pair);
}

static void write_sort(struct buffer *out, const struct sort *sort)
{
    write_part(out, sort->descends ? "sort downwards by" : "sort by",
               sort->column ? sort->column : "no column");
}

void choices_write_difference(struct buffer *out, const struct choices *before,
                              const struct choices *after)
{
    size_t start = out->length;
    write_filters(out, "filter", after, before);
    write_filters(out, "removed filter", before, after);
    if (!is_same(before->reporter, after->reporter) || !is_same(before->partner, after->partner))
        write_pair(out, after);
    if (!is_same(before->product, after->product))
        write_part(out, "product", after->product ? after->product : "all");
    if (!is_same(before->frequency, after->frequency))
        write_part(out, "period by", after->frequency ? after->frequency : "years");
    if (!is_same(before->sort.column, after->sort.column) ||
        before->sort.descends != after->sort.descends)
        write_sort(out, &after->sort);
    if (!is_same(before->scenario, after->scenario))
        write_part(out, "scenario", after->scenario ? after->scenario : "off");
    if (out->length == start)
        write_part(out, "order of the filters", NULL);
}

void choices_release(struct choices *choices)
{
    for (size_t i = 0; i < choices->filter_count; i++)
        free(choices->filters[i].source);
    free(choices->filters);
    free(choices->sort.column);
    free(choices->reporter);
    free(choices->partner);
    free(choices->product);
    free(choices->frequency);
    free(choices->scenario);
    *choices = (struct choices){0};
}

static void forget(struct choices *steps, size_t *count)
{
    while (*count)
        choices_release(&steps[--*count]);
}

void history_remember(struct history *history, const struct choices *now)
{
    forget(history->future, &history->future_count);
    ARRAY_RESERVE(history->past, history->past_count + 1, history->past_capacity);
    history->past[history->past_count++] = choices_copy(now);
}

bool history_undo(struct history *history, struct choices *now)
{
    if (!history->past_count)
        return false;
    ARRAY_RESERVE(history->future, history->future_count + 1, history->future_capacity);
    history->future[history->future_count++] = *now;
    *now = history->past[--history->past_count];
    return true;
}

bool history_redo(struct history *history, struct choices *now)
{
    if (!history->future_count)
        return false;
    ARRAY_RESERVE(history->past, history->past_count + 1, history->past_capacity);
    history->past[history->past_count++] = *now;
    *now = history->future[--history->future_count];
    return true;
}

void history_join(struct history *history, size_t count)
{
    while (history->past_count > count + 1)
        choices_release(&history->past[--history->past_count]);
}

void history_release(struct history *history)
{
    forget(history->past, &history->past_count);
    forget(history->future, &history->future_count);
    free(history->past);
    free(history->future);
    *history = (struct history){0};
}
