/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Parses what follows an operator: values, lists and ranges, with the blanks and commas that users
 * type in numbers.
 */
#include "config.h"

#include "query/language/parser.h"

#include <string.h>

#define MOST_WORDS_OF_NUMBER 4 /* "USD 5 lakh crore" */

struct source_span parser_span(const struct parser *parser, struct token token)
{
    return (struct source_span){token.at, token.end,
                                text_trim((struct text){parser->lexer.source.data + token.end,
                                                        parser->lexer.source.length - token.end})
                                        .length == 0};
}

bool parser_fail(struct parser *parser, struct token token, bool is_unfinished, const char *reason)
{
    return query_error_set(parser->error, parser_span(parser, token), is_unfinished, "%s", reason);
}

/* Reports a missing value behind an operator, a comma or "..". */
static bool fail_for_value(struct parser *parser, const struct test *test, struct token token)
{
    struct buffer reason = {0};
    bool is_end = token.kind == TOKEN_END;
    if (token.kind == TOKEN_WRONG)
        buffer_puts(&reason, token.problem);
    else if (token.kind == TOKEN_OPEN)
        buffer_puts(&reason, "a bracket cannot stand behind an operator; for one of several "
                             "values write a list: partner:russia,china");
    else if (token.kind == TOKEN_OPERATOR)
        buffer_puts(&reason, "two operators; a value that starts with an operator stands in "
                             "quotation marks");
    else if (test->subject == SUBJECT_ANY)
        buffer_puts(&reason, "a word is missing behind the comma; a comma that belongs to the text "
                             "stands in quotation marks");
    else {
        buffer_puts(&reason, "a value is missing; write for example ");
        semantics_example(&reason, parser->expression, test);
    }
    return query_error_take(parser->error, parser_span(parser, token),
                            is_end || token.is_unfinished, &reason);
}

bool parser_is_value(struct token token)
{
    return token.kind == TOKEN_WORD || token.kind == TOKEN_PHRASE || token.kind == TOKEN_PATTERN;
}

static enum lexer_place place_of_values(const struct test *test)
{
    return test->subject == SUBJECT_ANY ? PLACE_TEST
           : test->kind == TEST_NUMBER  ? PLACE_NUMBER
                                        : PLACE_VALUE;
}

/* In "value: and x" the value is missing; "note:and" has one. */
bool parser_take_value(struct parser *parser, const struct test *test, struct token *value)
{
    size_t before = parser->lexer.at;
    *value = lexer_next(&parser->lexer, place_of_values(test));
    bool is_lost = value->kind == TOKEN_WORD && value->at > before && lexer_is_keyword(value->text);
    if (parser_is_value(*value) && !is_lost)
        return true;
    return fail_for_value(parser, test, *value);
}

/* Joins the words between two tokens with single blanks. */
static struct text join_words(struct parser *parser, struct text words, struct text word)
{
    size_t length = words.length + 1 + word.length;
    char *joined = arena_alloc(&parser->expression->arena, length);
    memcpy(joined, words.data, words.length);
    joined[words.length] = ' ';
    memcpy(joined + words.length + 1, word.data, word.length);
    return (struct text){joined, length};
}

static bool is_number(const struct parser *parser, const struct test *test, struct text text)
{
    struct bound bound = {.text = text};
    struct query_error ignored = {0};
    bool is_read =
        semantics_of_number(parser->expression, test, &bound, (struct source_span){0}, &ignored);
    query_error_release(&ignored);
    return is_read;
}

/* Takes the words behind a number that belong to it: "5 bn", "USD 5 bn". */
static void take_unit(struct parser *parser, const struct test *test, struct token *value)
{
    struct lexer ahead = parser->lexer;
    struct text joined = value->text;
    for (int i = 1; i < MOST_WORDS_OF_NUMBER; i++) {
        struct token word = lexer_next(&ahead, PLACE_NUMBER);
        if (word.kind != TOKEN_WORD || lexer_is_keyword(word.text))
            return;
        joined = join_words(parser, joined, word.text);
        if (!is_number(parser, test, joined))
            continue;
        value->text = joined;
        value->end = word.end;
        parser->lexer = ahead;
    }
}

/* 5,000 is five thousand. 5,100 may be that or two numbers; it is refused if both are plausible. */
static bool check_commas(struct parser *parser, const struct test *test, struct token value,
                         bool is_first)
{
    bool is_list = test->comparison <= COMPARISON_DIFFERENT, has_comma = false, has_zero = false;
    for (size_t i = 0; i + 1 < value.text.length; i++) {
        has_comma |= value.text.data[i] == ',';
        has_zero |= value.text.data[i] == ',' && value.text.data[i + 1] == '0';
    }
    if (is_list && has_comma && !has_zero)
        return parser_fail(
            parser, value, false,
            "with the comma this may be one number or two; write 5100 or 5_100 for one, "
            "and `5, 100` with a blank for two");
    if (!is_first && value.text.length > 1 && value.text.data[0] == '0' &&
        value.text.data[1] >= '0' && value.text.data[1] <= '9')
        return parser_fail(
            parser, value, false,
            "a number of a list cannot start with 0; thousands are written 5000 or 5_000");
    return true;
}

static bool take_bound(struct parser *parser, const struct test *test, struct bound *bound,
                       struct token *value, bool is_first)
{
    if (test->kind == TEST_NUMBER && value->kind == TOKEN_WORD) {
        if (!check_commas(parser, test, *value, is_first))
            return false;
        take_unit(parser, test, value);
    }
    bound->text = value->text;
    return true;
}

static bool stands_alone(const struct parser *parser, size_t at)
{
    struct text source = parser->lexer.source;
    return at >= source.length || memchr(" \t\n\v\f\r),", source.data[at], 8);
}

/* Takes ".." and what follows it without a blank. */
static bool take_range(struct parser *parser, const struct test *test, struct operand *operand,
                       struct token *whole)
{
    struct token dots = parser_next(parser), value;
    operand->kind = OPERAND_RANGE;
    whole->end = dots.end;
    operand->high.is_open = stands_alone(parser, dots.end);
    if (operand->high.is_open)
        return !operand->low.is_open || fail_for_value(parser, test, parser_peek(parser));
    if (!parser_take_value(parser, test, &value) ||
        !take_bound(parser, test, &operand->high, &value, true))
        return false;
    whole->end = value.end;
    return value.kind != TOKEN_PATTERN ||
           parser_fail(parser, value, false, "a range takes no regular expression");
}

static bool take_operand(struct parser *parser, const struct test *test, struct operand *operand,
                         bool is_first)
{
    struct token value = lexer_peek(&parser->lexer, place_of_values(test));
    operand->low.is_open = value.kind == TOKEN_RANGE;
    if (!operand->low.is_open && (!parser_take_value(parser, test, &value) ||
                                  !take_bound(parser, test, &operand->low, &value, is_first)))
        return false;
    operand->kind = value.kind == TOKEN_PATTERN ? OPERAND_PATTERN : OPERAND_TEXT;
    operand->flags = value.flags;
    struct token dots = parser_peek(parser);
    if (dots.kind == TOKEN_RANGE) {
        if (dots.at > value.end)
            return parser_fail(parser, dots, false,
                               "a range is written without blanks: 2020..2022");
        if (operand->kind == OPERAND_PATTERN)
            return parser_fail(parser, dots, false, "a range takes no regular expression");
        if (!take_range(parser, test, operand, &value))
            return false;
    }
    return semantics_of_operand(parser->expression, test, operand, parser_span(parser, value),
                                parser->error);
}

struct operand *parser_add_operand(struct parser *parser, struct test *test)
{
    size_t count = test->operand_count;
    if ((count & (count - 1)) == 0) {
        struct operand *grown = arena_alloc(&parser->expression->arena,
                                            (count ? count * 2 : 1) * sizeof *test->operands);
        if (count)
            memcpy(grown, test->operands, count * sizeof *grown);
        test->operands = grown;
    }
    return &test->operands[test->operand_count++];
}

bool parser_take_operands(struct parser *parser, struct test *test)
{
    if (!take_operand(parser, test, parser_add_operand(parser, test), true))
        return false;
    while (parser_peek(parser).kind == TOKEN_COMMA) {
        struct token comma = parser_next(parser);
        if (test->comparison >= COMPARISON_LESS && test->comparison <= COMPARISON_GREATER_EQUAL)
            return parser_fail(parser, comma, false,
                               "only one value can be compared; lists go behind `:`, `=` and `~`");
        if (!take_operand(parser, test, parser_add_operand(parser, test), false))
            return false;
    }
    return true;
}
