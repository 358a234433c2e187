/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The series of a path has at most one value per year, so it is an array indexed by year. First the
 * stated values are entered, then, from the latest year backwards, the values that stated growth
 * implies for the year before.
 */
#include "config.h"

#include "analysis/claims/path.h"

#include "analysis/claims/stated.h"
#include "base/memory.h"
#include "data/value/date.h"

#include <stdlib.h>

#define YEAR_COUNT 10000 /* years of periods have four digits */

struct target {
    struct claim claim;
    size_t claim_count;
};

static struct period announcement(const struct claim *claim)
{
    return claim->base.kind ? claim->base : claim->date;
}

static bool is_announced_later(const struct claim *a, const struct claim *b)
{
    struct period when_a = announcement(a), when_b = announcement(b);
    if (!when_a.kind || !when_b.kind)
        return when_a.kind && !when_b.kind;
    return when_a.last > when_b.last;
}

static bool is_better_target(const struct target *a, const struct target *b)
{
    if (a->claim_count != b->claim_count)
        return a->claim_count > b->claim_count;
    if (is_announced_later(&a->claim, &b->claim) || is_announced_later(&b->claim, &a->claim))
        return is_announced_later(&a->claim, &b->claim);
    return a->claim.period.last < b->claim.period.last;
}

static bool is_target_of_path(const struct claim *claim)
{
    bool has_flow = claim->flow == FLOW_TOTAL || claim->flow == FLOW_EXPORT ||
                    claim->flow == FLOW_IMPORT || claim->flow == FLOW_BALANCE;
    return claim->kind == KIND_TARGET && claim->period.kind && has_flow &&
           claim->measure == MEASURE_VALUE && claim->unit.dimension == DIMENSION_MONEY;
}

/* claim_count is 0 if there is none. */
static struct target find_target(const struct dataset *dataset,
                                 const struct country_list *countries,
                                 const struct observation_list *observations,
                                 const struct pair *pair)
{
    struct target best = {0};
    for (size_t i = 0; i < observations->count; i++) {
        const struct observation *observation = &observations->items[i];
        struct target target = {dataset_claim(dataset, observation->shown),
                                observation->claims.count};
        if (is_target_of_path(&target.claim) && pair_is_of_claim(pair, countries, &target.claim) &&
            is_better_target(&target, &best))
            best = target;
    }
    return best;
}

/* Returns the stated value, or one derived from exports and imports. */
static const struct derivation *value_of_period(struct arena *arena,
                                                const struct stated_list *stated,
                                                struct period period, enum flow flow)
{
    const struct derivation *value = stated_value(stated, period, flow);
    if (value || (flow != FLOW_TOTAL && flow != FLOW_BALANCE))
        return value;
    const struct derivation *const flows[] = {stated_value(stated, period, FLOW_EXPORT),
                                              stated_value(stated, period, FLOW_IMPORT)};
    return derive(arena, flow == FLOW_TOTAL ? METHOD_TURNOVER : METHOD_BALANCE, period, flows);
}

/* Returns the kind of year whose values end latest; PERIOD_NONE if no year has a value. */
static enum period_kind kind_of_series(struct arena *arena, const struct stated_list *stated,
                                       enum flow flow)
{
    for (size_t i = stated->count; i-- > 0;) {
        struct period period = stated->items[i].period;
        bool is_year = period.kind == PERIOD_CALENDAR_YEAR || period.kind == PERIOD_FISCAL_YEAR;
        if (is_year && value_of_period(arena, stated, period, flow))
            return period.kind;
    }
    return PERIOD_NONE;
}
static struct period period_of_year(enum period_kind kind, int year)
{
    return kind == PERIOD_FISCAL_YEAR ? period_fiscal_year(year) : period_calendar_year(year);
}

static int year_of_period(struct period period)
{
    return date_of_day(period.first).year;
}

/* The series under construction: a value per year of its kind of period. */
struct path_series {
    const struct stated_list *stated;
    enum flow flow;
    enum period_kind kind;
    const struct derivation **values; /* YEAR_COUNT */
    size_t count;
};

static void set_value(struct path_series *series, int year, const struct derivation *value)
{
    if (!value || year < 0 || year >= YEAR_COUNT || series->values[year])
        return;
    series->values[year] = value;
    series->count++;
}

static void find_values(struct arena *arena, struct path_series *series)
{
    for (size_t i = 0; i < series->stated->count; i++) {
        struct period period = series->stated->items[i].period;
        bool is_seen = i && period_is_equal(period, series->stated->items[i - 1].period);
        if (period.kind == series->kind && !is_seen)
            set_value(series, year_of_period(period),
                      value_of_period(arena, series->stated, period, series->flow));
    }
}

/* Growth over the year before. */
static const struct derivation *find_growth(const struct path_series *series, struct period period)
{
    return stated_growth(series->stated, period, period_previous(period), series->flow);
}

static void imply_values(struct arena *arena, struct path_series *series)
{
    for (int year = YEAR_COUNT - 1; year > 0; year--) {
        if (!series->values[year] || series->values[year - 1])
            continue;
        struct period period = period_of_year(series->kind, year);
        const struct derivation *const inputs[] = {series->values[year],
                                                   find_growth(series, period)};
        set_value(series, year - 1,
                  derive(arena, METHOD_IMPLIED_EARLIER, period_previous(period), inputs));
    }
}

static void lay_out_points(struct arena *arena, struct path *path, const struct path_series *series)
{
    path->points = arena_alloc(arena, series->count * sizeof *path->points);
    for (int year = 0; year < YEAR_COUNT; year++) {
        if (!series->values[year])
            continue;
        struct path_point *point = &path->points[path->count++];
        *point = (struct path_point){period_of_year(series->kind, year), series->values[year]};
        if (point->value->method != METHOD_IMPLIED_EARLIER)
            path->latest = point;
    }
}

static const struct derivation *last_growth(struct arena *arena, const struct path *path,
                                            const struct path_series *series)
{
    if (!path->latest)
        return NULL;
    struct period period = path->latest->period;
    const struct derivation *growth = find_growth(series, period);
    int year = year_of_period(period);
    if (growth || year == 0)
        return growth;
    const struct derivation *const inputs[] = {path->latest->value, series->values[year - 1]};
    return derive(arena, METHOD_GROWTH, period, inputs);
}

static void make_series(struct arena *arena, struct path *path, const struct stated_list *stated)
{
    struct path_series series = {
        .stated = stated,
        .flow = path->flow,
        .kind = kind_of_series(arena, stated, path->flow),
        .values = xcalloc(YEAR_COUNT, sizeof *series.values),
    };
    if (series.kind) {
        find_values(arena, &series);
        imply_values(arena, &series);
        lay_out_points(arena, path, &series);
        path->last_growth = last_growth(arena, path, &series);
    }
    free(series.values);
}

static void add_reading(struct arena *arena, struct path *path, struct period deadline)
{
    struct path_reading *reading = &path->readings[path->reading_count++];
    reading->deadline = deadline;
    if (!path->latest)
        return;
    const struct derivation *const inputs[] = {path->target, path->latest->value,
                                               derive_years(arena, path->latest->period, deadline)};
    reading->required = derive(arena, METHOD_REQUIRED_GROWTH, deadline, inputs);
}

static void read_deadline(struct arena *arena, struct path *path)
{
    struct period deadline = path->target->period;
    if (deadline.kind != PERIOD_CALENDAR_YEAR) {
        add_reading(arena, path, deadline);
        return;
    }
    int year = year_of_period(deadline);
    add_reading(arena, path, period_fiscal_year(year - 1));
    add_reading(arena, path, deadline);
    add_reading(arena, path, period_fiscal_year(year));
}

struct path path_make(struct arena *arena, const struct dataset *dataset,
                      const struct country_list *countries,
                      const struct observation_list *observations, const struct pair *pair)
{
    struct target target = find_target(dataset, countries, observations, pair);
    struct path path = {.flow = FLOW_TOTAL};
    const char *currency = NULL;
    if (target.claim_count) {
        path.target = derive_stated(arena, dataset, target.claim.row);
        path.announced = announcement(&target.claim);
        path.flow = target.claim.flow;
        currency = target.claim.unit.currency;
    }
    struct stated_list stated =
        stated_list_make(arena, dataset, countries, observations, pair, currency);
    make_series(arena, &path, &stated);
    if (path.target)
        read_deadline(arena, &path);
    return path;
}
