/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Every base is assessed in the same way, once for each reading of the deadline; one of them is
 * chosen afterwards. Numbers are derivations, so that a verdict can be traced to claims.
 */
#include "config.h"

#include "analysis/claims/verdict.h"

#include "base/array.h"

#include <math.h>

#define SHORTEST_WINDOW 2 /* years */
#define LONGEST_WINDOW 5
#define BREAK_SHARE 50 /* % of the change */
#define ONE_YEAR 1e-6  /* years of tolerance for consecutive periods */

static const struct {
    double least;
    enum verdict_word word;
} thresholds[] = {
    {0.95, VERDICT_ON_TRACK},
    {0.60, VERDICT_ACCELERATE},
    {0, VERDICT_LIMITED},
    {-INFINITY, VERDICT_DETERIORATION},
};

static const struct {
    double least;
    enum un_word word;
} un_thresholds[] = {
    {0.95, UN_ON_TRACK},
    {0.10, UN_FAIR},
    {-INFINITY, UN_STAGNATION},
};

static enum verdict_word word_of_ratio(double ratio)
{
    for (size_t i = 0; i < ARRAY_LENGTH(thresholds); i++)
        if (ratio >= thresholds[i].least)
            return thresholds[i].word;
    return VERDICT_UNABLE;
}

static enum un_word un_word_of_ratio(double ratio)
{
    for (size_t i = 0; i < ARRAY_LENGTH(un_thresholds); i++)
        if (ratio >= un_thresholds[i].least)
            return un_thresholds[i].word;
    return UN_UNABLE;
}

static bool is_observation(const struct path_point *point)
{
    return point->value->method != METHOD_IMPLIED_EARLIER;
}

/* The inputs of an assessment, the same for all bases of a reading. */
struct context {
    struct arena *arena;
    const struct path *path;
    struct period deadline;
    const struct path_point *latest;
    bool is_upward;
    int32_t today; /* 0 if unknown */
};

static bool is_reached_by(const struct context *context, double value)
{
    double target = context->path->target->value;
    return context->is_upward ? value >= target : value <= target;
}

/* --- one base --- */

static void assess_un(const struct context *context, struct verdict_base *base)
{
    const struct derivation *const growth[] = {
        context->latest->value, base->observed,
        derive_years(context->arena, context->latest->period, context->deadline)};
    const struct derivation *expected =
        derive(context->arena, METHOD_PROJECTED, context->deadline, growth);
    const struct derivation *const brings[] = {expected, base->from->value};
    const struct derivation *const needs[] = {context->path->target, base->from->value};
    const struct derivation *const changes[] = {
        derive(context->arena, METHOD_CHANGE, context->deadline, brings),
        derive(context->arena, METHOD_CHANGE, context->deadline, needs)};
    base->un_ratio = derive(context->arena, METHOD_PROGRESS_RATIO, context->deadline, changes);
    if (base->un_ratio)
        base->un_word = un_word_of_ratio(base->un_ratio->value);
}

static void derive_growth(const struct context *context, struct verdict_base *base)
{
    struct arena *arena = context->arena;
    struct period now = context->latest->period;
    const struct derivation *elapsed = derive_years(arena, base->from->period, now);
    const struct derivation *whole = derive_years(arena, base->from->period, context->deadline);
    const struct derivation *const seen[] = {context->latest->value, base->from->value, elapsed};
    const struct derivation *const needed[] = {context->path->target, base->from->value, whole};
    base->observed = derive(arena, METHOD_OBSERVED_GROWTH, now, seen);
    base->required = derive(arena, METHOD_REQUIRED_GROWTH, context->deadline, needed);
    const struct derivation *const compared[] = {base->observed, base->required, elapsed};
    base->ratio = derive(arena, METHOD_CAGR_RATIO, now, compared);
    base->ahead = derive(arena, METHOD_YEARS_AHEAD, now, compared);
}

/*
 * A base beyond the target, from which the series fell back, requires no growth: it has no ratio,
 * and there is nothing uncertain about it.
 */
static void assess(const struct context *context, struct verdict_base *base)
{
    base->word = base->low = base->high = VERDICT_UNABLE;
    if (base->from->value->value <= 0 || context->latest->value->value <= 0 ||
        context->path->target->value <= 0)
        return;
    if (is_reached_by(context, base->from->value->value)) {
        base->word = base->low = base->high = VERDICT_DETERIORATION;
        return;
    }
    derive_growth(context, base);
    if (!base->ratio)
        return;
    base->word = word_of_ratio(base->ratio->value);
    base->low = word_of_ratio(base->ratio->range.low);
    base->high = word_of_ratio(base->ratio->range.high);
    assess_un(context, base);
}

/* --- the base that stands for all --- */

static const struct verdict_base *find_announcement(const struct path *path,
                                                    const struct verdict_reading *reading)
{
    for (size_t i = 0; i < reading->base_count; i++)
        if (period_overlaps(reading->bases[i].from->period, path->announced))
            return &reading->bases[i];
    return NULL;
}

static const struct verdict_base *find_window(const struct verdict_reading *reading)
{
    for (size_t i = 0; i < reading->base_count; i++) {
        double years =
            period_years_between(reading->bases[i].from->period, reading->latest->period);
        if (years >= SHORTEST_WINDOW - ONE_YEAR && years <= LONGEST_WINDOW + ONE_YEAR)
            return &reading->bases[i];
    }
    return NULL;
}

static void choose_base(const struct path *path, struct verdict_reading *reading)
{
    reading->chosen = find_announcement(path, reading);
    reading->basis = BASIS_ANNOUNCEMENT;
    if (reading->chosen)
        return;
    reading->chosen = find_window(reading);
    reading->basis = !reading->chosen       ? BASIS_NONE
                     : path->announced.kind ? BASIS_BEFORE
                                            : BASIS_UNDATED;
}

static const struct derivation *share_of_step(const struct context *context,
                                              const struct derivation *whole,
                                              const struct path_point *from,
                                              const struct path_point *to)
{
    const struct derivation *const values[] = {to->value, from->value};
    const struct derivation *const shares[] = {
        derive(context->arena, METHOD_CHANGE, to->period, values), whole};
    return derive(context->arena, METHOD_SHARE_OF_CHANGE, to->period, shares);
}

/*
 * Values for a year between that follow from a growth rate are used only here: they show in which
 * of two years the change happened.
 */
static const struct derivation *find_break(const struct context *context,
                                           const struct path_point *base)
{
    const struct derivation *const ends[] = {context->latest->value, base->value};
    const struct derivation *whole =
        derive(context->arena, METHOD_CHANGE, context->latest->period, ends);
    bool goes_on = whole && (context->is_upward ? whole->value > 0 : whole->value < 0);
    const struct path_point *from = base;
    for (const struct path_point *to = base + 1; goes_on && to <= context->latest; to++) {
        bool is_part = from != base || to != context->latest;
        bool is_year = fabs(period_years_between(from->period, to->period) - 1) < ONE_YEAR;
        const struct derivation *share =
            is_part && is_year ? share_of_step(context, whole, from, to) : NULL;
        if (share && share->value > BREAK_SHARE)
            return share;
        from = to;
    }
    return NULL;
}

/* --- one reading of the deadline --- */

/* Compares the latest value only: achieved, or the verdict `otherwise`. */
static void compare_with_target(const struct context *context, struct verdict_reading *reading,
                                enum verdict_word otherwise)
{
    struct interval range = context->latest->value->range;
    double near = context->is_upward ? range.low : range.high;
    double far = context->is_upward ? range.high : range.low;
    bool is_reached = is_reached_by(context, context->latest->value->value);
    reading->word = is_reached ? VERDICT_ACHIEVED : otherwise;
    reading->low = is_reached_by(context, near) ? VERDICT_ACHIEVED : otherwise;
    reading->high = is_reached_by(context, far) ? VERDICT_ACHIEVED : otherwise;
}

static void assess_bases(const struct context *context, struct verdict_reading *reading)
{
    const struct path *path = context->path;
    reading->bases = arena_alloc(context->arena, path->count * sizeof *reading->bases);
    for (const struct path_point *point = path->points; point < context->latest; point++) {
        if (!is_observation(point))
            continue;
        struct verdict_base *base = &reading->bases[reading->base_count++];
        base->from = point;
        assess(context, base);
    }
}

static void take_chosen(const struct context *context, struct verdict_reading *reading)
{
    bool may_be_there = reading->high == VERDICT_ACHIEVED;
    reading->word = reading->low = reading->high = VERDICT_UNABLE;
    choose_base(context->path, reading);
    if (!reading->chosen)
        return;
    reading->word = reading->chosen->word;
    reading->low = reading->chosen->low;
    reading->high = may_be_there ? VERDICT_ACHIEVED : reading->chosen->high;
    reading->break_share = find_break(context, reading->chosen->from);
}

static void set_need(const struct context *context, struct verdict_reading *reading)
{
    const struct derivation *const inputs[] = {
        context->path->target, context->latest->value,
        derive_years(context->arena, context->latest->period, context->deadline)};
    reading->linear = derive(context->arena, METHOD_LINEAR_NEED, context->deadline, inputs);
}

static const struct path_point *latest_up_to(const struct path *path, struct period deadline)
{
    const struct path_point *latest = NULL;
    for (size_t i = 0; i < path->count; i++)
        if (is_observation(&path->points[i]) && path->points[i].period.last <= deadline.last)
            latest = &path->points[i];
    return latest;
}

/*
 * A deadline that has passed is judged by the value at it, or by the last value if the series ends
 * before it. If the series continues without a value at the deadline, no judgement is possible.
 */
static void assess_reading(struct context *context, struct verdict_reading *reading)
{
    reading->latest = context->latest = latest_up_to(context->path, reading->deadline);
    if (!context->latest)
        return;
    bool goes_on = context->path->latest->period.last > reading->deadline.last;
    bool has_come = context->today > reading->deadline.last && !goes_on;
    bool is_judged = context->latest->period.last == reading->deadline.last || has_come;
    reading->is_over = context->path->latest->period.last >= reading->deadline.last || has_come;
    compare_with_target(context, reading,
                        is_judged          ? VERDICT_MISSED
                        : reading->is_over ? VERDICT_UNABLE
                                           : VERDICT_ON_TRACK);
    if (reading->word == VERDICT_ACHIEVED || reading->is_over)
        return;
    set_need(context, reading);
    assess_bases(context, reading);
    take_chosen(context, reading);
}

/* True if the series was below the target when it was announced. */
static bool is_upward(const struct path *path)
{
    const struct path_point *start = NULL;
    for (size_t i = 0; i < path->count; i++) {
        const struct path_point *point = &path->points[i];
        if (is_observation(point) &&
            (!start || (path->announced.kind && point->period.first <= path->announced.last)))
            start = point;
    }
    return !start || start->value->value < path->target->value;
}

struct verdict verdict_make(struct arena *arena, const struct path *path, int32_t today)
{
    struct verdict verdict = {0};
    for (size_t i = 0; i < path->count; i++)
        verdict.observation_count += is_observation(&path->points[i]);
    if (!path->target)
        return verdict;
    verdict.is_upward = is_upward(path);
    verdict.reading_count = path->reading_count;
    for (size_t i = 0; i < path->reading_count; i++) {
        struct context context = {arena, path, path->readings[i].deadline, NULL, verdict.is_upward,
                                  today};
        verdict.readings[i].deadline = context.deadline;
        verdict.readings[i].required = path->readings[i].required;
        assess_reading(&context, &verdict.readings[i]);
    }
    return verdict;
}

size_t verdict_count(const struct verdict_reading *reading, enum verdict_word word)
{
    size_t count = 0;
    for (size_t i = 0; i < reading->base_count; i++)
        count += reading->bases[i].low == word && reading->bases[i].high == word;
    return count;
}
