/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Holds what a sentence states against the claims and statistics that pass the filters.
 *
 *     struct sentence_test test;
 *     sentence_test_make(&test, model, text_of("trade rose threefold in two years to $65bn"));
 *     for (size_t i = 0; i < test.count; i++)
 *         ... test.items[i].verdict, and the values that it rests on ...
 *     sentence_test_release(&test);
 */
#ifndef TRADESCOPE_MODEL_SENTENCE_TEST_H
#define TRADESCOPE_MODEL_SENTENCE_TEST_H

#include <stdbool.h>
#include <stddef.h>

#include "analysis/claims/derivation.h"
#include "model/model.h"

enum test_verdict { TEST_UNKNOWN, TEST_HOLDS, TEST_CLOSE, TEST_FAILS };

/* One way to understand a statement, and the number that the open files have for it. */
struct test_reading {
    enum flow flow;
    struct period period, base;     /* base is PERIOD_NONE for a value */
    const struct derivation *value; /* NULL if there is none */
    enum agreement agreement;       /* with the statement */
    double distance;                /* from the number of the statement */
};

struct test_readings {
    struct test_reading *items; /* owned */
    size_t count, capacity;
};

struct tested_statement {
    struct claim claim; /* what the sentence states; its texts are borrowed */
    bool has_value;     /* of the period and flow, in any unit */
    bool pair_is_chosen, period_is_chosen, base_is_chosen; /* not in the sentence */
    long years;        /* "in two years"; 0 if it does not say */
    struct text limit; /* a word that turns or limits what the sentence states; empty if none */
    enum test_verdict verdict;
    struct test_readings asked;  /* the values of the statement itself, the most exact one first */
    struct test_readings others; /* the first other readings under which it holds */
    size_t more_others;          /* how many hold beyond these */
    struct test_readings near;   /* other readings of the period, under which it does not */
    bool has_needed;
    struct interval needed;  /* the earlier value that growth or a ratio would need */
    struct row_list repeats; /* claims that state the same growth, share or rank */
};

struct sentence_test {
    struct tested_statement *items; /* owned */
    size_t count;
    struct pair pair; /* that was tested */
    bool is_turned;   /* it is the other side of that of the sentence: flows change places */
    size_t left_out;  /* numbers of the sentence that are not understood */
    struct arena arena;
};

/*
 * Computes the results of the model first. The pair is that of the sentence, or else the chosen
 * one. The caller releases the test, which lives no longer than the results of the model.
 */
void sentence_test_make(struct sentence_test *test, struct model *model, struct text sentence);
void sentence_test_release(struct sentence_test *test);
/* True for growth, a ratio or a change, which compare two periods. */
bool test_is_of_span(const struct claim *claim);
/* "holds", "close", "does not hold", "cannot be told" */
const char *test_verdict_word(enum test_verdict verdict);

#endif
