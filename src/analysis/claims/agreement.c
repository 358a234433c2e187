/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "analysis/claims/agreement.h"

#include <math.h>

#define CLOSE_GAP 0.02

static const struct {
    const char *word;
    int severity;
} agreements[AGREEMENT_COUNT] = {
    [AGREEMENT_SINGLE] = {"single", 0},     [AGREEMENT_NOT_COMPARABLE] = {"not comparable", 1},
    [AGREEMENT_AGREE] = {"agrees", 2},      [AGREEMENT_CLOSE] = {"close", 3},
    [AGREEMENT_CONFLICT] = {"conflict", 4},
};

const char *agreement_word(enum agreement agreement)
{
    return agreements[agreement].word;
}

enum agreement agreement_worse(enum agreement a, enum agreement b)
{
    return agreements[a].severity >= agreements[b].severity ? a : b;
}

enum agreement agreement_of_intervals(struct interval a, struct interval b)
{
    if (interval_overlaps(a, b))
        return AGREEMENT_AGREE;
    return interval_gap(a, b) < CLOSE_GAP ? AGREEMENT_CLOSE : AGREEMENT_CONFLICT;
}

struct period claim_base(const struct claim *claim)
{
    if (claim->kind == KIND_TARGET)
        return (struct period){0};
    bool is_rate = claim->measure == MEASURE_GROWTH || claim->measure == MEASURE_CHANGE;
    bool has_one_before = claim->period.kind && claim->period.kind != PERIOD_SPAN;
    if (!claim->base.kind && is_rate && has_one_before)
        return period_previous(claim->period);
    return claim->base;
}

/* Appends the word of `b` if it differs from `a`. Returns false if both are comparable. */
static bool write_word_difference(struct buffer *out, const char *aspect,
                                  const struct vocabulary *vocabulary, int a, int b)
{
    if (a == b)
        return false;
    buffer_printf(out, "another %s: %s", aspect, b ? vocabulary->words[b] : "none");
    return true;
}

static bool write_text_difference(struct buffer *out, const char *aspect, struct text a,
                                  struct text b, const char *empty)
{
    if (text_is_equal(a, b))
        return false;
    buffer_printf(out, "another %s: ", aspect);
    text_make_visible(out, b.length ? b : text_of(empty), true);
    return true;
}

static bool write_period_difference(struct buffer *out, const char *aspect, struct period a,
                                    struct period b)
{
    if (period_is_equal(a, b))
        return false;
    buffer_printf(out, "another %s: ", aspect);
    if (b.kind)
        period_format(out, b);
    else
        buffer_puts(out, "none");
    return true;
}

static bool write_unit_difference(struct buffer *out, struct unit a, struct unit b)
{
    static const char *const names[DIMENSION_COUNT_OF] = {
        [DIMENSION_NONE] = "none",
        [DIMENSION_MONEY] = "money",
        [DIMENSION_PERCENT] = "%",
        [DIMENSION_FOLD] = "x",
        [DIMENSION_RANK] = "rank",
        [DIMENSION_COUNT] = "count",
        [DIMENSION_MASS] = "mass",
        [DIMENSION_BARRELS] = "barrels",
        [DIMENSION_BARRELS_A_DAY] = "barrels a day",
        [DIMENSION_ENERGY] = "energy",
        [DIMENSION_PIECES] = "pieces",
        [DIMENSION_VOLUME] = "volume",
        [DIMENSION_POINTS] = "percentage points",
    };
    if (unit_is_comparable(a, b))
        return false;
    if (a.dimension == b.dimension)
        buffer_printf(out, "another currency: %s", b.currency);
    else
        buffer_printf(out, "another unit: %s", names[b.dimension]);
    return true;
}

static bool write_difference(struct buffer *out, const struct claim *a, const struct claim *b)
{
    return write_word_difference(out, "kind", &kind_vocabulary, (int)a->kind, (int)b->kind) ||
           write_word_difference(out, "flow", &flow_vocabulary, (int)a->flow, (int)b->flow) ||
           write_word_difference(out, "measure", &measure_vocabulary, (int)a->measure,
                                 (int)b->measure) ||
           write_text_difference(out, "product", a->product, b->product, "all goods") ||
           write_text_difference(out, "scope", a->scope, b->scope, "none") ||
           write_period_difference(out, "period", a->period, b->period) ||
           write_period_difference(out, "base", claim_base(a), claim_base(b)) ||
           write_unit_difference(out, a->unit, b->unit);
}

/* A claim with its interval. Both sides of a reason are written in one unit. */
struct claim_side {
    const struct claim *claim;
    struct interval range;
    double scale;
    int places;
};

/* Writes the number without trailing zeros in the fraction. */
static void write_number(struct buffer *out, const struct claim_side *side, double value)
{
    size_t start = out->length;
    decimal_format(out, value / side->scale, side->places);
    size_t end = out->length;
    if (side->places <= 0)
        return;
    while (end > start && out->data[end - 1] == '0')
        end--;
    if (end > start && out->data[end - 1] == '.')
        end--;
    buffer_truncate(out, end);
}

static void write_range(struct buffer *out, const struct claim_side *side)
{
    if (isinf(side->range.low)) {
        write_number(out, side, side->range.high);
        buffer_puts(out, " or less");
        return;
    }
    write_number(out, side, side->range.low);
    if (isinf(side->range.high)) {
        buffer_puts(out, " or more");
        return;
    }
    buffer_puts(out, " to ");
    write_number(out, side, side->range.high);
}

/* Returns "<" if the claim says "under" and the value is under it. */
static const char *sign_that_holds(const struct claim *bound, double value)
{
    double number = bound->value;
    if (number < 0)
        return NULL;
    switch (bound->qualifier) {
    case QUALIFIER_UNDER:
        return value < number ? "<" : NULL;
    case QUALIFIER_AT_MOST:
        return value <= number ? "<=" : NULL;
    case QUALIFIER_OVER:
        return value > number ? ">" : NULL;
    case QUALIFIER_AT_LEAST:
        return value >= number ? ">=" : NULL;
    default:
        return NULL;
    }
}

static void write_agreement(struct buffer *out, const struct claim_side *number,
                            const struct claim_side *range)
{
    double value = number->claim->value;
    const char *sign = sign_that_holds(range->claim, value);
    if (value == range->claim->value && number->claim->qualifier == range->claim->qualifier) {
        buffer_puts(out, "both say ");
        write_number(out, number, value);
    } else if (sign) {
        write_number(out, number, value);
        buffer_printf(out, " %s ", sign);
        write_number(out, range, range->claim->value);
    } else if (interval_contains(range->range, value)) {
        write_number(out, number, value);
        buffer_puts(out, " lies within ");
        write_range(out, range);
    } else {
        write_range(out, number);
        buffer_puts(out, " overlaps ");
        write_range(out, range);
    }
}

static void write_gap(struct buffer *out, const struct claim_side *number,
                      const struct claim_side *range)
{
    bool is_above = number->claim->value > range->range.low;
    write_number(out, number, number->claim->value);
    buffer_printf(out, " is %s ", is_above ? "above" : "below");
    write_range(out, range);
    buffer_puts(out, ", ");
    decimal_format(out, 100 * interval_gap(number->range, range->range), 1);
    buffer_puts(out, " % apart");
}

static double relative_width(const struct claim_side *side)
{
    return (side->range.high - side->range.low) / fabs(side->claim->value);
}

/* Returns the decimals that an end of the interval needs, in the unit of the reason. */
static int places_of(const struct claim *claim, double scale)
{
    double shift = log10(scale / claim->unit.scale);
    return (int)fmin(fmax(claim->decimal.places + 2 + round(shift), 0), 9);
}

static struct claim_side side_of(const struct claim *claim, double scale)
{
    return (struct claim_side){claim, interval_of_claim(claim), scale, places_of(claim, scale)};
}

enum agreement agreement_of_claims(const struct claim *a, const struct claim *b,
                                   struct buffer *reason)
{
    if (write_difference(reason, a, b))
        return AGREEMENT_NOT_COMPARABLE;
    struct claim_side one = side_of(a, a->unit.scale), other = side_of(b, a->unit.scale);
    bool is_one_narrower = relative_width(&one) <= relative_width(&other);
    const struct claim_side *number = is_one_narrower ? &one : &other;
    const struct claim_side *range = is_one_narrower ? &other : &one;
    enum agreement agreement = agreement_of_intervals(one.range, other.range);
    if (agreement == AGREEMENT_AGREE)
        write_agreement(reason, number, range);
    else
        write_gap(reason, number, range);
    return agreement;
}
