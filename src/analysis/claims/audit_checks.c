/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The frame of the audit, and the checks that compute: sums, growth rates and folds from the values
 * of a trade, which an index finds.
 */
#include "config.h"

#include "analysis/claims/audit_checks.h"

#include "analysis/claims/audit.h"
#include "analysis/statistics/country_ids.h"
#include "base/array.h"
#include "data/value/date.h"
#include "query/rows/tuple_index.h"

#include <stdlib.h>
#include <string.h>

#define ANY_CURRENCY 0

const char *audit_outcome_word(enum audit_outcome outcome)
{
    static const char *const words[AUDIT_OUTCOME_COUNT] = {
        [AUDIT_OK] = "ok",       [AUDIT_UNCHECKED] = "cannot be checked", [AUDIT_NOTE] = "note",
        [AUDIT_CLOSE] = "close", [AUDIT_CONFLICT] = "conflict",
    };
    return words[outcome];
}

enum audit_outcome audit_outcome_of(enum agreement agreement)
{
    static const enum audit_outcome outcomes[AGREEMENT_COUNT] = {
        [AGREEMENT_SINGLE] = AUDIT_UNCHECKED,
        [AGREEMENT_AGREE] = AUDIT_OK,
        [AGREEMENT_CLOSE] = AUDIT_CLOSE,
        [AGREEMENT_CONFLICT] = AUDIT_CONFLICT,
        [AGREEMENT_NOT_COMPARABLE] = AUDIT_UNCHECKED,
    };
    return outcomes[agreement];
}

void audit_add(struct audit_context *context, const struct check *check, struct buffer *text)
{
    struct audit *audit = context->audit;
    ARRAY_RESERVE(audit->checks, audit->count + 1, audit->capacity);
    struct check *added = &audit->checks[audit->count++];
    *added = *check;
    added->text = arena_copy(context->arena, text->data, text->length);
    size_t size = check->row_count * sizeof *check->rows;
    added->rows = memcpy(arena_alloc(context->arena, size), check->rows, size);
    audit->count_of[check->outcome]++;
    buffer_truncate(text, 0);
}

uint32_t audit_code(const struct audit_context *context, const struct claim *claim,
                    enum field field)
{
    return table_code(context->dataset->table, claim->row, context->dataset->column[field]);
}

uint32_t audit_reporter(const struct audit_context *context, const struct claim *claim)
{
    return context->reporters[audit_code(context, claim, FIELD_REPORTER)];
}

uint32_t audit_partner(const struct audit_context *context, const struct claim *claim)
{
    return context->partners[audit_code(context, claim, FIELD_PARTNER)];
}

void audit_write_trade(struct buffer *out, const struct claim *claim)
{
    text_make_visible(out, claim->reporter, true);
    if (claim->partner.length) {
        buffer_puts(out, " > ");
        text_make_visible(out, claim->partner, true);
    }
    if (claim->product.length) {
        buffer_puts(out, ", ");
        text_make_visible(out, claim->product, true);
    }
    buffer_puts(out, ": ");
}

/* --- the values of a trade --- */

struct value_index {
    struct tuple_index keys;
    size_t *observations; /* of each key, the first one stated */
    size_t count;         /* number of keys that have one */
};

static uint32_t currency_of(struct unit unit)
{
    uint32_t currency;
    memcpy(&currency, unit.currency, sizeof currency);
    return currency;
}

static size_t value_key(const struct audit_context *context, struct value_index *index,
                        const struct claim *claim, enum flow flow, struct period period,
                        uint32_t currency)
{
    const uint32_t key[] = {
        audit_reporter(context, claim),
        audit_partner(context, claim),
        audit_code(context, claim, FIELD_PRODUCT),
        flow,
        period.kind,
        (uint32_t)period.first,
        (uint32_t)period.last,
        currency,
    };
    index->keys.width = ARRAY_LENGTH(key);
    return tuple_index_number(&index->keys, key);
}

static bool is_money(const struct claim *claim)
{
    return claim->kind == KIND_FIGURE && claim->measure == MEASURE_VALUE && claim->flow &&
           claim->period.kind && claim->unit.dimension == DIMENSION_MONEY;
}

static void index_value(struct value_index *index, size_t key, size_t observation)
{
    if (key == index->count)
        index->observations[index->count++] = observation;
}

static struct value_index value_index_make(const struct audit_context *context)
{
    size_t count = context->observations->count;
    struct value_index index = {.observations =
                                    xreallocarray(NULL, 2 * count + 1, sizeof *index.observations)};
    for (size_t i = 0; i < count; i++) {
        const struct claim *claim = &context->shown[i];
        if (!is_money(claim))
            continue;
        index_value(
            &index,
            value_key(context, &index, claim, claim->flow, claim->period, currency_of(claim->unit)),
            i);
        index_value(&index,
                    value_key(context, &index, claim, claim->flow, claim->period, ANY_CURRENCY), i);
    }
    return index;
}

static void value_index_release(struct value_index *index)
{
    tuple_index_release(&index->keys);
    free(index->observations);
}

/* Returns NULL if the trade of the claim has no such value. */
static const struct claim *find_value(const struct audit_context *context,
                                      struct value_index *index, const struct claim *claim,
                                      enum flow flow, struct period period, uint32_t currency)
{
    size_t key = value_key(context, index, claim, flow, period, currency);
    return key < index->count ? &context->shown[index->observations[key]] : NULL;
}

static const struct derivation *stated(const struct audit_context *context,
                                       const struct claim *claim)
{
    return claim ? derive_stated(context->arena, context->dataset, claim->row) : NULL;
}

/* --- checks that calculate --- */

/* Returns the row of a claim that the derived number depends on. */
static uint32_t first_row(const struct derivation *derivation)
{
    while (derivation->row == NO_ROW && derivation->inputs[0])
        derivation = derivation->inputs[0];
    return (uint32_t)derivation->row;
}

/*
 * Appends the inputs of a result that differs: "; FY2021-22 $13.12bn (X + M, dgcis), FY2023-24
 * $65.7bn (003)". Nothing if the result is itself stated.
 */
static void write_inputs(struct buffer *text, const struct audit_context *context,
                         const struct derivation *computed)
{
    size_t count = 2; /* the years of an average are no value */
    bool is_stated = true;
    for (size_t i = 0; i < count; i++)
        is_stated = is_stated && !derivation_is_derived(computed->inputs[i]);
    for (size_t i = is_stated ? 0 : count; i-- > 0;) {
        const struct derivation *input = computed->inputs[i];
        buffer_puts(text, i + 1 < count ? ", " : "; ");
        period_format(text, input->period);
        buffer_puts(text, " ");
        derivation_format(text, input);
        buffer_puts(text, " (");
        if (derivation_is_derived(input))
            buffer_printf(text, "%s, ", method_table[input->method].formula);
        text_make_visible(text, dataset_text(context->dataset, first_row(input), FIELD_SOURCE),
                          true);
        buffer_puts(text, ")");
    }
}

/* "... stated 33 %, from the values 33.10 %" */
static void compare(struct audit_context *context, enum check_kind kind, const struct claim *claim,
                    const struct derivation *computed, struct buffer *text)
{
    const struct derivation *said = stated(context, claim);
    enum audit_outcome outcome =
        audit_outcome_of(agreement_of_intervals(said->range, computed->range));
    buffer_puts(text, "stated ");
    if (claim->qualifier > QUALIFIER_EXACT)
        buffer_printf(text, "%s ", qualifier_vocabulary.words[claim->qualifier]);
    unit_format(text, claim->unit, claim->decimal.value, claim->decimal.places);
    buffer_puts(text, ", from the values ");
    derivation_format(text, computed);
    if (outcome != AUDIT_OK) {
        buffer_puts(text, ", ");
        decimal_format(text, 100 * interval_gap(said->range, computed->range), 1);
        buffer_puts(text, " % apart");
        write_inputs(text, context, computed);
    }
    const uint32_t rows[] = {(uint32_t)claim->row, first_row(computed->inputs[0]),
                             first_row(computed->inputs[1])};
    const struct check check = {kind, outcome, NULL, computed, rows, ARRAY_LENGTH(rows)};
    audit_add(context, &check, text);
}

static void leave_unchecked(struct audit_context *context, enum check_kind kind,
                            const struct claim *claim, struct buffer *text)
{
    const uint32_t row = (uint32_t)claim->row;
    const struct check check = {kind, AUDIT_UNCHECKED, NULL, NULL, &row, 1};
    audit_add(context, &check, text);
}

static void check_sum(struct audit_context *context, struct value_index *index,
                      const struct claim *claim, struct buffer *text)
{
    bool is_total = claim->flow == FLOW_TOTAL;
    uint32_t currency = currency_of(claim->unit);
    const struct claim *const flows[] = {
        find_value(context, index, claim, FLOW_EXPORT, claim->period, currency),
        find_value(context, index, claim, FLOW_IMPORT, claim->period, currency)};
    if (!flows[0] && !flows[1])
        return;
    audit_write_trade(text, claim);
    buffer_puts(text, is_total ? "total = exports + imports, " : "balance = exports - imports, ");
    period_format(text, claim->period);
    buffer_puts(text, ": ");
    const struct derivation *const inputs[] = {stated(context, flows[0]),
                                               stated(context, flows[1])};
    const struct derivation *sum =
        derive(context->arena, is_total ? METHOD_TURNOVER : METHOD_BALANCE, claim->period, inputs);
    if (sum) {
        compare(context, CHECK_SUM, claim, sum, text);
        return;
    }
    buffer_printf(text, "%s are not stated", flows[0] ? "imports" : "exports");
    leave_unchecked(context, CHECK_SUM, claim, text);
}

/*
 * Returns the stated value. A total that no source states is the sum of exports and imports, if
 * both are stated.
 */
static const struct derivation *value_of(struct audit_context *context, struct value_index *index,
                                         const struct claim *claim, struct period period,
                                         uint32_t currency)
{
    const struct claim *found = find_value(context, index, claim, claim->flow, period, currency);
    if (found || claim->flow != FLOW_TOTAL)
        return stated(context, found);
    const struct derivation *const flows[] = {
        stated(context, find_value(context, index, claim, FLOW_EXPORT, period, currency)),
        stated(context, find_value(context, index, claim, FLOW_IMPORT, period, currency))};
    return derive(context->arena, METHOD_TURNOVER, period, flows);
}

static void write_missing(struct buffer *text, const struct derivation *const *values,
                          const struct period *periods)
{
    if (values[0] && values[1]) {
        buffer_puts(text, "a value of 0 has no rate");
        return;
    }
    buffer_puts(text, "no value is stated for ");
    if (!values[1])
        period_format(text, periods[1]);
    if (!values[0] && !values[1])
        buffer_puts(text, " and ");
    if (!values[0])
        period_format(text, periods[0]);
}

/* --- changes from one period to another --- */

/* A measure that two values prove. */
struct change_rule {
    enum measure measure;
    enum dimension dimension;
    enum check_kind kind;
    enum method method;
    const char *name;
};

static const struct change_rule change_rules[] = {
    {MEASURE_GROWTH, DIMENSION_PERCENT, CHECK_GROWTH, METHOD_GROWTH, "growth"},
    {MEASURE_AVERAGE_GROWTH, DIMENSION_PERCENT, CHECK_GROWTH, METHOD_OBSERVED_GROWTH,
     "average growth"},
    {MEASURE_CHANGE, DIMENSION_MONEY, CHECK_CHANGE, METHOD_CHANGE, "change"},
    {MEASURE_GROWTH, DIMENSION_MONEY, CHECK_CHANGE, METHOD_CHANGE, "change"},
    {MEASURE_RATIO, DIMENSION_FOLD, CHECK_FOLD, METHOD_FOLD, "fold"},
};

static const struct change_rule *find_change_rule(const struct claim *claim)
{
    for (size_t i = 0; i < ARRAY_LENGTH(change_rules); i++)
        if (change_rules[i].measure == claim->measure &&
            change_rules[i].dimension == claim->unit.dimension)
            return &change_rules[i];
    return NULL;
}

/* Returns the first year, or the last, of a span of whole years; none of another span. */
static struct period year_of_span(struct period span, bool is_last)
{
    struct date first = date_of_day(span.first), after = date_of_day(span.last + 1);
    bool is_whole = first.day == 1 && after.day == 1 && first.month == after.month &&
                    after.year > first.year + 1;
    int year = is_last ? after.year - 1 : first.year;
    if (is_whole && first.month == 1)
        return period_calendar_year(year);
    return is_whole && first.month == 4 ? period_fiscal_year(year) : (struct period){0};
}

/* The average of a span of years without a base is from its first year to its last. */
static void find_ends(const struct claim *claim, struct period ends[2])
{
    ends[0] = claim->period;
    ends[1] = claim_base(claim);
    bool is_average = claim->measure == MEASURE_AVERAGE_GROWTH;
    if (!is_average || ends[1].kind || claim->period.kind != PERIOD_SPAN)
        return;
    ends[0] = year_of_span(claim->period, true);
    ends[1] = year_of_span(claim->period, false);
}

static const struct derivation *derive_change(struct audit_context *context,
                                              const struct change_rule *rule,
                                              const struct claim *claim,
                                              const struct derivation *const *values,
                                              const struct period *ends)
{
    bool is_size = rule->method == METHOD_CHANGE && claim->flow == FLOW_BALANCE;
    const struct derivation *const inputs[] = {values[0], values[1],
                                               rule->method == METHOD_OBSERVED_GROWTH
                                                   ? derive_years(context->arena, ends[1], ends[0])
                                                   : NULL};
    return derive(context->arena, is_size ? METHOD_CHANGE_OF_SIZE : rule->method, claim->period,
                  inputs);
}

static void check_change(struct audit_context *context, struct value_index *index,
                         const struct change_rule *rule, const struct claim *claim,
                         struct buffer *text)
{
    struct period ends[2];
    find_ends(claim, ends);
    audit_write_trade(text, claim);
    buffer_printf(text, "%s of %s ", rule->name, flow_vocabulary.words[claim->flow]);
    if (!ends[1].kind) {
        period_format(text, claim->period);
        buffer_puts(text, ": what it compares with is not stated; write the period in `base`");
        leave_unchecked(context, rule->kind, claim, text);
        return;
    }
    uint32_t currency =
        rule->dimension == DIMENSION_MONEY ? currency_of(claim->unit) : (uint32_t)ANY_CURRENCY;
    const struct derivation *later = value_of(context, index, claim, ends[0], currency);
    if (later)
        currency = currency_of(later->unit);
    const struct derivation *const values[] = {later,
                                               value_of(context, index, claim, ends[1], currency)};
    buffer_puts(text, "from ");
    period_format(text, ends[1]);
    buffer_puts(text, " to ");
    period_format(text, ends[0]);
    buffer_puts(text, ": ");
    const struct derivation *computed = derive_change(context, rule, claim, values, ends);
    if (computed) {
        compare(context, rule->kind, claim, computed, text);
        return;
    }
    write_missing(text, values, ends);
    leave_unchecked(context, rule->kind, claim, text);
}

static bool is_change(const struct claim *claim)
{
    const struct change_rule *rule = find_change_rule(claim);
    return rule && claim->kind == KIND_FIGURE && claim->flow && claim->period.kind &&
           (rule->kind != CHECK_FOLD || claim_base(claim).kind);
}

static void audit_values(struct audit_context *context)
{
    struct value_index index = value_index_make(context);
    struct buffer text = {0};
    for (size_t i = 0; i < context->observations->count; i++) {
        const struct claim *claim = &context->shown[i];
        if (is_money(claim) && (claim->flow == FLOW_TOTAL || claim->flow == FLOW_BALANCE))
            check_sum(context, &index, claim, &text);
        else if (is_change(claim))
            check_change(context, &index, find_change_rule(claim), claim, &text);
    }
    buffer_release(&text);
    value_index_release(&index);
}

/* --- the whole --- */

static int compare_checks(const void *a, const void *b)
{
    const struct check *x = a, *y = b;
    if (x->outcome != y->outcome)
        return x->outcome > y->outcome ? -1 : 1;
    if (x->kind != y->kind)
        return x->kind < y->kind ? -1 : 1;
    return (x->rows[0] > y->rows[0]) - (x->rows[0] < y->rows[0]);
}

static struct claim *shown_claims(const struct dataset *dataset,
                                  const struct observation_list *observations)
{
    struct claim *claims = xreallocarray(NULL, observations->count + 1, sizeof *claims);
    for (size_t i = 0; i < observations->count; i++)
        claims[i] = dataset_claim(dataset, observations->items[i].shown);
    return claims;
}

struct audit audit_make(struct arena *arena, const struct dataset *dataset,
                        const struct country_list *countries,
                        const struct observation_list *observations)
{
    struct audit audit = {0};
    struct audit_context context = {
        .arena = arena,
        .dataset = dataset,
        .countries = countries,
        .observations = observations,
        .reporters = country_ids(dataset, countries, FIELD_REPORTER),
        .partners = country_ids(dataset, countries, FIELD_PARTNER),
        .shown = shown_claims(dataset, observations),
        .audit = &audit,
    };
    audit_values(&context);
    audit_claims(&context);
    audit_origins(&context);
    audit_periods(&context);
    audit_shares(&context);
    audit_undated(&context);
    audit_fiscal_years(&context);
    free(context.reporters);
    free(context.partners);
    free(context.shown);
    if (audit.count)
        qsort(audit.checks, audit.count, sizeof *audit.checks, compare_checks);
    return audit;
}

void audit_release(struct audit *audit)
{
    free(audit->checks);
    *audit = (struct audit){0};
}
