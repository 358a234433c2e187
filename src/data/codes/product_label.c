/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/codes/product_label.h"

#include "base/array.h"
#include "base/ascii.h"

#include <stdlib.h>
#include <string.h>

/* Words before a code. */
static const char *const code_words[] = {
    "hs code",    "hs chapter", "hs heading", "hs-code",  "hs",      "chapter",
    "chap.",      "chap",       "ch.",        "ch",       "heading", "sub-heading",
    "subheading", "chapitre",   "capítulo",   "capitulo", "kapitel", "rozdział",
    "глава",      "группа",     "sitc",       "cn",       "code",    "division"};
static const char *const section_words[] = {"section",   "sect.",   "sect",    "sec.",  "sec",
                                            "abschnitt", "sección", "seccion", "seção", "раздел"};

/* The first and last chapters of the 21 sections, World Customs Organization. */
static const unsigned char sections[][2] = {
    {1, 5},   {6, 14},  {15, 15}, {16, 24}, {25, 27}, {28, 38}, {39, 40},
    {41, 43}, {44, 46}, {47, 49}, {50, 63}, {64, 67}, {68, 70}, {71, 71},
    {72, 83}, {84, 85}, {86, 89}, {90, 92}, {93, 93}, {94, 96}, {97, 97}};

static const char *const romans[] = {"i",    "ii",  "iii",  "iv",    "v",   "vi",   "vii",
                                     "viii", "ix",  "x",    "xi",    "xii", "xiii", "xiv",
                                     "xv",   "xvi", "xvii", "xviii", "xix", "xx",   "xxi"};

static struct text after(struct text text, size_t length)
{
    return (struct text){text.data + length, text.length - length};
}

/* Removes a word in front, and what separates it from a code. True if there was one. */
static bool take_word(struct text *label, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        size_t length = strlen(words[i]);
        if (label->length <= length || !text_begins_folded(*label, text_of(words[i])) ||
            ascii_is_letter(label->data[length]))
            continue;
        *label = after(*label, length);
        while (label->length && strchr(" :.-_#", label->data[0]))
            *label = after(*label, 1);
        return true;
    }
    return false;
}

static bool take_section(struct text label, struct product_label *parsed)
{
    size_t letters = 0, digits = ascii_count_digits(label, 0);
    while (letters < label.length && ascii_is_letter(label.data[letters]))
        letters++;
    unsigned number = digits && digits < 3 ? (unsigned)strtoul(label.data, NULL, 10) : 0;
    for (unsigned i = 0; letters && i < ARRAY_LENGTH(romans); i++)
        if (text_is_equal_folded((struct text){label.data, letters}, text_of(romans[i])))
            number = i + 1;
    if (!number || number > ARRAY_LENGTH(sections))
        return false;
    parsed->first = sections[number - 1][0];
    parsed->last = sections[number - 1][1];
    return true;
}

/* "25-27_Minerals", "25-27": the chapters from one to another. */
static bool take_range(struct text label, struct product_label *parsed)
{
    bool has_form = label.length >= 5 && ascii_count_digits(label, 0) == 2 &&
                    label.data[2] == '-' && ascii_count_digits(label, 3) == 2;
    if (!has_form)
        return false;
    unsigned first = (unsigned)(label.data[0] - '0') * 10 + (unsigned)(label.data[1] - '0');
    unsigned last = (unsigned)(label.data[3] - '0') * 10 + (unsigned)(label.data[4] - '0');
    if (!first || first > last)
        return false;
    parsed->first = first;
    parsed->last = last;
    return true;
}

/* Copies the digits of 2709, 27.09 or 2709 00. Returns their length in the label; 0 for no code. */
static size_t take_digits(struct text label, struct product_label *parsed)
{
    size_t at = ascii_count_digits(label, 0), count = at;
    if (!at || at > LONGEST_LABEL_CODE)
        return 0;
    memcpy(parsed->code, label.data, at);
    while (at < label.length && label.data[at] == '.') {
        size_t digits = ascii_count_digits(label, at + 1);
        if (!digits || digits % 2 || count + digits > LONGEST_LABEL_CODE)
            break;
        memcpy(parsed->code + count, label.data + at + 1, digits);
        count += digits;
        at += digits + 1;
    }
    parsed->code[count] = '\0';
    return at;
}

/* True if the code ends in a sign that sets it apart from what follows. */
static bool is_set_apart(struct text rest)
{
    static const char *const dashes[] = {"–", "—", "‑", "−"};
    struct text trimmed = text_trim(rest);
    if (!trimmed.length || strchr(":)];|\t_", rest.data[0]))
        return true;
    for (size_t i = 0; i < ARRAY_LENGTH(dashes); i++)
        if (trimmed.length > strlen(dashes[i]) &&
            memcmp(trimmed.data, dashes[i], strlen(dashes[i])) == 0)
            return true;
    bool is_dash = trimmed.data[0] == '-' || trimmed.data[0] == ':' || trimmed.data[0] == '.';
    return is_dash && trimmed.length > 1 && !ascii_is_digit(trimmed.data[1]) &&
           (rest.data[0] == ' ' || trimmed.data[1] == ' ');
}

/* "Mineral fuels (27)", "Mineral fuels [HS 27]". */
static bool take_last(struct text label, struct product_label *parsed)
{
    char close = label.length ? label.data[label.length - 1] : 0;
    if (close != ')' && close != ']')
        return false;
    size_t open = label.length - 1;
    while (open && label.data[open] != '(' && label.data[open] != '[')
        open--;
    struct text inside = {label.data + open + 1, label.length - open - 2};
    parsed->is_weak = !take_word(&inside, code_words, ARRAY_LENGTH(code_words));
    return open && take_digits(inside, parsed) == inside.length;
}

/* Removes brackets and apostrophes in front. */
static struct text strip_front(struct text label)
{
    label = text_trim(label);
    while (label.length > 1 && strchr("([#'", label.data[0]))
        label = text_trim(after(label, 1));
    return label;
}

bool product_label_parse(struct text label, struct product_label *parsed)
{
    *parsed = (struct product_label){.code = ""};
    label = strip_front(label);
    parsed->is_section = take_word(&label, section_words, ARRAY_LENGTH(section_words));
    if (parsed->is_section)
        return take_section(label, parsed);
    bool is_named = take_word(&label, code_words, ARRAY_LENGTH(code_words));
    if (take_range(label, parsed))
        return true;
    size_t length = take_digits(label, parsed);
    if (!length) {
        *parsed = (struct product_label){.code = ""};
        return take_last(label, parsed);
    }
    struct text rest = after(label, length);
    parsed->name = rest;
    while (parsed->name.length && strchr(" \t-:;.,_|/)]", parsed->name.data[0]))
        parsed->name = after(parsed->name, 1);
    if (!rest.length || is_named || is_set_apart(rest))
        return true;
    parsed->is_weak = true;
    return rest.data[0] == ' ' && rest.length > 1;
}
