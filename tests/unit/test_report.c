/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/report.h"

#include "base/memory.h"
#include "base/paths.h"
#include "report/claims_report.h"
#include "workspace_builder.h"

#include <dirent.h>
#include <errno.h>
#include <jansson.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#define BEGINNING "kind,period,flow,value,unit,text,own column\n"

static char *csv_of(const char *csv, const char *filter)
{
    struct workspace workspace;
    struct buffer out = {0};
    struct error error = {0};
    build_workspace(&workspace, csv);
    assert_true(!filter || workspace_filter(&workspace, filter, &error));
    claims_report_csv(&out, &workspace);
    workspace_release(&workspace);
    return buffer_take(&out);
}

static void assert_same_csv(const char *csv)
{
    char *written = csv_of(csv, NULL);
    assert_string_equal(written, csv);
    free(written);
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

static json_t *json_of(const char *csv)
{
    struct workspace workspace;
    struct buffer out = {0};
    json_error_t error;
    build_workspace(&workspace, csv);
    claims_report_json(&out, &workspace);
    workspace_release(&workspace);
    json_t *array = json_loadb(out.data, out.length, 0, &error);
    if (!array)
        fail_msg("%s: %s", error.text, out.data);
    assert_true(json_is_array(array));
    buffer_release(&out);
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
    struct workspace workspace;
    struct buffer out = {0};
    build_workspace(&workspace, BEGINNING "figure,2023,export,61.44,USD bn,,\n"
                                          "figure,2023,import,0.1,USD bn,,\n");
    claims_report_json(&out, &workspace);
    assert_non_null(strstr(out.data, "\"value\": 61.44,"));
    assert_non_null(strstr(out.data, "\"value\": 0.1,"));
    buffer_release(&out);
    workspace_release(&workspace);
}

static void a_format_follows_from_the_ending_of_the_name(void **state)
{
    (void)state;
    enum report_format format;
    assert_true(report_format_of_file("a.csv", &format) && format == REPORT_CSV);
    assert_true(report_format_of_file("a/b.c.JSON", &format) && format == REPORT_JSON);
    assert_true(report_format_of_file("a.md", &format) && format == REPORT_MARKDOWN);
    assert_true(report_format_of_file("a.txt", &format) && format == REPORT_TEXT);
    assert_false(report_format_of_file("a.pdf", &format));
    assert_false(report_format_of_file("csv", &format));
    assert_false(report_format_of_file(".csv", &format));
    assert_false(report_format_of_file("", &format));
}

static char *make(const char *csv, enum report_format format)
{
    struct workspace workspace;
    struct buffer out = {0};
    build_workspace(&workspace, csv);
    report_make(&out, &workspace, format);
    workspace_release(&workspace);
    return buffer_take(&out);
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

static void nothing_of_a_file_can_break_out_of_a_markdown_table(void **state)
{
    (void)state;
    char *text = make("kind,period,flow,product,value,unit,quote,source\n"
                      "figure,2023,export,a|b,1,USD,\"<script>\n# *x*\n\033[1m\",s\n",
                      REPORT_MARKDOWN);
    assert_non_null(strstr(text, "| export a\\|b 2023 | $1 | 1 | single |\n"));
    assert_non_null(strstr(text, "> \\<script\\> # \\*x\\* \xe2\x90\x9b\\[1m\n"));
    assert_null(strstr(text, "\033"));
    free(text);
}

static size_t count_entries(const char *folder)
{
    DIR *directory = opendir(folder);
    size_t count = 0;
    assert_non_null(directory);
    for (struct dirent *entry; (entry = readdir(directory));)
        count += strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0;
    closedir(directory);
    return count;
}

struct place {
    char *folder, *path;
};

static int make_place(void **state)
{
    struct place *place = xcalloc(1, sizeof *place);
    place->folder = make_folder();
    place->path = path_join(place->folder, "out.csv");
    *state = place;
    return 0;
}

static int remove_place(void **state)
{
    struct place *place = *state;
    unlink(place->path);
    int result = rmdir(place->folder); /* fails where a draft was left behind */
    free(place->path);
    free(place->folder);
    free(place);
    return result;
}

static void assert_content(const struct place *place, const char *expected)
{
    char *content = read_whole(place->path);
    assert_non_null(content);
    assert_string_equal(content, expected);
    free(content);
    assert_int_equal(count_entries(place->folder), 1);
}

static void write_new(const struct place *place, const char *content)
{
    struct error error = {0};
    assert_true(report_write_file(place->path, text_of(content), false, &error));
}

static void a_file_is_written_whole_with_the_usual_mode(void **state)
{
    const struct place *place = *state;
    struct stat status;
    mode_t mask = umask(022);
    write_new(place, "a,b\n");
    umask(mask);
    assert_content(place, "a,b\n");
    assert_int_equal(stat(place->path, &status), 0);
    assert_int_equal(status.st_mode & 0777, 0644);
}

static void an_existing_file_is_left_alone_unless_asked(void **state)
{
    const struct place *place = *state;
    struct error error = {0};
    write_new(place, "old\n");
    assert_false(report_write_file(place->path, text_of("new\n"), false, &error));
    assert_non_null(strstr(error.text, "exists; `:write! "));
    assert_content(place, "old\n");
    assert_true(report_write_file(place->path, text_of("new\n"), true, &error));
    assert_content(place, "new\n");
    error_release(&error);
}

/* Who has the old file open goes on reading it: the new one took its name, not its bytes. */
static void replacing_leaves_no_moment_with_half_a_file(void **state)
{
    const struct place *place = *state;
    struct error error = {0};
    char bytes[8] = {0};
    write_new(place, "old\n");
    FILE *reader = fopen(place->path, "r");
    assert_true(report_write_file(place->path, text_of("new\n"), true, &error));
    assert_int_equal(fread(bytes, 1, sizeof bytes, reader), 4);
    assert_string_equal(bytes, "old\n");
    fclose(reader);
}

static void a_link_that_stands_in_the_way_is_not_followed(void **state)
{
    const struct place *place = *state;
    struct error error = {0};
    char *target = path_join(place->folder, "target");
    assert_int_equal(symlink(target, place->path), 0);
    assert_false(report_write_file(place->path, text_of("x"), false, &error));
    assert_int_equal(access(target, F_OK), -1);
    error_release(&error);
    free(target);
}

static void a_missing_folder_is_named(void **state)
{
    const struct place *place = *state;
    struct error error = {0};
    char *path = path_join(place->folder, "nosuch/out.csv");
    assert_false(report_write_file(path, text_of("x"), true, &error));
    assert_non_null(strstr(error.text, path));
    assert_non_null(strstr(error.text, strerror(ENOENT)));
    assert_int_equal(count_entries(place->folder), 0);
    error_release(&error);
    free(path);
}

/* A bound on the size of files stands for a full disk: write() writes a part, then fails. */
static void a_full_disk_leaves_the_old_file_and_no_draft(void **state)
{
    const struct place *place = *state;
    struct error error = {0};
    struct rlimit usual, low;
    struct buffer large = {0};
    buffer_repeat(&large, "x", 10000);
    write_new(place, "old\n");
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &usual), 0);
    low = (struct rlimit){4096, usual.rlim_max};
    void (*handler)(int) = signal(SIGXFSZ, SIG_IGN);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &low), 0);
    bool is_written = report_write_file(place->path, buffer_text(&large), true, &error);
    setrlimit(RLIMIT_FSIZE, &usual);
    signal(SIGXFSZ, handler);
    assert_false(is_written);
    assert_non_null(strstr(error.text, strerror(EFBIG)));
    assert_content(place, "old\n");
    error_release(&error);
    buffer_release(&large);
}

static void an_empty_report_is_an_empty_file(void **state)
{
    const struct place *place = *state;
    write_new(place, "");
    assert_content(place, "");
}

#define FILE_TEST(name) cmocka_unit_test_setup_teardown(name, make_place, remove_place)

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(csv_goes_round_with_all_columns_in_their_order),
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
        cmocka_unit_test(nothing_of_a_file_can_break_out_of_a_markdown_table),
        FILE_TEST(a_file_is_written_whole_with_the_usual_mode),
        FILE_TEST(an_existing_file_is_left_alone_unless_asked),
        FILE_TEST(replacing_leaves_no_moment_with_half_a_file),
        FILE_TEST(a_link_that_stands_in_the_way_is_not_followed),
        FILE_TEST(a_missing_folder_is_named),
        FILE_TEST(a_full_disk_leaves_the_old_file_and_no_draft),
        FILE_TEST(an_empty_report_is_an_empty_file),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
