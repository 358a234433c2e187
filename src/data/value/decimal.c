/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The text of a number follows from its value and its decimals if it has no more digits than a
 * double can distinguish and nothing redundant: no plus sign, leading zeros or exponent. Such a
 * text is parsed directly. Its digits and the power of ten are both exact, so their quotient is
 * rounded once and equals the result of strtod() (W. D. Clinger, How to Read Floating Point Numbers
 * Accurately, 1990). All other numbers are left to strtod().
 */
#include "config.h"

#include "data/value/decimal.h"

#include "base/ascii.h"
#include "base/cpu.h"

#include <float.h>
#include <math.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define LONGEST_NUMBER 400 /* longer than any number a double can distinguish or represent */
#define MOST_DIGITS 15
#define MOST_BYTES (MOST_DIGITS + 1)

static const double powers[MOST_DIGITS + 1] = {1,   1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                               1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};

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

/* --- plain numbers --- */

/*
 * A text without its sign: the digits as an integer, and the position of the point, which is the
 * length if there is none.
 */
struct digits {
    uint64_t value;
    size_t point, length;
};

/* Reads a number in its shortest form: not "007", ".5" or "5.". */
static inline bool read_plain(const char *bytes, const struct digits *digits, bool is_negative,
                              double *number, uint8_t *places)
{
    size_t point = digits->point, after = digits->length - point - (point < digits->length);
    if (FLT_EVAL_METHOD != 0 || !point || (point > 1 && *bytes == '0') ||
        (point < digits->length && !after) || point + after > MOST_DIGITS)
        return false;
    double size = (double)digits->value / powers[after];
    *number = is_negative ? -size : size;
    *places = (uint8_t)after;
    return true;
}

static bool read_one(struct text text, double *number, uint8_t *places)
{
    bool is_negative = text.length && text.data[0] == '-';
    const char *bytes = text.data + is_negative;
    size_t length = text.length - is_negative;
    struct digits digits = {.point = length, .length = length};
    if (length > MOST_BYTES)
        return false;
    for (size_t i = 0; i < length; i++) {
        if (bytes[i] >= '0' && bytes[i] <= '9')
            digits.value = digits.value * 10 + (uint64_t)(bytes[i] - '0');
        else if (bytes[i] == '.' && digits.point == length)
            digits.point = i;
        else
            return false;
    }
    return read_plain(bytes, &digits, is_negative, number, places);
}

bool decimal_parse(struct text text, struct decimal *decimal)
{
    uint8_t places;
    if (read_one(text, &decimal->value, &places)) {
        decimal->places = places;
        return true;
    }
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

/* --- many numbers --- */

size_t decimal_read_portable(const struct text *texts, size_t stride, size_t count, double *numbers,
                             uint8_t *places)
{
    size_t read = 0;
    while (read < count && read_one(texts[read * stride], &numbers[read], &places[read]))
        read++;
    return read;
}

#ifdef __x86_64__
/*
 * The same for numbers that are not negative, all digits at a time: they are moved to the end of a
 * vector, closing the gap of the point, and then added in pairs with the weights 10, 100 and
 * 10,000.
 */
AVX2 static inline bool read_one_avx2(struct text text, double *number, uint8_t *places)
{
    /*
     * For each byte of the vector, the index of the byte of the text that is moved there, by the
     * number of digits behind it, and one more in front of the point, by the number of decimals.
     */
    static const int8_t from[2 * MOST_BYTES] = {-16, -15, -14, -13, -12, -11, -10, -9, -8, -7, -6,
                                                -5,  -4,  -3,  -2,  -1,  0,   1,   2,  3,  4,  5,
                                                6,   7,   8,   9,   10,  11,  12,  13, 14, 15};
    static const int8_t further[2 * MOST_BYTES] = {
        [MOST_BYTES] = 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1};
    if (!text.length || text.length > MOST_BYTES)
        return false;
    __m128i bytes = _mm_loadu_si128((const __m128i *)(const void *)text.data);
    unsigned points = (unsigned)_mm_movemask_epi8(_mm_cmpeq_epi8(bytes, _mm_set1_epi8('.')));
    size_t point = (size_t)__builtin_ctz(points | 1U << text.length);
    struct digits digits = {.point = point, .length = text.length};
    size_t count = text.length - (point < text.length);
    __m128i moves =
        _mm_add_epi8(_mm_loadu_si128((const __m128i *)(const void *)(from + count)),
                     _mm_loadu_si128((const __m128i *)(const void *)(further + count - point)));
    __m128i ones = _mm_shuffle_epi8(_mm_sub_epi8(bytes, _mm_set1_epi8('0')), moves);
    if (_mm_movemask_epi8(_mm_cmpeq_epi8(_mm_min_epu8(ones, _mm_set1_epi8(9)), ones)) != 0xffff)
        return false;
    __m128i twos = _mm_maddubs_epi16(ones, _mm_set1_epi16(0x010a));
    __m128i fours = _mm_madd_epi16(twos, _mm_set1_epi32(0x00010064));
    __m128i eights = _mm_madd_epi16(_mm_packus_epi32(fours, fours), _mm_set1_epi32(0x00012710));
    uint64_t halves = (uint64_t)_mm_cvtsi128_si64(eights);
    digits.value = (halves & UINT32_MAX) * 100000000 + (halves >> 32);
    return read_plain(text.data, &digits, false, number, places);
}

AVX2 static size_t read_avx2(const struct text *texts, size_t stride, size_t count, double *numbers,
                             uint8_t *places)
{
    for (size_t read = 0;; read++) {
        while (read < count && read_one_avx2(texts[read * stride], &numbers[read], &places[read]))
            read++;
        if (read == count || !read_one(texts[read * stride], &numbers[read], &places[read]))
            return read;
    }
}
#endif

decimal_reader *decimal_reader_fastest(void)
{
#ifdef __x86_64__
    if (cpu_has_avx2())
        return read_avx2;
#endif
    return decimal_read_portable;
}

uint8_t decimal_spelling(struct text text)
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

void decimal_write(struct buffer *out, double number, int places)
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
