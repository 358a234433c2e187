/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/report.h"

#include "base/array.h"
#include "report/cell.h"
#include "report/claims_report.h"
#include "report/page_make.h"
#include "report/page_write.h"
#include "report/shown_page.h"
#include "workspace_builder.h"

#include <errno.h>
#include <jansson.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define BEGINNING "kind,period,flow,value,unit,text,own column\n"

static bool take_piece(void *context, struct text piece)
{
    buffer_append_text(context, piece);
    return true;
}

static char *csv_of(const char *csv, const char *filter)
{
    struct workspace workspace;
    struct buffer whole = {0};
    struct sink out = {.take = take_piece, .context = &whole};
    struct error error = {0};
    build_workspace(&workspace, csv);
    assert_true(!filter || workspace_filter(&workspace, filter, &error));
    struct export_files files;
    assert_true(export_files_find(&files, workspace.model, &error));
    claims_report_csv(&out, &files, cell_write_csv);
    export_files_release(&files);
    assert_true(sink_finish(&out));
    close_workspace(&workspace);
    return buffer_take(&whole);
}

static void assert_same_csv(const char *csv)
{
    char *written = csv_of(csv, NULL);
    assert_string_equal(written, csv);
    free(written);
}

static void csv_is_safe_where_it_is_asked_for(void **state)
{
    (void)state;
    static const char *const cells[][2] = {
        {"=1", "'=1"},       {"+a", "'+a"},   {"-", "'-"},         {"@x", "'@x"},
        {"\tx", "\"'\tx\""}, {"", ""},        {"\rx", "\"'\rx\""}, {"-1,5", "\"-1,5\""},
        {"-1e5", "-1e5"},    {"-1e", "'-1e"}, {"+", "'+"},         {"-1+2", "'-1+2"},
        {"-2%", "-2%"},      {"a=b", "a=b"},  {"-.", "'-."}};
    for (size_t i = 0; i < ARRAY_LENGTH(cells); i++) {
        struct buffer out = {0};
        cell_write_csv_safe(&out, text_of(cells[i][0]));
        assert_string_equal(out.data ? out.data : "", cells[i][1]);
        buffer_release(&out);
    }
}

static void csv_goes_round_with_all_columns_in_their_order(void **state)
{
    (void)state;
    assert_same_csv(SIX_CLAIMS);
}

static void csv_quotes_what_must_be_quoted_and_nothing_else(void **state)
{
    (void)state;
    assert_same_csv(BEGINNING "figure,2023,export,1,USD,plain words,\"a,b\"\n"
                              "figure,2024,export,1,USD,\"said \"\"so\"\"\",\"two\nlines\"\n"
                              "figure,2026,export,1,USD,\"a;b\",=1+1\n");
}

static void csv_keeps_bytes_that_are_no_utf8_and_digits_as_written(void **state)
{
    (void)state;
    char *written = csv_of(BEGINNING "figure,2023,export,4.260,USD bn,caf\xc3\xa9,007\n", NULL);
    assert_string_equal(written, BEGINNING "figure,2023,export,4.260,USD bn,caf\xc3\xa9,007\n");
    free(written);
}

static void csv_holds_the_rows_that_pass_in_the_order_of_the_file(void **state)
{
    (void)state;
    char *written = csv_of(BEGINNING "figure,2025,export,1,USD,a,\n"
                                     "figure,2023,import,2,USD,b,\n"
                                     "figure,2024,export,3,USD,c,\n",
                           "flow:export");
    assert_string_equal(written, BEGINNING "figure,2025,export,1,USD,a,\n"
                                           "figure,2024,export,3,USD,c,\n");
    free(written);
    written = csv_of(BEGINNING "figure,2025,export,1,USD,a,\n", "flow:import");
    assert_string_equal(written, BEGINNING);
    free(written);
    written = csv_of("", NULL);
    assert_string_equal(written, "");
    free(written);
}

/* Rows as CSV and JSON, all panes as text, and the figures as a table in the other formats. */
static void write_report(struct sink *out, struct workspace *workspace, enum report_format format)
{
    struct report_table table = {0};
    struct error error = {0};
    const struct page_wish wish = {.kind = PAGE_EVENTS};
    if (format == REPORT_TEXT) {
        report_panes(out, workspace, PANE_COUNT, 100);
    } else if (format == REPORT_CSV || format == REPORT_CSV_SAFE || format == REPORT_JSON) {
        report_rows(out, workspace->model, format);
    } else {
        assert_true(page_make(&table, workspace, &wish, &error));
        page_write_table(out, &table, format, false);
    }
    report_table_release(&table);
}

static char *make(const char *csv, enum report_format format)
{
    struct workspace workspace;
    struct buffer whole = {0};
    struct sink out = {.take = take_piece, .context = &whole};
    build_workspace(&workspace, csv);
    write_report(&out, &workspace, format);
    assert_true(sink_finish(&out));
    close_workspace(&workspace);
    return buffer_take(&whole);
}

static json_t *json_of(const char *csv)
{
    char *written = make(csv, REPORT_JSON);
    json_error_t error;
    json_t *array = json_loads(written, 0, &error);
    if (!array)
        fail_msg("%s: %s", error.text, written);
    assert_true(json_is_array(array));
    free(written);
    return array;
}

static void json_has_numbers_as_numbers_texts_as_texts_and_null(void **state)
{
    (void)state;
    json_t *array = json_of(BEGINNING "figure,2023,export,4.26,USD bn,,007\n");
    const json_t *row = json_array_get(array, 0);
    assert_true(json_number_value(json_object_get(row, "value")) == 4.26);
    assert_string_equal(json_string_value(json_object_get(row, "period")), "2023");
    assert_string_equal(json_string_value(json_object_get(row, "own column")), "007");
    assert_true(json_is_null(json_object_get(row, "text")));
    assert_int_equal(json_object_size(row), 7);
    json_decref(array);
}

static void json_is_utf8_whatever_the_file_holds(void **state)
{
    (void)state;
    json_t *array = json_of(BEGINNING "figure,2023,export,1,USD,\"a \"\"b\"\"\n\\ \x01\","
                                      "\xe4\xb8\xad\n");
    const json_t *row = json_array_get(array, 0);
    assert_string_equal(json_string_value(json_object_get(row, "text")), "a \"b\"\n\\ \x01");
    assert_string_equal(json_string_value(json_object_get(row, "own column")), "\xe4\xb8\xad");
    json_decref(array);
}

static void json_of_nothing_is_an_empty_array(void **state)
{
    (void)state;
    json_t *array = json_of("");
    assert_int_equal(json_array_size(array), 0);
    json_decref(array);
}

static void json_says_the_decimal_that_the_file_says(void **state)
{
    (void)state;
    char *json = make(BEGINNING "figure,2023,export,61.44,USD bn,,\n"
                                "figure,2023,import,0.1,USD bn,,\n",
                      REPORT_JSON);
    assert_non_null(strstr(json, "\"value\": 61.44,"));
    assert_non_null(strstr(json, "\"value\": 0.1,"));
    free(json);
}

static void a_format_follows_from_the_ending_of_the_name(void **state)
{
    (void)state;
    enum report_format format;
    assert_true(report_format_of_file("a.csv", &format) && format == REPORT_CSV);
    assert_true(report_format_of_file("a/b.c.JSON", &format) && format == REPORT_JSON);
    assert_true(report_format_of_file("a.md", &format) && format == REPORT_MARKDOWN);
    assert_true(report_format_of_file("a.txt", &format) && format == REPORT_TEXT);
    assert_true(report_format_of_file("a.tsv", &format) && format == REPORT_TSV);
    assert_true(report_format_of_file("a.html", &format) && format == REPORT_HTML);
    assert_false(report_format_of_file("a.pdf", &format));
    assert_false(report_format_of_file("csv", &format));
    assert_false(report_format_of_file(".csv", &format));
    assert_false(report_format_of_file("", &format));
}

static void a_text_report_has_headline_panes_and_no_cursor(void **state)
{
    (void)state;
    char *text = make(NULL, REPORT_TEXT);
    assert_non_null(strstr(text, "a $57.18bn deficit"));
    assert_non_null(strstr(text, "coverage ratio       6.93 %"));
    assert_non_null(strstr(text, "needed to FY2029-30    7.25 %  a year"));
    assert_non_null(strstr(text, "\nFigures\n"));
    assert_non_null(strstr(text, "\nEvents\n"));
    assert_null(strstr(text, "\n>"));
    assert_null(strstr(text, " \n"));
    assert_null(strstr(text, "Problems"));
    free(text);
}

static void a_text_report_names_the_problems(void **state)
{
    (void)state;
    char *text = make(BEGINNING "figure,2023,export,abc,USD,,\n", REPORT_TEXT);
    assert_non_null(strstr(text, "Problems"));
    assert_non_null(strstr(text, "claims.csv:2:4: value: `abc` is no decimal number"));
    free(text);
}

static void nothing_of_a_file_can_break_out_of_a_table(void **state)
{
    (void)state;
    static const char csv[] = "kind,date,text,source\n"
                              "event,2024-01-02,\"a|b <script>\n# *x*\n\033[1m\",s\n";
    char *text = make(csv, REPORT_MARKDOWN);
    assert_non_null(strstr(text, "| a\\|b \\<script> # \\*x\\* \xe2\x90\x9b\\[1m |"));
    assert_null(strstr(text, "\033"));
    free(text);
    text = make(csv, REPORT_HTML);
    assert_non_null(strstr(text, "<td>a|b &lt;script&gt; # *x* \xe2\x90\x9b[1m</td>"));
    assert_null(strstr(text, "\033"));
    free(text);
}

/* The focused pane, as it stands. */
static void what_is_shown_is_taken(void **state)
{
    (void)state;
    struct workspace workspace;
    struct shown_page page;
    struct error error = {0};
    build_workspace(&workspace, NULL);
    workspace_focus(&workspace, PANE_PATH);
    assert_true(shown_page_make(&page, &workspace, REPORT_CSV, &error));
    assert_string_equal(page.table.name, "path");
    shown_page_release(&page);
    workspace_focus(&workspace, PANE_ROWS);
    assert_true(shown_page_make(&page, &workspace, REPORT_CSV, &error));
    assert_true(page.has_rows);
    shown_page_release(&page);
    assert_true(workspace_filter(&workspace, "oil fertilizer", &error));
    workspace_focus(&workspace, PANE_SOURCE);
    assert_true(shown_page_make(&page, &workspace, REPORT_MARKDOWN, &error));
    assert_int_equal(report_table_rows(&page.table), 1);
    assert_string_equal(report_table_row(&page.table, 0)[0].text.data, "001-oil-fertilizer");
    shown_page_release(&page);
    close_workspace(&workspace);
}

struct witness {
    size_t pieces, bytes, largest, refused_from;
};

static bool count_piece(void *context, struct text piece)
{
    struct witness *witness = context;
    if (witness->bytes >= witness->refused_from) {
        errno = ENOSPC;
        return false;
    }
    witness->pieces++;
    witness->bytes += piece.length;
    if (piece.length > witness->largest)
        witness->largest = piece.length;
    return true;
}

/* 20000 events: more than a megabyte in each format. */
static void build_many(struct workspace *workspace)
{
    struct buffer csv = {0};
    buffer_puts(&csv, "kind,date,text,quote,source\n");
    for (int i = 0; i < 20000; i++)
        buffer_printf(&csv, "event,2024-01-02,Event %d,What was said of event %d,s1\n", i, i);
    build_workspace(workspace, csv.data);
    buffer_release(&csv);
}

static void rows_are_handed_on_piece_by_piece(void **state)
{
    (void)state;
    static const enum report_format by_row[] = {REPORT_CSV, REPORT_JSON, REPORT_TSV,
                                                REPORT_MARKDOWN, REPORT_HTML};
    struct workspace workspace;
    build_many(&workspace);
    for (size_t i = 0; i < ARRAY_LENGTH(by_row); i++) {
        struct witness witness = {.refused_from = SIZE_MAX};
        struct sink out = {.take = count_piece, .context = &witness};
        write_report(&out, &workspace, by_row[i]);
        assert_true(out.text.capacity < 200000);
        assert_true(sink_finish(&out));
        assert_true(witness.bytes > 1000000 && witness.bytes == out.taken);
        assert_true(witness.largest < 100000);
    }
    close_workspace(&workspace);
}

static void nothing_more_is_made_for_who_takes_nothing(void **state)
{
    (void)state;
    struct workspace workspace;
    build_many(&workspace);
    for (enum report_format format = 0; format < REPORT_FORMAT_COUNT; format++) {
        struct witness witness = {.refused_from = 1};
        struct sink out = {.take = count_piece, .context = &witness};
        write_report(&out, &workspace, format);
        assert_true(out.text.length < 100000);
        assert_false(sink_finish(&out));
        assert_int_equal(out.reason, ENOSPC);
        assert_int_equal(witness.pieces, 1);
    }
    close_workspace(&workspace);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(csv_goes_round_with_all_columns_in_their_order),
        cmocka_unit_test(csv_is_safe_where_it_is_asked_for),
        cmocka_unit_test(csv_quotes_what_must_be_quoted_and_nothing_else),
        cmocka_unit_test(csv_keeps_bytes_that_are_no_utf8_and_digits_as_written),
        cmocka_unit_test(csv_holds_the_rows_that_pass_in_the_order_of_the_file),
        cmocka_unit_test(json_has_numbers_as_numbers_texts_as_texts_and_null),
        cmocka_unit_test(json_is_utf8_whatever_the_file_holds),
        cmocka_unit_test(json_of_nothing_is_an_empty_array),
        cmocka_unit_test(json_says_the_decimal_that_the_file_says),
        cmocka_unit_test(a_format_follows_from_the_ending_of_the_name),
        cmocka_unit_test(a_text_report_has_headline_panes_and_no_cursor),
        cmocka_unit_test(a_text_report_names_the_problems),
        cmocka_unit_test(nothing_of_a_file_can_break_out_of_a_table),
        cmocka_unit_test(what_is_shown_is_taken),
        cmocka_unit_test(rows_are_handed_on_piece_by_piece),
        cmocka_unit_test(nothing_more_is_made_for_who_takes_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
