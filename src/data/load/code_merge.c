/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A word enters the dictionary of the table together with the first row that contains it. So codes
 * are in the order of the file, and each word is in some row, however many threads read and
 * whatever they guessed wrong.
 */
#include "config.h"

#include "data/load/code_merge.h"

#include "base/array.h"

#include <stdlib.h>

struct code_merge_column {
    struct text *words; /* for each code of the reader, from 1 */
    uint32_t *codes;    /* the codes in the table; NO_CODE for a word that is not in it yet */
    size_t count, word_capacity, code_capacity;
    size_t strange;             /* codes of words that are not in the table yet */
    uint8_t odd[ODD_WORDS + 1]; /* places bytes in the table; 0 for a word that is not in it yet */
};

struct code_merge {
    const struct load_plan *plan;
    struct code_merge_column *columns;
};

struct code_merge *code_merge_new(const struct load_plan *plan)
{
    struct code_merge *code_merge = xcalloc(1, sizeof *code_merge);
    code_merge->plan = plan;
    code_merge->columns = xcalloc(plan->mapping->column_count, sizeof *code_merge->columns);
    return code_merge;
}

void code_merge_free(struct code_merge *code_merge)
{
    if (!code_merge)
        return;
    for (size_t i = 0; i < code_merge->plan->mapping->column_count; i++) {
        free(code_merge->columns[i].words);
        free(code_merge->columns[i].codes);
    }
    free(code_merge->columns);
    free(code_merge);
}

static void learn_word(struct code_merge_column *column, const struct mapped_column *mapped,
                       struct text word)
{
    size_t code = ++column->count;
    bool is_missing = mapped->type != COLUMN_NUMBER && load_plan_is_missing(mapped, word);
    column->words[code] = word;
    column->codes[code] = is_missing ? 0 : NO_CODE;
    column->strange += !is_missing;
    if (mapped->type == COLUMN_NUMBER)
        column->odd[code] = 0;
}

/* Called when a reader starts a new dictionary. */
static void forget_words(struct code_merge_column *column, size_t count)
{
    for (; column->count > count; column->count--)
        column->strange -= column->codes[column->count] == NO_CODE;
}

static void learn(struct code_merge_column *column, const struct mapped_column *mapped,
                  const struct batch_column *from)
{
    forget_words(column, from->first_new - 1);
    ARRAY_RESERVE(column->words, column->count + from->new_count + 1, column->word_capacity);
    ARRAY_RESERVE(column->codes, column->count + from->new_count + 1, column->code_capacity);
    column->codes[0] = 0;
    for (size_t i = 0; i < from->new_count; i++)
        learn_word(column, mapped, from->new_words[i]);
}

void code_merge_learn(struct code_merge *code_merge, const struct batch *batch)
{
    const struct mapping *mapping = code_merge->plan->mapping;
    for (size_t i = 0; i < mapping->column_count; i++)
        if (load_plan_has_cells(&mapping->columns[i]))
            learn(&code_merge->columns[i], &mapping->columns[i], &batch->columns[i]);
}

struct text code_merge_text(const struct code_merge *code_merge, const struct batch *batch,
                            size_t column, size_t row)
{
    const struct batch_column *from = &batch->columns[column];
    if (from->is_spread)
        return stored_text_of(((const stored_text *)from->cells.data)[row]);
    uint32_t code = ((const uint32_t *)from->cells.data)[row];
    return code ? code_merge->columns[column].words[code] : (struct text){"", 0};
}

/* --- codes --- */

/* Enters a word of the reader. The word lives as long as the table. */
static uint32_t enter(struct code_merge_column *column, struct column *to, uint32_t code)
{
    struct text word = column->words[code];
    uint32_t entered = dictionary_find(&to->dictionary, word);
    if (entered == NO_CODE)
        entered = dictionary_add(&to->dictionary, word);
    column->strange -= entered != NO_CODE;
    return column->codes[code] = entered;
}

static bool enter_words(struct code_merge_column *column, struct column *to, const uint32_t *codes,
                        size_t count)
{
    for (size_t i = 0; i < count && column->strange; i++)
        if (column->codes[codes[i]] == NO_CODE && enter(column, to, codes[i]) == NO_CODE)
            return false;
    return true;
}

#define TRANSLATE(type)                            \
    do {                                           \
        type *cells = (type *)to->cells.data + at; \
        for (size_t i = 0; i < count; i++)         \
            cells[i] = (type)known[codes[i]];      \
    } while (0)

static void translate(const uint32_t *known, struct column *to, size_t at, const uint32_t *codes,
                      size_t count)
{
    if (to->width == 1)
        TRANSLATE(uint8_t);
    else if (to->width == 2)
        TRANSLATE(uint16_t);
    else
        TRANSLATE(uint32_t);
}

/* Makes room for the expected rows of the file, or just the needed ones if memory is scarce. */
static bool make_room(struct column *to, size_t needed, size_t expected)
{
    return column_reserve(to, expected) || column_reserve(to, needed);
}

/* True if all rows of the batch and of the table have the same word. */
static bool stays_constant(struct column *to, size_t rows, uint32_t code)
{
    if (to->storage == STORED_CONSTANT && rows == 0)
        to->constant = code;
    return to->storage == STORED_CONSTANT && to->constant == code;
}

static bool append_codes(struct code_merge_column *column, struct column *to, size_t rows,
                         const struct batch_column *from, size_t count, size_t expected)
{
    const uint32_t *codes = from->cells.data;
    size_t different = from->is_uniform ? 1 : count;
    if (!enter_words(column, to, codes, different))
        return false;
    if (from->is_uniform && stays_constant(to, rows, column->codes[codes[0]]))
        return true;
    uint32_t largest = (uint32_t)dictionary_count(&to->dictionary) - 1;
    if (!column_spell_out(to, rows) || !column_widen(to, rows, largest) ||
        !make_room(to, rows + count, expected))
        return false;
    translate(column->codes, to, rows, codes, count);
    return true;
}

static stored_text text_of_code(const struct code_merge_column *column, uint32_t code)
{
    return code && column->codes[code] != 0 ? column->words[code].data : stored_empty;
}

/* Appends texts, or codes converted to texts, to a column without a dictionary. */
static bool append_texts(const struct code_merge_column *column, struct column *to, size_t rows,
                         const struct batch_column *from, size_t count, size_t expected)
{
    if (!make_room(to, rows + count, expected))
        return false;
    stored_text *cells = (stored_text *)to->cells.data + rows;
    if (from->is_spread) {
        memcpy(cells, from->cells.data, count * sizeof *cells);
        return true;
    }
    const uint32_t *codes = from->cells.data;
    for (size_t i = 0; i < count; i++)
        cells[i] = text_of_code(column, codes[i]);
    return true;
}

/* Appends texts to a column whose codes were requested. */
static bool encode_texts(struct column *to, size_t rows, const struct batch_column *from,
                         size_t count)
{
    const stored_text *texts = from->cells.data;
    for (size_t i = 0; i < count; i++) {
        struct text text = stored_text_of(texts[i]);
        uint32_t code = dictionary_find(&to->dictionary, text);
        if (code == NO_CODE)
            code = dictionary_add(&to->dictionary, text);
        if (code == NO_CODE || !column_set_code(to, rows + i, rows + i, code))
            return false;
    }
    return true;
}

static bool append_words(struct code_merge_column *column, struct column *to, size_t rows,
                         const struct batch_column *from, size_t count, size_t expected)
{
    if (to->storage == STORED_SPREAD)
        return append_texts(column, to, rows, from, count, expected);
    if (from->is_spread)
        return encode_texts(to, rows, from, count);
    return append_codes(column, to, rows, from, count, expected);
}

/* --- numbers --- */

/*
 * Returns the places byte of a word in the table. If there are many words, each row keeps its own
 * text.
 */
static uint8_t enter_odd(struct code_merge_column *column, struct column *to,
                         struct text_store *texts, uint8_t places)
{
    size_t code = (size_t)places - FIRST_ODD_WORD + 1;
    if (!column->odd[code])
        column->odd[code] = column_odd_word(to, texts, column->words[code]);
    return column->odd[code];
}

static void append_odd(struct code_merge_column *column, struct column *to,
                       struct text_store *texts, size_t rows, const uint8_t *from, size_t count)
{
    uint8_t *places = (uint8_t *)to->places.data + rows;
    for (size_t i = 0; i < count; i++) {
        if (from[i] < FIRST_ODD_WORD || from[i] >= PLACES_KEPT)
            continue;
        places[i] = enter_odd(column, to, texts, from[i]);
        if (places[i] == PLACES_KEPT)
            column_keep_text(to, rows + i, column->words[from[i] - FIRST_ODD_WORD + 1].data);
    }
}

static bool append_numbers(struct code_merge_column *column, struct column *to,
                           struct text_store *texts, size_t rows, const struct batch_column *from,
                           size_t count, size_t expected)
{
    if (!column_spell_numbers(to, rows) || !make_room(to, rows + count, expected))
        return false;
    memcpy((double *)to->cells.data + rows, from->cells.data, count * sizeof(double));
    memcpy((uint8_t *)to->places.data + rows, from->places.data, count);
    for (size_t i = 0; i < from->kept_count; i++)
        column_keep_text(to, rows + from->kept[i].row, from->kept[i].text);
    if (from->has_odd)
        append_odd(column, to, texts, rows, from->places.data, count);
    return true;
}

/* --- batches --- */

/* Drops the dictionary of a column that rarely repeats, here and in the readers. */
static bool spread_if_due(struct load_plan *plan, struct column *to, size_t number, size_t rows)
{
    if (to->storage == STORED_SPREAD || !column_hardly_repeats(to, rows))
        return true;
    atomic_store_explicit(&plan->spread[number], true, memory_order_relaxed);
    return column_spread(to, rows);
}

static bool append_column(struct code_merge *code_merge, struct load_plan *plan,
                          struct table *table, size_t number, const struct batch *batch,
                          size_t expected)
{
    struct column *to = &table->columns[number];
    struct code_merge_column *column = &code_merge->columns[number];
    const struct batch_column *from = &batch->columns[number];
    size_t rows = table->row_count;
    if (!load_plan_has_cells(&plan->mapping->columns[number]))
        return true;
    if (to->type == COLUMN_NUMBER)
        return append_numbers(column, to, &table->texts, rows, from, batch->rows, expected);
    if (!append_words(column, to, rows, from, batch->rows, expected))
        return false;
    column_learn_periods(to);
    column_fill_zones(to, rows + batch->rows);
    return spread_if_due(plan, to, number, rows + batch->rows);
}

/* Extends the columns that the mapping lacks: fields that are not in the file. */
static bool append_absent(struct table *table, size_t first, size_t rows)
{
    for (size_t i = first; i < table->column_count; i++) {
        struct column *column = &table->columns[i];
        bool has_no_cells =
            column->storage == STORED_CONSTANT && (!column->constant || column->is_fixed);
        for (size_t row = 0; row < rows && !has_no_cells; row++)
            if (!column_add_empty(column, table->row_count + row))
                return false;
    }
    return true;
}

static bool append_places(struct table *table, const struct batch *batch, size_t line)
{
    struct row_offsets *places = &table->places;
    size_t run = 0, rows = table->row_count;
    if (places->offset_count == rows &&
        !row_offsets_add_offsets(places, batch->start, batch->offsets.data, batch->rows))
        return false;
    for (; run < batch->run_count; run++)
        row_offsets_add_line(places, rows + batch->runs[run].row, batch->runs[run].line + line);
    return true;
}

bool code_merge_append(struct code_merge *code_merge, struct load_plan *plan, struct table *table,
                       const struct batch *batch, size_t line, size_t expected)
{
    size_t rows = table->row_count + batch->rows;
    expected = expected > rows ? expected : rows;
    if (!batch->rows)
        return true;
    for (size_t i = 0; i < plan->mapping->column_count; i++)
        if (!append_column(code_merge, plan, table, i, batch, expected))
            return false;
    if (!append_absent(table, plan->mapping->column_count, batch->rows) ||
        (!row_offsets_reserve(&table->places, expected) &&
         !row_offsets_reserve(&table->places, rows)) ||
        !append_places(table, batch, line))
        return false;
    table->row_count = rows;
    return true;
}
