/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Explains why nothing matched. The part to blame is the smallest one that must hold and that every
 * row fails: the children of an `and` are examined, an `or` is blamed as a whole.
 */
#include "config.h"

#include "query/evaluate/evaluate.h"

#include "base/array.h"
#include "query/evaluate/row_filter.h"
#include "query/language/semantics.h"
#include "query/evaluate/plan.h"
#include "base/suggestion.h"

#include <math.h>
#include <stdlib.h>

/* Longer texts are sentences and not names, which users mistype. */
#define LONGEST_NAME 64

/* Candidates for what was meant, and the whole texts that contain them. */
struct name_list {
    struct text *names, *wholes;
    size_t count, capacity;
};

static void add_name(struct name_list *list, struct text name, struct text whole)
{
    size_t capacity = list->capacity;
    ARRAY_RESERVE(list->names, list->count + 1, list->capacity);
    ARRAY_RESERVE(list->wholes, list->count + 1, capacity);
    list->names[list->count] = name;
    list->wholes[list->count++] = whole;
}

/* Adds the text and, if it has several, its words: "rusian" is near to "Russian Federation". */
static void add_names(struct name_list *list, struct text text)
{
    if (!text.length || text.length > LONGEST_NAME)
        return;
    add_name(list, text, text);
    size_t start = 0;
    for (size_t at = 0; at <= text.length; at++) {
        if (at < text.length && text.data[at] != ' ' && text.data[at] != ',')
            continue;
        if (at > start && at - start < text.length)
            add_name(list, (struct text){text.data + start, at - start}, text);
        start = at + 1;
    }
}

/* Skips columns whose texts rarely repeat, as all their rows would have to be examined. */
static void add_column(struct name_list *list, const struct table *table, size_t column)
{
    if (!table_is_coded(table, column))
        return;
    for (size_t code = 1; code < table_distinct_count(table, column); code++)
        add_names(list, table_distinct(table, column, (uint32_t)code));
}

static void append_nearest_text(struct buffer *out, const struct expression *expression,
                                const struct test *test)
{
    const struct table *table = expression->dataset->table;
    const struct operand *operand = &test->operands[0];
    if (operand->kind != OPERAND_TEXT || test->comparison == COMPARISON_MATCH ||
        test->kind == TEST_ORDER)
        return;
    struct name_list list = {0};
    if (test->subject == SUBJECT_COLUMN)
        add_column(&list, table, test->column);
    for (size_t i = 0; test->subject == SUBJECT_ANY && i < table_column_count(table); i++)
        add_column(&list, table, i);
    size_t nearest = suggestion_nearest(operand->low.text, list.names, list.count);
    if (nearest != (size_t)-1) {
        buffer_puts(out, "; nearest: ");
        bool needs_whole = test->comparison == COMPARISON_EQUAL;
        buffer_append_text(out, needs_whole ? list.wholes[nearest] : list.names[nearest]);
    }
    free(list.names);
    free(list.wholes);
}

static void append_number(struct buffer *out, const struct dataset *dataset, size_t row,
                          size_t column)
{
    struct text unit_text = table_text(dataset->table, row, dataset->column[FIELD_UNIT]);
    struct buffer written = {0};
    struct decimal decimal;
    struct unit unit;
    table_write(dataset->table, row, column, &written);
    if (decimal_parse(buffer_text(&written), &decimal) && unit_parse(unit_text, &unit))
        unit_format(out, unit, decimal.value, decimal.places);
    else
        buffer_append_text(out, buffer_text(&written));
    buffer_release(&written);
}

static size_t nearest_number(const struct expression *expression, const struct test *test)
{
    const struct dataset *dataset = expression->dataset;
    const struct operand *operand = &test->operands[0];
    const struct bound *bound = operand->low.is_open ? &operand->high : &operand->low;
    struct arena arena = {0};
    const double *numbers = table_numbers(dataset->table, test->column), *factors = NULL;
    struct codes units = {0};
    if (semantics_has_units(expression, test)) {
        factors = unit_factors(&arena, dataset, &bound->number);
        units = table_codes(dataset->table, dataset->column[FIELD_UNIT]);
    }
    double least = INFINITY;
    size_t nearest = NO_ROW;
    for (size_t row = 0; row < table_row_count(dataset->table); row++) {
        double number = factors ? numbers[row] * factors[codes_at(units, row)] : numbers[row];
        double off = fabs(number - bound->number.value);
        if (off < least) {
            least = off;
            nearest = row;
        }
    }
    arena_release(&arena);
    return nearest;
}

static void append_nearest_number(struct buffer *out, const struct expression *expression,
                                  const struct test *test)
{
    size_t nearest = nearest_number(expression, test);
    if (nearest == NO_ROW) {
        buffer_puts(out, "; no row has a number of that unit");
        return;
    }
    buffer_puts(out, "; nearest: ");
    append_number(out, expression->dataset, nearest, test->column);
}

/* Returns the days between two periods; 0 if they touch or overlap. */
static int64_t days_apart(struct period a, struct period b)
{
    int64_t gap = a.first > b.last ? (int64_t)a.first - b.last : (int64_t)b.first - a.last;
    return gap > 0 ? gap : 0;
}

static void append_nearest_period(struct buffer *out, const struct expression *expression,
                                  const struct test *test)
{
    const struct table *table = expression->dataset->table;
    const struct operand *operand = &test->operands[0];
    struct period wanted = operand->low.is_open ? operand->high.period : operand->low.period;
    int64_t least = INT64_MAX;
    struct text nearest = {0};
    for (uint32_t code = 1; code < table_distinct_count(table, test->column); code++) {
        struct text text = table_distinct(table, test->column, code);
        struct period period;
        if (!period_parse(text, &period) || days_apart(period, wanted) >= least)
            continue;
        least = days_apart(period, wanted);
        nearest = text;
    }
    if (!nearest.length)
        return;
    buffer_puts(out, "; nearest: ");
    buffer_append_text(out, nearest);
}

/* True if the column has no text: every other word of its dictionary is in some row. */
static bool is_column_empty(const struct table *table, size_t column)
{
    if (table_is_coded(table, column))
        return table_distinct_count(table, column) == 1;
    struct buffer written = {0};
    for (size_t row = 0; row < table_row_count(table) && !written.length; row++)
        table_write(table, row, column, &written);
    bool is_empty = !written.length;
    buffer_release(&written);
    return is_empty;
}

static void append_reason(struct buffer *out, const struct expression *expression,
                          const struct test *test)
{
    bool is_column = test->subject == SUBJECT_COLUMN;
    if (is_column && is_column_empty(expression->dataset->table, test->column)) {
        buffer_printf(out, "; no row states a %s", semantics_name(expression, test));
        return;
    }
    const struct operand *first = &test->operands[0];
    if (first->pattern && (first->kind == OPERAND_PATTERN || test->comparison == COMPARISON_MATCH))
        return;
    if (operand_is_empty(first) || test->comparison == COMPARISON_DIFFERENT)
        return;
    if (test->kind == TEST_NUMBER)
        append_nearest_number(out, expression, test);
    else if (test->kind == TEST_PERIOD)
        append_nearest_period(out, expression, test);
    else if (is_column || test->subject == SUBJECT_ANY)
        append_nearest_text(out, expression, test);
}

static const struct node *find_to_blame(const struct expression *expression,
                                        const struct node *node)
{
    for (size_t i = 0; node->kind == NODE_AND && i < node->child_count; i++) {
        const struct node *blamed = find_to_blame(expression, node->children[i]);
        if (blamed)
            return blamed;
    }
    if (node->kind == NODE_AND)
        return NULL;
    return node_holds_somewhere(expression, node) ? NULL : node;
}

void expression_explain_nothing(const struct expression *expression, const struct dataset *dataset,
                                struct buffer *out)
{
    struct expression over = *expression;
    over.dataset = dataset;
    if (table_row_count(dataset->table) == 0)
        return;
    const struct node *blamed = find_to_blame(&over, over.root);
    if (!blamed)
        return;
    buffer_putc(out, '`');
    node_format(out, blamed, &over);
    buffer_puts(out, "` matches no row");
    if (blamed->kind == NODE_TEST)
        append_reason(out, &over, &blamed->test);
}
