/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Compares sorted rows with qsort(), which compares two rows by the text of their cells. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/array.h"
#include "claims.h"
#include "query/rows/row_order.h"
#include "random_expression.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define ROWS (2 * ZONE_ROWS + 4567)

enum { NAME, WHEN, AMOUNT, UNIT, COLUMNS };
static const char *const header[] = {"partner", "period", "value", "unit"};
static struct dataset dataset;

static const char *const names[] = {"russia", "Russia", "Öl", "öl", "", "Africa", "africa!", "Z"};
static const char *const periods[] = {"2023", "FY2023-24", "2023H1", "2023Q1",    "2023-07",
                                      "",     "2024-03",   "2022",   "2023-12-31"};
static const char *const units[] = {"USD bn", "USD mn", "INR crore", "%", "EUR"};

static void set_number(size_t row, size_t column, double number)
{
    char text[32];
    snprintf(text, sizeof text, "%.3f", number);
    table_set_number(dataset.table, row, column, text_of(text), number);
}

/* The share is a number without a unit, and most rows have a unique note. */
static int start(void **state)
{
    (void)state;
    uint64_t seed = 65;
    claims_start(&dataset, header, COLUMNS);
    table_add_column(dataset.table, text_of("share"), COLUMN_NUMBER);
    table_add_column(dataset.table, text_of("long"), COLUMN_TEXT);
    for (size_t row = 0; row < ROWS; row++) {
        const char *cells[] = {RANDOM_OF(&seed, names), RANDOM_OF(&seed, periods), "",
                               RANDOM_OF(&seed, units)};
        char note[120];
        claims_add(&dataset, cells, ARRAY_LENGTH(cells));
        if (random_below(&seed, 9))
            set_number(row, AMOUNT, ((double)random_below(&seed, 4000) - 1000) / 8);
        if (random_below(&seed, 5))
            set_number(row, table_find_column(dataset.table, text_of("share")),
                       ((double)random_below(&seed, 1 << 30) - (1 << 29)) * 1e-3);
        snprintf(note, sizeof note, "%sote %zu of the rows, longer than words usually are, by far",
                 random_below(&seed, 2) ? "n" : "N", random_below(&seed, 10 * ROWS));
        if (random_below(&seed, 7))
            table_set_text(dataset.table, row, table_find_column(dataset.table, text_of("long")),
                           text_of(note));
    }
    return 0;
}

static int end(void **state)
{
    (void)state;
    claims_release(&dataset);
    return 0;
}

static int compare_doubles(double a, double b)
{
    return (a > b) - (a < b);
}

static int compare_texts(struct text a, struct text b)
{
    struct buffer x = {0}, y = {0};
    text_fold(&x, a);
    text_fold(&y, b);
    int order = text_compare(buffer_text(&x), buffer_text(&y));
    buffer_release(&x);
    buffer_release(&y);
    return order;
}

static int compare_units(struct unit a, struct unit b)
{
    if (a.dimension != b.dimension)
        return a.dimension < b.dimension ? -1 : 1;
    return strcmp(a.currency, b.currency);
}

/* The context of the comparison, which qsort() cannot pass. */
static struct comparing {
    size_t column;
    bool descends;
    const size_t *places; /* of each row in the list */
} comparing;

static bool is_missing(size_t row)
{
    if (table_column_type(dataset.table, comparing.column) == COLUMN_NUMBER)
        return isnan(table_number(dataset.table, row, comparing.column));
    return table_text(dataset.table, row, comparing.column).length == 0;
}

static int compare_amounts(size_t a, size_t b)
{
    struct unit x, y;
    unit_parse(table_text(dataset.table, a, UNIT), &x);
    unit_parse(table_text(dataset.table, b, UNIT), &y);
    int order = comparing.column == AMOUNT ? compare_units(x, y) : 0;
    double scale_x = comparing.column == AMOUNT ? x.scale : 1;
    double scale_y = comparing.column == AMOUNT ? y.scale : 1;
    return order ? order
                 : compare_doubles(table_number(dataset.table, a, comparing.column) * scale_x,
                                   table_number(dataset.table, b, comparing.column) * scale_y);
}

static int compare_stated(size_t a, size_t b)
{
    switch (table_column_type(dataset.table, comparing.column)) {
    case COLUMN_NUMBER:
        return compare_amounts(a, b);
    case COLUMN_PERIOD: {
        struct period x = table_period(dataset.table, a, comparing.column);
        struct period y = table_period(dataset.table, b, comparing.column);
        return x.last != y.last ? compare_doubles(x.last, y.last)
                                : compare_doubles(x.first, y.first);
    }
    default:
        return compare_texts(table_text(dataset.table, a, comparing.column),
                             table_text(dataset.table, b, comparing.column));
    }
}

static int compare_rows(const void *left, const void *right)
{
    size_t a = *(const uint32_t *)left, b = *(const uint32_t *)right;
    bool misses_a = is_missing(a), misses_b = is_missing(b);
    int order = misses_a != misses_b ? (misses_a ? 1 : -1) : misses_a ? 0 : compare_stated(a, b);
    if (comparing.descends && !misses_a && !misses_b)
        order = -order;
    return order ? order
                 : compare_doubles((double)comparing.places[a], (double)comparing.places[b]);
}

static void check_first(const struct row_list *list, const struct row_keys *keys, bool descends,
                        const struct row_list *sorted)
{
    static const size_t counts[] = {0, 1, 60, 5000, ROWS + 1};
    for (size_t i = 0; i < ARRAY_LENGTH(counts); i++) {
        struct row_list first = row_list_first(list, keys, descends, counts[i]);
        assert_int_equal(first.count, counts[i] < list->count ? counts[i] : list->count);
        for (size_t k = 0; k < first.count; k++)
            assert_int_equal(row_list_at(&first, k), row_list_at(sorted, k));
        row_list_release(&first);
    }
}

static void check_order(const struct row_list *list, size_t column, bool descends)
{
    struct row_list sorted = row_list_copy(list), expected = row_list_copy(list);
    struct row_keys keys = row_keys_of_column(&dataset, column);
    size_t *places = xcalloc(ROWS, sizeof *places);
    for (size_t i = 0; i < list->count; i++)
        places[row_list_at(list, i)] = i;
    row_list_spell_out(&expected);
    comparing = (struct comparing){column, descends, places};
    qsort(expected.rows, expected.count, sizeof *expected.rows, compare_rows);
    assert_true(row_list_sort(&sorted, &keys, descends, NULL));
    for (size_t i = 0; i < list->count; i++)
        if (row_list_at(&sorted, i) != expected.rows[i])
            fail_msg("column %zu: row %zu at %zu, not %u", column, row_list_at(&sorted, i), i,
                     expected.rows[i]);
    check_first(list, &keys, descends, &sorted);
    row_keys_release(&keys);
    row_list_release(&sorted);
    row_list_release(&expected);
    free(places);
}

static void orders_as_qsort_does(void **state)
{
    (void)state;
    struct row_list all = row_list_all(ROWS), shuffled = {0};
    for (size_t i = 0; i < ROWS / 2; i++)
        row_list_add(&shuffled, i * 40503u % (ROWS / 2) * 2);
    const size_t columns[] = {NAME, WHEN, AMOUNT,
                              table_find_column(dataset.table, text_of("share")),
                              table_find_column(dataset.table, text_of("long"))};
    for (size_t i = 0; i < ARRAY_LENGTH(columns); i++) {
        check_order(&all, columns[i], false);
        check_order(&shuffled, columns[i], true);
    }
    row_list_release(&all);
    row_list_release(&shuffled);
}

static void orders_by_numbers_from_elsewhere(void **state)
{
    (void)state;
    double *numbers = xcalloc(5, sizeof *numbers);
    const double given[] = {2, NAN, -INFINITY, -0.0, 0.0};
    memcpy(numbers, given, sizeof given);
    struct row_keys keys = row_keys_of_numbers(numbers);
    struct row_list list = row_list_all(5);
    const uint32_t rising[] = {2, 3, 4, 0, 1}, falling[] = {0, 3, 4, 2, 1};
    assert_true(row_list_sort(&list, &keys, false, NULL));
    assert_memory_equal(list.rows, rising, sizeof rising);
    assert_true(row_list_sort(&list, &keys, true, NULL));
    assert_memory_equal(list.rows, falling, sizeof falling);
    row_list_release(&list);
    row_keys_release(&keys);
}

static bool is_cancelled(void *context)
{
    size_t *asked = context;
    return ++*asked > 2;
}

static void keeps_the_list_when_cancelled(void **state)
{
    (void)state;
    struct row_list list = row_list_all(ROWS);
    struct row_keys keys = row_keys_of_column(&dataset, AMOUNT);
    size_t asked = 0;
    struct effort effort = {.is_cancelled = is_cancelled, .context = &asked};
    assert_false(row_list_sort(&list, &keys, false, &effort));
    for (size_t i = 0; i < ROWS; i++)
        assert_int_equal(row_list_at(&list, i), i);
    row_keys_release(&keys);
    row_list_release(&list);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(orders_as_qsort_does),
        cmocka_unit_test(orders_by_numbers_from_elsewhere),
        cmocka_unit_test(keeps_the_list_when_cancelled),
    };
    return cmocka_run_group_tests(tests, start, end);
}
