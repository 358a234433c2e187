/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "query/evaluate/evaluate.h"

#include "query/evaluate/row_filter.h"
#include "query/language/tree.h"
#include "base/array.h"
#include "query/language/semantics.h"

#include <stdlib.h>

static bool select_rows(const struct expression *expression, struct row_set *rows,
                        parallel_doubt *doubt, void *doubt_context)
{
    for (size_t i = 0; i < expression->pattern_count; i++)
        pattern_forget_overruns(expression->patterns[i]);
    struct decision decision = {.expression = expression,
                                .node = expression->root,
                                .doubt = doubt,
                                .doubt_context = doubt_context};
    return node_narrow(&decision, rows);
}

bool expression_select(const struct expression *expression, const struct dataset *dataset,
                       struct row_set *rows, parallel_doubt *doubt, void *doubt_context)
{
    struct expression over = *expression;
    over.dataset = dataset;
    return expression_is_empty(expression) || select_rows(&over, rows, doubt, doubt_context);
}

bool pattern_select(struct pattern *pattern, const struct dataset *dataset, struct row_set *rows,
                    parallel_doubt *doubt, void *doubt_context)
{
    struct operand operand = {.kind = OPERAND_PATTERN, .pattern = pattern};
    struct node node = {.kind = NODE_TEST,
                        .test = {.subject = SUBJECT_ANY,
                                 .kind = TEST_CONTAINS,
                                 .comparison = COMPARISON_HOLDS,
                                 .operands = &operand,
                                 .operand_count = 1}};
    const struct expression expression = {
        .root = &node, .dataset = dataset, .patterns = &pattern, .pattern_count = 1};
    return select_rows(&expression, rows, doubt, doubt_context);
}

/*
 * Notes on what the result of a filter does not show: periods that overlap without counting,
 * numbers of several units compared as written, patterns given up. A row overlaps if it passes once
 * a single test is loosened from "within" to "overlaps".
 */

#define MOST_NAMED 3

struct filter_note {
    const struct expression *expression;
    const struct row_set *among, *selected;
    struct buffer *out;
};

static void start_line(struct buffer *out)
{
    if (out->length)
        buffer_putc(out, '\n');
}

/* Distinct texts of a column in the order in which they are found. */
struct text_list {
    struct text *texts;
    size_t count, capacity;
};

static struct text_list distinct_texts(const struct table *table, size_t column,
                                       const struct row_set *rows)
{
    struct text_list list = {0};
    size_t count = table_distinct_count(table, column), seen_count = 0;
    bool *seen = xcalloc(count, sizeof *seen);
    struct codes codes = table_codes(table, column);
    for (size_t first = 0; first < rows->row_count && seen_count < count; first += 64) {
        for (uint64_t word = rows->words[first / 64]; word; word &= word - 1) {
            uint32_t code = codes_at(codes, first + (size_t)__builtin_ctzll(word));
            if (seen[code])
                continue;
            seen[code] = true;
            seen_count++;
            ARRAY_RESERVE(list.texts, list.count + 1, list.capacity);
            list.texts[list.count++] = table_distinct(table, column, code);
        }
    }
    free(seen);
    return list;
}

static void append_list(struct buffer *out, const struct text_list *list, const char *separator)
{
    for (size_t i = 0; i < list->count && i < MOST_NAMED; i++) {
        buffer_puts(out, i ? separator : "");
        text_make_visible(out, list->texts[i].length ? list->texts[i] : text_of("none"), true);
    }
    if (list->count > MOST_NAMED)
        buffer_printf(out, " and %zu more", list->count - MOST_NAMED);
}

static struct row_set decide_among(const struct filter_note *note, const struct node *node,
                                   const struct node *loosened, const struct row_set *among)
{
    struct decision decision = {.expression = note->expression, .node = node, .loosened = loosened};
    struct row_set rows = row_set_copy(among);
    node_narrow(&decision, &rows);
    return rows;
}

/*
 * Returns the rows that pass only because of the loosened test. The other tests are evaluated only
 * for rows on which the loosened test and the original one differ.
 */
static struct row_set overlapping_rows(const struct filter_note *note, const struct node *node)
{
    struct row_set left = row_set_copy(note->among);
    row_set_subtract(&left, note->selected);
    struct row_set loose = decide_among(note, node, node, &left);
    struct row_set strict = decide_among(note, node, NULL, &loose);
    row_set_subtract(&loose, &strict);
    struct row_set rows = row_set_is_empty(&loose)
                              ? row_set_none(loose.row_count)
                              : decide_among(note, note->expression->root, node, &loose);
    row_set_release(&left);
    row_set_release(&loose);
    row_set_release(&strict);
    return rows;
}

static void append_overlap(struct buffer *out, const struct expression *expression,
                           const struct test *test, const struct row_set *rows)
{
    struct text_list periods = distinct_texts(expression->dataset->table, test->column, rows);
    size_t count = row_set_count(rows);
    buffer_printf(out, "%zu %s ", count, count == 1 ? "row overlaps" : "rows overlap");
    test_format_operands(out, test);
    buffer_puts(out, " without lying within it (");
    append_list(out, &periods, ", ");
    buffer_printf(out, "): %s:", semantics_name(expression, test));
    if (periods.count > MOST_NAMED)
        periods.count = MOST_NAMED;
    append_list(out, &periods, ",");
    free(periods.texts);
}

static void filter_note_on_periods(void *context, const struct node *node, bool is_negated)
{
    const struct filter_note *note = context;
    const struct test *test = &node->test;
    if (is_negated || test->kind != TEST_PERIOD || test->comparison == COMPARISON_DIFFERENT)
        return;
    struct row_set rows = overlapping_rows(note, node);
    if (!row_set_is_empty(&rows)) {
        start_line(note->out);
        append_overlap(note->out, note->expression, test, &rows);
    }
    row_set_release(&rows);
}

static bool is_plain(const struct test *test)
{
    for (size_t i = 0; i < test->operand_count; i++) {
        const struct operand *operand = &test->operands[i];
        const struct bound *bound = operand->low.is_open ? &operand->high : &operand->low;
        if (!operand->pattern && bound->number.is_plain)
            return true;
    }
    return false;
}

static void filter_note_on_units(void *context, const struct node *node, bool is_negated)
{
    const struct filter_note *note = context;
    const struct expression *expression = note->expression;
    if (is_negated || node->test.kind != TEST_NUMBER || !is_plain(&node->test) ||
        node->test.comparison == COMPARISON_DIFFERENT ||
        !semantics_has_units(expression, &node->test))
        return;
    struct row_set rows = decide_among(note, node, NULL, note->selected);
    struct text_list units =
        distinct_texts(expression->dataset->table, expression->dataset->column[FIELD_UNIT], &rows);
    if (units.count > 1) {
        start_line(note->out);
        node_format(note->out, node, expression);
        buffer_puts(note->out, " compares numbers as written, of ");
        append_list(note->out, &units, ", ");
        buffer_puts(note->out, " alike: name a unit, as in 5bn, $5bn or 5%");
    }
    free(units.texts);
    row_set_release(&rows);
}

static void filter_note_on_patterns(void *context, const struct node *node, bool is_negated)
{
    (void)is_negated;
    const struct filter_note *note = context;
    for (size_t i = 0; i < node->test.operand_count; i++) {
        const struct pattern *pattern = node->test.operands[i].pattern;
        size_t count = pattern ? pattern_overrun_count(pattern) : 0;
        if (!count)
            continue;
        start_line(note->out);
        node_format(note->out, node, note->expression);
        buffer_printf(note->out,
                      " was given up on %zu %s, with too many ways to match: make it simpler",
                      count, count == 1 ? "text" : "texts");
    }
}

void expression_remark(const struct expression *expression, const struct dataset *dataset,
                       const struct row_set *among, const struct row_set *selected,
                       struct buffer *out)
{
    struct expression over = *expression;
    over.dataset = dataset;
    struct buffer text = {0};
    struct filter_note note = {&over, among, selected, &text};
    node_visit_tests(over.root, filter_note_on_patterns, &note);
    node_visit_tests(over.root, filter_note_on_periods, &note);
    node_visit_tests(over.root, filter_note_on_units, &note);
    buffer_append_text(out, buffer_text(&text));
    buffer_release(&text);
}
