/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Statistics with claims: the sums follow the filters, and are made when something needs them.
 * Numbers are thousands of USD, added up by hand from the rows below.
 */
#include "config.h"

#include "view/explain.h"
#include "view/workspace.h"
#include "model/choice_changes.h"
#include "model/opening.h"
#include "model/recompute.h"
#include "model/files.h"
#include "model/file_loading.h"

#include "workspace_builder.h"

#include "base/memory.h"
#include "base/paths.h"
#include "tests/unit/locations.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
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
static const char SIX_ROWS[] = "t,i,j,k,v,q\n"
                               "2020,699,643," RAISINS ",10,1\n"
                               "2020,643,699," PETROLEUM ",40,1\n"
                               "2021,699,643," RAISINS ",20,1\n"
                               "2021,699,643," PETROLEUM ",5,1\n"
                               "2021,643,699," PETROLEUM ",70,1\n"
                               "2021,156,699," PETROLEUM ",500,1\n";

#define HEADER "id,kind,period,reporter,partner,flow,product,value,unit,text,source\n"
static const char ONE_CLAIM[] =
    HEADER "a,figure,2021,India,Russia,export," PETROLEUM ",9,USD thousand,Exports,one\n";
static const char TWO_CLAIMS[] =
    HEADER "b,figure,2021,India,China,import," PETROLEUM ",500,USD thousand,Imports,two\n"
           "c,figure,2019,India,Russia,import," PETROLEUM ",33,USD thousand,Imports,two\n";

struct fixture {
    char *folder;
    char *paths[3];
    struct workspace workspace;
};

static char *write_file(const struct fixture *fixture, const char *name, const char *content)
{
    char *path = path_join(fixture->folder, name);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    assert_true(fputs(content, file) >= 0 && fclose(file) == 0);
    return path;
}

static int set_up(void **state)
{
    struct fixture *fixture = xcalloc(1, sizeof *fixture);
    setenv("TRADESCOPE_DATADIR", SHIPPED_DATA, 1);
    fixture->folder = make_folder();
    fixture->paths[0] = write_file(fixture, "trade.v2.csv", SIX_ROWS);
    fixture->paths[1] = write_file(fixture, "one.csv", ONE_CLAIM);
    fixture->paths[2] = write_file(fixture, "two.csv", TWO_CLAIMS);
    *state = fixture;
    return 0;
}

static int tear_down(void **state)
{
    struct fixture *fixture = *state;
    close_workspace(&fixture->workspace);
    for (size_t i = 0; i < 3; i++) {
        unlink(fixture->paths[i]);
        free(fixture->paths[i]);
    }
    rmdir(fixture->folder);
    free(fixture->folder);
    free(fixture);
    return 0;
}

static struct workspace *open_files(struct fixture *fixture, const char *const *paths, size_t count)
{
    struct workspace *workspace = &fixture->workspace;
    start_workspace(workspace, paths, count);
    model_finish_loading(workspace->model);
    return workspace;
}

static struct workspace *open_statistics(struct fixture *fixture)
{
    const char *const paths[] = {fixture->paths[0]};
    struct workspace *workspace = open_files(fixture, paths, 1);
    model_choose_pair(workspace->model, "India", "Russia");
    return workspace;
}

static void filter(struct workspace *workspace, const char *source)
{
    struct error error = {0};
    if (!workspace_filter(workspace, source, &error))
        fail_msg("%s", error.text);
}

/* Returns the value of the row on this among the claims shown; NAN if there is none. */
static double value_of(const struct workspace *workspace, const char *period, const char *flow)
{
    const struct dataset *dataset = &workspace->model->dataset;
    double value = NAN;
    ROW_SET_EACH (&workspace->model->rows.shown, row) {
        if (!text_is_word(dataset_text(dataset, row, FIELD_PERIOD), period) ||
            !text_is_word(dataset_text(dataset, row, FIELD_FLOW), flow))
            continue;
        assert_true(isnan(value));
        value = table_number(dataset->table, row, dataset->column[FIELD_VALUE]);
    }
    return value;
}

static void assert_value(const struct workspace *workspace, const char *period, const char *flow,
                         double expected)
{
    double value = value_of(workspace, period, flow);
    if (value != expected)
        fail_msg("%s %s is %g and not %g", period, flow, value, expected);
}

static bool is_stopped(void *context)
{
    (void)context;
    return true;
}

static const struct effort stopped_effort = {.is_cancelled = is_stopped, .yields = true};

static void sums_wait_until_claims_are_asked_for(void **state)
{
    struct fixture *fixture = *state;
    struct error error = {0};
    const char *const paths[] = {fixture->paths[0]};
    struct workspace *workspace = open_files(fixture, paths, 1);
    assert_true(model_narrow(workspace->model, "product:" RAISINS, &error));
    assert_int_equal(row_set_count(model_current_rows(workspace->model, NULL)), 2);
    assert_false(model_shows_nothing(workspace->model, NULL));
    assert_true(workspace_pane(workspace, PANE_ROWS, NULL)->list.count == 2);
    assert_int_equal(table_row_count(workspace->model->dataset.table), 0);
    workspace_pane(workspace, PANE_FIGURES, NULL);
    assert_value(workspace, "2020", "export", 10);
    assert_value(workspace, "2021", "export", 20);
    assert_int_equal(row_set_count(&workspace->model->rows.shown), 2);
}

static void sums_have_the_name_of_their_file_without_its_ending(void **state)
{
    struct workspace *workspace = open_statistics(*state);
    size_t row = row_set_next(&workspace->model->rows.shown, 0);
    struct text source = dataset_text(&workspace->model->dataset, row, FIELD_SOURCE);
    assert_true(text_is_word(source, "trade.v2"));
}

static void sums_follow_the_filters_and_a_stopped_one_leaves_them(void **state)
{
    struct workspace *workspace = open_statistics(*state);
    assert_value(workspace, "2021", "export", 25);
    filter(workspace, "product:" PETROLEUM);
    assert_value(workspace, "2021", "export", 5);
    assert_value(workspace, "2021", "import", 70);
    size_t selected = workspace->model->selection.row;
    workspace->model->user = &stopped_effort;
    filter(workspace, "period:2020");
    workspace->model->user = NULL;
    assert_string_equal(workspace->model->message.text, "stopped: what was shown stays");
    assert_value(workspace, "2021", "export", 5);
    assert_value(workspace, "2020", "import", 40);
    assert_int_equal(workspace->model->selection.row, selected);
    assert_int_equal(row_set_count(model_current_rows(workspace->model, NULL)), 3);
    filter(workspace, "period:2021");
    assert_value(workspace, "2021", "export", 5);
    assert_true(isnan(value_of(workspace, "2020", "import")));
    assert_int_equal(row_set_count(model_current_rows(workspace->model, NULL)), 2);
    assert_true(model_undo(workspace->model));
    assert_true(model_undo(workspace->model));
    assert_value(workspace, "2021", "export", 25);
    assert_int_equal(row_set_count(model_current_rows(workspace->model, NULL)), 5);
}

static void a_preview_sums_what_it_shows_and_its_end_puts_the_sums_back(void **state)
{
    struct workspace *workspace = open_statistics(*state);
    struct buffer remark = {0};
    filter(workspace, "period:2021");
    assert_true(workspace_preview(workspace, "filter", "product:" RAISINS, &remark, NULL));
    assert_value(workspace, "2021", "export", 20);
    assert_true(workspace_preview(workspace, "filter", "product:" PETROLEUM, &remark, NULL));
    assert_value(workspace, "2021", "export", 5);
    assert_false(
        workspace_preview(workspace, "filter", "product:" RAISINS, &remark, &stopped_effort));
    assert_value(workspace, "2021", "export", 5);
    workspace_end_preview(workspace);
    assert_value(workspace, "2021", "export", 25);
    assert_int_equal(row_set_count(model_current_rows(workspace->model, NULL)), 3);
    buffer_release(&remark);
}

static void the_selected_sum_is_selected_again_after_a_preview(void **state)
{
    struct workspace *workspace = open_statistics(*state);
    struct buffer remark = {0};
    size_t first = row_set_next(&workspace->model->rows.shown, 0);
    workspace_select(workspace, row_set_next(&workspace->model->rows.shown, first + 1));
    size_t selected = workspace->model->selection.row;
    assert_true(workspace_preview(workspace, "filter", "product:" RAISINS, &remark, NULL));
    workspace_end_preview(workspace);
    assert_int_equal(workspace->model->selection.row, selected);
    buffer_release(&remark);
}

/* One source has 9, the sum is 5. */
static void facts_are_of_claims_and_sums_together(void **state)
{
    struct fixture *fixture = *state;
    const char *const paths[] = {fixture->paths[1], fixture->paths[0]};
    struct workspace *workspace = open_files(fixture, paths, 2);
    model_choose_product(workspace->model, PETROLEUM);
    assert_int_equal(row_set_count(&workspace->model->rows.shown), 4);
    filter(workspace, "agree:conflict");
    assert_int_equal(row_set_count(&workspace->model->rows.shown), 2);
    workspace->model->user = &stopped_effort;
    filter(workspace, "period:2021");
    workspace->model->user = NULL;
    assert_int_equal(row_set_count(&workspace->model->rows.shown), 2);
    assert_true(model_undo(workspace->model));
    assert_int_equal(row_set_count(&workspace->model->rows.shown), 4);
}

/* Rows of another file take the place of the sums: they are filtered too. */
static void claims_that_come_behind_sums_are_filtered(void **state)
{
    struct fixture *fixture = *state;
    const char *const paths[] = {fixture->paths[1], fixture->paths[0]};
    struct workspace *workspace = open_files(fixture, paths, 2);
    struct error error = {0};
    model_choose_product(workspace->model, PETROLEUM);
    filter(workspace, "period:2021");
    assert_value(workspace, "2021", "import", 70);
    assert_int_equal(row_set_count(&workspace->model->rows.shown), 3);
    assert_true(model_open_file(workspace->model, fixture->paths[2], &error));
    model_finish_loading(workspace->model);
    workspace_update(workspace, NULL);
    assert_true(isnan(value_of(workspace, "2019", "import")));
    assert_int_equal(row_set_count(&workspace->model->rows.shown), 4);
    assert_true(model_close_file(workspace->model, fixture->paths[0], &error));
    assert_value(workspace, "2021", "export", 9);
    assert_value(workspace, "2021", "import", 500);
    assert_int_equal(row_set_count(&workspace->model->rows.shown), 2);
}

/* The selection, and a page, may refer to rows of a file that is closed. */
static void test_close_with_a_sum_selected(void **state)
{
    struct fixture *fixture = *state;
    struct error error = {0};
    for (size_t closed = 0; closed < 2; closed++) {
        const char *const paths[] = {fixture->paths[1 - closed], fixture->paths[closed]};
        struct workspace *workspace = open_files(fixture, paths, 2);
        workspace_update(workspace, NULL);
        size_t last = table_row_count(workspace->model->dataset.table) - 1;
        assert_true(model_is_sum(workspace->model, last));
        workspace_select(workspace, last);
        explain_open_claim(workspace, last);
        assert_int_equal(workspace->overlay_count, 1);
        assert_true(workspace_close_file(workspace, fixture->paths[0], &error));
        workspace_update(workspace, NULL);
        assert_int_equal(workspace->overlay_count, 0);
        assert_int_equal(workspace->model->files.count, 1);
        assert_int_equal(table_row_count(workspace->model->dataset.table), 1);
        assert_int_equal(workspace->model->selection.row, 0);
        workspace_show_file(workspace, 1);
        assert_ptr_equal(model_current_file(workspace->model), &workspace->model->dataset);
        close_workspace(workspace);
    }
    open_statistics(fixture);
}

/* The same pair again: the sums stay, and must not use the words of the first choice. */
static void test_choose_the_same_again(void **state)
{
    struct fixture *fixture = *state;
    struct workspace *workspace = open_statistics(fixture);
    model_choose_pair(workspace->model, "India", "Russia");
    const struct trade *trade = &workspace->model->files.items->sums.series.trade;
    assert_true(text_is_word(trade->reporter, "India"));
    assert_true(text_is_word(trade->partner, "Russia"));
    assert_ptr_not_equal(trade->reporter.data, workspace->model->choices.reporter);
}

/* A refused file is not a table whose rows can be shown. */
static void test_rows_behind_a_file_that_is_none(void **state)
{
    struct fixture *fixture = *state;
    const char *const paths[] = {"/nonexistent/file.csv", fixture->paths[0]};
    struct workspace *workspace = open_files(fixture, paths, 2);
    assert_int_equal(row_set_count(model_current_rows(workspace->model, NULL)), 6);
    assert_int_equal(model_current_file(workspace->model)->file_columns, 6);
    workspace_show_file(workspace, 0);
    assert_non_null(strstr(workspace->model->message.text, "/nonexistent/file.csv"));
    assert_int_equal(row_set_count(model_current_rows(workspace->model, NULL)), 6);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_close_with_a_sum_selected),
        TEST(test_choose_the_same_again),
        TEST(test_rows_behind_a_file_that_is_none),
        TEST(sums_wait_until_claims_are_asked_for),
        TEST(sums_have_the_name_of_their_file_without_its_ending),
        TEST(sums_follow_the_filters_and_a_stopped_one_leaves_them),
        TEST(a_preview_sums_what_it_shows_and_its_end_puts_the_sums_back),
        TEST(the_selected_sum_is_selected_again_after_a_preview),
        TEST(facts_are_of_claims_and_sums_together),
        TEST(claims_that_come_behind_sums_are_filtered),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
