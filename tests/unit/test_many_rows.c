/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A file with too many rows to do everything at once: sorts show the first screen before the rest
 * is sorted, searches move before they count, figures appear after the screen. Each of these is
 * cancelled by a key and leaves nothing half done.
 */
#include "config.h"

#include "view/grid.h"
#include "model/choice_changes.h"
#include "view/screen.h"
#include "view/workspace.h"
#include "model/file_loading.h"
#include "model/recompute.h"

#include "workspace_builder.h"

#include "base/memory.h"
#include "base/paths.h"
#include "tests/unit/locations.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

/* More than are in order, searched or compared before a screen. */
#define ROWS 70000
/*
 * The numbers 0 to ROWS - 1, each once in mixed order: the factor and ROWS have no common divisor.
 */
#define FACTOR 7919
#define NUMBER(row) ((row) * (size_t)FACTOR % ROWS)
/* Rows that say "far" instead of "row". */
#define FIRST_FAR 60000
#define SECOND_FAR 69999

struct fixture {
    char *folder, *path;
    struct workspace workspace;
};

static void write_plain(FILE *file)
{
    fputs("word,number\n", file);
    for (size_t row = 0; row < ROWS; row++)
        fprintf(file, "%s,%zu\n", row == FIRST_FAR || row == SECOND_FAR ? "far" : "row",
                NUMBER(row));
}

static void write_claims(FILE *file)
{
    fputs("id,kind,date,period,reporter,partner,flow,value,unit,text,source\n", file);
    for (size_t row = 0; row < ROWS; row++)
        fprintf(file, "c%zu,figure,2024,2023,India,Russia,export,%zu,USD mn,Exports,s%zu\n", row,
                row + 1, row % 7);
}

static struct fixture *open_file(void (*write)(FILE *file))
{
    struct fixture *fixture = xcalloc(1, sizeof *fixture);
    setenv("TRADESCOPE_DATADIR", SHIPPED_DATA, 1);
    fixture->folder = make_folder();
    fixture->path = path_join(fixture->folder, "many.csv");
    FILE *file = fopen(fixture->path, "w");
    assert_non_null(file);
    write(file);
    assert_int_equal(fclose(file), 0);
    const char *const paths[] = {fixture->path};
    start_workspace(&fixture->workspace, paths, 1);
    model_finish_loading(fixture->workspace.model);
    return fixture;
}

static int open_plain(void **state)
{
    *state = open_file(write_plain);
    return 0;
}

static int open_claims(void **state)
{
    *state = open_file(write_claims);
    return 0;
}

static int tear_down(void **state)
{
    struct fixture *fixture = *state;
    close_workspace(&fixture->workspace);
    unlink(fixture->path);
    rmdir(fixture->folder);
    free(fixture->path);
    free(fixture->folder);
    free(fixture);
    return 0;
}

static const struct effort screen_effort = {.defers_slow = true};

/* As the terminal does. */
static void draw(struct workspace *workspace)
{
    struct canvas canvas;
    canvas_init(&canvas, 120, 34, true);
    screen_compose(workspace, &screen_effort, &canvas, NULL, 0);
    canvas_release(&canvas);
}

static bool is_key_waiting(void *context)
{
    (void)context;
    return true;
}

static const struct effort cancelled_effort = {.is_cancelled = is_key_waiting, .yields = true};

/* Begins the work deferred by a screen, which a key cancels. */
static void finish_in_vain(struct workspace *workspace)
{
    assert_false(workspace_finish(workspace, &cancelled_effort));
}

static struct workspace *workspace_of(void **state)
{
    struct fixture *fixture = *state;
    return &fixture->workspace;
}

static struct list *rows_list(struct workspace *workspace)
{
    return &workspace_pane(workspace, PANE_ROWS, NULL)->list;
}

static void sort(struct workspace *workspace, bool descends)
{
    struct error error = {0};
    if (!model_sort(workspace->model, "number", descends, &error))
        fail_msg("%s", error.text);
}

/* Returns the number in the row at the cursor of Rows. */
static size_t number_at_cursor(struct workspace *workspace)
{
    size_t row = grid_row(workspace_pane(workspace, PANE_ROWS, NULL));
    assert_int_not_equal(row, NO_ROW);
    return NUMBER(row);
}

static void the_first_screen_of_a_sort_is_right_before_the_rest_is(void **state)
{
    struct workspace *workspace = workspace_of(state);
    draw(workspace);
    sort(workspace, false);
    draw(workspace);
    assert_int_equal(number_at_cursor(workspace), 0);
    list_move_to(rows_list(workspace), 20);
    assert_int_equal(number_at_cursor(workspace), 20);
    list_move_to(rows_list(workspace), ROWS - 1);
    assert_int_equal(grid_row(workspace_pane(workspace, PANE_ROWS, &screen_effort)), NO_ROW);
    draw(workspace);
    finish_in_vain(workspace);
    assert_true(workspace_finish(workspace, NULL)); /* the end of the list was not there yet */
    assert_int_equal(number_at_cursor(workspace), ROWS - 1);
    list_move_to(rows_list(workspace), 0);
    assert_int_equal(number_at_cursor(workspace), 0);
}

static void a_key_that_needs_all_rows_gets_them(void **state)
{
    struct workspace *workspace = workspace_of(state);
    draw(workspace);
    sort(workspace, true);
    draw(workspace);
    list_move_to(rows_list(workspace), 54321);
    assert_int_equal(number_at_cursor(workspace), ROWS - 1 - 54321);
}

static void an_undo_after_a_sort_that_was_ended_shows_the_order_of_the_file(void **state)
{
    struct workspace *workspace = workspace_of(state);
    draw(workspace);
    sort(workspace, true);
    draw(workspace);
    finish_in_vain(workspace);
    assert_int_equal(number_at_cursor(workspace), ROWS - 1);
    assert_true(model_undo(workspace->model));
    draw(workspace);
    list_move_to(rows_list(workspace), 1);
    assert_int_equal(number_at_cursor(workspace), FACTOR);
    assert_true(model_redo(workspace->model));
    list_move_to(rows_list(workspace), ROWS - 1);
    assert_int_equal(number_at_cursor(workspace), 0);
}

static void a_search_goes_on_from_the_cursor_and_counts_afterwards(void **state)
{
    struct workspace *workspace = workspace_of(state);
    struct error error = {0};
    draw(workspace);
    list_move_to(rows_list(workspace), 10000);
    assert_true(workspace_search(workspace, "far", &error));
    assert_int_equal(rows_list(workspace)->cursor, FIRST_FAR);
    assert_string_equal(workspace->model->message.text, "match in row 60001");
    finish_in_vain(workspace);
    assert_string_equal(workspace->model->message.text, "match in row 60001");
    assert_true(workspace_finish(workspace, NULL));
    assert_string_equal(workspace->model->message.text, "match 1 of 2");
    assert_true(workspace_search_next(workspace, false));
    assert_int_equal(rows_list(workspace)->cursor, SECOND_FAR);
    assert_string_equal(workspace->model->message.text, "match 2 of 2");
    assert_false(workspace_finish(workspace, NULL));
    assert_true(workspace_search_next(workspace, false)); /* round the end */
    assert_int_equal(rows_list(workspace)->cursor, FIRST_FAR);
}

/* The message of the next key stays. */
static void a_count_that_nobody_waits_for_any_more_is_not_said(void **state)
{
    struct workspace *workspace = workspace_of(state);
    struct error error = {0};
    draw(workspace);
    assert_true(workspace_search(workspace, "far", &error));
    model_clear_message(workspace->model);
    assert_false(workspace_finish(workspace, NULL));
    assert_null(workspace->model->message.text);
}

static void claims_come_behind_the_screen_and_a_key_does_not_wait_for_them(void **state)
{
    struct workspace *workspace = workspace_of(state);
    draw(workspace);
    assert_null(workspace->model->results.analysis);
    finish_in_vain(workspace);
    assert_null(workspace->model->results.analysis);
    workspace_focus(workspace, PANE_FIGURES);
    draw(workspace);
    assert_true(workspace->views[PANE_FIGURES].is_stale);
    assert_true(workspace_finish(workspace, NULL));
    assert_non_null(workspace->model->results.analysis);
    assert_false(workspace->views[PANE_FIGURES].is_stale);
    draw(workspace);
    assert_false(workspace_finish(workspace, NULL));
    assert_int_equal(workspace->views[PANE_FIGURES].list.count, 1);
    assert_int_not_equal(workspace->model->selection.row, NO_ROW);
}

/* The results of the last screen are gone, and those of this one are deferred. */
static void a_screen_between_results_has_no_numbers(void **state)
{
    struct workspace *workspace = workspace_of(state);
    workspace_focus(workspace, PANE_FIGURES);
    workspace_update(workspace, NULL);
    workspace_pane(workspace, PANE_BALANCE, NULL);
    draw(workspace);
    assert_true(model_apply(workspace->model, NULL));
    draw(workspace);
    assert_null(workspace->model->results.analysis);
    assert_true(view_is_stale(&workspace->views[PANE_BALANCE]));
}

static void claims_come_even_if_keys_never_rest(void **state)
{
    struct workspace *workspace = workspace_of(state);
    draw(workspace);
    for (size_t key = 0; key < 8 && !workspace->model->results.analysis; key++) {
        workspace_finish(workspace, &cancelled_effort);
        draw(workspace);
    }
    assert_non_null(workspace->model->results.analysis);
    assert_int_equal(workspace->attempts, 0);
}

#define TEST(name, set_up) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(the_first_screen_of_a_sort_is_right_before_the_rest_is, open_plain),
        TEST(a_key_that_needs_all_rows_gets_them, open_plain),
        TEST(an_undo_after_a_sort_that_was_ended_shows_the_order_of_the_file, open_plain),
        TEST(a_search_goes_on_from_the_cursor_and_counts_afterwards, open_plain),
        TEST(a_count_that_nobody_waits_for_any_more_is_not_said, open_plain),
        TEST(claims_come_behind_the_screen_and_a_key_does_not_wait_for_them, open_claims),
        TEST(a_screen_between_results_has_no_numbers, open_claims),
        TEST(claims_come_even_if_keys_never_rest, open_claims),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
