/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The number is cut out of the text. What remains before and behind it is the unit: the words of a
 * currency and of a multiplier, in any order, which unit.h parses.
 */
#include "config.h"

#include "query/language/quantity.h"

#include "base/array.h"
#include "base/ascii.h"
#include "base/buffer.h"
#include "data/value/decimal.h"
#include "query/language/lexer.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Products of a decimal and a power of ten are inexact in the last digits. */
#define RELATIVE_TOLERANCE 1e-12

struct currency_sign {
    const char *sign;
    const char *currency;
};

/* Longer signs first. Currencies without a sign are written by their code. */
static const struct currency_sign currency_signs[] = {
    {"US$", "USD"}, {"$", "USD"},   {"€", "EUR"},   {"£", "GBP"},   {"₹", "INR"},   {"Rs", "INR"},
    {"₽", "RUB"}, {"¥", "JPY"},   {"USD", "USD"}, {"EUR", "EUR"}, {"GBP", "GBP"}, {"INR", "INR"},
    {"RUB", "RUB"}, {"JPY", "JPY"}, {"CNY", "CNY"}, {"AED", "AED"}, {"CHF", "CHF"},
};

bool quantity_knows_currency(const char *currency)
{
    for (size_t i = 0; i < ARRAY_LENGTH(currency_signs); i++)
        if (strcmp(currency_signs[i].currency, currency) == 0)
            return true;
    return false;
}

static struct text skip(struct text text, size_t length)
{
    return (struct text){text.data + length, text.length - length};
}

static bool starts_number(struct text text)
{
    if (text.length > 1 && text.data[0] == '.')
        text = skip(text, 1);
    return text.length && ascii_is_digit(text.data[0]);
}

static struct text take_sign(struct text text, struct buffer *digits)
{
    if (text.length && (text.data[0] == '-' || text.data[0] == '+')) {
        buffer_append(digits, text.data, 1);
        return skip(text, 1);
    }
    return text;
}

static size_t append_run(struct text text, struct buffer *digits)
{
    size_t at = 0;
    while (at < text.length) {
        bool separates = at && ascii_is_digit(text.data[at - 1]) && at + 1 < text.length &&
                         ascii_is_digit(text.data[at + 1]) && memchr("_'", text.data[at], 2);
        if (ascii_is_digit(text.data[at]))
            buffer_append(digits, text.data + at, 1);
        else if (!separates)
            break;
        at++;
    }
    return at;
}

/* Appends the digits without separators. Returns their length in the text. */
static size_t append_whole(struct text text, struct buffer *digits)
{
    size_t grouped = lexer_grouped_number(text);
    if (!grouped)
        return append_run(text, digits);
    for (size_t i = 0; i < grouped; i++)
        if (ascii_is_digit(text.data[i]))
            buffer_append(digits, text.data + i, 1);
    return grouped;
}

/* Appends "e9" or "e-3", but not the start of "eur". */
static size_t append_exponent(struct text text, struct buffer *digits)
{
    if (text.length < 2 || (text.data[0] | 0x20) != 'e')
        return 0;
    bool has_sign = text.data[1] == '-' || text.data[1] == '+';
    size_t at = has_sign ? 2 : 1;
    while (at < text.length && ascii_is_digit(text.data[at]))
        at++;
    if (at == (has_sign ? 2u : 1u))
        return 0;
    buffer_append(digits, text.data, at);
    return at;
}

/* Removes the number from the front of the text. Returns false if there is none. */
static bool take_number(struct text *text, struct buffer *digits)
{
    if (!starts_number(*text))
        return false;
    *text = skip(*text, append_whole(*text, digits));
    if (text->length && text->data[0] == '.') {
        buffer_putc(digits, '.');
        *text = skip(*text, 1);
        *text = skip(*text, append_run(*text, digits));
    }
    *text = skip(*text, append_exponent(*text, digits));
    return true;
}

static bool starts_with(struct text text, const char *sign)
{
    size_t length = strlen(sign);
    return text.length >= length &&
           text_is_equal_folded((struct text){text.data, length}, text_of(sign));
}

/* A sign made of letters must not be the start of a longer word. */
static size_t sign_length(struct text text, const char **currency)
{
    for (size_t i = 0; i < ARRAY_LENGTH(currency_signs); i++) {
        size_t length = strlen(currency_signs[i].sign);
        bool ends_in_letter = (currency_signs[i].sign[length - 1] | 0x20) >= 'a' &&
                              (currency_signs[i].sign[length - 1] | 0x20) <= 'z';
        if (!starts_with(text, currency_signs[i].sign))
            continue;
        if (ends_in_letter && text.length > length && (text.data[length] | 0x20) >= 'a' &&
            (text.data[length] | 0x20) <= 'z')
            continue;
        *currency = currency_signs[i].currency;
        return length;
    }
    return 0;
}

static size_t word_length(struct text text)
{
    size_t length = 0;
    while (length < text.length && text.data[length] != ' ')
        length++;
    return length;
}

static bool is_three_letters(struct text word)
{
    struct unit unit;
    return word.length == 3 && unit_parse(word, &unit) && unit.dimension == DIMENSION_MONEY;
}

/* Separates the words around the number into one currency and the rest. */
static bool sort_words(struct text text, struct buffer *currency, struct buffer *rest)
{
    while ((text = text_trim(text)).length) {
        const char *known = NULL;
        size_t length = sign_length(text, &known);
        struct text word = {text.data, length ? length : word_length(text)};
        if (!known && (unit_multiplier(word) > 0 || !is_three_letters(word))) {
            if (rest->length)
                buffer_putc(rest, ' ');
            buffer_append_text(rest, word);
        } else if (currency->length) {
            return false;
        } else {
            buffer_append_text(currency, known ? text_of(known) : word);
        }
        text = skip(text, word.length);
    }
    return true;
}

static bool read_unit(const struct buffer *currency, const struct buffer *rest,
                      struct quantity *quantity)
{
    struct unit *unit = &quantity->unit;
    *unit = (struct unit){.scale = 1};
    if (rest->length)
        unit->scale = unit_multiplier(buffer_text(rest));
    if (!currency->length)
        return unit->scale > 0 || unit_parse(buffer_text(rest), unit);
    double scale = unit->scale;
    bool is_known = unit_parse(buffer_text(currency), unit);
    unit->scale = scale;
    return is_known && scale > 0;
}

static bool read_words(struct text before, struct text behind, struct quantity *quantity)
{
    struct buffer currency = {0}, rest = {0};
    bool is_read = sort_words(before, &currency, &rest) && sort_words(behind, &currency, &rest) &&
                   read_unit(&currency, &rest, quantity);
    quantity->is_plain = !currency.length && !rest.length;
    buffer_release(&currency);
    buffer_release(&rest);
    return is_read;
}

bool quantity_parse(struct text text, struct quantity *quantity)
{
    *quantity = (struct quantity){0};
    struct buffer digits = {0};
    text = take_sign(text_trim(text), &digits);
    size_t start = 0;
    while (start < text.length && !starts_number(skip(text, start)))
        start++;
    struct text before = text_trim((struct text){text.data, start}), behind = skip(text, start);
    if (before.length && !digits.length && memchr("+-", before.data[before.length - 1], 2)) {
        buffer_putc(&digits, before.data[before.length - 1]);
        before.length--;
    }
    struct decimal decimal;
    bool is_read = take_number(&behind, &digits) && decimal_parse(buffer_text(&digits), &decimal) &&
                   read_words(before, behind, quantity);
    if (is_read)
        quantity->value = decimal.value * quantity->unit.scale;
    buffer_release(&digits);
    return is_read && isfinite(quantity->value);
}

double quantity_factor(const struct quantity *quantity, struct text unit)
{
    struct unit row;
    if (quantity->is_plain)
        return 1;
    if (!unit_parse(unit, &row))
        return NAN;
    if (quantity->unit.dimension == DIMENSION_NONE)
        return row.dimension == DIMENSION_MONEY || row.dimension == DIMENSION_COUNT ? row.scale
                                                                                    : NAN;
    return unit_is_comparable(quantity->unit, row) ? row.scale : NAN;
}

int quantity_compare(double number, double value)
{
    double room = fmax(fabs(number), fabs(value)) * RELATIVE_TOLERANCE;
    return number < value - room ? -1 : number > value + room;
}

bool quantity_may_start(struct text text)
{
    struct buffer sign = {0};
    const char *currency;
    text = take_sign(text, &sign);
    buffer_release(&sign);
    return !text.length || starts_number(text) || sign_length(text, &currency) > 0;
}
