/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "statistic_builder.h"

#include "base/array.h"
#include "claims.h"
#include "tests/unit/locations.h"

#include <stdlib.h>
#include <string.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#define MOST_CELLS 24

/* Cuts a line at its commas, in place. Returns the number of cells. */
static size_t cut(char *line, const char *cells[MOST_CELLS])
{
    size_t count = 0;
    for (char *next = line; next; count++) {
        cells[count] = next;
        next = strchr(next, ',');
        if (next)
            *next++ = '\0';
    }
    return count;
}

static void add_constant(struct statistic_fixture *file, enum field field, const char *word)
{
    struct table *table = file->dataset.table;
    if (file->dataset.column[field] < file->dataset.file_columns)
        return;
    for (size_t row = 0; row < table_row_count(table); row++)
        table_set_text(table, row, file->dataset.column[field], text_of(word));
}

struct statistic_fixture *build_statistic(const char *text)
{
    struct statistic_fixture *file = xcalloc(1, sizeof *file);
    char *copy = xstrdup(text), *rest = copy;
    const char *cells[MOST_CELLS];
    size_t columns = cut(strsep(&rest, "\n"), cells);
    claims_start(&file->dataset, cells, columns);
    for (char *line = strsep(&rest, "\n"); line && *line; line = strsep(&rest, "\n")) {
        assert_int_equal(cut(line, cells), columns);
        claims_add(&file->dataset, cells, columns);
    }
    add_constant(file, FIELD_REPORTER, "India");
    add_constant(file, FIELD_PARTNER, "Russia");
    add_constant(file, FIELD_UNIT, "USD");
    file->dataset.form = FORM_STATISTICS;
    file->dataset.path = xstrdup("file.csv");
    struct error error = {0};
    file->countries = country_list_read(SHIPPED_DATA "countries.csv", &error);
    assert_non_null(file->countries);
    file->request.trade = (struct trade){text_of("India"), text_of("Russia"), text_of("")};
    free(copy);
    return file;
}

void build_split(struct statistic_fixture *file, enum aspect aspect, const char *column,
                 const char *wholes)
{
    struct mapping *mapping = &file->dataset.mapping;
    struct split split = {.aspect = aspect};
    split.column = table_find_column(file->dataset.table, text_of(column));
    char *copy = xstrdup(wholes ? wholes : ""), *rest = copy;
    split.wholes = xcalloc(8, sizeof *split.wholes);
    while (wholes && rest)
        split.wholes[split.whole_count++] = xstrdup(strsep(&rest, "|"));
    free(copy);
    ARRAY_RESERVE(mapping->splits, mapping->split_count + 1, mapping->split_capacity);
    mapping->splits[mapping->split_count++] = split;
}

void free_statistic(struct statistic_fixture *file)
{
    statistic_free(file->statistic);
    country_list_free(file->countries);
    dataset_release(&file->dataset);
    arena_release(&file->arena);
    free(file);
}

const struct statistic *statistic_of(struct statistic_fixture *file)
{
    if (!file->statistic)
        file->statistic = statistic_new(&file->dataset, file->countries);
    return file->statistic;
}

const struct series *make_series(struct statistic_fixture *file)
{
    file->series = series_make(&file->arena, statistic_of(file), file->rows, &file->request);
    return &file->series;
}

struct period period_of(const char *text)
{
    struct period period;
    assert_true(period_parse(text_of(text), &period));
    return period;
}

const struct sum *find_sum(struct statistic_fixture *file, const char *period, enum flow flow)
{
    const struct sum *sum = series_find(make_series(file), period_of(period), flow);
    assert_non_null(sum);
    return sum;
}

double sum_of(struct statistic_fixture *file, const char *period, enum flow flow)
{
    return find_sum(file, period, flow)->value;
}

const char *omitted(struct statistic_fixture *file, const struct sum *sum)
{
    struct buffer text = {0};
    omissions_write(&text, sum->omissions, sum->omission_count, sum->unit);
    const char *string = arena_copy(&file->arena, text.data ? text.data : "", text.length);
    buffer_release(&text);
    return string;
}

void check_number_at(double number, double expected, const char *file, int line)
{
    if (number == expected)
        return;
    print_error("%s:%d: %.17g, not %.17g\n", file, line, number, expected);
    _fail(file, line);
}
