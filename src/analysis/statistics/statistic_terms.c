/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "analysis/statistics/statistic_terms.h"

#include "analysis/statistics/statistic.h"
#include "analysis/statistics/total_words.h"
#include "base/array.h"
#include "base/ascii.h"
#include "data/codes/place_words.h"
#include "data/codes/product_label.h"
#include "data/value/date.h"
#include "data/value/word_pattern.h"

#include <stdlib.h>

/*
 * A file with this many chapters, or words of its own, is taken to cover all goods: the Harmonized
 * System has 97 chapters, DGCI&S has 168 principal commodities.
 */
#define MANY_PRODUCTS 90

/* Returns the text that represents a word in a dictionary. It lives as long as the statistic. */
typedef struct text canonical_word(const struct statistic *statistic, struct text word);

static struct text canonical_place(const struct statistic *statistic, struct text word)
{
    word = text_trim(word);
    int country =
        statistic->countries && word.length ? country_find(statistic->countries, word) : -1;
    return country >= 0 ? text_of(country_name(statistic->countries, country)) : word;
}

static struct text canonical_text(const struct statistic *statistic, struct text word)
{
    (void)statistic;
    return text_trim(word);
}

static uint32_t number_of(struct dictionary *dictionary, struct text word)
{
    uint32_t number = dictionary_find(dictionary, word);
    return number == NO_CODE ? dictionary_add(dictionary, word) : number;
}

static struct term_column column_of_field(const struct statistic *statistic, enum field field)
{
    const struct table *table = statistic->dataset->table;
    size_t column = statistic->dataset->column[field];
    struct term_column terms = {.codes = table_codes(table, column)};
    terms.code_count = table_distinct_count(table, column);
    terms.numbers = xcalloc(terms.code_count, sizeof *terms.numbers);
    return terms;
}

static struct text word_of_code(const struct statistic *statistic, enum field field, size_t code)
{
    return table_distinct(statistic->dataset->table, statistic->dataset->column[field],
                          (uint32_t)code);
}

static struct term_column number_words(const struct statistic *statistic, enum field field,
                                       struct dictionary *dictionary, canonical_word *canonical)
{
    struct term_column terms = column_of_field(statistic, field);
    for (size_t code = 0; code < terms.code_count; code++)
        terms.numbers[code] =
            number_of(dictionary, canonical(statistic, word_of_code(statistic, field, code)));
    return terms;
}

/* A word that the list does not have may still tell of a group, or of a part of a partner. */
static enum place_kind kind_of_unknown(const struct statistic *statistic, struct text word)
{
    bool is_group = total_word_is_partial(word) || total_word_is_within_other(word) ||
                    (statistic->countries && place_word_is_group(statistic->countries, word));
    return is_group ? PLACE_GROUP : PLACE_PART;
}

static enum place_kind kind_of_place(const struct statistic *statistic, struct text word)
{
    int country = statistic->countries ? country_find(statistic->countries, word) : -1;
    if (!word.length || text_is_word(word, "World"))
        return PLACE_WORLD;
    if (country < 0)
        return kind_of_unknown(statistic, word);
    return country_is_world(statistic->countries, country)   ? PLACE_WORLD
           : country_is_group(statistic->countries, country) ? PLACE_GROUP
                                                             : PLACE_PART;
}

static bool has_letter(struct text word)
{
    for (size_t i = 0; i < word.length; i++)
        if (ascii_is_letter(word.data[i]) || (unsigned char)word.data[i] >= 0x80)
            return true;
    return false;
}

static void learn_unknown_places(struct statistic *statistic)
{
    const struct dictionary *places = &statistic->places;
    statistic->is_unknown_place = xcalloc(places->count, sizeof *statistic->is_unknown_place);
    for (size_t i = 0; statistic->countries && i < places->count; i++)
        statistic->is_unknown_place[i] = statistic->place_kinds[i] == PLACE_PART &&
                                         has_letter(places->words[i]) &&
                                         country_find(statistic->countries, places->words[i]) < 0;
    for (size_t i = 0; i < statistic->partners.code_count; i++)
        statistic->has_unknown_places |=
            statistic->is_unknown_place[statistic->partners.numbers[i]];
    for (size_t i = 1; i < statistic->reporters.code_count; i++)
        statistic->has_unknown_reporters |=
            statistic->reporters.code_count > 3 &&
            statistic->is_unknown_place[statistic->reporters.numbers[i]];
}

static void learn_places(struct statistic *statistic)
{
    struct dictionary *places = &statistic->places;
    statistic->reporters = number_words(statistic, FIELD_REPORTER, places, canonical_place);
    statistic->partners = number_words(statistic, FIELD_PARTNER, places, canonical_place);
    statistic->place_kinds = xcalloc(places->count, sizeof *statistic->place_kinds);
    for (size_t i = 0; i < places->count; i++)
        statistic->place_kinds[i] = kind_of_place(statistic, places->words[i]);
    learn_unknown_places(statistic);
}

/* Counts "27" of "271019" once; words that are not codes count themselves. */
static size_t count_nomenclature(const struct statistic *statistic)
{
    bool is_seen[100] = {false};
    size_t chapters = 0, words = 0;
    for (size_t i = 1; i < statistic->product_words.count; i++) {
        struct text word = statistic->product_terms[i].code;
        words += !statistic->product_terms[i].level;
        if (statistic->product_terms[i].level < 2 || word.data[1] == 'X')
            continue;
        bool *seen = &is_seen[(word.data[0] - '0') * 10 + word.data[1] - '0'];
        chapters += !*seen;
        *seen = true;
    }
    return chapters ? chapters : words;
}

static void learn_products(struct statistic *statistic)
{
    struct dictionary *words = &statistic->product_words;
    statistic->products = number_words(statistic, FIELD_PRODUCT, words, canonical_text);
    statistic->product_terms = product_terms_make(&statistic->arena, words);
    learn_indented_products(statistic);
    for (size_t i = 0; i < words->count; i++) {
        statistic->has_nested_products |= statistic->product_terms[i].parent != NO_PRODUCT ||
                                          statistic->product_terms[i].is_total ||
                                          statistic->product_terms[i].is_stage;
        statistic->has_all_goods |= statistic->product_terms[i].is_total;
        statistic->has_unknown_products |= statistic->product_terms[i].is_unknown;
    }
    statistic->has_all_goods |= count_nomenclature(statistic) >= MANY_PRODUCTS;
}

static void learn_periods(struct statistic *statistic)
{
    struct dictionary *words = &statistic->period_words;
    statistic->periods = number_words(statistic, FIELD_PERIOD, words, canonical_text);
    statistic->period_of = xcalloc(words->count, sizeof *statistic->period_of);
    for (size_t i = 0; i < words->count; i++)
        if (!period_parse(words->words[i], &statistic->period_of[i]))
            statistic->period_of[i] = (struct period){0};
}

static void learn_flows_and_units(struct statistic *statistic)
{
    statistic->flows = column_of_field(statistic, FIELD_FLOW);
    for (size_t code = 0; code < statistic->flows.code_count; code++) {
        int flow =
            vocabulary_find(&flow_vocabulary, text_trim(word_of_code(statistic, FIELD_FLOW, code)));
        statistic->flows.numbers[code] = flow < 0 ? FLOW_NONE : (uint32_t)flow;
    }
    statistic->units = column_of_field(statistic, FIELD_UNIT);
    statistic->unit_of = xcalloc(statistic->units.code_count, sizeof *statistic->unit_of);
    for (size_t code = 0; code < statistic->units.code_count; code++) {
        statistic->units.numbers[code] = (uint32_t)code;
        if (!unit_parse(word_of_code(statistic, FIELD_UNIT, code), &statistic->unit_of[code]))
            statistic->unit_of[code] = (struct unit){0};
    }
}

/* True if an empty word in the column means the total. */
static bool is_whole_when_empty(enum aspect aspect)
{
    return aspect == ASPECT_TRANSPORT || aspect == ASPECT_CUSTOMS ||
           aspect == ASPECT_SECOND_PARTNER;
}

/* "Total", "All", "TOTAL FOR ALL PORTS": a word for all parts, though no statement names it. */
static bool is_all_parts(const struct statistic *statistic, struct text word)
{
    static const char *const patterns[] = {"all", "total for all *", "total all *", "total, all *"};
    for (size_t i = 0; i < ARRAY_LENGTH(patterns); i++)
        if (word_pattern_fits(text_of(patterns[i]), word))
            return true;
    return total_word_is_all_products(word) ||
           (!ascii_is_all_digits(word) && statistic_is_world(statistic, word));
}

static uint32_t rank_of(const struct statistic *statistic, const struct split *split,
                        struct text word)
{
    word = text_trim(word);
    if (split->aspect == ASPECT_PARTS && !split->whole_count)
        return word.length && is_all_parts(statistic, word);
    for (size_t i = 0; i < split->whole_count; i++)
        if (text_is_equal(word, text_of(split->wholes[i])))
            return (uint32_t)(split->whole_count - i) + 1;
    return !word.length && is_whole_when_empty(split->aspect);
}

static struct term_split learn_split(const struct statistic *statistic, const struct split *split)
{
    const struct table *table = statistic->dataset->table;
    struct term_split terms = {.split = split,
                               .codes = table_codes(table, split->column),
                               .code_count = table_distinct_count(table, split->column)};
    terms.ranks = xcalloc(terms.code_count, sizeof *terms.ranks);
    for (size_t code = 0; code < terms.code_count; code++) {
        struct text word = table_distinct(table, split->column, (uint32_t)code);
        terms.ranks[code] = rank_of(statistic, split, word);
        terms.has_wholes |= terms.ranks[code] > 0;
        terms.has_parts |= terms.ranks[code] <= split->whole_count;
    }
    return terms;
}

static void learn_splits(struct statistic *statistic)
{
    const struct mapping *mapping = &statistic->dataset->mapping;
    statistic->splits = xcalloc(mapping->split_count + 1, sizeof *statistic->splits);
    statistic->split_count = mapping->split_count;
    for (size_t i = 0; i < mapping->split_count; i++)
        statistic->splits[i] = learn_split(statistic, &mapping->splits[i]);
    const struct term_split *product = statistic_split(statistic, ASPECT_PRODUCT);
    if (product && product->has_wholes)
        statistic->has_all_goods = statistic->has_nested_products = true;
}

struct statistic *statistic_new(const struct dataset *dataset, const struct country_list *countries)
{
    struct statistic *statistic = xcalloc(1, sizeof *statistic);
    statistic->dataset = dataset;
    statistic->countries = countries;
    statistic->is_reconciled = dataset->mapping.is_reconciled;
    dictionary_init(&statistic->places);
    dictionary_init(&statistic->product_words);
    dictionary_init(&statistic->period_words);
    statistic->totals = xcalloc(1, sizeof *statistic->totals);
    learn_places(statistic);
    learn_periods(statistic);
    learn_flows_and_units(statistic);
    learn_products(statistic);
    learn_splits(statistic);
    return statistic;
}

void statistic_free(struct statistic *statistic)
{
    if (!statistic)
        return;
    dictionary_release(&statistic->places);
    dictionary_release(&statistic->product_words);
    dictionary_release(&statistic->period_words);
    free(statistic->reporters.numbers);
    free(statistic->partners.numbers);
    free(statistic->products.numbers);
    free(statistic->periods.numbers);
    free(statistic->flows.numbers);
    free(statistic->units.numbers);
    free(statistic->is_unknown_place);
    free(statistic->place_kinds);
    arena_release(&statistic->arena);
    free(statistic->totals->of_places);
    free(statistic->totals->of_products);
    free(statistic->totals->of_reporters);
    free(statistic->totals);
    free(statistic->period_of);
    free(statistic->unit_of);
    for (size_t i = 0; i < statistic->split_count; i++)
        free(statistic->splits[i].ranks);
    free(statistic->splits);
    free(statistic);
}

uint32_t statistic_find_place(const struct statistic *statistic, struct text name)
{
    uint32_t number = dictionary_find(&statistic->places, canonical_place(statistic, name));
    if (number != NO_CODE)
        return number;
    for (size_t i = 0; i < statistic->places.count; i++)
        if (text_is_equal_folded(text_trim(name), statistic->places.words[i]))
            return (uint32_t)i;
    return NO_TERM;
}

bool statistic_is_world(const struct statistic *statistic, struct text name)
{
    return kind_of_place(statistic, canonical_place(statistic, name)) == PLACE_WORLD;
}

bool statistic_is_within(const struct statistic *statistic, uint32_t product, struct text asked)
{
    char room[LONGEST_LABEL_CODE + 1];
    struct text whole = product_code_of(asked, room, sizeof room);
    struct text code = statistic->product_terms[product].code;
    if (!statistic->product_terms[product].level || !product_level(whole))
        return text_is_equal_folded(statistic->product_words.words[product], asked);
    code.length = code.length < whole.length ? code.length : whole.length;
    return text_is_equal(code, whole);
}

const struct term_split *statistic_split(const struct statistic *statistic, enum aspect aspect)
{
    for (size_t i = 0; i < statistic->split_count; i++)
        if (statistic->splits[i].split->aspect == aspect)
            return &statistic->splits[i];
    return NULL;
}

uint32_t split_rank(const struct term_split *split, size_t row)
{
    return split ? split->ranks[codes_at(split->codes, row)] : 0;
}

uint32_t statistic_product(const struct statistic *statistic, size_t row)
{
    uint32_t product = term_at(&statistic->products, row);
    bool is_whole = statistic->product_terms[product].is_total ||
                    split_rank(statistic_split(statistic, ASPECT_PRODUCT), row);
    return is_whole ? WHOLE_TERM : product;
}

uint32_t statistic_partner(const struct statistic *statistic, size_t row)
{
    uint32_t partner = term_at(&statistic->partners, row);
    bool is_whole = statistic->place_kinds[partner] == PLACE_WORLD ||
                    split_rank(statistic_split(statistic, ASPECT_PARTNER), row);
    return is_whole ? WHOLE_TERM : partner;
}

size_t statistic_origin(const struct statistic *statistic, enum field field)
{
    const struct mapping *mapping = &statistic->dataset->mapping;
    size_t column = statistic->dataset->column[field];
    if (column >= mapping->column_count)
        return NO_COLUMN;
    if (mapping->columns[column].origin == ORIGIN_TRANSLATED)
        return mapping->columns[column].from[0];
    return mapping->columns[column].origin == ORIGIN_FILE ? column : NO_COLUMN;
}

bool statistic_has_all_goods(const struct statistic *statistic)
{
    return statistic->has_all_goods;
}
