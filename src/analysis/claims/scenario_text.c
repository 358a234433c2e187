/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "analysis/claims/scenario.h"

#include "base/array.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define FORM "`exports=+20%,imports=-2%`"

/* Removes the part before the separator, and the separator, from the text. */
static struct text take_part(struct text *text, char separator)
{
    const char *end = text->length ? memchr(text->data, separator, text->length) : NULL;
    struct text part = {text->data, end ? (size_t)(end - text->data) : text->length};
    size_t taken = part.length + (end ? 1 : 0);
    text->data += taken;
    text->length -= taken;
    return text_trim(part);
}

/* Quotes the user's text without control characters. */
static bool refuse(struct error *error, const char *before, struct text written, const char *after)
{
    struct buffer visible = {0};
    buffer_puts(&visible, "");
    text_make_visible(&visible, written, true);
    error_set_misuse(error, "%s`%s`%s", before, visible.data, after);
    buffer_release(&visible);
    return false;
}

static bool parse_growth(struct text written, double *growth, struct error *error)
{
    struct text number = written;
    struct decimal decimal;
    if (text_is_equal_folded(number, text_of("flat"))) {
        *growth = 0;
        return true;
    }
    if (number.length && number.data[number.length - 1] == '%')
        number.length--;
    if (!decimal_parse(text_trim(number), &decimal))
        return refuse(error, "", written,
                      " is no growth rate: write a percentage a year, as in " FORM ", or `flat`");
    if (decimal.value < -100 || decimal.value > SCENARIO_MOST_GROWTH)
        return refuse(error, "growth of ", written,
                      " a year is out of range: from -100 % to +1000 %");
    *growth = decimal.value;
    return true;
}

struct assignment {
    const char *name;
    double *growth;
    bool is_set;
};

static bool parse_assignment(struct text part, struct assignment *assignments, struct error *error)
{
    struct text value = part, name = take_part(&value, '=');
    for (size_t i = 0; i < 2; i++) {
        struct assignment *assignment = &assignments[i];
        if (!text_is_equal_folded(name, text_of(assignment->name)))
            continue;
        if (assignment->is_set)
            return refuse(error, "", name, " stands twice: give each flow one growth rate");
        assignment->is_set = true;
        return parse_growth(text_trim(value), assignment->growth, error);
    }
    return refuse(error, "a scenario sets exports and imports, not ", part,
                  ": write them as in " FORM);
}

bool scenario_parse(struct scenario *scenario, struct text text, struct error *error)
{
    struct scenario parsed = {0};
    struct assignment assignments[] = {{"exports", &parsed.exports, false},
                                       {"imports", &parsed.imports, false}};
    do {
        struct text part = take_part(&text, ',');
        if (!parse_assignment(part, assignments, error))
            return false;
    } while (text.length);
    *scenario = parsed;
    return true;
}

/* Writes enough digits to parse back to the same number. */
static void write_growth(struct buffer *out, double growth)
{
    char digits[40];
    for (int precision = 4; precision <= 17; precision++) {
        snprintf(digits, sizeof digits, "%+.*g", precision, growth == 0 ? 0.0 : growth);
        if (strtod(digits, NULL) == growth)
            break;
    }
    buffer_printf(out, "%s%%", digits);
}

void scenario_write(struct buffer *out, const struct scenario *scenario)
{
    buffer_puts(out, "exports=");
    write_growth(out, scenario->exports);
    buffer_puts(out, ",imports=");
    write_growth(out, scenario->imports);
}

static void write_years(struct buffer *out, double years)
{
    static const char *const words[] = {"",      "one",   "two",  "three", "four",   "five",  "six",
                                        "seven", "eight", "nine", "ten",   "eleven", "twelve"};
    double whole = round(years);
    if (fabs(years - whole) > 1e-9)
        decimal_format(out, years, 2);
    else if (whole >= 1 && whole < (double)ARRAY_LENGTH(words))
        buffer_puts(out, words[(size_t)whole]);
    else
        decimal_format(out, whole, 0);
    buffer_puts(out, fabs(years - 1) < 1e-9 ? " year" : " years");
}

/* "imports flat", "exports +2 % a year" */
static void write_other(struct buffer *out, const struct goal *goal)
{
    buffer_puts(out, goal->moves_imports ? "exports " : "imports ");
    if (goal->other_growth == 0) {
        buffer_puts(out, "flat");
        return;
    }
    if (goal->other_growth > 0)
        buffer_putc(out, '+');
    decimal_format(out, goal->other_growth,
                   goal->other_growth == round(goal->other_growth) ? 0 : 1);
    buffer_puts(out, " % a year");
}

static void write_goal(struct buffer *out, const struct goal *goal)
{
    if (goal->kind == GOAL_HALF_BALANCE)
        buffer_puts(out, "half the imbalance, ");
    if (goal->kind == GOAL_COVERAGE) {
        buffer_puts(out, "coverage ");
        decimal_format(out, goal->coverage, goal->coverage == round(goal->coverage) ? 0 : 1);
        buffer_puts(out, " %, ");
    }
}

void goal_write(struct buffer *out, const struct goal *goal, const struct goal_answer *answer)
{
    bool is_fall = answer->needed->value < answer->today->value;
    write_goal(out, goal);
    write_other(out, goal);
    buffer_printf(out, ": %s must %s ", goal->moves_imports ? "imports" : "exports",
                  is_fall ? "fall to" : "reach");
    derivation_format(out, answer->needed);
    buffer_puts(out, ", ");
    decimal_format(out, answer->fold->value, 2);
    buffer_puts(out, " times today's, ");
    decimal_format(out, answer->growth->value, 1);
    buffer_puts(out, " % a year for ");
    write_years(out, answer->growth->inputs[2]->value);
}

#define LEAST_TO_SPARE 0.001 /* of the target: less is the result of a goal */

static void write_lateness(struct buffer *out, const struct scenario_outlook *outlook)
{
    struct period reached = outlook->reached.period, deadline = outlook->deadlines[0].period;
    long years = lround(period_years_between(deadline, reached));
    if (!outlook->reached.total) {
        buffer_printf(out, "; not reached within %d years", SCENARIO_HORIZON);
        return;
    }
    buffer_puts(out, "; reached in ");
    period_format(out, reached);
    if (years > 0)
        buffer_printf(out, ", %ld year%s late", years, years == 1 ? "" : "s");
}

void scenario_write_verdict(struct buffer *out, const struct scenario_outlook *outlook,
                            const struct path *path)
{
    if (!outlook->has_target || isnan(outlook->apart))
        return;
    struct unit unit = unit_for_reading(path->target->unit, outlook->apart, 1e3);
    buffer_puts(out, outlook->is_met ? "meets " : "misses ");
    derivation_format(out, path->target);
    if (!outlook->is_met || outlook->apart >= LEAST_TO_SPARE * fabs(path->target->value)) {
        buffer_puts(out, outlook->is_met ? " with " : " by ");
        unit_format(out, unit, outlook->apart / unit.scale, 2);
        buffer_puts(out, outlook->is_met ? " to spare" : "");
    }
    buffer_puts(out, " at the end of ");
    period_format(out, outlook->deadlines[0].period);
    if (!outlook->is_met)
        write_lateness(out, outlook);
}
