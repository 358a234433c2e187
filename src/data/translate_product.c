/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Codes of the Harmonized System. They have an even number of digits, and those of its first nine
 * chapters start with a zero that spreadsheets drop: an odd number of digits tells that it is lost.
 */
#include "config.h"

#include "base/ascii.h"
#include "data/translate.h"

#include "base/array.h"

static bool read_hs(const struct translation *self, struct text word,
                    const struct country_list *countries, struct buffer *out)
{
    (void)self, (void)countries;
    if (!word.length || ascii_count_digits(word, 0) != word.length)
        return false;
    if (word.length % 2)
        buffer_putc(out, '0');
    buffer_append_text(out, word);
    return true;
}

/* The code is what stands before the first blank: "50 Silk, including yarns". */
static bool read_hs_label(const struct translation *self, struct text word,
                          const struct country_list *countries, struct buffer *out)
{
    size_t digits = ascii_count_digits(word, 0);
    if (digits < word.length && word.data[digits] != ' ')
        return false;
    return read_hs(self, (struct text){word.data, digits}, countries, out);
}

/* "H5|101": a classification and a code; only those of the Harmonized System have even lengths. */
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
    {"hs-label", FIELD_PRODUCT, "50 Silk, including yarns", read_hs_label, COUNTRY_ANY},
    {"classified", FIELD_PRODUCT, "H5 and 101 for 0101, S4 and 101 for 101", read_classified,
     COUNTRY_ANY},
};
const size_t product_translation_count = ARRAY_LENGTH(product_translations);
