/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "analysis/claims/scenario.h"

#include "base/array.h"

#include <math.h>

static const struct balance_entry *entry_with_both(const struct balance *balance, size_t number)
{
    const struct balance_entry *entry = &balance->entries[number];
    bool is_year =
        entry->period.kind == PERIOD_CALENDAR_YEAR || entry->period.kind == PERIOD_FISCAL_YEAR;
    return is_year && entry->exports && entry->imports ? entry : NULL;
}

const struct balance_entry *scenario_start(const struct balance *balance)
{
    for (size_t i = balance->count; i-- > 0;)
        if (entry_with_both(balance, i))
            return &balance->entries[i];
    return NULL;
}

/* The growth rates, as leaves of each number of the scenario. */
struct rates {
    const struct derivation *exports, *imports;
};

static struct rates rates_of(struct arena *arena, const struct scenario *scenario)
{
    return (struct rates){derive_assumed(arena, "growth of exports", scenario->exports),
                          derive_assumed(arena, "growth of imports", scenario->imports)};
}

static const struct derivation *project(struct arena *arena, const struct derivation *today,
                                        const struct derivation *growth, struct period period)
{
    const struct derivation *const inputs[] = {today, growth,
                                               derive_years(arena, today->period, period)};
    return derive(arena, METHOD_PROJECTED, period, inputs);
}

static struct scenario_point point_at(struct arena *arena, const struct balance_entry *start,
                                      struct rates rates, struct period period)
{
    const struct derivation *const flows[] = {
        project(arena, start->exports, rates.exports, period),
        project(arena, start->imports, rates.imports, period)};
    return (struct scenario_point){
        .period = period,
        .exports = flows[0],
        .imports = flows[1],
        .total = derive(arena, METHOD_TURNOVER, period, flows),
        .balance = derive(arena, METHOD_BALANCE, period, flows),
        .coverage = derive(arena, METHOD_COVERAGE, period, flows),
    };
}

static double value_of_flow(enum flow flow, double exports, double imports)
{
    return flow == FLOW_EXPORT    ? exports
           : flow == FLOW_IMPORT  ? imports
           : flow == FLOW_BALANCE ? exports - imports
                                  : exports + imports;
}

/*
 * Returns the years until the target is met, or -1. Uses plain numbers; only the final year is
 * derived.
 */
static int years_to_target(const struct path *path, const struct balance_entry *start,
                           const struct scenario *scenario)
{
    double exports = start->exports->value, imports = start->imports->value;
    double target = path->target->value;
    bool is_upward = value_of_flow(path->flow, exports, imports) < target;
    for (int year = 0; year <= SCENARIO_HORIZON; year++) {
        double value = value_of_flow(path->flow, exports * pow(1 + scenario->exports / 100, year),
                                     imports * pow(1 + scenario->imports / 100, year));
        if (is_upward ? value >= target : value <= target)
            return year;
    }
    return -1;
}

static void find_reached(struct arena *arena, struct scenario_outlook *outlook,
                         const struct path *path, const struct scenario *scenario,
                         struct rates rates)
{
    int years = years_to_target(path, outlook->start, scenario);
    if (years < 0)
        return;
    struct period period = outlook->start->period;
    for (int i = 0; i < years; i++)
        period = period_next(period);
    outlook->reached = point_at(arena, outlook->start, rates, period);
}

static struct period last_deadline(const struct path *path, struct period start)
{
    struct period last = start;
    for (size_t i = 0; i < path->reading_count; i++)
        if (path->readings[i].deadline.last > last.last)
            last = path->readings[i].deadline;
    return last;
}

static void add_years(struct arena *arena, struct scenario_outlook *outlook,
                      const struct path *path, struct rates rates)
{
    struct period start = outlook->start->period, last = last_deadline(path, start);
    size_t count = 1;
    for (struct period period = start; period.last < last.last; period = period_next(period))
        count++;
    outlook->points = arena_alloc(arena, count * sizeof *outlook->points);
    struct period period = start;
    while (outlook->count < count) {
        outlook->points[outlook->count++] = point_at(arena, outlook->start, rates, period);
        period = period_next(period);
    }
}

static void add_deadlines(struct arena *arena, struct scenario_outlook *outlook,
                          const struct path *path, struct rates rates)
{
    for (size_t i = 0; i < path->reading_count; i++)
        if (path->readings[i].deadline.last > outlook->start->period.last)
            outlook->deadlines[outlook->deadline_count++] =
                point_at(arena, outlook->start, rates, path->readings[i].deadline);
}

/* Compares the target with the value at the first reading of its deadline. */
static void judge(struct scenario_outlook *outlook, const struct path *path)
{
    const struct scenario_point *end = &outlook->deadlines[0];
    if (!outlook->deadline_count || !end->total || !end->balance)
        return;
    double target = path->target->value;
    double start =
        value_of_flow(path->flow, outlook->start->exports->value, outlook->start->imports->value);
    double value = value_of_flow(path->flow, end->exports->value, end->imports->value);
    outlook->is_met = start < target ? value >= target : value <= target;
    outlook->apart = fabs(value - target);
}

struct scenario_outlook scenario_make(struct arena *arena, const struct balance *balance,
                                      const struct path *path, const struct scenario *scenario)
{
    struct scenario_outlook outlook = {.start = scenario_start(balance)};
    if (!outlook.start)
        return outlook;
    struct rates rates = rates_of(arena, scenario);
    add_years(arena, &outlook, path, rates);
    add_deadlines(arena, &outlook, path, rates);
    outlook.has_target =
        path->target && unit_is_comparable(path->target->unit, outlook.start->exports->unit);
    outlook.apart = NAN;
    if (outlook.has_target) {
        find_reached(arena, &outlook, path, scenario, rates);
        judge(&outlook, path);
    }
    return outlook;
}

/* --- goals --- */

/* The inputs of a goal. */
struct seek {
    struct arena *arena;
    const struct balance_entry *start;
    const struct path *path;
    const struct goal *goal;
    const struct derivation *other; /* at the deadline */
};

static const char *mover(const struct goal *goal)
{
    return goal->moves_imports ? "imports" : "exports";
}

static const char *other_flow(const struct goal *goal)
{
    return goal->moves_imports ? "exports" : "imports";
}

static const struct derivation *join(const struct seek *seek, enum method method,
                                     const struct derivation *a, const struct derivation *b)
{
    const struct derivation *const inputs[] = {a, b};
    return derive(seek->arena, method, seek->goal->deadline, inputs);
}

static const struct derivation *needed_for_target(const struct seek *seek, struct error *error)
{
    const struct derivation *target = seek->path->target;
    bool moves_imports = seek->goal->moves_imports;
    if (!target || !unit_is_comparable(target->unit, seek->start->exports->unit)) {
        error_set(error, "no target is stated in the currency of exports and imports");
        return NULL;
    }
    if (seek->path->flow == FLOW_TOTAL)
        return join(seek, METHOD_REMAINDER, target, seek->other);
    if (seek->path->flow == FLOW_BALANCE)
        return join(seek, moves_imports ? METHOD_IMPORTS_FOR_BALANCE : METHOD_EXPORTS_FOR_BALANCE,
                    seek->other, target);
    if ((seek->path->flow == FLOW_IMPORT) == moves_imports)
        return target;
    error_set(error, "the target is one for %s: no growth of %s moves it", other_flow(seek->goal),
              mover(seek->goal));
    return NULL;
}

static const struct derivation *needed_for_half(const struct seek *seek, struct error *error)
{
    const struct derivation *const flows[] = {seek->start->exports, seek->start->imports};
    const struct derivation *today =
        derive(seek->arena, METHOD_BALANCE, seek->start->period, flows);
    if (today && today->value == 0) {
        error_set(error, "exports and imports are equal today: there is no imbalance to halve");
        return NULL;
    }
    return join(seek, seek->goal->moves_imports ? METHOD_IMPORTS_FOR_HALF : METHOD_EXPORTS_FOR_HALF,
                seek->other, today);
}

static const struct derivation *needed_for_coverage(const struct seek *seek, struct error *error)
{
    if (!(seek->goal->coverage > 0)) {
        error_set_misuse(error, "coverage must be above 0 %%: 25 means that exports pay for a "
                                "quarter of imports");
        return NULL;
    }
    return join(
        seek, seek->goal->moves_imports ? METHOD_IMPORTS_FOR_COVERAGE : METHOD_EXPORTS_FOR_COVERAGE,
        seek->other, derive_assumed(seek->arena, "coverage wanted", seek->goal->coverage));
}

static const struct derivation *(*const needed_for[GOAL_KIND_COUNT])(const struct seek *seek,
                                                                     struct error *error) = {
    [GOAL_TARGET] = needed_for_target,
    [GOAL_HALF_BALANCE] = needed_for_half,
    [GOAL_COVERAGE] = needed_for_coverage,
};

static bool refuse_needed(const struct seek *seek, const struct goal_answer *answer,
                          struct error *error)
{
    if (!answer->needed)
        return error->text ? false
                           : error_set(error, "the numbers grow beyond what can be calculated");
    if (answer->today->value <= 0)
        return error_set(error, "%s are 0 today: no growth rate leads from there",
                         mover(seek->goal));
    struct buffer other = {0};
    derivation_format(&other, answer->other);
    if (answer->needed->value <= 0)
        error_set(error, "%s alone, at %s, go past the goal: %s would have to be 0 or less",
                  other_flow(seek->goal), other.data, mover(seek->goal));
    else
        error_set(error, "no growth rate leads there by the deadline");
    buffer_release(&other);
    return false;
}

static void set_scenario(const struct goal *goal, struct goal_answer *answer)
{
    double growth = answer->growth->value;
    answer->scenario = goal->moves_imports ? (struct scenario){goal->other_growth, growth}
                                           : (struct scenario){growth, goal->other_growth};
}

static bool find_growth(const struct seek *seek, struct goal_answer *answer, struct error *error)
{
    answer->needed = needed_for[seek->goal->kind](seek, error);
    answer->fold = join(seek, METHOD_FOLD, answer->needed, answer->today);
    const struct derivation *const inputs[] = {
        answer->needed, answer->today,
        derive_years(seek->arena, seek->start->period, seek->goal->deadline)};
    answer->growth = derive(seek->arena, METHOD_REQUIRED_GROWTH, seek->goal->deadline, inputs);
    if (!answer->growth || !answer->fold)
        return refuse_needed(seek, answer, error);
    set_scenario(seek->goal, answer);
    return true;
}

bool scenario_seek(struct arena *arena, const struct balance *balance, const struct path *path,
                   const struct goal *goal, struct goal_answer *answer, struct error *error)
{
    *answer = (struct goal_answer){0};
    struct seek seek = {arena, scenario_start(balance), path, goal, NULL};
    if (!seek.start)
        return error_set(error, "no year has both exports and imports: nothing to start from");
    if (goal->deadline.last <= seek.start->period.last)
        return error_set(error, "the deadline has passed: the latest exports and imports are "
                                "later");
    const struct balance_entry *start = seek.start;
    bool moves_imports = goal->moves_imports;
    const struct derivation *growth = derive_assumed(
        arena, moves_imports ? "growth of exports" : "growth of imports", goal->other_growth);
    answer->today = moves_imports ? start->imports : start->exports;
    answer->other =
        project(arena, moves_imports ? start->exports : start->imports, growth, goal->deadline);
    seek.other = answer->other;
    if (!seek.other)
        return error_set(error, "the numbers grow beyond what can be calculated");
    return find_growth(&seek, answer, error);
}
