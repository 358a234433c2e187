/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/value/decimal.h"

#include "base/ascii.h"

#include <float.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define LONGEST_NUMBER 400 /* longer than any number a double can distinguish or represent */
#define MOST_PLACES 15
#define SHORT_NUMBER 18                   /* bytes; an integer holds the digits */
#define EXACT_INTEGER ((uint64_t)1 << 53) /* a double represents all integers up to this one */

static size_t skip_sign(struct text text, size_t at)
{
    return at < text.length && (text.data[at] == '-' || text.data[at] == '+') ? at + 1 : at;
}

/* Returns the length of the exponent at `at`, 0 if there is none. */
static size_t exponent_length(struct text text, size_t at)
{
    if (at >= text.length || (text.data[at] | 0x20) != 'e')
        return 0;
    size_t digits_at = skip_sign(text, at + 1);
    size_t digits = ascii_count_digits(text, digits_at);
    return digits ? digits_at + digits - at : 0;
}

/* Returns the value of a signed whole number, clamped to a limit that no exponent reaches. */
static int small_number(struct text digits)
{
    size_t at = skip_sign(digits, 0);
    int number = 0;
    for (size_t i = at; i < digits.length && number < LONGEST_NUMBER; i++)
        number = number * 10 + (digits.data[i] - '0');
    return at && digits.data[0] == '-' ? -number : number;
}

/* strtod() expects a point, as the program sets only LC_CTYPE of the user's locale. */
static bool to_double(struct text text, double *value)
{
    char digits[LONGEST_NUMBER + 1];
    memcpy(digits, text.data, text.length);
    digits[text.length] = '\0';
    *value = strtod(digits, NULL);
    return isfinite(*value);
}

/* The parts of a number, without its value. */
struct anatomy {
    size_t length; /* of the number at the start of the text; 0 if there is none */
    int places;
};

static struct anatomy dissect(struct text text)
{
    size_t at = skip_sign(text, 0);
    size_t whole = ascii_count_digits(text, at), places = 0;
    at += whole;
    if (at < text.length && text.data[at] == '.') {
        places = ascii_count_digits(text, at + 1);
        at += 1 + places;
    }
    if (whole + places == 0)
        return (struct anatomy){0, 0};
    size_t exponent = exponent_length(text, at);
    struct text power = {text.data + at + 1, exponent ? exponent - 1 : 0};
    return (struct anatomy){at + exponent, (int)places - small_number(power)};
}

int decimal_places(struct text text)
{
    return dissect(text).places;
}

/*
 * Parses numbers of digits and a point, as most are. If the digits and the power of ten are both
 * exact, their quotient is rounded once and equals the result of strtod() (W. D. Clinger, How to
 * Read Floating Point Numbers Accurately, 1990). Returns false if they are not.
 */
static bool parse_short(struct text text, struct decimal *decimal)
{
    static const double powers[SHORT_NUMBER] = {1,    1e1,  1e2,  1e3,  1e4,  1e5,
                                                1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
                                                1e12, 1e13, 1e14, 1e15, 1e16, 1e17};
    if (FLT_EVAL_METHOD != 0 || text.length > SHORT_NUMBER)
        return false;
    size_t start = skip_sign(text, 0), point = text.length;
    uint64_t digits = 0;
    for (size_t at = start; at < text.length; at++) {
        char byte = text.data[at];
        if (byte >= '0' && byte <= '9')
            digits = digits * 10 + (uint64_t)(byte - '0');
        else if (byte == '.' && point == text.length)
            point = at;
        else
            return false;
    }
    size_t places = point < text.length ? text.length - point - 1 : 0;
    bool has_digit = text.length - start > (point < text.length);
    if (!has_digit || digits > EXACT_INTEGER)
        return false;
    double size = (double)digits / powers[places];
    *decimal = (struct decimal){start && text.data[0] == '-' ? -size : size, (int)places};
    return true;
}

bool decimal_parse(struct text text, struct decimal *decimal)
{
    if (parse_short(text, decimal))
        return true;
    if (!text.length || text.length > LONGEST_NUMBER)
        return false;
    struct anatomy anatomy = dissect(text);
    if (anatomy.length != text.length || !to_double(text, &decimal->value))
        return false;
    decimal->places = anatomy.places;
    return true;
}

/* Copies the digits in front of an exponent, without the zeros on both sides; at most `room`. */
static size_t copy_digits(char *to, size_t room, struct text text)
{
    size_t count = 0;
    for (size_t i = 0; i < text.length && (text.data[i] | 0x20) != 'e' && count < room; i++)
        if (text.data[i] >= '0' && text.data[i] <= '9' && (count || text.data[i] != '0'))
            to[count++] = text.data[i];
    while (count && to[count - 1] == '0')
        count--;
    return count;
}

bool decimal_is_rounded(struct text text, double value)
{
    char digits[LONGEST_NUMBER], again[LONGEST_NUMBER], number[LONGEST_NUMBER + 16];
    size_t count = copy_digits(digits, sizeof digits, text);
    if (count <= DBL_DIG && (!count || fabs(value) >= DBL_MIN))
        return false;
    int length = snprintf(number, sizeof number, "%.*e", (int)count - 1, fabs(value));
    size_t same = copy_digits(again, sizeof again, (struct text){number, (size_t)length});
    return same != count || memcmp(digits, again, count) != 0;
}

void decimal_format(struct buffer *out, double value, int places)
{
    if (places >= MOST_PLACES && value != 0 && fabs(value) < 0.5e-15) {
        buffer_printf(out, "%.3g", value);
        return;
    }
    places = places < 0 ? 0 : places > MOST_PLACES ? MOST_PLACES : places;
    char digits[LONGEST_NUMBER + MOST_PLACES];
    snprintf(digits, sizeof digits, "%.*f", places, fabs(value));
    if (value < 0 && strpbrk(digits, "123456789"))
        buffer_putc(out, '-');
    size_t whole = strspn(digits, "0123456789");
    for (size_t i = 0; i < whole; i++) {
        if (i && (whole - i) % 3 == 0)
            buffer_putc(out, ',');
        buffer_putc(out, digits[i]);
    }
    if (places && whole) {
        buffer_putc(out, '.');
        buffer_puts(out, digits + whole + 1);
    }
    if (!whole)
        buffer_puts(out, digits);
}
