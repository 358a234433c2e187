/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Any bytes as a claims file: loaded, and then everything read that a program can ask for.
 */
#include "config.h"

#include "data/load/dataset.h"
#include "data/load/loading.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

static void require(bool holds)
{
    if (!holds)
        abort();
}

static void check_cells(const struct table *table)
{
    for (size_t column = 0; column < table_column_count(table); column++)
        for (size_t row = 0; row < table_row_count(table); row++) {
            struct buffer text = {0};
            buffer_puts(&text, "");
            table_write(table, row, column, &text);
            require(strlen(text.data) == text.length);
            require(table_code(table, row, column) < table_distinct_count(table, column));
            if (table_column_type(table, column) == COLUMN_NUMBER)
                require(isnan(table_number(table, row, column)) == (text.length == 0));
            if (table_column_type(table, column) == COLUMN_PERIOD)
                require(!table_period(table, row, column).kind == (text.length == 0));
            buffer_release(&text);
        }
}

static void check_claim(const struct dataset *dataset, size_t row, size_t *kinds)
{
    struct claim claim = dataset_claim(dataset, row);
    require(claim.kind >= KIND_FIGURE && claim.kind < KIND_COUNT);
    require(claim.flow >= FLOW_NONE && claim.flow <= FLOW_RE_IMPORT);
    require(claim.measure >= MEASURE_NONE && claim.measure <= MEASURE_CHANGE);
    require(claim.qualifier >= QUALIFIER_NONE && claim.qualifier <= QUALIFIER_AT_MOST);
    require(claim.kind == KIND_EVENT ? isnan(claim.value) : isfinite(claim.value));
    kinds[claim.kind]++;
    for (enum field field = 0; field < FIELD_COUNT; field++)
        require(dataset_text(dataset, row, field).data != NULL);
    struct buffer id = {0};
    dataset_id(dataset, row, &id);
    require(id.length > 0);
    buffer_release(&id);
}

static void check_problems(const struct problem_list *list)
{
    size_t line = 0;
    for (size_t i = 0; i < list->count; i++) {
        struct buffer out = {0};
        problem_format(&out, &list->items[i]);
        require(out.length > 0 && !strchr(out.data, '\n') && !strchr(out.data, '\x1b'));
        require(list->items[i].line >= line || !list->items[i].line); /* 0 is the whole file */
        line = list->items[i].line > line ? list->items[i].line : line;
        buffer_release(&out);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct buffer bytes = {0};
    struct dataset dataset;
    size_t kinds[KIND_COUNT] = {0};
    buffer_append(&bytes, (const char *)data, size);
    dataset_load_bytes(&dataset, "fuzz.csv", &bytes, NULL);
    check_cells(dataset.table);
    for (size_t row = 0; row < table_row_count(dataset.table); row++)
        check_claim(&dataset, row, kinds);
    require(memcmp(kinds, dataset.count_of_kind, sizeof kinds) == 0);
    require(dataset.source_count <= table_row_count(dataset.table));
    check_problems(&dataset.problems);
    dataset_release(&dataset);
    return 0;
}
