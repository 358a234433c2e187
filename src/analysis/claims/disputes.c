/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "analysis/claims/disputes.h"

#include "base/array.h"
#include "base/memory.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define MOST_REASONS 6
#define NARROW 0.1 /* a claim with a wider interval agrees with too much */
#define FAR 0.1    /* figures farther apart than this are no revisions of each other */

struct context {
    struct arena *arena;
    const struct dataset *dataset;
    const struct country_list *countries;
    const struct observation_list *observations;
    struct claim *shown; /* of each observation */
    struct dispute *dispute;
    struct buffer text;
};

static void add_reason(struct context *context)
{
    struct dispute *dispute = context->dispute;
    if (dispute->reason_count < MOST_REASONS)
        dispute->reasons[dispute->reason_count++] =
            arena_copy(context->arena, context->text.data, context->text.length);
    else if (dispute->reason_count == MOST_REASONS) /* there is room for one more */
        dispute->reasons[dispute->reason_count++] = "and others, which are not listed";
    buffer_truncate(&context->text, 0);
}

static void write_source(struct context *context, size_t row)
{
    struct text source = dataset_text(context->dataset, row, FIELD_SOURCE);
    if (source.length)
        text_make_visible(&context->text, source, true);
    else
        dataset_id(context->dataset, row, &context->text);
}

/* "003's $65.7bn" */
static void write_claim(struct context *context, const struct claim *claim)
{
    write_source(context, claim->row);
    buffer_puts(&context->text, "'s ");
    if (claim->qualifier > QUALIFIER_EXACT)
        buffer_printf(&context->text, "%s ", qualifier_vocabulary.words[claim->qualifier]);
    unit_format(&context->text, claim->unit, claim->decimal.value, claim->decimal.places);
}

static bool is_narrow(const struct claim *claim)
{
    struct interval range = interval_of_claim(claim);
    return range.high - range.low <= NARROW * fabs(claim->value);
}

static bool agrees(const struct claim *a, const struct claim *b)
{
    return unit_is_comparable(a->unit, b->unit) && is_narrow(a) && is_narrow(b) &&
           interval_overlaps(interval_of_claim(a), interval_of_claim(b));
}

static bool is_of_trade(const struct context *context, const struct claim *a, const struct claim *b,
                        bool is_turned)
{
    return text_is_equal(a->product, b->product) && text_is_equal(a->scope, b->scope) &&
           country_is_same(context->countries, a->reporter, is_turned ? b->partner : b->reporter) &&
           country_is_same(context->countries, a->partner, is_turned ? b->reporter : b->partner);
}

static enum flow turned_flow(enum flow flow)
{
    static const enum flow turned[] = {
        [FLOW_NONE] = FLOW_NONE,          [FLOW_EXPORT] = FLOW_IMPORT,
        [FLOW_IMPORT] = FLOW_EXPORT,      [FLOW_TOTAL] = FLOW_TOTAL,
        [FLOW_BALANCE] = FLOW_BALANCE,    [FLOW_RE_EXPORT] = FLOW_RE_IMPORT,
        [FLOW_RE_IMPORT] = FLOW_RE_EXPORT};
    return turned[flow];
}

/* --- what would reconcile --- */

static void try_period(struct context *context, const struct claim *claim,
                       const struct claim *other)
{
    if (!is_of_trade(context, claim, other, false) || claim->flow != other->flow ||
        claim->measure != other->measure || period_is_equal(claim->period, other->period) ||
        !other->period.kind || !agrees(claim, other))
        return;
    buffer_puts(&context->text, "period: ");
    write_claim(context, claim);
    buffer_puts(&context->text, " agrees with what ");
    write_source(context, other->row);
    buffer_puts(&context->text, " states for ");
    period_format(&context->text, other->period);
    add_reason(context);
}

static void try_flow(struct context *context, const struct claim *claim, const struct claim *other)
{
    if (!is_of_trade(context, claim, other, false) || claim->flow == other->flow || !other->flow ||
        claim->measure != other->measure || !period_is_equal(claim->period, other->period) ||
        !agrees(claim, other))
        return;
    buffer_puts(&context->text, "flow: ");
    write_claim(context, claim);
    buffer_printf(&context->text, " agrees with the %s that ", flow_vocabulary.words[other->flow]);
    write_source(context, other->row);
    buffer_puts(&context->text, " states");
    add_reason(context);
}

/* Exports are valued free on board, imports with freight and insurance. */
static void try_valuation(struct context *context, const struct claim *claim,
                          const struct claim *other)
{
    if (!is_of_trade(context, claim, other, true) || other->flow != turned_flow(claim->flow) ||
        claim->flow == FLOW_BALANCE || claim->measure != MEASURE_VALUE ||
        other->measure != MEASURE_VALUE || !period_is_equal(claim->period, other->period) ||
        !agrees(claim, other))
        return;
    buffer_puts(&context->text, "valuation: ");
    write_claim(context, claim);
    buffer_puts(&context->text, " agrees with the other side's report: ");
    text_make_visible(&context->text, other->reporter, true);
    buffer_printf(&context->text, "'s %s in ", flow_vocabulary.words[other->flow]);
    write_source(context, other->row);
    add_reason(context);
}

static void try_sign(struct context *context, const struct claim *claim, const struct claim *shown)
{
    struct claim turned = *claim;
    turned.decimal.value = -turned.decimal.value;
    turned.value = -turned.value;
    if (!agrees(&turned, shown))
        return;
    buffer_puts(&context->text, "sign: ");
    write_claim(context, claim);
    buffer_puts(&context->text, " agrees with the sign turned round");
    add_reason(context);
}

static void try_scale(struct context *context, const struct claim *claim, const struct claim *shown)
{
    static const double scales[] = {10, 100, 1e3, 1e5, 1e6, 1e7};
    for (size_t i = 0; i < 2 * ARRAY_LENGTH(scales); i++) {
        double scale = i % 2 ? 1 / scales[i / 2] : scales[i / 2];
        struct claim scaled = *claim;
        scaled.unit.scale *= scale;
        scaled.value *= scale;
        if (!agrees(&scaled, shown))
            continue;
        buffer_puts(&context->text, "scale: ");
        write_claim(context, claim);
        buffer_puts(&context->text, " agrees if it is ");
        decimal_format(&context->text, scales[i / 2], 0);
        buffer_printf(&context->text, " times %s", i % 2 ? "less" : "more");
        add_reason(context);
    }
}

static void try_wording(struct context *context, const struct claim *claim,
                        const struct claim *shown)
{
    struct claim rounded = *claim;
    if (claim->qualifier == QUALIFIER_ABOUT)
        return;
    rounded.qualifier = QUALIFIER_ABOUT;
    if (!unit_is_comparable(claim->unit, shown->unit) ||
        !interval_overlaps(interval_of_claim(&rounded), interval_of_claim(shown)))
        return;
    buffer_puts(&context->text, "rounding: ");
    write_claim(context, claim);
    buffer_puts(&context->text, " agrees if it is read as about");
    add_reason(context);
}

static bool is_near(const struct claim *a, const struct claim *b)
{
    return interval_gap(interval_of_claim(a), interval_of_claim(b)) < FAR;
}

static void try_revision(struct context *context, const struct claim *claim,
                         const struct claim *shown)
{
    bool is_earlier = claim->date.last < shown->date.first;
    bool is_later = shown->date.last < claim->date.first;
    if (!claim->date.kind || !shown->date.kind || (!is_earlier && !is_later) ||
        claim->measure != MEASURE_VALUE || !is_near(claim, shown))
        return;
    const struct claim *first = is_earlier ? claim : shown, *second = is_earlier ? shown : claim;
    buffer_puts(&context->text, "provisional figures: ");
    write_claim(context, first);
    buffer_puts(&context->text, " is of ");
    period_format(&context->text, first->date);
    buffer_puts(&context->text, ", ");
    write_claim(context, second);
    buffer_puts(&context->text, " of ");
    period_format(&context->text, second->date);
    buffer_puts(&context->text, "; it may be revised");
    add_reason(context);
}

/* Returns the value of the flow in the period of `other`, a claim on it or on its exports. */
static const struct derivation *value_from(const struct context *context, const struct claim *claim,
                                           const struct claim *other)
{
    if (!is_of_trade(context, claim, other, false) || other->measure != MEASURE_VALUE ||
        other->kind != KIND_FIGURE || other->period.kind != claim->period.kind)
        return NULL;
    if (other->flow == claim->flow)
        return derive_stated(context->arena, context->dataset, other->row);
    if (claim->flow != FLOW_TOTAL || other->flow != FLOW_EXPORT)
        return NULL;
    for (size_t i = 0; i < context->observations->count; i++) {
        const struct claim *imports = &context->shown[i];
        if (!is_of_trade(context, claim, imports, false) || imports->measure != MEASURE_VALUE ||
            imports->kind != KIND_FIGURE || imports->flow != FLOW_IMPORT ||
            !period_is_equal(imports->period, other->period))
            continue;
        const struct derivation *const flows[] = {
            derive_stated(context->arena, context->dataset, other->row),
            derive_stated(context->arena, context->dataset, imports->row)};
        return derive(context->arena, METHOD_TURNOVER, other->period, flows);
    }
    return NULL;
}

/* A growth rate or fold may hold from another period than the one that it states. */
static void try_base(struct context *context, const struct check *check, const struct claim *claim,
                     const struct claim *other)
{
    enum method method = check->computed->method;
    if (method != METHOD_GROWTH && method != METHOD_FOLD && method != METHOD_CHANGE)
        return;
    const struct derivation *earlier = value_from(context, claim, other);
    if (!earlier || period_compare(earlier->period, claim->period) >= 0 ||
        period_is_equal(earlier->period, claim_base(claim)))
        return;
    const struct derivation *const values[] = {check->computed->inputs[0], earlier};
    const struct derivation *result = derive(context->arena, method, claim->period, values);
    if (!result || !interval_overlaps(result->range, interval_of_claim(claim)))
        return;
    buffer_puts(&context->text, "base: it holds from ");
    period_format(&context->text, earlier->period);
    buffer_puts(&context->text, ", ");
    derivation_format(&context->text, earlier);
    buffer_puts(&context->text, " (");
    write_source(context, other->row);
    buffer_puts(&context->text, "): ");
    derivation_format(&context->text, result);
    add_reason(context);
}

/* `claim` disagrees with `shown`. */
static void reconcile(struct context *context, const struct claim *claim, const struct claim *shown)
{
    try_wording(context, claim, shown);
    try_sign(context, claim, shown);
    try_scale(context, claim, shown);
    for (size_t i = 0; i < context->observations->count; i++) {
        const struct claim *other = &context->shown[i];
        if (other->kind != KIND_FIGURE || claim->kind != KIND_FIGURE || other->row == shown->row)
            continue;
        try_period(context, claim, other);
        try_flow(context, claim, other);
        try_valuation(context, claim, other);
    }
    try_revision(context, claim, shown);
}

/* --- the disputes --- */

static struct dispute *add_dispute(struct dispute_list *list, struct context *context)
{
    ARRAY_RESERVE(list->items, list->count + 1, list->capacity);
    struct dispute *dispute = &list->items[list->count++];
    *dispute = (struct dispute){
        .reasons = arena_alloc(context->arena, (MOST_REASONS + 1) * sizeof *dispute->reasons)};
    context->dispute = dispute;
    return dispute;
}

static const char *take_text(struct context *context)
{
    const char *text = arena_copy(context->arena, context->text.data, context->text.length);
    buffer_truncate(&context->text, 0);
    return text;
}

static void write_subject(struct context *context, const struct claim *claim)
{
    struct buffer *out = &context->text;
    audit_write_trade(out, claim);
    if (claim->kind != KIND_FIGURE)
        buffer_printf(out, "%s for ", kind_vocabulary.words[claim->kind]);
    if (claim->measure > MEASURE_VALUE)
        buffer_printf(out, "%s%s", measure_vocabulary.words[claim->measure],
                      claim->flow ? " of " : " ");
    if (claim->flow)
        buffer_printf(out, "%s ", flow_vocabulary.words[claim->flow]);
    period_format(out, claim->period);
}

/* "$2bn between them; what their words leave open is 3.1 % apart": the shown and the farthest. */
static void write_size(struct context *context, const struct claim *shown,
                       const struct claim *farthest)
{
    double size = fabs(farthest->value - shown->value) / shown->unit.scale;
    int places = shown->decimal.places > farthest->decimal.places ? shown->decimal.places
                                                                  : farthest->decimal.places;
    unit_format(&context->text, shown->unit, size, places > 0 ? places : 0);
    buffer_puts(&context->text, " between them; what their words leave open is ");
    decimal_format(&context->text,
                   100 * interval_gap(interval_of_claim(shown), interval_of_claim(farthest)), 1);
    buffer_puts(&context->text, " % apart");
}

static void add_observation(struct dispute_list *list, struct context *context,
                            const struct observation *observation, const struct claim *shown)
{
    struct dispute *dispute = add_dispute(list, context);
    struct claim farthest = *shown;
    dispute->agreement = observation->agreement;
    dispute->rows = observation->claims.rows;
    dispute->row_count = observation->claims.count;
    write_subject(context, shown);
    dispute->subject = take_text(context);
    for (size_t i = 0; i < observation->claims.count; i++) {
        struct claim claim = dataset_claim(context->dataset, observation->claims.rows[i]);
        if (interval_overlaps(interval_of_claim(shown), interval_of_claim(&claim)))
            continue;
        reconcile(context, &claim, shown);
        if (farthest.row == shown->row ||
            fabs(claim.value - shown->value) > fabs(farthest.value - shown->value))
            farthest = claim;
    }
    write_size(context, shown, &farthest);
    dispute->size = take_text(context);
}

static void add_check(struct dispute_list *list, struct context *context, const struct check *check)
{
    struct dispute *dispute = add_dispute(list, context);
    struct claim claim = dataset_claim(context->dataset, check->rows[0]);
    dispute->agreement = check->outcome == AUDIT_CONFLICT ? AGREEMENT_CONFLICT : AGREEMENT_CLOSE;
    dispute->subject = check->text;
    dispute->rows = check->rows;
    dispute->row_count = check->row_count;
    for (size_t i = 0; i < context->observations->count; i++) {
        const struct claim *other = &context->shown[i];
        if (other->kind != KIND_FIGURE || other->row == claim.row)
            continue;
        if (check->computed)
            try_base(context, check, &claim, other);
        try_period(context, &claim, other);
        try_flow(context, &claim, other);
    }
}

static int compare_disputes(const void *left, const void *right)
{
    const struct dispute *a = left, *b = right;
    if (a->agreement != b->agreement)
        return a->agreement == AGREEMENT_CONFLICT ? -1 : 1;
    return (a->rows[0] > b->rows[0]) - (a->rows[0] < b->rows[0]);
}

static bool is_disputed(enum agreement agreement)
{
    return agreement == AGREEMENT_CLOSE || agreement == AGREEMENT_CONFLICT;
}

static bool is_of_values(const struct check *check)
{
    return (check->outcome == AUDIT_CONFLICT || check->outcome == AUDIT_CLOSE) &&
           check->kind != CHECK_CLAIMS;
}

struct dispute_list dispute_list_make(struct arena *arena, const struct dataset *dataset,
                                      const struct country_list *countries,
                                      const struct observation_list *observations,
                                      const struct audit *audit)
{
    struct dispute_list list = {0};
    struct context context = {
        .arena = arena, .dataset = dataset, .countries = countries, .observations = observations};
    context.shown = xreallocarray(NULL, observations->count + 1, sizeof *context.shown);
    for (size_t i = 0; i < observations->count; i++)
        context.shown[i] = dataset_claim(dataset, observations->items[i].shown);
    for (size_t i = 0; i < observations->count; i++)
        if (is_disputed(observations->items[i].agreement))
            add_observation(&list, &context, &observations->items[i], &context.shown[i]);
    for (size_t i = 0; i < audit->count; i++)
        if (is_of_values(&audit->checks[i]))
            add_check(&list, &context, &audit->checks[i]);
    if (list.count)
        qsort(list.items, list.count, sizeof *list.items, compare_disputes);
    buffer_release(&context.text);
    free(context.shown);
    return list;
}

void dispute_list_release(struct dispute_list *list)
{
    free(list->items);
    *list = (struct dispute_list){0};
}
