/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dataset_builder.h"

#include "base/memory.h"

#include <stdio.h>
#include <stdlib.h>

void build_dataset(struct dataset *dataset)
{
    *dataset = (struct dataset){
        .path = xstrdup("test.csv"), .table = table_new(), .file_columns = FIELD_COUNT};
    for (size_t i = 0; i < FIELD_COUNT; i++)
        dataset->column[i] =
            table_add_column(dataset->table, text_of(field_table[i].name), field_table[i].type);
}

static void stop(const char *field, const char *cell)
{
    fprintf(stderr, "dataset_builder: %s cannot be \"%s\"\n", field, cell);
    abort();
}

static void set_cell(struct dataset *dataset, size_t row, size_t field, const char *cell)
{
    const struct field_info *info = &field_table[field];
    struct text text = text_of(cell);
    struct decimal decimal;
    struct period period;
    if (info->vocabulary && vocabulary_find(info->vocabulary, text) < 0)
        stop(info->name, cell);
    switch (info->type) {
    case COLUMN_TEXT:
        table_set_text(dataset->table, row, dataset->column[field], text);
        break;
    case COLUMN_NUMBER:
        if (!decimal_parse(text, &decimal))
            stop(info->name, cell);
        table_set_number(dataset->table, row, dataset->column[field], text, decimal.value);
        break;
    case COLUMN_PERIOD:
        if (!period_parse(text, &period))
            stop(info->name, cell);
        table_set_period(dataset->table, row, dataset->column[field], text, period);
        break;
    }
}

size_t build_row(struct dataset *dataset, const char *const cells[FIELD_COUNT])
{
    size_t row = table_row_count(dataset->table);
    table_add_row(dataset->table, row + 2);
    for (size_t i = 0; i < FIELD_COUNT; i++)
        if (cells[i])
            set_cell(dataset, row, i, cells[i]);
    return row;
}

size_t build_trade(struct dataset *dataset, const char *period, const char *flow, const char *value,
                   const char *unit, const char *qualifier)
{
    return build_row(
        dataset, CELLS([FIELD_KIND] = "figure", [FIELD_PERIOD] = period, [FIELD_REPORTER] = "India",
                       [FIELD_PARTNER] = "Russia", [FIELD_FLOW] = flow, [FIELD_VALUE] = value,
                       [FIELD_UNIT] = unit, [FIELD_QUALIFIER] = qualifier));
}

#define OF_INDIA [FIELD_REPORTER] = "India", [FIELD_PARTNER] = "Russia"
#define OF_FY2023_24 [FIELD_KIND] = "figure", [FIELD_PERIOD] = "FY2023-24", OF_INDIA

void build_example(struct dataset *dataset)
{
    build_dataset(dataset);
    build_row(
        dataset,
        CELLS(
            OF_FY2023_24, [FIELD_DATE] = "2024-10-26", [FIELD_FLOW] = "total", [FIELD_VALUE] = "65",
            [FIELD_UNIT] = "USD bn", [FIELD_QUALIFIER] = "about", [FIELD_SOURCE] = "000"));
    build_row(
        dataset,
        CELLS([FIELD_KIND] = "target", [FIELD_DATE] = "2024-07",
              OF_INDIA, [FIELD_PERIOD] = "2030", [FIELD_BASE] = "2024-07", [FIELD_FLOW] = "total",
              [FIELD_VALUE] = "100", [FIELD_UNIT] = "USD bn", [FIELD_SOURCE] = "000"));
    build_row(
        dataset,
        CELLS(
            OF_FY2023_24, [FIELD_DATE] = "2024-10-26", [FIELD_FLOW] = "export", [FIELD_VALUE] = "5",
            [FIELD_UNIT] = "USD bn", [FIELD_QUALIFIER] = "under", [FIELD_SOURCE] = "000"));
    build_row(dataset,
              CELLS([FIELD_KIND] = "target", [FIELD_DATE] = "2024-07-09", OF_INDIA,
                    [FIELD_PERIOD] = "2030", [FIELD_BASE] = "2024-07-09", [FIELD_FLOW] = "total",
                    [FIELD_VALUE] = "100", [FIELD_UNIT] = "USD bn", [FIELD_SOURCE] = "001"));
    build_row(dataset, CELLS([FIELD_KIND] = "figure", [FIELD_DATE] = "2024-07-09",
                             OF_INDIA, [FIELD_PERIOD] = "2023", [FIELD_BASE] = "2022",
                             [FIELD_FLOW] = "total", [FIELD_MEASURE] = "growth",
                             [FIELD_VALUE] = "60", [FIELD_UNIT] = "%", [FIELD_SOURCE] = "001"));
    build_row(dataset,
              CELLS([FIELD_KIND] = "event", [FIELD_DATE] = "2024-07-08",
                    OF_INDIA, [FIELD_TEXT] = "Modi arrives in Russia", [FIELD_SOURCE] = "003"));
    build_row(dataset, CELLS(OF_FY2023_24, [FIELD_DATE] = "2024-07", [FIELD_FLOW] = "total",
                             [FIELD_MEASURE] = "growth", [FIELD_VALUE] = "33", [FIELD_UNIT] = "%",
                             [FIELD_BASE] = "FY2022-23", [FIELD_SOURCE] = "003"));
    build_row(dataset,
              CELLS(OF_FY2023_24, [FIELD_DATE] = "2024-07", [FIELD_FLOW] = "total",
                    [FIELD_VALUE] = "65.7", [FIELD_UNIT] = "USD bn", [FIELD_SOURCE] = "003"));
    build_row(dataset,
              CELLS(OF_FY2023_24, [FIELD_DATE] = "2024-07", [FIELD_FLOW] = "export",
                    [FIELD_VALUE] = "4.26", [FIELD_UNIT] = "USD bn", [FIELD_SOURCE] = "003"));
    build_row(dataset, CELLS(OF_FY2023_24, [FIELD_DATE] = "2024-07", [FIELD_FLOW] = "import",
                             [FIELD_VALUE] = "61.44", [FIELD_UNIT] = "USD bn",
                             [FIELD_QUALIFIER] = "nearly", [FIELD_SOURCE] = "003"));
    build_row(dataset,
              CELLS([FIELD_KIND] = "figure", [FIELD_DATE] = "2024-07", [FIELD_PERIOD] = "2024",
                    [FIELD_REPORTER] = "Russia", [FIELD_PARTNER] = "India", [FIELD_FLOW] = "export",
                    [FIELD_PRODUCT] = "oil", [FIELD_MEASURE] = "rank", [FIELD_VALUE] = "2",
                    [FIELD_UNIT] = "rank", [FIELD_SOURCE] = "001"));
    build_row(
        dataset,
        CELLS(OF_FY2023_24, [FIELD_DATE] = "2024-07", [FIELD_FLOW] = "total", [FIELD_VALUE] = "65",
              [FIELD_UNIT] = "USD bn", [FIELD_QUALIFIER] = "nearly", [FIELD_SOURCE] = "004"));
}
