/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The text of a number follows from its value and its decimals if it has no more digits than a
 * double can distinguish and nothing redundant: no plus sign, leading zeros or exponent. Such a
 * text is parsed directly. Its digits and the power of ten are both exact, so their quotient is
 * rounded once and equals the result of strtod() (W. D. Clinger, How to Read Floating Point Numbers
 * Accurately, 1990).
 */
#include "config.h"

#include "data/value/fast_number.h"

#include "base/cpu.h"

#include <math.h>
#include <stddef.h>

#define MOST_DIGITS 15
#define MOST_BYTES (MOST_DIGITS + 1)

static const double powers[MOST_DIGITS + 1] = {1,   1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                               1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};

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
    if (!point || (point > 1 && *bytes == '0') || (point < digits->length && !after) ||
        point + after > MOST_DIGITS)
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

size_t fast_number_read(const struct text *texts, size_t stride, size_t count, double *numbers,
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

fast_number_reader *fast_number_fastest(void)
{
#ifdef __x86_64__
    if (cpu_has_avx2())
        return read_avx2;
#endif
    return fast_number_read;
}

uint8_t fast_number_places(struct text text)
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

void fast_number_write(struct buffer *out, double number, int places)
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
