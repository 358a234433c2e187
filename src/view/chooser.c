/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "view/chooser.h"

#include "base/memory.h"
#include "query/expression.h"
#include "query/row_order.h"
#include "view/page.h"

#include <stdlib.h>
#include <string.h>

static void choose_pair(struct workspace *workspace, size_t row, const char *value)
{
    (void)row;
    const char *partner = strchr(value, '\n');
    char *reporter = xstrndup(value, (size_t)(partner - value));
    workspace_choose_pair(workspace, reporter, partner + 1);
    free(reporter);
}

void chooser_open_pairs(struct workspace *workspace)
{
    struct page *page = page_new("Choose a pair", choose_pair);
    struct row_list all = row_list_all(table_row_count(workspace->dataset.table));
    size_t count;
    struct pair_count *pairs = pairs_list(&workspace->dataset, workspace->countries, &all, &count);
    for (size_t i = 0; i < count; i++) {
        struct buffer value = {0};
        buffer_append_text(&value, pairs[i].pair.reporter);
        buffer_putc(&value, '\n');
        buffer_append_text(&value, pairs[i].pair.partner);
        struct line *line = page_add(page, NO_ROW, value.data, 4);
        line_add(line, ROLE_PLAIN, pairs[i].pair.reporter);
        line_puts(line, ROLE_PLAIN, " > ");
        line_add(line, ROLE_PLAIN, pairs[i].pair.partner);
        line_printf(line, ROLE_DIM, "  %zu %s", pairs[i].figures,
                    pairs[i].figures == 1 ? "figure" : "figures");
        buffer_release(&value);
    }
    free(pairs);
    row_list_release(&all);
    page_open(workspace, page, 0);
}

static void choose_test(struct workspace *workspace, size_t row, const char *value)
{
    (void)row;
    workspace_add_filter(workspace, value);
}

struct value_count {
    uint32_t code;
    size_t rows;
    uint32_t key; /* place in the order of the column */
};

static int compare_counts(const void *left, const void *right)
{
    const struct value_count *a = left, *b = right;
    return (a->key > b->key) - (a->key < b->key);
}

/* The distinct values among the rows that are shown, in the order of the column. */
static struct value_count *count_values(const struct workspace *workspace, size_t column,
                                        size_t *count)
{
    const struct dataset *dataset = &workspace->dataset;
    size_t distinct = table_distinct_count(dataset->table, column), kept = 0;
    struct value_count *values = xcalloc(distinct, sizeof *values);
    struct row_keys keys = row_keys_of_column(dataset, column);
    for (size_t i = 0; i < workspace->shown.count; i++) {
        size_t row = row_list_at(&workspace->shown, i);
        uint32_t code = table_code(dataset->table, row, column);
        values[code].code = code;
        values[code].rows++;
    }
    for (size_t code = 1; code < distinct; code++) {
        values[code].key = keys.ranks[code];
        if (values[code].rows)
            values[kept++] = values[code];
    }
    row_keys_release(&keys);
    qsort(values, kept, sizeof *values, compare_counts);
    *count = kept;
    return values;
}

void chooser_open_values(struct workspace *workspace, const char *title, enum field field)
{
    struct page *page = page_new(title, choose_test);
    const struct table *table = workspace->dataset.table;
    size_t column = workspace->dataset.column[field], count;
    struct value_count *values = count_values(workspace, column, &count);
    for (size_t i = 0; i < count; i++) {
        struct text value = table_distinct(table, column, values[i].code);
        struct buffer test = {0};
        expression_format_test(&test, field_table[field].name, value, false);
        struct line *line = page_add(page, NO_ROW, test.data, 4);
        line_add(line, ROLE_PLAIN, value);
        line_printf(line, ROLE_DIM, "  %zu %s", values[i].rows,
                    values[i].rows == 1 ? "row" : "rows");
        buffer_release(&test);
    }
    free(values);
    if (!count)
        line_printf(page_add(page, NO_ROW, NULL, 0), ROLE_DIM, "no row that is shown states a %s",
                    field_table[field].name);
    page_open(workspace, page, 0);
}
