/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "query/evaluate/plan.h"

#include "base/parallel.h"
#include "query/language/semantics.h"
#include "query/language/period_test.h"

#include <math.h>
#include <string.h>

#define FILTER_PART_WORDS ((size_t)4096)

enum { COST_OF_CODE = 1, COST_OF_NUMBER = 2, COST_OF_EMPTY = 3, COST_OF_TEXT = 100 };

static struct plan *plan_new(struct planner *planner, enum plan_kind kind, unsigned cost)
{
    struct plan *plan = arena_alloc(&planner->arena, sizeof *plan);
    plan->kind = kind;
    plan->cost = cost;
    return plan;
}

/* Makes a plan with room for `parts` parts. */
static struct plan *joint_new(struct planner *planner, enum plan_kind kind, size_t parts)
{
    struct plan *plan = plan_new(planner, kind, 0);
    plan->parts = arena_alloc(&planner->arena, parts * sizeof(struct plan *));
    return plan;
}

/* Inserts the part in order of cost; equal ones keep their order. */
static void add_part(struct plan *plan, struct plan *part)
{
    size_t place = plan->part_count++;
    for (; place > 0 && plan->parts[place - 1]->cost > part->cost; place--)
        plan->parts[place] = plan->parts[place - 1];
    plan->parts[place] = part;
    plan->cost += part->cost;
}

static struct plan *denial(struct planner *planner, struct plan *part)
{
    struct plan *plan = joint_new(planner, PLAN_NOT, 1);
    add_part(plan, part);
    return plan;
}

static struct plan *nothing(struct planner *planner)
{
    return plan_new(planner, PLAN_ANY, 0);
}

/* Returns a plan that no row passes if no code passes. */
static struct plan *codes_plan(struct planner *planner, struct codes codes, const uint8_t *holds,
                               size_t count)
{
    if (!memchr(holds, 1, count))
        return nothing(planner);
    struct plan *plan = plan_new(planner, PLAN_CODES, COST_OF_CODE);
    plan->codes = codes;
    plan->holds = code_set_of(holds, count);
    return plan;
}

static struct plan *column_plan(struct planner *planner, size_t column, const uint8_t *holds)
{
    const struct table *table = planner->expression->dataset->table;
    struct plan *plan =
        codes_plan(planner, table_codes(table, column), holds, table_distinct_count(table, column));
    if (plan->codes.width)
        plan->code_zones = table_zones(table, column);
    return plan;
}

/* --- texts --- */

struct word_work {
    const struct planner *planner;
    const struct test *test;
    const struct operand *operands;
    size_t operand_count, column, part_count;
    uint8_t *holds;
};

static void row_filter_words(void *context, size_t worker, size_t first, size_t last)
{
    const struct word_work *work = context;
    const struct table *table = work->planner->expression->dataset->table;
    struct text_matcher *matcher = work->planner->testers[worker];
    text_matcher_start(matcher, work->part_count);
    for (size_t code = first; code < last; code++)
        work->holds[code] =
            text_matcher_passes(matcher, work->test, work->operands, work->operand_count,
                                text_trim(table_distinct(table, work->column, (uint32_t)code)));
}

/* Returns NULL if cancelled. */
static struct plan *words_plan(struct planner *planner, const struct test *test, size_t column,
                               const struct operand *operands, size_t operand_count)
{
    size_t count = table_distinct_count(planner->expression->dataset->table, column);
    struct word_work work = {planner,
                             test,
                             operands,
                             operand_count,
                             column,
                             (count + FILTER_PART_WORDS - 1) / FILTER_PART_WORDS,
                             arena_alloc(&planner->arena, count)};
    if (!parallel_for(count, FILTER_PART_WORDS, row_filter_words, &work, planner->effort))
        return NULL;
    return column_plan(planner, column, work.holds);
}

static bool may_match_number(const struct operand *operands, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (operands[i].pattern && pattern_may_match_number(operands[i].pattern))
            return true;
    return false;
}

static struct plan *text_plan(struct planner *planner, const struct test *test, size_t column,
                              const struct operand *operands, size_t operand_count)
{
    const struct table *table = planner->expression->dataset->table;
    bool is_number = table_has_numbers(table, column);
    if (table_is_coded(table, column))
        return words_plan(planner, test, column, operands, operand_count);
    struct plan *plan = plan_new(planner, PLAN_TEXTS, COST_OF_TEXT);
    plan->test = test;
    plan->column = column;
    plan->operands = operands;
    plan->operand_count = operand_count;
    if (is_number) {
        plan->numbers = table_numbers(table, column);
        plan->number_zones = table_zones(table, column);
        plan->only_missing = !may_match_number(operands, operand_count);
    }
    return plan;
}

static struct plan *any_plan(struct planner *planner, const struct test *test)
{
    size_t columns = table_column_count(planner->expression->dataset->table);
    struct plan *plan = joint_new(planner, PLAN_ANY, columns);
    for (size_t column = 0; column < columns; column++) {
        struct plan *part = text_plan(planner, test, column, test->operands, test->operand_count);
        if (!part)
            return NULL;
        add_part(plan, part);
    }
    return plan;
}

static struct plan *empty_plan(struct planner *planner, size_t column)
{
    const struct table *table = planner->expression->dataset->table;
    bool is_number = table_has_numbers(table, column);
    if (!table_is_coded(table, column)) {
        struct plan *plan = plan_new(planner, PLAN_EMPTY, COST_OF_EMPTY);
        plan->column = column;
        plan->only_missing = is_number;
        plan->numbers = is_number ? table_numbers(table, column) : NULL;
        plan->number_zones = is_number ? table_zones(table, column) : NULL;
        return plan;
    }
    size_t count = table_distinct_count(table, column);
    uint8_t *holds = arena_alloc(&planner->arena, count);
    for (size_t code = 0; code < count; code++)
        holds[code] = table_distinct(table, column, (uint32_t)code).length == 0;
    return column_plan(planner, column, holds);
}

/* --- words of a closed set --- */

/*
 * Returns the word that a figure or target means if it states none; 0 if the column has no such
 * word.
 */
static int unstated_word(const struct dataset *dataset, size_t column)
{
    return column == dataset->column[FIELD_MEASURE]     ? (int)MEASURE_VALUE
           : column == dataset->column[FIELD_QUALIFIER] ? (int)QUALIFIER_EXACT
                                                        : 0;
}

static bool asks_for_unstated(const struct dataset *dataset, const struct test *test)
{
    int unstated = unstated_word(dataset, test->column);
    for (size_t i = 0; i < test->operand_count; i++)
        if (unstated && !test->operands[i].pattern && test->operands[i].word == unstated)
            return true;
    return false;
}

static struct plan *figures_plan(struct planner *planner)
{
    const struct dataset *dataset = planner->expression->dataset;
    size_t kinds = dataset->column[FIELD_KIND];
    size_t count = table_distinct_count(dataset->table, kinds);
    uint8_t *holds = arena_alloc(&planner->arena, count);
    for (size_t code = 0; code < count; code++) {
        int kind = vocabulary_find(&kind_vocabulary,
                                   table_distinct(dataset->table, kinds, (uint32_t)code));
        holds[code] = kind > 0 && kind_has_number((enum kind)kind);
    }
    return column_plan(planner, kinds, holds);
}

static struct plan *vocabulary_plan(struct planner *planner, const struct test *test)
{
    struct plan *stated =
        text_plan(planner, test, test->column, test->operands, test->operand_count);
    if (!stated || !asks_for_unstated(planner->expression->dataset, test))
        return stated;
    struct plan *unstated = joint_new(planner, PLAN_ALL, 2);
    add_part(unstated, empty_plan(planner, test->column));
    add_part(unstated, figures_plan(planner));
    struct plan *plan = joint_new(planner, PLAN_ANY, 2);
    add_part(plan, stated);
    add_part(plan, unstated);
    return plan;
}

/* --- numbers, periods and facts --- */

const double *unit_factors(struct arena *arena, const struct dataset *dataset,
                           const struct quantity *quantity)
{
    size_t column = dataset->column[FIELD_UNIT];
    size_t count = table_distinct_count(dataset->table, column);
    double *factors = arena_alloc(arena, count * sizeof *factors);
    for (size_t code = 0; code < count; code++)
        factors[code] =
            quantity_factor(quantity, table_distinct(dataset->table, column, (uint32_t)code));
    return factors;
}

static struct plan *number_plan(struct planner *planner, const struct test *test,
                                const struct operand *operand)
{
    const struct dataset *dataset = planner->expression->dataset;
    const struct bound *stated = operand->low.is_open ? &operand->high : &operand->low;
    if (!table_has_numbers(dataset->table, test->column))
        return nothing(planner);
    struct plan *plan = plan_new(planner, PLAN_NUMBERS, COST_OF_NUMBER);
    plan->numbers = table_numbers(dataset->table, test->column);
    plan->number_zones = table_zones(dataset->table, test->column);
    plan->range = number_range_of(test->comparison, operand);
    if (semantics_has_units(planner->expression, test) && !stated->number.is_plain) {
        plan->codes = table_codes(dataset->table, dataset->column[FIELD_UNIT]);
        if (plan->codes.width)
            plan->code_zones = table_zones(dataset->table, dataset->column[FIELD_UNIT]);
        plan->factors = unit_factors(&planner->arena, dataset, &stated->number);
    }
    return plan;
}

/* Tests for text on a column of numbers use the written text. */
static struct plan *numbers_plan(struct planner *planner, const struct test *test)
{
    struct plan *plan = joint_new(planner, PLAN_ANY, test->operand_count);
    for (size_t i = 0; i < test->operand_count; i++) {
        const struct operand *operand = &test->operands[i];
        add_part(plan, operand->pattern ? text_plan(planner, test, test->column, operand, 1)
                       : operand_is_empty(operand) ? empty_plan(planner, test->column)
                                                   : number_plan(planner, test, operand));
    }
    return plan;
}

/* Tests each code against all operands. Patterns use the text. */
static struct plan *periods_plan(struct planner *planner, const struct test *test, bool is_loose)
{
    const struct table *table = planner->expression->dataset->table;
    size_t count = table_distinct_count(table, test->column);
    uint8_t *holds = arena_alloc(&planner->arena, count);
    text_matcher_start(planner->testers[0], 1);
    for (size_t code = 0; code < count; code++) {
        struct text text = table_distinct(table, test->column, (uint32_t)code);
        for (size_t i = 0; i < test->operand_count && !holds[code]; i++) {
            const struct operand *operand = &test->operands[i];
            holds[code] = operand->pattern || operand_is_empty(operand)
                              ? text_matcher_passes(planner->testers[0], test, operand, 1, text)
                              : period_test_passes(test, operand, text, is_loose);
        }
    }
    return column_plan(planner, test->column, holds);
}

static struct plan *fact_plan(struct planner *planner, const struct test *test)
{
    size_t count = UINT8_MAX + 1;
    uint8_t *holds = arena_alloc(&planner->arena, count);
    for (size_t i = 0; i < test->operand_count; i++)
        if (test->operands[i].word <= UINT8_MAX)
            holds[test->operands[i].word] = 1;
    struct codes codes = {test->fact->codes, test->fact->codes ? 1 : 0, 0};
    return codes_plan(planner, codes, holds, count);
}

static struct plan *presence_plan(struct planner *planner, const struct test *test)
{
    struct plan *plan = joint_new(planner, PLAN_ANY, test->operand_count);
    for (size_t i = 0; i < test->operand_count; i++)
        add_part(plan, denial(planner, empty_plan(planner, test->operands[i].column)));
    return plan;
}

/* --- tests and trees --- */

static struct plan *affirmed_plan(struct planner *planner, const struct test *test, bool is_loose)
{
    if (test->subject == SUBJECT_ANY)
        return any_plan(planner, test);
    switch (test->kind) {
    case TEST_NUMBER:
        return numbers_plan(planner, test);
    case TEST_PERIOD:
        return periods_plan(planner, test, is_loose);
    case TEST_FACT:
        return fact_plan(planner, test);
    case TEST_PRESENCE:
        return presence_plan(planner, test);
    case TEST_WORD:
        return vocabulary_plan(planner, test);
    default:
        return text_plan(planner, test, test->column, test->operands, test->operand_count);
    }
}

static struct plan *test_plan(struct planner *planner, const struct test *test, bool is_loose)
{
    struct plan *plan = affirmed_plan(planner, test, is_loose);
    bool is_negated =
        test->comparison == COMPARISON_DIFFERENT || test->comparison == COMPARISON_NO_MATCH;
    return plan && is_negated ? denial(planner, plan) : plan;
}

static struct plan *node_plan(struct planner *planner, const struct node *node,
                              const struct node *loosened)
{
    static const enum plan_kind kinds[] = {[NODE_EVERY] = PLAN_ALL,
                                           [NODE_AND] = PLAN_ALL,
                                           [NODE_OR] = PLAN_ANY,
                                           [NODE_NOT] = PLAN_NOT};
    if (node->kind == NODE_TEST)
        return test_plan(planner, &node->test, node == loosened);
    struct plan *plan = joint_new(planner, kinds[node->kind], node->child_count);
    for (size_t i = 0; i < node->child_count; i++) {
        struct plan *part = node_plan(planner, node->children[i], loosened);
        if (!part)
            return NULL;
        add_part(plan, part);
    }
    return plan;
}

const struct plan *plan_make(struct planner *planner, const struct node *node,
                             const struct node *loosened)
{
    return node_plan(planner, node, loosened);
}
