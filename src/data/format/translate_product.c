/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Codes of the Harmonized System. They have an even number of digits, and those of its first nine
 * chapters start with a zero that spreadsheets drop: an odd number of digits tells that it is lost.
 */
#include "config.h"

#include "base/ascii.h"
#include "data/format/translate.h"

#include "base/array.h"

/* Removes what programs add to keep a code as text: '7304, ="7304", HS7304. */
static struct text strip_dress(struct text word)
{
    word = text_trim(word);
    if (word.length > 3 && word.data[0] == '=' && word.data[1] == '"' &&
        word.data[word.length - 1] == '"')
        word = text_trim((struct text){word.data + 2, word.length - 3});
    if (word.length > 1 && word.data[0] == '\'')
        word = text_trim((struct text){word.data + 1, word.length - 1});
    if (word.length > 2 && ascii_lower(word.data[0]) == 'h' && ascii_lower(word.data[1]) == 's')
        word = text_trim((struct text){word.data + 2, word.length - 2});
    return word;
}

/*
 * 73.04 and 7304.11 have points between pairs of digits; 7304.0 was once a number. Anything else is
 * not a code: for 7304.1 it is unknown if a zero was lost.
 */
static bool put_digits(struct buffer *out, struct text word)
{
    size_t whole = ascii_count_digits(word, 0);
    bool was_number =
        whole && word.length == whole + 2 && word.data[whole] == '.' && word.data[whole + 1] == '0';
    size_t at = whole;
    buffer_append(out, word.data, whole);
    while (!was_number && at < word.length) {
        size_t digits = word.data[at] == '.' ? ascii_count_digits(word, at + 1) : 0;
        if (!digits || digits % 2)
            return false;
        buffer_append(out, word.data + at + 1, digits);
        at += digits + 1;
    }
    return whole > 0;
}

static bool read_hs(const struct translation *self, struct text word,
                    const struct country_list *countries, struct buffer *out)
{
    struct buffer code = {0};
    (void)self, (void)countries;
    bool is_code = put_digits(&code, strip_dress(word));
    if (is_code && code.length % 2)
        buffer_putc(out, '0');
    if (is_code)
        buffer_append_text(out, buffer_text(&code));
    buffer_release(&code);
    return is_code;
}

/* The code ends at the first blank: "50 Silk, including yarns". */
static bool read_hs_label(const struct translation *self, struct text word,
                          const struct country_list *countries, struct buffer *out)
{
    size_t digits = ascii_count_digits(word, 0);
    if (digits < word.length && word.data[digits] != ' ')
        return false;
    return read_hs(self, (struct text){word.data, digits}, countries, out);
}

/* A code of any classification, as it is written, but for apostrophes around it. */
static bool read_code(const struct translation *self, struct text word,
                      const struct country_list *countries, struct buffer *out)
{
    (void)self, (void)countries;
    if (word.length > 2 && word.data[0] == '\'' && word.data[word.length - 1] == '\'')
        word = text_trim((struct text){word.data + 1, word.length - 2});
    buffer_append_text(out, word);
    return word.length > 0;
}

/* "H5|101": a classification and a code. Only codes of the Harmonized System have even lengths. */
static bool read_classified(const struct translation *self, struct text word,
                            const struct country_list *countries, struct buffer *out)
{
    size_t bar = 0;
    while (bar < word.length && word.data[bar] != '|')
        bar++;
    if (bar == word.length)
        return false;
    struct text code = text_trim((struct text){word.data + bar + 1, word.length - bar - 1});
    bool is_hs = bar && (word.data[0] | 0x20) == 'h';
    if (!is_hs || !read_hs(self, code, countries, out))
        buffer_append_text(out, code);
    return true;
}

const struct translation product_translations[] = {
    {"hs", FIELD_PRODUCT, "101 for 0101", read_hs, COUNTRY_ANY},
    {"code", FIELD_PRODUCT, "a code as it is written", read_code, COUNTRY_ANY},
    {"hs-label", FIELD_PRODUCT, "50 Silk, including yarns", read_hs_label, COUNTRY_ANY},
    {"classified", FIELD_PRODUCT, "H5 and 101 for 0101, S4 and 101 for 101", read_classified,
     COUNTRY_ANY},
};
const size_t product_translation_count = ARRAY_LENGTH(product_translations);
