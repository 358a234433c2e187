/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A number is rewritten as a plain decimal, so that there is one parser of decimals. Separators are
 * accepted only between thousands: "1,5" is not 15.
 */
#include "config.h"

#include "data/value/number_reader.h"

#include "base/array.h"
#include "base/ascii.h"
#include "data/value/unit.h"

#include <string.h>

#define LONGEST 64 /* bytes; longer numbers are not trade figures */

struct number_style {
    char separator, point;
};

static const struct number_style point_style = {',', '.'}, comma_style = {'.', ','};

/*
 * Blanks and apostrophes, which separate thousands in all notations, and minus signs other than
 * "-".
 */
static const struct {
    const char *bytes;
    char plain;
} signs[] = {
    {"\xC2\xA0", '_'}, {"\xE2\x80\xAF", '_'}, {"\xE2\x80\x89", '_'}, {" ", '_'},
    {"'", '_'},        {"\xE2\x80\x99", '_'}, {"\xE2\x88\x92", '-'}, {"\xE2\x80\x93", '-'},
};

/*
 * Writes one character as a byte, '_' for a separator of thousands. Returns its length in the text.
 */
static size_t simplify(struct text text, size_t at, char *plain)
{
    for (size_t i = 0; i < ARRAY_LENGTH(signs); i++) {
        size_t length = strlen(signs[i].bytes);
        if (text.length - at >= length && memcmp(text.data + at, signs[i].bytes, length) == 0) {
            *plain = signs[i].plain;
            return length;
        }
    }
    *plain = text.data[at];
    return 1;
}

/* Brackets around a number mean that it is negative, as in bookkeeping. */
static struct text take_brackets(struct text text, bool *is_negative)
{
    *is_negative = text.length > 2 && text.data[0] == '(' && text.data[text.length - 1] == ')';
    return *is_negative ? text_trim((struct text){text.data + 1, text.length - 2}) : text;
}

struct text number_simplify(struct text text, char *simple, size_t room)
{
    bool is_negative;
    size_t length = 0;
    text = take_brackets(text_trim(text), &is_negative);
    if (text.length + 1 >= room)
        return (struct text){simple, 0};
    if (is_negative)
        simple[length++] = '-';
    for (size_t at = 0; at < text.length;)
        at += simplify(text, at, &simple[length++]);
    while (length && simple[length - 1] == '_')
        length--;
    size_t start = 0;
    while (start < length && simple[start] == '_')
        start++;
    if (start + 1 < length && simple[start] == '-' && simple[start + 1] == '_')
        simple[++start] = '-';
    return (struct text){simple + start, length - start};
}

/*
 * True for groups of three digits behind the first, or of two before the last three as in 1,23,456.
 */
static bool has_good_groups(struct text text, char separator)
{
    size_t group = 0, groups = 0;
    for (size_t i = text.length; i-- > 0;) {
        if (text.data[i] != separator && text.data[i] != '_') {
            group++;
            continue;
        }
        if (group != 3 && !(groups && group == 2))
            return false;
        groups++;
        group = 0;
    }
    return !groups || (group >= 1 && group <= 3);
}

static bool is_digit_or_sign(char c, size_t place)
{
    return (c >= '0' && c <= '9') || (place == 0 && (c == '-' || c == '+'));
}

static bool read_simple(struct text text, struct number_style style, struct decimal *decimal)
{
    char plain[LONGEST];
    size_t length = 0, whole = 0;
    while (whole < text.length && text.data[whole] != style.point)
        whole++;
    size_t start = text.length && (text.data[0] == '-' || text.data[0] == '+');
    if (!has_good_groups((struct text){text.data + start, whole < start ? 0 : whole - start},
                         style.separator))
        return false;
    for (size_t i = 0; i < text.length; i++) {
        if (i < whole && (text.data[i] == style.separator || text.data[i] == '_'))
            continue;
        if (i != whole && !is_digit_or_sign(text.data[i], i))
            return false;
        plain[length++] = i == whole ? '.' : text.data[i];
    }
    return decimal_parse((struct text){plain, length}, decimal);
}

static bool read_grouped(struct text text, struct number_style style, struct decimal *decimal)
{
    char simple[LONGEST];
    struct text plain = number_simplify(text, simple, sizeof simple);
    return plain.length && read_simple(plain, style, decimal);
}

static bool read_thousands(struct text text, struct decimal *decimal)
{
    return decimal_parse(text_trim(text), decimal) || read_grouped(text, point_style, decimal);
}

/* A single point separates thousands here: "1.234" is 1234. */
static bool read_decimal_comma(struct text text, struct decimal *decimal)
{
    return read_grouped(text, comma_style, decimal);
}

/*
 * One or two letters behind a number flag it as estimated, revised or provisional; so does a star.
 * Letters that multiply it or name a unit are no flags: the number is not what is written before
 * them. `b` after a blank is Eurostat's flag for a break in the series, `x` one for an estimate.
 */
static bool states_amount(struct text letters, bool is_apart)
{
    struct unit unit;
    if (text_is_word(letters, "x") || (is_apart && text_is_word(letters, "b")))
        return false;
    return unit_multiplier(letters) > 0 || unit_parse(letters, &unit);
}

struct text number_without_flags(struct text text)
{
    text = text_trim(text);
    size_t length = text.length;
    while (length && ((text.data[length - 1] >= 'a' && text.data[length - 1] <= 'z') ||
                      (text.data[length - 1] >= 'A' && text.data[length - 1] <= 'Z') ||
                      text.data[length - 1] == '*'))
        length--;
    struct text letters = {text.data + length, text.length - length};
    bool is_apart = length && ascii_is_blank(text.data[length - 1]);
    if (!length || letters.length > 2 || (letters.length && states_amount(letters, is_apart)))
        return text;
    return text_trim((struct text){text.data, length});
}

static bool read_footnotes(struct text text, struct decimal *decimal)
{
    return read_thousands(number_without_flags(text), decimal);
}

static bool read_comma_footnotes(struct text text, struct decimal *decimal)
{
    return read_decimal_comma(number_without_flags(text), decimal);
}

struct named_reader {
    const char *name;
    number_reader *read;
};

static const struct named_reader readers[] = {
    {"thousands", read_thousands},
    {"decimal-comma", read_decimal_comma},
    {"footnotes", read_footnotes},
    {"decimal-comma-footnotes", read_comma_footnotes},
};

number_reader *number_reader_find(struct text name)
{
    for (size_t i = 0; i < ARRAY_LENGTH(readers); i++)
        if (text_is(name, readers[i].name))
            return readers[i].read;
    return NULL;
}

bool number_reader_has_comma(number_reader *read)
{
    return read == read_decimal_comma || read == read_comma_footnotes;
}
