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
#define OF_STATISTICS                                                         \
    (PANE_BIT(PANE_BALANCE) | PANE_BIT(PANE_PATH) | PANE_BIT(PANE_PARTNERS) | \
     PANE_BIT(PANE_PRODUCTS) | PANE_BIT(PANE_SOURCE))
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
    assert_pane(&layout, PANE_BALANCE, 3, 0, 60, 13);
    assert_pane(&layout, PANE_PATH, 3, 61, 59, 13);
    assert_pane(&layout, PANE_FIGURES, 17, 0, 72, 10);
    assert_pane(&layout, PANE_EVENTS, 17, 73, 47, 10);
    assert_pane(&layout, PANE_SOURCE, 28, 0, 120, 5);
    assert_hidden(&layout, PANE_PROBLEMS);
}

static void test_every_pane_has_more_on_a_wide_screen(void **state)
{
    struct layout layout = layout_make(200, 60, PANE_FIGURES, false, WITH_EVENTS);
    (void)state;
    assert_pane(&layout, PANE_BALANCE, 3, 0, 100, 24);
    assert_pane(&layout, PANE_PATH, 3, 101, 99, 24);
    assert_pane(&layout, PANE_FIGURES, 28, 0, 120, 20);
    assert_pane(&layout, PANE_EVENTS, 28, 121, 79, 20);
    assert_pane(&layout, PANE_SOURCE, 49, 0, 200, 10);
}

static void without_events_figures_have_their_room(void **state)
{
    struct layout layout = layout_make(120, 34, PANE_FIGURES, false, WITHOUT_EVENTS);
    (void)state;
    assert_hidden(&layout, PANE_EVENTS);
    assert_pane(&layout, PANE_FIGURES, 17, 0, 120, 10);
    layout = layout_make(120, 34, PANE_EVENTS, false, WITHOUT_EVENTS);
    assert_pane(&layout, PANE_EVENTS, 17, 73, 47, 10);
    layout = layout_make(120, 34, PANE_CHECKS, false, WITHOUT_EVENTS);
    assert_hidden(&layout, PANE_FIGURES);
    assert_int_equal(layout.panes[PANE_CHECKS].width, 120);
}

static void test_statistics_have_their_breakdowns_in_place_of_figures(void **state)
{
    struct layout layout = layout_make(120, 34, PANE_BALANCE, false, OF_STATISTICS);
    (void)state;
    assert_pane(&layout, PANE_BALANCE, 3, 0, 57, 13);
    assert_pane(&layout, PANE_PARTNERS, 3, 58, 62, 13);
    assert_pane(&layout, PANE_PATH, 17, 0, 57, 10);
    assert_pane(&layout, PANE_PRODUCTS, 17, 58, 62, 10);
    assert_hidden(&layout, PANE_FIGURES);
    assert_hidden(&layout, PANE_EVENTS);
    layout = layout_make(120, 34, PANE_FIGURES, false, OF_STATISTICS);
    assert_hidden(&layout, PANE_PRODUCTS);
    assert_pane(&layout, PANE_FIGURES, 17, 58, 62, 10);
}

static void test_breakdowns_have_the_room_of_a_trend_of_one_period(void **state)
{
    unsigned panes = OF_STATISTICS & ~PANE_BIT(PANE_PATH);
    struct layout layout = layout_make(120, 34, PANE_BALANCE, false, panes);
    (void)state;
    assert_hidden(&layout, PANE_PATH);
    assert_int_equal(layout.panes[PANE_BALANCE].width, 120);
    assert_true(layout.panes[PANE_PARTNERS].height > 2 * layout.panes[PANE_BALANCE].height);
    assert_int_equal(layout.panes[PANE_PRODUCTS].height, layout.panes[PANE_PARTNERS].height);
    layout = layout_make(120, 34, PANE_BALANCE, false, panes & ~PANE_BIT(PANE_PRODUCTS));
    assert_int_equal(layout.panes[PANE_PARTNERS].width, 120);
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
    assert_int_equal(layout_pane_at(&layout, 13, 59), PANE_BALANCE);
    assert_int_equal(layout_pane_at(&layout, 5, 60), PANE_COUNT); /* the line between */
    assert_int_equal(layout_pane_at(&layout, 5, 61), PANE_PATH);
    assert_int_equal(layout_pane_at(&layout, 16, 71), PANE_FIGURES);
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
    static const unsigned sets[] = {WITH_EVENTS, OF_STATISTICS, WITHOUT_EVENTS,
                                    OF_STATISTICS & ~PANE_BIT(PANE_PATH)};
    (void)state;
    for (int height = 10; height <= 100; height += 3)
        for (int width = 40; width <= 300; width += 13)
            for (int at = 0; at < 4 * PANE_COUNT; at++) {
                enum pane focus = (enum pane)(at / 4);
                struct layout layout = layout_make(width, height, focus, false, sets[at % 4]);
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
        cmocka_unit_test(test_every_pane_has_more_on_a_wide_screen),
        cmocka_unit_test(without_events_figures_have_their_room),
        cmocka_unit_test(test_statistics_have_their_breakdowns_in_place_of_figures),
        cmocka_unit_test(test_breakdowns_have_the_room_of_a_trend_of_one_period),
        cmocka_unit_test(test_problems_take_the_place_of_events_while_they_have_the_focus),
        cmocka_unit_test(test_zoom),
        cmocka_unit_test(test_too_small),
        cmocka_unit_test(test_panes_at_cells),
        cmocka_unit_test(test_panes_fill_every_screen_and_never_overlap),
        cmocka_unit_test(test_a_growing_screen_takes_no_row_from_any_pane),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
