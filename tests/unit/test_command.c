/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "command/command.h"

#include "base/memory.h"
#include "command/help.h"
#include "command/hints.h"
#include "view/screen.h"
#include "workspace_builder.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static struct workspace workspace;

static int set_up(void **state)
{
    (void)state;
    build_workspace(&workspace, SIX_CLAIMS);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    close_workspace(&workspace);
    return 0;
}

static void run(const char *line)
{
    struct error error = {0};
    if (!command_run(&workspace, line, &error))
        fail_msg("`%s`: %s", line, error.text);
}

/*
 * Does what happens after every key: composing the screen positions the lists and wraps the pages.
 */
static void run_and_draw(const char *line)
{
    struct canvas canvas;
    run(line);
    canvas_init(&canvas, 80, 24, false);
    screen_compose(&workspace, NULL, &canvas, NULL, 0);
    canvas_release(&canvas);
}

static void assert_refused(const char *line, const char *reason)
{
    struct error error = {0};
    assert_false(command_run(&workspace, line, &error));
    assert_string_equal(error.text, reason);
    error_release(&error);
}

static bool is_misuse(const char *line)
{
    struct error error = {0};
    assert_false(command_run(&workspace, line, &error));
    bool is_misuse = error.is_misuse;
    error_release(&error);
    return is_misuse;
}

/* A line that can be corrected is asked for again; a command that is impossible now is not. */
static void words_that_are_wrong_differ_from_what_cannot_be_done_now(void **state)
{
    (void)state;
    assert_true(is_misuse("filter nosuch:x"));
    assert_true(is_misuse("sort nosuch"));
    assert_true(is_misuse("nosuch"));
    assert_false(is_misuse("undo"));
    assert_false(is_misuse("search-next"));
}

static void a_wrong_command_line_says_what_to_type(void **state)
{
    (void)state;
    assert_refused("filtr", "no command `filtr`; did you mean `filter`?");
    assert_refused("qqqqqqqqqqqqq", "no command `qqqqqqqqqqqqq`; ? lists them");
    assert_refused("se", "`se` may be several commands; Tab shows which");
    struct error error = {0};
    assert_string_equal(command_find(text_of("w"), &error)->name, "write");
    assert_string_equal(command_find(text_of("q"), &error)->name, "close");
    assert_refused("undo twice", "`undo` takes no argument");
    assert_refused("pane", "`pane` needs PANE");
    assert_refused("pane nosuch", "no pane `nosuch`; there are balance, path, figures, events, "
                                  "source, problems, checks, rows, partners, products");
    assert_refused("help nosuch", "no help on `nosuch`; ? shows all of it");
    assert_refused("pair India", "write the pair as REPORTER:PARTNER, India:Russia say");
    assert_refused("pair India:", "write the pair as REPORTER:PARTNER, India:Russia say");
    assert_refused("edit-filter x", "`edit-filter` needs the number of a filter and an expression");
    assert_refused("edit-filter 3 kind:event", "there is no filter 3");
    assert_refused("sort nosuch", "no column `nosuch`; Tab after `:sort ` lists them");
    assert_refused("undo", "nothing to undo");
    assert_refused("redo", "nothing to do again");
    assert_refused("search-next", "nothing is searched for yet; / asks for it");
    assert_refused("toggle", "this works in the list of filters; F opens it");
    assert_refused("write foo", "foo: end the name in .csv, .tsv, .json, .md, .html or .txt");
}

static void an_empty_line_does_nothing(void **state)
{
    (void)state;
    run("");
    run("   ");
    assert_int_equal(workspace.wish.kind, WISH_NONE);
    assert_null(workspace.model->message.text);
}

static void a_name_may_be_cut_where_only_one_begins_so(void **state)
{
    (void)state;
    run("zo");
    assert_true(workspace.is_zoomed);
    run("pane figures");
    assert_int_equal(workspace.focus, PANE_FIGURES);
    run("pane 4");
    assert_int_equal(workspace.focus, PANE_EVENTS);
}

static void a_missing_argument_is_asked_for(void **state)
{
    (void)state;
    run("search");
    assert_int_equal(workspace.wish.kind, WISH_PROMPT);
    assert_string_equal(workspace.wish.command, "search");
    run("command");
    assert_string_equal(workspace.wish.command, "command");
    assert_string_equal(command_prompt("search"), "/");
    assert_string_equal(command_prompt("edit-filter 2"), "edit: ");
    assert_string_equal(command_history("quick"), command_history("edit-filter 2"));
    assert_string_not_equal(command_history("search"), command_history("filter"));
}

static void a_command_line_can_run_a_command_line(void **state)
{
    (void)state;
    run("command filter kind:event");
    assert_int_equal(row_set_count(&workspace.model->rows.shown), 1);
    assert_refused("command nosuchthing", "no command `nosuchthing`; ? lists them");
}

static void keep_and_exclude_go_by_the_cell_at_the_cursor(void **state)
{
    (void)state;
    run("pane figures");
    run("right");
    run("keep");
    assert_string_equal(workspace.model->choices.filters[0].source, "flow=export");
    assert_int_equal(row_set_count(&workspace.model->rows.shown), 2);
    run("undo");
    run("exclude");
    assert_string_equal(workspace.model->choices.filters[0].source, "flow!=export");
    assert_int_equal(row_set_count(&workspace.model->rows.shown), 4);
}

static void what_is_worked_out_cannot_be_kept(void **state)
{
    (void)state;
    run("pane figures");
    for (int i = 0; i < 4; i++)
        run("right");
    assert_refused("keep", "there is no value of the file at the cursor; left and right choose a "
                           "column");
}

static void the_same_sort_again_turns_the_order_round(void **state)
{
    (void)state;
    run("sort value");
    assert_false(workspace.model->choices.sort.descends);
    run("sort value");
    assert_true(workspace.model->choices.sort.descends);
    run("sort value");
    assert_false(workspace.model->choices.sort.descends);
    run("sort date");
    assert_false(workspace.model->choices.sort.descends);
}

static void the_list_of_filters_is_edited_in_place(void **state)
{
    (void)state;
    run("filter kind:figure");
    run("filter flow:export");
    run("filters");
    run("toggle");
    assert_true(workspace.model->choices.filters[0].is_off);
    run("lower");
    assert_string_equal(workspace.model->choices.filters[1].source, "kind:figure");
    run("edit");
    assert_string_equal(workspace.wish.command, "edit-filter 2");
    assert_string_equal(workspace.wish.text, "kind:figure");
    run("raise");
    run("delete");
    run("delete");
    run("delete");
    assert_int_equal(workspace.model->choices.filter_count, 0);
    assert_int_equal(row_set_count(&workspace.model->rows.shown), 6);
    run("close");
    assert_int_equal(workspace.overlay_count, 0);
}

static void choosing_a_period_filters_by_it(void **state)
{
    (void)state;
    run_and_draw("period");
    run_and_draw("bottom");
    run("open");
    assert_int_equal(workspace.overlay_count, 0);
    assert_string_equal(workspace.model->choices.filters[0].source, "period=2030");
}

static void a_page_can_be_used_before_it_was_drawn(void **state)
{
    (void)state;
    run("help");
    run("down");
    run("open");
    run("page-down");
    run("close");
    run("pair");
    run("bottom");
    run("search zzz");
    run("back");
    run("explain");
    run("half-page-up");
    run("close");
}

static void copying_asks_for_the_quote_with_its_citation(void **state)
{
    (void)state;
    run("copy");
    assert_int_equal(workspace.wish.kind, WISH_COPY);
    assert_string_equal(workspace.wish.text,
                        "\"Exports were $4.26 billion and imports $61.44 billion\"\n"
                        "source 003, no date of publication stated\n");
    workspace_grant(&workspace);
    run("down");
    for (int i = 0; i < 2; i++) /* behind exports and imports */
        run("down");
    run("copy");
    assert_string_equal(workspace.wish.command, "balance FY2023-24 with its formula");
    assert_non_null(strstr(workspace.wish.text,
                           "balance FY2023-24: -$57.18bn = X - M, with exports "
                           "FY2023-24 $4.26bn (003; "));
    assert_non_null(strstr(workspace.wish.text, "nearly $61.44bn (003; "));
    run("filter zzz");
    assert_refused("copy", "nothing is selected");
}

static void closing_the_last_view_quits(void **state)
{
    (void)state;
    run("zoom");
    run("close");
    assert_int_equal(workspace.wish.kind, WISH_NONE);
    run("close");
    assert_int_equal(workspace.wish.kind, WISH_QUIT);
}

static void next_pane_leaves_out_problems_where_there_are_none(void **state)
{
    (void)state;
    run("pane source");
    run("next-pane");
    assert_int_equal(workspace.focus, PANE_CHECKS);
    run("previous-pane");
    assert_int_equal(workspace.focus, PANE_SOURCE);
}

static void every_key_leads_to_a_command_and_none_to_two(void **state)
{
    (void)state;
    size_t count;
    const struct command *commands = command_list(&count);
    for (size_t i = 0; i < count; i++) {
        for (const char *key = commands[i].keys; key && *key;) {
            size_t length = strcspn(key, " ");
            char *name = xstrndup(key, length);
            assert_ptr_equal(command_by_key(name), &commands[i]);
            free(name);
            key += length + strspn(key + length, " ");
        }
        struct error error = {0};
        assert_ptr_equal(command_find(text_of(commands[i].name), &error), &commands[i]);
    }
    assert_null(command_by_key("~"));
    assert_null(command_by_key("p Up"));
    struct error error = {0};
    assert_true(text_is(command_key(&workspace, command_find(text_of("down"), &error)), "j"));
    assert_int_equal(command_key(&workspace, command_find(text_of("files"), &error)).length, 0);
}

static void help_opens_at_every_command_pane_and_key(void **state)
{
    (void)state;
    size_t count;
    const struct command *commands = command_list(&count);
    for (size_t i = 0; i < count; i++)
        assert_true(help_open(&workspace, commands[i].name));
    assert_true(help_open(&workspace, "figures"));
    assert_true(help_open(&workspace, "^R"));
    assert_true(help_open(&workspace, "period"));
    assert_int_equal(workspace.overlay_count, count + 3);
    assert_false(help_open(&workspace, "nosuch"));
    assert_int_equal(workspace.overlay_count, count + 3);
}

static bool has_hint(const char *label)
{
    struct hint_list hints;
    bool is_there = false;
    hint_list_make(&hints, &workspace, NULL);
    for (size_t i = 0; i < hints.count; i++)
        is_there |= strcmp(hints.items[i].label, label) == 0;
    hint_list_release(&hints);
    return is_there;
}

static void the_function_line_fits_the_view(void **state)
{
    (void)state;
    assert_true(has_hint("explain"));
    assert_true(has_hint("quit"));
    assert_false(has_hint("remove"));
    run("filters");
    assert_true(has_hint("remove"));
    assert_true(has_hint("close"));
    assert_false(has_hint("quit"));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_wrong_command_line_says_what_to_type),
        TEST(words_that_are_wrong_differ_from_what_cannot_be_done_now),
        TEST(an_empty_line_does_nothing),
        TEST(a_name_may_be_cut_where_only_one_begins_so),
        TEST(a_missing_argument_is_asked_for),
        TEST(a_command_line_can_run_a_command_line),
        TEST(keep_and_exclude_go_by_the_cell_at_the_cursor),
        TEST(what_is_worked_out_cannot_be_kept),
        TEST(the_same_sort_again_turns_the_order_round),
        TEST(the_list_of_filters_is_edited_in_place),
        TEST(choosing_a_period_filters_by_it),
        TEST(a_page_can_be_used_before_it_was_drawn),
        TEST(copying_asks_for_the_quote_with_its_citation),
        TEST(closing_the_last_view_quits),
        TEST(next_pane_leaves_out_problems_where_there_are_none),
        TEST(every_key_leads_to_a_command_and_none_to_two),
        TEST(help_opens_at_every_command_pane_and_key),
        TEST(the_function_line_fits_the_view),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
