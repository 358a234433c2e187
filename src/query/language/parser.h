/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Shared by the two halves of the parser: parser.c parses combinations of tests, operands.c what
 * follows an operator.
 */
#ifndef TRADESCOPE_QUERY_LANGUAGE_PARSER_H
#define TRADESCOPE_QUERY_LANGUAGE_PARSER_H

#include "query/language/semantics.h"
#include "query/language/tree.h"

struct parser {
    struct lexer lexer;
    struct expression *expression;
    struct query_error *error;
    int depth, word_count;
};

static inline struct token parser_peek(const struct parser *parser)
{
    return lexer_peek(&parser->lexer, PLACE_TEST);
}

static inline struct token parser_next(struct parser *parser)
{
    return lexer_next(&parser->lexer, PLACE_TEST);
}

/* Returns the range of a token in the source. */
struct source_span parser_span(const struct parser *parser, struct token token);
/* Sets the error. Always returns false. */
bool parser_fail(struct parser *parser, struct token token, bool is_unfinished, const char *reason);
/* True if a token can be a value: a word, a phrase or a pattern. */
bool parser_is_value(struct token token);
/* Takes the next value. Returns false if there is none. */
bool parser_take_value(struct parser *parser, const struct test *test, struct token *value);
/* Adds a zeroed operand to the test, in the arena. */
struct operand *parser_add_operand(struct parser *parser, struct test *test);
/* Parses all operands of a test whose subject, kind and comparison are known. */
bool parser_take_operands(struct parser *parser, struct test *test);

#endif
