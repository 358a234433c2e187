/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A web page. What is read of it is CSV whose rows are all equally wide, as long as its title is
 * not wider.
 */
#include "config.h"

#include "data/csv/csv.h"
#include "data/io/web_page.h"

#include <stdint.h>
#include <stdlib.h>

static void require(bool holds)
{
    if (!holds)
        abort();
}

static bool check_record(void *context, const struct csv_record *record)
{
    size_t *width = context;
    if (record->count > 1 && *width)
        require(record->count == *width);
    if (record->count > 1)
        *width = record->count;
    return true;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char *const wanted[] = {NULL, "1", "2"};
    for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++) {
        struct buffer page = {0}, out = {0}, note = {0};
        struct error error = {0};
        size_t width = 0, line;
        bool is_cut = false;
        buffer_append(&page, size ? (const char *)data : "", size);
        bool is_read = web_page_read(&page, NULL, wanted[i], &out, &note, &is_cut, &error);
        require(is_read == !error.text);
        error_release(&error);
        if (is_read)
            require(csv_read(buffer_text(&out), ',', check_record, &width, &line, &error));
        error_release(&error);
        buffer_release(&page);
        buffer_release(&out);
        buffer_release(&note);
    }
    return 0;
}
