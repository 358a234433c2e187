/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "view/draw/wrapping.h"

#include "data/table/table.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define CLAIM 7

static void wrap(struct wrapping *wrapping, const char *text, int width, int indent)
{
    struct line line = {0};
    line_puts(&line, ROLE_PLAIN, text);
    wrapping_add(wrapping, &line, CLAIM, width, indent);
    line_release(&line);
}

static void assert_row(const struct wrapping *wrapping, size_t row, size_t paragraph,
                       const char *text)
{
    assert_true(row < wrapping->count);
    const char *data = wrapping->rows[row].line.text.data;
    assert_string_equal(data ? data : "", text);
    assert_int_equal(wrapping->rows[row].paragraph, paragraph);
    assert_int_equal(wrapping->rows[row].claim, CLAIM);
}

static void words_are_kept_whole_and_later_rows_hang(void **state)
{
    (void)state;
    struct wrapping wrapping = {0};
    wrap(&wrapping, "alpha beta gamma", 10, 2);
    assert_int_equal(wrapping.count, 2);
    assert_row(&wrapping, 0, 0, "alpha beta");
    assert_row(&wrapping, 1, 0, "  gamma");
    wrapping_release(&wrapping);
}

static void an_empty_paragraph_is_a_blank_row(void **state)
{
    (void)state;
    struct wrapping wrapping = {0};
    wrap(&wrapping, "", 10, 2);
    wrap(&wrapping, "x", 10, 2);
    assert_int_equal(wrapping.count, 2);
    assert_row(&wrapping, 0, 0, "");
    assert_row(&wrapping, 1, 1, "x");
    assert_int_equal(wrapping.paragraphs, 2);
    wrapping_release(&wrapping);
}

static void a_word_wider_than_the_row_is_broken_and_nothing_is_lost(void **state)
{
    (void)state;
    struct wrapping wrapping = {0};
    wrap(&wrapping, "abcdefghij", 4, 0);
    assert_int_equal(wrapping.count, 3);
    assert_row(&wrapping, 0, 0, "abcd");
    assert_row(&wrapping, 2, 0, "ij");
    wrapping_release(&wrapping);
}

static void an_indent_too_wide_for_the_row_is_left_out(void **state)
{
    (void)state;
    struct wrapping wrapping = {0};
    wrap(&wrapping, "ab cd", 3, 2);
    assert_row(&wrapping, 1, 0, "cd");
    wrapping_release(&wrapping);
}

static void no_width_is_too_small(void **state)
{
    (void)state;
    struct wrapping wrapping = {0};
    wrap(&wrapping, "ab", 0, 5);
    wrap(&wrapping, "\xe4\xb8\xad\xe6\x96\x87", 1, 0);
    wrap(&wrapping, "ab", -3, -1);
    assert_true(wrapping.count >= 5);
    wrapping_release(&wrapping);
}

static void wide_characters_take_two_cells(void **state)
{
    (void)state;
    struct wrapping wrapping = {0};
    wrap(&wrapping, "\xe4\xb8\xad\xe6\x96\x87\xe5\xad\x97", 5, 0);
    assert_row(&wrapping, 0, 0, "\xe4\xb8\xad\xe6\x96\x87");
    assert_row(&wrapping, 1, 0, "\xe5\xad\x97");
    wrapping_release(&wrapping);
}

static void styles_follow_their_text_into_the_next_row(void **state)
{
    (void)state;
    struct wrapping wrapping = {0};
    struct line line = {0};
    line_puts(&line, ROLE_PLAIN, "rose to ");
    line_puts(&line, ROLE_STRONG, "4.26 billion");
    wrapping_add(&wrapping, &line, NO_ROW, 12, 0);
    assert_int_equal(wrapping.count, 2);
    assert_string_equal(wrapping.rows[1].line.text.data, "billion");
    assert_int_equal(line_role_at(&wrapping.rows[0].line, 7), ROLE_PLAIN);
    assert_int_equal(line_role_at(&wrapping.rows[0].line, 8), ROLE_STRONG);
    assert_int_equal(line_role_at(&wrapping.rows[1].line, 0), ROLE_STRONG);
    line_release(&line);
    wrapping_release(&wrapping);
}

static void clearing_starts_again(void **state)
{
    (void)state;
    struct wrapping wrapping = {0};
    wrap(&wrapping, "x", 10, 0);
    wrapping_clear(&wrapping);
    wrap(&wrapping, "y", 10, 0);
    assert_int_equal(wrapping.count, 1);
    assert_row(&wrapping, 0, 0, "y");
    wrapping_release(&wrapping);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_kept_whole_and_later_rows_hang),
        cmocka_unit_test(an_empty_paragraph_is_a_blank_row),
        cmocka_unit_test(a_word_wider_than_the_row_is_broken_and_nothing_is_lost),
        cmocka_unit_test(an_indent_too_wide_for_the_row_is_left_out),
        cmocka_unit_test(no_width_is_too_small),
        cmocka_unit_test(wide_characters_take_two_cells),
        cmocka_unit_test(styles_follow_their_text_into_the_next_row),
        cmocka_unit_test(clearing_starts_again),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
