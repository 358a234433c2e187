/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The two mappings that take a file as it is, column for column: a claims file, whose columns are
 * known by name, and any other table, of which nothing is known but which columns are numbers.
 */
#include "config.h"

#include "base/array.h"
#include "data/mapping.h"

#include <stdlib.h>

static enum field field_of(struct text name)
{
    enum field field = 0;
    while (field < FIELD_COUNT && !text_is_equal_folded(name, text_of(field_table[field].name)))
        field++;
    return field;
}

/* A column without a name is called after its number. */
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

/* Without `kind` no row can be understood, and all that the header lacks is named in one go. */
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

/* What stands for a number that is not known. */
static const char *const no_numbers[] = {"NA", "N/A", "n/a", "NaN", "NULL", "null", "..", "-"};

static bool is_no_number(struct text text)
{
    for (size_t i = 0; i < ARRAY_LENGTH(no_numbers); i++)
        if (text_is(text, no_numbers[i]))
            return true;
    return !text.length;
}

/* A number with a zero in front is a code. */
static bool is_number(struct text text)
{
    struct decimal decimal;
    bool is_code = text.length > 1 && text.data[0] == '0' && text.data[1] != '.';
    return !is_code && decimal_parse(text, &decimal);
}

static bool holds_numbers(const struct file_head *head, size_t column)
{
    bool has_number = false;
    for (size_t i = file_head_body(head, head->header); i < head->count; i++) {
        if (column >= head->records[i].count)
            continue;
        struct text text = text_trim(head->records[i].fields[column]);
        if (is_no_number(text))
            continue;
        if (!is_number(text))
            return false;
        has_number = true;
    }
    return has_number;
}

static void take_for_numbers(struct mapped_column *column)
{
    column->type = COLUMN_NUMBER;
    column->missing = xcalloc(ARRAY_LENGTH(no_numbers), sizeof *column->missing);
    while (column->missing_count < ARRAY_LENGTH(no_numbers)) {
        column->missing[column->missing_count] = xstrdup(no_numbers[column->missing_count]);
        column->missing_count++;
    }
}

bool map_plain(const struct file_head *head, const void *context, struct mapping *mapping,
               struct error *error)
{
    (void)context;
    if (!head->count)
        return error_set(error, "the file is empty; a table starts with the names of its columns");
    start(mapping, FORM_PLAIN, head);
    for (size_t i = 0; i < mapping->column_count; i++)
        if (holds_numbers(head, i))
            take_for_numbers(&mapping->columns[i]);
    return true;
}
