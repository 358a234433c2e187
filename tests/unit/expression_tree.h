/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Prints and compares whole expressions, to test that a printed one parses to the same tree. */
#ifndef TRADESCOPE_TESTS_EXPRESSION_TREE_H
#define TRADESCOPE_TESTS_EXPRESSION_TREE_H

#include "query/language/tree.h"

static inline bool bound_is_equal(const struct bound *a, const struct bound *b)
{
    return a->is_open == b->is_open && text_is_equal(a->text, b->text);
}

static inline bool operand_is_equal(const struct operand *a, const struct operand *b)
{
    return a->kind == b->kind && a->flags == b->flags && bound_is_equal(&a->low, &b->low) &&
           bound_is_equal(&a->high, &b->high);
}

static inline bool test_is_equal(const struct test *a, const struct test *b)
{
    if (a->subject != b->subject || a->comparison != b->comparison || a->column != b->column ||
        a->fact != b->fact || a->operand_count != b->operand_count)
        return false;
    for (size_t i = 0; i < a->operand_count; i++)
        if (!operand_is_equal(&a->operands[i], &b->operands[i]))
            return false;
    return true;
}

static inline bool node_is_equal(const struct node *a, const struct node *b)
{
    if (a->kind != b->kind || a->child_count != b->child_count)
        return false;
    for (size_t i = 0; i < a->child_count; i++)
        if (!node_is_equal(a->children[i], b->children[i]))
            return false;
    return a->kind != NODE_TEST || test_is_equal(&a->test, &b->test);
}

static inline bool expression_is_equal(const struct expression *a, const struct expression *b)
{
    return node_is_equal(a->root, b->root);
}

static inline void expression_format(struct buffer *out, const struct expression *expression)
{
    node_format(out, expression->root, expression);
}

#endif
