/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "command/help.h"

#include "analysis/claims/agreement.h"
#include "base/array.h"
#include "command/command.h"
#include "command/hints.h"
#include "command/terms.h"
#include "view/page.h"
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

/* Draws the screen. Returns its rows, for the caller to release. */
static struct buffer draw(int width, int height)
{
    struct canvas canvas;
    struct buffer screen = {0};
    canvas_init(&canvas, width, height, false);
    screen_compose(&workspace, NULL, &canvas, NULL, 0);
    for (int row = 0; row < height; row++)
        line_write(canvas_line(&canvas, row), false, &screen);
    canvas_release(&canvas);
    return screen;
}

/* The help on a topic has the word in the line at its cursor, or in one behind it on the screen. */
static void assert_explains(const char *topic, const char *word)
{
    if (!help_open(&workspace, topic))
        fail_msg("no help on `%s`", topic);
    struct buffer screen = draw(200, 60);
    const char *line = strstr(screen.data, "\n> ");
    size_t length = line ? strcspn(line + 1, "\n") : 0;
    if (!line || !memmem(line, length + 1, word, strlen(word)))
        fail_msg("help on `%s` opens at: %.*s", topic, (int)length, line ? line : "");
    buffer_release(&screen);
    workspace_close(&workspace);
}

static void every_command_and_key_is_explained(void **state)
{
    size_t count;
    const struct command *commands = command_list(&count);
    (void)state;
    for (size_t i = 0; i < count; i++) {
        /* The topic `filter` is the language, which says more than the command. */
        if (strcmp(commands[i].name, "filter") != 0)
            assert_explains(commands[i].name, commands[i].name);
        for (const char *key = commands[i].keys; key && *key; key += strspn(key, " ")) {
            char *name = xstrndup(key, strcspn(key, " "));
            assert_explains(name, commands[i].name);
            free(name);
            key += strcspn(key, " ");
        }
    }
    assert_explains("filter", "The filter language");
}

static void every_column_method_pane_option_and_role_is_explained(void **state)
{
    (void)state;
    for (size_t i = 0; i < FIELD_COUNT; i++)
        assert_explains(field_table[i].name, field_table[i].name);
    for (size_t i = 0; i < METHOD_COUNT; i++)
        assert_explains(method_table[i].name, method_table[i].name);
    for (size_t i = 0; i < PANE_COUNT; i++)
        assert_explains(workspace.views[i].ops->name, workspace.views[i].ops->name);
    for (size_t i = 0; i < SETTING_COUNT; i++)
        assert_explains(setting_table[i].name, setting_table[i].name);
    for (size_t i = 0; i < ROLE_COUNT; i++)
        assert_explains(role_table[i].name, role_table[i].name);
}

/* What a newcomer reads on the screens of README and of the manual. */
static void every_word_on_the_screen_is_explained(void **state)
{
    static const char *const words[] = {
        "coverage",     "cover",    "close",    "conflict", "single",
        "agrees",       "disputed", "R",        "mirror",   "mouse",
        "partial",      "stated",   "implied",  "needed",   "linear",
        "required",     "Verdict",  "on track", "Bases",    "trend",
        "sum agrees",   "nearly",   "note",     "turnover", "imbalance index",
        "import share", "deficit",  "FOB",      "CIF",      "not whole",
        "sources",      "agree",    "X",        "M"};
    size_t count;
    const struct term *terms = term_list(&count);
    (void)state;
    for (size_t i = 0; i < count; i++)
        assert_explains(terms[i].name, terms[i].name);
    for (size_t i = 0; i < ARRAY_LENGTH(words); i++) {
        assert_true(help_open(&workspace, words[i]));
        workspace_close(&workspace);
    }
    for (enum agreement i = 0; i < AGREEMENT_COUNT; i++)
        assert_explains(agreement_word(i), agreement_word(i));
    assert_false(help_open(&workspace, "nosuchword"));
}

static void entries_of_one_name_stand_together(void **state)
{
    (void)state;
    assert_true(help_open(&workspace, "close"));
    struct buffer screen = draw(120, 34);
    assert_non_null(strstr(screen.data, "close the view"));
    assert_non_null(strstr(screen.data, "less than 2 %"));
    buffer_release(&screen);
    workspace_close(&workspace);
}

static void help_without_a_topic_begins_with_the_keys_of_the_pane(void **state)
{
    (void)state;
    workspace_focus(&workspace, PANE_PATH);
    assert_true(help_open(&workspace, ""));
    struct buffer screen = draw(120, 34);
    const char *pane = strstr(screen.data, "Path"), *goal = strstr(screen.data, "goal GOAL");
    const char *introduction = strstr(screen.data, "tradescope shows who");
    assert_true(pane && goal && introduction && pane < goal && goal < introduction);
    buffer_release(&screen);
    workspace_close(&workspace);
    workspace_focus(&workspace, PANE_BALANCE);
}

/* A page counts its rows before it is first drawn. */
static void the_first_screen_of_a_page_counts_right(void **state)
{
    (void)state;
    assert_true(help_open(&workspace, ""));
    struct buffer screen = draw(120, 34);
    assert_non_null(strstr(screen.data, "Help  1 of "));
    assert_null(strstr(screen.data, "0 of 0"));
    buffer_release(&screen);
    workspace_close(&workspace);
}

static void assert_hint(const struct hint_list *hints, int width, int height, const char *key)
{
    for (int row = 0; row < height; row++)
        for (int column = 0; column < width; column++) {
            size_t found = hint_line_find(hints->items, hints->count, width, height, row, column);
            if (found < hints->count && strcmp(hints->items[found].key, key) == 0)
                return;
        }
    fail_msg("%dx%d shows no key `%s`", width, height, key);
}

/* The keys that lead to other pairs, parts, products, periods, both sides' reports and files. */
static void the_keys_to_know_are_at_the_bottom(void **state)
{
    static const char *const keys[] = {"p", "b", "m", "P", "t", "w", "7", "?", "q"};
    struct hint_list hints;
    (void)state;
    for (size_t pane = 0; pane < PANE_COUNT; pane++) {
        workspace_focus(&workspace, (enum pane)pane);
        hint_list_make(&hints, &workspace, NULL);
        for (size_t i = 0; i < ARRAY_LENGTH(keys); i++)
            if (pane != PANE_CHECKS || strcmp(keys[i], "7") != 0)
                assert_hint(&hints, 120, 34, keys[i]);
        assert_hint(&hints, 40, 10, "?");
        assert_hint(&hints, 40, 10, "q");
        hint_list_release(&hints);
    }
    workspace_focus(&workspace, PANE_BALANCE);
}

static void keys_of_the_user_are_shown(void **state)
{
    struct hint_list hints;
    (void)state;
    settings_bind(&workspace.settings, "p", "filter x");
    settings_bind(&workspace.settings, "F9", "pair");
    settings_bind(&workspace.settings, "7", NULL);
    hint_list_make(&hints, &workspace, NULL);
    assert_hint(&hints, 120, 34, "F9");
    for (size_t i = 0; i < hints.count; i++)
        assert_true(strcmp(hints.items[i].key, "p") != 0 && strcmp(hints.items[i].key, "7") != 0);
    hint_list_release(&hints);
    assert_explains("F9", "pair");
    settings_reset(&workspace.settings);
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(every_command_and_key_is_explained),
        TEST(every_column_method_pane_option_and_role_is_explained),
        TEST(every_word_on_the_screen_is_explained),
        TEST(entries_of_one_name_stand_together),
        TEST(help_without_a_topic_begins_with_the_keys_of_the_pane),
        TEST(the_first_screen_of_a_page_counts_right),
        TEST(the_keys_to_know_are_at_the_bottom),
        TEST(keys_of_the_user_are_shown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
