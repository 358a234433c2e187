/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the two halves of the parser share: parser.c reads how tests are joined, operands.c what
 * stands behind an operator.
 */
#ifndef TRADESCOPE_QUERY_LANGUAGE_PARSER_H
#define TRADESCOPE_QUERY_LANGUAGE_PARSER_H

#include "query/language/semantics.h"
#include "query/language/tree.h"

struct parser {
    struct lexer lexer;
    struct expression *expression;
    struct query_error *error;
    int depth;
};

static inline struct token parser_peek(const struct parser *parser)
{
    return lexer_peek(&parser->lexer, PLACE_TEST);
}

static inline struct token parser_next(struct parser *parser)
{
    return lexer_next(&parser->lexer, PLACE_TEST);
}

/* The place of a token in the source. */
struct source_span parser_span(const struct parser *parser, struct token token);
/* Always false. */
bool parser_fail(struct parser *parser, struct token token, bool is_unfinished, const char *reason);
/* Whether a token can be a value: a word, a phrase or a pattern. */
bool parser_is_value(struct token token);
/* The value that comes next; false where there is none. */
bool parser_take_value(struct parser *parser, const struct test *test, struct token *value);
/* A new operand of the test, zeroed, in the arena. */
struct operand *parser_add_operand(struct parser *parser, struct test *test);
/* All operands of a test, whose subject, kind and comparison are known. */
bool parser_take_operands(struct parser *parser, struct test *test);

#endif
