/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/csv/csv_table.h"

#include "data/io/small_file.h"

struct reader {
    csv_table_taker *take_header, *take_row;
    void *context;
    bool has_header;
    size_t refused_line; /* line of the record that was refused; 0 if none was */
    struct error reason;
};

static bool take_record(void *context, const struct csv_record *record)
{
    struct reader *reader = context;
    csv_table_taker *take = reader->has_header ? reader->take_row : reader->take_header;
    reader->has_header = true;
    if (!take || take(reader->context, record, &reader->reason))
        return true;
    reader->refused_line = record->line;
    return false;
}

static bool read_records(struct reader *reader, const char *path, struct text bytes,
                         struct error *error)
{
    struct error broken = {0};
    size_t line;
    if (!csv_read(bytes, csv_separator(bytes), take_record, reader, &line, &broken))
        error_set(error, "%s:%zu: %s", path, line, broken.text);
    else if (reader->refused_line)
        error_set(error, "%s:%zu: %s", path, reader->refused_line, reader->reason.text);
    else if (!reader->has_header)
        error_set(error, "%s: is empty; it needs a header and rows", path);
    error_release(&broken);
    error_release(&reader->reason);
    return !error->text;
}

bool csv_table_read(const char *path, csv_table_taker *take_header, csv_table_taker *take_row,
                    void *context, struct error *error)
{
    struct reader reader = {.take_header = take_header, .take_row = take_row, .context = context};
    struct small_file input;
    struct error reason = {0};
    if (!small_file_read(&input, path, &reason)) {
        error_set(error, "%s: %s", path, reason.text);
        error_release(&reason);
        return false;
    }
    bool was_read = read_records(&reader, path, buffer_text(&input.bytes), error);
    small_file_release(&input);
    return was_read;
}

struct text csv_table_cell(const struct csv_record *record, size_t column)
{
    return column < record->count ? text_trim(record->fields[column]) : (struct text){"", 0};
}
