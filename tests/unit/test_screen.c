/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "view/screen.h"

#include "workspace_builder.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void period_cover_find(struct workspace *workspace, struct canvas *canvas, int width,
                              int height)
{
    canvas_init(canvas, width, height, workspace->look.ascii);
    screen_compose(workspace, NULL, canvas, NULL, 0);
}

static void draw(struct workspace *workspace, int width, int height)
{
    struct canvas canvas;
    period_cover_find(workspace, &canvas, width, height);
    canvas_release(&canvas);
}

static bool shows(struct workspace *workspace, int width, int height, const char *text)
{
    struct canvas canvas;
    bool is_shown = false;
    period_cover_find(workspace, &canvas, width, height);
    for (int row = 0; row < height; row++)
        is_shown |= canvas.lines[row].text.data && strstr(canvas.lines[row].text.data, text);
    canvas_release(&canvas);
    return is_shown;
}

/* Nothing is wider than the screen, whatever is open, at any size. */
static void assert_fits(struct workspace *workspace, int width, int height)
{
    struct canvas canvas;
    period_cover_find(workspace, &canvas, width, height);
    for (int row = 0; row < height; row++) {
        const struct line *line = canvas_line(&canvas, row);
        assert_true(line_cells(line) <= width);
        for (size_t i = 0; workspace->look.ascii && i < line->text.length; i++)
            assert_in_range(line->text.data[i], ' ', '~');
    }
    canvas_release(&canvas);
}

static void assert_fits_everywhere(struct workspace *workspace)
{
    static const int sizes[][2] = {{0, 0},   {1, 1},   {39, 9},  {40, 10},  {41, 11},
                                   {60, 15}, {79, 23}, {80, 24}, {119, 33}, {120, 34},
                                   {200, 5}, {20, 60}, {200, 60}};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++)
        for (int pane = 0; pane < PANE_COUNT; pane++) {
            workspace_focus(workspace, (enum pane)pane);
            assert_fits(workspace, sizes[i][0], sizes[i][1]);
            workspace->is_zoomed = !workspace->is_zoomed;
            assert_fits(workspace, sizes[i][0], sizes[i][1]);
        }
}

static const char *const hostile =
    "kind,period,reporter,partner,flow,value,unit,text,quote,source,note\n"
    "figure,2023,\033[31mInd\007ia,\xe4\xb8\xad\xe5\x9b\xbd\xe2\x80\xae,export,4.26,USD bn,"
    "\033]0;x\007,\"\xe4\xb8\xad\xe4\xb8\xad \xff\xfe e\xcc\x81\xcc\x81\xcc\x81 "
    "\xf0\x9f\x87\xae\xf0\x9f\x87\xb3 4.26\",\xc2\x9b,\xe2\x82\xac\xef\xbf\xbd\n"
    "figure,2024,a,b,import,999999999999999999999999,USD bn,,,,\n"
    "target,2030,a,b,total,1,USD,,,,\n"
    "figure,2024,a,b,export,x,USD bn,,,,\n";

static void nothing_is_wider_than_the_screen(void **state)
{
    (void)state;
    const char *const files[] = {NULL, SIX_CLAIMS, hostile, "", "kind,period,value,unit,flow\n"};
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        struct workspace workspace;
        build_workspace(&workspace, files[i]);
        assert_fits_everywhere(&workspace);
        workspace.look.ascii = true;
        assert_fits_everywhere(&workspace);
        close_workspace(&workspace);
    }
}

static void a_resize_keeps_selection_and_pane(void **state)
{
    (void)state;
    struct workspace workspace;
    build_workspace(&workspace, SIX_CLAIMS);
    workspace_focus(&workspace, PANE_FIGURES);
    workspace_select(&workspace, 1);
    draw(&workspace, 200, 60);
    draw(&workspace, 10, 3);
    draw(&workspace, 80, 24);
    assert_int_equal(workspace.model->selection.row, 1);
    assert_int_equal(workspace.focus, PANE_FIGURES);
    assert_true(shows(&workspace, 80, 24, "[3 Figures"));
    close_workspace(&workspace);
}

static void a_window_too_small_says_what_it_takes(void **state)
{
    (void)state;
    struct workspace workspace;
    build_workspace(&workspace, SIX_CLAIMS);
    assert_true(shows(&workspace, 39, 10, "The window is too small: 40x10 or more"));
    assert_true(shows(&workspace, 40, 9, "too small"));
    assert_false(shows(&workspace, 40, 10, "too small"));
    close_workspace(&workspace);
}

static void a_click_selects_and_a_double_click_opens(void **state)
{
    (void)state;
    struct workspace workspace;
    build_workspace(&workspace, SIX_CLAIMS);
    workspace_focus(&workspace, PANE_FIGURES);
    draw(&workspace, 80, 24);
    /* Rows: title, headline, tabs, header, then target, exports, imports, China. */
    screen_click(&workspace, 80, 24, 6, 10, false);
    assert_int_equal(workspace.model->selection.row, 1);
    assert_int_equal(workspace.focus, PANE_FIGURES);
    screen_click(&workspace, 80, 24, 4, 10, true);
    assert_int_equal(workspace.model->selection.row, 3);
    assert_int_equal(workspace.focus, PANE_SOURCE);
    close_workspace(&workspace);
}

static void a_click_on_a_tab_opens_the_pane(void **state)
{
    (void)state;
    struct workspace workspace;
    build_workspace(&workspace, SIX_CLAIMS);
    draw(&workspace, 80, 24);
    screen_click(&workspace, 80, 24, 2, 20, false); /* "[1 Balance US$ bn] 2 Path" */
    assert_int_equal(workspace.focus, PANE_PATH);
    draw(&workspace, 40, 10);
    screen_click(&workspace, 40, 10, 2, 31, false); /* " 1[2 Path to $100bn by 2030] 3 4" */
    assert_int_equal(workspace.focus, PANE_EVENTS);
    close_workspace(&workspace);
}

static void a_click_anywhere_does_no_harm(void **state)
{
    (void)state;
    struct workspace workspace;
    build_workspace(&workspace, SIX_CLAIMS);
    const int sizes[][2] = {{80, 24}, {120, 34}, {40, 10}, {5, 5}};
    for (size_t size = 0; size < sizeof sizes / sizeof *sizes; size++)
        for (int row = -1; row <= sizes[size][1]; row++)
            for (int column = -1; column <= sizes[size][0]; column += 7) {
                draw(&workspace, sizes[size][0], sizes[size][1]);
                screen_click(&workspace, sizes[size][0], sizes[size][1], row, column, row % 2 == 0);
                screen_scroll(&workspace, sizes[size][0], sizes[size][1], row, column, 3);
                screen_scroll(&workspace, sizes[size][0], sizes[size][1], row, column, -3);
            }
    close_workspace(&workspace);
}

static void the_wheel_scrolls_the_list_below_it(void **state)
{
    (void)state;
    struct workspace workspace;
    build_workspace(&workspace, NULL);
    workspace_focus(&workspace, PANE_EVENTS);
    draw(&workspace, 80, 24);
    size_t first = workspace.model->selection.row;
    screen_scroll(&workspace, 80, 24, 8, 10, 3);
    assert_int_equal(workspace.views[PANE_EVENTS].list.top, 3);
    assert_int_not_equal(workspace.model->selection.row, first);
    screen_scroll(&workspace, 80, 24, 8, 10, -3);
    assert_int_equal(workspace.views[PANE_EVENTS].list.top, 0);
    close_workspace(&workspace);
}

static void a_message_of_many_lines_stays_on_the_screen(void **state)
{
    (void)state;
    struct workspace workspace;
    build_workspace(&workspace, SIX_CLAIMS);
    model_set_message(workspace.model, MESSAGE_ERROR, "one\ntwo\nthree");
    assert_true(shows(&workspace, 80, 24, "one"));
    assert_true(shows(&workspace, 40, 10, "three"));
    for (int i = 0; i < 6; i++)
        model_set_message(workspace.model, MESSAGE_ERROR, "%s\n%s", workspace.model->message.text,
                          workspace.model->message.text);
    draw(&workspace, 40, 10);
    close_workspace(&workspace);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_is_wider_than_the_screen),
        cmocka_unit_test(a_resize_keeps_selection_and_pane),
        cmocka_unit_test(a_window_too_small_says_what_it_takes),
        cmocka_unit_test(a_click_selects_and_a_double_click_opens),
        cmocka_unit_test(a_click_on_a_tab_opens_the_pane),
        cmocka_unit_test(a_click_anywhere_does_no_harm),
        cmocka_unit_test(the_wheel_scrolls_the_list_below_it),
        cmocka_unit_test(a_message_of_many_lines_stays_on_the_screen),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
