/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "view/workspace.h"
#include "model/choice_changes.h"

#include "view/grid.h"
#include "workspace_builder.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { EXPORTS, IMPORTS, ROUNDED, TARGET, EVENT, CHINA };

static int set_up(void **state)
{
    static struct workspace workspace;
    build_workspace(&workspace, SIX_CLAIMS);
    *state = &workspace;
    return 0;
}

static int tear_down(void **state)
{
    close_workspace(*state);
    return 0;
}

static void filter(struct workspace *workspace, const char *source)
{
    struct error error = {0};
    assert_true(workspace_filter(workspace, source, &error));
    assert_null(error.text);
}

static void assert_count(struct workspace *workspace, const char *expected)
{
    struct buffer text = {0};
    workspace_format_count(workspace, &text);
    assert_string_equal(text.data, expected);
    buffer_release(&text);
}

static void a_workspace_opens_at_the_exports_of_the_latest_balance(void **state)
{
    struct workspace *workspace = *state;
    assert_int_equal(workspace->model->selection.row, EXPORTS);
    assert_int_equal(workspace->focus, PANE_BALANCE);
    assert_count(workspace, "6 of 6");
}

static void filters_add_up_and_undo_walks_back_through_them(void **state)
{
    struct workspace *workspace = *state;
    filter(workspace, "kind:figure");
    assert_count(workspace, "4 of 6");
    filter(workspace, "flow:import");
    assert_count(workspace, "2 of 6");
    assert_string_equal(workspace->model->message.text, "2 of 6 rows");
    assert_true(model_undo(workspace->model));
    assert_count(workspace, "4 of 6");
    assert_true(model_undo(workspace->model));
    assert_count(workspace, "6 of 6");
    assert_false(model_undo(workspace->model));
    assert_true(model_redo(workspace->model));
    assert_true(model_redo(workspace->model));
    assert_count(workspace, "2 of 6");
    assert_false(model_redo(workspace->model));
}

static bool is_stopped(void *context)
{
    (void)context;
    return true;
}

static const struct effort stopped_effort = {.is_cancelled = is_stopped, .yields = true};

static void a_filter_that_is_stopped_leaves_no_trace(void **state)
{
    struct workspace *workspace = *state;
    filter(workspace, "kind:figure");
    workspace->model->user = &stopped_effort;
    filter(workspace, "flow:import");
    assert_string_equal(workspace->model->message.text, "stopped: what was shown stays");
    assert_int_equal(workspace->model->choices.filter_count, 1);
    assert_count(workspace, "4 of 6");
    workspace->model->user = NULL;
    assert_true(model_redo(workspace->model));
    assert_count(workspace, "2 of 6");
}

static void a_change_after_undo_forgets_what_was_undone(void **state)
{
    struct workspace *workspace = *state;
    filter(workspace, "kind:figure");
    assert_true(model_undo(workspace->model));
    filter(workspace, "kind:event");
    assert_false(model_redo(workspace->model));
    assert_count(workspace, "1 of 6");
}

static void undo_takes_back_sorts_pairs_and_switches_too(void **state)
{
    struct workspace *workspace = *state;
    struct error error = {0};
    filter(workspace, "kind:figure");
    assert_true(model_sort(workspace->model, "value", true, &error));
    model_choose_pair(workspace->model, "India", "China");
    assert_count(workspace, "1 of 6"); /* of the pair */
    model_toggle_filter(workspace->model, 0);
    assert_count(workspace, "1 of 6");
    assert_true(model_undo(workspace->model));
    assert_count(workspace, "1 of 6");
    assert_true(text_is(analysis_pair(workspace->model->results.analysis)->partner, "China"));
    assert_true(model_undo(workspace->model));
    assert_count(workspace, "4 of 6");
    assert_true(text_is(analysis_pair(workspace->model->results.analysis)->partner, "Russia"));
    assert_string_equal(workspace->model->choices.sort.column, "value");
    assert_true(model_undo(workspace->model));
    assert_null(workspace->model->choices.sort.column);
    assert_int_equal(workspace->model->choices.filter_count, 1);
}

static void a_wrong_filter_is_refused_with_a_caret_and_changes_nothing(void **state)
{
    struct workspace *workspace = *state;
    struct error error = {0};
    assert_false(workspace_filter(workspace, "patner:x", &error));
    assert_true(error.is_misuse);
    assert_non_null(strstr(error.text, "patner:x\n^^^^^^\n"));
    assert_non_null(strstr(error.text, "`partner`"));
    assert_int_equal(workspace->model->choices.filter_count, 0);
    assert_false(model_undo(workspace->model));
    error_release(&error);
}

static void where_nothing_is_left_the_message_says_why_and_esc_goes_back(void **state)
{
    struct workspace *workspace = *state;
    filter(workspace, "partner:rusia");
    assert_count(workspace, "0 of 6");
    assert_int_equal(workspace->model->selection.row, NO_ROW);
    assert_string_equal(workspace->model->message.text,
                        "`partner:rusia` matches no row; nearest: Russia");
    assert_string_equal(workspace->model->message.way_back, "Esc goes back");
    assert_true(workspace_back(workspace));
    assert_count(workspace, "6 of 6");
    assert_int_equal(workspace->model->choices.filter_count, 0);
}

static void the_selection_is_kept_while_it_is_shown(void **state)
{
    struct workspace *workspace = *state;
    workspace_select(workspace, IMPORTS);
    filter(workspace, "kind:figure");
    assert_int_equal(workspace->model->selection.row, IMPORTS);
    filter(workspace, "flow:export");
    assert_int_equal(workspace->model->selection.row, EXPORTS);
}

static void filters_move_up_and_down_and_stop_at_the_ends(void **state)
{
    struct workspace *workspace = *state;
    filter(workspace, "kind:figure");
    filter(workspace, "flow:export");
    model_move_filter(workspace->model, 0, true);
    model_move_filter(workspace->model, 1, false);
    assert_string_equal(workspace->model->choices.filters[0].source, "kind:figure");
    model_move_filter(workspace->model, 1, true);
    assert_string_equal(workspace->model->choices.filters[0].source, "flow:export");
    assert_true(model_undo(workspace->model));
    assert_string_equal(workspace->model->choices.filters[0].source, "kind:figure");
}

static void a_filter_is_replaced_by_its_number(void **state)
{
    struct workspace *workspace = *state;
    struct error error = {0};
    filter(workspace, "kind:figure");
    assert_true(model_replace_filter(workspace->model, 0, "kind:event", &error));
    assert_count(workspace, "1 of 6");
    assert_false(model_replace_filter(workspace->model, 1, "kind:event", &error));
    assert_string_equal(error.text, "there is no filter 2");
    assert_false(model_replace_filter(workspace->model, 0, "kind:(", &error));
    assert_string_equal(workspace->model->choices.filters[0].source, "kind:event");
    error_release(&error);
}

static void a_sort_needs_a_column_and_may_go_by_what_is_worked_out(void **state)
{
    struct workspace *workspace = *state;
    struct error error = {0};
    assert_false(model_sort(workspace->model, "nosuch", false, &error));
    assert_non_null(strstr(error.text, "`nosuch`"));
    assert_true(model_sort(workspace->model, "mood", false, &error));
    assert_true(model_sort(workspace->model, "sources", true, &error));
    assert_int_equal(grid_rows(workspace_pane(workspace, PANE_FIGURES, NULL))->rows[0], EXPORTS);
    error_release(&error);
}

static void values_are_sorted_as_amounts_and_not_as_texts(void **state)
{
    struct workspace *workspace = *state;
    struct error error = {0};
    assert_true(model_sort(workspace->model, "value", false, &error));
    const struct row_list *rows = grid_rows(workspace_pane(workspace, PANE_FIGURES, NULL));
    const uint32_t ascending[] = {EXPORTS, IMPORTS, TARGET, CHINA}; /* 4.26 61.44 100 101.7 */
    assert_int_equal(rows->count, 4);
    assert_memory_equal(rows->rows, ascending, sizeof ascending);
}

static void a_pane_that_does_not_show_the_selection_brings_its_own(void **state)
{
    struct workspace *workspace = *state;
    workspace_focus(workspace, PANE_EVENTS);
    assert_int_equal(workspace->model->selection.row, EVENT);
    workspace_request(workspace, REQUEST_OPEN);
    assert_int_equal(workspace->focus, PANE_SOURCE);
    assert_int_equal(workspace->model->selection.row, EVENT);
    assert_true(workspace_back(workspace));
    assert_true(workspace_back(workspace));
    assert_int_equal(workspace->focus, PANE_BALANCE);
    assert_int_equal(workspace->model->selection.row, EXPORTS);
    assert_false(workspace_back(workspace));
}

static void a_pane_that_shows_another_claim_on_the_same_keeps_the_selection(void **state)
{
    struct workspace *workspace = *state;
    workspace_select(workspace, ROUNDED);
    workspace_focus(workspace, PANE_FIGURES);
    assert_int_equal(workspace->model->selection.row, ROUNDED);
}

static void the_search_walks_round_in_reading_order(void **state)
{
    struct workspace *workspace = *state;
    struct error error = {0};
    assert_true(workspace_search(workspace, "billion by|came|below", &error));
    /* The target of 2030 is the first figure and the event the last row; the search starts behind
     * the selected exports, where the rounded ones stand. */
    assert_int_equal(workspace->model->selection.row, ROUNDED);
    assert_string_equal(workspace->model->message.text, "match 2 of 3 in figures");
    assert_true(workspace_search_next(workspace, false));
    assert_int_equal(workspace->model->selection.row, EVENT);
    assert_int_equal(workspace->focus, PANE_EVENTS);
    assert_true(workspace_search_next(workspace, false));
    assert_int_equal(workspace->model->selection.row, TARGET);
    assert_string_equal(workspace->model->message.text, "match 1 of 3 in figures, wrapped");
    assert_true(workspace_search_next(workspace, true));
    assert_int_equal(workspace->model->selection.row, EVENT);
}

static void assert_matches(struct workspace *workspace, size_t expected)
{
    size_t count;
    assert_true(workspace_count_matches(workspace, &count, NULL));
    assert_int_equal(count, expected);
}

static void a_search_has_smart_case_and_looks_into_unknown_columns(void **state)
{
    struct workspace *workspace = *state;
    struct error error = {0};
    assert_true(workspace_search(workspace, "CALM", &error));
    assert_matches(workspace, 0);
    assert_true(workspace_search(workspace, "calm", &error));
    assert_matches(workspace, 2);
}

static void a_search_that_is_no_expression_leaves_the_former_one(void **state)
{
    struct workspace *workspace = *state;
    struct error error = {0};
    assert_true(workspace_search(workspace, "calm", &error));
    assert_false(workspace_search(workspace, "(", &error));
    assert_non_null(error.text);
    assert_matches(workspace, 2);
    error_release(&error);
}

static void preview(struct workspace *workspace, const char *command, const char *text,
                    const char *remark)
{
    struct buffer out = {0};
    workspace_preview(workspace, command, text, &out, NULL);
    assert_string_equal(out.data ? out.data : "", remark);
    buffer_release(&out);
}

static void a_preview_filters_and_its_end_puts_everything_back(void **state)
{
    struct workspace *workspace = *state;
    struct error error = {0};
    assert_true(workspace_search(workspace, "calm", &error));
    workspace_select(workspace, IMPORTS);
    filter(workspace, "kind:figure");
    preview(workspace, "filter", "partner:china", "1 of 6");
    assert_int_equal(workspace->model->selection.row, CHINA);
    preview(workspace, "quick", "zzz", "0 of 6");
    workspace_end_preview(workspace);
    assert_count(workspace, "4 of 6");
    assert_int_equal(workspace->model->choices.filter_count, 1);
    assert_int_equal(workspace->model->selection.row, IMPORTS);
    assert_matches(workspace, 2);
    assert_true(model_undo(workspace->model));
    assert_false(model_undo(workspace->model));
}

static void an_unfinished_text_keeps_what_was_shown_last(void **state)
{
    struct workspace *workspace = *state;
    preview(workspace, "filter", "flow:import", "2 of 6");
    preview(workspace, "filter", "flow:import value>", "");
    assert_count(workspace, "2 of 6");
    preview(workspace, "filter", "flow:import (", "");
    assert_count(workspace, "2 of 6");
    preview(workspace, "filter", "patner:x ", "no column `patner`; did you mean `partner`?");
    assert_count(workspace, "2 of 6");
    workspace_end_preview(workspace);
    assert_count(workspace, "6 of 6");
}

static void a_preview_of_a_search_counts_and_moves_nothing(void **state)
{
    struct workspace *workspace = *state;
    preview(workspace, "search", "calm", "2 matches");
    preview(workspace, "search", "glad", "1 match");
    preview(workspace, "search", "(", "");
    assert_matches(workspace, 1);
    assert_int_equal(workspace->model->selection.row, EXPORTS);
    workspace_end_preview(workspace);
    assert_null(workspace->model->search.pattern);
}

static void a_preview_of_other_commands_does_nothing(void **state)
{
    struct workspace *workspace = *state;
    preview(workspace, "sort", "value", "");
    preview(workspace, "", "filter kind:event", "");
    workspace_end_preview(workspace);
    assert_count(workspace, "6 of 6");
}

/* What a lost terminal leaves behind: the sanitizers watch over the order of the end. */
static void a_workspace_can_be_released_in_the_middle_of_a_preview(void **state)
{
    (void)state;
    struct workspace workspace;
    build_workspace(&workspace, SIX_CLAIMS);
    preview(&workspace, "filter", "kind:event", "1 of 6");
    preview(&workspace, "search", "glad", "1 match");
    close_workspace(&workspace);
}

static void a_file_that_cannot_be_read_opens_at_its_problems(void **state)
{
    (void)state;
    struct workspace workspace;
    build_workspace(&workspace, "<html><body>404</body></html>\n");
    assert_int_equal(workspace.focus, PANE_PROBLEMS);
    assert_int_equal(workspace.model->selection.row, NO_ROW);
    workspace_request(&workspace, REQUEST_OPEN);
    assert_false(workspace_back(&workspace));
    close_workspace(&workspace);
}

static void closing_goes_through_overlays_and_zoom_to_the_end(void **state)
{
    struct workspace *workspace = *state;
    workspace->is_zoomed = true;
    workspace_select(workspace, IMPORTS);
    assert_true(workspace_close(workspace));
    assert_false(workspace->is_zoomed);
    assert_false(workspace_close(workspace));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_workspace_opens_at_the_exports_of_the_latest_balance),
        TEST(filters_add_up_and_undo_walks_back_through_them),
        TEST(a_filter_that_is_stopped_leaves_no_trace),
        TEST(a_change_after_undo_forgets_what_was_undone),
        TEST(undo_takes_back_sorts_pairs_and_switches_too),
        TEST(a_wrong_filter_is_refused_with_a_caret_and_changes_nothing),
        TEST(where_nothing_is_left_the_message_says_why_and_esc_goes_back),
        TEST(the_selection_is_kept_while_it_is_shown),
        TEST(filters_move_up_and_down_and_stop_at_the_ends),
        TEST(a_filter_is_replaced_by_its_number),
        TEST(a_sort_needs_a_column_and_may_go_by_what_is_worked_out),
        TEST(values_are_sorted_as_amounts_and_not_as_texts),
        TEST(a_pane_that_does_not_show_the_selection_brings_its_own),
        TEST(a_pane_that_shows_another_claim_on_the_same_keeps_the_selection),
        TEST(the_search_walks_round_in_reading_order),
        TEST(a_search_has_smart_case_and_looks_into_unknown_columns),
        TEST(a_search_that_is_no_expression_leaves_the_former_one),
        TEST(a_preview_filters_and_its_end_puts_everything_back),
        TEST(an_unfinished_text_keeps_what_was_shown_last),
        TEST(a_preview_of_a_search_counts_and_moves_nothing),
        TEST(a_preview_of_other_commands_does_nothing),
        cmocka_unit_test(a_workspace_can_be_released_in_the_middle_of_a_preview),
        cmocka_unit_test(a_file_that_cannot_be_read_opens_at_its_problems),
        TEST(closing_goes_through_overlays_and_zoom_to_the_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
