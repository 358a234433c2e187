/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "query/language/semantics.h"

#include "base/array.h"
#include "query/language/column_names.h"
#include "query/match/smart_case.h"

#include <stdlib.h>
#include <string.h>

bool query_error_take(struct query_error *error, struct source_span span, bool is_unfinished,
                      struct buffer *reason)
{
    free(error->text);
    *error = (struct query_error){.at = span.at,
                                  .end = span.end,
                                  .text = buffer_take(reason),
                                  .is_unfinished = is_unfinished};
    return false;
}

bool query_error_set(struct query_error *error, struct source_span span, bool is_unfinished,
                     const char *format, ...)
{
    struct buffer reason = {0};
    va_list arguments;
    va_start(arguments, format);
    buffer_vprintf(&reason, format, arguments);
    va_end(arguments);
    return query_error_take(error, span, is_unfinished, &reason);
}

int semantics_text_side(struct text folded, struct text bound)
{
    size_t shorter = folded.length < bound.length ? folded.length : bound.length;
    int order = shorter ? memcmp(folded.data, bound.data, shorter) : 0;
    if (order)
        return order < 0 ? -1 : 1;
    return folded.length < bound.length ? -1 : 0;
}

bool semantics_accepts_side(enum comparison comparison, int side)
{
    static const struct {
        bool below, at, above;
    } accepted[COMPARISON_COUNT] = {
        [COMPARISON_HOLDS] = {false, true, false},
        [COMPARISON_EQUAL] = {false, true, false},
        [COMPARISON_DIFFERENT] = {false, true, false}, /* the evaluator inverts it */
        [COMPARISON_LESS] = {true, false, false},
        [COMPARISON_LESS_EQUAL] = {true, true, false},
        [COMPARISON_GREATER] = {false, false, true},
        [COMPARISON_GREATER_EQUAL] = {false, true, true},
    };
    return side < 0   ? accepted[comparison].below
           : side > 0 ? accepted[comparison].above
                      : accepted[comparison].at;
}

static bool is_order(enum comparison comparison)
{
    return comparison >= COMPARISON_LESS && comparison <= COMPARISON_GREATER_EQUAL;
}

static bool is_match(enum comparison comparison)
{
    return comparison == COMPARISON_MATCH || comparison == COMPARISON_NO_MATCH;
}

const char *semantics_name(const struct expression *expression, const struct test *test)
{
    switch (test->subject) {
    case SUBJECT_COLUMN:
        return table_column_name(expression->dataset->table, test->column);
    case SUBJECT_FACT:
        return test->fact->vocabulary->name;
    case SUBJECT_PRESENCE:
        return "has";
    default:
        return "";
    }
}

bool semantics_has_units(const struct expression *expression, const struct test *test)
{
    return test->column == expression->dataset->column[FIELD_VALUE];
}

static const char *example_value(const struct test *test)
{
    static const char *const examples[] = {
        [TEST_CONTAINS] = "word", [TEST_WHOLE] = "word",       [TEST_ORDER] = "word..",
        [TEST_NUMBER] = "5bn",    [TEST_PERIOD] = "FY2023-24", [TEST_PRESENCE] = "quote"};
    return test->vocabulary ? test->vocabulary->words[1] : examples[test->kind];
}

void semantics_example(struct buffer *out, const struct expression *expression,
                       const struct test *test)
{
    lexer_quote(out, text_of(semantics_name(expression, test)), PLACE_TEST);
    if (is_match(test->comparison)) {
        buffer_printf(out, "%s/word/", comparison_sign(test->comparison));
        return;
    }
    bool keeps_sign =
        test->kind != TEST_ORDER &&
        (test->kind == TEST_NUMBER || test->kind == TEST_PERIOD || !is_order(test->comparison));
    buffer_puts(out, keeps_sign ? comparison_sign(test->comparison) : ":");
    lexer_quote(out, text_of(example_value(test)), PLACE_VALUE);
}

static enum test_kind kind_of_text(const struct expression *expression, const struct test *test)
{
    enum field field = column_names_field(expression->dataset, test->column);
    if (is_order(test->comparison))
        return TEST_ORDER;
    bool is_key = field == FIELD_ID || field == FIELD_SOURCE;
    return test->comparison == COMPARISON_HOLDS && !is_key ? TEST_CONTAINS : TEST_WHOLE;
}

static enum test_kind kind_of_column(const struct expression *expression, struct test *test)
{
    if (is_match(test->comparison))
        return TEST_CONTAINS;
    switch (table_column_type(expression->dataset->table, test->column)) {
    case COLUMN_NUMBER:
        return TEST_NUMBER;
    case COLUMN_PERIOD:
        return TEST_PERIOD;
    default:
        test->vocabulary = column_names_vocabulary(expression->dataset, test->column);
        return test->vocabulary ? TEST_WORD : kind_of_text(expression, test);
    }
}

bool semantics_of_test(const struct expression *expression, struct test *test,
                       struct source_span span, struct query_error *error)
{
    switch (test->subject) {
    case SUBJECT_COLUMN:
        test->kind = kind_of_column(expression, test);
        break;
    case SUBJECT_FACT:
        test->kind = TEST_FACT;
        test->vocabulary = test->fact->vocabulary;
        break;
    case SUBJECT_PRESENCE:
        test->kind = TEST_PRESENCE;
        break;
    default:
        test->kind = TEST_CONTAINS;
        return true;
    }
    bool takes_words = test->vocabulary || test->kind == TEST_PRESENCE;
    if (!takes_words || test->comparison <= COMPARISON_DIFFERENT)
        return true;
    struct buffer example = {0};
    struct test plain = *test;
    plain.comparison = COMPARISON_HOLDS;
    semantics_example(&example, expression, &plain);
    const char *name = semantics_name(expression, test);
    query_error_set(error, span, false, "%s takes words, which `%s` cannot compare; write %s", name,
                    comparison_sign(test->comparison), example.data);
    buffer_release(&example);
    return false;
}

static bool read_pattern(struct expression *expression, const struct test *test,
                         struct operand *operand, struct source_span span,
                         struct query_error *error)
{
    struct error reason = {0};
    size_t at = 0;
    struct text source = operand->low.text;
    bool is_regular = operand->kind == OPERAND_PATTERN || is_match(test->comparison);
    if (is_regular && !source.length)
        return query_error_set(error, span, false,
                               "an empty regular expression finds nothing; write /word/");
    operand->pattern = is_regular
                           ? pattern_compile_flags(source, operand->flags, &at, &reason)
                           : pattern_compile(source, PATTERN_LITERAL, PATTERN_SMART_CASE, &reason);
    if (!operand->pattern) {
        size_t place = span.at + (operand->kind == OPERAND_PATTERN ? 1 : 0) + at;
        if (place < span.end)
            span.at = place;
        query_error_set(error, span, false, "%s", reason.text);
        error_release(&reason);
        return false;
    }
    ARRAY_RESERVE(expression->patterns, expression->pattern_count + 1,
                  expression->pattern_capacity);
    operand->pattern_number = expression->pattern_count++;
    expression->patterns[operand->pattern_number] = operand->pattern;
    return true;
}

static bool is_known_currency(const struct expression *expression, const char *currency)
{
    const struct dataset *dataset = expression->dataset;
    size_t column = dataset->column[FIELD_UNIT];
    if (!*currency || quantity_knows_currency(currency))
        return true;
    for (uint32_t code = 1; code < table_distinct_count(dataset->table, column); code++) {
        struct unit unit;
        if (unit_parse(table_distinct(dataset->table, column, code), &unit) &&
            strcmp(unit.currency, currency) == 0)
            return true;
    }
    return false;
}

bool semantics_of_number(const struct expression *expression, const struct test *test,
                         struct bound *bound, struct source_span span, struct query_error *error)
{
    const char *name = semantics_name(expression, test);
    if (!quantity_parse(bound->text, &bound->number))
        return query_error_set(
            error, span, span.is_last && quantity_may_start(bound->text),
            "`%.*s` is no number for %s; write 5, 5bn, $5bn, 30%%, or %s~/.../ to search its text",
            (int)bound->text.length, bound->text.data, name, name);
    const char *currency = bound->number.unit.currency;
    if (!is_known_currency(expression, currency))
        return query_error_set(error, span, span.is_last,
                               "no row counts in %s; write a unit such as bn, USD or %%, or none",
                               currency);
    if (bound->number.unit.dimension != DIMENSION_NONE && !semantics_has_units(expression, test))
        return query_error_set(error, span, false,
                               "the numbers of %s have no unit; write the number alone", name);
    return true;
}

static bool read_number(struct expression *expression, const struct test *test, struct bound *bound,
                        struct source_span span, struct query_error *error)
{
    return semantics_of_number(expression, test, bound, span, error);
}

static bool read_period(struct expression *expression, const struct test *test, struct bound *bound,
                        struct source_span span, struct query_error *error)
{
    if (period_parse(bound->text, &bound->period))
        return true;
    char first = bound->text.length ? bound->text.data[0] : '0';
    bool may_start = (first >= '0' && first <= '9') || first == 'F' || first == 'f';
    return query_error_set(
        error, span, span.is_last && may_start,
        "`%.*s` is no period for %s; write 2023, FY2023-24, 2023H1, 2023Q1, 2023-07, "
        "2023-07-08 or 2022-04/2023-02",
        (int)bound->text.length, bound->text.data, semantics_name(expression, test));
}

static bool read_text_bound(struct expression *expression, const struct test *test,
                            struct bound *bound, struct source_span span, struct query_error *error)
{
    struct quantity number;
    const char *name = semantics_name(expression, test);
    if (is_order(test->comparison) && quantity_parse(bound->text, &number))
        return query_error_set(error, span, false,
                               "%s is a column of text, which `%s` cannot compare with a number; "
                               "write %s:%.*s, or %s:%.*s.. for the order of text",
                               name, comparison_sign(test->comparison), name,
                               (int)bound->text.length, bound->text.data, name,
                               (int)bound->text.length, bound->text.data);
    struct buffer folded = {0};
    text_fold(&folded, bound->text);
    bound->folded.data = arena_copy(&expression->arena, folded.data, folded.length);
    bound->folded.length = folded.length;
    buffer_release(&folded);
    return true;
}

typedef bool bound_reader(struct expression *expression, const struct test *test,
                          struct bound *bound, struct source_span span, struct query_error *error);

static bound_reader *reader_of(enum test_kind kind)
{
    return kind == TEST_NUMBER ? read_number : kind == TEST_PERIOD ? read_period : read_text_bound;
}

static bool runs_backwards(enum test_kind kind, const struct bound *low, const struct bound *high)
{
    if (low->is_open || high->is_open)
        return false;
    if (kind == TEST_PERIOD)
        return low->period.first > high->period.last;
    if (kind == TEST_NUMBER)
        return low->number.is_plain == high->number.is_plain &&
               quantity_compare(low->number.value, high->number.value) > 0;
    return semantics_text_side(low->folded, high->folded) > 0;
}

/* Both ends must apply to the same rows: 1..5bn would compare one end with money only. */
static bool is_same_kind_of_number(const struct bound *low, const struct bound *high)
{
    return low->is_open || high->is_open ||
           (low->number.is_plain == high->number.is_plain &&
            unit_is_comparable(low->number.unit, high->number.unit));
}

static bool read_range(struct expression *expression, const struct test *test,
                       struct operand *operand, struct source_span span, struct query_error *error)
{
    struct bound *bounds[2] = {&operand->low, &operand->high};
    if (test->vocabulary || test->subject != SUBJECT_COLUMN || is_match(test->comparison) ||
        is_order(test->comparison))
        return query_error_set(error, span, false,
                               "a range cannot stand here: it goes behind `:` on numbers, periods "
                               "and text; for the dots themselves use quotation marks");
    for (size_t i = 0; i < 2; i++) {
        if (bounds[i]->is_open)
            continue;
        if (!bounds[i]->text.length)
            return query_error_set(error, span, false,
                                   "an end of a range cannot be empty; leave it out: 5.. or ..5");
        if (!reader_of(test->kind)(expression, test, bounds[i], span, error))
            return false;
    }
    if (test->kind == TEST_NUMBER && !is_same_kind_of_number(&operand->low, &operand->high))
        return query_error_set(error, span, span.is_last,
                               "both ends of a range need the same unit, as in 1bn..5bn");
    if (runs_backwards(test->kind, &operand->low, &operand->high))
        return query_error_set(error, span, span.is_last,
                               "the range runs backwards; write the lower end first");
    return true;
}

static bool read_word(struct expression *expression, const struct test *test,
                      struct operand *operand, struct source_span span, struct query_error *error)
{
    (void)expression;
    struct text word = operand->low.text;
    operand->word = vocabulary_find(test->vocabulary, word);
    if (operand->word >= 0)
        return true;
    struct buffer reason = {0};
    column_names_explain_word(&reason, test->vocabulary, word);
    return query_error_take(
        error, span, span.is_last && column_names_is_prefix(test->vocabulary, word), &reason);
}

static bool read_column_name(struct expression *expression, const struct test *test,
                             struct operand *operand, struct source_span span,
                             struct query_error *error)
{
    (void)test;
    operand->column = column_names_find_column(expression->dataset, operand->low.text);
    if (operand->column != NO_COLUMN)
        return true;
    struct buffer reason = {0};
    column_names_explain_unknown(&reason, expression->dataset, NULL, operand->low.text);
    return query_error_take(error, span, span.is_last, &reason);
}

static bool read_empty(const struct test *test, struct source_span span, struct query_error *error)
{
    if (test->subject == SUBJECT_ANY)
        return query_error_set(error, span, false,
                               "an empty text is in every row; write what to search for");
    if (is_order(test->comparison))
        return query_error_set(error, span, false,
                               "`%s` cannot compare with an empty text; write what to compare with",
                               comparison_sign(test->comparison));
    return true;
}

static bool read_text(struct expression *expression, const struct test *test,
                      struct operand *operand, struct source_span span, struct query_error *error)
{
    switch (test->kind) {
    case TEST_WORD:
    case TEST_FACT:
        return read_word(expression, test, operand, span, error);
    case TEST_PRESENCE:
        return read_column_name(expression, test, operand, span, error);
    default:
        break;
    }
    if (is_match(test->comparison))
        return read_pattern(expression, test, operand, span, error);
    if (!operand->low.text.length)
        return read_empty(test, span, error);
    if (test->kind == TEST_CONTAINS)
        return read_pattern(expression, test, operand, span, error);
    operand->folds =
        test->comparison == COMPARISON_HOLDS || smart_case_folds_literal(operand->low.text);
    return reader_of(test->kind)(expression, test, &operand->low, span, error);
}

bool semantics_of_operand(struct expression *expression, const struct test *test,
                          struct operand *operand, struct source_span span,
                          struct query_error *error)
{
    if (operand->kind == OPERAND_RANGE)
        return read_range(expression, test, operand, span, error);
    if (operand->kind == OPERAND_TEXT)
        return read_text(expression, test, operand, span, error);
    bool takes_pattern = test->subject == SUBJECT_ANY || test->subject == SUBJECT_COLUMN;
    if (!takes_pattern || (test->comparison != COMPARISON_HOLDS && !is_match(test->comparison)))
        return query_error_set(error, span, false,
                               "`%s` takes no regular expression; write %s~/.../, or use quotation "
                               "marks for the text itself",
                               comparison_sign(test->comparison), semantics_name(expression, test));
    return read_pattern(expression, test, operand, span, error);
}
