/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "view/draw/themes.h"
#include "view/settings.h"

#include "base/array.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

static int parsed(const char *text)
{
    struct error error = {0};
    int color;
    if (!color_parse(text_of(text), &color, &error))
        fail_msg("%s", error.text);
    return color;
}

/*
 * The examples of https://www.w3.org/TR/WCAG21/: black on white is 21; and #767676 is the lightest
 * gray with 4.5 on white (WebAIM).
 */
static void contrast_is_that_of_wcag(void **state)
{
    (void)state;
    assert_true(color_contrast(0x000000, 0xffffff) > 20.99);
    assert_true(color_contrast(0xffffff, 0x000000) < 21.01);
    assert_true(color_contrast(0x767676, 0xffffff) >= 4.5);
    assert_true(color_contrast(0x777777, 0xffffff) < 4.5);
    assert_true(color_contrast(0xff0000, 0xffffff) > 3.99 &&
                color_contrast(0xff0000, 0xffffff) < 4.01);
}

/* Colours 16 to 255 as xterm's 256colres.h has them. */
static void the_palette_is_that_of_xterm(void **state)
{
    (void)state;
    assert_int_equal(color_rgb(16), 0x000000);
    assert_int_equal(color_rgb(17), 0x00005f);
    assert_int_equal(color_rgb(67), 0x5f87af);
    assert_int_equal(color_rgb(231), 0xffffff);
    assert_int_equal(color_rgb(232), 0x080808);
    assert_int_equal(color_rgb(255), 0xeeeeee);
    assert_int_equal(color_nearest(parsed("#5f87af"), 256), 67);
    assert_int_equal(color_nearest(parsed("#fe0100"), 16), 9);
    assert_int_equal(color_nearest(9, 8), 1);
    assert_int_equal(color_nearest(parsed("#123456"), COLORS_MIXED), parsed("#123456"));
    assert_int_equal(color_nearest(COLOR_OWN, 8), COLOR_OWN);
}

static void assert_written(const char *text)
{
    struct buffer out = {0};
    color_write(&out, parsed(text));
    assert_string_equal(out.data, text);
    buffer_release(&out);
}

static void colours_are_read_and_written(void **state)
{
    static const char *const wrong[] = {"",    "reddish",  "256",     "-1",  "#12345",
                                        "1 2", "#1234567", "#12345g", "0x10"};
    (void)state;
    assert_written("default");
    assert_written("red");
    assert_written("bright-white");
    assert_written("240");
    assert_written("#0a5fff");
    for (size_t i = 0; i < ARRAY_LENGTH(wrong); i++) {
        struct error error = {0};
        int color;
        assert_false(color_parse(text_of(wrong[i]), &color, &error));
        assert_true(error.is_misuse);
        error_release(&error);
    }
}

static void assert_answer(const char *answer, unsigned expected)
{
    unsigned rgb = 0;
    assert_true(color_parse_answer(text_of(answer), &rgb));
    assert_int_equal(rgb, expected);
}

/* The forms of XParseColor(3), and those that terminals answer. */
static void answers_of_terminals_are_read(void **state)
{
    static const char *const wrong[] = {"",    "rgb:",      "rgb:12/34", "rgb:1/2/",
                                        "#12", "rgb:x/y/z", "hsl:1/2/3"};
    unsigned rgb;
    (void)state;
    assert_answer("rgb:1e1e/2020/ffff", 0x1e20ff);
    assert_answer("rgb:f/8/0", 0xff8800);
    assert_answer("rgba:00/80/ff/ff", 0x0080ff);
    assert_answer("#1e20ff", 0x1e20ff);
    for (size_t i = 0; i < ARRAY_LENGTH(wrong); i++)
        assert_false(color_parse_answer(text_of(wrong[i]), &rgb));
}

/* The lowest contrast of a text to a background of the terminal. */
static void assert_contrast(enum theme theme, int colors, unsigned ground, double least)
{
    struct paint plain = theme_paint(theme, ROLE_PLAIN, colors);
    for (enum role role = 0; role < ROLE_COUNT; role++) {
        struct paint paint = theme_paint(theme, role, colors);
        if (paint.text == COLOR_OWN) /* the user's own colours */
            paint.text = plain.text;
        if (paint.ground == COLOR_OWN)
            paint.ground = plain.ground;
        assert_false(paint.attributes & PAINT_DIM);
        if (paint.text == COLOR_OWN)
            continue;
        unsigned behind = paint.ground == COLOR_OWN ? ground : color_rgb(paint.ground);
        double contrast = color_contrast(color_rgb(paint.text), behind);
        if (contrast < least)
            fail_msg("%s, %d colours: %.2f on %06x", role_table[role].name, colors, contrast,
                     behind);
    }
}

static void every_role_can_be_read_on_its_background(void **state)
{
    static const int palettes[] = {256, COLORS_MIXED};
    (void)state;
    for (size_t i = 0; i < ARRAY_LENGTH(palettes); i++) {
        assert_contrast(THEME_DARK, palettes[i], 0x000000, 4.5);
        assert_contrast(THEME_DARK, palettes[i], 0x1e1e1e, 4.5);
        assert_contrast(THEME_DARK, palettes[i], 0x303030, 4.5);
        assert_contrast(THEME_LIGHT, palettes[i], 0xffffff, 4.5);
        assert_contrast(THEME_LIGHT, palettes[i], 0xfdf6e3, 4.5);
        assert_contrast(THEME_LIGHT, palettes[i], 0xeeeeee, 4.5);
        assert_contrast(THEME_CONTRAST, palettes[i], 0x808080, 7);
        /* Tones for any background reach 4.5 on one of the two, and nearly that on the other. */
        assert_contrast(THEME_AUTO, palettes[i], 0x000000, 3.8);
        assert_contrast(THEME_AUTO, palettes[i], 0xffffff, 3.8);
    }
}

static bool is_same(struct paint a, struct paint b)
{
    return a.text == b.text && a.ground == b.ground && a.attributes == b.attributes;
}

/* Sides of a bar, and what is good or bad, must not look the same. */
static void opposites_differ_in_every_theme_with_colours(void **state)
{
    static const enum role pairs[][2] = {
        {ROLE_EXPORT, ROLE_IMPORT}, {ROLE_GOOD, ROLE_BAD}, {ROLE_PLAIN, ROLE_MATCH}};
    static const int palettes[] = {8, 16, 256, COLORS_MIXED};
    (void)state;
    for (enum theme theme = 0; theme < THEME_COUNT; theme++)
        for (size_t i = 0; i < ARRAY_LENGTH(pairs) * ARRAY_LENGTH(palettes); i++) {
            const enum role *pair = pairs[i % ARRAY_LENGTH(pairs)];
            int colors = palettes[i / ARRAY_LENGTH(pairs)];
            if (theme != THEME_MONO)
                assert_false(is_same(theme_paint(theme, pair[0], colors),
                                     theme_paint(theme, pair[1], colors)));
        }
}

static void no_theme_has_a_colour_that_the_terminal_lacks(void **state)
{
    static const int palettes[] = {0, 8, 16, 256};
    (void)state;
    for (enum theme theme = 0; theme < THEME_COUNT; theme++)
        for (enum role role = 0; role < ROLE_COUNT; role++)
            for (size_t i = 0; i < ARRAY_LENGTH(palettes); i++) {
                struct paint paint = theme_paint(theme, role, palettes[i]);
                assert_true(paint.text < palettes[i] && paint.ground < palettes[i]);
                if (theme == THEME_MONO || !palettes[i])
                    assert_true(paint.text == COLOR_OWN && paint.ground == COLOR_OWN);
            }
}

static void settings_decide_the_theme(void **state)
{
    struct settings settings;
    struct error error = {0};
    (void)state;
    settings_init(&settings);
    settings_note_terminal(&settings, (struct terminal_facts){256, THEME_LIGHT});
    assert_int_equal(settings_theme(&settings), THEME_LIGHT);
    assert_true(settings_set(&settings, SETTING_THEME, text_of("dark"), &error));
    assert_int_equal(settings_theme(&settings), THEME_DARK);
    settings_paint(&settings, ROLE_EXPORT, (struct paint){9, COLOR_OWN, PAINT_BOLD});
    assert_int_equal(settings_paint_of(&settings, ROLE_EXPORT).text, 9);
    settings_note_terminal(&settings, (struct terminal_facts){0, THEME_AUTO});
    assert_int_equal(settings_paint_of(&settings, ROLE_EXPORT).text, COLOR_OWN);
    assert_int_equal(settings_paint_of(&settings, ROLE_EXPORT).attributes, PAINT_BOLD);
    settings_reset(&settings);
    assert_int_equal(settings_theme(&settings), THEME_AUTO);
    assert_int_equal(settings_paint_of(&settings, ROLE_EXPORT).attributes, 0);
    assert_false(settings_set(&settings, SETTING_THEME, text_of("drak"), &error));
    assert_string_equal(error.text,
                        "`theme` is auto, dark, light, contrast, mono or 16, not `drak`");
    error_release(&error);
    settings_release(&settings);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(contrast_is_that_of_wcag),
        cmocka_unit_test(the_palette_is_that_of_xterm),
        cmocka_unit_test(colours_are_read_and_written),
        cmocka_unit_test(answers_of_terminals_are_read),
        cmocka_unit_test(every_role_can_be_read_on_its_background),
        cmocka_unit_test(opposites_differ_in_every_theme_with_colours),
        cmocka_unit_test(no_theme_has_a_colour_that_the_terminal_lacks),
        cmocka_unit_test(settings_decide_the_theme),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
