/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the value of a derivation is written. */
#include "config.h"

#include "analysis/claims/derivation.h"

#include "base/array.h"
#include "data/value/decimal.h"

#include <math.h>

static const char *const suffixes[METHOD_COUNT] = {
    [METHOD_YEARS] = " years",
    [METHOD_YEARS_AHEAD] = " years",
};

/* A bound is not a value: it is always shown with its word. */
static bool is_bound(enum qualifier qualifier)
{
    return qualifier == QUALIFIER_OVER || qualifier == QUALIFIER_UNDER ||
           qualifier == QUALIFIER_AT_LEAST || qualifier == QUALIFIER_AT_MOST;
}

/* How far from its bound, as a share, a value may be by the rounding of its inputs. */
#define NEAR_BOUND 0.1

static bool is_near(double value, double end)
{
    return isfinite(end) && fabs(value - end) <= NEAR_BOUND * fabs(value);
}

static bool has_open_end(const struct derivation *derivation)
{
    return isinf(derivation->range.low) || isinf(derivation->range.high);
}

/* True if an end is not known, or that of an input: an index is between -1 and 1 in any case. */
static bool is_unsure(const struct derivation *derivation)
{
    bool has_unsure = has_open_end(derivation);
    for (size_t i = 0; i < ARRAY_LENGTH(derivation->inputs) && !has_unsure; i++)
        has_unsure = derivation->inputs[i] && has_open_end(derivation->inputs[i]);
    return has_unsure;
}

const char *derivation_bound(const struct derivation *derivation)
{
    const struct interval *range = &derivation->range;
    if (is_bound(derivation->qualifier))
        return qualifier_vocabulary.words[derivation->qualifier];
    if (derivation->method == METHOD_STATED || !is_unsure(derivation))
        return NULL;
    return isinf(range->high) && is_near(derivation->value, range->low)   ? "at least"
           : isinf(range->low) && is_near(derivation->value, range->high) ? "at most"
                                                                          : "perhaps";
}

static void format_in(struct buffer *out, const struct derivation *derivation, struct unit unit,
                      int places)
{
    const char *bound = derivation_bound(derivation);
    if (bound)
        buffer_printf(out, "%s ", bound);
    unit_format(out, unit, derivation->value / unit.scale, places);
    if (suffixes[derivation->method])
        buffer_puts(out, suffixes[derivation->method]);
}

void derivation_format(struct buffer *out, const struct derivation *derivation)
{
    format_in(out, derivation, derivation->unit, derivation->places);
}

/* A coarser unit shows two decimals, or as many as distinguish a small value from zero. */
static int coarse_places(double value, int places)
{
    int least = fabs(value) >= 0.1 || value == 0 ? 2 : 1 - (int)floor(log10(fabs(value)));
    return places < least ? places : least;
}

void derivation_format_for_reading(struct buffer *out, const struct derivation *derivation)
{
    struct unit unit = unit_for_reading(derivation->unit, fabs(derivation->value), 1e3);
    bool is_coarser = unit.scale > derivation->unit.scale;
    format_in(out, derivation, unit, is_coarser ? 2 : derivation->places);
}

/* Returns the places of the value in another unit. */
static int places_in(const struct derivation *derivation, struct unit unit)
{
    double shift = round(log10(unit.scale / derivation->unit.scale));
    int places = derivation->places + (int)shift;
    return shift > 0 ? coarse_places(derivation->value / unit.scale, places) : places;
}

void derivation_format_in(struct buffer *out, const struct derivation *derivation, struct unit unit)
{
    format_in(out, derivation, unit, places_in(derivation, unit));
}

void derivation_format_number(struct buffer *out, const struct derivation *derivation,
                              struct unit unit)
{
    decimal_format(out, derivation->value / unit.scale, places_in(derivation, unit));
}
