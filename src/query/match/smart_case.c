/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "query/match/smart_case.h"

#include <string.h>
#include <unictype.h>
#include <unistr.h>

/*
 * Returns the length of the character at `at`. An invalid byte counts as a character without case.
 */
static size_t character_at(struct text text, size_t at, ucs4_t *character)
{
    int length = u8_mbtoucr(character, (const uint8_t *)text.data + at, text.length - at);
    if (length > 0)
        return (size_t)length;
    *character = 0;
    return 1;
}

static bool is_capital(ucs4_t character)
{
    return uc_is_property_uppercase(character) ||
           uc_is_general_category_withtable(character, UC_CATEGORY_MASK_Lt);
}

bool smart_case_folds_literal(struct text literal)
{
    ucs4_t character;
    for (size_t at = 0; at < literal.length; at += character_at(literal, at, &character)) {
        character_at(literal, at, &character);
        if (is_capital(character))
            return false;
    }
    return true;
}

static size_t skip_to(struct text text, size_t at, char byte)
{
    while (at < text.length && text.data[at] != byte)
        at++;
    return at < text.length ? at + 1 : at;
}

static bool stands_at(struct text text, size_t at, const char *string)
{
    size_t length = strlen(string);
    return text.length - at >= length && memcmp(text.data + at, string, length) == 0;
}

/*
 * Returns the end of syntax whose letters are not searched for: \D, \p{Lu}, \x{1F}, \k<Name>,
 * (?P<Name>, (?<Name>, (*UCP). Returns `at` if there is none.
 */
static size_t skip_syntax(struct text source, size_t at)
{
    if (source.data[at] == '\\') {
        bool takes_name = at + 1 < source.length && memchr("pPxoNgk", source.data[at + 1], 7);
        at = at + 2 < source.length ? at + 2 : source.length;
        if (takes_name && stands_at(source, at, "{"))
            return skip_to(source, at, '}');
        return takes_name && stands_at(source, at, "<") ? skip_to(source, at, '>') : at;
    }
    if (stands_at(source, at, "(*"))
        return skip_to(source, at, ')');
    if (stands_at(source, at, "(?P<") ||
        (stands_at(source, at, "(?<") && !stands_at(source, at, "(?<=") &&
         !stands_at(source, at, "(?<!")))
        return skip_to(source, at, '>');
    return stands_at(source, at, "(?P") ? at + 3 : at;
}

bool smart_case_folds_regular(struct text source)
{
    for (size_t at = 0; at < source.length;) {
        size_t end = skip_syntax(source, at);
        if (end > at) {
            at = end;
            continue;
        }
        ucs4_t character;
        at += character_at(source, at, &character);
        if (is_capital(character))
            return false;
    }
    return true;
}
