/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/value/unit.h"

#include "base/array.h"
#include "base/ascii.h"
#include "data/value/decimal.h"

#include <math.h>
#include <string.h>

struct multiplier {
    const char *word;
    double factor;
    bool is_shown; /* unit_format() uses this spelling for the factor */
};

static const struct multiplier multipliers[] = {
    {"thousand", 1e3, true}, {"k", 1e3, false},   {"mn", 1e6, true},           {"m", 1e6, false},
    {"million", 1e6, false}, {"mio", 1e6, false}, {"bn", 1e9, true},           {"b", 1e9, false},
    {"billion", 1e9, false}, {"tn", 1e12, true},  {"trillion", 1e12, false},   {"lakh", 1e5, true},
    {"crore", 1e7, true},    {"cr", 1e7, false},  {"lakh crore", 1e12, false},
};

struct plain_unit {
    const char *word;
    enum dimension dimension;
    double scale;
};

static const struct plain_unit plain_units[] = {
    {"%", DIMENSION_PERCENT, 1}, {"percent", DIMENSION_PERCENT, 1}, {"x", DIMENSION_FOLD, 1},
    {"fold", DIMENSION_FOLD, 1}, {"rank", DIMENSION_RANK, 1},       {"count", DIMENSION_COUNT, 1},
    {"kg", DIMENSION_MASS, 1},   {"t", DIMENSION_MASS, 1e3},        {"tonnes", DIMENSION_MASS, 1e3},
};

double unit_multiplier(struct text word)
{
    for (size_t i = 0; i < ARRAY_LENGTH(multipliers); i++)
        if (text_is_word(word, multipliers[i].word))
            return multipliers[i].factor;
    return 0;
}

/* Parses three letters, optionally followed by a multiplier. */
static bool parse_money(struct text text, struct unit *unit)
{
    if (text.length < 3 || (text.length > 3 && text.data[3] != ' '))
        return false;
    for (size_t i = 0; i < 3; i++) {
        if (!ascii_is_letter(text.data[i]))
            return false;
        unit->currency[i] = (char)(text.data[i] & ~0x20);
    }
    unit->currency[3] = '\0';
    unit->dimension = DIMENSION_MONEY;
    unit->scale = 1;
    if (text.length > 3)
        unit->scale = unit_multiplier(text_trim((struct text){text.data + 3, text.length - 3}));
    return unit->scale > 0;
}

bool unit_parse(struct text text, struct unit *unit)
{
    text = text_trim(text);
    *unit = (struct unit){0};
    for (size_t i = 0; i < ARRAY_LENGTH(plain_units); i++) {
        if (text_is_word(text, plain_units[i].word)) {
            unit->dimension = plain_units[i].dimension;
            unit->scale = plain_units[i].scale;
            return true;
        }
    }
    return parse_money(text, unit);
}

bool unit_is_comparable(struct unit a, struct unit b)
{
    return a.dimension == b.dimension && strcmp(a.currency, b.currency) == 0;
}

static int three_digits(double value)
{
    double size = fabs(value);
    return size >= 100 || size == 0 || !isfinite(size) ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3;
}

static const char *scale_word(double scale)
{
    for (size_t i = 0; i < ARRAY_LENGTH(multipliers); i++)
        if (multipliers[i].is_shown && multipliers[i].factor == scale)
            return multipliers[i].word;
    return "";
}

static void format_money(struct buffer *out, struct unit unit, double value, int places)
{
    bool is_dollar = strcmp(unit.currency, "USD") == 0;
    struct buffer digits = {0};
    decimal_format(&digits, fabs(value), places);
    bool is_negative = value < 0 && strpbrk(digits.data, "123456789");
    buffer_printf(out, "%s%s%s", is_negative ? "-" : "", is_dollar ? "$" : unit.currency,
                  is_dollar ? "" : " ");
    buffer_append_text(out, buffer_text(&digits));
    buffer_release(&digits);
    const char *word = scale_word(unit.scale);
    bool is_joined = is_dollar && strlen(word) == 2;
    buffer_printf(out, "%s%s", *word && !is_joined ? " " : "", word);
}

struct unit unit_for_reading(struct unit unit, double size, double most)
{
    static const double steps[] = {1, 1e3, 1e6, 1e9};
    double scale = unit.scale;
    bool is_step = false;
    for (size_t i = 0; i < ARRAY_LENGTH(steps); i++) {
        is_step = is_step || steps[i] == unit.scale;
        if (steps[i] > scale && steps[i] <= size)
            scale = steps[i];
    }
    if (unit.dimension == DIMENSION_MONEY && is_step && size >= most * unit.scale)
        unit.scale = scale;
    return unit;
}

void unit_format(struct buffer *out, struct unit unit, double value, int places)
{
    places = places < 0 ? three_digits(value) : places;
    if (unit.dimension == DIMENSION_MONEY) {
        format_money(out, unit, value, places);
        return;
    }
    if (unit.dimension == DIMENSION_RANK)
        buffer_puts(out, "rank ");
    decimal_format(out, value, places);
    if (unit.dimension == DIMENSION_PERCENT)
        buffer_puts(out, " %");
    else if (unit.dimension == DIMENSION_FOLD)
        buffer_putc(out, 'x');
    else if (unit.dimension == DIMENSION_MASS)
        buffer_puts(out, unit.scale == 1 ? " kg" : " t");
}

void unit_format_name(struct buffer *out, struct unit unit)
{
    if (unit.dimension == DIMENSION_MONEY) {
        bool is_dollar = strcmp(unit.currency, "USD") == 0;
        const char *word = scale_word(unit.scale);
        buffer_printf(out, "%s%s%s", is_dollar ? "US$" : unit.currency, *word ? " " : "", word);
        return;
    }
    for (size_t i = 0; i < ARRAY_LENGTH(plain_units); i++) {
        if (plain_units[i].dimension == unit.dimension && plain_units[i].scale == unit.scale) {
            buffer_puts(out, plain_units[i].word);
            return;
        }
    }
}
