/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A number is rewritten as a plain decimal, so that there is one parser of decimals. Separators
 * between thousands are taken only where they part thousands: "1,5" is not 15.
 */
#include "config.h"

#include "data/number_reader.h"

#include "base/array.h"

#define LONGEST 64 /* bytes; longer numbers are no trade figures */

struct style {
    char separator, point;
};

/* Groups of three digits behind the first, or of two before the last three, as in 1,23,456. */
static bool has_good_groups(struct text text, char separator)
{
    size_t group = 0, groups = 0;
    for (size_t i = text.length; i-- > 0;) {
        if (text.data[i] != separator) {
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

static bool read_grouped(struct text text, struct style style, struct decimal *decimal)
{
    char plain[LONGEST];
    size_t length = 0, whole = 0;
    text = text_trim(text);
    if (text.length >= LONGEST)
        return false;
    while (whole < text.length && text.data[whole] != style.point)
        whole++;
    size_t signs = text.length && (text.data[0] == '-' || text.data[0] == '+');
    if (!has_good_groups((struct text){text.data + signs, whole < signs ? 0 : whole - signs},
                         style.separator))
        return false;
    for (size_t i = 0; i < text.length; i++) {
        if (i < whole && text.data[i] == style.separator)
            continue;
        if (i != whole && !is_digit_or_sign(text.data[i], i))
            return false;
        plain[length++] = i == whole ? '.' : text.data[i];
    }
    return decimal_parse((struct text){plain, length}, decimal);
}

static bool read_thousands(struct text text, struct decimal *decimal)
{
    return decimal_parse(text_trim(text), decimal) ||
           read_grouped(text, (struct style){',', '.'}, decimal);
}

/* A point alone is one between thousands here: "1.234" is 1234. */
static bool read_decimal_comma(struct text text, struct decimal *decimal)
{
    return read_grouped(text, (struct style){'.', ','}, decimal);
}

/* A letter or two behind the number mark it: estimated, revised, provisional. */
static bool read_footnotes(struct text text, struct decimal *decimal)
{
    text = text_trim(text);
    size_t length = text.length;
    while (length &&
           ((text.data[length - 1] | 0x20) >= 'a' && (text.data[length - 1] | 0x20) <= 'z'))
        length--;
    if (length + 2 < text.length)
        return false;
    return read_thousands((struct text){text.data, length}, decimal);
}

struct named_reader {
    const char *name;
    number_reader *read;
};

static const struct named_reader readers[] = {
    {"thousands", read_thousands},
    {"decimal-comma", read_decimal_comma},
    {"footnotes", read_footnotes},
};

number_reader *number_reader_find(struct text name)
{
    for (size_t i = 0; i < ARRAY_LENGTH(readers); i++)
        if (text_is(name, readers[i].name))
            return readers[i].read;
    return NULL;
}
