/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Loading a claims file: the header says which column is which field, row_check.c says which rows
 * are good, and those go into the table. Whatever happens, the result is a dataset in which every
 * field has a column.
 */
#include "config.h"

#include "data/dataset.h"

#include "base/array.h"
#include "base/paths.h"
#include "data/csv_split.h"
#include "data/row_check.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

struct loader {
    struct dataset *dataset;
    struct row_check check;
    bool has_header;
};

static void store_cell(struct table *table, size_t row, size_t column, const struct cell *cell)
{
    struct period period;
    if (!cell->text.length)
        return;
    if (cell->code != NO_CODE)
        table_set_code(table, row, column, cell->code);
    else if (table_column_type(table, column) == COLUMN_NUMBER)
        table_refer_number(table, row, column, cell->text, cell->number);
    else if (table_column_type(table, column) == COLUMN_PERIOD && period_parse(cell->text, &period))
        table_refer_period(table, row, column, cell->text, period);
    else
        table_refer_text(table, row, column, cell->text);
}

static void take_row(struct loader *loader, const struct csv_record *record)
{
    struct dataset *dataset = loader->dataset;
    enum kind kind = row_check(&loader->check, record);
    if (kind == KIND_NONE)
        return;
    size_t row = table_add_row(dataset->table, record->line);
    for (size_t column = 0; column < record->count; column++)
        store_cell(dataset->table, row, column, &loader->check.cells[column]);
    if (!loader->check.was_plain)
        word_meanings_learn(&dataset->meanings, dataset->table, dataset->column);
    dataset->count_of_kind[kind]++;
}

static enum field field_of(struct text name)
{
    enum field field = 0;
    while (field < FIELD_COUNT && !text_is_equal_folded(name, text_of(field_table[field].name)))
        field++;
    return field;
}

static void add_column(struct loader *loader, struct text name)
{
    struct dataset *dataset = loader->dataset;
    size_t column = dataset->file_columns++;
    enum field field = field_of(name);
    if (field != FIELD_COUNT && dataset->column[field] != NO_COLUMN)
        field = FIELD_COUNT;
    struct buffer numbered = {0};
    if (!name.length) {
        buffer_printf(&numbered, "column %zu", column + 1);
        name = buffer_text(&numbered);
    }
    table_add_column(dataset->table, name,
                     field == FIELD_COUNT ? COLUMN_TEXT : field_table[field].type);
    buffer_release(&numbered);
    loader->check.fields[column] = field;
    if (field != FIELD_COUNT)
        dataset->column[field] = column;
}

struct named_column {
    char *folded; /* owned */
    size_t column;
};

static int compare_named(const void *left, const void *right)
{
    const struct named_column *a = left, *b = right;
    int order = strcmp(a->folded, b->folded);
    return order ? order : (a->column > b->column) - (a->column < b->column);
}

/* Marks the columns whose name an earlier one has, by sorting: a header may have thousands. */
static bool *find_repeated(const struct dataset *dataset)
{
    size_t count = dataset->file_columns;
    struct named_column *names = xcalloc(count, sizeof *names);
    bool *repeated = xcalloc(count, sizeof *repeated);
    for (size_t i = 0; i < count; i++) {
        struct buffer folded = {0};
        text_fold(&folded, text_of(table_column_name(dataset->table, i)));
        names[i] = (struct named_column){buffer_take(&folded), i};
    }
    qsort(names, count, sizeof *names, compare_named);
    for (size_t i = 1; i < count; i++)
        repeated[names[i].column] = strcmp(names[i - 1].folded, names[i].folded) == 0;
    for (size_t i = 0; i < count; i++)
        free(names[i].folded);
    free(names);
    return repeated;
}

static void check_header_names(struct dataset *dataset, size_t line)
{
    bool *repeated = find_repeated(dataset);
    for (size_t i = 0; i < dataset->file_columns; i++) {
        if (!repeated[i])
            continue;
        struct buffer name = {0};
        problem_quote(&name, text_of(table_column_name(dataset->table, i)));
        problem_add(&dataset->problems, dataset->path, line, i + 1,
                    "the column %s stands in the header already; that one is used, this one "
                    "is kept as a column without meaning; rename one",
                    name.data);
        buffer_release(&name);
    }
    free(repeated);
}

static void append_missing(struct buffer *out, const char *name)
{
    buffer_printf(out, "%s`%s`", out->length ? ", " : "", name);
}

/* Without `kind` no row can be understood, and all that the header lacks is named in one go. */
static bool check_is_claims_file(struct dataset *dataset)
{
    static const enum field required[] = {FIELD_KIND, FIELD_VALUE, FIELD_UNIT, FIELD_PERIOD};
    if (dataset->column[FIELD_KIND] != NO_COLUMN)
        return true;
    struct buffer missing = {0};
    for (size_t i = 0; i < ARRAY_LENGTH(required); i++)
        if (dataset->column[required[i]] == NO_COLUMN)
            append_missing(&missing, field_table[required[i]].name);
    if (dataset->column[FIELD_FLOW] == NO_COLUMN && dataset->column[FIELD_MEASURE] == NO_COLUMN)
        append_missing(&missing, "flow` or `measure");
    problem_add(&dataset->problems, dataset->path, 0, 0,
                "is no claims file: its header lacks %s; tradescope(5) describes the columns",
                missing.data);
    buffer_release(&missing);
    return false;
}

static bool take_header(struct loader *loader, const struct csv_record *record)
{
    loader->has_header = true;
    loader->check.fields = xcalloc(record->count, sizeof *loader->check.fields);
    for (size_t i = 0; i < record->count; i++)
        add_column(loader, text_trim(record->fields[i]));
    if (!check_is_claims_file(loader->dataset))
        return false;
    check_header_names(loader->dataset, record->line);
    row_check_begin(&loader->check);
    return true;
}

static void add_absent_fields(struct dataset *dataset)
{
    for (enum field field = 0; field < FIELD_COUNT; field++)
        if (dataset->column[field] == NO_COLUMN)
            dataset->column[field] = table_add_column(
                dataset->table, text_of(field_table[field].name), field_table[field].type);
}

static bool take_record(void *context, const struct csv_record *record)
{
    struct loader *loader = context;
    if (loader->has_header) {
        take_row(loader, record);
        return true;
    }
    bool is_claims_file = take_header(loader, record);
    add_absent_fields(loader->dataset);
    return is_claims_file;
}

static void read_claims(struct dataset *dataset, struct text bytes)
{
    struct loader loader = {.dataset = dataset};
    struct error error = {0};
    size_t line;
    row_check_init(&loader.check, dataset);
    dataset->separator = csv_separator(bytes);
    if (!csv_split(bytes, dataset->separator, table_arena(dataset->table), take_record, &loader,
                   &line, &error))
        problem_add(&dataset->problems, dataset->path, line, 0, "%s", error.text);
    else if (!loader.has_header)
        problem_add(&dataset->problems, dataset->path, 0, 0,
                    "the file is empty; a claims file starts with a header, see tradescope(5)");
    error_release(&error);
    row_check_release(&loader.check);
}

/* The cells of the table refer to the bytes, which it owns from now on. */
static struct text adopt(struct table *table, struct buffer *bytes)
{
    struct text text = buffer_text(bytes);
    table_adopt(table, bytes);
    return text;
}

/* `error` is set where the input could not be read. Takes both over. */
static void load(struct dataset *dataset, const char *path, struct input *input,
                 struct error *error)
{
    *dataset = (struct dataset){.path = xstrdup(path), .table = table_new(), .separator = ','};
    for (enum field field = 0; field < FIELD_COUNT; field++)
        dataset->column[field] = NO_COLUMN;
    dataset->encoding = input->encoding;
    if (error->text)
        problem_add(&dataset->problems, path, 0, 0, "%s", error->text);
    else
        read_claims(dataset, adopt(dataset->table, &input->bytes));
    add_absent_fields(dataset);
    dataset->source_count = table_distinct_count(dataset->table, dataset->column[FIELD_SOURCE]) - 1;
    input_release(input);
    error_release(error);
}

void dataset_load(struct dataset *dataset, const char *path)
{
    struct input input;
    struct error error = {0};
    input_read(&input, path, &error);
    load(dataset, path, &input, &error);
}

void dataset_load_bytes(struct dataset *dataset, const char *path, struct buffer *bytes)
{
    struct input input;
    struct error error = {0};
    input_decode(&input, bytes, &error);
    load(dataset, path, &input, &error);
}

void dataset_release(struct dataset *dataset)
{
    free(dataset->path);
    mapping_release(&dataset->mapping);
    for (size_t i = 0; i < dataset->part_count; i++)
        free(dataset->parts[i].path);
    free(dataset->parts);
    table_free(dataset->table);
    word_meanings_release(&dataset->meanings);
    problem_list_release(&dataset->problems);
    *dataset = (struct dataset){0};
}

bool dataset_row_as_written(const struct dataset *dataset, size_t row, struct buffer *out)
{
    for (size_t column = 0; column < dataset->file_columns; column++) {
        buffer_puts(out, column ? "," : "");
        table_write(dataset->table, row, column, out);
    }
    return true;
}

struct text dataset_text(const struct dataset *dataset, size_t row, enum field field)
{
    return table_text(dataset->table, row, dataset->column[field]);
}

static int word_of(const struct dataset *dataset, size_t row, enum field field)
{
    size_t column = dataset->column[field];
    return word_meaning(&dataset->meanings, dataset->table, column, field,
                        table_code(dataset->table, row, column));
}

static struct period period_of(const struct dataset *dataset, size_t row, enum field field)
{
    return table_period(dataset->table, row, dataset->column[field]);
}

static void decode_number(const struct dataset *dataset, struct claim *claim)
{
    if (!claim->measure)
        claim->measure = MEASURE_VALUE;
    if (!claim->qualifier)
        claim->qualifier = QUALIFIER_EXACT;
    claim->decimal.value = table_number(dataset->table, claim->row, dataset->column[FIELD_VALUE]);
    claim->decimal.places = decimal_places(dataset_text(dataset, claim->row, FIELD_VALUE));
    claim->unit = unit_meaning(&dataset->meanings, dataset->table, dataset->column[FIELD_UNIT],
                               table_code(dataset->table, claim->row, dataset->column[FIELD_UNIT]));
    claim->value = claim->decimal.value * claim->unit.scale;
}

struct claim dataset_claim(const struct dataset *dataset, size_t row)
{
    struct claim claim = {
        .row = row,
        .kind = (enum kind)word_of(dataset, row, FIELD_KIND),
        .flow = (enum flow)word_of(dataset, row, FIELD_FLOW),
        .measure = (enum measure)word_of(dataset, row, FIELD_MEASURE),
        .qualifier = (enum qualifier)word_of(dataset, row, FIELD_QUALIFIER),
        .date = period_of(dataset, row, FIELD_DATE),
        .period = period_of(dataset, row, FIELD_PERIOD),
        .base = period_of(dataset, row, FIELD_BASE),
        .decimal = {.value = NAN},
        .value = NAN,
        .reporter = dataset_text(dataset, row, FIELD_REPORTER),
        .partner = dataset_text(dataset, row, FIELD_PARTNER),
        .product = dataset_text(dataset, row, FIELD_PRODUCT),
    };
    if (claim.kind != KIND_EVENT)
        decode_number(dataset, &claim);
    return claim;
}

const char *dataset_row_path(const struct dataset *dataset, size_t row)
{
    size_t part = dataset->part_count;
    while (part && dataset->parts[part - 1].first_row > row)
        part--;
    return part ? dataset->parts[part - 1].path : dataset->path;
}

void dataset_id(const struct dataset *dataset, size_t row, struct buffer *out)
{
    struct text id = dataset_text(dataset, row, FIELD_ID);
    if (id.length)
        buffer_append_text(out, id);
    else
        buffer_printf(out, "%s:%zu", path_name(dataset_row_path(dataset, row)),
                      table_line(dataset->table, row));
}

enum field dataset_field_of(const struct dataset *dataset, size_t column)
{
    int field = 0;
    while (field < FIELD_COUNT && dataset->column[field] != column)
        field++;
    return (enum field)field;
}
