/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/load/commit.h"

#include "data/load/dataset_join.h"
#include "data/load/reader.h"
#include "load_fixture.h"

#include <stdlib.h>

enum { READERS = 2, REACH = 1 << 20 };

/* Two readers, each with a dictionary of its own, and the dataset that their batches enter. */
struct committing {
    struct load_fixture fixture;
    struct dataset dataset;
    struct commit commit;
    struct reader *readers[READERS];
    struct code_merge *merges[READERS];
    struct batch *batch;
    struct text_store texts;
};

static void start(struct committing *committing, const char *rows)
{
    *committing = (struct committing){.batch = NULL};
    load_fixture_start(&committing->fixture, rows);
    dataset_init(&committing->dataset, "test.csv");
    table_free(committing->dataset.table);
    committing->dataset.table = table_new();
    committing->dataset.form = FORM_STATISTICS;
    for (enum field field = 0; field < FIELD_COUNT; field++)
        committing->dataset.column[field] = NO_COLUMN;
    commit_start(&committing->commit, &committing->dataset, &committing->fixture.plan, 0, 2);
    for (size_t i = 0; i < READERS; i++) {
        committing->readers[i] = reader_new(&committing->fixture.plan);
        committing->merges[i] = code_merge_new(&committing->fixture.plan);
    }
    committing->batch = batch_new(&committing->fixture.mapping);
}

static void end(struct committing *committing)
{
    for (size_t i = 0; i < READERS; i++) {
        reader_free(committing->readers[i], &committing->texts);
        code_merge_free(committing->merges[i]);
    }
    batch_free(committing->batch);
    commit_release(&committing->commit);
    dataset_release(&committing->dataset);
    text_store_release(&committing->texts);
    load_fixture_end(&committing->fixture);
}

/* One of the readers reads the records that start in [start, limit), and they are committed. */
static void commit(struct committing *committing, size_t reader, uint64_t from, uint64_t limit)
{
    reader_read(committing->readers[reader], committing->batch, from, limit, REACH);
    code_merge_learn(committing->merges[reader], committing->batch);
    assert_true(commit_take(&committing->commit, committing->merges[reader], committing->batch, 0));
}

static void check_row(const struct committing *committing, size_t row, size_t line,
                      const char *product, double value)
{
    const struct table *table = committing->dataset.table;
    assert_true(
        text_is(table_text(table, row, committing->dataset.column[FIELD_PRODUCT]), product));
    assert_true(table_number(table, row, committing->dataset.column[FIELD_VALUE]) == value);
    assert_int_equal(table_line(table, row), line);
}

static void codes_are_in_the_order_of_the_file(void **state)
{
    (void)state;
    struct committing committing;
    start(&committing, "gas,1\noil,2\noil,3\ntin,4\ngas,5\n");
    commit(&committing, 0, 0, 12);
    commit(&committing, 1, 12, 24); /* its words are oil and tin, with the codes 1 and 2 */
    commit(&committing, 0, 24, 30);
    const struct table *table = committing.dataset.table;
    size_t column = committing.dataset.column[FIELD_PRODUCT];
    assert_int_equal(table_row_count(table), 5);
    check_row(&committing, 0, 2, "gas", 1);
    check_row(&committing, 1, 3, "oil", 2);
    check_row(&committing, 2, 4, "oil", 3);
    check_row(&committing, 3, 5, "tin", 4);
    check_row(&committing, 4, 6, "gas", 5);
    assert_int_equal(table_distinct_count(table, column), 4);
    assert_true(text_is(table_distinct(table, column, 1), "gas"));
    assert_true(text_is(table_distinct(table, column, 2), "oil"));
    assert_true(text_is(table_distinct(table, column, 3), "tin"));
    end(&committing);
}

static void a_bad_row_is_a_problem_on_its_line_and_leaves_no_word(void **state)
{
    (void)state;
    struct committing committing;
    start(&committing, "gas,1\noil,2\nlead,much\ntin,4\n");
    commit(&committing, 0, 0, 12);
    commit(&committing, 1, 12, 28);
    const struct dataset *dataset = &committing.dataset;
    assert_int_equal(table_row_count(dataset->table), 3);
    check_row(&committing, 2, 5, "tin", 4);
    assert_int_equal(dataset->problems.count, 1);
    assert_int_equal(dataset->problems.items[0].line, 4);
    assert_int_equal(dataset->problems.items[0].field, 2);
    assert_int_equal(dataset->unread, 1);
    assert_int_equal(table_distinct_count(dataset->table, dataset->column[FIELD_PRODUCT]), 4);
    end(&committing);
}

static void a_batch_that_was_a_wrong_guess_leaves_no_trace(void **state)
{
    (void)state;
    struct committing committing;
    start(&committing, "gas,1\noil,2\ntin,3\n");
    commit(&committing, 0, 0, 6);
    reader_read(committing.readers[0], committing.batch, 12, 18, REACH);
    code_merge_learn(committing.merges[0], committing.batch); /* tin, which is not committed */
    commit(&committing, 0, 6, 12);
    const struct table *table = committing.dataset.table;
    assert_int_equal(table_row_count(table), 2);
    check_row(&committing, 1, 3, "oil", 2);
    assert_int_equal(table_distinct_count(table, committing.dataset.column[FIELD_PRODUCT]), 3);
    end(&committing);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(codes_are_in_the_order_of_the_file),
        cmocka_unit_test(a_bad_row_is_a_problem_on_its_line_and_leaves_no_word),
        cmocka_unit_test(a_batch_that_was_a_wrong_guess_leaves_no_trace),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
