/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Units as offices write them: "US dollars, Millions", "THS_EUR", "1000 US$", and two columns
 * joined, a currency and a power of ten: "USD|6", "USD: US dollar|6: Millions". Shares and indices
 * are none.
 */
#include "config.h"

#include "data/format/translate.h"

#include "base/array.h"
#include "base/ascii.h"
#include "data/value/unit.h"

#include <string.h>

struct named_unit {
    const char *name; /* one word, or words separated by blanks */
    const char *means;
};

/* Longer names first: "canadian dollar" is no US dollar. */
static const struct named_unit currencies[] = {
    {"us dollar", "USD"},
    {"us dollars", "USD"},
    {"u.s. dollar", "USD"},
    {"u.s. dollars", "USD"},
    {"united states dollar", "USD"},
    {"us$", "USD"},
    {"current us$", "USD"},
    {"canadian dollar", "CAD"},
    {"canadian dollars", "CAD"},
    {"australian dollar", "AUD"},
    {"australian dollars", "AUD"},
    {"new zealand dollars", "NZD"},
    {"pound sterling", "GBP"},
    {"pounds sterling", "GBP"},
    {"euro", "EUR"},
    {"euros", "EUR"},
    {"ecu", "EUR"},
    {"meur", "EUR mn"},
    {"cp_meur", "EUR mn"},
    {"mio_eur", "EUR mn"},
    {"ths_eur", "EUR thousand"},
    {"keur", "EUR thousand"},
    {"musd", "USD mn"},
    {"indian rupee", "INR"},
    {"indian rupees", "INR"},
};

static const struct named_unit scales[] = {
    {"units", "1"},       {"unit", "1"},       {"ones", "1"},      {"thousand", "1e3"},
    {"thousands", "1e3"}, {"ths", "1e3"},      {"1000", "1e3"},    {"1,000", "1e3"},
    {"million", "1e6"},   {"millions", "1e6"}, {"mio", "1e6"},     {"mn", "1e6"},
    {"mil", "1e6"},       {"mln", "1e6"},      {"1000000", "1e6"}, {"billion", "1e9"},
    {"billions", "1e9"},  {"bn", "1e9"},       {"mrd", "1e9"},
};

static const struct {
    const char *digits, *factor;
} powers[] = {{"0", "1"}, {"3", "1e3"}, {"6", "1e6"}, {"9", "1e9"}};

struct reading {
    char currency[4];
    const char *factor; /* of the table; NULL for none yet */
    bool is_good;
};

static bool is_letter_or_digit(char c)
{
    return ascii_is_letter(c) || (c >= '0' && c <= '9') || c == '_' || (unsigned char)c >= 0x80;
}

/* True if the text contains the name as words of its own. */
static bool has_words(struct text text, const char *name)
{
    size_t length = strlen(name);
    for (size_t i = 0; i + length <= text.length; i++) {
        bool starts = !i || !is_letter_or_digit(text.data[i - 1]);
        bool ends = i + length == text.length || !is_letter_or_digit(text.data[i + length]);
        if (starts && ends && memcmp(text.data + i, name, length) == 0)
            return true;
    }
    return false;
}

/* Two that differ are no unit: "GBP and USD". */
static void set_currency(struct reading *reading, const char *means)
{
    if (reading->currency[0] && memcmp(reading->currency, means, 3) != 0)
        reading->is_good = false;
    memcpy(reading->currency, means, 3);
}

static void set_factor(struct reading *reading, const char *factor)
{
    bool differs = reading->factor && strcmp(reading->factor, factor) != 0;
    if (differs && strcmp(reading->factor, "1") != 0 && strcmp(factor, "1") != 0)
        reading->is_good = false;
    if (!reading->factor || strcmp(reading->factor, "1") == 0)
        reading->factor = factor;
}

/* Codes of three letters that stand beside a unit and are no currency. */
static bool is_no_currency(struct text code)
{
    static const char *const words[] = {"FOB", "CIF", "THS", "MIO", "MIL", "MLN", "VAL", "BOP"};
    for (size_t i = 0; i < ARRAY_LENGTH(words); i++)
        if (text_is(code, words[i]))
            return true;
    return false;
}

/* "USD" as a word of its own; "EUR_2015" has none. */
static void find_code(struct reading *reading, struct text text)
{
    for (size_t i = 0; i + 3 <= text.length; i++) {
        struct text code = {text.data + i, 3};
        struct unit unit;
        bool starts = !i || text.data[i - 1] == '_' || !is_letter_or_digit(text.data[i - 1]);
        bool ends = i + 3 == text.length || !is_letter_or_digit(text.data[i + 3]);
        bool is_upper = true;
        for (size_t k = 0; k < 3; k++)
            is_upper = is_upper && code.data[k] >= 'A' && code.data[k] <= 'Z';
        if (starts && ends && is_upper && !is_no_currency(code) && unit_parse(code, &unit) &&
            unit.dimension == DIMENSION_MONEY && !reading->currency[0])
            set_currency(reading, unit.currency);
    }
}

static void find_names(struct reading *reading, struct text folded)
{
    for (size_t i = 0; i < ARRAY_LENGTH(currencies); i++) {
        if (!has_words(folded, currencies[i].name))
            continue;
        const char *means = currencies[i].means;
        set_currency(reading, means);
        if (means[3])
            set_factor(reading, strcmp(means + 4, "mn") == 0 ? "1e6" : "1e3");
    }
    for (size_t i = 0; i < ARRAY_LENGTH(scales); i++)
        if (has_words(folded, scales[i].name))
            set_factor(reading, scales[i].means);
}

/* "6", "6: Millions", "6.0" behind the bar. */
static void find_power(struct reading *reading, struct text text)
{
    size_t digits = ascii_count_digits(text, 0);
    struct text number = {text.data, digits};
    struct text rest = {text.data + digits, text.length - digits};
    bool ends = !rest.length || rest.data[0] == ':' || text_is(rest, ".0");
    bool is_known = !digits;
    for (size_t i = 0; i < ARRAY_LENGTH(powers) && digits && ends; i++)
        if (text_is(number, powers[i].digits)) {
            set_factor(reading, powers[i].factor);
            is_known = true;
        }
    reading->is_good = reading->is_good && is_known;
}

static bool is_other(struct text folded)
{
    static const char *const signs[] = {"%",       "percent",    "percentage", "share",  "index",
                                        "indices", "per capita", "constant",   "growth", "ratio"};
    for (size_t i = 0; i < ARRAY_LENGTH(signs); i++)
        if (signs[i][0] == '%' ? memchr(folded.data, '%', folded.length) != NULL
                               : has_words(folded, signs[i]))
            return true;
    return false;
}

static void read_part(struct reading *reading, struct text part, bool is_power)
{
    struct buffer folded = {0};
    text_fold(&folded, part);
    struct text small = {folded.data ? folded.data : "", folded.length};
    reading->is_good = reading->is_good && !is_other(small);
    find_names(reading, small);
    find_code(reading, part);
    if (is_power)
        find_power(reading, part);
    buffer_release(&folded);
}

static bool write_unit(const struct reading *reading, struct buffer *out)
{
    static const struct {
        const char *factor, *word;
    } words[] = {{"1", ""}, {"1e3", " thousand"}, {"1e6", " mn"}, {"1e9", " bn"}};
    const char *factor = reading->factor ? reading->factor : "1";
    if (!reading->is_good || !reading->currency[0])
        return false;
    buffer_printf(out, "%.3s", reading->currency);
    for (size_t i = 0; i < ARRAY_LENGTH(words); i++)
        if (strcmp(words[i].factor, factor) == 0)
            buffer_puts(out, words[i].word);
    return true;
}

static bool read_unit(const struct translation *self, struct text word,
                      const struct country_list *countries, struct buffer *out)
{
    struct reading reading = {.is_good = true};
    bool is_first = true;
    (void)self, (void)countries;
    for (size_t start = 0; start <= word.length;) {
        size_t end = start;
        while (end < word.length && word.data[end] != '|')
            end++;
        read_part(&reading, text_trim((struct text){word.data + start, end - start}), !is_first);
        is_first = false;
        start = end + 1;
    }
    return write_unit(&reading, out);
}

const struct translation unit_translations[] = {
    {"unit-words", FIELD_UNIT, "US dollars, Millions", read_unit, COUNTRY_ANY},
};
const size_t unit_translation_count = ARRAY_LENGTH(unit_translations);
