/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "command/completion.h"
#include "model/opening.h"

#include "base/memory.h"
#include "base/paths.h"
#include "model/files.h"
#include "model/file_loading.h"
#include "workspace_builder.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

static struct workspace workspace;

static int set_up(void **state)
{
    (void)state;
    build_workspace(&workspace, SIX_CLAIMS);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    close_workspace(&workspace);
    return 0;
}

/* Returns the candidates at the end of a line, "a|b|c". */
static char *candidates(const struct completion *completion)
{
    struct buffer out = {0};
    for (size_t i = 0; i < completion->count; i++)
        buffer_printf(&out, "%s%s", i ? "|" : "", completion->items[i].text);
    return buffer_take(&out);
}

static void assert_candidates(const char *command, const char *line, size_t start,
                              const char *expected)
{
    struct completion completion;
    completion_make(&completion, &workspace, command, line, strlen(line));
    char *found = candidates(&completion);
    assert_string_equal(found, expected);
    assert_int_equal(completion.start, start);
    free(found);
    completion_release(&completion);
}

static void assert_first(const char *command, const char *line, size_t start, const char *text,
                         const char *remark)
{
    struct completion completion;
    completion_make(&completion, &workspace, command, line, strlen(line));
    assert_true(completion.count > 0);
    assert_string_equal(completion.items[0].text, text);
    assert_string_equal(completion.items[0].remark, remark);
    assert_int_equal(completion.start, start);
    completion_release(&completion);
}

static void commands_are_completed_by_name(void **state)
{
    (void)state;
    assert_candidates("command", "sort", 0, "sort|sort-ascending|sort-descending");
    assert_candidates("command", "SORT-A", 0, "sort-ascending");
    assert_candidates("command", "  und", 2, "undo");
    assert_candidates("command", "nosuch", 0, "");
    assert_first("command", "half-page-u", 0, "half-page-up", "move up by half a page");
}

static void the_argument_of_a_command_is_completed_behind_its_name(void **state)
{
    (void)state;
    assert_candidates("command", "sort val", 5, "value");
    assert_candidates("command", "pane s", 5, "source");
    assert_candidates("command", "filter flow:im", 12, "import");
    assert_candidates("command", "edit-filter 2 flow:im", 19, "import");
    assert_candidates("command", "pair India:C", 5, "India:China");
    assert_candidates("command", "help undo", 5, "undo");
    assert_candidates("command", "quit ", 5, "");
    assert_candidates("command", "nosuch x", 7, "");
}

static void columns_come_with_an_operator_in_an_expression_and_without_in_a_sort(void **state)
{
    (void)state;
    assert_candidates("filter", "mo", 0, "mood:");
    assert_candidates("sort", "mo", 0, "mood");
    assert_candidates("sort", "agre", 0, "agreement");
    assert_candidates("filter", "not (Pa", 5, "partner:");
}

static void values_come_most_frequent_first_with_their_counts(void **state)
{
    (void)state;
    assert_candidates("filter", "flow:", 5, "export|import|total");
    assert_first("filter", "partner:", 8, "Russia", "5");
    assert_first("filter", "flow:", 5, "export", "2");
    assert_candidates("filter", "kind:figure flow=i", 17, "import");
    assert_candidates("filter", "flow:export,to", 12, "total");
    assert_candidates("filter", "flow!=to", 6, "total");
    assert_candidates("filter", "nosuch:x", 7, "");
}

static void values_are_those_of_the_rows_shown(void **state)
{
    (void)state;
    struct error error = {0};
    assert_true(workspace_filter(&workspace, "kind:event", &error));
    assert_candidates("filter", "mood:", 5, "glad");
}

static void a_value_that_is_no_bare_word_comes_in_quotation_marks(void **state)
{
    (void)state;
    assert_candidates("filter", "text:chin", 5, "\"Chinese imports\"");
    assert_candidates("filter", "text:\"Chinese i", 5, "\"Chinese imports\"");
    assert_candidates("filter", "quote:\"He c", 6, "\"He came, and \\\"saw\\\"\"");
}

static void only_what_stands_before_the_cursor_counts(void **state)
{
    (void)state;
    struct completion completion;
    completion_make(&completion, &workspace, "filter", "flow:imp and kind:figure", 8);
    assert_int_equal(completion.count, 1);
    assert_string_equal(completion.items[0].text, "import");
    completion_release(&completion);
}

static void files_are_completed_with_folders_marked(void **state)
{
    (void)state;
    char *folder = make_folder(), *inner = path_join(folder, "inner"),
         *file = path_join(folder, "in.csv"), *hidden = path_join(folder, ".hidden");
    assert_int_equal(mkdir(inner, 0700), 0);
    fclose(fopen(file, "w"));
    fclose(fopen(hidden, "w"));
    struct buffer line = {0}, expected = {0};
    buffer_printf(&line, "%s/i", folder);
    buffer_printf(&expected, "%s/in.csv|%s/inner/", folder, folder);
    assert_candidates("write", line.data, 0, expected.data);
    buffer_truncate(&line, line.length - 1);
    assert_candidates("write", line.data, 0, expected.data);
    buffer_puts(&line, "nosuch/");
    assert_candidates("write", line.data, 0, "");
    unlink(file);
    unlink(hidden);
    rmdir(inner);
    rmdir(folder);
    buffer_release(&line);
    buffer_release(&expected);
    free(folder);
    free(inner);
    free(file);
    free(hidden);
}

static void a_pattern_has_no_candidates(void **state)
{
    (void)state;
    assert_candidates("search", "flow:", 0, "");
    assert_candidates("", "x", 0, "");
    assert_candidates("nosuch", "x", 0, "");
}

static void an_empty_line_offers_everything(void **state)
{
    (void)state;
    struct completion completion;
    completion_make(&completion, &workspace, "command", "", 0);
    assert_true(completion.count > 40);
    completion_release(&completion);
    completion_make(&completion, &workspace, "filter", "", 0);
    assert_true(completion.count >= 14);
    completion_release(&completion);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

/* Counting the values of a column without a dictionary would need one for all rows. */
static void names_that_hardly_repeat_are_not_offered(void **state)
{
    (void)state;
    struct buffer bytes = {0};
    buffer_puts(&bytes, "id,kind,date,text,source\n");
    for (int row = 0; row < 70000; row++)
        buffer_printf(&bytes, "c%d,event,2024,word,s%d\n", row, row % 10 ? 2 : 1);
    close_workspace(&workspace);
    build_workspace(&workspace, bytes.data);
    buffer_release(&bytes);
    assert_candidates("filter", "source:", 7, "s2|s1");
    assert_candidates("filter", "id:", 3, "");
}

/* India is 699, Russia 643, China 156. */
static void values_of_official_statistics_are_counted_in_their_rows(void **state)
{
    (void)state;
    close_workspace(&workspace);
    build_workspace(&workspace, "t,i,j,k,v,q\n"
                                "2020,699,156,080620,10,1\n"
                                "2020,699,643,080620,10,1\n"
                                "2021,699,643,080620,20,1\n"
                                "2021,643,699,270900,70,1\n");
    assert_candidates("filter", "reporter:", 9, "India|Russia");
    assert_first("filter", "partner:", 8, "Russia", "2");
    assert_candidates("filter", "period:", 7, "2020|2021");
    assert_candidates("filter", "period>", 7, "2020|2021");
    assert_candidates("filter", "par", 0, "partner:");
}

/* The claims have no products; the separate file has. */
static void columns_that_only_a_file_beside_the_claims_has_are_offered(void **state)
{
    (void)state;
    char *folder = make_folder(), *path = path_join(folder, "trade.csv");
    FILE *file = fopen(path, "w");
    assert_true(fputs("t,i,j,k,v,q\n2020,699,156,080620,10,1\n", file) >= 0 && fclose(file) == 0);
    struct error error = {0};
    assert_candidates("filter", "prod", 0, "");
    assert_true(model_open_file(workspace.model, path, &error));
    model_finish_loading(workspace.model);
    assert_candidates("filter", "prod", 0, "product:");
    assert_candidates("filter", "product:", 8, "080620");
    unlink(path);
    rmdir(folder);
    free(path);
    free(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(commands_are_completed_by_name),
        TEST(the_argument_of_a_command_is_completed_behind_its_name),
        TEST(columns_come_with_an_operator_in_an_expression_and_without_in_a_sort),
        TEST(values_come_most_frequent_first_with_their_counts),
        TEST(values_are_those_of_the_rows_shown),
        TEST(a_value_that_is_no_bare_word_comes_in_quotation_marks),
        TEST(only_what_stands_before_the_cursor_counts),
        TEST(files_are_completed_with_folders_marked),
        TEST(a_pattern_has_no_candidates),
        TEST(an_empty_line_offers_everything),
        TEST(names_that_hardly_repeat_are_not_offered),
        TEST(values_of_official_statistics_are_counted_in_their_rows),
        TEST(columns_that_only_a_file_beside_the_claims_has_are_offered),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
