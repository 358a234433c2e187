/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/load/commit.h"

#include "base/memory_reserve.h"

#include "base/array.h"
#include "base/paths.h"

#include <stdlib.h>

/* --- columns --- */

void commit_add_absent(struct dataset *dataset)
{
    for (enum field field = 0; field < FIELD_COUNT; field++)
        if (dataset->column[field] == NO_COLUMN)
            dataset->column[field] = table_add_column(
                dataset->table, text_of(field_table[field].name), field_table[field].type);
}

/* Adds the measure and kind that all rows of statistics have, although no column states them. */
static void add_understood(struct dataset *dataset)
{
    const struct {
        enum field field;
        struct text word;
    } understood[] = {{FIELD_KIND, text_of("figure")},
                      {FIELD_MEASURE, text_of("value")},
                      {FIELD_SOURCE, path_stem(dataset->path)}};
    for (size_t i = 0; i < ARRAY_LENGTH(understood); i++) {
        const struct field_info *info = &field_table[understood[i].field];
        size_t *column = &dataset->column[understood[i].field];
        if (*column == NO_COLUMN)
            *column = table_add_constant(dataset->table, text_of(info->name), info->type,
                                         understood[i].word);
    }
}

static void add_column(struct dataset *dataset, const struct mapped_column *column)
{
    struct table *table = dataset->table;
    struct text name = text_of(column->name);
    size_t number = table_column_count(table);
    if (column->origin == ORIGIN_CONSTANT)
        table_add_constant(table, name, column->type, text_of(column->constant));
    else if (column->origin == ORIGIN_TRANSLATED)
        table_add_translated(table, name, column->type, column->from[0]);
    else
        table_add_column(table, name, column->type);
    if (column->field != FIELD_COUNT)
        dataset->column[column->field] = number;
    if (load_plan_has_cells(column) && dataset->file_columns == number)
        dataset->file_columns++;
}

/* Sets the translation of a code. An unknown word is kept, except in closed sets. */
static void translate(struct table *table, const struct mapping *mapping, size_t number,
                      uint32_t code)
{
    const struct mapped_column *column = &mapping->columns[number];
    struct text word = text_trim(table_distinct(table, column->from[0], code));
    struct buffer out = {0}, reason = {0};
    if (load_plan_is_missing(column, word) || !word.length) {
        table_translate(table, number, code, (struct text){"", 0});
    } else if (load_plan_translate(column, word, &out, &reason)) {
        table_translate(table, number, code, buffer_text(&out));
    } else {
        bool is_closed = column->field != FIELD_COUNT && field_table[column->field].vocabulary;
        table_translate(table, number, code, is_closed ? (struct text){"", 0} : word);
    }
    buffer_release(&out);
    buffer_release(&reason);
}

static void learn_translations(struct commit *arrival)
{
    const struct mapping *mapping = arrival->plan->mapping;
    struct table *table = arrival->dataset->table;
    for (size_t i = 0; i < mapping->column_count; i++) {
        if (mapping->columns[i].origin != ORIGIN_TRANSLATED)
            continue;
        size_t count = table_distinct_count(table, mapping->columns[i].from[0]);
        for (; arrival->translated[i] < count; arrival->translated[i]++)
            translate(table, mapping, i, (uint32_t)arrival->translated[i]);
    }
}

static void learn_words(struct commit *arrival)
{
    learn_translations(arrival);
    word_meanings_learn(&arrival->dataset->meanings, arrival->dataset->table,
                        arrival->dataset->column);
}

/*
 * Statistics are summed by codes sooner or later. If the readers stored a column as texts, all rows
 * would have to be encoded then, while the user waits.
 */
static void ask_for_codes(const struct dataset *dataset, const struct mapping *mapping)
{
    static const enum field fields[] = {FIELD_REPORTER, FIELD_PARTNER, FIELD_PRODUCT,
                                        FIELD_PERIOD,   FIELD_FLOW,    FIELD_UNIT};
    for (size_t i = 0; i < ARRAY_LENGTH(fields) && mapping->form == FORM_STATISTICS; i++)
        table_codes(dataset->table, dataset->column[fields[i]]);
    for (size_t i = 0; i < mapping->split_count; i++)
        table_codes(dataset->table, mapping->splits[i].column);
}

void commit_start(struct commit *arrival, struct dataset *dataset, struct load_plan *plan,
                  uint64_t offset, size_t line)
{
    const struct mapping *mapping = plan->mapping;
    *arrival = (struct commit){.dataset = dataset, .plan = plan, .line = line, .first = offset};
    arrival->translated = xcalloc(mapping->column_count, sizeof *arrival->translated);
    for (size_t i = 0; i < mapping->column_count; i++)
        add_column(dataset, &mapping->columns[i]);
    if (mapping->form == FORM_STATISTICS)
        add_understood(dataset);
    commit_add_absent(dataset);
    ask_for_codes(dataset, mapping);
    learn_words(arrival);
}

void commit_release(struct commit *arrival)
{
    id_check_release(&arrival->ids);
    free(arrival->translated);
    *arrival = (struct commit){0};
}

/* --- rows --- */

static void refuse_id(struct commit *arrival, const struct code_merge *code_merge,
                      struct batch *batch, const struct record_id *id, size_t first)
{
    size_t column = arrival->plan->column[FIELD_ID];
    struct buffer value = {0};
    problem_quote(&value, code_merge_text(code_merge, batch, column, id->row));
    problem_add(&batch->problems, arrival->dataset->path, id->line + 1,
                arrival->plan->mapping->columns[column].from[0] + 1,
                "id: %s stands on line %zu already; give every row its own id", value.data, first);
    buffer_release(&value);
    batch_drop(batch, id->row);
}

static bool check_ids(struct commit *arrival, const struct code_merge *code_merge,
                      struct batch *batch)
{
    for (size_t i = 0; i < batch->id_count; i++) {
        const struct record_id *id = &batch->ids[i];
        size_t first;
        if (!id_check_enter(&arrival->ids, id->hash, id->line + arrival->line, &first))
            return false;
        if (first)
            refuse_id(arrival, code_merge, batch, id, first);
    }
    return true;
}

static void count_kinds(struct dataset *dataset, size_t first)
{
    size_t column = dataset->column[FIELD_KIND];
    struct codes codes = table_codes(dataset->table, column);
    for (size_t row = first; row < table_row_count(dataset->table); row++) {
        int kind = word_meaning(&dataset->meanings, dataset->table, column, FIELD_KIND,
                                codes_at(codes, row));
        dataset->count_of_kind[kind > 0 ? kind : KIND_NONE]++;
    }
}

static void count(struct commit *arrival, const struct batch *batch, size_t rows)
{
    struct dataset *dataset = arrival->dataset;
    dataset->empty_cells += batch->empty_cells;
    for (size_t i = 0; i < arrival->plan->mapping->left_out_count; i++)
        dataset->mapping.left_out[i].count += batch->left_out[i];
    if (dataset->form == FORM_CLAIMS)
        count_kinds(dataset, rows);
    dataset->source_count = table_distinct_count(dataset->table, dataset->column[FIELD_SOURCE]) - 1;
    if (batch->is_decoded)
        dataset->encoding = ENCODING_CP1252;
}

/* Returns the number of rows that the file will have at this rate, with a margin. */
static size_t expect(const struct commit *arrival, const struct batch *batch, uint64_t size)
{
    double rows = (double)(table_row_count(arrival->dataset->table) + batch->rows);
    double done = (double)(batch->end - arrival->first), left = (double)size - (double)batch->end;
    return left > 0 && done > 0 ? (size_t)(rows * (1 + left / done) * 1.05) : 0;
}

bool commit_take(struct commit *arrival, struct code_merge *code_merge, struct batch *batch,
                 uint64_t size)
{
    struct dataset *dataset = arrival->dataset;
    size_t rows = table_row_count(dataset->table);
    if (memory_reserve_is_spent() || !check_ids(arrival, code_merge, batch))
        return false;
    size_t unread = batch->refused + batch->dropped_count - batch->passed_rows;
    batch_settle(batch, arrival->plan->mapping);
    size_t expected = expect(arrival, batch, size);
    if (!code_merge_append(code_merge, arrival->plan, dataset->table, batch, arrival->line,
                           expected) &&
        !code_merge_append(code_merge, arrival->plan, dataset->table, batch, arrival->line, 0))
        return false;
    dataset->unread += unread;
    problem_list_take(&dataset->problems, &batch->problems, arrival->line - 1);
    passed_take(dataset->passed, batch->passed, arrival->line - 1);
    learn_words(arrival);
    count(arrival, batch, rows);
    arrival->line += batch->lines;
    return true;
}
