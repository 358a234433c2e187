/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "query/language/expression.h"

#include "query/language/column_names.h"
#include "query/language/tree.h"

#include <stdlib.h>
#include <string.h>

void query_error_release(struct query_error *error)
{
    free(error->text);
    *error = (struct query_error){0};
}

static struct text part(struct text text, size_t from, size_t to)
{
    from = from < text.length ? from : text.length;
    to = to < from ? from : to < text.length ? to : text.length;
    return (struct text){text.data + from, to - from};
}

static int visible_cells(struct text text)
{
    struct buffer visible = {0};
    text_make_visible(&visible, text, true);
    int cells = visible.length ? text_cells(buffer_text(&visible)) : 0;
    buffer_release(&visible);
    return cells;
}

void query_error_format(struct buffer *out, struct text source, const struct query_error *error)
{
    int before = visible_cells(part(source, 0, error->at));
    int width = visible_cells(part(source, error->at, error->end));
    text_make_visible(out, source, true);
    buffer_putc(out, '\n');
    buffer_repeat(out, " ", (size_t)before);
    buffer_repeat(out, "^", width > 1 ? (size_t)width : 1);
    buffer_putc(out, '\n');
    text_make_visible(out, text_of(error->text ? error->text : ""), true);
}

void expression_free(struct expression *expression)
{
    if (!expression)
        return;
    for (size_t i = 0; i < expression->pattern_count; i++)
        pattern_free(expression->patterns[i]);
    free(expression->patterns);
    arena_release(&expression->arena);
    free(expression);
}

bool expression_is_empty(const struct expression *expression)
{
    return expression->root->kind == NODE_EVERY;
}

static void visit(const struct node *node, test_visitor *visitor, void *context, bool is_negated)
{
    if (node->kind == NODE_TEST)
        visitor(context, node, is_negated);
    for (size_t i = 0; i < node->child_count; i++)
        visit(node->children[i], visitor, context, is_negated != (node->kind == NODE_NOT));
}

void node_visit_tests(const struct node *node, test_visitor *visitor, void *context)
{
    visit(node, visitor, context, false);
}

static bool node_asks_facts(const struct node *node)
{
    if (node->kind == NODE_TEST)
        return node->test.subject == SUBJECT_FACT;
    for (size_t i = 0; i < node->child_count; i++)
        if (node_asks_facts(node->children[i]))
            return true;
    return false;
}

struct column_search {
    const struct dataset *dataset;
    const char *absent; /* the first column that no row states; NULL if there is none */
};

/*
 * True for a column of the file, and for a field derived from one; other fields are empty in all
 * rows.
 */
static bool is_of_file(const struct dataset *dataset, size_t column)
{
    if (column < dataset->file_columns || !table_is_coded(dataset->table, column))
        return true;
    struct codes codes = table_codes(dataset->table, column);
    return codes.codes || codes.constant;
}

static void look_for(struct column_search *search, size_t column)
{
    if (!search->absent && !is_of_file(search->dataset, column))
        search->absent = table_column_name(search->dataset->table, column);
}

static void find_absent(void *context, const struct node *node, bool is_negated)
{
    struct column_search *search = context;
    const struct test *test = &node->test;
    (void)is_negated;
    if (test->subject == SUBJECT_COLUMN)
        look_for(search, test->column);
    for (size_t i = 0; test->subject == SUBJECT_PRESENCE && i < test->operand_count; i++)
        look_for(search, test->operands[i].column);
}

const char *expression_absent_column(const struct expression *expression)
{
    struct column_search search = {.dataset = expression->dataset};
    node_visit_tests(expression->root, find_absent, &search);
    return search.absent;
}

bool expression_asks_facts(const struct expression *expression)
{
    return node_asks_facts(expression->root);
}

/* --- conjuncts --- */

struct field_search {
    const struct dataset *dataset;
    unsigned fields;
    bool has_others;
};

static void find_others(void *context, const struct node *node, bool is_negated)
{
    struct field_search *search = context;
    const struct test *test = &node->test;
    (void)is_negated;
    search->has_others |=
        test->subject != SUBJECT_COLUMN ||
        !(search->fields >> column_names_field(search->dataset, test->column) & 1);
}

static void write_conjunct(struct buffer *out, const struct expression *expression,
                           const struct node *node, unsigned fields)
{
    struct field_search search = {expression->dataset, fields, false};
    node_visit_tests(node, find_others, &search);
    if (search.has_others)
        return;
    buffer_puts(out, out->length ? " (" : "(");
    node_format(out, node, expression);
    buffer_putc(out, ')');
}

void expression_write_conjuncts(struct buffer *out, const struct expression *expression,
                                unsigned fields)
{
    const struct node *root = expression->root;
    if (root->kind == NODE_TEST || root->kind == NODE_OR || root->kind == NODE_NOT)
        write_conjunct(out, expression, root, fields);
    for (size_t i = 0; root->kind == NODE_AND && i < root->child_count; i++)
        write_conjunct(out, expression, root->children[i], fields);
}
