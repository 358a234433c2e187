/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "evidence/quote_record.h"

#include "base/array.h"
#include "base/memory.h"
#include "base/sha256.h"
#include "data/csv/csv_table.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

const char *const record_columns[RECORD_COLUMNS] = {
    [RECORD_ID] = "id",
    [RECORD_SOURCE] = "source",
    [RECORD_OUTCOME] = "outcome",
    [RECORD_QUOTE_SHA256] = "quote_sha256",
    [RECORD_ARTICLE_SHA256] = "article_sha256",
    [RECORD_PREFIX] = "prefix",
    [RECORD_SUFFIX] = "suffix",
};

void quote_record_release(struct quote_record *record)
{
    for (size_t i = 0; i < record->count; i++)
        for (size_t k = 0; k < RECORD_COLUMNS; k++)
            free(record->items[i].cells[k]);
    free(record->items);
    free(record->claims);
    free(record->reason);
    *record = (struct quote_record){0};
}

static bool take_header(void *context, const struct csv_record *record, struct error *error)
{
    (void)context;
    for (size_t i = 0; i < RECORD_COLUMNS; i++)
        if (!text_is(csv_table_cell(record, i), record_columns[i]))
            return error_set(error, "column %zu is not %s", i + 1, record_columns[i]);
    return true;
}

static bool take_row(void *context, const struct csv_record *cells, struct error *error)
{
    struct quote_record *record = context;
    (void)error;
    ARRAY_RESERVE(record->items, record->count + 1, record->capacity);
    struct record_entry *entry = &record->items[record->count++];
    for (size_t i = 0; i < RECORD_COLUMNS; i++) {
        struct text cell = csv_table_cell(cells, i);
        entry->cells[i] = xstrndup(cell.data, cell.length);
    }
    return true;
}

/* Returns FILE.verified.csv for FILE.csv. The caller frees it. */
static char *path_of(const char *claims)
{
    struct buffer path = {0};
    size_t length = strlen(claims);
    bool is_csv = length > 4 && strcmp(claims + length - 4, ".csv") == 0;
    buffer_append(&path, claims, is_csv ? length - 4 : length);
    buffer_puts(&path, ".verified.csv");
    return buffer_take(&path);
}

void quote_record_enter(struct quote_record *record, const char *claims)
{
    struct error error = {0};
    if (record->claims && strcmp(record->claims, claims) == 0)
        return;
    quote_record_release(record);
    char *path = path_of(claims);
    if (!csv_table_read(path, take_header, take_row, record, &error)) {
        quote_record_release(record);
        if (access(path, F_OK) == 0)
            record->reason = xstrdup(error.text);
    }
    record->claims = xstrdup(claims);
    free(path);
    error_release(&error);
}

const struct record_entry *quote_record_find(const struct quote_record *record, struct text id,
                                             struct text source, struct text quote, bool *is_other)
{
    const struct record_entry *found = NULL;
    *is_other = false;
    for (size_t i = 0; i < record->count && !found; i++)
        if (text_is(id, record->items[i].cells[RECORD_ID]))
            found = &record->items[i];
    if (!found)
        return NULL;
    struct buffer sum = {0};
    sha256_write(&sum, quote);
    *is_other = strcmp(sum.data, found->cells[RECORD_QUOTE_SHA256]) != 0 ||
                !text_is(source, found->cells[RECORD_SOURCE]);
    buffer_release(&sum);
    return *is_other ? NULL : found;
}
