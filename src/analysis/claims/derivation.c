/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "analysis/claims/derivation.h"

#include "base/array.h"

#include <math.h>

/* The formulas, written such that an infinite input gives the limit. */

static double evaluate_difference(const double *inputs)
{
    return inputs[0] - inputs[1];
}

/* The size of a balance: a deficit that grows from 30 to 40 changes by 10. */
static double evaluate_change_of_size(const double *inputs)
{
    return (inputs[0] >= 0) == (inputs[1] >= 0) ? fabs(inputs[0]) - fabs(inputs[1]) : NAN;
}

static double evaluate_sum(const double *inputs)
{
    return inputs[0] + inputs[1];
}

/* Trade below zero, by a wrong sign or a correction, has no shares. */
static bool is_negative(const double *flows)
{
    return flows[0] < 0 || flows[1] < 0;
}

static double evaluate_coverage(const double *inputs)
{
    return is_negative(inputs) ? NAN : 100 * inputs[0] / inputs[1];
}

static double share_of_sum(double part, double other)
{
    return part == 0 && other != 0 ? 0 : 1 / (1 + other / part);
}

/* (X - M) / (X + M) = 2 X / (X + M) - 1 */
static double evaluate_imbalance_index(const double *inputs)
{
    return is_negative(inputs) ? NAN : 2 * share_of_sum(inputs[0], inputs[1]) - 1;
}

static double evaluate_import_share(const double *inputs)
{
    return is_negative(inputs) ? NAN : 100 * share_of_sum(inputs[1], inputs[0]);
}

/* There is no growth rate between a surplus and a deficit. */
static double ratio_of_one_sign(double later, double earlier)
{
    double ratio = later / earlier;
    return ratio >= 0 ? ratio : NAN;
}

static double evaluate_growth(const double *inputs)
{
    return 100 * (ratio_of_one_sign(inputs[0], inputs[1]) - 1);
}

static double evaluate_implied_earlier(const double *inputs)
{
    double factor = 1 + inputs[1] / 100;
    return factor > 0 ? inputs[0] / factor : NAN;
}

/* Required and observed growth: the later value, the earlier one, the years between. */
static double evaluate_compound_growth(const double *inputs)
{
    double ratio = ratio_of_one_sign(inputs[0], inputs[1]), years = inputs[2];
    return ratio > 0 && years > 0 ? 100 * (pow(ratio, 1 / years) - 1) : NAN;
}

static double evaluate_quotient(const double *inputs)
{
    return inputs[0] / inputs[1];
}

static double evaluate_percentage(const double *inputs)
{
    return 100 * inputs[0] / inputs[1];
}

/* ln(y / y0) is years * ln(1 + observed): the time that the required growth would have taken. */
static double evaluate_years_ahead(const double *inputs)
{
    double ratio = log1p(inputs[0] / 100) / log1p(inputs[1] / 100);
    return inputs[2] * (ratio - 1);
}

static double evaluate_linear_need(const double *inputs)
{
    return inputs[2] > 0 ? (inputs[0] - inputs[1]) / inputs[2] : NAN;
}

static double evaluate_projected(const double *inputs)
{
    double factor = 1 + inputs[1] / 100;
    return factor >= 0 ? inputs[0] * pow(factor, inputs[2]) : NAN;
}

static double evaluate_exports_for_half(const double *inputs)
{
    return inputs[0] + inputs[1] / 2;
}

static double evaluate_imports_for_half(const double *inputs)
{
    return inputs[0] - inputs[1] / 2;
}

static double evaluate_exports_for_coverage(const double *inputs)
{
    return inputs[0] * inputs[1] / 100;
}

#define UN_ESCAP "UN ESCAP, Trade Statistics in Policymaking, revised edition, 2009"
#define STATISTICS_CANADA                                               \
    "Statistics Canada, Progress Measurement for Canada's Sustainable " \
    "Development Goals"

const struct method_info method_table[METHOD_COUNT] = {
    [METHOD_STATED] = {"stated", "as the source states it", NULL, 0, 0, DIMENSION_NONE, -1, NULL},
    [METHOD_YEARS] = {"years", "from the end of one period to the end of the other", NULL, 0, 0,
                      DIMENSION_NONE, 1, NULL},
    [METHOD_BALANCE] = {"balance", "X - M", NULL, 2, 2, DIMENSION_MONEY, -1, evaluate_difference},
    [METHOD_TURNOVER] = {"turnover", "X + M", NULL, 2, 2, DIMENSION_MONEY, -1, evaluate_sum},
    [METHOD_COVERAGE] = {"coverage ratio", "100 X / M",
                         "INSEE, definition c1793, foreign trade coverage ratio, 2020", 2, 2,
                         DIMENSION_PERCENT, 2, evaluate_coverage},
    [METHOD_IMBALANCE_INDEX] = {"imbalance index", "(X - M) / (X + M)",
                                UN_ESCAP ": normalized trade balance", 2, 2, DIMENSION_NONE, 3,
                                evaluate_imbalance_index},
    [METHOD_IMPORT_SHARE] = {"import share", "100 M / (X + M)", NULL, 2, 2, DIMENSION_PERCENT, 1,
                             evaluate_import_share},
    [METHOD_GROWTH] = {"growth", "100 (y1 / y0 - 1)", NULL, 2, 2, DIMENSION_PERCENT, 2,
                       evaluate_growth},
    [METHOD_IMPLIED_EARLIER] = {"implied earlier value", "y1 / (1 + g / 100)", NULL, 2, 1,
                                DIMENSION_MONEY, -1, evaluate_implied_earlier},
    [METHOD_REQUIRED_GROWTH] = {"required growth", "100 ((target / y) ^ (1 / years) - 1)",
                                "compound annual growth rate: " STATISTICS_CANADA, 3, 2,
                                DIMENSION_PERCENT, 2, evaluate_compound_growth},
    [METHOD_ASSUMED] = {"assumed", "as you set it", NULL, 0, 0, DIMENSION_PERCENT, -1, NULL},
    [METHOD_OBSERVED_GROWTH] = {"observed growth", "100 ((y1 / y0) ^ (1 / years) - 1)",
                                "compound annual growth rate: " STATISTICS_CANADA, 3, 2,
                                DIMENSION_PERCENT, 2, evaluate_compound_growth},
    [METHOD_CAGR_RATIO] = {"CAGR ratio", "observed growth / required growth",
                           STATISTICS_CANADA ", after Eurostat, Sustainable development in the "
                                             "European Union: on track from 0.95, acceleration "
                                             "needed from 0.60, limited progress from 0",
                           2, 2, DIMENSION_NONE, 2, evaluate_quotient},
    [METHOD_YEARS_AHEAD] = {"years ahead", "years (ln(1 + observed) / ln(1 + required) - 1)", NULL,
                            3, 2, DIMENSION_NONE, 1, evaluate_years_ahead},
    [METHOD_LINEAR_NEED] = {"linear need", "(target - y) / years", NULL, 3, 2, DIMENSION_MONEY, -1,
                            evaluate_linear_need},
    [METHOD_CHANGE] = {"change", "y1 - y0", NULL, 2, 2, DIMENSION_MONEY, -1, evaluate_difference},
    [METHOD_CHANGE_OF_SIZE] = {"change of the size", "|y1| - |y0|", NULL, 2, 2, DIMENSION_MONEY, -1,
                               evaluate_change_of_size},
    [METHOD_SHARE_OF_CHANGE] = {"share of the change", "100 change of one year / whole change",
                                NULL, 2, 2, DIMENSION_PERCENT, 1, evaluate_percentage},
    [METHOD_PROGRESS_RATIO] = {"UN progress ratio",
                               "change expected by the deadline / change "
                               "needed",
                               "UN Statistics Division, The Sustainable Development Goals Progress "
                               "Chart 2023, Technical Note: met or on track from 0.95, fair "
                               "progress from 0.10",
                               2, 2, DIMENSION_NONE, 2, evaluate_quotient},
    [METHOD_PROJECTED] = {"projected value", "y (1 + growth / 100) ^ years", NULL, 3, 1,
                          DIMENSION_MONEY, -1, evaluate_projected},
    [METHOD_FOLD] = {"fold", "y1 / y0", NULL, 2, 2, DIMENSION_FOLD, 2, evaluate_quotient},
    [METHOD_REMAINDER] = {"remainder of the target", "target - other flow", NULL, 2, 2,
                          DIMENSION_MONEY, -1, evaluate_difference},
    [METHOD_EXPORTS_FOR_BALANCE] = {"exports for the balance", "M + B", NULL, 2, 2, DIMENSION_MONEY,
                                    -1, evaluate_sum},
    [METHOD_IMPORTS_FOR_BALANCE] = {"imports for the balance", "X - B", NULL, 2, 2, DIMENSION_MONEY,
                                    -1, evaluate_difference},
    [METHOD_EXPORTS_FOR_HALF] = {"exports for half the imbalance", "M + B / 2", NULL, 2, 2,
                                 DIMENSION_MONEY, -1, evaluate_exports_for_half},
    [METHOD_IMPORTS_FOR_HALF] = {"imports for half the imbalance", "X - B / 2", NULL, 2, 2,
                                 DIMENSION_MONEY, -1, evaluate_imports_for_half},
    [METHOD_EXPORTS_FOR_COVERAGE] = {"exports for the coverage", "M N / 100", NULL, 2, 1,
                                     DIMENSION_MONEY, -1, evaluate_exports_for_coverage},
    [METHOD_IMPORTS_FOR_COVERAGE] = {"imports for the coverage", "100 X / N", NULL, 2, 1,
                                     DIMENSION_MONEY, -1, evaluate_percentage},
};

/* Names of leaves: "exports FY2023-24", "total growth FY2023-24", "oil export rank 2024". */
static void write_subject(struct buffer *out, const struct claim *claim)
{
    static const char *const values[] = {
        [FLOW_NONE] = "value",           [FLOW_EXPORT] = "exports",
        [FLOW_IMPORT] = "imports",       [FLOW_TOTAL] = "total",
        [FLOW_BALANCE] = "balance",      [FLOW_RE_EXPORT] = "re-exports",
        [FLOW_RE_IMPORT] = "re-imports",
    };
    if (claim->kind == KIND_TARGET || claim->kind == KIND_FORECAST)
        buffer_printf(out, "%s for ", kind_vocabulary.words[claim->kind]);
    if (claim->product.length) {
        text_make_visible(out, claim->product, true);
        buffer_putc(out, ' ');
    }
    if (claim->measure == MEASURE_VALUE) {
        buffer_puts(out, values[claim->flow]);
        return;
    }
    if (claim->flow)
        buffer_printf(out, "%s ", flow_vocabulary.words[claim->flow]);
    buffer_puts(out, measure_vocabulary.words[claim->measure]);
}

static const char *name_with_period(struct arena *arena, const char *name, struct period period)
{
    return period.kind ? arena_printf(arena, "%s %s", name, period_string(arena, period))
                       : arena_printf(arena, "%s", name);
}

const struct derivation *derive_stated(struct arena *arena, const struct dataset *dataset,
                                       size_t row)
{
    struct claim claim = dataset_claim(dataset, row);
    if (!isfinite(claim.value))
        return NULL;
    struct buffer subject = {0};
    write_subject(&subject, &claim);
    struct derivation *node = arena_alloc(arena, sizeof *node);
    *node = (struct derivation){
        .method = METHOD_STATED,
        .name = name_with_period(arena, subject.data, claim.period),
        .value = claim.value,
        .qualifier = claim.qualifier,
        .range = interval_of_claim(&claim),
        .unit = claim.unit,
        .places = claim.decimal.places > 0 ? claim.decimal.places : 0,
        .period = claim.period,
        .row = row,
    };
    buffer_release(&subject);
    return node;
}

const struct derivation *derive_years(struct arena *arena, struct period from, struct period to)
{
    double years = period_years_between(from, to);
    bool is_exact = fabs(years * 10 - round(years * 10)) < 1e-9;
    struct derivation *node = arena_alloc(arena, sizeof *node);
    *node = (struct derivation){
        .method = METHOD_YEARS,
        .name = arena_printf(arena, "years from the end of %s to the end of %s",
                             period_string(arena, from), period_string(arena, to)),
        .value = years,
        .range = interval_of_point(years),
        .unit = {.dimension = DIMENSION_NONE, .scale = 1},
        .places = method_table[METHOD_YEARS].places + !is_exact,
        .period = to,
        .row = NO_ROW,
    };
    return node;
}

/* Returns the decimals for a percentage, up to two. */
static int places_of_percentage(double percent)
{
    int places = 0;
    for (double scale = 1; places < 2; places++, scale *= 10)
        if (fabs(percent * scale - round(percent * scale)) < 1e-9)
            break;
    return places;
}

const struct derivation *derive_assumed(struct arena *arena, const char *name, double percent)
{
    if (!isfinite(percent))
        return NULL;
    struct derivation *node = arena_alloc(arena, sizeof *node);
    *node = (struct derivation){
        .method = METHOD_ASSUMED,
        .name = arena_printf(arena, "%s", name),
        .value = percent,
        .range = interval_of_point(percent),
        .unit = {.dimension = DIMENSION_PERCENT, .scale = 1},
        .places = places_of_percentage(percent),
        .row = NO_ROW,
    };
    return node;
}

/* One input at one point of its interval. */
struct divisor_value {
    double value;
    bool is_open;
};

/*
 * Returns the ends, and both sides of 0 if the interval contains it, as a divisor has its pole
 * there.
 */
static size_t places_of(struct interval range, struct divisor_value *places)
{
    places[0] = (struct divisor_value){range.low, range.low_open || isinf(range.low)};
    places[1] = (struct divisor_value){range.high, range.high_open || isinf(range.high)};
    if (range.low >= 0 || range.high <= 0)
        return 2;
    places[2] = (struct divisor_value){-0.0, true};
    places[3] = (struct divisor_value){0.0, true};
    return 4;
}

static void include(struct interval *range, double value, bool is_open)
{
    if (isnan(value))
        return;
    if (value < range->low || (value == range->low && !is_open)) {
        range->low = value;
        range->low_open = is_open;
    }
    if (value > range->high || (value == range->high && !is_open)) {
        range->high = value;
        range->high_open = is_open;
    }
}

/* Computes the range over all combinations of the points of the inputs. */
static struct interval range_of(const struct method_info *info,
                                const struct derivation *const *inputs, double value)
{
    struct divisor_value places[3][4];
    size_t counts[3] = {1, 1, 1};
    for (size_t i = 0; i < info->input_count; i++)
        counts[i] = places_of(inputs[i]->range, places[i]);
    bool is_outside = false;
    for (size_t i = 0; i < info->input_count; i++)
        is_outside = is_outside || !interval_contains(inputs[i]->range, inputs[i]->value);
    struct interval range = {value, value, is_outside, is_outside};
    for (size_t corner = 0; corner < counts[0] * counts[1] * counts[2]; corner++) {
        const size_t chosen[3] = {corner % counts[0], corner / counts[0] % counts[1],
                                  corner / counts[0] / counts[1]};
        double values[3];
        bool is_open = false;
        for (size_t i = 0; i < info->input_count; i++) {
            values[i] = places[i][chosen[i]].value;
            is_open = is_open || places[i][chosen[i]].is_open;
        }
        include(&range, info->evaluate(values), is_open);
    }
    return range;
}

/* Returns the decimals of the most exact input, in the unit of the first. */
static int places_of_inputs(const struct method_info *info, const struct derivation *const *inputs)
{
    double scale = inputs[0]->unit.scale, most = 0;
    for (size_t i = 0; i < info->alike_count; i++)
        most = fmax(most, inputs[i]->places + round(log10(scale / inputs[i]->unit.scale)));
    return (int)most;
}

static struct unit unit_of_result(const struct method_info *info,
                                  const struct derivation *const *inputs)
{
    if (info->dimension == DIMENSION_MONEY)
        return inputs[0]->unit;
    return (struct unit){.dimension = info->dimension, .scale = 1};
}

static bool can_be_joined(const struct method_info *info, const struct derivation *const *inputs)
{
    for (size_t i = 0; i < info->input_count; i++)
        if (!inputs[i])
            return false;
    for (size_t i = 1; i < info->alike_count; i++)
        if (!unit_is_comparable(inputs[0]->unit, inputs[i]->unit))
            return false;
    return true;
}

const struct derivation *derive(struct arena *arena, enum method method, struct period period,
                                const struct derivation *const *inputs)
{
    const struct method_info *info = &method_table[method];
    if (!info->evaluate || !can_be_joined(info, inputs))
        return NULL;
    double values[3] = {0};
    for (size_t i = 0; i < info->input_count; i++)
        values[i] = inputs[i]->value;
    double value = info->evaluate(values);
    if (!isfinite(value))
        return NULL;
    struct derivation *node = arena_alloc(arena, sizeof *node);
    *node = (struct derivation){
        .method = method,
        .name = name_with_period(arena, info->name, period),
        .value = value,
        .range = range_of(info, inputs, value),
        .unit = unit_of_result(info, inputs),
        .places = info->places < 0 ? places_of_inputs(info, inputs) : info->places,
        .period = period,
        .row = NO_ROW,
    };
    for (size_t i = 0; i < info->input_count; i++)
        node->inputs[i] = inputs[i];
    return node;
}

bool derivation_is_derived(const struct derivation *derivation)
{
    return derivation->method != METHOD_STATED;
}
