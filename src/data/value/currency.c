/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/value/currency.h"

#include "base/array.h"
#include "base/ascii.h"
#include "base/suggestion.h"

#include <stdlib.h>
#include <string.h>

static const struct currency currencies[] = {
#include "data/value/currency_table.h"
};

/* Names and signs with the currencies that they may be of, the likeliest first. */
static const struct {
    const char *word, *codes;
    bool is_usual; /* alone, it means the first */
} words[] = {
    {"us$", "USD", true},
    {"dollar", "USD AUD CAD NZD SGD HKD TWD", true},
    {"$", "USD AUD CAD NZD SGD HKD TWD", true},
    {"dollars", "USD AUD CAD NZD SGD HKD TWD", true},
    {"a$", "AUD", false},
    {"c$", "CAD", false},
    {"hk$", "HKD", false},
    {"nz$", "NZD", false},
    {"r$", "BRL", false},
    {"s$", "SGD", false},
    {"euro", "EUR", true},
    {"euros", "EUR", true},
    {"\u20ac", "EUR", true},
    {"ecu", "EUR", false},
    {"\u00a3", "GBP EGP LBP", true},
    {"sterling", "GBP", false},
    {"\u00a5", "JPY CNY", true},
    {"yen", "JPY", false},
    {"yuan", "CNY", true},
    {"rmb", "CNY", true},
    {"\u20b9", "INR", true},
    {"\u20bd", "RUB", true},
    {"rs", "INR PKR LKR NPR MUR", true},
    {"rs.", "INR PKR LKR NPR MUR", true},
    {"rupee", "INR PKR LKR NPR MUR", false},
    {"rupees", "INR PKR LKR NPR MUR", false},
    {"rouble", "RUB BYN", false},
    {"roubles", "RUB BYN", false},
    {"ruble", "RUB BYN", false},
    {"rubles", "RUB BYN", false},
    {"rand", "ZAR", false},
};

static int compare_codes(const void *left, const void *right)
{
    const struct currency *a = left, *b = right;
    return strcmp(a->code, b->code);
}

const struct currency *currency_find(struct text code)
{
    struct currency wanted = {.name = NULL};
    if (code.length != 3)
        return NULL;
    for (size_t i = 0; i < 3; i++) {
        if (!ascii_is_letter(code.data[i]))
            return NULL;
        wanted.code[i] = (char)(code.data[i] & ~0x20);
    }
    return bsearch(&wanted, currencies, ARRAY_LENGTH(currencies), sizeof *currencies,
                   compare_codes);
}

/* "birr" and "birrs" are a word of "Ethiopian Birr". */
static bool has_word(const char *name, struct text word)
{
    for (size_t start = 0; name[start];) {
        size_t length = strcspn(name + start, " ");
        struct text part = {name + start, length};
        bool is_plural = word.length == length + 1 && (word.data[length] | 0x20) == 's';
        if (text_is_equal_folded(part, (struct text){word.data, word.length - is_plural}))
            return true;
        start += length + (name[start + length] == ' ');
    }
    return false;
}

static const struct currency *find_named(struct text word, bool *is_named)
{
    const struct currency *found = NULL;
    size_t count = 0;
    for (size_t i = 0; i < ARRAY_LENGTH(currencies); i++) {
        if (currencies[i].is_former || !has_word(currencies[i].name, word))
            continue;
        found = &currencies[i];
        count++;
    }
    *is_named = count > 0;
    return count == 1 ? found : NULL;
}

/* The code that the word begins with, else the nearest one of today. */
static const struct currency *find_similar(struct text word)
{
    struct text codes[ARRAY_LENGTH(currencies)];
    const struct currency *start = currency_find((struct text){word.data, 3});
    for (size_t i = 0; i < ARRAY_LENGTH(currencies); i++)
        codes[i] = text_of(currencies[i].is_former ? "" : currencies[i].code);
    if (start)
        return start;
    size_t nearest = suggestion_nearest(word, codes, ARRAY_LENGTH(codes));
    return nearest < ARRAY_LENGTH(currencies) ? &currencies[nearest] : NULL;
}

const char *currency_codes(struct text word)
{
    for (size_t i = 0; i < ARRAY_LENGTH(words); i++)
        if (text_is_word(word, words[i].word))
            return words[i].codes;
    return NULL;
}

const struct currency *currency_nearest(struct text word)
{
    for (size_t i = 0; i < ARRAY_LENGTH(words); i++)
        if (words[i].is_usual && text_is_word(word, words[i].word))
            return currency_find((struct text){words[i].codes, 3});
    bool is_named;
    const struct currency *named = find_named(word, &is_named);
    return is_named ? named : word.length < 3 || word.length > 4 ? NULL : find_similar(word);
}
