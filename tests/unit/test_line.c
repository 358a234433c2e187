/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "view/draw/canvas.h"
#include "view/draw/line.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

static const char role_letters[] = "ptffhdsneitdgwbmcsk";

/* Checks the text, and a letter for the role of each byte: "p" plain, "e" export, "i" import ... */
static void assert_line(const struct line *line, const char *text, const char *roles)
{
    struct buffer found = {0};
    assert_string_equal(line->text.data, text);
    buffer_puts(&found, "");
    for (size_t i = 0; i < line->text.length; i++)
        buffer_putc(&found, role_letters[line_role_at(line, i)]);
    assert_string_equal(found.data, roles);
    for (size_t i = 0; i < line->span_count; i++)
        assert_true(line->spans[i].start < line->spans[i].end &&
                    line->spans[i].end <= line->text.length);
    buffer_release(&found);
}

static void pieces_keep_their_roles(void **state)
{
    struct line line = {0};
    (void)state;
    line_puts(&line, ROLE_EXPORT, "4.26");
    line_puts(&line, ROLE_PLAIN, " of ");
    line_printf(&line, ROLE_IMPORT, "%d", 61);
    assert_line(&line, "4.26 of 61", "eeeeppppii");
    assert_int_equal(line_role_at(&line, 99), ROLE_PLAIN);
    line_release(&line);
}

static void what_goes_in_is_made_visible(void **state)
{
    struct line line = {0};
    (void)state;
    line_add(&line, ROLE_PLAIN, (struct text){"a\x1b]0;x\n\0", 8});
    line_printf(&line, ROLE_PLAIN, "%s", "\xff");
    assert_string_equal(line.text.data, "a␛]0;x ␀<FF>");
    line_release(&line);
}

static void later_marks_win_and_leave_the_others_below(void **state)
{
    struct line line = {0};
    (void)state;
    line_puts(&line, ROLE_EXPORT, "export");
    line_mark(&line, ROLE_MATCH, 2, 4);
    line_mark(&line, ROLE_BAD, 3, 99);
    line_mark(&line, ROLE_BAD, 4, 2);
    line_mark(&line, ROLE_BAD, 50, 60);
    assert_line(&line, "export", "eembbb");
    line_release(&line);
}

static void joined_lines_bring_their_spans(void **state)
{
    struct line a = {0}, b = {0};
    (void)state;
    line_puts(&a, ROLE_EXPORT, "ab");
    line_puts(&b, ROLE_PLAIN, "c");
    line_puts(&b, ROLE_IMPORT, "d");
    line_join(&a, &b);
    line_release(&b);
    line_join(&a, &b);
    assert_line(&a, "abcd", "eepi");
    line_release(&a);
}

static void padding_fills_up_to_a_width(void **state)
{
    struct line line = {0};
    (void)state;
    line_puts(&line, ROLE_EXPORT, "中");
    line_pad(&line, 4);
    assert_line(&line, "中  ", "eeepp");
    line_pad(&line, 2);
    line_pad(&line, -3);
    assert_int_equal(line_cells(&line), 4);
    line_release(&line);
}

static void cut(const char *text, int cells, const char *mark, const char *expected,
                const char *roles)
{
    struct line line = {0};
    line_puts(&line, ROLE_PLAIN, "ab");
    line_puts(&line, ROLE_EXPORT, text);
    line_puts(&line, ROLE_IMPORT, "z");
    line_cut(&line, cells, mark);
    assert_line(&line, expected, roles);
    line_release(&line);
}

static void a_cut_line_ends_with_a_mark(void **state)
{
    (void)state;
    cut("cd", 5, ">", "abcdz", "ppeei");
    cut("cd", 4, ">", "abc>", "ppee");
    cut("cd", 3, ">", "ab>", "ppe");
    cut("cd", 2, ">", "a>", "pp");
    cut("cd", 1, ">", ">", "p");
    cut("cd", 0, ">", "", "");
    cut("cd", -5, ">", "", "");
    cut("cd", 4, "", "abcd", "ppee");
    cut("cd", 4, "…", "abc…", "ppeeee");
    cut("cd", 2, "...", "ab", "pp");
}

static void cutting_never_splits_a_character(void **state)
{
    (void)state;
    cut("中中", 4, ">", "ab >", "ppee");
    cut("中中", 5, ">", "ab中>", "ppeeee");
    cut("e\xcc\x81x", 4, ">", "abe\xcc\x81>", "ppeeee");
}

static void text_is_aligned_right(void **state)
{
    struct line line = {0};
    (void)state;
    line_puts(&line, ROLE_PLAIN, "x");
    line_add_right(&line, ROLE_EXPORT, text_of("4.26"), 6);
    assert_line(&line, "x  4.26", "pppeeee");
    line_clear(&line);
    line_add_right(&line, ROLE_EXPORT, text_of("61.44"), 4);
    assert_line(&line, "61.>", "eeee");
    line_add_right(&line, ROLE_EXPORT, text_of("7"), 0);
    assert_int_equal(line_cells(&line), 4);
    line_release(&line);
}

static void ascii_keeps_spans_over_their_text(void **state)
{
    struct line line = {0};
    (void)state;
    line_puts(&line, ROLE_PLAIN, "“a” ");
    line_puts(&line, ROLE_EXPORT, "€5");
    line_puts(&line, ROLE_PLAIN, "中");
    line_puts(&line, ROLE_IMPORT, "é");
    line_make_ascii(&line);
    assert_line(&line, "\"a\" EUR5?e", "ppppeeeepi");
    line_release(&line);
}

static void ascii_keeps_columns_in_their_places(void **state)
{
    struct line line = {0};
    (void)state;
    line_puts(&line, ROLE_PLAIN, "€5     10  中  x");
    line_make_ascii(&line);
    assert_string_equal(line.text.data, "EUR5   10  ?   x");
    line_release(&line);
}

static void random_lines_stay_whole(void **state)
{
    static const char *const pieces[] = {"a", "中", "é", "e\xcc\x81", "  ", "€", "…", "\xff", "👍"};
    (void)state;
    srand(1);
    for (int round = 0; round < 2000; round++) {
        struct line line = {0};
        for (int n = rand() % 20; n >= 0; n--)
            line_puts(&line, (enum role)(rand() % ROLE_COUNT), pieces[rand() % 9]);
        line_mark(&line, ROLE_MATCH, (size_t)(rand() % 20), (size_t)(rand() % 20));
        int cells = rand() % 20, before = line_cells(&line);
        if (rand() % 2)
            line_make_ascii(&line);
        else
            line_cut(&line, cells, "…");
        assert_true(text_is_utf8(buffer_text(&line.text)));
        if (before > cells && line.text.length && (unsigned char)line.text.data[0] >= 0x80)
            assert_int_equal(line_cells(&line), cells);
        for (size_t i = 0; i < line.span_count; i++)
            assert_true(line.spans[i].start <= line.spans[i].end &&
                        line.spans[i].end <= line.text.length);
        line_release(&line);
    }
}

static void rows_outside_a_canvas_are_discarded(void **state)
{
    struct canvas canvas;
    (void)state;
    canvas_init(&canvas, 10, 2, true);
    line_puts(canvas_line(&canvas, 1), ROLE_PLAIN, "second");
    line_puts(canvas_line(&canvas, 2), ROLE_PLAIN, "nowhere");
    assert_int_equal(canvas_line(&canvas, -1)->text.length, 0);
    assert_string_equal(canvas.lines[1].text.data, "second");
    assert_string_equal(canvas_sign(&canvas, "…", ">"), ">");
    canvas_release(&canvas);
    canvas_init(&canvas, -3, -3, false);
    assert_int_equal(canvas.height, 0);
    line_puts(canvas_line(&canvas, 0), ROLE_PLAIN, "nowhere");
    assert_string_equal(canvas_sign(&canvas, "…", ">"), "…");
    canvas_release(&canvas);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pieces_keep_their_roles),
        cmocka_unit_test(what_goes_in_is_made_visible),
        cmocka_unit_test(later_marks_win_and_leave_the_others_below),
        cmocka_unit_test(joined_lines_bring_their_spans),
        cmocka_unit_test(padding_fills_up_to_a_width),
        cmocka_unit_test(a_cut_line_ends_with_a_mark),
        cmocka_unit_test(cutting_never_splits_a_character),
        cmocka_unit_test(text_is_aligned_right),
        cmocka_unit_test(ascii_keeps_spans_over_their_text),
        cmocka_unit_test(ascii_keeps_columns_in_their_places),
        cmocka_unit_test(random_lines_stay_whole),
        cmocka_unit_test(rows_outside_a_canvas_are_discarded),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
