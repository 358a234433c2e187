/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "analysis/statistics/product_terms.h"

#include "analysis/statistics/total_words.h"
#include "base/ascii.h"
#include "data/codes/product_label.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The words of a file as labels. */
struct labels {
    const struct dictionary *words;
    struct product_label *items; /* for each word */
    bool *has_code;
    bool takes_weak;         /* "27 Fuels" is a code and a label here */
    bool takes_sections;     /* those of the Harmonized System */
    struct dictionary codes; /* of codes and labels */
    uint32_t *of_code;       /* the number of a word with this code, by number in `codes` */
    struct product_term *terms;
};

static bool has_letter(struct text word)
{
    for (size_t i = 0; i < word.length; i++)
        if (ascii_is_letter(word.data[i]) || (unsigned char)word.data[i] >= 0x80)
            return true;
    return false;
}

uint8_t product_level(struct text word)
{
    size_t digits = ascii_count_digits(word, 0);
    for (size_t i = digits; i < word.length; i++)
        if (word.data[i] != 'X')
            return 0;
    return digits && word.length <= LONGEST_LABEL_CODE ? (uint8_t)word.length : 0;
}

struct text product_code_of(struct text word, char *room, size_t size)
{
    struct product_label label;
    if (product_level(word) || !product_label_parse(word, &label) || !label.code[0] ||
        label.is_weak)
        return word;
    snprintf(room, size, "%s", label.code);
    return text_of(room);
}

static bool is_special(struct text word)
{
    return !word.length || total_word_is_all_products(word) || total_word_is_stage(word) ||
           total_word_is_within_other(word);
}

/*
 * A number in front of a blank is a code if most labels have one, of two digits or more: two wheels
 * are none.
 */
static void survey_labels(struct labels *labels)
{
    size_t weak = 0, others = 0, short_codes = 0;
    labels->takes_sections = true;
    for (size_t i = 1; i < labels->words->count; i++) {
        struct text word = labels->words->words[i];
        struct product_label *label = &labels->items[i];
        if (product_level(word) || is_special(word))
            continue;
        labels->has_code[i] = product_label_parse(word, label);
        if (!labels->has_code[i] && label->is_section)
            labels->takes_sections = false;
        weak += labels->has_code[i] && label->is_weak;
        short_codes += labels->has_code[i] && label->is_weak && strlen(label->code) < 2;
        others += !labels->has_code[i];
    }
    labels->takes_weak = weak > 1 && others <= weak / 2 && (!short_codes || !others);
}

static bool takes_label(const struct labels *labels, size_t i)
{
    const struct product_label *label = &labels->items[i];
    return labels->has_code[i] && (!label->is_weak || labels->takes_weak) &&
           (!label->is_section || labels->takes_sections);
}

static struct product_term describe(struct text word, bool is_only)
{
    struct product_term term = {.level = product_level(word), .parent = NO_PRODUCT, .code = word};
    term.is_total = is_only || total_word_is_all_products(word);
    term.is_stage = total_word_is_stage(word);
    term.is_unknown = (!term.level && !term.is_total && !term.is_stage && has_letter(word)) ||
                      total_word_is_all_zeros(word);
    return term;
}

static void take_label(struct arena *arena, struct product_term *term,
                       const struct product_label *label)
{
    term->is_total = total_word_is_all_products(label->name);
    term->is_unknown = !term->is_total && (total_word_is_all_zeros(text_of(label->code)) ||
                                           total_word_is_partial(label->name));
    if (!label->code[0] || term->is_total)
        return;
    term->code = text_of(arena_copy(arena, label->code, strlen(label->code)));
    term->level = (uint8_t)term->code.length;
}

static void note_code(struct labels *labels, uint32_t number)
{
    struct text code = labels->terms[number].code;
    if (!labels->terms[number].level || dictionary_find(&labels->codes, code) != NO_CODE)
        return;
    uint32_t at = dictionary_add(&labels->codes, code);
    if (at != NO_CODE)
        labels->of_code[at] = number;
}

/* --- parents --- */

static uint32_t find_range(const struct labels *labels, struct text code)
{
    if (code.length < 2 || !ascii_is_digit(code.data[1]))
        return NO_PRODUCT;
    unsigned chapter = (unsigned)(code.data[0] - '0') * 10 + (unsigned)(code.data[1] - '0');
    for (size_t i = 1; i < labels->words->count; i++)
        if (takes_label(labels, i) && labels->items[i].first && labels->items[i].first <= chapter &&
            chapter <= labels->items[i].last)
            return (uint32_t)i;
    return NO_PRODUCT;
}

static uint32_t find_prefix(const struct labels *labels, struct text code)
{
    for (struct text prefix = code; --prefix.length;) {
        uint32_t at = dictionary_find(&labels->codes, prefix);
        if (at != NO_CODE)
            return labels->of_code[at];
    }
    return NO_PRODUCT;
}

/* The same code under another label stands for it; else the longest prefix, else its section. */
static uint32_t find_parent(const struct labels *labels, uint32_t number, bool has_ranges)
{
    struct text code = labels->terms[number].code;
    uint32_t at = dictionary_find(&labels->codes, code);
    if (at != NO_CODE && labels->of_code[at] != number)
        return labels->of_code[at];
    uint32_t prefix = find_prefix(labels, code);
    return prefix == NO_PRODUCT && has_ranges ? find_range(labels, code) : prefix;
}

/* "of which: crude" is within the word before it that is no such part itself. */
static uint32_t find_before(const struct labels *labels, uint32_t number)
{
    while (--number > 0)
        if (!is_special(labels->words->words[number]))
            return number;
    return NO_PRODUCT;
}

static void find_parents(struct labels *labels)
{
    bool has_ranges = false;
    for (size_t i = 1; i < labels->words->count; i++)
        has_ranges |= takes_label(labels, i) && labels->items[i].first;
    for (size_t i = 1; i < labels->words->count; i++) {
        struct product_term *term = &labels->terms[i];
        if (term->level)
            term->parent = find_parent(labels, (uint32_t)i, has_ranges);
        else if (total_word_is_within_other(labels->words->words[i]))
            term->parent = find_before(labels, (uint32_t)i);
    }
}

struct product_term *product_terms_make(struct arena *arena, const struct dictionary *words)
{
    struct labels labels = {.words = words};
    labels.terms = arena_alloc(arena, (words->count + 1) * sizeof *labels.terms);
    labels.items = xcalloc(words->count + 1, sizeof *labels.items);
    labels.has_code = xcalloc(words->count + 1, sizeof *labels.has_code);
    labels.of_code = xcalloc(words->count + 1, sizeof *labels.of_code);
    dictionary_init(&labels.codes);
    survey_labels(&labels);
    for (size_t i = 0; i < words->count; i++) {
        /* The file has no products at all; this is not a row without a product. */
        labels.terms[i] = describe(words->words[i], words->count == 1);
        if (takes_label(&labels, i))
            take_label(arena, &labels.terms[i], &labels.items[i]);
        note_code(&labels, (uint32_t)i);
    }
    find_parents(&labels);
    dictionary_release(&labels.codes);
    free(labels.items);
    free(labels.has_code);
    free(labels.of_code);
    return labels.terms;
}
