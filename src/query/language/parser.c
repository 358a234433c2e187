/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Recursive descent over the tokens of lexer.h:
 *
 *     either  := both { "or" both }
 *     both    := denial { [ "and" ] denial }
 *     denial  := ( "not" | "-" | "!" ) denial | "(" either ")" | test
 *     test    := [ name operator ] operand { "," operand }
 *     operand := value | [ value ] ".." [ value ] | "/" pattern "/" flags
 *
 * The first error ends the parsing; a NULL node carries it up.
 */
#include "config.h"

#include "query/language/parser.h"

#include "base/memory.h"
#include "query/language/expression.h"
#include "query/language/column_names.h"

#include <stdlib.h>
#include <string.h>
#include <unistr.h>

#define DEEPEST 100
#define MOST_WORDS 1000 /* that no column is named for: each is looked for in all of them */

static struct node *parse_either(struct parser *parser);

static bool is_keyword(struct token token, const char *keyword)
{
    return token.kind == TOKEN_WORD && text_is_equal_folded(token.text, text_of(keyword));
}

static struct node *new_node(struct parser *parser, enum node_kind kind)
{
    struct node *node = arena_alloc(&parser->expression->arena, sizeof *node);
    node->kind = kind;
    return node;
}

/* Grows in the arena, which also keeps the outgrown arrays. */
static void append_child(struct parser *parser, struct node *parent, struct node *child)
{
    size_t count = parent->child_count;
    if ((count & (count - 1)) == 0) {
        size_t room = count ? count * 2 : 1;
        struct node **grown =
            arena_alloc(&parser->expression->arena, room * sizeof *parent->children);
        if (count)
            memcpy(grown, parent->children, count * sizeof *grown);
        parent->children = grown;
    }
    parent->children[parent->child_count++] = child;
}

/* An `and` in an `and` becomes one node, so that redundant brackets do not matter. */
static void add_child(struct parser *parser, struct node *parent, struct node *child)
{
    if (child->kind != parent->kind || child->kind == NODE_NOT) {
        append_child(parser, parent, child);
        return;
    }
    for (size_t i = 0; i < child->child_count; i++)
        append_child(parser, parent, child->children[i]);
}

static struct node *fail_node(struct parser *parser, struct token token, bool is_unfinished,
                              const char *reason)
{
    parser_fail(parser, token, is_unfinished, reason);
    return NULL;
}

static void quote_source(struct buffer *out, struct token token)
{
    buffer_putc(out, '`');
    buffer_append_text(out, token.text);
    buffer_putc(out, '`');
}

/* Returns the test for "is:word"; NULL if no vocabulary has the word. */
static struct node *test_of_word(struct parser *parser, struct text word)
{
    struct expression *expression = parser->expression;
    struct node *node = new_node(parser, NODE_TEST);
    struct test *test = &node->test;
    for (size_t i = 0; expression->facts && i < expression->facts->count; i++) {
        test->fact = &expression->facts->items[i];
        test->subject = SUBJECT_FACT;
        if (word.length && vocabulary_find(test->fact->vocabulary, word) > 0)
            return node;
    }
    test->fact = NULL;
    enum field field;
    const struct vocabulary *vocabulary;
    for (size_t i = 0; (vocabulary = column_names_vocabulary_at(i, &field)); i++) {
        test->subject = SUBJECT_COLUMN;
        test->column = expression->dataset->column[field];
        if (word.length && vocabulary_find(vocabulary, word) > 0)
            return node;
    }
    return NULL;
}

static bool is_prefix_of_word(const struct parser *parser, struct text word)
{
    enum field field;
    const struct vocabulary *vocabulary;
    const struct query_facts *facts = parser->expression->facts;
    for (size_t i = 0; facts && i < facts->count; i++)
        if (column_names_is_prefix(facts->items[i].vocabulary, word))
            return true;
    for (size_t i = 0; (vocabulary = column_names_vocabulary_at(i, &field)); i++)
        if (column_names_is_prefix(vocabulary, word))
            return true;
    return false;
}

static struct node *take_is_word(struct parser *parser, struct token value)
{
    struct source_span span = parser_span(parser, value);
    struct node *node = value.kind == TOKEN_PATTERN ? NULL : test_of_word(parser, value.text);
    if (!node) {
        struct buffer reason = {0};
        column_names_explain_is(&reason, parser->expression->facts, value.text);
        query_error_take(parser->error, span, span.is_last && is_prefix_of_word(parser, value.text),
                         &reason);
        return NULL;
    }
    struct operand *operand = parser_add_operand(parser, &node->test);
    operand->low.text = value.text;
    bool is_read =
        semantics_of_test(parser->expression, &node->test, span, parser->error) &&
        semantics_of_operand(parser->expression, &node->test, operand, span, parser->error);
    return is_read ? node : NULL;
}

/* is:conflict,target is short for agree:conflict or kind:target. */
static struct node *parse_is(struct parser *parser, struct token operation)
{
    if (operation.comparison > COMPARISON_DIFFERENT)
        return fail_node(parser, operation, false, "is takes words; write is:target");
    struct test words = {.subject = SUBJECT_COLUMN, .kind = TEST_WORD};
    struct node *either = new_node(parser, NODE_OR);
    words.vocabulary = &kind_vocabulary;
    words.column = parser->expression->dataset->column[FIELD_KIND];
    do {
        struct token value;
        if (!parser_take_value(parser, &words, &value))
            return NULL;
        struct node *node = take_is_word(parser, value);
        if (!node)
            return NULL;
        append_child(parser, either, node);
    } while (parser_peek(parser).kind == TOKEN_COMMA && parser_next(parser).kind == TOKEN_COMMA);
    struct node *result = either->child_count == 1 ? either->children[0] : either;
    if (operation.comparison != COMPARISON_DIFFERENT)
        return result;
    struct node *denial = new_node(parser, NODE_NOT);
    append_child(parser, denial, result);
    return denial;
}

/* Finds the meaning of a name before an operator. A quoted name is always a column. */
static bool find_subject(struct parser *parser, struct token name, struct test *test)
{
    struct expression *expression = parser->expression;
    bool is_quoted = name.kind == TOKEN_PHRASE;
    size_t column = column_names_find_column(expression->dataset, name.text);
    if (!is_quoted && column_names_own(name.text) == OWN_HAS) {
        test->subject = SUBJECT_PRESENCE;
    } else if (column != NO_COLUMN) {
        test->subject = SUBJECT_COLUMN;
        test->column = column;
    } else if (!is_quoted && (test->fact = column_names_find_fact(expression->facts, name.text))) {
        test->subject = SUBJECT_FACT;
    } else {
        struct buffer reason = {0};
        column_names_explain_unknown(&reason, expression->dataset,
                                     is_quoted ? NULL : expression->facts, name.text);
        return query_error_take(parser->error, parser_span(parser, name), false, &reason);
    }
    return true;
}

static struct node *parse_named(struct parser *parser, struct token name)
{
    struct token operation = parser_next(parser);
    if (name.kind == TOKEN_WORD && column_names_own(name.text) == OWN_IS)
        return parse_is(parser, operation);
    struct node *node = new_node(parser, NODE_TEST);
    struct test *test = &node->test;
    struct source_span span = {name.at, operation.end, false};
    test->comparison = operation.comparison;
    if (!find_subject(parser, name, test) ||
        !semantics_of_test(parser->expression, test, span, parser->error))
        return NULL;
    return parser_take_operands(parser, &node->test) ? node : NULL;
}

/* Words of other query languages, which would silently be searched as text. */
static const char *foreign_word(struct token token)
{
    static const struct {
        const char *word, *remedy;
    } foreign[] = {
        {"|", "for either of two tests write `or`; the sign itself stands in quotation marks"},
        {"||", "for either of two tests write `or`; the signs themselves stand in quotation marks"},
        {"&", "two tests side by side must both hold; the sign itself stands in quotation marks"},
        {"&&", "two tests side by side must both hold; the signs themselves stand in quotation "
               "marks"},
    };
    for (size_t i = 0; token.kind == TOKEN_WORD && i < sizeof foreign / sizeof *foreign; i++)
        if (text_is(token.text, foreign[i].word))
            return foreign[i].remedy;
    return NULL;
}

static struct node *fail_for_test(struct parser *parser, struct token token)
{
    struct buffer reason = {0};
    bool is_end = token.kind == TOKEN_END;
    if (token.kind == TOKEN_WRONG)
        buffer_puts(&reason, token.problem);
    else if (token.kind == TOKEN_OPERATOR)
        buffer_printf(&reason, "no column in front of `%s`; write for example value%s5bn",
                      comparison_sign(token.comparison), comparison_sign(token.comparison));
    else if (token.kind == TOKEN_RANGE)
        buffer_puts(&reason, "a range needs a column: period:2020..2022");
    else if (is_end)
        buffer_puts(&reason, "a test is missing here");
    else {
        quote_source(&reason, token);
        buffer_puts(&reason, " cannot stand here: a test is missing in front of it");
    }
    query_error_take(parser->error, parser_span(parser, token), is_end || token.is_unfinished,
                     &reason);
    return NULL;
}

static struct node *parse_bare(struct parser *parser, struct token first)
{
    struct node *node = new_node(parser, NODE_TEST);
    parser->lexer.at = first.at;
    semantics_of_test(parser->expression, &node->test, (struct source_span){0}, parser->error);
    return parser_take_operands(parser, &node->test) ? node : NULL;
}

static struct node *parse_test(struct parser *parser)
{
    struct token token = parser_next(parser);
    bool may_be_name = token.kind == TOKEN_WORD || token.kind == TOKEN_PHRASE;
    if (may_be_name && parser_peek(parser).kind == TOKEN_OPERATOR)
        return parse_named(parser, token);
    const char *remedy = foreign_word(token);
    if (remedy)
        return fail_node(parser, token, false, remedy);
    if (!parser_is_value(token) || (token.kind == TOKEN_WORD && lexer_is_keyword(token.text)))
        return fail_for_test(parser, token);
    if (parser->word_count++ == MOST_WORDS)
        return fail_node(parser, token, false,
                         "more than 1000 words to look for in all columns; name a column and write "
                         "a list, such as text:oil,gas");
    return parse_bare(parser, token);
}

static struct node *parse_brackets(struct parser *parser, struct token open)
{
    struct node *node = parse_either(parser);
    if (!node)
        return NULL;
    struct token close = parser_next(parser);
    if (close.kind == TOKEN_CLOSE)
        return node;
    if (close.kind == TOKEN_WRONG)
        return fail_for_test(parser, close);
    return fail_node(parser, open, close.kind == TOKEN_END, "the bracket is not closed; add )");
}

static struct node *parse_denial(struct parser *parser)
{
    struct token token = parser_peek(parser);
    bool denies = token.kind == TOKEN_NOT || is_keyword(token, "not");
    if (!denies && token.kind != TOKEN_OPEN)
        return parse_test(parser);
    if (parser->depth == DEEPEST)
        return fail_node(parser, token, false,
                         "brackets and nots are nested too deep (100 at most)");
    parser_next(parser);
    parser->depth++;
    struct node *node = denies ? parse_denial(parser) : parse_brackets(parser, token);
    parser->depth--;
    if (!denies || !node)
        return node;
    struct node *denial = new_node(parser, NODE_NOT);
    append_child(parser, denial, node);
    return denial;
}

/* Returns NULL, the only child, or the node, for "a b c" and "a or b or c". */
static struct node *finish(struct node *node)
{
    return node->child_count == 1 ? node->children[0] : node;
}

static bool ends_both(const struct parser *parser)
{
    struct token token = parser_peek(parser);
    return token.kind == TOKEN_END || token.kind == TOKEN_CLOSE || is_keyword(token, "or");
}

static struct node *parse_both(struct parser *parser)
{
    struct node *both = new_node(parser, NODE_AND);
    do {
        struct node *child = parse_denial(parser);
        if (!child)
            return NULL;
        add_child(parser, both, child);
        if (is_keyword(parser_peek(parser), "and"))
            parser_next(parser);
        else if (ends_both(parser))
            break;
    } while (true);
    return finish(both);
}

static struct node *parse_either(struct parser *parser)
{
    struct node *either = new_node(parser, NODE_OR);
    do {
        struct node *child = parse_both(parser);
        if (!child)
            return NULL;
        add_child(parser, either, child);
    } while (is_keyword(parser_peek(parser), "or") && parser_next(parser).kind == TOKEN_WORD);
    return finish(either);
}

static struct node *parse_all(struct parser *parser)
{
    struct text source = parser->lexer.source;
    const uint8_t *wrong =
        source.length ? u8_check((const uint8_t *)source.data, source.length) : NULL;
    if (wrong) {
        size_t at = (size_t)(wrong - (const uint8_t *)source.data);
        query_error_set(parser->error, (struct source_span){at, at + 1, false}, false,
                        "this byte is no UTF-8; in quotation marks write \\x%02X", *wrong);
        return NULL;
    }
    if (parser_peek(parser).kind == TOKEN_END)
        return new_node(parser, NODE_EVERY);
    struct node *root = parse_either(parser);
    struct token rest = parser_peek(parser);
    if (root && rest.kind != TOKEN_END)
        return fail_node(parser, rest, false, "there is no ( for this bracket; take it away");
    return root;
}

struct expression *expression_parse_with_facts(struct text source, const struct dataset *dataset,
                                               const struct query_facts *facts,
                                               struct query_error *error)
{
    struct expression *expression = xcalloc(1, sizeof *expression);
    *expression = (struct expression){.dataset = dataset, .facts = facts};
    /* The texts of the tree point into its own copy of the source. */
    struct text copy = {arena_copy(&expression->arena, source.data, source.length), source.length};
    struct parser parser = {.lexer = {.source = copy, .arena = &expression->arena},
                            .expression = expression,
                            .error = error};
    expression->root = parse_all(&parser);
    if (expression->root)
        return expression;
    expression_free(expression);
    return NULL;
}

struct expression *expression_parse(struct text source, const struct dataset *dataset,
                                    struct query_error *error)
{
    return expression_parse_with_facts(source, dataset, NULL, error);
}
