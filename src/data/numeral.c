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

#include "data/short_text.h"

#include <math.h>

#define MOST_DIGITS 15

static const double powers[MOST_DIGITS + 1] = {1,   1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                               1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};

typedef unsigned __int128 wide;

static inline wide load_long(const char *bytes, size_t length)
{
    return short_text_eight(bytes) | (wide)short_text_eight(bytes + length - 8) << (length - 8) * 8;
}

#define EACH(byte) ((uint64_t)0x0101010101010101 * (byte))

/* The number of the first byte that is a point, 8 where none is. */
static inline size_t find_point(uint64_t word)
{
    uint64_t other = word ^ EACH('.');
    uint64_t found = (other - EACH(1)) & ~other & EACH(0x80);
    return found ? (size_t)__builtin_ctzll(found) / 8 : 8;
}

static inline bool are_digits(uint64_t word)
{
    return (((word + EACH(0x46)) | (word - EACH('0'))) & EACH(0x80)) == 0;
}

/* Eight digits, two at a time, then four, then all. */
static inline uint64_t value_of(uint64_t digits)
{
    digits -= EACH('0');
    digits = digits * 10 + (digits >> 8);
    uint64_t low = (digits & 0x000000FF000000FF) * 0x000F424000000064;
    uint64_t high = (digits >> 16 & 0x000000FF000000FF) * 0x0000271000000001;
    return (low + high) >> 32;
}

/* The first `count` digits of the word, 1 to 8, as a number; false where not all are digits. */
static inline bool read_digits(uint64_t word, size_t count, uint64_t *number)
{
    word = word << (8 - count) * 8 | EACH('0') >> count * 4 >> count * 4;
    *number = value_of(word);
    return are_digits(word);
}

/* The digits of a text, which are `first` and, behind the point, `second`. */
static inline bool read_parts(uint64_t head, size_t first, size_t second, uint64_t rest,
                              uint64_t *digits)
{
    static const uint32_t scales[] = {1,      10,      100,      1000,     10000,
                                      100000, 1000000, 10000000, 100000000};
    uint64_t behind;
    if (first + second <= 8) {
        if (first < 8)
            head = (head & (((uint64_t)1 << first * 8) - 1)) | rest << first * 8;
        return read_digits(head, first + second, digits);
    }
    if (!read_digits(head, first, digits) || !read_digits(rest, second, &behind))
        return false;
    *digits = *digits * scales[second] + behind;
    return true;
}

/* Up to eight digits, a point or none, and up to eight more, which is how most are. */
static inline bool read_most(const char *bytes, size_t length, size_t *point, uint64_t *digits)
{
    uint64_t head = short_text_eight(bytes);
    size_t found = find_point(head), first = found < length ? found : length;
    bool has_point = first < length && bytes[first] == '.';
    size_t second = length - first - has_point;
    *point = has_point ? first : length;
    return first && second <= 8 && first + second <= MOST_DIGITS &&
           read_parts(head, first, second, short_text_eight(bytes + first + has_point), digits);
}

static inline bool read_long(const char *bytes, size_t length, size_t *point, uint64_t *digits)
{
    wide word = load_long(bytes, length);
    size_t found = find_point((uint64_t)word);
    if (found == 8)
        found += find_point((uint64_t)(word >> 64));
    *point = found < length ? found : length;
    size_t count = length - (found < length);
    if (count > MOST_DIGITS)
        return false;
    wide before = ((wide)1 << *point * 8) - 1;
    word = (word & before) | (word >> 8 & ~before);
    word = word << (16 - count) * 8 | ((wide)EACH('0') << 64 | EACH('0')) >> count * 8;
    uint64_t first = (uint64_t)word, last = (uint64_t)(word >> 64);
    *digits = value_of(first) * 100000000 + value_of(last);
    return are_digits(first) && are_digits(last);
}

bool numeral_read(struct text text, double *number, uint8_t *places)
{
    bool is_negative = text.length && text.data[0] == '-';
    const char *bytes = text.data + is_negative;
    size_t length = text.length - is_negative, point;
    uint64_t digits;
    if (length - 1 >= MOST_DIGITS + 1 ||
        (!read_most(bytes, length, &point, &digits) &&
         (length <= 8 || !read_long(bytes, length, &point, &digits))))
        return false;
    size_t after = length - point - (point < length);
    if (!point || (point > 1 && *bytes == '0') || (point < length && !after))
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
