/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/array.h"
#include "view/draw/bar.h"
#include "view/draw/chart.h"
#include "view/draw/scale.h"

#include <float.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void assert_bar(double value, double full, int cells, const char *right, const char *left,
                       bool ascii)
{
    struct line line = {0};
    chart_bar(&line, ROLE_EXPORT, value, full, cells, BAR_RIGHTWARD, ascii);
    assert_string_equal(line.text.data, right);
    line_clear(&line);
    chart_bar(&line, ROLE_IMPORT, value, full, cells, BAR_LEFTWARD, ascii);
    assert_string_equal(line.text.data, left);
    line_release(&line);
}

static void bars_have_eighths_of_cells(void **state)
{
    (void)state;
    assert_bar(1, 2, 4, "██  ", "  ██", false);
    assert_bar(2, 2, 4, "████", "████", false);
    assert_bar(5, 32, 4, "▋   ", "   ▐", false); /* 5/8 of a cell */
    assert_bar(9, 32, 4, "█▏  ", "  ▕█", false); /* a cell and an eighth */
    assert_bar(15, 32, 4, "█▉  ", "  ██", false);
    assert_bar(4.26, 61.44, 10, "▊         ", "         ▐", false);
    assert_bar(1, 2, 4, "##  ", "  ##", true);
}

static void bars_tell_nothing_from_little_and_unknown(void **state)
{
    (void)state;
    assert_bar(1e-9, 1, 3, "▎  ", "  ▐", false);
    assert_bar(1, 24, 3, "▎  ", "  ▐", false); /* an eighth of a cell, not the sign for zero */
    assert_bar(0, 1, 3, "▏  ", "  ▕", false);
    assert_bar(NAN, 1, 3, "·  ", "  ·", false);
    assert_bar(1e-9, 1, 3, "#  ", "  #", true);
    assert_bar(0, 1, 3, "|  ", "  |", true);
    assert_bar(NAN, 1, 3, ".  ", "  .", true);
    assert_bar(-1, 1, 3, "   ", "   ", false);
}

static void bars_are_as_wide_as_asked_for(void **state)
{
    static const double values[] = {0,   1e-300, 0.3, 0.94,     0.999999,  1,  1.01,
                                    100, 1e308,  -1,  INFINITY, -INFINITY, NAN};
    struct line line = {0};
    (void)state;
    for (size_t i = 0; i < ARRAY_LENGTH(values); i++)
        for (size_t j = 0; j < ARRAY_LENGTH(values); j++)
            for (int cells = -1; cells < 30; cells++)
                for (int kind = 0; kind < 4; kind++) {
                    line_clear(&line);
                    chart_bar(&line, ROLE_EXPORT, values[i], values[j], cells,
                              kind & 1 ? BAR_LEFTWARD : BAR_RIGHTWARD, kind & 2);
                    assert_int_equal(line_cells(&line), cells > 0 ? cells : 0);
                }
    line_release(&line);
}

static void assert_scale(double low, double high, int rows, double first, double step,
                         int rows_per_step)
{
    struct scale scale;
    assert_true(scale_find(&scale, (struct range){low, high}, rows, 2));
    assert_float_equal(scale.low, first, 1e-12);
    assert_float_equal(scale.step, step, 1e-12);
    assert_int_equal(scale.rows_per_step, rows_per_step);
    assert_int_equal(scale.step_count, rows / rows_per_step);
}

static void scales_have_round_steps(void **state)
{
    (void)state;
    assert_scale(0, 100, 8, 0, 25, 2);
    assert_scale(0, 100, 10, 0, 20, 2);
    assert_scale(0, 65.7, 9, 0, 25, 3);
    assert_scale(-57.2, 12, 10, -60, 20, 2);
    assert_scale(0, 1, 2, 0, 1, 2);
    assert_scale(0, 0.07, 8, 0, 0.02, 2);
}

/*
 * The range is covered, there are at least two ticks, not too close, and the step is a round
 * number.
 */
static void scales_fit_any_range(void **state)
{
    (void)state;
    srand(1);
    for (int round = 0; round < 20000; round++) {
        double size = pow(10, rand() % 40 - 20) * (1 + rand() % 999);
        double low = rand() % 3 ? size * (rand() % 100 - 50) / 10 : 0;
        struct range range = {low, low + size};
        struct scale scale;
        int rows = 4 + rand() % 60;
        assert_true(scale_find(&scale, range, rows, 2));
        assert_true(scale.rows_per_step >= 2 && scale.step_count >= 1);
        assert_true(scale.rows_per_step * scale.step_count <= rows);
        assert_true(scale.low <= range.low + size * 1e-9);
        assert_true(scale.low + scale.step * rows / scale.rows_per_step >=
                    range.high - size * 1e-9);
        double mantissa = scale.step / pow(10, floor(log10(scale.step) + 1e-9));
        assert_true(fabs(mantissa - 1) < 1e-6 || fabs(mantissa - 2) < 1e-6 ||
                    fabs(mantissa - 2.5) < 1e-6 || fabs(mantissa - 5) < 1e-6);
    }
}

static void assert_label(double low, double step, int n, const char *expected)
{
    char label[SCALE_LABEL_SIZE];
    struct scale scale = {low, step, 2, 4};
    scale_write_label(&scale, n, label);
    assert_string_equal(label, expected);
}

static void labels_have_the_decimals_of_the_step(void **state)
{
    (void)state;
    assert_label(0, 25, 1, "25");
    assert_label(0, 2.5, 2, "5.0");
    assert_label(0, 0.25, 3, "0.75");
    assert_label(-0.3, 0.1, 3, "0.0");
    assert_label(0, 5e8, 1, "5e+08");
    assert_label(0, 1e-7, 2, "2e-07");
    assert_label(-60, 20, 0, "-60");
}

static void assert_picture(const struct chart *chart, int width, int height, bool ascii,
                           const char *expected)
{
    struct canvas canvas;
    struct buffer picture = {0};
    canvas_init(&canvas, width, height, ascii);
    buffer_puts(&picture, "");
    chart_draw(&canvas, 0, height, chart);
    for (int row = 0; row < height; row++) {
        buffer_append_text(&picture, buffer_text(&canvas.lines[row].text));
        buffer_putc(&picture, '\n');
    }
    assert_string_equal(picture.data, expected);
    buffer_release(&picture);
    canvas_release(&canvas);
}

/* India's trade with Russia, US$ bn: 65.7 in FY2023-24, up 33 %; the target is 100 "by 2030". */
static const struct chart_point seen[] = {
    {2022.25, 13.1e9, "●", "*", ROLE_PLAIN, "13.1", false},
    {2023.25, 49.4e9, "○", "o", ROLE_DERIVED, "49.4 implied", false},
    {2024.25, 65.7e9, "●", "*", ROLE_EXPORT, "65.7", true},
};
static const struct chart_point to_fiscal_2029[] = {
    {.x = 2024.25, .y = 65.7e9},
    {2030.25, 100e9, "◎", "@", ROLE_TARGET, "target", false},
};
static const struct chart_point to_fiscal_2030[] = {
    {.x = 2024.25, .y = 65.7e9},
    {2031.25, 100e9, "◎", "@", ROLE_TARGET, NULL, false},
};
static const struct chart_curve path_curves[] = {
    {to_fiscal_2029, 2, CHART_DOTTED, ROLE_TARGET},
    {to_fiscal_2030, 2, CHART_DOTTED, ROLE_TARGET},
    {seen, 3, CHART_SOLID, ROLE_PLAIN},
};
static const struct chart_tick path_ticks[] = {
    {2022.25, "FY2021-22"}, {2024.25, "FY2023-24"}, {2026.25, "FY2025-26"},
    {2028.25, "FY2027-28"}, {2030.25, "FY2029-30"}, {2031.25, "FY2030-31"},
};
static const struct chart path = {path_curves, 3, path_ticks, 6,   2022.25,
                                  2031.25,     0, 0,          1e9, "US$ bn"};

/* clang-format off */
static void the_path_is_drawn_in_braille(void **state)
{
    (void)state;
    assert_picture(&path, 60, 12, false,
                   "US$ bn\n"
                   "    │                                          target\n"
                   "100 ┤                                         ⡀⡀⡀⠄◎⡀⡀⡀⠄◎\n"
                   "    │                           ⡀⡀⡀⡀⡄⡄⡄⠆⠆⠆⠅⠃⠃⠃⠁⠁⠁⠁\n"
                   " 75 ┤         65.7 ⡀⡀⡀⡄⠄⠄⠄⠆⠂⠂⠃⠃⠁⠁⠁⠁\n"
                   "    │         ⣀⠤⠒●⠁\n"
                   " 50 ┤      ○⠒⠉\n"
                   "    │    ⡠⠊  49.4 implied\n"
                   " 25 ┤  ⢀⠔⠁\n"
                   "    │ ●⠁13.1\n"
                   "  0 ┴─┬──────────┬──────────┬──────────┬──────────┴────┬────\n"
                   "  FY2021-22  FY2023-24  FY2025-26  FY2027-28       FY2030-31\n");
}

static void the_path_is_drawn_in_ascii(void **state)
{
    (void)state;
    assert_picture(&path, 60, 12, true,
                   "US$ bn\n"
                   "    |                                          target\n"
                   "100 +                                          . .@  . @\n"
                   "    |                              . . . : : ' ' ' '\n"
                   " 75 +          65.7  . . . : ' ' ' '\n"
                   "    |         ---* '\n"
                   " 50 +      o--\n"
                   "    |    //  49.4 implied\n"
                   " 25 +  //\n"
                   "    | * 13.1\n"
                   "  0 +-+----------+----------+----------+----------+----+----\n"
                   "  FY2021-22  FY2023-24  FY2025-26  FY2027-28       FY2030-31\n");
}

static void the_least_chart_keeps_unit_axes_and_ends(void **state)
{
    (void)state;
    assert_picture(&path, 40, 4, false,
                   "100 ┤ US$ bn     ⢀⢀⢀⢀⢀⢀⢀⢀⢀⢀⢠⢠⢠⠠⠠◎⠠⠠◎\n"
                   "    │  ⢀⣀○⠔⠒●⠈65.7              target\n"
                   "  0 ┴─●─────┴──────┬─────┴──────┴──┬────\n"
                   "  FY2021-22    FY2025-26       FY2030-31\n");
}

static void a_line_separates_values_on_both_sides_of_zero(void **state)
{
    static const struct chart_point points[] = {
        {1, -57.2, "●", "*", ROLE_PLAIN, "-57.2", false},
        {.x = 2, .y = 12},
        {3, -6.6, "●", "*", ROLE_PLAIN, "-6.6", false},
    };
    const struct chart_curve curve = {points, 3, CHART_SOLID, ROLE_PLAIN};
    const struct chart chart = {.curves = &curve, .curve_count = 1, .x_low = 1, .x_high = 3};
    (void)state;
    assert_picture(&chart, 40, 11, true,
                   " 40 +\n"
                   "    |\n"
                   " 20 +\n"
                   "    |                 //-----\n"
                   "  0 +. . . . . . . /// . . . --------. .\n"
                   "    |            //                  --*\n"
                   "-20 +         ///                   -6.6\n"
                   "    |       //\n"
                   "-40 +     //\n"
                   "    | -57.2\n"
                   "-60 +-*---------------------------------\n");
}

static void a_chart_of_nothing_is_blank(void **state)
{
    const struct chart nothing = {.y_title = "US$ bn"};
    (void)state;
    assert_picture(&nothing, 24, 7, true,
                   "US$ bn\n"
                   "    |\n"
                   "1.0 +\n"
                   "    |\n"
                   "0.5 +\n"
                   "    |\n"
                   "0.0 +-------------------\n");
    assert_picture(&nothing, 19, 7, true, "US$ bn\n\n\n\n\n\n\n");
    assert_picture(&nothing, 60, 3, true, "US$ bn\n\n\n");
    assert_picture(&nothing, 0, 0, true, "");
}
/* clang-format on */

/* The line is drawn up to the gap and again after it; a single point has its mark. */
static void points_that_are_no_numbers_are_gaps(void **state)
{
    const double values[] = {NAN, INFINITY, -INFINITY, 1e300};
    (void)state;
    for (size_t i = 0; i < ARRAY_LENGTH(values); i++) {
        const struct chart_point points[] = {
            {1, 4, "*", "*", ROLE_PLAIN, NULL, false},
            {2, values[i], "*", "*", ROLE_PLAIN, "never", false},
            {3, 4, "*", "*", ROLE_PLAIN, NULL, false},
        };
        const struct chart_curve curve = {points, 3, CHART_SOLID, ROLE_PLAIN};
        const struct chart chart = {.curves = &curve, .curve_count = 1, .x_low = 1, .x_high = 3};
        assert_picture(&chart, 20, 5, true,
                       "4 + *              *\n"
                       "  |\n"
                       "2 +\n"
                       "  |\n"
                       "0 +-----------------\n");
    }
}

static void curves_and_labels_have_roles(void **state)
{
    struct canvas canvas;
    (void)state;
    canvas_init(&canvas, 60, 12, true);
    chart_draw(&canvas, 0, 12, &path);
    const struct line *row = &canvas.lines[5]; /* "    |         ---* '" */
    assert_int_equal(line_role_at(row, 4), ROLE_DIM);
    assert_int_equal(line_role_at(row, 14), ROLE_PLAIN);
    assert_int_equal(line_role_at(row, 17), ROLE_CURSOR);
    assert_int_equal(line_role_at(row, 19), ROLE_TARGET);
    assert_int_equal(line_role_at(&canvas.lines[6], 11), ROLE_DERIVED);
    assert_int_equal(line_role_at(&canvas.lines[11], 4), ROLE_DIM);
    canvas_release(&canvas);
}

static void a_chart_leaves_the_other_rows_alone(void **state)
{
    struct canvas canvas;
    (void)state;
    canvas_init(&canvas, 40, 10, false);
    line_puts(canvas_line(&canvas, 1), ROLE_PLAIN, "above");
    line_puts(canvas_line(&canvas, 2), ROLE_PLAIN, "old");
    line_puts(canvas_line(&canvas, 9), ROLE_PLAIN, "below");
    chart_draw(&canvas, 2, 7, &path);
    assert_string_equal(canvas.lines[1].text.data, "above");
    assert_string_equal(canvas.lines[2].text.data, "US$ bn                       target");
    assert_string_equal(canvas.lines[9].text.data, "below");
    chart_draw(&canvas, -3, 5, &path);
    chart_draw(&canvas, 8, 50, &path);
    canvas_release(&canvas);
}

static void hostile_words_stay_in_their_cells(void **state)
{
    const struct chart_point point = {1, 1, "中", "\x1b", ROLE_PLAIN, "\x1b[2J\xff中€", false};
    const struct chart_curve curve = {&point, 1, CHART_SOLID, ROLE_PLAIN};
    const struct chart_tick tick = {1, "\xe2\x80\xae中"};
    const struct chart chart = {&curve, 1, &tick, 1,   0,
                                2,      0, 0,     NAN, "\n\x9b中中中中中中中中中中中中中中中中"};
    (void)state;
    for (int ascii = 0; ascii <= 1; ascii++)
        for (int width = 0; width < 60; width++) {
            struct canvas canvas;
            canvas_init(&canvas, width, 9, ascii);
            chart_draw(&canvas, 0, 9, &chart);
            for (int row = 0; row < 9; row++) {
                assert_true(line_cells(&canvas.lines[row]) <= width);
                for (size_t i = 0; i < canvas.lines[row].text.length; i++)
                    assert_true((unsigned char)canvas.lines[row].text.data[i] >= ' ');
            }
            canvas_release(&canvas);
        }
}

static double random_value(void)
{
    static const double values[] = {0,       1,       -1,      NAN,      INFINITY, -INFINITY,
                                    DBL_MAX, 1e-308,  5e-324,  -DBL_MAX, 1e100,    1e99,
                                    65.7e9,  2024.25, 2024.25, -1e-300};
    size_t pick = (size_t)rand() % (ARRAY_LENGTH(values) * 2);
    return pick < ARRAY_LENGTH(values) ? values[pick] : (double)(rand() % 2001 - 1000) / 7;
}

static void assert_lines_are_sound(const struct canvas *canvas)
{
    for (int row = 0; row < canvas->height; row++) {
        const struct line *line = &canvas->lines[row];
        assert_true(line_cells(line) <= canvas->width);
        assert_true(text_is_utf8(buffer_text(&line->text)));
        for (size_t i = 0; canvas->ascii && i < line->text.length; i++)
            assert_in_range(line->text.data[i], ' ', '~');
    }
}

static void random_charts_are_sound(void **state)
{
    static const char *const labels[] = {NULL, "", "FY2023-24", "65.7", "a rather long label, é中"};
    enum { POINTS = 12, CURVES = 3, TICKS = 8 };
    (void)state;
    srand(1);
    for (int round = 0; round < 3000; round++) {
        struct chart_point points[POINTS];
        struct chart_curve curves[CURVES];
        struct chart_tick ticks[TICKS];
        for (size_t i = 0; i < POINTS; i++)
            points[i] = (struct chart_point){
                random_value(),          random_value(), rand() % 2 ? "●" : NULL,
                rand() % 2 ? "*" : NULL, ROLE_IMPORT,    labels[rand() % 5],
                rand() % 5 == 0};
        for (size_t i = 0; i < CURVES; i++)
            curves[i] = (struct chart_curve){points + i * 4, (size_t)(rand() % 5),
                                             (enum chart_style)(rand() % 3), ROLE_EXPORT};
        for (size_t i = 0; i < TICKS; i++)
            ticks[i] = (struct chart_tick){random_value(), labels[rand() % 5]};
        const struct chart chart = {curves,         (size_t)(rand() % (CURVES + 1)),
                                    ticks,          (size_t)(rand() % TICKS),
                                    random_value(), random_value(),
                                    random_value(), random_value(),
                                    random_value(), labels[rand() % 5]};
        struct canvas canvas;
        int height = rand() % 30;
        canvas_init(&canvas, rand() % 130, height, rand() % 2);
        chart_draw(&canvas, 0, height, &chart);
        assert_lines_are_sound(&canvas);
        canvas_release(&canvas);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(bars_have_eighths_of_cells),
        cmocka_unit_test(bars_tell_nothing_from_little_and_unknown),
        cmocka_unit_test(bars_are_as_wide_as_asked_for),
        cmocka_unit_test(scales_have_round_steps),
        cmocka_unit_test(scales_fit_any_range),
        cmocka_unit_test(labels_have_the_decimals_of_the_step),
        cmocka_unit_test(the_path_is_drawn_in_braille),
        cmocka_unit_test(the_path_is_drawn_in_ascii),
        cmocka_unit_test(the_least_chart_keeps_unit_axes_and_ends),
        cmocka_unit_test(a_line_separates_values_on_both_sides_of_zero),
        cmocka_unit_test(a_chart_of_nothing_is_blank),
        cmocka_unit_test(points_that_are_no_numbers_are_gaps),
        cmocka_unit_test(curves_and_labels_have_roles),
        cmocka_unit_test(a_chart_leaves_the_other_rows_alone),
        cmocka_unit_test(hostile_words_stay_in_their_cells),
        cmocka_unit_test(random_charts_are_sound),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
