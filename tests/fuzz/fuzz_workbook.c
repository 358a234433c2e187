/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The parts of a workbook, separated by lines of dashes: the list of sheets, its links, texts,
 * styles and the sheet. What is read of it is CSV whose rows are all equally wide.
 */
#include "config.h"

#include "base/memory.h"
#include "data/csv/csv.h"
#include "data/io/workbook.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define PARTING "\n---\n"

static void require(bool holds)
{
    if (!holds)
        abort();
}

struct parts {
    const char *start, *end;
};

/* The part of that number; the rest of the input for the last. */
static bool find_part(const struct parts *parts, size_t number, struct buffer *out)
{
    const char *start = parts->start;
    for (;; number--) {
        const char *parting = strstr(start, PARTING);
        if (!number) {
            buffer_append(out, start, (size_t)((parting ? parting : parts->end) - start));
            return true;
        }
        if (!parting)
            return false;
        start = parting + strlen(PARTING);
    }
}

static bool read_part(void *context, const char *name, struct buffer *out, struct error *error)
{
    static const char *const names[] = {"xl/workbook.xml", "xl/_rels/workbook.xml.rels",
                                        "xl/sharedStrings.xml", "xl/styles.xml"};
    size_t number = 0;
    (void)error;
    while (number < 4 && strcmp(name, names[number]) != 0)
        number++;
    return find_part(context, number, out);
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
    char *text = xstrndup(size ? (const char *)data : "", size);
    struct parts parts = {text, text + strlen(text)};
    struct buffer out = {0}, note = {0};
    struct error error = {0};
    size_t width = 0, line;
    bool is_read = workbook_read(read_part, &parts, NULL, &out, &note, &error);
    require(is_read == !error.text);
    error_release(&error);
    if (is_read)
        csv_read(buffer_text(&out), ',', check_record, &width, &line, &error);
    error_release(&error);
    buffer_release(&out);
    buffer_release(&note);
    free(text);
    return 0;
}
