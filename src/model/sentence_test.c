/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The most exact value decides: if sources state $65.70bn and "about $65bn", a sentence is compared
 * with the former, and the latter is listed. A growth rate that a source states is no proof of
 * itself; only values are.
 */
#include "config.h"

#include "model/sentence_test.h"

#include "base/array.h"
#include "data/value/date.h"
#include "extract/extraction.h"
#include "model/known_values.h"
#include "model/recompute.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define MOST_OTHERS 8
#define MOST_NEAR 3

struct bench {
    struct sentence_test *test;
    struct model *model;
    struct known_values values;
    struct story story;
};

const char *test_verdict_word(enum test_verdict verdict)
{
    static const char *const words[] = {[TEST_UNKNOWN] = "cannot be told",
                                        [TEST_HOLDS] = "holds",
                                        [TEST_CLOSE] = "close",
                                        [TEST_FAILS] = "does not hold"};
    return words[verdict];
}

static void add_reading(struct test_readings *list, struct test_reading reading)
{
    ARRAY_RESERVE(list->items, list->count + 1, list->capacity);
    list->items[list->count++] = reading;
}

/* Returns the number of "in two years"; 0 if the sentence does not say. */
static long find_years(const struct story *story)
{
    for (size_t i = 1; i < story->tokens.count; i++) {
        const struct news_token *token = &story->tokens.items[i];
        bool is_years = token_is(token, "years") || token_is(token, "year");
        long years = is_years ? token_number(token - 1) : -1;
        if (years > 0 && years < 100)
            return years;
    }
    return 0;
}

/* "a month", "per day": the number is not that of the whole period. */
static bool is_rate(const struct news_token *before, const struct news_token *token)
{
    static const char *const times[] = {"month", "quarter", "week", "day"};
    bool is_each = token_is(before, "a") || token_is(before, "per") || token_is(before, "each") ||
                   token_is(before, "every");
    for (size_t i = 0; is_each && i < ARRAY_LENGTH(times); i++)
        if (token_is(token, times[i]))
            return true;
    return false;
}

/* Returns a word with which the sentence does not state what its numbers say; empty if none. */
static struct text find_limit(const struct story *story)
{
    static const char *const words[] = {
        "not",     "no",        "never",   "neither", "nor",    "nothing", "cannot",  "false",
        "untrue",  "wrong",     "wrongly", "denied",  "denies", "deny",    "failed",  "fails",
        "fail",    "missed",    "short",   "if",      "unless", "except",  "without", "excluding",
        "monthly", "quarterly", "weekly",  "daily",   "hardly", "average", "averaged"};
    static const struct news_token none = {.type = TOKEN_SIGN, .word = {"", 0}, .value = ""};
    for (size_t i = 0; i < story->tokens.count; i++) {
        const struct news_token *token = &story->tokens.items[i];
        const struct news_token *before = i ? token - 1 : &none;
        bool is_amount = token->type == TOKEN_NUMBER || token->class == WORD_CURRENCY;
        bool is_limit = is_rate(before, token) || (token_is(before, "between") && is_amount) ||
                        (token_is(token, "t") && token_is(before, "'"));
        for (size_t k = 0; !is_limit && k < ARRAY_LENGTH(words); k++)
            is_limit = token_is(token, words[k]);
        if (is_limit) /* "didn't" is three tokens */
            return token_is(token, "t")          ? text_of("n't")
                   : token_is(before, "between") ? before->word
                                                 : token->word;
    }
    return (struct text){"", 0};
}

bool test_is_of_span(const struct claim *claim)
{
    return claim->measure == MEASURE_GROWTH || claim->measure == MEASURE_RATIO ||
           claim->measure == MEASURE_CHANGE;
}

static enum method method_of(const struct claim *claim)
{
    if (claim->measure == MEASURE_CHANGE)
        return claim->flow == FLOW_BALANCE ? METHOD_CHANGE_OF_SIZE : METHOD_CHANGE;
    return claim->measure == MEASURE_RATIO ? METHOD_FOLD : METHOD_GROWTH;
}

/* Returns what a statement needs as a claim; false if its number cannot be compared. */
static bool read_claim(const struct suggested_row *row, struct claim *claim)
{
    *claim = (struct claim){.kind = row->kind,
                            .flow = row->flow,
                            .measure = row->measure,
                            .period = row->period,
                            .base = row->base,
                            .reporter = text_of(row->reporter),
                            .partner = text_of(row->partner),
                            .product = row->product,
                            .scope = text_of(row->scope)};
    int qualifier = vocabulary_find(&qualifier_vocabulary, text_of(row->qualifier));
    claim->qualifier = qualifier > 0 ? (enum qualifier)qualifier : QUALIFIER_EXACT;
    if (row->doubts & DOUBT_PERIOD)
        claim->period = claim->base = (struct period){0};
    if (!decimal_parse(text_of(row->value), &claim->decimal) ||
        !unit_parse(text_of(row->unit), &claim->unit))
        return false;
    claim->value = claim->decimal.value * claim->unit.scale;
    return true;
}

/* Returns a period that is the same number of years earlier. */
static struct period years_before(struct period period, long years)
{
    for (long i = 0; i < years && period.kind; i++)
        period = period_year_before(period);
    return period;
}

static struct test_reading read_value(struct bench *bench, const struct claim *claim,
                                      enum flow flow, struct period period, struct period base)
{
    struct test_reading reading = {.flow = flow, .period = period, .base = base};
    const struct derivation *now = known_value(&bench->values, flow, period);
    if (test_is_of_span(claim)) {
        const struct derivation *inputs[] = {now, known_value(&bench->values, flow, base)};
        bool is_circular = inputs[1] && inputs[1]->method == METHOD_IMPLIED_EARLIER && now &&
                           period_is_equal(inputs[1]->inputs[0]->period, now->period);
        now = is_circular ? NULL : derive(&bench->test->arena, method_of(claim), period, inputs);
    }
    if (now && claim->measure == MEASURE_CHANGE && !unit_is_comparable(now->unit, claim->unit))
        now = NULL;
    reading.value = now;
    reading.agreement =
        now ? agreement_of_intervals(interval_of_claim(claim), now->range) : AGREEMENT_SINGLE;
    return reading;
}

/* Adds all values that sources state for what the sentence states. */
static void ask_values(struct bench *bench, struct tested_statement *tested)
{
    const struct claim *claim = &tested->claim;
    struct interval stated = interval_of_claim(claim);
    for (size_t i = 0; i < bench->values.count; i++) {
        const struct known_value *value = &bench->values.items[i];
        if (value->flow != claim->flow || !period_is_equal(value->number->period, claim->period) ||
            !unit_is_comparable(value->number->unit, claim->unit))
            continue;
        add_reading(&tested->asked, (struct test_reading){.flow = value->flow,
                                                          .period = claim->period,
                                                          .value = value->number,
                                                          .agreement = agreement_of_intervals(
                                                              stated, value->number->range)});
    }
}

static void ask(struct bench *bench, struct tested_statement *tested)
{
    if (!test_is_of_span(&tested->claim)) {
        ask_values(bench, tested);
        return;
    }
    struct test_reading reading = read_value(bench, &tested->claim, tested->claim.flow,
                                             tested->claim.period, tested->claim.base);
    if (reading.value)
        add_reading(&tested->asked, reading);
    const struct derivation *now =
        known_value(&bench->values, tested->claim.flow, tested->claim.period);
    struct interval stated = interval_of_claim(&tested->claim);
    bool is_ratio = tested->claim.measure == MEASURE_RATIO;
    double low = is_ratio ? stated.low : 1 + stated.low / 100;
    double high = is_ratio ? stated.high : 1 + stated.high / 100;
    if (!now || tested->claim.measure == MEASURE_CHANGE || low <= 0 || isinf(high) ||
        now->value <= 0)
        return;
    tested->has_needed = true;
    tested->needed = (struct interval){now->value / high, now->value / low, false, false};
}

static enum test_verdict verdict_of(const struct test_readings *asked)
{
    if (!asked->count)
        return TEST_UNKNOWN;
    switch (asked->items[0].agreement) {
    case AGREEMENT_AGREE:
        return TEST_HOLDS;
    case AGREEMENT_CLOSE:
        return TEST_CLOSE;
    case AGREEMENT_CONFLICT:
        return TEST_FAILS;
    default:
        return TEST_UNKNOWN;
    }
}

/* Tries another reading, and keeps it if the statement holds under it, or if it is near. */
static void try_reading(struct bench *bench, struct tested_statement *tested, enum flow flow,
                        struct period period, struct period base, bool is_near)
{
    const struct claim *claim = &tested->claim;
    if (flow == claim->flow && period_is_equal(period, claim->period) &&
        period_is_equal(base, claim->base))
        return;
    struct test_reading reading = read_value(bench, claim, flow, period, base);
    bool is_comparable = reading.value && (test_is_of_span(claim) ||
                                           unit_is_comparable(reading.value->unit, claim->unit));
    if (!is_comparable)
        return;
    bool holds = reading.agreement == AGREEMENT_AGREE;
    if (holds && tested->others.count < MOST_OTHERS)
        add_reading(&tested->others, reading);
    else if (holds)
        tested->more_others++;
    else if (is_near)
        add_reading(&tested->near, reading);
}

/* Other bases of the period, the same span of other periods, overlapping years, other flows. */
static void try_others(struct bench *bench, struct tested_statement *tested)
{
    static const enum flow flows[] = {FLOW_EXPORT, FLOW_IMPORT, FLOW_TOTAL, FLOW_BALANCE};
    const struct claim claim = tested->claim;
    bool is_span = test_is_of_span(&claim);
    long years = tested->years ? tested->years : 1;
    struct period none = {0};
    for (size_t i = 0; i < bench->values.period_count; i++) {
        struct period period = bench->values.periods[i];
        bool is_alike = period.kind == claim.period.kind;
        bool is_overlapping =
            !is_alike && period_overlaps(period, claim.period) &&
            (period.kind == PERIOD_FISCAL_YEAR || period.kind == PERIOD_CALENDAR_YEAR);
        if (is_span && is_alike && period.last < claim.period.last)
            try_reading(bench, tested, claim.flow, claim.period, period, true);
        if (is_alike || is_overlapping)
            try_reading(bench, tested, claim.flow, period,
                        is_span ? years_before(period, years) : none, is_overlapping);
    }
    for (size_t i = 0; i < ARRAY_LENGTH(flows); i++)
        if (flows[i] != claim.flow && (is_span || (claim.value < 0) == (flows[i] == FLOW_BALANCE)))
            try_reading(bench, tested, flows[i], claim.period, claim.base, false);
}

/* Lists the claims that state a growth, share or rank for the pair and period. */
static void find_repeats(struct bench *bench, struct tested_statement *tested)
{
    const struct model *model = bench->model;
    for (size_t row = 0; row < model->rows.known; row++) {
        if (!row_set_contains(&model->rows.shown, row))
            continue;
        struct claim other = dataset_claim(&model->dataset, row);
        if (other.measure == MEASURE_VALUE || other.measure != tested->claim.measure ||
            other.kind != tested->claim.kind || other.flow != tested->claim.flow ||
            !pair_is_of_claim(&bench->values.pair, model->countries, &other))
            continue;
        bool is_same = period_is_equal(other.period, tested->claim.period);
        if (is_same || period_overlaps(other.period, tested->claim.period))
            row_list_add(&tested->repeats, row);
    }
}

/* Completes what the sentence leaves out. */
static void choose(struct bench *bench, struct tested_statement *tested)
{
    struct claim *claim = &tested->claim;
    bool is_aimed = claim->kind != KIND_FIGURE;
    if (!claim->period.kind && !is_aimed) {
        claim->period = known_latest(&bench->values, claim->flow);
        tested->period_is_chosen = claim->period.kind != PERIOD_NONE;
    }
    if (test_is_of_span(claim) && (!claim->base.kind || tested->years)) {
        claim->base = years_before(claim->period, tested->years ? tested->years : 1);
        tested->base_is_chosen = !tested->years;
    }
}

/* Targets and forecasts are compared with those of the files. */
static void ask_aims(struct bench *bench, struct tested_statement *tested)
{
    const struct model *model = bench->model;
    struct interval stated = interval_of_claim(&tested->claim);
    for (size_t row = 0; row < model->rows.known; row++) {
        if (!row_set_contains(&model->rows.shown, row))
            continue;
        struct claim other = dataset_claim(&model->dataset, row);
        bool is_same = other.kind == tested->claim.kind && other.flow == tested->claim.flow &&
                       other.measure == tested->claim.measure &&
                       unit_is_comparable(other.unit, tested->claim.unit) &&
                       pair_is_of_claim(&bench->values.pair, model->countries, &other);
        if (!is_same ||
            (tested->claim.period.kind && !period_is_equal(other.period, tested->claim.period)))
            continue;
        const struct derivation *value = derive_stated(&bench->test->arena, &model->dataset, row);
        if (value)
            add_reading(&tested->asked, (struct test_reading){.flow = other.flow,
                                                              .period = other.period,
                                                              .value = value,
                                                              .agreement = agreement_of_intervals(
                                                                  stated, value->range)});
    }
}

static int compare_distances(const void *left, const void *right)
{
    const struct test_reading *a = left, *b = right;
    int order = (a->distance > b->distance) - (a->distance < b->distance);
    return order ? order : period_compare(b->base, a->base);
}

/* Keeps the few readings whose numbers come nearest. */
static void keep_nearest(struct test_readings *near, double value)
{
    for (size_t i = 0; i < near->count; i++)
        near->items[i].distance = fabs(near->items[i].value->value - value);
    if (near->count)
        qsort(near->items, near->count, sizeof *near->items, compare_distances);
    near->count = near->count < MOST_NEAR ? near->count : MOST_NEAR;
}

/* The exports of one country are the imports of the other. */
static void turn(struct claim *claim)
{
    if (claim->flow == FLOW_EXPORT || claim->flow == FLOW_IMPORT)
        claim->flow = claim->flow == FLOW_EXPORT ? FLOW_IMPORT : FLOW_EXPORT;
    if (claim->flow != FLOW_BALANCE || claim->measure != MEASURE_VALUE)
        return;
    claim->value = -claim->value;
    claim->decimal.value = -claim->decimal.value;
}

static void test_statement(struct bench *bench, const struct suggested_row *row)
{
    struct tested_statement tested = {.years = find_years(&bench->story)};
    if (row->kind == KIND_EVENT || !read_claim(row, &tested.claim)) {
        bench->test->left_out++;
        return;
    }
    if (bench->test->is_turned)
        turn(&tested.claim);
    tested.pair_is_chosen = !*row->reporter || !*row->partner;
    choose(bench, &tested);
    tested.has_value = tested.claim.period.kind &&
                       known_value(&bench->values, tested.claim.flow, tested.claim.period) != NULL;
    bool is_checkable = !tested.claim.product.length &&
                        (tested.claim.measure == MEASURE_VALUE || test_is_of_span(&tested.claim));
    tested.limit = find_limit(&bench->story);
    if (tested.limit.length) {
        char *copy = arena_copy(&bench->test->arena, tested.limit.data, tested.limit.length);
        tested.limit.data = copy;
    } else if (tested.claim.kind != KIND_FIGURE) {
        ask_aims(bench, &tested);
    } else if (is_checkable && tested.claim.period.kind) {
        ask(bench, &tested);
        try_others(bench, &tested);
        keep_nearest(&tested.near, tested.claim.value);
    }
    tested.verdict = verdict_of(&tested.asked);
    find_repeats(bench, &tested);
    struct sentence_test *test = bench->test;
    test->items = xreallocarray(test->items, test->count + 1, sizeof *test->items);
    test->items[test->count++] = tested;
}

/* The countries of the sentence, else of the choice. */
static struct pair pair_of(const struct bench *bench, const struct extraction *extraction)
{
    const struct pair *chosen = analysis_pair(bench->model->results.analysis);
    struct pair pair = chosen ? *chosen : (struct pair){0};
    for (size_t i = 0; i < extraction->proposals.count; i++) {
        const struct suggested_row *row = &extraction->proposals.items[i];
        if (!*row->reporter || !*row->partner || row->kind == KIND_EVENT)
            continue;
        struct pair turned = {text_of(row->partner), text_of(row->reporter), {"", 0}};
        bool is_turned = row->flow == FLOW_TOTAL &&
                         country_is_same(bench->model->countries, pair.reporter, turned.reporter) &&
                         country_is_same(bench->model->countries, pair.partner, turned.partner);
        if (!is_turned)
            pair = (struct pair){turned.partner, turned.reporter, {"", 0}};
        break;
    }
    return pair;
}

void sentence_test_make(struct sentence_test *test, struct model *model, struct text sentence)
{
    struct news_words *words = news_words_new(model->countries);
    struct bench bench = {.test = test, .model = model};
    struct extraction extraction;
    struct period today = {PERIOD_DAY, model->today, model->today};
    *test = (struct sentence_test){0};
    model_recompute(model, NULL);
    char *copy = arena_copy(&test->arena, sentence.data, sentence.length);
    story_make(&bench.story, words, (struct text){copy, sentence.length}, today);
    bench.story.flow_words += 2; /* the sentence is about trade, or it would not be asked */
    extraction_make(&extraction, &bench.story);
    struct pair pair = pair_of(&bench, &extraction);
    known_values_make(&bench.values, &test->arena, model, pair);
    struct pair turned = {pair.partner, pair.reporter, pair.product};
    if (!bench.values.count && turned.reporter.length) {
        known_values_release(&bench.values);
        known_values_make(&bench.values, &test->arena, model, turned);
        test->is_turned = bench.values.count > 0;
    }
    test->pair = bench.values.pair;
    for (size_t i = 0; i < extraction.proposals.count; i++)
        test_statement(&bench, &extraction.proposals.items[i]);
    test->left_out += extraction.unclear;
    known_values_release(&bench.values);
    extraction_release(&extraction);
    story_release(&bench.story);
    news_words_free(words);
}

void sentence_test_release(struct sentence_test *test)
{
    for (size_t i = 0; i < test->count; i++) {
        free(test->items[i].asked.items);
        free(test->items[i].others.items);
        free(test->items[i].near.items);
        row_list_release(&test->items[i].repeats);
    }
    free(test->items);
    arena_release(&test->arena);
    *test = (struct sentence_test){0};
}
