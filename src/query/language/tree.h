/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What an expression is made of, for the files of this folder: a tree of and, or, not over tests.
 * A test has a subject (what of a row is looked at), a comparison, and one or more operands, any of
 * which may hold. An operand is kept as it was written, which is what is printed and compared, and
 * beside it as what it means for the column, which is what is evaluated.
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
    SUBJECT_PRESENCE, /* has:COLUMN; the operands name the columns */
};

/* How the operands of a test are read and decided. */
enum test_kind {
    TEST_CONTAINS, /* the text, or a pattern, lies somewhere in the cell */
    TEST_WHOLE,    /* the cell is the text */
    TEST_ORDER,    /* the cell stands before or behind the text */
    TEST_WORD,     /* the cell is a word of a closed vocabulary */
    TEST_NUMBER,
    TEST_PERIOD,
    TEST_FACT,
    TEST_PRESENCE,
};

enum operand_kind { OPERAND_TEXT, OPERAND_RANGE, OPERAND_PATTERN };

/* One end of a range, or the whole of another operand. */
struct bound {
    bool is_open;     /* this end of the range is not given */
    struct text text; /* as meant: without quotation marks and escapes */
    struct text folded;
    struct quantity number;
    struct period period;
};

struct operand {
    enum operand_kind kind;
    struct bound low, high;  /* `high` of ranges only */
    unsigned flags;          /* of a pattern between slashes */
    bool folds;              /* TEST_WHOLE: letters of either case count as one */
    int word;                /* TEST_WORD and TEST_FACT: of the vocabulary */
    size_t column;           /* TEST_PRESENCE */
    struct pattern *pattern; /* TEST_CONTAINS; one of those of the expression: */
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

/* The children of an and are no ands, those of an or no ors. */
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
    struct pattern **patterns;       /* owned: those of all operands */
    size_t pattern_count, pattern_capacity;
};

/* An empty bound of an empty text means "not stated". */
static inline bool operand_is_empty(const struct operand *operand)
{
    return operand->kind == OPERAND_TEXT && operand->low.text.length == 0;
}

/* Calls for every test of the tree, with whether an odd number of nots lies above it. */
typedef void test_visitor(void *context, const struct node *node, bool is_negated);
void node_visit_tests(const struct node *node, test_visitor *visit, void *context);
/* Appends one node in the words of the language. */
void node_format(struct buffer *out, const struct node *node, const struct expression *expression);
/* The same of what stands behind the operator. */
void test_format_operands(struct buffer *out, const struct test *test);

#endif
