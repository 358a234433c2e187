/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Data sets built by hand, for tests: rows of texts under the columns of a claims file and any
 * others. Numbers and periods are read as the loader reads them.
 */
#ifndef TRADESCOPE_TESTS_CLAIMS_H
#define TRADESCOPE_TESTS_CLAIMS_H

#include "data/load/dataset.h"

#include <math.h>

/* Adds the columns named in `header`, and the missing ones of the claims file. */
static inline void claims_start(struct dataset *dataset, const char *const *header, size_t count)
{
    *dataset = (struct dataset){.table = table_new(), .file_columns = count};
    for (size_t i = 0; i < count; i++) {
        enum column_type type = COLUMN_TEXT;
        for (int field = 0; field < FIELD_COUNT; field++)
            if (text_is(text_of(header[i]), field_table[field].name))
                type = field_table[field].type;
        table_add_column(dataset->table, text_of(header[i]), type);
    }
    for (int field = 0; field < FIELD_COUNT; field++) {
        struct text name = text_of(field_table[field].name);
        dataset->column[field] = table_find_column(dataset->table, name);
        if (dataset->column[field] == NO_COLUMN)
            dataset->column[field] =
                table_add_column(dataset->table, name, field_table[field].type);
    }
}

static inline void claims_set(struct dataset *dataset, size_t row, size_t column, struct text text)
{
    struct decimal decimal = {.value = NAN};
    struct period period = {0};
    switch (table_column_type(dataset->table, column)) {
    case COLUMN_NUMBER:
        decimal_parse(text, &decimal);
        table_set_number(dataset->table, row, column, text, decimal.value);
        break;
    case COLUMN_PERIOD:
        period_parse(text, &period);
        table_set_period(dataset->table, row, column, text, period);
        break;
    default:
        table_set_text(dataset->table, row, column, text);
    }
}

static inline void claims_add(struct dataset *dataset, const char *const *cells, size_t count)
{
    size_t row = table_add_row(dataset->table, table_row_count(dataset->table) + 2);
    for (size_t i = 0; i < count; i++)
        claims_set(dataset, row, i, text_of(cells[i]));
}

static inline void claims_release(struct dataset *dataset)
{
    table_free(dataset->table);
}

#endif
