/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/csv/csv_table.h"

#include "scratch_file.h"

static bool write_record(struct buffer *out, const struct csv_record *record)
{
    for (size_t i = 0; i < record->count; i++) {
        struct text cell = csv_table_cell(record, i);
        buffer_printf(out, "%s%.*s", i ? "|" : "", (int)cell.length, cell.data);
    }
    buffer_putc(out, '\n');
    return true;
}

static bool take_header(void *context, const struct csv_record *record, struct error *error)
{
    (void)error;
    buffer_puts(context, "header ");
    return write_record(context, record);
}

static bool take_row(void *context, const struct csv_record *record, struct error *error)
{
    if (text_is(csv_table_cell(record, 0), "bad"))
        return error_set(error, "`bad` is not good");
    return write_record(context, record);
}

static void assert_read(const char *content, csv_table_taker *header, const char *expected)
{
    struct buffer out = {0};
    struct error error = {0};
    scratch_write(text_of(content));
    assert_true(csv_table_read(scratch_path, header, take_row, &out, &error));
    assert_null(error.text);
    buffer_puts(&out, "");
    assert_string_equal(out.data, expected);
    buffer_release(&out);
}

/* What was given before the reason is `taken`. */
static void assert_refused(const char *content, const char *taken, const char *reason)
{
    struct buffer out = {0};
    struct error error = {0};
    scratch_write(text_of(content));
    assert_false(csv_table_read(scratch_path, take_header, take_row, &out, &error));
    scratch_check_error(&error, reason);
    buffer_puts(&out, "");
    assert_string_equal(out.data, taken);
    buffer_release(&out);
}

static void the_header_is_told_from_the_rows(void **state)
{
    (void)state;
    assert_read("code,name\n27,\"Fuels, oils\"\n84, Machines \n", take_header,
                "header code|name\n27|Fuels, oils\n84|Machines\n");
    assert_read("bad,name\n27,Fuels\n", NULL, "27|Fuels\n");
    assert_read("code;name\r\n27;Fuels", take_header, "header code|name\n27|Fuels\n");
    assert_read("code,name\n", take_header, "header code|name\n");
}

static bool take_third_cell(void *context, const struct csv_record *record, struct error *error)
{
    (void)error;
    buffer_printf(context, "%zu;", csv_table_cell(record, 2).length);
    return true;
}

static void a_cell_behind_the_end_is_empty(void **state)
{
    (void)state;
    struct buffer out = {0};
    struct error error = {0};
    scratch_write(text_of("a,b,c\n1\n1,2,345\n"));
    assert_true(csv_table_read(scratch_path, NULL, take_third_cell, &out, &error));
    assert_string_equal(out.data, "0;3;");
    buffer_release(&out);
}

static void what_is_wrong_has_its_place(void **state)
{
    (void)state;
    assert_refused("code\n27\n\n\nbad\n84\n", "header code\n27\n", ":5: `bad` is not good");
    assert_refused("code\n27\n\"84\n", "header code\n27\n",
                   ":3: the quote that opens here is never closed, so the rest of the file is left "
                   "out; close it with a second \"");
}

static void what_is_no_table_is_refused(void **state)
{
    (void)state;
    struct error error = {0};
    assert_refused("", "", ": is empty; it needs a header and rows");
    assert_refused("%PDF-1.7", "", ": is a PDF document; tradescope reads CSV");
    scratch_remove(NULL);
    assert_false(csv_table_read(scratch_path, take_header, take_row, NULL, &error));
    scratch_check_error(&error, ": cannot be opened: No such file or directory; check its name");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_header_is_told_from_the_rows),
        cmocka_unit_test(a_cell_behind_the_end_is_empty),
        cmocka_unit_test(what_is_wrong_has_its_place),
        cmocka_unit_test(what_is_no_table_is_refused),
    };
    return cmocka_run_group_tests(tests, scratch_begin, scratch_end);
}
