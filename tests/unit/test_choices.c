/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/choices.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void filters_are_added_and_removed(void **state)
{
    struct choices choices = {0};
    (void)state;
    choices_add_filter(&choices, "flow:import");
    choices_add_filter(&choices, "value>=5bn");
    choices_add_filter(&choices, "oil");
    choices_remove_filter(&choices, 1);
    choices_remove_filter(&choices, 7);
    assert_int_equal(choices.filter_count, 2);
    assert_string_equal(choices.filters[0].source, "flow:import");
    assert_string_equal(choices.filters[1].source, "oil");
    choices_release(&choices);
    assert_int_equal(choices.filter_count, 0);
    choices_release(&choices);
}

static void filters_that_are_off_are_passed_over(void **state)
{
    struct choices choices = {0};
    size_t at = 0;
    (void)state;
    assert_null(choices_next_filter(&choices, &at));
    choices_add_filter(&choices, "oil");
    choices_add_filter(&choices, "flow:import");
    choices_add_filter(&choices, "value>=5bn");
    choices_add_filter(&choices, "coal");
    choices.filters[0].is_off = choices.filters[2].is_off = true;
    assert_string_equal(choices_next_filter(&choices, &at), "flow:import");
    assert_string_equal(choices_next_filter(&choices, &at), "coal");
    assert_null(choices_next_filter(&choices, &at));
    assert_null(choices_next_filter(&choices, &at));
    assert_true(choices_has_filters(&choices));
    choices.filters[1].is_off = choices.filters[3].is_off = true;
    assert_false(choices_has_filters(&choices));
    choices_release(&choices);
}

static void a_copy_is_equal_and_apart(void **state)
{
    struct choices choices = {0};
    (void)state;
    choices_add_filter(&choices, "oil");
    choices.filters[0].is_off = true;
    choices_set_sort(&choices, "value", true);
    choices_set_pair(&choices, "India", "Russia");
    struct choices copy = choices_copy(&choices);
    assert_true(choices_is_equal(&choices, &copy));
    copy.filters[0].is_off = false;
    assert_false(choices_is_equal(&choices, &copy));
    copy.filters[0].is_off = true;
    choices_set_sort(&copy, "value", false);
    assert_false(choices_is_equal(&choices, &copy));
    choices_set_sort(&copy, NULL, true);
    assert_false(choices_is_equal(&choices, &copy));
    choices_set_sort(&copy, "value", true);
    choices_set_pair(&copy, "India", NULL);
    assert_false(choices_is_equal(&choices, &copy));
    choices_release(&copy);
    assert_string_equal(choices.partner, "Russia");
    choices_release(&choices);
}

static void what_is_owned_may_be_set_again(void **state)
{
    struct choices choices = {0};
    (void)state;
    choices_set_pair(&choices, "India", "Russia");
    choices_set_pair(&choices, choices.partner, choices.reporter);
    assert_string_equal(choices.reporter, "Russia");
    assert_string_equal(choices.partner, "India");
    choices_set_sort(&choices, "period", false);
    choices_set_sort(&choices, choices.sort.column, true);
    assert_string_equal(choices.sort.column, "period");
    choices_release(&choices);
}

static void undo_and_redo_walk_both_ways(void **state)
{
    struct history history = {0};
    struct choices now = {0};
    (void)state;
    assert_false(history_undo(&history, &now));
    history_remember(&history, &now);
    choices_add_filter(&now, "one");
    history_remember(&history, &now);
    choices_add_filter(&now, "two");
    assert_true(history_undo(&history, &now));
    assert_int_equal(now.filter_count, 1);
    assert_true(history_undo(&history, &now));
    assert_int_equal(now.filter_count, 0);
    assert_false(history_undo(&history, &now));
    assert_true(history_redo(&history, &now));
    assert_true(history_redo(&history, &now));
    assert_string_equal(now.filters[1].source, "two");
    assert_false(history_redo(&history, &now));
    choices_release(&now);
    history_release(&history);
}

static void a_change_after_undo_forgets_the_future(void **state)
{
    struct history history = {0};
    struct choices now = {0};
    (void)state;
    history_remember(&history, &now);
    choices_add_filter(&now, "one");
    assert_true(history_undo(&history, &now));
    history_remember(&history, &now);
    choices_add_filter(&now, "other");
    assert_false(history_redo(&history, &now));
    assert_string_equal(now.filters[0].source, "other");
    assert_true(history_undo(&history, &now));
    assert_int_equal(now.filter_count, 0);
    choices_release(&now);
    history_release(&history);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(filters_are_added_and_removed),
        cmocka_unit_test(filters_that_are_off_are_passed_over),
        cmocka_unit_test(a_copy_is_equal_and_apart),
        cmocka_unit_test(what_is_owned_may_be_set_again),
        cmocka_unit_test(undo_and_redo_walk_both_ways),
        cmocka_unit_test(a_change_after_undo_forgets_the_future),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
