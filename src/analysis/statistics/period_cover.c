/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "analysis/statistics/period_cover.h"

#include "analysis/statistics/statistic_terms.h"
#include "base/array.h"
#include "data/value/date.h"

#include <stdlib.h>
#include <string.h>

#define NO_ITEM UINT32_MAX

static struct period month_of(struct date date, enum period_kind kind, int month, int months)
{
    int last = month + months - 1;
    return (struct period){
        kind, date_to_day((struct date){date.year, month, 1}),
        date_to_day((struct date){date.year, last, date_days_in_month(date.year, last)})};
}

static struct period calendar_whole(enum frequency frequency, struct date date)
{
    switch (frequency) {
    case FREQUENCY_FISCAL_YEAR:
        return period_fiscal_year(date.year - (date.month < 4));
    case FREQUENCY_QUARTER:
        return month_of(date, PERIOD_QUARTER, (date.month - 1) / 3 * 3 + 1, 3);
    case FREQUENCY_MONTH:
        return month_of(date, PERIOD_MONTH, date.month, 1);
    default:
        return period_calendar_year(date.year);
    }
}

/* Returns the year, quarter or month that contains the period; none if there is none. */
static struct period whole_of(struct period period, enum frequency frequency)
{
    enum frequency own = frequency_of_period(period);
    bool is_year = period.kind == PERIOD_CALENDAR_YEAR || period.kind == PERIOD_FISCAL_YEAR ||
                   period.kind == PERIOD_SPAN;
    if (period.kind == PERIOD_NONE || period.kind == PERIOD_DAY || (is_year && own != frequency) ||
        (own == FREQUENCY_QUARTER && frequency == FREQUENCY_MONTH))
        return (struct period){0};
    struct date first = date_of_day(period.first);
    struct period whole = calendar_whole(frequency, first);
    if (!period_contains(whole, period))
        return period.kind == PERIOD_SPAN ? period : (struct period){0};
    bool starts_elsewhere = period.kind == PERIOD_SPAN && period.first != whole.first;
    return starts_elsewhere ? period : whole;
}

static int32_t days_of(struct period period)
{
    return period.last - period.first + 1;
}

/* --- which wholes there are --- */

static int compare_wholes(const void *left, const void *right)
{
    const struct composed *a = left, *b = right;
    return period_compare(a->whole, b->whole);
}

static size_t find_item(const struct period_cover *cover, struct period whole)
{
    const struct composed wanted = {.whole = whole};
    const struct composed *found = cover->count ? bsearch(&wanted, cover->items, cover->count,
                                                          sizeof *cover->items, compare_wholes)
                                                : NULL;
    return found ? (size_t)(found - cover->items) : NO_ITEM;
}

static void list_wholes(struct period_cover *cover, struct arena *arena,
                        const struct period *wholes, size_t count, struct period between)
{
    struct composed *items = arena_alloc(arena, (count + 1) * sizeof *items);
    size_t kept = 0;
    for (size_t i = 0; i < count; i++)
        if (wholes[i].kind && (!between.kind || period_contains(between, wholes[i])))
            items[kept++] = (struct composed){.whole = wholes[i], .covered = wholes[i]};
    if (kept)
        qsort(items, kept, sizeof *items, compare_wholes);
    for (size_t i = 0; i < kept; i++)
        if (!i || compare_wholes(&items[i], &items[cover->count - 1]))
            items[cover->count++] = items[i];
    cover->items = items;
}

/* --- what is taken for each --- */

/*
 * True if both are used together: months, quarters or years of one kind. Spans may overlap, so only
 * one is used.
 */
static bool is_together(struct period a, struct period b)
{
    return a.kind == b.kind && (a.kind != PERIOD_SPAN || period_is_equal(a, b));
}

/* The periods of an item, sorted so that those used together are neighbours. */
struct piece {
    struct period period;
    size_t number;
    uint32_t item;
};

static int compare_pieces(const void *left, const void *right)
{
    const struct piece *a = left, *b = right;
    if (a->item != b->item)
        return a->item < b->item ? -1 : 1;
    if (a->period.kind != b->period.kind)
        return (int)a->period.kind - (int)b->period.kind;
    return period_compare(a->period, b->period);
}

static int months_in(enum period_kind kind)
{
    static const int months[] = {[PERIOD_NONE] = 0,         [PERIOD_CALENDAR_YEAR] = 12,
                                 [PERIOD_FISCAL_YEAR] = 12, [PERIOD_HALF_YEAR] = 6,
                                 [PERIOD_QUARTER] = 3,      [PERIOD_MONTH] = 1,
                                 [PERIOD_DAY] = 0,          [PERIOD_SPAN] = 0};
    return months[kind];
}

/* Adds up pieces[0 .. count - 1], which are used together. Texts of equal periods count once. */
static struct composed add_up(const struct piece *pieces, size_t count, struct period whole,
                              int32_t *days)
{
    struct composed composed = {.whole = whole,
                                .covered = {PERIOD_SPAN, pieces->period.first, 0},
                                .kind = pieces->period.kind};
    *days = 0;
    for (size_t i = 0; i < count; i++) {
        if (i && period_is_equal(pieces[i].period, pieces[i - 1].period))
            continue;
        composed.pieces++;
        *days += days_of(pieces[i].period);
        composed.covered.last = pieces[i].period.last;
    }
    composed.has_gap = *days < days_of(composed.covered);
    composed.is_partial = *days < days_of(whole);
    if (days_of(composed.covered) == days_of(whole))
        composed.covered = whole;
    else if (composed.pieces == 1)
        composed.covered = pieces->period;
    if (months_in(composed.kind))
        composed.pieces_of = (size_t)(months_in(whole.kind) / months_in(composed.kind));
    return composed;
}

/* Chooses among the pieces of one item. Returns the index of the next item's first piece. */
static size_t take_best(struct period_cover *cover, const struct piece *pieces, size_t count,
                        size_t first)
{
    uint32_t item = pieces[first].item;
    struct period whole = cover->items[item].whole;
    int32_t most = 0;
    size_t taken = first, taken_end = first, next = first;
    while (next < count && pieces[next].item == item) {
        size_t end = next;
        while (end < count && pieces[end].item == item &&
               is_together(pieces[end].period, pieces[next].period))
            end++;
        int32_t days;
        struct composed composed = add_up(pieces + next, end - next, whole, &days);
        if (days > most) {
            cover->items[item] = composed;
            most = days;
            taken = next;
            taken_end = end;
        }
        next = end;
    }
    for (size_t i = taken; i < taken_end; i++)
        cover->is_taken[pieces[i].number] = true;
    return next;
}

struct period_cover period_cover_find(struct arena *arena, const struct period *periods,
                                      const uint8_t *states, size_t count, enum frequency frequency,
                                      struct period between)
{
    struct period_cover cover = {0};
    struct period *wholes = xcalloc(count + 1, sizeof *wholes);
    struct piece *pieces = xcalloc(count + 1, sizeof *pieces);
    for (size_t i = 0; i < count; i++)
        if (states[i] != PERIOD_UNNAMED)
            wholes[i] = whole_of(periods[i], frequency);
    list_wholes(&cover, arena, wholes, count, between);
    cover.of_period = arena_alloc(arena, (count + 1) * sizeof *cover.of_period);
    cover.is_taken = arena_alloc(arena, (count + 1) * sizeof *cover.is_taken);
    size_t piece_count = 0;
    for (size_t i = 0; i < count; i++) {
        cover.of_period[i] = (uint32_t)find_item(&cover, wholes[i]);
        if (cover.of_period[i] != NO_ITEM && states[i] == PERIOD_STATED)
            pieces[piece_count++] = (struct piece){periods[i], i, cover.of_period[i]};
    }
    if (piece_count)
        qsort(pieces, piece_count, sizeof *pieces, compare_pieces);
    for (size_t first = 0; first < piece_count;)
        first = take_best(&cover, pieces, piece_count, first);
    free(pieces);
    free(wholes);
    return cover;
}

/* --- in words --- */

static bool is_taken_for(const struct period_cover *cover, size_t item,
                         const struct period *periods, size_t count, struct period piece)
{
    for (size_t i = 0; i < count; i++)
        if (cover->is_taken[i] && cover->of_period[i] == item && period_is_equal(periods[i], piece))
            return true;
    return false;
}

/*
 * Lists periods missing between the ends; those missing at an end are visible from the covered
 * span.
 */
static void write_missing(struct buffer *out, const struct period_cover *cover, size_t item,
                          const struct period *periods, size_t count)
{
    const struct composed *composed = &cover->items[item];
    struct date first = date_of_day(composed->covered.first);
    enum frequency frequency =
        composed->kind == PERIOD_QUARTER ? FREQUENCY_QUARTER : FREQUENCY_MONTH;
    const char *joint = ", without ";
    for (struct period piece = calendar_whole(frequency, first);
         piece.first <= composed->covered.last; piece = period_next(piece)) {
        if (is_taken_for(cover, item, periods, count, piece))
            continue;
        buffer_puts(out, joint);
        period_format(out, piece);
        joint = ", ";
    }
}

void period_cover_write(struct buffer *out, const struct period_cover *cover, size_t item,
                        const struct period *periods, size_t count)
{
    const struct composed *composed = &cover->items[item];
    if (composed->kind == PERIOD_SPAN && composed->is_partial) {
        buffer_puts(out, "a part of the year, as stated");
        return;
    }
    if (composed->kind == composed->whole.kind || !composed->pieces_of)
        return;
    buffer_printf(out, "%zu ", composed->pieces);
    if (composed->pieces < composed->pieces_of)
        buffer_printf(out, "of %zu ", composed->pieces_of);
    buffer_puts(out, composed->kind == PERIOD_MONTH ? "months" : "quarters");
    if (composed->has_gap)
        write_missing(out, cover, item, periods, count);
}
