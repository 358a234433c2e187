/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The tree of an expression, internal to this directory: and, or, not over tests. A test has a
 * subject (what it examines in a row), a comparison, and one or more operands, any of which may
 * hold. An operand is kept as written, for printing and comparing, and as what it means for the
 * column, for evaluating.
 */
#ifndef TRADESCOPE_QUERY_LANGUAGE_TREE_H
#define TRADESCOPE_QUERY_LANGUAGE_TREE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/memory.h"
#include "data/load/dataset.h"
#include "query/language/derived_columns.h"
#include "query/language/lexer.h"
#include "query/match/pattern.h"
#include "query/language/quantity.h"

enum subject {
    SUBJECT_ANY, /* every column: bare words, phrases, patterns */
    SUBJECT_COLUMN,
    SUBJECT_FACT,
    SUBJECT_PRESENCE, /* has:COLUMN; the operands name columns */
};

/* How the operands of a test are parsed and evaluated. */
enum test_kind {
    TEST_CONTAINS, /* the cell contains the text or a match of the pattern */
    TEST_WHOLE,    /* the cell equals the text */
    TEST_ORDER,    /* the cell is before or behind the text */
    TEST_WORD,     /* the cell is a word of a closed vocabulary */
    TEST_NUMBER,
    TEST_PERIOD,
    TEST_FACT,
    TEST_PRESENCE,
};

enum operand_kind { OPERAND_TEXT, OPERAND_RANGE, OPERAND_PATTERN };

/* One end of a range, or the whole of another operand. */
struct bound {
    bool is_open;     /* the range has no bound at this end */
    struct text text; /* the value, without quotation marks and escapes */
    struct text folded;
    struct quantity number;
    struct period period;
};

struct operand {
    enum operand_kind kind;
    struct bound low, high;  /* `high` is used by ranges only */
    unsigned flags;          /* of a pattern between slashes */
    bool folds;              /* TEST_WHOLE: ignores case */
    int word;                /* TEST_WORD and TEST_FACT: number in the vocabulary */
    size_t column;           /* TEST_PRESENCE */
    struct pattern *pattern; /* TEST_CONTAINS; owned by the expression */
    size_t pattern_number;
};

struct test {
    enum subject subject;
    enum test_kind kind;
    enum comparison comparison;
    size_t column;                       /* SUBJECT_COLUMN */
    const struct query_fact *fact;       /* SUBJECT_FACT */
    const struct vocabulary *vocabulary; /* TEST_WORD and TEST_FACT */
    struct operand *operands;
    size_t operand_count;
};

enum node_kind { NODE_EVERY, NODE_AND, NODE_OR, NODE_NOT, NODE_TEST };

/* An `and` has no `and` among its children, an `or` no `or`. */
struct node {
    enum node_kind kind;
    struct node **children;
    size_t child_count;
    struct test test;
};

struct expression {
    struct arena arena; /* of nodes, operands and texts */
    struct node *root;
    const struct dataset *dataset;   /* borrowed */
    const struct query_facts *facts; /* borrowed; may be NULL */
    struct pattern **patterns;       /* owned: the patterns of all operands */
    size_t pattern_count, pattern_capacity;
};

/* True for an empty text, which means "not stated". */
static inline bool operand_is_empty(const struct operand *operand)
{
    return operand->kind == OPERAND_TEXT && operand->low.text.length == 0;
}

/* Called for each test of the tree. `is_negated` is true below an odd number of nots. */
typedef void test_visitor(void *context, const struct node *node, bool is_negated);
void node_visit_tests(const struct node *node, test_visitor *visit, void *context);
/* Appends one node in the language. */
void node_format(struct buffer *out, const struct node *node, const struct expression *expression);
/* The same for the operands of a test. */
void test_format_operands(struct buffer *out, const struct test *test);

#endif
