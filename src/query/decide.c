/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Each test gives a set of rows, and the sets are combined word by word. A test on text is decided
 * for every distinct text of the column first, which leaves a look into a table of bytes per row; a
 * test on numbers finds for every distinct unit first what its numbers are multiplied by.
 */
#include "config.h"

#include "query/decide.h"

#include "base/memory.h"
#include "query/meaning.h"

#include <math.h>
#include <stdlib.h>

/* One answer for each distinct text of a column. */
struct answers {
    const struct table *table;
    size_t column;
    bool *holds; /* owned: by code */
    bool any;    /* one of them holds */
};

static struct answers answers_new(const struct table *table, size_t column)
{
    return (struct answers){.table = table,
                            .column = column,
                            .holds = xcalloc(table_distinct_count(table, column), sizeof(bool))};
}

static void add_answered_rows(struct row_set *set, const struct answers *answers)
{
    if (!answers->any)
        return;
    for (size_t row = 0; row < set->row_count; row++)
        if (answers->holds[table_code(answers->table, row, answers->column)])
            row_set_add(set, row);
}

static unsigned char folded_ascii(char byte)
{
    return (unsigned char)(byte >= 'A' && byte <= 'Z' ? byte + 32 : byte);
}

static bool is_ascii(char byte)
{
    return (unsigned char)byte < 0x80;
}

/*
 * Where a text and a folded bound part: the first byte that differs, or either end. Only ASCII is
 * compared, which folds byte by byte; *is_decided is false where the rest needs Unicode.
 */
static size_t parting(struct text text, struct text bound, bool *is_decided)
{
    size_t at = 0;
    while (at < text.length && at < bound.length && is_ascii(text.data[at]) &&
           folded_ascii(text.data[at]) == (unsigned char)bound.data[at])
        at++;
    *is_decided = at == bound.length || at == text.length || is_ascii(text.data[at]);
    return at;
}

/* As meaning_text_side(), for a text that is not folded yet: most are decided without folding. */
static int side_of(struct text text, struct text bound)
{
    bool is_decided;
    size_t at = parting(text, bound, &is_decided);
    if (!is_decided) {
        struct buffer folded = {0};
        text_fold(&folded, text);
        int side = meaning_text_side(buffer_text(&folded), bound);
        buffer_release(&folded);
        return side;
    }
    if (at == bound.length || at == text.length)
        return at == bound.length ? 0 : -1;
    return folded_ascii(text.data[at]) < (unsigned char)bound.data[at] ? -1 : 1;
}

/* `folded` is `word` folded. */
static bool is_equal_folded(struct text text, struct text word, struct text folded)
{
    bool is_decided;
    size_t at = parting(text, folded, &is_decided);
    if (is_decided)
        return at == folded.length && at == text.length;
    return text_is_equal_folded(text, word);
}

/* An empty cell states nothing, which no order knows. */
static bool passes_order(const struct test *test, const struct operand *operand, struct text text)
{
    if (!text.length)
        return false;
    if (operand->kind != OPERAND_RANGE)
        return meaning_accepts_side(test->comparison, side_of(text, operand->low.folded));
    return (operand->low.is_open || side_of(text, operand->low.folded) >= 0) &&
           (operand->high.is_open || side_of(text, operand->high.folded) <= 0);
}

static bool text_passes(const struct test *test, const struct operand *operand, struct text text)
{
    if (operand->pattern)
        return pattern_matches(operand->pattern, text);
    if (operand_is_empty(operand))
        return text.length == 0;
    if (operand->kind == OPERAND_RANGE || test->kind == TEST_ORDER)
        return passes_order(test, operand, text);
    if (test->kind == TEST_WORD)
        return text_is_equal_folded(text, text_of(test->vocabulary->words[operand->word]));
    return operand->folds ? is_equal_folded(text, operand->low.text, operand->low.folded)
                          : text_is_equal(text, operand->low.text);
}

static void answer(struct answers *answers, const struct test *test, const struct operand *operand)
{
    size_t count = table_distinct_count(answers->table, answers->column);
    for (size_t code = 0; code < count; code++) {
        if (answers->holds[code])
            continue;
        struct text text = table_distinct(answers->table, answers->column, (uint32_t)code);
        answers->holds[code] = text_passes(test, operand, text);
        answers->any |= answers->holds[code];
    }
}

/* Over all operands at once, so that the rows are walked through only once. */
static void decide_texts(const struct table *table, const struct test *test, size_t column,
                         struct row_set *set)
{
    struct answers answers = answers_new(table, column);
    for (size_t i = 0; i < test->operand_count; i++)
        answer(&answers, test, &test->operands[i]);
    add_answered_rows(set, &answers);
    free(answers.holds);
}

static void decide_any(const struct expression *expression, const struct test *test,
                       struct row_set *set)
{
    const struct table *table = expression->dataset->table;
    for (size_t column = 0; column < table_column_count(table); column++)
        decide_texts(table, test, column, set);
}

/* The word that a figure or target means by stating none; 0 where the column has no such word. */
static int unstated_word(const struct dataset *dataset, size_t column)
{
    return column == dataset->column[FIELD_MEASURE]     ? (int)MEASURE_VALUE
           : column == dataset->column[FIELD_QUALIFIER] ? (int)QUALIFIER_EXACT
                                                        : 0;
}

static void add_unstated(const struct dataset *dataset, size_t column, struct row_set *set)
{
    size_t kinds = dataset->column[FIELD_KIND];
    struct answers is_figure = answers_new(dataset->table, kinds);
    for (size_t code = 0; code < table_distinct_count(dataset->table, kinds); code++) {
        int kind = vocabulary_find(&kind_vocabulary,
                                   table_distinct(dataset->table, kinds, (uint32_t)code));
        is_figure.holds[code] = kind == KIND_FIGURE || kind == KIND_TARGET;
    }
    for (size_t row = 0; row < set->row_count; row++)
        if (table_code(dataset->table, row, column) == 0 &&
            is_figure.holds[table_code(dataset->table, row, kinds)])
            row_set_add(set, row);
    free(is_figure.holds);
}

static void decide_words(const struct expression *expression, const struct test *test,
                         struct row_set *set)
{
    decide_texts(expression->dataset->table, test, test->column, set);
    int unstated = unstated_word(expression->dataset, test->column);
    for (size_t i = 0; i < test->operand_count; i++)
        if (unstated && !test->operands[i].pattern && test->operands[i].word == unstated)
            add_unstated(expression->dataset, test->column, set);
}

double *unit_factors(const struct dataset *dataset, const struct quantity *quantity)
{
    size_t column = dataset->column[FIELD_UNIT];
    size_t count = table_distinct_count(dataset->table, column);
    double *factors = xcalloc(count, sizeof *factors);
    for (size_t code = 0; code < count; code++)
        factors[code] =
            quantity_factor(quantity, table_distinct(dataset->table, column, (uint32_t)code));
    return factors;
}

static bool number_passes(const struct test *test, const struct operand *operand, double number)
{
    double low = operand->low.number.value, high = operand->high.number.value;
    if (operand->kind != OPERAND_RANGE)
        return meaning_accepts_side(test->comparison, quantity_compare(number, low));
    return (operand->low.is_open || quantity_compare(number, low) >= 0) &&
           (operand->high.is_open || quantity_compare(number, high) <= 0);
}

static void add_numbers(const struct expression *expression, const struct test *test,
                        const struct operand *operand, struct row_set *set)
{
    const struct dataset *dataset = expression->dataset;
    const struct bound *stated = operand->low.is_open ? &operand->high : &operand->low;
    size_t units = dataset->column[FIELD_UNIT];
    double *factors =
        meaning_has_units(expression, test) ? unit_factors(dataset, &stated->number) : NULL;
    for (size_t row = 0; row < set->row_count; row++) {
        double number = table_number(dataset->table, row, test->column);
        if (factors)
            number *= factors[table_code(dataset->table, row, units)];
        if (!isnan(number) && number_passes(test, operand, number))
            row_set_add(set, row);
    }
    free(factors);
}

static bool is_within(const struct operand *operand, struct period period)
{
    if (operand->kind != OPERAND_RANGE)
        return period_contains(operand->low.period, period);
    return (operand->low.is_open || period.first >= operand->low.period.first) &&
           (operand->high.is_open || period.last <= operand->high.period.last);
}

static bool does_overlap(const struct operand *operand, struct period period)
{
    if (operand->kind != OPERAND_RANGE)
        return period_overlaps(operand->low.period, period);
    return (operand->low.is_open || period.last >= operand->low.period.first) &&
           (operand->high.is_open || period.first <= operand->high.period.last);
}

static bool passes_comparison(enum comparison comparison, struct period period, struct period bound)
{
    switch (comparison) {
    case COMPARISON_LESS:
        return period.last < bound.first;
    case COMPARISON_LESS_EQUAL:
        return period.last <= bound.last;
    case COMPARISON_GREATER:
        return period.first > bound.last;
    case COMPARISON_GREATER_EQUAL:
        return period.first >= bound.first;
    default:
        return period_is_equal(period, bound);
    }
}

static bool period_passes_operand(const struct test *test, const struct operand *operand,
                                  struct period period, bool is_loose)
{
    if (operand->pattern || operand_is_empty(operand) || period.kind == PERIOD_NONE)
        return false;
    if (test->comparison != COMPARISON_HOLDS && operand->kind != OPERAND_RANGE)
        return passes_comparison(test->comparison, period, operand->low.period);
    return is_loose ? does_overlap(operand, period) : is_within(operand, period);
}

static bool period_passes(const struct test *test, struct period period, bool is_loose)
{
    for (size_t i = 0; i < test->operand_count; i++)
        if (period_passes_operand(test, &test->operands[i], period, is_loose))
            return true;
    return false;
}

static void add_periods(const struct expression *expression, const struct test *test, bool is_loose,
                        struct row_set *set)
{
    const struct table *table = expression->dataset->table;
    for (size_t row = 0; row < set->row_count; row++)
        if (period_passes(test, table_period(table, row, test->column), is_loose))
            row_set_add(set, row);
}

/* Numbers and periods; what of them is asked for as text goes by the text. */
static void decide_values(const struct expression *expression, const struct test *test,
                          bool is_loose, struct row_set *set)
{
    const struct table *table = expression->dataset->table;
    struct answers answers = answers_new(table, test->column);
    for (size_t i = 0; i < test->operand_count; i++) {
        const struct operand *operand = &test->operands[i];
        if (operand->pattern || operand_is_empty(operand))
            answer(&answers, test, operand);
        else if (test->kind == TEST_NUMBER)
            add_numbers(expression, test, operand, set);
    }
    add_answered_rows(set, &answers);
    free(answers.holds);
    if (test->kind == TEST_PERIOD)
        add_periods(expression, test, is_loose, set);
}

static void decide_fact(const struct test *test, struct row_set *set)
{
    bool holds[UINT8_MAX + 1] = {false};
    for (size_t i = 0; i < test->operand_count; i++)
        if (test->operands[i].word <= UINT8_MAX)
            holds[test->operands[i].word] = true;
    for (size_t row = 0; row < set->row_count; row++)
        if (holds[test->fact->codes ? test->fact->codes[row] : 0])
            row_set_add(set, row);
}

static void decide_presence(const struct expression *expression, const struct test *test,
                            struct row_set *set)
{
    const struct table *table = expression->dataset->table;
    for (size_t i = 0; i < test->operand_count; i++)
        for (size_t row = 0; row < set->row_count; row++)
            if (table_code(table, row, test->operands[i].column) != 0)
                row_set_add(set, row);
}

static struct row_set decide_test(const struct expression *expression, const struct test *test,
                                  bool is_loose)
{
    struct row_set set = row_set_none(table_row_count(expression->dataset->table));
    if (test->subject == SUBJECT_ANY)
        decide_any(expression, test, &set);
    else if (test->kind == TEST_NUMBER || test->kind == TEST_PERIOD)
        decide_values(expression, test, is_loose, &set);
    else if (test->kind == TEST_FACT)
        decide_fact(test, &set);
    else if (test->kind == TEST_PRESENCE)
        decide_presence(expression, test, &set);
    else if (test->kind == TEST_WORD)
        decide_words(expression, test, &set);
    else
        decide_texts(expression->dataset->table, test, test->column, &set);
    if (test->comparison == COMPARISON_DIFFERENT || test->comparison == COMPARISON_NO_MATCH)
        row_set_invert(&set);
    return set;
}

static struct row_set decide_children(const struct expression *expression, const struct node *node,
                                      const struct node *loosened)
{
    struct row_set set = node_decide(expression, node->children[0], loosened);
    for (size_t i = 1; i < node->child_count; i++) {
        if (node->kind == NODE_AND && row_set_is_empty(&set))
            break;
        struct row_set other = node_decide(expression, node->children[i], loosened);
        if (node->kind == NODE_AND)
            row_set_intersect(&set, &other);
        else
            row_set_unite(&set, &other);
        row_set_release(&other);
    }
    if (node->kind == NODE_NOT)
        row_set_invert(&set);
    return set;
}

struct row_set node_decide(const struct expression *expression, const struct node *node,
                           const struct node *loosened)
{
    if (node->kind == NODE_EVERY)
        return row_set_all(table_row_count(expression->dataset->table));
    if (node->kind == NODE_TEST)
        return decide_test(expression, &node->test, node == loosened);
    return decide_children(expression, node, loosened);
}
