/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "query/language/period_test.h"

static bool is_within(const struct operand *operand, struct period period)
{
    if (operand->kind != OPERAND_RANGE)
        return period_contains(operand->low.period, period);
    return (operand->low.is_open || period.first >= operand->low.period.first) &&
           (operand->high.is_open || period.last <= operand->high.period.last);
}

static bool does_overlap(const struct operand *operand, struct period period)
{
    if (operand->kind != OPERAND_RANGE)
        return period_overlaps(operand->low.period, period);
    return (operand->low.is_open || period.last >= operand->low.period.first) &&
           (operand->high.is_open || period.first <= operand->high.period.last);
}

static bool passes_comparison(enum comparison comparison, struct period period, struct period bound)
{
    switch (comparison) {
    case COMPARISON_LESS:
        return period.last < bound.first;
    case COMPARISON_LESS_EQUAL:
        return period.last <= bound.last;
    case COMPARISON_GREATER:
        return period.first > bound.last;
    case COMPARISON_GREATER_EQUAL:
        return period.first >= bound.first;
    default:
        return period_is_equal(period, bound);
    }
}

bool period_test_passes(const struct test *test, const struct operand *operand, struct text text,
                        bool is_loose)
{
    struct period period;
    if (!period_parse(text, &period))
        return false;
    if (test->comparison != COMPARISON_HOLDS && operand->kind != OPERAND_RANGE)
        return passes_comparison(test->comparison, period, operand->low.period);
    return is_loose ? does_overlap(operand, period) : is_within(operand, period);
}
