/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/buffer.h"
#include "base/memory.h"
#include "data/csv/csv.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* Records as one string: "LINE:field|field;" each. */
static bool write_record(void *context, const struct csv_record *record)
{
    buffer_printf(context, "%zu:", record->line);
    for (size_t i = 0; i < record->count; i++) {
        if (i)
            buffer_putc(context, '|');
        buffer_append_text(context, record->fields[i]);
    }
    buffer_putc(context, ';');
    return true;
}

static void assert_records(const char *csv, const char *expected)
{
    struct buffer records = {0};
    struct error error = {0};
    size_t line = 99;
    struct text bytes = text_of(csv);
    buffer_puts(&records, "");
    assert_true(csv_read(bytes, csv_separator(bytes), write_record, &records, &line, &error));
    assert_string_equal(records.data, expected);
    assert_int_equal(line, 0);
    assert_null(error.text);
    buffer_release(&records);
}

static void assert_open_quote(const char *csv, const char *expected, size_t expected_line)
{
    struct buffer records = {0};
    struct error error = {0};
    size_t line = 0;
    buffer_puts(&records, "");
    assert_false(csv_read(text_of(csv), ',', write_record, &records, &line, &error));
    assert_string_equal(records.data, expected);
    assert_int_equal(line, expected_line);
    assert_non_null(strstr(error.text, "quote"));
    error_release(&error);
    buffer_release(&records);
}

static void any_line_end_ends_a_record(void **state)
{
    (void)state;
    assert_records("a,b\n1,2\n", "1:a|b;2:1|2;");
    assert_records("a,b\r\n1,2\r\n", "1:a|b;2:1|2;");
    assert_records("a,b\r1,2\r", "1:a|b;2:1|2;");
    assert_records("a,b\r\n1,2\n3,4\r5,6", "1:a|b;2:1|2;3:3|4;4:5|6;");
}

static void the_last_line_needs_no_end(void **state)
{
    (void)state;
    assert_records("a,b\n1,2", "1:a|b;2:1|2;");
    assert_records("a,b\n1,\"2\"", "1:a|b;2:1|2;");
    assert_records("a,b\n1,", "1:a|b;2:1|;");
    assert_records("", "");
}

static void blank_lines_are_passed_over_and_counted(void **state)
{
    (void)state;
    assert_records("\n\r\n  \na,b\n\n \t \r\n1,2\n\n", "4:a|b;7:1|2;");
    assert_records("\n\n", "");
}

static void quoted_line_ends_stay_and_count(void **state)
{
    (void)state;
    assert_records("a,b\n\"1\n2\r\n3\r4\",\"x\"\n5,6\n", "1:a|b;2:1\n2\r\n3\r4|x;6:5|6;");
    assert_records("\"\n\n\",b\n\"\"\n", "1:\n\n|b;4:;");
}

static void quotes_protect_separators_and_themselves(void **state)
{
    (void)state;
    assert_records("\"a,b\",\"say \"\"hi\"\"\"\n", "1:a,b|say \"hi\";");
}

static void quotes_in_odd_places_are_text(void **state)
{
    (void)state;
    assert_records("5\" pipe,b\n\"say \"hi\" now\",c\n", "1:5\" pipe|b;2:say \"hi\" now|c;");
}

static void blanks_around_fields_go_and_inside_quotes_stay(void **state)
{
    (void)state;
    assert_records("  a b , \" c \" ,\td\t\n", "1:a b| c |d;");
}

static void rows_may_be_ragged(void **state)
{
    (void)state;
    assert_records("a,b,c\n1\n1,2,3,4\n,,\n", "1:a|b|c;2:1;3:1|2|3|4;4:||;");
}

static void the_separator_is_found_in_the_first_record(void **state)
{
    (void)state;
    assert_records("a;b\n1,5;2\n", "1:a|b;2:1,5|2;");
    assert_records("a\tb\n\t2\n1\t\n", "1:a|b;2:|2;3:1|;");
    assert_int_equal(csv_separator(text_of("")), ',');
    assert_int_equal(csv_separator(text_of("value\n1;2\n")), ',');
    assert_int_equal(csv_separator(text_of("\"a,b,c,d\";e;f\n")), ';');
    assert_int_equal(csv_separator(text_of(" \"a,\"\"b,c\"; \"e,\nf,\"\n")), ';');
    assert_int_equal(csv_separator(text_of("\n\r\n\ta;b\tc\td\n")), '\t');
    assert_int_equal(csv_separator(text_of("a;b,c\n")), ',');
    assert_int_equal(csv_separator(text_of("a\tb\rc;d;e;f\r")), '\t');
    assert_int_equal(csv_separator(text_of("length 5\", width;b;c\n,,,,,\"")), ';');
}

static void an_open_quote_is_an_error_where_it_opens(void **state)
{
    (void)state;
    assert_open_quote("a,b\n1,2\n3,\"four\n5,6\n", "1:a|b;2:1|2;", 3);
    assert_open_quote("\"x\n\",\"y\ny\",\"z\nz\n", "", 3);
    assert_open_quote("\"a\nb\"\n\n\"", "1:a\nb;", 4);
    assert_open_quote("a\r\"\r\r", "1:a;", 2);
    assert_open_quote("a\n\"b\",\"c", "1:a;", 2);
}

static bool stop_at_second(void *context, const struct csv_record *record)
{
    size_t *seen = context;
    (void)record;
    return ++*seen < 2;
}

static void the_handler_can_stop(void **state)
{
    (void)state;
    size_t seen = 0, line = 1;
    struct error error = {0};
    assert_true(csv_read(text_of("a\nb\nc\n\"d"), ',', stop_at_second, &seen, &line, &error));
    assert_int_equal(seen, 2);
    assert_int_equal(line, 0);
}

struct sizes {
    size_t count, first, last;
};

static bool measure_record(void *context, const struct csv_record *record)
{
    *(struct sizes *)context = (struct sizes){record->count, record->fields[0].length,
                                              record->fields[record->count - 1].length};
    return true;
}

static struct sizes measure(struct buffer *csv)
{
    struct sizes sizes = {0};
    struct error error = {0};
    size_t line;
    assert_true(csv_read(buffer_text(csv), ',', measure_record, &sizes, &line, &error));
    buffer_release(csv);
    return sizes;
}

static void a_field_may_be_huge(void **state)
{
    (void)state;
    const size_t million = 1000000;
    struct buffer plain = {0}, lines = {0};
    buffer_repeat(&plain, "x", million);
    buffer_puts(&plain, ",end\n");
    buffer_puts(&lines, "\"");
    buffer_repeat(&lines, "x\n", million);
    buffer_puts(&lines, "\",end\n");
    struct sizes sizes = measure(&plain);
    assert_int_equal(sizes.first, million);
    assert_int_equal(sizes.last, 3);
    sizes = measure(&lines);
    assert_int_equal(sizes.first, 2 * million);
    assert_int_equal(sizes.last, 3);
}

static void a_record_may_have_very_many_fields(void **state)
{
    (void)state;
    struct buffer csv = {0};
    buffer_repeat(&csv, "ab,", 9999);
    buffer_puts(&csv, "last");
    struct sizes sizes = measure(&csv);
    assert_int_equal(sizes.count, 10000);
    assert_int_equal(sizes.first, 2);
    assert_int_equal(sizes.last, 4);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(any_line_end_ends_a_record),
        cmocka_unit_test(the_last_line_needs_no_end),
        cmocka_unit_test(blank_lines_are_passed_over_and_counted),
        cmocka_unit_test(quoted_line_ends_stay_and_count),
        cmocka_unit_test(quotes_protect_separators_and_themselves),
        cmocka_unit_test(quotes_in_odd_places_are_text),
        cmocka_unit_test(blanks_around_fields_go_and_inside_quotes_stay),
        cmocka_unit_test(rows_may_be_ragged),
        cmocka_unit_test(the_separator_is_found_in_the_first_record),
        cmocka_unit_test(an_open_quote_is_an_error_where_it_opens),
        cmocka_unit_test(the_handler_can_stop),
        cmocka_unit_test(a_field_may_be_huge),
        cmocka_unit_test(a_record_may_have_very_many_fields),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
