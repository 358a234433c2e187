/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Statistics that are being loaded: their file is a pipe, of which the test holds the other end.
 * Numbers are thousands of USD, added up by hand from the rows below.
 */
#include "config.h"

#include "view/page.h"
#include "model/choice_changes.h"
#include "model/sums.h"
#include "view/screen.h"
#include "view/workspace.h"
#include "model/files.h"
#include "model/file_loading.h"

#include "workspace_builder.h"

#include "base/memory.h"
#include "base/paths.h"
#include "data/load/loading.h"
#include "tests/unit/locations.h"

#include <fcntl.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#define RAISINS "080620"
#define PETROLEUM "270900"

/* India is 699, Russia 643, China 156. India to Russia: 10 in 2020, 20 + 5 in 2021; from Russia:
 * 40, 70. */
static const char FIRST_ROWS[] = "t,i,j,k,v,q\n"
                                 "2020,699,643," RAISINS ",10,1\n"
                                 "2020,643,699," PETROLEUM ",40,1\n"
                                 "2021,699,643," RAISINS ",20,1\n"
                                 "2021,699,643," PETROLEUM ",5,1\n"
                                 "2021,643,699," PETROLEUM ",70,1\n";
#define FIRST_COUNT 5
/* India to Russia: 3 in 2019, and 7 more in 2021. */
static const char MORE_ROWS[] = "2019,699,643," RAISINS ",3,1\n"
                                "2021,699,643,852359,7,1\n";
#define MORE_COUNT 7
/* The largest pair, which the program shows if none is chosen. */
static const char LARGEST_ROW[] = "2021,156,643," PETROLEUM ",9000,1\n";

struct fixture {
    char *folder, *pipe, *file;
    int writer;
    struct workspace workspace;
    size_t asked, stops_at; /* by is_cancelled_later() */
};

static bool is_cancelled_later(void *context)
{
    struct fixture *fixture = context;
    return ++fixture->asked >= fixture->stops_at;
}

static void write_rows(struct fixture *fixture, const char *rows)
{
    size_t length = strlen(rows);
    assert_int_equal(write(fixture->writer, rows, length), length);
}

/* Writes rows and waits until there are `count` in all, which are summed then. */
static void give_rows_for(struct fixture *fixture, const char *rows, size_t count,
                          const struct effort *effort)
{
    write_rows(fixture, rows);
    model_await_rows(fixture->workspace.model, count, effort);
    workspace_update(&fixture->workspace, NULL);
    assert_non_null(fixture->workspace.model->queue.loading);
}

static void give_rows(struct fixture *fixture, const char *rows, size_t count)
{
    give_rows_for(fixture, rows, count, NULL);
}

static void give_end(struct fixture *fixture)
{
    close(fixture->writer);
    fixture->writer = -1;
    model_finish_loading(fixture->workspace.model);
    workspace_update(&fixture->workspace, NULL);
    assert_null(fixture->workspace.model->queue.loading);
}

static int set_up(void **state)
{
    struct fixture *fixture = xcalloc(1, sizeof *fixture);
    setenv("TRADESCOPE_DATADIR", SHIPPED_DATA, 1);
    fixture->folder = make_folder();
    fixture->pipe = path_join(fixture->folder, "trade.csv");
    fixture->file = path_join(fixture->folder, "claims.csv");
    assert_int_equal(mkfifo(fixture->pipe, 0600), 0);
    fixture->writer = open(fixture->pipe, O_RDWR);
    assert_true(fixture->writer >= 0);
    write_rows(fixture, FIRST_ROWS);
    start_workspace(&fixture->workspace, (const char *const *)&fixture->pipe, 1);
    model_await_rows(fixture->workspace.model, FIRST_COUNT, NULL);
    workspace_update(&fixture->workspace, NULL);
    assert_string_equal(fixture->workspace.model->sums.trade.reporter,
                        "Russia"); /* the larger exporter */
    *state = fixture;
    return 0;
}

static int tear_down(void **state)
{
    struct fixture *fixture = *state;
    if (fixture->writer >= 0)
        close(fixture->writer);
    close_workspace(&fixture->workspace);
    unlink(fixture->pipe);
    unlink(fixture->file);
    rmdir(fixture->folder);
    free(fixture->pipe);
    free(fixture->file);
    free(fixture->folder);
    free(fixture);
    return 0;
}

/* Returns the row on this among the claims shown; NO_ROW if there is none. */
static size_t row_of(const struct workspace *workspace, const char *period, const char *flow)
{
    const struct dataset *dataset = &workspace->model->dataset;
    size_t found = NO_ROW;
    ROW_SET_EACH (&workspace->model->rows.shown, row) {
        if (!text_is_word(dataset_text(dataset, row, FIELD_PERIOD), period) ||
            !text_is_word(dataset_text(dataset, row, FIELD_FLOW), flow))
            continue;
        assert_int_equal(found, NO_ROW);
        found = row;
    }
    return found;
}

static void assert_value(const struct workspace *workspace, const char *period, const char *flow,
                         double expected)
{
    const struct dataset *dataset = &workspace->model->dataset;
    size_t row = row_of(workspace, period, flow);
    assert_int_not_equal(row, NO_ROW);
    double value = table_number(dataset->table, row, dataset->column[FIELD_VALUE]);
    if (value != expected)
        fail_msg("%s %s is %g and not %g", period, flow, value, expected);
}

static struct workspace *choose_india(struct fixture *fixture)
{
    model_choose_pair(fixture->workspace.model, "India", "Russia");
    assert_true(model_refine(fixture->workspace.model, NULL));
    return &fixture->workspace;
}

static void sums_are_of_the_rows_that_are_there(void **state)
{
    struct fixture *fixture = *state;
    struct workspace *workspace = choose_india(fixture);
    assert_value(workspace, "2021", "export", 25);
    assert_value(workspace, "2021", "import", 70);
    assert_int_equal(row_of(workspace, "2019", "export"), NO_ROW);
    give_rows(fixture, MORE_ROWS, MORE_COUNT);
    assert_value(workspace, "2019", "export", 3);
    assert_value(workspace, "2021", "export", 32);
    assert_value(workspace, "2020", "import", 40);
    assert_int_equal(workspace->model->sums.count, 5);
}

static bool says_partial(const struct workspace *workspace, size_t row)
{
    struct text note = dataset_text(&workspace->model->dataset, row, FIELD_NOTE);
    return memmem(note.data, note.length, "partial", strlen("partial"));
}

/* A sum says that it is one of a part, wherever it goes. */
static void sums_are_named_partial_until_the_end(void **state)
{
    struct fixture *fixture = *state;
    struct workspace *workspace = &fixture->workspace;
    size_t row = row_of(workspace, "2021", "export");
    assert_true(says_partial(workspace, row));
    assert_true(model_is_partial(workspace->model, row));
    give_end(fixture);
    row = row_of(workspace, "2021", "export");
    assert_false(says_partial(workspace, row));
    assert_false(model_is_partial(workspace->model, row));
}

/*
 * A key at any time leaves everything unchanged, and the next attempt works as well as the first.
 */
static void a_key_ends_it_and_leaves_what_was_there(void **state)
{
    struct fixture *fixture = *state;
    struct workspace *workspace = choose_india(fixture);
    struct effort effort = {.is_cancelled = is_cancelled_later, .context = fixture, .yields = true};
    fixture->stops_at = 1;
    give_rows_for(fixture, MORE_ROWS, MORE_COUNT, &effort);
    bool is_done = false;
    for (; !is_done; fixture->stops_at++) {
        assert_non_null(workspace->model->results.analysis);
        assert_value(workspace, "2021", "export", 25);
        assert_int_equal(workspace->model->sums.count, 4);
        fixture->asked = 0;
        is_done = model_refine(workspace->model, &effort);
    }
    assert_true(fixture->stops_at > 3);
    assert_value(workspace, "2021", "export", 32);
    assert_int_equal(workspace->model->sums.count, 5);
}

static void what_is_selected_stays(void **state)
{
    struct fixture *fixture = *state;
    struct workspace *workspace = choose_india(fixture);
    workspace_select(workspace, row_of(workspace, "2020", "import"));
    give_rows(fixture, MORE_ROWS, MORE_COUNT);
    assert_int_equal(workspace->model->selection.row, row_of(workspace, "2020", "import"));
    give_end(fixture);
    assert_int_equal(workspace->model->selection.row, row_of(workspace, "2020", "import"));
}

/* A selection made by the program follows the rows. */
static void what_nobody_selected_is_the_latest(void **state)
{
    struct fixture *fixture = *state;
    struct workspace *workspace = &fixture->workspace;
    assert_int_equal(workspace->model->selection.row, row_of(workspace, "2021", "export"));
    give_rows(fixture, "2022,699,643," RAISINS ",1,1\n2022,643,699," RAISINS ",2,1\n", 7);
    assert_int_equal(workspace->model->selection.row, row_of(workspace, "2022", "export"));
}

static void a_pair_that_is_chosen_stays(void **state)
{
    struct fixture *fixture = *state;
    struct workspace *workspace = &fixture->workspace;
    model_choose_pair(workspace->model, "India", "Russia");
    model_refine(workspace->model, NULL);
    give_rows(fixture, LARGEST_ROW, FIRST_COUNT + 1);
    assert_string_equal(workspace->model->sums.trade.reporter, "India");
    assert_value(workspace, "2021", "export", 25);
    give_end(fixture);
    assert_string_equal(workspace->model->sums.trade.reporter, "India");
    assert_value(workspace, "2021", "export", 25);
}

/* A pair chosen by the program does not change with every few rows. */
static void a_larger_pair_comes_when_rows_have_doubled(void **state)
{
    struct fixture *fixture = *state;
    struct workspace *workspace = &fixture->workspace;
    give_rows(fixture, LARGEST_ROW, FIRST_COUNT + 1);
    assert_string_equal(workspace->model->sums.trade.reporter, "Russia");
    give_rows(fixture, "2018,156,643,270900,1,1\n2018,156,643,270900,2,1\n", FIRST_COUNT + 3);
    assert_string_equal(workspace->model->sums.trade.reporter, "Russia");
    give_rows(fixture, MORE_ROWS, 2 * FIRST_COUNT);
    assert_string_equal(workspace->model->sums.trade.reporter, "China");
    assert_value(workspace, "2021", "export", 9000);
}

/* A user who makes a choice does not wait for sums, and is not told that there are none. */
static void choices_are_summed_behind_the_key(void **state)
{
    struct fixture *fixture = *state;
    struct workspace *workspace = &fixture->workspace;
    struct error error = {0};
    model_choose_pair(workspace->model, "Russia", "India");
    assert_null(workspace->model->message.text);
    assert_int_equal(workspace->model->sums.count, 0);
    assert_true(model_lacks_sums(workspace->model));
    assert_true(model_refine(workspace->model, NULL));
    assert_value(workspace, "2021", "import", 25);
    assert_true(workspace_filter(workspace, "period:2020", &error));
    assert_int_equal(workspace->model->sums.count, 0);
    assert_true(model_refine(workspace->model, NULL));
    assert_value(workspace, "2020", "import", 10);
    assert_int_equal(workspace->model->sums.count, 2);
    assert_true(model_undo(workspace->model));
    assert_true(model_refine(workspace->model, NULL));
    assert_int_equal(workspace->model->sums.count, 4);
}

static void draw(struct workspace *workspace)
{
    struct canvas canvas;
    canvas_init(&canvas, 80, 24, false);
    screen_compose(workspace, NULL, &canvas, NULL, 0);
    canvas_release(&canvas);
}

/* It is due in any case if a choice has left the file without sums. */
static void nothing_changes_before_a_screen_or_below_a_page(void **state)
{
    struct fixture *fixture = *state;
    struct workspace *workspace = &fixture->workspace;
    model_choose_pair(workspace->model, "India", "Russia");
    assert_false(workspace_refine_in_time(workspace, NULL));
    draw(workspace);
    assert_true(workspace_refine_in_time(workspace, NULL));
    model_choose_pair(workspace->model, "Russia", "India");
    page_open(workspace, page_new("Page", NULL), 0);
    draw(workspace);
    assert_false(workspace_refine_in_time(workspace, NULL));
    workspace_close(workspace);
    draw(workspace);
    assert_true(workspace_refine_in_time(workspace, NULL));
}

/* The same as without progressive sums: rows, selection, and the words offered. */
static void the_end_is_that_of_a_load_without_it(void **state)
{
    struct fixture *fixture = *state;
    struct workspace *workspace = &fixture->workspace, other;
    give_rows(fixture, MORE_ROWS, MORE_COUNT);
    give_rows(fixture, LARGEST_ROW, MORE_COUNT + 1);
    give_end(fixture);
    FILE *file = fopen(fixture->file, "w");
    assert_non_null(file);
    assert_true(fprintf(file, "%s%s%s", FIRST_ROWS, MORE_ROWS, LARGEST_ROW) > 0);
    assert_int_equal(fclose(file), 0);
    open_workspace(&other, fixture->file);
    assert_int_equal(workspace->model->selection.row, other.model->selection.row);
    assert_string_equal(workspace->model->sums.trade.reporter, other.model->sums.trade.reporter);
    struct table *table = workspace->model->dataset.table, *expected = other.model->dataset.table;
    assert_int_equal(table_row_count(table), table_row_count(expected));
    for (size_t column = 0; column < table_column_count(expected); column++) {
        if (table_column_type(expected, column) != COLUMN_NUMBER)
            assert_int_equal(table_distinct_count(table, column),
                             table_distinct_count(expected, column));
        for (size_t row = 0; row < table_row_count(expected); row++) {
            struct buffer is = {0}, should = {0};
            bool is_named = column == other.model->dataset.column[FIELD_SOURCE] ||
                            column == other.model->dataset.column[FIELD_ID];
            table_write(table, row, column, &is);
            table_write(expected, row, column, &should);
            if (!is_named) /* after the file */
                assert_true(text_is_equal(buffer_text(&is), buffer_text(&should)));
            buffer_release(&is);
            buffer_release(&should);
        }
    }
    close_workspace(&other);
}

/* Pages count and add up the rows that arrived since the sums were made. */
static void pages_are_of_all_rows_that_are_there(void **state)
{
    struct fixture *fixture = *state;
    struct workspace *workspace = &fixture->workspace;
    struct effort effort = {.is_cancelled = is_cancelled_later, .context = fixture, .yields = true};
    fixture->stops_at = 1; /* so that nothing is refined */
    give_rows_for(fixture, MORE_ROWS, MORE_COUNT, &effort);
    model_renew_statistic(workspace->model);
    struct statistic_words words =
        statistic_words_make(workspace->model->files.items[0].sums.statistic, NULL, FIELD_PERIOD);
    assert_int_equal(words.count, 3);
    assert_int_equal(words.items[0].rows, 1); /* 2019 */
    assert_int_equal(words.items[2].rows, 4); /* 2021 */
    assert_int_equal(workspace->model->files.items[0].shown_rows.rows.row_count, MORE_COUNT);
    statistic_words_release(&words);
}

/*
 * Each row has a product of its own, as with texts that rarely repeat; codes were not requested
 * yet.
 */
static void what_sums_go_by_is_coded_from_the_start(void **state)
{
    struct fixture *fixture = *state;
    FILE *file = fopen(fixture->file, "w");
    assert_non_null(file);
    assert_true(fputs("period,reporterCode,flowCode,partnerCode,classificationCode,cmdCode,"
                      "primaryValue\n",
                      file) >= 0);
    for (int row = 0; row < 5000; row++)
        assert_true(fprintf(file, "2020,699,X,643,H5,%06d,1\n", 100000 + row) > 0);
    assert_int_equal(fclose(file), 0);
    struct load_options options = {.map = recognise,
                                   .context = &fixture->workspace.model->recognition};
    struct dataset dataset;
    dataset_load(&dataset, fixture->file, &options);
    assert_int_equal(table_row_count(dataset.table), 5000);
    assert_true(table_is_coded(dataset.table, dataset.column[FIELD_PRODUCT]));
    assert_true(dataset.mapping.split_count > 2);
    for (size_t i = 0; i < dataset.mapping.split_count; i++)
        assert_true(table_is_coded(dataset.table, dataset.mapping.splits[i].column));
    dataset_release(&dataset);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(sums_are_of_the_rows_that_are_there),
        TEST(sums_are_named_partial_until_the_end),
        TEST(a_key_ends_it_and_leaves_what_was_there),
        TEST(what_is_selected_stays),
        TEST(what_nobody_selected_is_the_latest),
        TEST(a_pair_that_is_chosen_stays),
        TEST(a_larger_pair_comes_when_rows_have_doubled),
        TEST(choices_are_summed_behind_the_key),
        TEST(nothing_changes_before_a_screen_or_below_a_page),
        TEST(the_end_is_that_of_a_load_without_it),
        TEST(pages_are_of_all_rows_that_are_there),
        TEST(what_sums_go_by_is_coded_from_the_start),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
