/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/row_check.h"

#include "base/array.h"

#include <math.h>
#include <stdlib.h>

/* No unit takes a number up to this out of range. */
#define PLAIN_NUMBER 1e250

/* A record while it is checked. */
struct row {
    struct row_check *check;
    const struct csv_record *record;
    enum kind kind;
};

static size_t column_of(const struct row *row, enum field field)
{
    size_t column = row->check->dataset->column[field];
    return column < row->check->dataset->file_columns ? column : NO_COLUMN;
}

static struct text cell_of(const struct row *row, enum field field)
{
    size_t column = column_of(row, field);
    return column == NO_COLUMN ? (struct text){"", 0} : row->check->cells[column].text;
}

/* Adds "FIELD: `VALUE` REASON". */
static void refuse(const struct row *row, enum field field, const char *reason)
{
    struct dataset *dataset = row->check->dataset;
    struct buffer value = {0};
    problem_quote(&value, cell_of(row, field));
    problem_add(&dataset->problems, dataset->path, row->record->line, column_of(row, field) + 1,
                "%s: %s %s", field_table[field].name, value.data, reason);
    buffer_release(&value);
}

static void check_word(const struct row *row, enum field field, struct text value)
{
    const struct vocabulary *vocabulary = field_table[field].vocabulary;
    if (vocabulary_find(vocabulary, value) > 0)
        return;
    struct buffer reason = {0};
    buffer_puts(&reason, "is not known; write one of: ");
    vocabulary_list(vocabulary, &reason);
    refuse(row, field, reason.data);
    buffer_release(&reason);
}

static void check_period(const struct row *row, enum field field, struct text value)
{
    struct period period;
    if (!period_parse(value, &period))
        refuse(row, field,
               "is no period; write 2023, FY2023-24, 2023Q1, 2023-07, 2023-07-08 or "
               "2022-04/2023-02");
}

static void check_number(const struct row *row, enum field field)
{
    double number = row->check->cells[column_of(row, field)].number;
    struct unit unit;
    if (row->kind == KIND_EVENT)
        refuse(row, field,
               "stands on an event, which has no number; leave it empty, or write "
               "figure as kind");
    else if (isnan(number))
        refuse(row, field,
               "is no decimal number; write it like 4.26 (no thousands separators, "
               "no unit)");
    else if (unit_parse(cell_of(row, FIELD_UNIT), &unit) && !isfinite(number * unit.scale))
        refuse(row, field, "is too large for its unit; check both");
}

static void check_unit(const struct row *row, enum field field, struct text value)
{
    struct unit unit;
    if (!unit_parse(value, &unit))
        refuse(row, field,
               "is no unit; write a currency and its scale such as USD bn or INR crore, or "
               "%, x, rank, count, kg, t");
}

/* False where the id stands in the file already. */
static bool enter_id(const struct row *row, struct text id)
{
    struct row_check *check = row->check;
    if (dictionary_find(&check->ids, id) != NO_CODE)
        return false;
    uint32_t code = dictionary_add(&check->ids, id);
    ARRAY_RESERVE(check->id_lines, code + (size_t)1, check->id_line_capacity);
    check->id_lines[code] = row->record->line;
    return true;
}

static void check_id(const struct row *row, enum field field, struct text value)
{
    if (enter_id(row, value))
        return;
    const struct row_check *check = row->check;
    struct buffer reason = {0};
    buffer_printf(&reason, "stands on line %zu already; give every row its own id",
                  check->id_lines[dictionary_find(&check->ids, value)]);
    refuse(row, field, reason.data);
    buffer_release(&reason);
}

/* What figures and targets cannot do without; events can. */
static const char *const needed[FIELD_COUNT] = {
    [FIELD_VALUE] = "write the number, like 4.26",
    [FIELD_UNIT] = "write what the number counts, like USD bn or %",
    [FIELD_PERIOD] = "write what the number covers, like FY2023-24",
    [FIELD_FLOW] = "write export, import or total, or name a measure",
};

static const char *remedy_for_absence(const struct row *row, enum field field)
{
    if (field == FIELD_KIND)
        return "write figure, event or target";
    bool is_number = row->kind == KIND_FIGURE || row->kind == KIND_TARGET;
    bool is_replaced = field == FIELD_FLOW && cell_of(row, FIELD_MEASURE).length > 0;
    return is_number && !is_replaced ? needed[field] : NULL;
}

static void check_absence(const struct row *row, enum field field)
{
    const char *remedy = remedy_for_absence(row, field);
    if (!remedy)
        return;
    struct dataset *dataset = row->check->dataset;
    size_t column = column_of(row, field);
    struct buffer reason = {0};
    buffer_puts(&reason, column == NO_COLUMN ? "the file has no such column" : "is empty");
    if (field != FIELD_KIND)
        buffer_printf(&reason, ", but every %s needs it", kind_vocabulary.words[row->kind]);
    problem_add(&dataset->problems, dataset->path, row->record->line, column + 1, "%s: %s; %s",
                field_table[field].name, reason.data, remedy);
    buffer_release(&reason);
}

static void check_cell(const struct row *row, enum field field)
{
    struct text value = cell_of(row, field);
    if (!value.length)
        check_absence(row, field);
    else if (field_table[field].vocabulary)
        check_word(row, field, value);
    else if (field_table[field].type == COLUMN_PERIOD)
        check_period(row, field, value);
    else if (field_table[field].type == COLUMN_NUMBER)
        check_number(row, field);
    else if (field == FIELD_UNIT)
        check_unit(row, field, value);
    else if (field == FIELD_ID)
        check_id(row, field, value);
}

static bool check_width(const struct row *row)
{
    struct dataset *dataset = row->check->dataset;
    size_t count = row->record->count, wanted = dataset->file_columns;
    if (count == wanted)
        return true;
    problem_add(&dataset->problems, dataset->path, row->record->line, 0,
                "the row has %zu field%s, the header has %zu; %s", count, count == 1 ? "" : "s",
                wanted,
                count > wanted ? "put a text that holds the separator in quotes (\"...\")"
                               : "write the separator for empty fields too");
    return false;
}

static void read_cell(struct cell *cell, const struct table *table, size_t column,
                      struct text field)
{
    struct decimal decimal;
    *cell = (struct cell){text_trim(field), NO_CODE, NAN};
    if (table_column_type(table, column) != COLUMN_NUMBER)
        cell->code = table_find_code(table, column, cell->text);
    else if (decimal_parse(cell->text, &decimal))
        cell->number = decimal.value;
}

static enum kind kind_of(const struct row *row)
{
    const struct dataset *dataset = row->check->dataset;
    size_t column = column_of(row, FIELD_KIND);
    const struct cell *cell = &row->check->cells[column];
    int kind = cell->code == NO_CODE ? vocabulary_find(&kind_vocabulary, cell->text)
                                     : word_meaning(&dataset->meanings, dataset->table, column,
                                                    FIELD_KIND, cell->code);
    return kind > 0 ? (enum kind)kind : KIND_NONE;
}

static bool is_plain_cell(const struct row *row, size_t column)
{
    const struct cell *cell = &row->check->cells[column];
    enum field field = row->check->fields[column];
    if (!cell->text.length || field == FIELD_COUNT)
        return true;
    if (field_table[field].type == COLUMN_NUMBER)
        return row->kind != KIND_EVENT && fabs(cell->number) <= PLAIN_NUMBER;
    bool is_checked = field_table[field].vocabulary || field_table[field].type == COLUMN_PERIOD ||
                      field == FIELD_UNIT;
    return !is_checked || cell->code != NO_CODE;
}

/* True where nothing can be wrong with the row; enters its id then. False proves nothing. */
static bool is_plain(const struct row *row)
{
    static const enum field needed_fields[] = {FIELD_KIND, FIELD_VALUE, FIELD_UNIT, FIELD_PERIOD,
                                               FIELD_FLOW};
    if (row->kind == KIND_NONE)
        return false;
    for (size_t i = 0; i < ARRAY_LENGTH(needed_fields); i++)
        if (!cell_of(row, needed_fields[i]).length && remedy_for_absence(row, needed_fields[i]))
            return false;
    for (size_t column = 0; column < row->check->dataset->file_columns; column++)
        if (!is_plain_cell(row, column))
            return false;
    struct text id = cell_of(row, FIELD_ID);
    return !id.length || enter_id(row, id);
}

static void check_closely(const struct row *row)
{
    for (enum field field = 0; field < FIELD_COUNT; field++)
        if (column_of(row, field) == NO_COLUMN)
            check_absence(row, field);
    for (size_t column = 0; column < row->check->dataset->file_columns; column++)
        if (row->check->fields[column] != FIELD_COUNT)
            check_cell(row, row->check->fields[column]);
}

enum kind row_check(struct row_check *check, const struct csv_record *record)
{
    struct dataset *dataset = check->dataset;
    struct row row = {check, record, KIND_NONE};
    size_t before = dataset->problems.count;
    if (!check_width(&row))
        return KIND_NONE;
    for (size_t column = 0; column < record->count; column++)
        read_cell(&check->cells[column], dataset->table, column, record->fields[column]);
    row.kind = kind_of(&row);
    check->was_plain = is_plain(&row);
    if (!check->was_plain)
        check_closely(&row);
    return dataset->problems.count == before ? row.kind : KIND_NONE;
}

void row_check_init(struct row_check *check, struct dataset *dataset)
{
    *check = (struct row_check){.dataset = dataset};
    dictionary_init(&check->ids);
}

void row_check_begin(struct row_check *check)
{
    check->cells = xcalloc(check->dataset->file_columns, sizeof *check->cells);
}

void row_check_release(struct row_check *check)
{
    dictionary_release(&check->ids);
    free(check->id_lines);
    free(check->fields);
    free(check->cells);
    *check = (struct row_check){0};
}
