/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How a number is written follows from its value and the places after the point, where the text
 * has no more digits than a double tells apart and nothing that could be left out: no plus sign, no
 * zeros in front, no exponent. Such a text is read at once: its digits and the power of ten are
 * both exact, so their quotient is rounded once, and is what strtod() gives (W. D. Clinger, How to
 * Read Floating Point Numbers Accurately, 1990).
 */
#include "config.h"

#include "data/numeral.h"

#include <math.h>

#define MOST_DIGITS 15

static const double powers[MOST_DIGITS + 1] = {1,   1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                               1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};

bool numeral_read(struct text text, double *number, uint8_t *places)
{
    if (text.length > MOST_DIGITS + 2 || !text.length)
        return false;
    bool is_negative = text.data[0] == '-';
    const char *start = text.data + is_negative, *end = text.data + text.length, *at = start;
    uint64_t digits = 0;
    size_t after = 0;
    for (; at < end && (unsigned char)(*at - '0') < 10; at++)
        digits = digits * 10 + (uint64_t)(*at - '0');
    size_t whole = (size_t)(at - start);
    if (at < end) {
        if (*at++ != '.')
            return false;
        const char *point = at;
        for (; at < end && (unsigned char)(*at - '0') < 10; at++)
            digits = digits * 10 + (uint64_t)(*at - '0');
        after = (size_t)(at - point);
        if (at != end || !after)
            return false;
    }
    if (!whole || (whole > 1 && *start == '0') || whole + after > MOST_DIGITS)
        return false;
    double size = (double)digits / powers[after];
    *number = is_negative ? -size : size;
    *places = (uint8_t)after;
    return true;
}

uint8_t numeral_places(struct text text)
{
    size_t at = text.length && text.data[0] == '-', start = at;
    while (at < text.length && text.data[at] >= '0' && text.data[at] <= '9')
        at++;
    size_t whole = at - start, places = 0;
    bool has_point = at < text.length && text.data[at] == '.';
    if (has_point)
        for (at++; at < text.length && text.data[at] >= '0' && text.data[at] <= '9'; at++)
            places++;
    bool is_odd = at != text.length || !whole || (whole > 1 && text.data[start] == '0') ||
                  (has_point && !places) || whole + places > MOST_DIGITS;
    return is_odd ? PLACES_KEPT : (uint8_t)places;
}

void numeral_write(struct buffer *out, double number, int places)
{
    char digits[MOST_DIGITS + 4];
    char *end = digits + sizeof digits, *at = end;
    uint64_t rest = (uint64_t)(fabs(number) * powers[places] + 0.5);
    for (int i = 0; rest || i <= places; i++, rest /= 10) {
        if (i == places && places)
            *--at = '.';
        *--at = (char)('0' + rest % 10);
    }
    if (signbit(number))
        *--at = '-';
    buffer_append(out, at, (size_t)(end - at));
}
