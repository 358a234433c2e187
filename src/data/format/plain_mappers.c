/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The two mappings that take each column of a file as it is: a claims file, whose columns are known
 * by name, and any other table, of which only the columns of numbers are recognised.
 */
#include "config.h"

#include "base/array.h"
#include "data/format/mapping.h"
#include "data/value/number_survey.h"

#include <stdlib.h>

static enum field field_of(struct text name)
{
    enum field field = 0;
    while (field < FIELD_COUNT && !text_is_equal_folded(name, text_of(field_table[field].name)))
        field++;
    return field;
}

/* A column without a name is named by its number. */
static struct mapped_column *add_column(struct mapping *mapping, struct text name)
{
    struct buffer numbered = {0};
    if (!name.length) {
        buffer_printf(&numbered, "column %zu", mapping->column_count + 1);
        name = buffer_text(&numbered);
    }
    struct mapped_column *column = mapping_add_column(mapping, name, COLUMN_TEXT);
    column->from[column->from_count++] = mapping->column_count - 1;
    buffer_release(&numbered);
    return column;
}

static void start(struct mapping *mapping, enum form form, const struct file_head *head)
{
    const struct csv_record *header = &head->records[head->header];
    mapping->form = form;
    mapping->file_columns = header->count;
    mapping->header_number = head->header;
    mapping->header_records = file_head_body(head, head->header);
    for (size_t i = 0; i < header->count; i++)
        add_column(mapping, text_trim(header->fields[i]));
}

static void append_missing(struct buffer *out, const char *name)
{
    buffer_printf(out, "%s`%s`", out->length ? ", " : "", name);
}

/* Rows cannot be understood without `kind`. The error names all missing columns. */
static bool check_fields(const bool has[FIELD_COUNT], struct error *error)
{
    static const enum field required[] = {FIELD_KIND, FIELD_VALUE, FIELD_UNIT, FIELD_PERIOD};
    if (has[FIELD_KIND])
        return true;
    struct buffer missing = {0};
    for (size_t i = 0; i < ARRAY_LENGTH(required); i++)
        if (!has[required[i]])
            append_missing(&missing, field_table[required[i]].name);
    if (!has[FIELD_FLOW] && !has[FIELD_MEASURE])
        append_missing(&missing, "flow` or `measure");
    error_set(error, "is no claims file: its header lacks %s; tradescope(5) describes the columns",
              missing.data);
    buffer_release(&missing);
    return false;
}

bool map_claims(const struct file_head *head, const void *context, struct mapping *mapping,
                struct error *error)
{
    (void)context;
    if (!head->count)
        return error_set(error, "the file is empty; a claims file starts with a header, see "
                                "tradescope(5)");
    bool has[FIELD_COUNT] = {false};
    start(mapping, FORM_CLAIMS, head);
    for (size_t i = 0; i < mapping->column_count; i++) {
        struct mapped_column *column = &mapping->columns[i];
        enum field field = field_of(text_trim(head->records[head->header].fields[i]));
        if (field == FIELD_COUNT || has[field])
            continue;
        has[field] = true;
        column->field = field;
        column->type = field_table[field].type;
    }
    return check_fields(has, error);
}

static struct number_survey survey(const struct file_head *head, size_t column)
{
    struct number_survey survey = {0};
    for (size_t i = file_head_body(head, head->header); i < head->count; i++)
        if (column < head->records[i].count)
            number_survey_add(&survey, head->records[i].fields[column]);
    return survey;
}

static void take_for_numbers(struct mapped_column *column, number_reader *read)
{
    column->type = COLUMN_NUMBER;
    column->read = read;
    column->missing = xcalloc(number_missing_count, sizeof *column->missing);
    while (column->missing_count < number_missing_count) {
        column->missing[column->missing_count] = xstrdup(number_missing[column->missing_count]);
        column->missing_count++;
    }
}

/*
 * Makes a column one of numbers if all of the sample are. A leading zero means codes, and ambiguous
 * numbers stay text.
 */
static void row_filter_numbers(const struct file_head *head, struct mapping *mapping, size_t number)
{
    struct mapped_column *column = &mapping->columns[number];
    struct number_survey found = survey(head, number);
    number_reader *read;
    struct buffer told = {0};
    if (!found.numbers || found.others || found.codes)
        return;
    enum number_verdict verdict = number_survey_decide(&found, head->separator, &read);
    if (verdict == NUMBERS_OPEN)
        number_survey_refuse(&found, text_of(column->name), &told);
    if (verdict == NUMBERS_READ)
        number_survey_tell(&found, read, text_of(column->name), &told);
    if (told.length)
        problem_add(&mapping->decisions, head->path, head->records[head->header].line, number + 1,
                    "%s%s", told.data, verdict == NUMBERS_OPEN ? "; till then it is text" : "");
    if (verdict != NUMBERS_OPEN)
        take_for_numbers(column, read);
    buffer_release(&told);
}

bool map_plain(const struct file_head *head, const void *context, struct mapping *mapping,
               struct error *error)
{
    (void)context;
    if (!head->count)
        return error_set(error, "the file is empty; a table starts with the names of its columns");
    start(mapping, FORM_PLAIN, head);
    for (size_t i = 0; i < mapping->column_count; i++)
        row_filter_numbers(head, mapping, i);
    return true;
}
