/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Any bytes as CSV, with each separator. Records come with growing line numbers inside the file,
 * and never hold more text than the file; an error names a line behind the last record's start.
 */
#include "config.h"

#include "data/csv/csv.h"

#include <stdint.h>
#include <stdlib.h>

struct seen {
    size_t line, bytes;
};

static void require(bool holds)
{
    if (!holds)
        abort();
}

static bool check_record(void *context, const struct csv_record *record)
{
    struct seen *seen = context;
    require(record->line > seen->line);
    require(record->count > 0);
    seen->line = record->line;
    for (size_t i = 0; i < record->count; i++) {
        volatile char sink = 0;
        for (size_t k = 0; k < record->fields[i].length; k++)
            sink ^= record->fields[i].data[k];
        (void)sink;
        seen->bytes += record->fields[i].length;
    }
    return true;
}

static size_t count_lines(struct text bytes)
{
    size_t lines = 1;
    for (size_t i = 0; i < bytes.length; i++)
        lines += bytes.data[i] == '\n' || bytes.data[i] == '\r';
    return lines;
}

static void check(struct text bytes, char separator)
{
    struct seen seen = {0};
    struct error error = {0};
    size_t error_line = 0;
    bool was_read = csv_read(bytes, separator, check_record, &seen, &error_line, &error);
    require(seen.line <= count_lines(bytes));
    require(seen.bytes <= bytes.length);
    require(was_read == !error.text);
    require(was_read ? error_line == 0 : error_line > seen.line);
    require(error_line <= count_lines(bytes));
    error_release(&error);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct text bytes = {(const char *)data, size};
    const char separators[] = {',', ';', '\t', csv_separator(bytes)};
    for (size_t i = 0; i < sizeof separators; i++)
        check(bytes, separators[i]);
    return 0;
}
