/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The text is read word by word. Words that are neither a currency, a scale nor a quantity are
 * ignored, but "per", rates and shares make it no unit of an amount.
 */
#include "config.h"

#include "data/value/stated_unit.h"

#include "base/array.h"
#include "base/ascii.h"
#include "data/value/currency.h"

#include <string.h>

/* Beside those of unit_multiplier(). */
static const struct {
    const char *word;
    double factor;
} scales[] = {
    {"000", 1e3},   {"1000", 1e3},   {"thousands", 1e3}, {"ths", 1e3},     {"thsd", 1e3},
    {"lakhs", 1e5}, {"lac", 1e5},    {"lacs", 1e5},      {"1000000", 1e6}, {"millions", 1e6},
    {"mln", 1e6},   {"crores", 1e7}, {"billions", 1e9},  {"bln", 1e9},     {"mrd", 1e9},
};

/* Returns 0 if the word is no scale. Single letters are more often something else. */
static double scale_of(struct text word)
{
    for (size_t i = 0; i < ARRAY_LENGTH(scales); i++)
        if (text_is_word(word, scales[i].word))
            return scales[i].factor;
    return word.length > 1 ? unit_multiplier(word) : 0;
}

/* In upper case these are words far more often than currencies. */
static const char *const words_in_capitals[] = {"ALL", "TOP", "TRY", "CUP", "PEN", "GEL",
                                                "COP", "BAM", "MOP", "XXX", "XTS", "KGS"};
/* In lower case other codes are words far more often than currencies. */
static const char *const common_codes[] = {"USD", "EUR", "GBP", "INR", "CAD", "AUD", "JPY",
                                           "CNY", "CHF", "RUB", "BRL", "KRW", "ZAR"};
static const char *const no_amounts[] = {"per", "percent", "share", "index", "ratio", "growth"};
static const struct {
    const char *word, *unit;
} quantities[] = {
    {"kg", "kg"},        {"kgs", "kg"},        {"kilogram", "kg"},   {"kilograms", "kg"},
    {"tonne", "t"},      {"tonnes", "t"},      {"ton", "t"},         {"tons", "t"},
    {"litre", "litres"}, {"litres", "litres"}, {"liters", "litres"}, {"barrels", "barrels"},
};

struct reading {
    struct stated_unit *stated;
    struct unit quantity;
    double factor;      /* 0 while none is stated */
    bool is_digits;     /* the factor is written in digits, which may be something else */
    bool follows_money; /* the last word was a currency */
    bool is_bad;
};

static bool is_letter(char c)
{
    return ascii_is_letter(c) || (unsigned char)c >= 0x80;
}

/* Returns the end of the word that starts at `i`: letters with their "$", or digits. */
static size_t end_of_word(struct text text, size_t i)
{
    size_t start = i;
    if (ascii_is_digit(text.data[i]))
        return i + ascii_count_digits(text, i);
    if ((unsigned char)text.data[i] >= 0x80) /* a sign ends where plain letters begin */
        while (i < text.length && (unsigned char)text.data[i] >= 0x80)
            i++;
    while (i < text.length && is_letter(text.data[i])) {
        bool was_upper = i > start && text.data[i - 1] >= 'A' && text.data[i - 1] <= 'Z';
        bool is_upper = text.data[i] >= 'A' && text.data[i] <= 'Z';
        if ((unsigned char)text.data[start] >= 0x80 && i - start <= 3)
            break;
        if ((i > start && is_upper && !was_upper) || (i == start + 3 && was_upper && !is_upper))
            break;
        i++;
    }
    return i + (i < text.length && text.data[i] == '$');
}

static void set_currencies(struct reading *reading, const char *codes)
{
    struct stated_unit *stated = reading->stated;
    reading->follows_money = true;
    if (stated->dimension == DIMENSION_MONEY) {
        bool narrows = strstr(stated->currencies, codes) != NULL;
        reading->is_bad |= !narrows && !strstr(codes, stated->currencies);
        if (!narrows)
            return;
    }
    stated->dimension = DIMENSION_MONEY;
    strncpy(stated->currencies, codes, sizeof stated->currencies - 1);
}

static void set_factor(struct reading *reading, double factor, bool is_digits)
{
    reading->is_digits = is_digits && (reading->factor == 0 || reading->is_digits);
    if (reading->factor == 0)
        reading->factor = factor;
    else if (is_digits || reading->factor != factor)
        reading->factor *= factor;
}

static bool is_common(const struct currency *currency)
{
    for (size_t i = 0; i < ARRAY_LENGTH(common_codes); i++)
        if (strcmp(currency->code, common_codes[i]) == 0)
            return true;
    return false;
}

static bool take_currency(struct reading *reading, struct text word)
{
    const char *codes = currency_codes(word);
    if (codes) {
        set_currencies(reading, codes);
        return true;
    }
    for (size_t i = 0; i < ARRAY_LENGTH(words_in_capitals); i++)
        if (text_is(word, words_in_capitals[i]))
            return false;
    const struct currency *currency = currency_find(word);
    if (!currency || currency->is_former ||
        (!text_is(word, currency->code) && !is_common(currency)))
        return false;
    set_currencies(reading, currency->code);
    return true;
}

/* "KUSD" and "MEUR": a common currency behind the letter of its multiple. */
static bool take_prefixed(struct reading *reading, struct text word)
{
    static const struct {
        char sign;
        double factor;
    } prefixes[] = {{'K', 1e3}, {'k', 1e3}, {'T', 1e3}, {'M', 1e6}};
    struct text rest = {word.data + 1, word.length - 1};
    for (size_t i = 0; word.length == 4 && i < ARRAY_LENGTH(prefixes); i++)
        for (size_t k = 0; word.data[0] == prefixes[i].sign && k < ARRAY_LENGTH(common_codes); k++)
            if (text_is(rest, common_codes[k])) {
                set_currencies(reading, common_codes[k]);
                set_factor(reading, prefixes[i].factor, false);
                return true;
            }
    return false;
}

static void take_word(struct reading *reading, struct text word)
{
    bool follows_money = reading->follows_money;
    reading->follows_money = false;
    if (follows_money && text_is_word(word, "m"))
        set_factor(reading, 1e6, false);
    if (take_currency(reading, word) || take_prefixed(reading, word))
        return;
    double factor = scale_of(word);
    if (factor > 0)
        set_factor(reading, factor, ascii_is_digit(word.data[0]));
    for (size_t i = 0; i < ARRAY_LENGTH(no_amounts); i++)
        reading->is_bad |= text_is_word(word, no_amounts[i]);
    for (size_t i = 0; i < ARRAY_LENGTH(quantities); i++)
        if (text_is_word(word, quantities[i].word))
            unit_parse(text_of(quantities[i].unit), &reading->quantity);
}

/* KGS are kilograms in the files of customs, seldom soms of Kyrgyzstan. */
static bool is_quantity(struct text text)
{
    for (size_t i = 0; i < ARRAY_LENGTH(quantities); i++)
        if (text_is_word(text_trim(text), quantities[i].word))
            return true;
    return false;
}

static bool finish(const struct reading *reading)
{
    struct stated_unit *stated = reading->stated;
    bool is_money = stated->dimension == DIMENSION_MONEY;
    stated->scale = reading->factor;
    if (!is_money && reading->quantity.dimension) {
        stated->dimension = reading->quantity.dimension;
        stated->scale = reading->quantity.scale * (reading->factor != 0 ? reading->factor : 1);
    } else if (!is_money && reading->is_digits) {
        return false;
    }
    return !reading->is_bad && (stated->dimension || stated->scale > 0);
}

bool stated_unit_read(struct text text, struct stated_unit *stated)
{
    struct unit unit;
    struct reading reading = {.stated = stated};
    *stated = (struct stated_unit){.dimension = DIMENSION_NONE};
    bool is_one = !is_quantity(text) && unit_parse(text, &unit);
    if (is_one && unit.dimension != DIMENSION_FOLD && unit.dimension != DIMENSION_RANK &&
        unit.dimension != DIMENSION_COUNT) {
        stated->dimension = unit.dimension;
        memcpy(stated->currencies, unit.currency, sizeof unit.currency);
        stated->scale = unit.dimension == DIMENSION_MONEY && unit.scale == 1 ? 0 : unit.scale;
        return true;
    }
    for (size_t i = 0; i < text.length;) {
        bool is_word = is_letter(text.data[i]) || ascii_is_digit(text.data[i]);
        size_t end = is_word ? end_of_word(text, i) : text.data[i] == '$' ? i + 1 : i;
        if (end > i)
            take_word(&reading, (struct text){text.data + i, end - i});
        reading.is_bad |= text.data[i] == '%';
        i = end > i ? end : i + 1;
    }
    return finish(&reading);
}

bool stated_unit_agrees(const struct stated_unit *stated, struct unit unit)
{
    if (stated->dimension == DIMENSION_NONE)
        return unit.dimension != DIMENSION_MONEY || unit.scale == stated->scale;
    if (stated->dimension != unit.dimension)
        return false;
    if (unit.dimension != DIMENSION_MONEY)
        return unit.scale == stated->scale;
    return strstr(stated->currencies, unit.currency) &&
           (!(stated->scale > 0) || unit.scale == stated->scale);
}

void stated_unit_write(struct buffer *out, const struct stated_unit *stated)
{
    struct unit unit = {.dimension = stated->dimension, .scale = stated->scale};
    if (stated->dimension != DIMENSION_NONE && stated->dimension != DIMENSION_MONEY) {
        unit_format_name(out, unit);
        return;
    }
    const char *scale = unit_scale_word(stated->scale);
    buffer_printf(out, "%.3s%s%s", stated->currencies[0] ? stated->currencies : "USD",
                  *scale ? " " : "", scale);
}
