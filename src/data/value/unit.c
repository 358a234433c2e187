/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/value/unit.h"

#include "base/array.h"
#include "data/value/currency.h"
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

/*
 * Among words of one dimension and scale, unit_format() writes the first; multiples are written in
 * the first word of the dimension.
 */
struct plain_unit {
    const char *word;
    enum dimension dimension;
    double scale;
    bool is_multiplied; /* "mn t" is one too */
};

static const struct plain_unit plain_units[] = {
    {"%", DIMENSION_PERCENT, 1, false},
    {"percent", DIMENSION_PERCENT, 1, false},
    {"pp", DIMENSION_POINTS, 1, false},
    {"percentage points", DIMENSION_POINTS, 1, false},
    {"percentage point", DIMENSION_POINTS, 1, false},
    {"x", DIMENSION_FOLD, 1, false},
    {"fold", DIMENSION_FOLD, 1, false},
    {"rank", DIMENSION_RANK, 1, false},
    {"count", DIMENSION_COUNT, 1, true},
    {"t", DIMENSION_MASS, 1e3, true},
    {"tonnes", DIMENSION_MASS, 1e3, true},
    {"tonne", DIMENSION_MASS, 1e3, true},
    {"kg", DIMENSION_MASS, 1, true},
    {"barrels", DIMENSION_BARRELS, 1, true},
    {"barrel", DIMENSION_BARRELS, 1, true},
    {"bbl", DIMENSION_BARRELS, 1, true},
    {"bpd", DIMENSION_BARRELS_A_DAY, 1, true},
    {"barrels a day", DIMENSION_BARRELS_A_DAY, 1, true},
    {"barrels per day", DIMENSION_BARRELS_A_DAY, 1, true},
    {"MWh", DIMENSION_ENERGY, 1, true},
    {"kWh", DIMENSION_ENERGY, 1e-3, true},
    {"GWh", DIMENSION_ENERGY, 1e3, true},
    {"TWh", DIMENSION_ENERGY, 1e6, true},
    {"pieces", DIMENSION_PIECES, 1, true},
    {"piece", DIMENSION_PIECES, 1, true},
    {"litres", DIMENSION_VOLUME, 1e-3, true},
    {"litre", DIMENSION_VOLUME, 1e-3, true},
    {"liters", DIMENSION_VOLUME, 1e-3, true},
    {"m3", DIMENSION_VOLUME, 1, true},
};

double unit_multiplier(struct text word)
{
    for (size_t i = 0; i < ARRAY_LENGTH(multipliers); i++)
        if (text_is_word(word, multipliers[i].word))
            return multipliers[i].factor;
    return 0;
}

/* Parses a currency, optionally followed by a multiplier. */
static bool parse_money(struct text text, struct unit *unit)
{
    if (text.length < 3 || (text.length > 3 && text.data[3] != ' '))
        return false;
    const struct currency *currency = currency_find((struct text){text.data, 3});
    if (!currency)
        return false;
    memcpy(unit->currency, currency->code, sizeof unit->currency);
    unit->dimension = DIMENSION_MONEY;
    unit->scale = 1;
    if (text.length > 3)
        unit->scale = unit_multiplier(text_trim((struct text){text.data + 3, text.length - 3}));
    return unit->scale > 0;
}

static const struct plain_unit *find_plain(struct text word)
{
    for (size_t i = 0; i < ARRAY_LENGTH(plain_units); i++)
        if (text_is_word(word, plain_units[i].word))
            return &plain_units[i];
    return NULL;
}

/* "mn t": the last words are a quantity, the words before it a multiplier. */
static bool parse_quantity(struct text text, struct unit *unit)
{
    const struct plain_unit *plain = find_plain(text);
    double multiplier = 1;
    for (size_t i = text.length; !plain && i-- > 0;) {
        if (text.data[i] != ' ')
            continue;
        plain = find_plain((struct text){text.data + i + 1, text.length - i - 1});
        multiplier = unit_multiplier(text_trim((struct text){text.data, i}));
    }
    if (!plain || (multiplier != 1 && !plain->is_multiplied) || !(multiplier > 0))
        return false;
    *unit = (struct unit){.dimension = plain->dimension, .scale = plain->scale * multiplier};
    return true;
}

bool unit_parse(struct text text, struct unit *unit)
{
    text = text_trim(text);
    *unit = (struct unit){0};
    return parse_quantity(text, unit) || parse_money(text, unit);
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

const char *unit_scale_word(double scale)
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
    const char *word = unit_scale_word(unit.scale);
    bool is_joined = is_dollar && strlen(word) == 2;
    buffer_printf(out, "%s%s", *word && !is_joined ? " " : "", word);
}

struct unit unit_for_reading(struct unit unit, double size, double most)
{
    static const double steps[] = {1, 1e3, 1e6, 1e9, 1e12};
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

/* The words of a quantity: "mn t" for a scale of 1e9 kilograms. */
static void write_quantity(struct buffer *out, struct unit unit)
{
    const struct plain_unit *plain = NULL;
    const char *word = "";
    for (size_t i = 0; i < ARRAY_LENGTH(plain_units) && !plain; i++)
        if (plain_units[i].dimension == unit.dimension && plain_units[i].scale == unit.scale)
            plain = &plain_units[i];
    for (size_t i = 0; i < ARRAY_LENGTH(plain_units) && !plain; i++) {
        if (plain_units[i].dimension != unit.dimension)
            continue;
        word = unit_scale_word(unit.scale / plain_units[i].scale);
        plain = *word ? &plain_units[i] : NULL;
    }
    if (plain)
        buffer_printf(out, "%s%s%s", word, *word ? " " : "", plain->word);
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
    if (unit.dimension == DIMENSION_FOLD)
        buffer_putc(out, 'x');
    else if (unit.dimension != DIMENSION_RANK && unit.dimension != DIMENSION_NONE &&
             !(unit.dimension == DIMENSION_COUNT && unit.scale == 1)) {
        buffer_putc(out, ' ');
        write_quantity(out, unit);
    }
}

void unit_format_name(struct buffer *out, struct unit unit)
{
    if (unit.dimension == DIMENSION_MONEY) {
        bool is_dollar = strcmp(unit.currency, "USD") == 0;
        const char *word = unit_scale_word(unit.scale);
        buffer_printf(out, "%s%s%s", is_dollar ? "US$" : unit.currency, *word ? " " : "", word);
    } else {
        write_quantity(out, unit);
    }
}
