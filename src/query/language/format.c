/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Prints expressions with the fewest brackets and quotation marks that parse to the same tree. */
#include "config.h"

#include "query/language/expression.h"

#include "query/language/semantics.h"
#include "query/language/column_names.h"
#include "query/language/tree.h"

#include <string.h>

/* A word before an operator that the language would interpret is quoted. */
static void append_name(struct buffer *out, struct text name, bool is_column)
{
    if (is_column && column_names_own(name) != OWN_NONE)
        lexer_append_phrase(out, name);
    else
        lexer_quote(out, name, PLACE_TEST);
}

static void append_pattern(struct buffer *out, const struct operand *operand)
{
    buffer_putc(out, '/');
    buffer_append_text(out, operand->low.text);
    buffer_putc(out, '/');
    for (unsigned flag = 1; flag <= operand->flags; flag <<= 1)
        if (operand->flags & flag)
            buffer_putc(out, pattern_letter_of_flag(flag));
}

static void append_operand(struct buffer *out, const struct operand *operand,
                           enum lexer_place place, bool is_phrase)
{
    if (operand->kind == OPERAND_PATTERN) {
        append_pattern(out, operand);
        return;
    }
    if (is_phrase)
        lexer_append_phrase(out, operand->low.text);
    else if (!operand->low.is_open)
        lexer_quote(out, operand->low.text, place);
    if (operand->kind != OPERAND_RANGE)
        return;
    buffer_puts(out, "..");
    if (!operand->high.is_open)
        lexer_quote(out, operand->high.text, place);
}

/* A blank behind the comma separates two numbers that could be read as thousands. */
static void append_operands(struct buffer *out, const struct test *test, bool follows_number)
{
    bool is_any = test->subject == SUBJECT_ANY;
    const char *comma = is_any || test->kind == TEST_NUMBER ? ", " : ",";
    for (size_t i = 0; i < test->operand_count; i++) {
        buffer_puts(out, i ? comma : "");
        append_operand(out, &test->operands[i], is_any ? PLACE_TEST : PLACE_VALUE,
                       is_any && follows_number && i == 0);
    }
}

void test_format_operands(struct buffer *out, const struct test *test)
{
    append_operands(out, test, false);
}

static void append_test(struct buffer *out, const struct test *test, bool follows_number,
                        const struct expression *expression)
{
    if (test->subject != SUBJECT_ANY) {
        append_name(out, text_of(semantics_name(expression, test)),
                    test->subject == SUBJECT_COLUMN);
        buffer_puts(out, comparison_sign(test->comparison));
    }
    append_operands(out, test, follows_number);
}

/* A following "bn" would be read as its unit. */
static bool ends_in_number(const struct node *node)
{
    return node->kind == NODE_NOT ? ends_in_number(node->children[0])
                                  : node->kind == NODE_TEST && node->test.kind == TEST_NUMBER;
}

static void append_node(struct buffer *out, const struct node *node, bool follows_number,
                        const struct expression *expression)
{
    if (node->kind == NODE_TEST)
        append_test(out, &node->test, follows_number, expression);
    if (node->kind == NODE_NOT)
        buffer_puts(out, "not ");
    for (size_t i = 0; i < node->child_count; i++) {
        const struct node *child = node->children[i];
        bool in_brackets =
            child->kind == NODE_OR || (child->kind == NODE_AND && node->kind == NODE_NOT);
        if (i)
            buffer_puts(out, node->kind == NODE_OR ? " or " : " ");
        buffer_puts(out, in_brackets ? "(" : "");
        append_node(out, child,
                    i && node->kind == NODE_AND && ends_in_number(node->children[i - 1]),
                    expression);
        buffer_puts(out, in_brackets ? ")" : "");
    }
}

void node_format(struct buffer *out, const struct node *node, const struct expression *expression)
{
    append_node(out, node, false, expression);
}

void expression_format_test(struct buffer *out, const char *column, struct text value,
                            bool is_negated)
{
    append_name(out, text_of(column), true);
    buffer_puts(out, is_negated ? "!=" : "=");
    lexer_quote(out, value, PLACE_VALUE);
}

void expression_format_value(struct buffer *out, struct text value)
{
    lexer_quote(out, value, PLACE_VALUE);
}
