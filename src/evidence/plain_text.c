/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "evidence/plain_text.h"

#include "base/array.h"
#include "base/ascii.h"
#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

static const struct sign {
    const char *sign, *plain;
    enum plain_change change;
} signs[] = {
    {"\u00a0", " ", PLAIN_BLANK},
    {"\u2002", " ", PLAIN_BLANK},
    {"\u2003", " ", PLAIN_BLANK},
    {"\u2007", " ", PLAIN_BLANK},
    {"\u2009", " ", PLAIN_BLANK},
    {"\u200a", " ", PLAIN_BLANK},
    {"\u202f", " ", PLAIN_BLANK},
    {"\u3000", " ", PLAIN_BLANK},
    {"\u2028", " ", PLAIN_BLANK},
    {"\u2029", " ", PLAIN_BLANK},
    {"\u2018", "'", PLAIN_QUOTATION_MARK},
    {"\u2019", "'", PLAIN_QUOTATION_MARK},
    {"\u201a", "'", PLAIN_QUOTATION_MARK},
    {"\u201b", "'", PLAIN_QUOTATION_MARK},
    {"\u2032", "'", PLAIN_QUOTATION_MARK},
    {"`", "'", PLAIN_QUOTATION_MARK},
    {"\u00b4", "'", PLAIN_QUOTATION_MARK},
    {"\u201c", "\"", PLAIN_QUOTATION_MARK},
    {"\u201d", "\"", PLAIN_QUOTATION_MARK},
    {"\u201e", "\"", PLAIN_QUOTATION_MARK},
    {"\u201f", "\"", PLAIN_QUOTATION_MARK},
    {"\u2033", "\"", PLAIN_QUOTATION_MARK},
    {"\u00ab", "\"", PLAIN_QUOTATION_MARK},
    {"\u00bb", "\"", PLAIN_QUOTATION_MARK},
    {"\u2010", "-", PLAIN_DASH},
    {"\u2011", "-", PLAIN_DASH},
    {"\u2012", "-", PLAIN_DASH},
    {"\u2013", "-", PLAIN_DASH},
    {"\u2014", "-", PLAIN_DASH},
    {"\u2015", "-", PLAIN_DASH},
    {"\u2212", "-", PLAIN_DASH},
    {"\ufb00", "ff", PLAIN_LIGATURE},
    {"\ufb01", "fi", PLAIN_LIGATURE},
    {"\ufb02", "fl", PLAIN_LIGATURE},
    {"\ufb03", "ffi", PLAIN_LIGATURE},
    {"\ufb04", "ffl", PLAIN_LIGATURE},
    {"\ufb05", "st", PLAIN_LIGATURE},
    {"\ufb06", "st", PLAIN_LIGATURE},
    {"\u2026", "...", PLAIN_ELLIPSIS},
    {"\u00ad", "", PLAIN_HIDDEN},
    {"\u200b", "", PLAIN_HIDDEN},
    {"\u2060", "", PLAIN_HIDDEN},
    {"\ufeff", "", PLAIN_HIDDEN},
};

const char *plain_change_name(enum plain_change change)
{
    static const char *const names[PLAIN_CHANGES] = {
        [PLAIN_SAME] = "nothing",
        [PLAIN_BLANK] = "white space",
        [PLAIN_DASH] = "dashes",
        [PLAIN_QUOTATION_MARK] = "quotation marks",
        [PLAIN_LIGATURE] = "ligatures",
        [PLAIN_HIDDEN] = "soft hyphens",
        [PLAIN_ELLIPSIS] = "dots of an ellipsis",
    };
    return names[change];
}

/* Returns the sign at the start of the text, or NULL. */
static const struct sign *find_sign(struct text text)
{
    if (ascii_is_letter(text.data[0]) || ascii_is_digit(text.data[0]))
        return NULL;
    for (size_t i = 0; i < ARRAY_LENGTH(signs); i++) {
        size_t length = strlen(signs[i].sign);
        if (length <= text.length && memcmp(text.data, signs[i].sign, length) == 0)
            return &signs[i];
    }
    return NULL;
}

static void add_byte(struct plain_text *plain, char byte, size_t offset, enum plain_change change)
{
    size_t place = plain->text.length;
    ARRAY_RESERVE(plain->offsets, place + 2, plain->capacity);
    ARRAY_RESERVE(plain->changes, place + 2, plain->change_capacity);
    plain->offsets[place] = offset;
    plain->changes[place] = (uint8_t)change;
    buffer_putc(&plain->text, byte);
}

static void add_blank(struct plain_text *plain, size_t offset, bool is_changed)
{
    size_t length = plain->text.length;
    if (!length)
        return;
    if (plain->text.data[length - 1] == ' ')
        plain->changes[length - 1] = PLAIN_BLANK;
    else
        add_byte(plain, ' ', offset, is_changed ? PLAIN_BLANK : PLAIN_SAME);
}

void plain_text_make(struct plain_text *plain, struct text original)
{
    *plain = (struct plain_text){.original = original};
    for (size_t at = 0, length; at < original.length; at += length) {
        struct text rest = {original.data + at, original.length - at};
        const struct sign *sign = find_sign(rest);
        length = sign ? strlen(sign->sign) : 1;
        if (sign ? strcmp(sign->plain, " ") == 0 : ascii_is_blank(rest.data[0])) {
            add_blank(plain, at, sign || rest.data[0] != ' ');
        } else if (sign) {
            for (const char *byte = sign->plain; *byte; byte++)
                add_byte(plain, *byte, at, sign->change);
        } else {
            add_byte(plain, rest.data[0], at, PLAIN_SAME);
        }
    }
    size_t end = plain->text.length;
    if (end && plain->text.data[end - 1] == ' ')
        buffer_truncate(&plain->text, --end);
    ARRAY_RESERVE(plain->offsets, end + 1, plain->capacity);
    plain->offsets[end] = original.length;
}

void plain_text_release(struct plain_text *plain)
{
    buffer_release(&plain->text);
    free(plain->offsets);
    free(plain->changes);
    *plain = (struct plain_text){0};
}

struct text plain_text_original(const struct plain_text *plain, size_t start, size_t end)
{
    if (start >= end)
        return (struct text){plain->original.data + plain->offsets[start], 0};
    size_t from = plain->offsets[start], last = plain->offsets[end - 1], to = last;
    struct text rest = {plain->original.data + last, plain->original.length - last};
    const struct sign *sign = find_sign(rest);
    to += sign ? strlen(sign->sign) : 1;
    return (struct text){plain->original.data + from, to - from};
}
