/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "query/evaluate/number_range.h"

#include <float.h>
#include <math.h>
#include <string.h>

#define SIGN_BIT ((uint64_t)1 << 63)

/* Maps doubles to integers in the same order, neighbours to neighbours. */
static uint64_t place_of(double number)
{
    uint64_t bits;
    memcpy(&bits, &number, sizeof bits);
    return bits & SIGN_BIT ? ~bits : bits | SIGN_BIT;
}

static double number_at(uint64_t place)
{
    uint64_t bits = place & SIGN_BIT ? place & ~SIGN_BIT : ~place;
    double number;
    memcpy(&number, &bits, sizeof number);
    return number;
}

/*
 * Returns the least number for which the comparison with the value gives at least `side`; infinity
 * if there is none.
 */
static double least_on_side(double value, int side)
{
    uint64_t low = place_of(-DBL_MAX), high = place_of(DBL_MAX);
    if (quantity_compare(DBL_MAX, value) < side)
        return INFINITY;
    while (low < high) {
        uint64_t middle = low + (high - low) / 2;
        if (quantity_compare(number_at(middle), value) < side)
            low = middle + 1;
        else
            high = middle;
    }
    return number_at(low);
}

static double below(double number)
{
    return nextafter(number, -INFINITY);
}

static struct number_range range_of_comparison(enum comparison comparison, double value)
{
    double at = least_on_side(value, 0), above = least_on_side(value, 1);
    switch (comparison) {
    case COMPARISON_LESS:
        return (struct number_range){-INFINITY, below(at)};
    case COMPARISON_LESS_EQUAL:
        return (struct number_range){-INFINITY, below(above)};
    case COMPARISON_GREATER:
        return (struct number_range){above, INFINITY};
    case COMPARISON_GREATER_EQUAL:
        return (struct number_range){at, INFINITY};
    default:
        return (struct number_range){at, below(above)};
    }
}

struct number_range number_range_of(enum comparison comparison, const struct operand *operand)
{
    double low = operand->low.number.value, high = operand->high.number.value;
    if (operand->kind != OPERAND_RANGE)
        return range_of_comparison(comparison, low);
    return (struct number_range){
        operand->low.is_open ? -INFINITY : least_on_side(low, 0),
        operand->high.is_open ? INFINITY : below(least_on_side(high, 1)),
    };
}
