/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Any text as a format file and, behind a line of dashes, any file that is read by it: parsed,
 * matched, compiled into a mapping, its translators asked for the words of the file, and loaded.
 */
#include "config.h"

#include "data/format/format_mapping.h"
#include "data/format/format_match.h"
#include "data/load/loading.h"
#include "data/format/detect.h"

#include "base/array.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define PARTING "\n---\n"

static void require(bool holds)
{
    if (!holds)
        abort();
}

struct file {
    struct csv_record records[HEAD_RECORDS];
    size_t count;
    struct arena arena;
};

static bool take_record(void *context, const struct csv_record *record)
{
    struct file *file = context;
    struct text *fields = arena_alloc(&file->arena, (record->count + 1) * sizeof *fields);
    for (size_t i = 0; i < record->count; i++)
        fields[i] = (struct text){
            arena_copy(&file->arena, record->fields[i].data, record->fields[i].length),
            record->fields[i].length};
    file->records[file->count] = *record;
    file->records[file->count++].fields = fields;
    return file->count < HEAD_RECORDS;
}

/* Every column is made of something that is there, and every word means something or is refused. */
static void check_column(const struct mapping *mapping, size_t number, const struct file *file)
{
    const struct mapped_column *column = &mapping->columns[number];
    bool is_of_file = column->origin == ORIGIN_FILE || column->origin == ORIGIN_JOINED;
    for (size_t i = 0; is_of_file && i < column->from_count; i++)
        require(column->from[i] < mapping->file_columns);
    require((column->origin == ORIGIN_CONSTANT) == (column->constant != NULL));
    if (column->origin != ORIGIN_TRANSLATED)
        return;
    require(column->from[0] < number && mapping->columns[column->from[0]].type != COLUMN_NUMBER);
    require(mapping->columns[column->from[0]].origin != ORIGIN_TRANSLATED);
    for (size_t i = 0; i < file->count; i++)
        for (size_t k = 0; k < file->records[i].count; k++) {
            struct buffer meaning = {0}, reason = {0};
            bool is_known =
                column->translate(file->records[i].fields[k], column->context, &meaning, &reason);
            require(is_known || (reason.length && !meaning.length));
            buffer_release(&meaning);
            buffer_release(&reason);
        }
}

static void check_mapping(const struct mapping *mapping, const struct file *file)
{
    size_t stated[FIELD_COUNT + 1] = {0};
    for (size_t i = 0; i < mapping->column_count; i++) {
        check_column(mapping, i, file);
        stated[mapping->columns[i].field]++;
    }
    for (enum field field = 0; field < FIELD_COUNT; field++)
        require(stated[field] <= 1);
    require(stated[FIELD_PERIOD] && stated[FIELD_REPORTER] && stated[FIELD_FLOW] &&
            stated[FIELD_VALUE] && stated[FIELD_UNIT]);
    for (size_t i = 0; i < mapping->split_count; i++)
        require(mapping->splits[i].column < mapping->column_count);
    for (size_t i = 0; i < mapping->left_out_count; i++)
        require(mapping->left_out[i].column < mapping->file_columns);
    for (size_t i = 0; i < mapping->melted_count; i++)
        require(mapping->melted[i].column < mapping->file_columns);
}

static void try_file(struct format *format, struct text bytes)
{
    struct format_list list = {.formats = &format, .count = 1};
    struct file file = {0};
    struct file_head head = {.path = "export_2019_20.csv", .separator = csv_separator(bytes)};
    struct format_match match;
    struct error error = {0};
    size_t line;
    csv_read(bytes, head.separator, take_record, &file, &line, &error);
    head.records = file.records;
    head.count = file.count;
    if (format_match(&list, &head, NULL, &match, &error) && match.format) {
        struct mapping mapping = {0};
        bool lacks[FIELD_COUNT];
        if (format_mapping_make(&mapping, format, NULL, &head, match.header, NULL, lacks))
            check_mapping(&mapping, &file);
        mapping_release(&mapping);
    }
    arena_release(&file.arena);
    error_release(&error);
}

/* Whatever is read is whole: a row has its fields, a value or none. */
static void check_dataset(const struct dataset *dataset)
{
    size_t rows = table_row_count(dataset->table);
    for (size_t row = 0; dataset->form == FORM_STATISTICS && row < rows; row++) {
        require(table_period(dataset->table, row, dataset->column[FIELD_PERIOD]).kind);
        require(dataset_text(dataset, row, FIELD_REPORTER).length > 0);
        require(vocabulary_find(&flow_vocabulary, dataset_text(dataset, row, FIELD_FLOW)) > 0);
        require(!isinf(table_number(dataset->table, row, dataset->column[FIELD_VALUE])));
    }
}

static void load_file(struct format *format, struct text bytes)
{
    struct format_list list = {.formats = &format, .count = 1};
    struct recognition recognition = {.formats = &list};
    struct load_options options = {
        .map = recognise, .context = &recognition, .threads = 1, .part_size = 64};
    struct buffer copy = {0};
    struct dataset dataset;
    buffer_append_text(&copy, bytes);
    dataset_load_bytes(&dataset, "export_2019_20.csv", &copy, &options);
    check_dataset(&dataset);
    dataset_release(&dataset);
}

static size_t find_parting(struct text text)
{
    size_t length = strlen(PARTING);
    for (size_t i = 0; i + length <= text.length; i++)
        if (memcmp(text.data + i, PARTING, length) == 0)
            return i;
    return text.length;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct text text = {(const char *)data, size};
    size_t parting = find_parting(text);
    struct format format;
    struct problem_list problems = {0};
    bool is_good =
        format_parse(&format, "fuzz.format", (struct text){text.data, parting}, &problems);
    require(is_good == (problems.count == 0));
    for (size_t i = 0; i < problems.count; i++)
        require(!strpbrk(problems.items[i].reason, "\n\x1b"));
    if (is_good && parting < size) {
        size_t start = parting + strlen(PARTING);
        try_file(&format, (struct text){text.data + start, size - start});
        load_file(&format, (struct text){text.data + start, size - start});
    }
    problem_list_release(&problems);
    format_release(&format);
    return 0;
}
