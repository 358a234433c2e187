/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Most cells repeat. The word of the row before is compared first; then a short word is found in
 * one slot of the dictionary without touching its text. The meaning of a word is computed when it
 * enters the dictionary, so that checking a row is looking up a byte.
 */
#include "config.h"

#include "data/load/column_encoder.h"

#include "base/array.h"
#include "data/load/row_check.h"

#include <math.h>
#include "data/value/number_reader.h"

#include <stdlib.h>
#include <string.h>

enum { RECENT = 256 };

static bool is_number_text(const char *word)
{
    struct decimal decimal;
    return decimal_parse(text_of(word), &decimal);
}

void column_encoder_init(struct column_encoder *cells, const struct load_plan *plan, size_t number)
{
    const struct mapped_column *column = &plan->mapping->columns[number];
    *cells =
        (struct column_encoder){.plan = plan, .column = number, .is_needed = column->is_needed};
    for (size_t i = 0; i < column->missing_count; i++)
        cells->has_numeric_missing |= is_number_text(column->missing[i]);
    cells->has_comma = number_reader_has_comma(column->read);
    for (size_t i = number; i < plan->mapping->column_count; i++) {
        const struct mapped_column *other = &plan->mapping->columns[i];
        bool is_translation = other->origin == ORIGIN_TRANSLATED && other->from[0] == number;
        cells->is_needed |= is_translation && other->is_needed;
        cells->keeps_indents |= is_translation && other->field == FIELD_PRODUCT;
    }
    cells->is_checked = cells->is_needed || word_is_checked(plan, number);
}

void column_encoder_release(struct column_encoder *cells)
{
    dictionary_release(&cells->dictionary);
    free(cells->meanings);
    free(cells->recent);
}

void column_encoder_begin(struct column_encoder *cells, struct batch_column *to)
{
    to->is_spread = atomic_load_explicit(&cells->plan->spread[cells->column], memory_order_relaxed);
    to->first_new = (uint32_t)cells->words_given + 1;
    if (to->is_spread && cells->dictionary.count) {
        dictionary_release(&cells->dictionary);
        cells->words_given = cells->meaning_count = 0;
    }
}

void column_encoder_end(struct column_encoder *cells, struct batch_column *to)
{
    size_t count = dictionary_count(&cells->dictionary) - 1 - cells->words_given;
    ARRAY_RESERVE(to->new_words, count, to->new_capacity);
    for (size_t i = 0; i < count; i++)
        to->new_words[i] = cells->dictionary.words[cells->words_given + 1 + i];
    to->new_count = count;
    cells->words_given += count;
}

/* Adds a new word. Returns NO_CODE without memory. */
static uint32_t add_word(struct column_encoder *cells, struct text word, struct text_store *store)
{
    stored_text stored = text_store_add(store, word);
    uint32_t code = stored ? dictionary_add(&cells->dictionary, stored_text_of(stored)) : NO_CODE;
    if (code == NO_CODE || !cells->is_checked)
        return code;
    ARRAY_RESERVE(cells->meanings, code + (size_t)1, cells->meaning_capacity);
    cells->meanings[0] = MEANING_NONE;
    cells->meanings[code] = word_meaning_in(cells->plan, cells->column, text_trim(word));
    cells->has_bad |= cells->meanings[code] == MEANING_BAD ||
                      (cells->is_needed && cells->meanings[code] == MEANING_NONE);
    cells->meaning_count = code + (size_t)1;
    return code;
}

/* True for a byte that can begin and end a cell without a blank around it. */
static inline bool is_plain(char byte)
{
    return (unsigned char)byte > ' ' && (unsigned char)byte < 0x80;
}

static inline struct text trimmed(struct text text)
{
    return text.length && is_plain(text.data[0]) && is_plain(text.data[text.length - 1])
               ? text
               : text_trim(text);
}

/* Blanks in front of a product, two or more, put it below another. */
static struct text plain_word(const struct column_encoder *cells, struct text word)
{
    struct text plain = trimmed(word);
    if (!cells->keeps_indents || !plain.length || plain.data < word.data + 2)
        return plain;
    return (struct text){word.data, plain.length + (size_t)(plain.data - word.data)};
}

static uint32_t *recent_of(struct column_encoder *cells, struct text word)
{
    struct short_text ends = {short_text_eight(word.data),
                              short_text_eight(word.data + word.length - 8)};
    if (!cells->recent)
        cells->recent = xcalloc(RECENT, sizeof *cells->recent);
    return &cells->recent[short_text_mix(ends) >> 56];
}

static uint32_t code_of_long(struct column_encoder *cells, struct text word,
                             struct text_store *store)
{
    const struct dictionary *dictionary = &cells->dictionary;
    uint32_t *recent = recent_of(cells, word);
    bool is_recent =
        *recent && *recent < dictionary->count && text_is_equal(dictionary->words[*recent], word);
    uint32_t code = is_recent ? *recent : dictionary_find(dictionary, word);
    return *recent = code == NO_CODE ? add_word(cells, word, store) : code;
}

/* Returns the code of a word of at most SHORT_TEXT bytes, which may be surrounded by blanks. */
static inline uint32_t code_of_short(struct column_encoder *cells, struct text word,
                                     struct short_text bytes, struct text_store *store)
{
    struct text plain = word.length ? plain_word(cells, word) : word;
    if (!plain.length)
        return 0;
    if (plain.length < word.length)
        bytes = short_text_of_padded(plain);
    uint32_t code = dictionary_find_short(&cells->dictionary, bytes, plain.length);
    return code == NO_CODE ? add_word(cells, plain, store) : code;
}

static uint32_t code_of_longer(struct column_encoder *cells, struct text word,
                               struct text_store *store)
{
    word = plain_word(cells, word);
    return word.length > SHORT_TEXT ? code_of_long(cells, word, store)
                                    : code_of_short(cells, word, short_text_of_padded(word), store);
}

static bool take_words(struct column_encoder *cells, struct batch_column *to, size_t row,
                       const struct text *texts, size_t stride, size_t count,
                       struct text_store *store)
{
    const uint32_t *all = to->cells.data;
    uint32_t *codes = (uint32_t *)to->cells.data + row;
    const struct text *end = texts + count * stride;
    while (texts != end) {
        struct text word = *texts;
        bool is_short = word.length <= SHORT_TEXT;
        struct short_text mask = short_text_mask(is_short ? word.length : 0);
        struct short_text bytes = short_text_masked(word.data, mask);
        uint32_t code = is_short ? code_of_short(cells, word, bytes, store)
                                 : code_of_longer(cells, word, store);
        if (code == NO_CODE)
            return false;
        to->is_uniform &= code == all[0] || codes == all;
        to->has_none |= code == 0;
        do {
            *codes++ = code;
            texts += stride;
        } while (texts != end && is_short && texts->length == word.length &&
                 short_text_is_same(short_text_masked(texts->data, mask), bytes));
    }
    return true;
}

static bool take_texts(const struct column_encoder *cells_of, struct batch_column *to, size_t row,
                       const struct text *texts, size_t stride, size_t count,
                       struct text_store *store)
{
    const struct mapped_column *column = &cells_of->plan->mapping->columns[cells_of->column];
    stored_text *cells = (stored_text *)to->cells.data + row;
    for (size_t i = 0; i < count; i++) {
        struct text text = texts[i * stride];
        if (text.length)
            text = trimmed(text);
        if (column->missing_count && load_plan_is_missing(column, text))
            text.length = 0;
        cells[i] = text.length ? text_store_add(store, text) : stored_empty;
        if (!cells[i])
            return false;
    }
    return true;
}

/* Keeps the text of a number in another notation, or of a word that is not a number. */
static bool keep_odd(struct column_encoder *cells, struct batch_column *to, size_t row,
                     struct text text, bool is_number, struct text_store *store)
{
    uint8_t *places = &((uint8_t *)to->places.data)[row];
    uint32_t code = is_number ? NO_CODE : dictionary_find(&cells->dictionary, text);
    if (!is_number && code == NO_CODE && dictionary_count(&cells->dictionary) <= ODD_WORDS)
        code = add_word(cells, text, store);
    if (code != NO_CODE) {
        *places = (uint8_t)(FIRST_ODD_WORD + code - 1);
        to->has_odd = true;
        return true;
    }
    stored_text stored = text_store_add(store, text);
    ARRAY_RESERVE(to->kept, to->kept_count + 1, to->kept_capacity);
    to->kept[to->kept_count++] = (struct kept_text){row, stored};
    *places = PLACES_KEPT;
    return stored != NULL;
}

static bool read_odd(const struct column_encoder *cells, struct text text, double *number)
{
    const struct mapped_column *column = &cells->plan->mapping->columns[cells->column];
    struct decimal decimal;
    bool is_number =
        !load_plan_is_missing(column, text) && load_plan_read_number(column, text, &decimal);
    *number = is_number ? decimal.value : NAN;
    return is_number;
}

static bool take_odd(struct column_encoder *cells, struct batch_column *to, size_t row,
                     struct text text, struct text_store *store)
{
    double *number = &((double *)to->cells.data)[row];
    if (text.length)
        text = trimmed(text);
    if (!text.length) {
        *number = NAN;
        to->has_none = true;
        ((uint8_t *)to->places.data)[row] = PLACES_EMPTY;
        return true;
    }
    bool is_number = read_odd(cells, text, number);
    to->has_none |= !is_number;
    if (is_number && decimal_is_rounded(text, *number) && !to->rounded++)
        to->first_rounded = row;
    bool is_plain = is_number && !(cells->has_comma && memchr(text.data, '.', text.length));
    uint8_t places = is_plain ? decimal_spelling(text) : PLACES_KEPT;
    if (places == PLACES_KEPT)
        return keep_odd(cells, to, row, text, is_number, store);
    ((uint8_t *)to->places.data)[row] = places;
    return true;
}

static bool take_numbers(struct column_encoder *cells, struct batch_column *to, size_t row,
                         const struct text *texts, size_t stride, size_t count,
                         struct text_store *store)
{
    double *numbers = (double *)to->cells.data + row;
    uint8_t *places = (uint8_t *)to->places.data + row;
    decimal_reader *read = decimal_reader_fastest();
    for (size_t i = 0; i < count; i++) {
        if (!cells->has_numeric_missing && !cells->has_comma)
            i += read(texts + i * stride, stride, count - i, numbers + i, places + i);
        if (i < count && !take_odd(cells, to, row + i, texts[i * stride], store))
            return false;
    }
    return true;
}

bool column_encoder_take(struct column_encoder *cells, struct batch_column *to, size_t row,
                         const struct text *texts, size_t stride, size_t count,
                         struct text_store *store)
{
    if (cells->plan->mapping->columns[cells->column].type == COLUMN_NUMBER)
        return take_numbers(cells, to, row, texts, stride, count, store);
    if (to->is_spread)
        return take_texts(cells, to, row, texts, stride, count, store);
    return take_words(cells, to, row, texts, stride, count, store);
}

static void judge_numbers(const struct column_encoder *cells, const struct batch_column *from,
                          size_t row, size_t count, bool *suspect)
{
    const double *numbers = (const double *)from->cells.data + row;
    const uint8_t *places = (const uint8_t *)from->places.data + row;
    for (size_t i = 0; i < count; i++)
        suspect[i] |= isnan(numbers[i]) && (cells->is_needed || places[i] != PLACES_EMPTY);
}

/*
 * Texts without a dictionary are checked one by one: a required cell may be empty, or have a bad
 * word.
 */
static void judge_texts(const struct column_encoder *cells, const struct batch_column *from,
                        size_t row, size_t count, bool *suspect)
{
    const stored_text *texts = (const stored_text *)from->cells.data + row;
    for (size_t i = 0; i < count; i++) {
        struct text text = stored_text_of(texts[i]);
        uint8_t meaning =
            text.length ? word_meaning_in(cells->plan, cells->column, text) : MEANING_NONE;
        suspect[i] |= meaning == MEANING_BAD || (cells->is_needed && meaning == MEANING_NONE);
    }
}

void column_encoder_judge(const struct column_encoder *cells, const struct batch_column *from,
                          size_t row, size_t count, bool *suspect)
{
    bool is_fine = !cells->has_bad && !from->has_none && !from->is_spread;
    if (!cells->is_checked || is_fine)
        return;
    if (cells->plan->mapping->columns[cells->column].type == COLUMN_NUMBER) {
        judge_numbers(cells, from, row, count, suspect);
    } else if (from->is_spread) {
        judge_texts(cells, from, row, count, suspect);
    } else {
        const uint32_t *codes = (const uint32_t *)from->cells.data + row;
        for (size_t i = 0; i < count; i++) {
            uint8_t meaning = codes[i] ? cells->meanings[codes[i]] : MEANING_NONE;
            suspect[i] |= meaning == MEANING_BAD || (cells->is_needed && meaning == MEANING_NONE);
        }
    }
}
