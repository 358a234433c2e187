/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Compares the evaluator with a slow and obvious one, on random expressions and random rows. The
 * slow one examines one row at a time, by the text of its cells: it folds and searches texts
 * itself, parses numbers, units and periods each time, and uses no dictionaries, sets or JIT.
 *
 * Then many rows are used, each a copy of one of the first, and in each zone only some of these: so
 * the results for the first rows apply to all.
 */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "query/evaluate/evaluate.h"
#include "query/rows/row_list.h"
#include "query/language/tree.h"
#include "random_expression.h"
#include "trade_sample.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define ROWS 150
#define EXPRESSIONS 1500
#define MANY_ROWS (4 * ZONE_ROWS + 777)
#define EXPRESSIONS_OVER_MANY 150

static struct dataset dataset, many;
static uint8_t agree_codes[ROWS], many_agree_codes[MANY_ROWS], first_of_row[MANY_ROWS];
static const struct query_fact agree = {&sample_agree, agree_codes};
static const struct query_facts facts = {&agree, 1};
static const struct query_fact many_agree = {&sample_agree, many_agree_codes};
static const struct query_facts many_facts = {&many_agree, 1};
static const char *cells_of_row[ROWS][SAMPLE_COLUMNS];

/*
 * Each cell is taken from the same column of the sample, so that there are many equal and unusual
 * cells.
 */
static int start(void **state)
{
    (void)state;
    uint64_t seed = 61440;
    claims_start(&dataset, sample_header, SAMPLE_COLUMNS);
    claims_start(&many, sample_header, SAMPLE_COLUMNS);
    for (size_t row = 0; row < ROWS; row++) {
        for (size_t i = 0; i < SAMPLE_COLUMNS; i++)
            cells_of_row[row][i] = sample_cells[random_below(&seed, SAMPLE_ROWS)][i];
        claims_add(&dataset, cells_of_row[row], SAMPLE_COLUMNS);
        agree_codes[row] = (uint8_t)random_below(&seed, 4);
    }
    static const size_t variety[] = {1, ROWS, 5, 2, 20}; /* of the rows of each zone */
    for (size_t row = 0; row < MANY_ROWS; row++) {
        size_t zone = row / ZONE_ROWS;
        first_of_row[row] = (uint8_t)((zone * 29 + random_below(&seed, variety[zone])) % ROWS);
        many_agree_codes[row] = agree_codes[first_of_row[row]];
        claims_add(&many, cells_of_row[first_of_row[row]], SAMPLE_COLUMNS);
    }
    return 0;
}

static int end(void **state)
{
    (void)state;
    claims_release(&dataset);
    claims_release(&many);
    return 0;
}

static char *folded(struct text text)
{
    struct buffer out = {0};
    text_fold(&out, text);
    return buffer_take(&out);
}

static bool has_capital(struct text text)
{
    char *lower = folded(text);
    bool result = !text_is(text, lower);
    free(lower);
    return result;
}

static bool is_same(struct text a, struct text b, bool folds)
{
    char *x = folded(a), *y = folded(b);
    bool result = folds ? strcmp(x, y) == 0 : text_is_equal(a, b);
    free(x);
    free(y);
    return result;
}

/*
 * The literals of the random tests have no apostrophe or hyphen that the sample prints differently.
 */
static bool contains(struct text text, struct text word)
{
    if (has_capital(word) || !text_is_utf8(word))
        return memmem(text.data, text.length, word.data, word.length) != NULL;
    char *x = folded(text), *y = folded(word);
    bool result = strstr(x, y) != NULL;
    free(x);
    free(y);
    return result;
}

static struct text cell(size_t row, size_t column)
{
    return table_distinct(dataset.table, column, table_code(dataset.table, row, column));
}

static int order_of(struct text text, struct text bound)
{
    char *x = folded(text), *y = folded(bound);
    int result = strncmp(x, y, strlen(y)) == 0 ? 0 : strcmp(x, y) < 0 ? -1 : 1;
    free(x);
    free(y);
    return result;
}

/* A text that begins with the word and continues is behind it. */
static int order_of_word(struct text text, struct text word)
{
    char *x = folded(text), *y = folded(word);
    int result = strcmp(x, y);
    free(x);
    free(y);
    return result < 0 ? -1 : result > 0;
}

static bool is_asked_for(enum comparison comparison, int side)
{
    switch (comparison) {
    case COMPARISON_LESS:
        return side < 0;
    case COMPARISON_LESS_EQUAL:
        return side <= 0;
    case COMPARISON_GREATER:
        return side > 0;
    case COMPARISON_GREATER_EQUAL:
        return side >= 0;
    default:
        return side == 0;
    }
}

static int number_side(double number, double bound)
{
    if (fabs(number - bound) <= 1e-9 * fmax(fabs(number), fabs(bound)))
        return 0;
    return number < bound ? -1 : 1;
}

/* Returns the number of the row in terms of the quantity. */
static bool comparable_number(size_t row, struct text written, double *number, double *bound)
{
    struct quantity quantity;
    struct decimal decimal;
    struct unit unit;
    if (!quantity_parse(written, &quantity) ||
        !decimal_parse(cell(row, dataset.column[FIELD_VALUE]), &decimal))
        return false;
    *number = decimal.value;
    *bound = quantity.value;
    if (quantity.is_plain)
        return true;
    if (!unit_parse(cell(row, dataset.column[FIELD_UNIT]), &unit))
        return false;
    *number = decimal.value * unit.scale;
    if (quantity.unit.dimension == DIMENSION_NONE)
        return unit.dimension == DIMENSION_MONEY || unit.dimension == DIMENSION_COUNT;
    return unit.dimension == quantity.unit.dimension &&
           strcmp(unit.currency, quantity.unit.currency) == 0;
}

static bool number_holds(size_t row, const struct test *test, const struct operand *operand)
{
    double number, bound;
    if (operand->kind != OPERAND_RANGE)
        return comparable_number(row, operand->low.text, &number, &bound) &&
               is_asked_for(test->comparison, number_side(number, bound));
    return (operand->low.is_open || (comparable_number(row, operand->low.text, &number, &bound) &&
                                     number_side(number, bound) >= 0)) &&
           (operand->high.is_open || (comparable_number(row, operand->high.text, &number, &bound) &&
                                      number_side(number, bound) <= 0));
}

static bool period_holds(size_t row, const struct test *test, const struct operand *operand)
{
    struct period period, low = {.first = INT32_MIN}, high;
    if (!period_parse(cell(row, test->column), &period))
        return false;
    if (!operand->low.is_open)
        period_parse(operand->low.text, &low);
    high = low;
    if (operand->kind == OPERAND_RANGE) {
        high.last = INT32_MAX;
        if (!operand->high.is_open)
            period_parse(operand->high.text, &high);
        return period.first >= low.first && period.last <= high.last;
    }
    switch (test->comparison) {
    case COMPARISON_HOLDS:
        return period.first >= low.first && period.last <= low.last;
    case COMPARISON_LESS:
        return period.last < low.first;
    case COMPARISON_LESS_EQUAL:
        return period.last <= low.last;
    case COMPARISON_GREATER:
        return period.first > low.last;
    case COMPARISON_GREATER_EQUAL:
        return period.first >= low.first;
    default:
        return period.kind == low.kind && period.first == low.first && period.last == low.last;
    }
}

static bool is_field(size_t column, enum field field)
{
    return dataset.column[field] == column;
}

/* Tests a word of a closed vocabulary, with the defaults of figures and targets. */
static bool word_holds(size_t row, size_t column, struct text word)
{
    struct text text = cell(row, column), kind = cell(row, dataset.column[FIELD_KIND]);
    bool is_figure = text_is(kind, "figure") || text_is(kind, "target");
    const char *unstated = is_field(column, FIELD_MEASURE)     ? "value"
                           : is_field(column, FIELD_QUALIFIER) ? "exact"
                                                               : "";
    return is_same(text, word, true) ||
           (!text.length && word.length && is_figure && is_same(word, text_of(unstated), true));
}

static bool pattern_holds(struct text text, const struct operand *operand)
{
    struct error error = {0};
    size_t at;
    struct pattern *pattern = pattern_compile_flags(operand->low.text, operand->flags, &at, &error);
    bool result = pattern_matches(pattern, text);
    pattern_free(pattern);
    return result;
}

static bool text_holds(size_t row, size_t column, const struct test *test,
                       const struct operand *operand)
{
    struct text text = cell(row, column), word = operand->low.text;
    bool is_match = test->comparison == COMPARISON_MATCH || test->comparison == COMPARISON_NO_MATCH;
    if (operand->kind == OPERAND_PATTERN || is_match)
        return pattern_holds(text, operand);
    if (operand->kind == OPERAND_RANGE)
        return text.length && (operand->low.is_open || order_of(text, operand->low.text) >= 0) &&
               (operand->high.is_open || order_of(text, operand->high.text) <= 0);
    if (!word.length)
        return !text.length;
    if (test->subject == SUBJECT_ANY)
        return contains(text, word);
    if (test->vocabulary)
        return word_holds(row, column, word);
    if (test->comparison >= COMPARISON_LESS && test->comparison <= COMPARISON_GREATER_EQUAL)
        return text.length && is_asked_for(test->comparison, order_of_word(text, word));
    if (test->comparison != COMPARISON_HOLDS)
        return is_same(text, word, !has_capital(word));
    if (is_field(column, FIELD_ID) || is_field(column, FIELD_SOURCE))
        return is_same(text, word, true);
    return contains(text, word);
}

static bool operand_holds(size_t row, const struct test *test, const struct operand *operand)
{
    bool is_text = operand->kind == OPERAND_PATTERN || operand_is_empty(operand) ||
                   test->comparison >= COMPARISON_MATCH;
    if (test->subject == SUBJECT_PRESENCE)
        return cell(row, table_find_column(dataset.table, operand->low.text)).length > 0;
    if (test->subject == SUBJECT_FACT)
        return agree_codes[row] == vocabulary_find(&sample_agree, operand->low.text);
    if (test->subject == SUBJECT_COLUMN && !is_text) {
        enum column_type type = table_column_type(dataset.table, test->column);
        if (type == COLUMN_NUMBER)
            return number_holds(row, test, operand);
        if (type == COLUMN_PERIOD)
            return period_holds(row, test, operand);
    }
    if (test->subject == SUBJECT_COLUMN)
        return text_holds(row, test->column, test, operand);
    for (size_t column = 0; column < table_column_count(dataset.table); column++)
        if (text_holds(row, column, test, operand))
            return true;
    return false;
}

static bool test_holds(size_t row, const struct test *test)
{
    bool is_negated =
        test->comparison == COMPARISON_DIFFERENT || test->comparison == COMPARISON_NO_MATCH;
    for (size_t i = 0; i < test->operand_count; i++)
        if (operand_holds(row, test, &test->operands[i]))
            return !is_negated;
    return is_negated;
}

static bool node_holds(size_t row, const struct node *node)
{
    switch (node->kind) {
    case NODE_EVERY:
        return true;
    case NODE_TEST:
        return test_holds(row, &node->test);
    case NODE_NOT:
        return !node_holds(row, node->children[0]);
    default:
        for (size_t i = 0; i < node->child_count; i++)
            if (node_holds(row, node->children[i]) == (node->kind == NODE_OR))
                return node->kind == NODE_OR;
        return node->kind == NODE_AND;
    }
}

static void agrees_with_the_slow_evaluator(void **state)
{
    (void)state;
    uint64_t seed = 5718;
    size_t selected = 0;
    for (int i = 0; i < EXPRESSIONS; i++) {
        struct buffer source = {0};
        struct query_error error = {0};
        random_expression(&source, &seed, i % 3);
        struct expression *expression =
            expression_parse_with_facts(buffer_text(&source), &dataset, &facts, &error);
        if (!expression)
            fail_msg("`%s`: %s", source.data, error.text);
        struct row_set rows = row_set_all(ROWS);
        assert_true(expression_select(expression, &dataset, &rows, NULL, NULL));
        selected += row_set_count(&rows);
        for (size_t row = 0; row < ROWS; row++)
            if (row_set_contains(&rows, row) != node_holds(row, expression->root))
                fail_msg("`%s` on row %zu", source.data, row);
        row_set_release(&rows);
        expression_free(expression);
        buffer_release(&source);
    }
    /* The expressions are useful only if they select some rows and not others. */
    assert_in_range(selected, ROWS * EXPRESSIONS / 10, ROWS * EXPRESSIONS * 9 / 10);
}

/* All rows, or some of them. */
static struct row_set draw_rows(uint64_t *seed)
{
    struct row_set rows = row_set_all(MANY_ROWS);
    if (random_below(seed, 3))
        return rows;
    for (size_t word = 0; word < MANY_ROWS / 64; word++)
        rows.words[word] &=
            (uint64_t)random_below(seed, 1 << 16) * (random_below(seed, 2) ? UINT64_MAX / 7 : 0);
    return rows;
}

static void agrees_with_the_slow_evaluator_over_many_rows(void **state)
{
    (void)state;
    uint64_t seed = 61;
    for (int i = 0; i < EXPRESSIONS_OVER_MANY; i++) {
        struct buffer source = {0};
        struct query_error error = {0};
        random_expression(&source, &seed, i % 4);
        struct expression *expression =
            expression_parse_with_facts(buffer_text(&source), &many, &many_facts, &error);
        if (!expression)
            fail_msg("`%s`: %s", source.data, error.text);
        struct row_set among = draw_rows(&seed), rows = row_set_copy(&among);
        bool holds[ROWS];
        for (size_t row = 0; row < ROWS; row++)
            holds[row] = node_holds(row, expression->root);
        assert_true(expression_select(expression, &many, &rows, NULL, NULL));
        for (size_t row = 0; row < MANY_ROWS; row++)
            if (row_set_contains(&rows, row) !=
                (row_set_contains(&among, row) && holds[first_of_row[row]]))
                fail_msg("`%s` on row %zu", source.data, row);
        row_set_release(&rows);
        row_set_release(&among);
        expression_free(expression);
        buffer_release(&source);
    }
}

static void lists_the_rows_of_a_set(void **state)
{
    (void)state;
    uint64_t seed = 3;
    for (int i = 0; i < 6; i++) {
        struct row_set rows = draw_rows(&seed);
        struct row_list list = row_list_of_set(&rows);
        size_t next = 0;
        for (size_t row = 0; row < MANY_ROWS; row++)
            if (row_set_contains(&rows, row))
                assert_int_equal(row_list_at(&list, next++), row);
        assert_int_equal(next, list.count);
        row_list_release(&list);
        row_set_release(&rows);
    }
}

#define WIDE_ROWS (ZONE_ROWS + 9000)

/* Columns of 300 words, of a short word for each row, of long texts that differ, of numbers. */
static void build_wide(struct dataset *wide)
{
    static const char *const wide_header[] = {"product", "id", "quote", "value"};
    uint64_t seed = 17;
    claims_start(wide, wide_header, ARRAY_LENGTH(wide_header));
    for (size_t row = 0; row < WIDE_ROWS; row++) {
        struct buffer cells[4] = {{0}};
        buffer_printf(&cells[0], "p%zu", random_below(&seed, 300));
        buffer_printf(&cells[1], "r%zu", row);
        buffer_printf(&cells[2], "of the Eastern corridor row %zu says %zu, at some length, %s",
                      row, random_below(&seed, 1000000), row % 3 ? "as it does" : "AS OTHERS");
        if (row % 7)
            buffer_printf(&cells[3], "%zu.5", random_below(&seed, 1000));
        const char *texts[4];
        for (size_t i = 0; i < 4; i++)
            texts[i] = cells[i].data ? cells[i].data : "";
        claims_add(wide, texts, 4);
        for (size_t i = 0; i < 4; i++)
            buffer_release(&cells[i]);
    }
}

static bool cell_contains(const struct dataset *wide, size_t row, size_t column, const char *word)
{
    struct buffer written = {0};
    table_write(wide->table, row, column, &written);
    bool result = contains(buffer_text(&written), text_of(word));
    buffer_release(&written);
    return result;
}

/* A word in one of the columns from `first` to `last`. */
static void check_word(const struct dataset *wide, const char *source, size_t first, size_t last,
                       const char *word)
{
    struct query_error error = {0};
    struct expression *expression = expression_parse(text_of(source), wide, &error);
    struct row_set rows = row_set_all(WIDE_ROWS);
    assert_true(expression_select(expression, wide, &rows, NULL, NULL));
    for (size_t row = 0; row < WIDE_ROWS; row++) {
        bool holds = false;
        for (size_t column = first; column <= last; column++)
            holds |= cell_contains(wide, row, column, word);
        if (row_set_contains(&rows, row) != holds)
            fail_msg("`%s` on row %zu", source, row);
    }
    row_set_release(&rows);
    expression_free(expression);
}

static void decides_columns_of_all_kinds(void **state)
{
    (void)state;
    struct dataset wide;
    build_wide(&wide);
    assert_true(table_codes(wide.table, 0).width > 1 && table_codes(wide.table, 1).width > 2);
    assert_false(table_is_coded(wide.table, 2));
    check_word(&wide, "product:p29", 0, 0, "p29");
    check_word(&wide, "id~/r9/", 1, 1, "r9");
    check_word(&wide, "quote:\"7,\"", 2, 2, "7,");
    check_word(&wide, "quote:\"as others\"", 2, 2, "as others");
    check_word(&wide, "quote~/says 99/", 2, 2, "says 99");
    check_word(&wide, "value~/7[.]/", 3, 3, "7.");
    check_word(&wide, "77", 0, 3, "77");
    check_word(&wide, "row", 0, 3, "row");
    assert_false(table_is_coded(wide.table, 2)); /* it has no dictionary from being searched */
    claims_release(&wide);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(agrees_with_the_slow_evaluator),
        cmocka_unit_test(agrees_with_the_slow_evaluator_over_many_rows),
        cmocka_unit_test(lists_the_rows_of_a_set),
        cmocka_unit_test(decides_columns_of_all_kinds),
    };
    return cmocka_run_group_tests(tests, start, end);
}
