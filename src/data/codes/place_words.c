/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/codes/place_words.h"

#include "base/array.h"
#include "base/ascii.h"

#include <string.h>

/* In front of the name of a group, with or without a sign between. */
static const char *const sides[] = {"extra", "intra", "ext", "int", "non", "outside", "third"};
/* Behind it. */
static const char *const tails[] = {
    "countries", "country", "members", "member states", "states",    "member", "region",
    "economies", "extra",   "intra",   "nations",       "aggregate", "area",   "member countries"};
/* Between a whole and what it lacks. */
static const char *const lacks[] = {"excl. ",   "excl ",   "excluding ", "ex. ",   "ex ",
                                    "without ", "except ", "less ",      "minus ", "other than "};

static struct text part(struct text word, size_t from, size_t to)
{
    return text_trim((struct text){word.data + from, to - from});
}

static bool is_sign(char byte)
{
    return byte == ' ' || byte == '-' || byte == '_';
}

/* Without blanks and signs at the end. */
static struct text strip_end(struct text word)
{
    while (word.length &&
           (is_sign(word.data[word.length - 1]) || word.data[word.length - 1] == ','))
        word.length--;
    return word;
}

static bool contains_others(const struct country_list *countries, struct text word, bool or_world)
{
    int country = word.length ? country_find(countries, word) : -1;
    return country >= 0 && country_is_group(countries, country) &&
           (or_world || !country_is_world(countries, country));
}

static bool begins(struct text word, size_t at, const char *with)
{
    return text_begins_folded((struct text){word.data + at, word.length - at}, text_of(with));
}

/* Removes "(27)", "(from 2020)" and "(excl. China)" from the end. */
static struct text without_brackets(struct text word)
{
    if (!word.length || word.data[word.length - 1] != ')')
        return word;
    size_t open = word.length;
    while (open && word.data[open - 1] != '(')
        open--;
    return open > 1 ? part(word, 0, open - 1) : word;
}

/* Removes "-27", "+" and " 2020" from the end. */
static struct text without_number(struct text word)
{
    size_t length = word.length;
    while (length && (ascii_is_digit(word.data[length - 1]) || word.data[length - 1] == '+'))
        length--;
    return length < word.length ? strip_end(part(word, 0, length)) : word;
}

static struct text without_tail(struct text word)
{
    for (size_t i = 0; i < ARRAY_LENGTH(tails); i++) {
        size_t length = strlen(tails[i]);
        if (word.length > length + 1 && begins(word, word.length - length, tails[i]) &&
            is_sign(word.data[word.length - length - 1]))
            return strip_end(part(word, 0, word.length - length));
    }
    return word;
}

/* The code in front of a label: "EU27_2020 - European Union". */
static struct text code_of_label(struct text word)
{
    for (size_t i = 0; i < word.length && (unsigned char)word.data[i] < 0x80; i++) {
        char byte = word.data[i];
        if (byte == ':' || (byte == ' ' && i + 2 < word.length && word.data[i + 1] == '-'))
            return part(word, 0, i);
        if (byte >= 'a' && byte <= 'z')
            return word;
    }
    return word;
}

static bool is_named(const struct country_list *countries, struct text word)
{
    typedef struct text shortener(struct text);
    shortener *const shorteners[] = {without_brackets, without_tail, without_number,
                                     code_of_label,    without_tail, without_number};
    for (size_t i = 0; i < ARRAY_LENGTH(shorteners); i++) {
        if (contains_others(countries, word, false))
            return true;
        word = shorteners[i](word);
    }
    return contains_others(countries, word, false);
}

/* "Non-EU countries": what is inside or outside a group. */
static bool is_side(const struct country_list *countries, struct text word)
{
    for (size_t i = 0; i < ARRAY_LENGTH(sides); i++) {
        size_t length = strlen(sides[i]);
        if (!begins(word, 0, sides[i]))
            continue;
        while (length < word.length && is_sign(word.data[length]))
            length++;
        if (length < word.length && is_named(countries, part(word, length, word.length)))
            return true;
    }
    return false;
}

/* "World excl. EU": a whole without some of its parts. */
static bool is_less(const struct country_list *countries, struct text word)
{
    for (size_t at = 1; at < word.length; at++)
        for (size_t i = 0; i < ARRAY_LENGTH(lacks); i++) {
            char before = word.data[at - 1];
            if ((before != ' ' && before != '(') || !begins(word, at, lacks[i]))
                continue;
            struct text whole = strip_end(part(word, 0, at - (before == '(')));
            if (contains_others(countries, whole, true) || is_named(countries, whole))
                return true;
        }
    return false;
}

bool place_word_is_group(const struct country_list *countries, struct text word)
{
    word = text_trim(word);
    return is_named(countries, word) || is_side(countries, word) || is_less(countries, word);
}
