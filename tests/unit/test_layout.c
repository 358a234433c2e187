/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "view/layout.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define WITHOUT_EVENTS \
    (PANE_BIT(PANE_BALANCE) | PANE_BIT(PANE_PATH) | PANE_BIT(PANE_FIGURES) | PANE_BIT(PANE_SOURCE))
#define WITH_EVENTS (WITHOUT_EVENTS | PANE_BIT(PANE_EVENTS))

static void assert_pane(const struct layout *layout, enum pane pane, int row, int column, int width,
                        int height)
{
    const struct rectangle *body = &layout->panes[pane];
    assert_int_equal(body->row, row);
    assert_int_equal(body->column, column);
    assert_int_equal(body->width, width);
    assert_int_equal(body->height, height);
}

static void assert_hidden(const struct layout *layout, enum pane pane)
{
    assert_int_equal(layout->panes[pane].height, 0);
}

static void test_the_reference_screen_has_one_tab_and_the_evidence(void **state)
{
    struct layout layout = layout_make(80, 24, PANE_PATH, false, WITH_EVENTS);
    (void)state;
    assert_int_equal(layout.kind, LAYOUT_TABS);
    assert_int_equal(layout.header_rows, 2);
    assert_pane(&layout, PANE_PATH, 3, 0, 80, 15);
    assert_pane(&layout, PANE_SOURCE, 19, 0, 80, 4);
    assert_hidden(&layout, PANE_BALANCE);
    assert_hidden(&layout, PANE_PROBLEMS);
    layout = layout_make(80, 24, PANE_SOURCE, false, WITH_EVENTS);
    assert_pane(&layout, PANE_SOURCE, 3, 0, 80, 20);
    layout = layout_make(80, 24, PANE_PROBLEMS, false, WITH_EVENTS);
    assert_pane(&layout, PANE_PROBLEMS, 3, 0, 80, 15);
}

static void test_five_panes_on_a_larger_screen(void **state)
{
    struct layout layout = layout_make(120, 34, PANE_FIGURES, false, WITH_EVENTS);
    (void)state;
    assert_int_equal(layout.kind, LAYOUT_PANES);
    assert_pane(&layout, PANE_BALANCE, 3, 0, 45, 11);
    assert_pane(&layout, PANE_PATH, 3, 46, 74, 11);
    assert_pane(&layout, PANE_FIGURES, 15, 0, 120, 7);
    assert_pane(&layout, PANE_EVENTS, 23, 0, 120, 5);
    assert_pane(&layout, PANE_SOURCE, 29, 0, 120, 4);
    assert_hidden(&layout, PANE_PROBLEMS);
}

static void test_lists_lie_side_by_side_on_a_wide_screen(void **state)
{
    struct layout layout = layout_make(200, 60, PANE_FIGURES, false, WITH_EVENTS);
    (void)state;
    assert_pane(&layout, PANE_BALANCE, 3, 0, 76, 18);
    assert_pane(&layout, PANE_PATH, 3, 77, 123, 18);
    assert_pane(&layout, PANE_FIGURES, 22, 0, 120, 28);
    assert_pane(&layout, PANE_EVENTS, 22, 121, 79, 28);
    assert_pane(&layout, PANE_SOURCE, 51, 0, 200, 8);
}

static void without_events_the_other_panes_have_their_rows(void **state)
{
    struct layout layout = layout_make(120, 34, PANE_FIGURES, false, WITHOUT_EVENTS);
    (void)state;
    assert_hidden(&layout, PANE_EVENTS);
    assert_pane(&layout, PANE_SOURCE, 27, 0, 120, 6);
    assert_int_equal(layout.panes[PANE_BALANCE].height + layout.panes[PANE_FIGURES].height, 22);
    layout = layout_make(200, 60, PANE_FIGURES, false, WITHOUT_EVENTS);
    assert_pane(&layout, PANE_FIGURES, 22, 0, 200, 28);
    layout = layout_make(120, 34, PANE_EVENTS, false, WITHOUT_EVENTS);
    assert_pane(&layout, PANE_EVENTS, 23, 0, 120, 5);
    layout = layout_make(120, 34, PANE_CHECKS, false, WITHOUT_EVENTS);
    assert_hidden(&layout, PANE_FIGURES);
    assert_int_equal(layout.panes[PANE_CHECKS].width, 120);
}

static void test_problems_take_the_place_of_events_while_they_have_the_focus(void **state)
{
    struct layout events = layout_make(120, 34, PANE_EVENTS, false, WITH_EVENTS);
    struct layout problems = layout_make(120, 34, PANE_PROBLEMS, false, WITH_EVENTS);
    (void)state;
    assert_memory_equal(&problems.panes[PANE_PROBLEMS], &events.panes[PANE_EVENTS],
                        sizeof(struct rectangle));
    assert_hidden(&problems, PANE_EVENTS);
}

static void test_zoom(void **state)
{
    static const int sizes[][2] = {{80, 24}, {120, 34}, {200, 60}};
    (void)state;
    for (size_t i = 0; i < 3; i++) {
        int width = sizes[i][0], height = sizes[i][1];
        struct layout layout = layout_make(width, height, PANE_EVENTS, true, WITH_EVENTS);
        assert_pane(&layout, PANE_EVENTS, 3, 0, width, height - 4);
        assert_hidden(&layout, PANE_SOURCE);
    }
}

static void test_too_small(void **state)
{
    static const int sizes[][2] = {{39, 24}, {80, 9}, {0, 0}, {-1, -1}, {1, 1000}};
    (void)state;
    for (size_t i = 0; i < 5; i++) {
        struct layout layout = layout_make(sizes[i][0], sizes[i][1], PANE_PATH, true, WITH_EVENTS);
        assert_int_equal(layout.kind, LAYOUT_TOO_SMALL);
        assert_int_equal(layout_pane_at(&layout, 0, 0), PANE_COUNT);
    }
    assert_int_equal(layout_make(40, 10, PANE_PATH, false, WITH_EVENTS).kind, LAYOUT_TABS);
}

static void test_panes_at_cells(void **state)
{
    struct layout layout = layout_make(120, 34, PANE_PATH, false, WITH_EVENTS);
    (void)state;
    assert_int_equal(layout_pane_at(&layout, 1, 0), PANE_COUNT);
    assert_int_equal(layout_pane_at(&layout, 2, 0), PANE_BALANCE); /* its title */
    assert_int_equal(layout_pane_at(&layout, 13, 44), PANE_BALANCE);
    assert_int_equal(layout_pane_at(&layout, 5, 45), PANE_COUNT); /* the line between */
    assert_int_equal(layout_pane_at(&layout, 5, 46), PANE_PATH);
    assert_int_equal(layout_pane_at(&layout, 14, 119), PANE_FIGURES);
    assert_int_equal(layout_pane_at(&layout, 32, 0), PANE_SOURCE);
    assert_int_equal(layout_pane_at(&layout, 33, 0), PANE_COUNT);
    assert_int_equal(layout_pane_at(&layout, -1, 0), PANE_COUNT);
    assert_int_equal(layout_pane_at(&layout, 5, 120), PANE_COUNT);
}

/*
 * Each cell between header and function line, at any size, belongs to one pane, or to a line
 * between two.
 */
static void test_panes_fill_every_screen_and_never_overlap(void **state)
{
    (void)state;
    for (int height = 10; height <= 100; height += 3)
        for (int width = 40; width <= 300; width += 13)
            for (int focus = 0; focus < PANE_COUNT; focus++) {
                struct layout layout =
                    layout_make(width, height, (enum pane)focus, false, WITH_EVENTS);
                int area = 0, separators = 0;
                for (int pane = 0; pane < PANE_COUNT; pane++) {
                    const struct rectangle *body = &layout.panes[pane];
                    if (body->height == 0)
                        continue;
                    assert_true(body->height >= 2 && body->width >= 40);
                    assert_true(body->row >= 3 && body->row + body->height <= height - 1);
                    assert_true(body->column + body->width <= width);
                    area += (body->height + 1) * body->width;
                    separators += body->column ? body->height + 1 : 0;
                }
                assert_int_equal(area + separators, (height - 3) * width);
                assert_true(layout.panes[focus].height > 0);
                assert_true(layout.panes[PANE_SOURCE].height > 0);
            }
}

static void test_a_growing_screen_takes_no_row_from_any_pane(void **state)
{
    (void)state;
    for (int width = 110; width <= 300; width += 10)
        for (int height = 30; height < 100; height++) {
            struct layout before = layout_make(width, height, PANE_PATH, false, WITH_EVENTS);
            struct layout after = layout_make(width, height + 1, PANE_PATH, false, WITH_EVENTS);
            for (int pane = 0; pane < PANE_COUNT; pane++)
                assert_true(after.panes[pane].height >= before.panes[pane].height);
            assert_true(after.panes[PANE_PATH].height <= 24);
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_reference_screen_has_one_tab_and_the_evidence),
        cmocka_unit_test(test_five_panes_on_a_larger_screen),
        cmocka_unit_test(test_lists_lie_side_by_side_on_a_wide_screen),
        cmocka_unit_test(without_events_the_other_panes_have_their_rows),
        cmocka_unit_test(test_problems_take_the_place_of_events_while_they_have_the_focus),
        cmocka_unit_test(test_zoom),
        cmocka_unit_test(test_too_small),
        cmocka_unit_test(test_panes_at_cells),
        cmocka_unit_test(test_panes_fill_every_screen_and_never_overlap),
        cmocka_unit_test(test_a_growing_screen_takes_no_row_from_any_pane),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
