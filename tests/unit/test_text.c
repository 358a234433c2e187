/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/buffer.h"
#include "base/text.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void assert_visible(const char *bytes, size_t length, const char *expected)
{
    struct buffer out = {0};
    text_make_visible(&out, (struct text){bytes, length}, true);
    assert_string_equal(out.data, expected);
    assert_true(text_is_utf8(buffer_text(&out)));
    buffer_release(&out);
}

static void assert_ascii(const char *string, const char *expected)
{
    struct buffer out = {0};
    text_make_ascii(&out, text_of(string));
    assert_string_equal(out.data, expected);
    buffer_release(&out);
}

static void test_comparison(void **state)
{
    (void)state;
    assert_true(text_is(text_of("abc"), "abc"));
    assert_false(text_is(text_of("abc"), "ab"));
    assert_true(text_is_equal((struct text){0}, text_of("")));
    assert_true(text_compare(text_of("ab"), text_of("abc")) < 0);
    assert_true(text_compare(text_of("b"), text_of("abc")) > 0);
    assert_true(text_compare(text_of("\xff"), text_of("a")) > 0);
    assert_int_equal(text_compare((struct text){0}, text_of("")), 0);
}

static void test_trim(void **state)
{
    (void)state;
    assert_true(text_is(text_trim(text_of(" \t\r\n a b \v\f ")), "a b"));
    assert_int_equal(text_trim(text_of(" \n ")).length, 0);
    assert_true(text_is(text_trim(text_of("\xC2\xA0TOTAL\xE2\x80\xAF \xC2\xA0")), "TOTAL"));
    assert_true(text_is(text_trim(text_of("\xC3\xA0 \xC3\xA9")), "\xC3\xA0 \xC3\xA9"));
    assert_int_equal(text_trim((struct text){0}).length, 0);
}

static void test_folded_comparison_follows_unicode(void **state)
{
    (void)state;
    assert_true(text_is_equal_folded(text_of("RUSSIA"), text_of("Russia")));
    assert_true(text_is_equal_folded(text_of("CÔTE D’IVOIRE"), text_of("côte d’ivoire")));
    assert_true(text_is_equal_folded(text_of("РОССИЯ"), text_of("россия")));
    assert_false(text_is_equal_folded(text_of("Niger"), text_of("Nigeria")));
    assert_true(text_is_equal_folded((struct text){0}, text_of("")));
    assert_true(text_is_equal_folded(text_of("\xff"), text_of("\xff")));
}

static void test_utf8_is_recognised(void **state)
{
    (void)state;
    assert_true(text_is_utf8(text_of("ascii é € 👍")));
    assert_true(text_is_utf8((struct text){0}));
    assert_false(text_is_utf8(text_of("\xe9t\xe9")));        /* Latin-1 */
    assert_false(text_is_utf8(text_of("\xc0\xaf")));         /* overlong '/' */
    assert_false(text_is_utf8(text_of("\xed\xa0\x80")));     /* a surrogate */
    assert_false(text_is_utf8(text_of("\xe2\x82")));         /* cut off */
    assert_false(text_is_utf8(text_of("\xf4\x90\x80\x80"))); /* beyond U+10FFFF */
}

static void test_cp1252(void **state)
{
    struct buffer out = {0};
    (void)state;
    text_decode_cp1252(&out, text_of("\x80\x93quote\x94 \x96 \xe9 \x81"));
    assert_string_equal(out.data, "€“quote” – é \xef\xbf\xbd");
    buffer_release(&out);
}

static void test_nothing_that_disturbs_a_terminal_stays(void **state)
{
    (void)state;
    assert_visible("a\0b", 3, "a␀b");
    assert_visible("\x1b[31mred", 8, "␛[31mred");
    assert_visible("one\ntwo\tthree\r", 14, "one two three␍");
    assert_visible("\x7f", 1, "␡");
    assert_visible("\xc2\x9b"
                   "31m",
                   5, "<U+009B>31m"); /* CSI as one character */
    assert_visible("\xe2\x80\xae"
                   "evil",
                   7, "<U+202E>evil");             /* right-to-left override */
    assert_visible("\xe2\x80\xa8", 3, "<U+2028>"); /* line separator */
    assert_visible("\xef\xbb\xbf", 3, "<U+FEFF>");
    assert_visible("\xf3\xa0\x81\x81", 4, "<U+E0041>"); /* a tag character */
    assert_visible("\xff\xc0\xaf\xe2\x82", 5, "<FF><C0><AF><E2><82>");
    assert_visible("é中👍", strlen("é中👍"), "é中👍");
    assert_visible("as it ~is~\x1f, and\x80", 17, "as it ~is~␟, and<80>");
}

static void test_line_breaks_stay_visible_where_they_are_not_blanks(void **state)
{
    struct buffer out = {0};
    (void)state;
    text_make_visible(&out, text_of("a\nb\tc"), false);
    assert_string_equal(out.data, "a␊b␉c");
    buffer_release(&out);
}

/* In the C locale too, in which ASCII is used. */
static void test_ascii(void **state)
{
    (void)state;
    setlocale(LC_ALL, "C");
    assert_ascii("“India’s” exports", "\"India's\" exports");
    assert_ascii("São Tomé, Åland, Türkiye", "Sao Tome, Aland, Turkiye");
    assert_ascii("e\xcc\x81", "e"); /* the accent as a character of its own */
    assert_ascii("€5 … ≥ 3", "EUR5 ... >= 3");
    assert_ascii("中 ●", "? ?");
    assert_ascii("a\r\nb", "a\r\nb");
    assert_ascii("a👍b", "a?b");
}

static void test_cells(void **state)
{
    (void)state;
    assert_int_equal(text_cells(text_of("abc")), 3);
    assert_int_equal(text_cells(text_of("é€│█⣿·")), 6);
    assert_int_equal(text_cells(text_of("中文")), 4);
    assert_int_equal(text_cells(text_of("e\xcc\x81")), 1);
    assert_int_equal(text_cells((struct text){0}), 0);
}

static void test_fit_keeps_characters_whole(void **state)
{
    (void)state;
    assert_int_equal(text_fit(text_of("abc"), 2), 2);
    assert_int_equal(text_fit(text_of("中文"), 3), 3);
    assert_int_equal(text_fit(text_of("e\xcc\x81x"), 1), 3);
    assert_int_equal(text_fit(text_of("abc"), 0), 0);
    assert_int_equal(text_fit(text_of("abc"), -1), 0);
    assert_int_equal(text_fit(text_of("abc"), 99), 3);
}

/* Checks the lines of the wrapped text, each after a '|'. */
static void assert_wrapped(const char *string, int cells, const char *expected)
{
    struct buffer lines = {0};
    struct text text = text_of(string);
    while (text.length) {
        size_t next;
        size_t length = text_wrap(text, cells, &next);
        assert_true(next > 0 && next <= text.length && length <= next);
        buffer_putc(&lines, '|');
        buffer_append(&lines, text.data, length);
        text.data += next;
        text.length -= next;
    }
    assert_string_equal(lines.data, expected);
    buffer_release(&lines);
}

static void test_wrap(void **state)
{
    (void)state;
    /* Between a mark and a word with any version of libunistring, within a number with none. */
    assert_wrapped("India,Russia", 8, "|India,|Russia");
    assert_wrapped("a 2,345.67", 6, "|a|2,345.|67");
    assert_wrapped("imports from the Kremlin", 12, "|imports from|the Kremlin");
    assert_wrapped("imports from the Kremlin", 11, "|imports|from the|Kremlin");
    assert_wrapped("one  two", 4, "|one|two");
    assert_wrapped("whole", 5, "|whole");
    assert_wrapped("$61.44 billion", 8, "|$61.44|billion");
    assert_wrapped("India-Russia trade", 8, "|India-|Russia|trade");
    assert_wrapped("unbreakable", 4, "|unbr|eaka|ble");
    assert_wrapped("中文中文", 5, "|中文|中文");
    assert_wrapped("中", 1, "|中");
    assert_wrapped("(see 5) x", 7, "|(see 5)|x");
}

/* For any text and width: no line is too long, and only blanks are dropped. */
static void test_wrap_of_random_text(void **state)
{
    static const char *const pieces[] = {"a",  " ", "word",  "-", "中", "é", "e\xcc\x81",    "(",
                                         "\"", ".", "61.44", "—", "  ", "👍", "\xe2\x80\x8d", "/"};
    (void)state;
    srand(1);
    for (int round = 0; round < 2000; round++) {
        struct buffer text = {0}, whole = {0}, wrapped = {0};
        for (int n = rand() % 30; n >= 0; n--)
            buffer_puts(&text, pieces[rand() % 16]);
        int cells = 1 + rand() % 20;
        for (struct text left = buffer_text(&text); left.length;) {
            size_t next;
            struct text line = {left.data, text_wrap(left, cells, &next)};
            assert_true(next > 0 && next <= left.length && line.length <= next);
            assert_true(text_cells(line) <= cells || text_character(line) == line.length);
            for (size_t i = 0; i < line.length; i++)
                if (line.data[i] != ' ')
                    buffer_putc(&wrapped, line.data[i]);
            left.data += next;
            left.length -= next;
        }
        for (size_t i = 0; i < text.length; i++)
            if (text.data[i] != ' ')
                buffer_putc(&whole, text.data[i]);
        assert_true(text_is_equal(buffer_text(&wrapped), buffer_text(&whole)));
        buffer_release(&text);
        buffer_release(&whole);
        buffer_release(&wrapped);
    }
}

static void characters_keep_what_belongs_to_them(void **state)
{
    (void)state;
    assert_int_equal(text_character(text_of("ab")), 1);
    assert_int_equal(text_character(text_of("a")), 1);
    assert_int_equal(text_character(text_of("e\xCC\x81x")), 3); /* e with a combining acute */
    assert_int_equal(text_character(text_of("\r\nx")), 2);
    assert_int_equal(text_character(text_of("\nx")), 1);
    assert_int_equal(text_character(text_of("")), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(characters_keep_what_belongs_to_them),
        cmocka_unit_test(test_comparison),
        cmocka_unit_test(test_trim),
        cmocka_unit_test(test_folded_comparison_follows_unicode),
        cmocka_unit_test(test_utf8_is_recognised),
        cmocka_unit_test(test_cp1252),
        cmocka_unit_test(test_nothing_that_disturbs_a_terminal_stays),
        cmocka_unit_test(test_line_breaks_stay_visible_where_they_are_not_blanks),
        cmocka_unit_test(test_ascii),
        cmocka_unit_test(test_cells),
        cmocka_unit_test(test_fit_keeps_characters_whole),
        cmocka_unit_test(test_wrap),
        cmocka_unit_test(test_wrap_of_random_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
