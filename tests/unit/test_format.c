/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The statements of format files, and the errors for wrong ones. */
#include "config.h"

#include "data/format/format_list.h"

#include "base/buffer.h"
#include "tests/unit/locations.h"

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

/* Parses, and returns all problems as lines. */
static char *parse(struct format *format, const char *text)
{
    struct problem_list problems = {0};
    struct buffer lines = {0};
    bool is_good = format_parse(format, "x/my.format", text_of(text), &problems);
    assert_int_equal(is_good, problems.count == 0);
    for (size_t i = 0; i < problems.count; i++) {
        problem_format(&lines, &problems.items[i]);
        buffer_putc(&lines, '\n');
    }
    problem_list_release(&problems);
    return buffer_take(&lines);
}

static void assert_problem(const char *text, const char *expected)
{
    struct format format;
    struct buffer whole = {0};
    buffer_printf(&whole, "title x\nheader with a\n%s\n", text);
    char *problems = parse(&format, whole.data);
    if (strncmp(problems, expected, strlen(expected)) != 0)
        fail_msg("`%s`: says %s, not %s", text, problems, expected);
    free(problems);
    format_release(&format);
    buffer_release(&whole);
}

static void assert_words(const struct word_list *list, const char *expected)
{
    struct buffer words = {0};
    for (size_t i = 0; i < list->count; i++)
        buffer_printf(&words, "%s%.*s", i ? " " : "", (int)list->words[i].length,
                      list->words[i].data);
    assert_string_equal(words.length ? words.data : "", expected);
    buffer_release(&words);
}

static const char whole_format[] =
    "# a remark with a \" in it\n"
    "title    My office, monthly\n"
    "source   \"My office\"\n"
    "note     Values FOB.\n"
    "note     Provisional.\n"
    "preamble 3\n"
    "header   with Year \"Trade Value (US$)\" | value_usd   # and more\n"
    "header   without Share\n"
    "header   cell 1 2 \"Exports*\"\n"
    "\n"
    "period   from Year + Month as month | Year as year\n"
    "reporter is New Zealand\n"
    "flow     from \"Trade Flow\"\n"
    "    M Import = import\n"
    "    X        = export\n"
    "value    from \"Trade Value (US$)\" | value_usd\n"
    "unit     is \"NZD thousand\"\n"
    "missing  - NA\n"
    "written  thousands\n"
    "skip     Row Total \"Grand total\" because sums\n"
    "keep     Kind Value because flags\n"
    "split    partner by Partner | code whole World 0\n";

static void a_whole_format_is_parsed(void **state)
{
    (void)state;
    struct format format;
    char *problems = parse(&format, whole_format);
    assert_string_equal(problems, "");
    free(problems);
    assert_string_equal(format.name, "my");
    assert_true(text_is(format.title, "My office, monthly"));
    assert_true(text_is(format.source, "My office"));
    assert_string_equal(format.note.data, "Values FOB. Provisional.");
    assert_int_equal(format.preamble, 3);
    assert_int_equal(format.with_count, 2);
    assert_words(&format.with[1], "tradevalueus valueusd");
    assert_words(&format.without, "share");
    assert_int_equal(format.cell_count, 1);
    assert_words(&format.missing, "- NA");
    assert_non_null(format.read);
    format_release(&format);
}

static void fields_have_sources(void **state)
{
    (void)state;
    struct format format;
    char *problems = parse(&format, whole_format);
    free(problems);
    const struct field_rule *period = &format.fields[FIELD_PERIOD];
    assert_int_equal(period->source_count, 2);
    assert_words(&period->sources[0].columns, "year month");
    assert_string_equal(period->sources[0].translations[0]->name, "month");
    assert_words(&period->sources[1].columns, "year");
    const struct field_rule *reporter = &format.fields[FIELD_REPORTER];
    assert_int_equal(reporter->sources[0].kind, SOURCE_CONSTANT);
    assert_true(text_is(reporter->sources[0].text, "New Zealand"));
    const struct field_rule *flow = &format.fields[FIELD_FLOW];
    assert_int_equal(flow->meaning_count, 3);
    assert_true(text_is(flow->meanings[1].pattern, "Import"));
    assert_true(text_is(flow->meanings[1].meaning, "import"));
    assert_true(text_is(flow->meanings[2].meaning, "export"));
    assert_int_equal(format.fields[FIELD_PRODUCT].line, 0);
    format_release(&format);
}

static void records_are_skipped_and_totals_split(void **state)
{
    (void)state;
    struct format format;
    char *problems = parse(&format, whole_format);
    free(problems);
    assert_int_equal(format.record_count, 2);
    assert_false(format.records[0].keeps);
    assert_words(&format.records[0].words, "Total Grand total");
    assert_true(text_is(format.records[0].reason, "sums"));
    assert_true(format.records[1].keeps);
    assert_int_equal(format.split_count, 1);
    assert_int_equal(format.splits[0].aspect, ASPECT_PARTNER);
    assert_words(&format.splits[0].columns, "partner code");
    assert_words(&format.splits[0].wholes, "World 0");
    format_release(&format);
}

static void problems_name_line_and_remedy(void **state)
{
    (void)state;
    assert_problem("colour red", "x/my.format:3: `colour` is no statement; there are title");
    assert_problem("flow is sideways", "x/my.format:3: `sideways` is no flow; write export");
    assert_problem("period is soon", "x/my.format:3: `soon` is no period; write 2019");
    assert_problem("unit is many dollars",
                   "x/my.format:3: `many dollars` is no unit; write a currency");
    assert_problem("value is 3", "x/my.format:3: `3` cannot be the value of every row");
    assert_problem("period from Year as years",
                   "x/my.format:3: `years` is no translation for the period");
    assert_problem("partner from P as year", "x/my.format:3: `year` is no translation for the pa");
    assert_problem("flow from", "x/my.format:3: the name of a column is missing");
    assert_problem("flow Export", "x/my.format:3: `flow` goes on with `is`");
    assert_problem("flow from a\nflow from b", "x/my.format:4: flow is stated on line 3 already");
    assert_problem("flow from a\n  M import", "x/my.format:4: write WORD = MEANING");
    assert_problem("flow from a\n  M = x", "x/my.format:4: `x` is no flow");
    assert_problem("  M = import", "x/my.format:3: an indented line says what words");
    assert_problem("title \"x", "x/my.format:3: a quote is not closed");
    assert_problem("reporter is", "x/my.format:3: the word behind `is` is missing");
    assert_problem("reporter is \" \"", "x/my.format:3: the word behind `is` is missing");
    assert_problem("preamble many", "x/my.format:3: `many` is no number");
    assert_problem("header of a", "x/my.format:3: `header` goes on with");
    assert_problem("skip a Total", "x/my.format:3: the reason is missing; write `because`");
    assert_problem("split colour by a", "x/my.format:3: `split` goes on with partner");
    assert_problem("split partner a", "x/my.format:3: write `by` and a column");
    assert_problem("written oddly", "x/my.format:3: `oddly` is no way to write numbers");
    assert_problem("melt value", "x/my.format:3: `melt` goes on with");
    assert_problem("period from a + b + c + d + e", "x/my.format:3: at most four columns");
    assert_problem("preamble 1 2", "x/my.format:3: `2` is not understood here");
}

/* All problems are reported at once, and lines below a broken statement are not blamed. */
static void several_problems_are_reported_at_once(void **state)
{
    (void)state;
    struct format format;
    char *problems = parse(&format, "flow form a\n  M = import\nperiod is soon\n");
    assert_non_null(strstr(problems, "x/my.format:1: `flow` goes on"));
    assert_non_null(strstr(problems, "x/my.format:3: `soon` is no period"));
    assert_null(strstr(problems, "x/my.format:2:"));
    free(problems);
    format_release(&format);
}

static void an_incomplete_format_is_refused(void **state)
{
    (void)state;
    struct format format;
    char *problems = parse(&format, "header with a\n");
    assert_string_equal(problems,
                        "x/my.format: has no title; write `title` and what the files are\n");
    free(problems);
    format_release(&format);
    problems = parse(&format, "title x\n");
    assert_non_null(strstr(problems, "does not say how a file is recognised"));
    free(problems);
    format_release(&format);
}

static void the_installed_formats_are_parsed(void **state)
{
    (void)state;
    struct format_list list = {0};
    format_list_read_folder(&list, SHIPPED_DATA "formats");
    for (size_t i = 0; i < list.problems.count; i++)
        print_error("%s:%zu: %s\n", list.problems.items[i].file, list.problems.items[i].line,
                    list.problems.items[i].reason);
    assert_int_equal(list.problems.count, 0);
    assert_true(list.count > 20);
    assert_non_null(format_list_find(&list, text_of("baci")));
    assert_null(format_list_find(&list, text_of("bac")));
    format_list_release(&list);
}

static void write_file(const char *folder, const char *name, const char *text)
{
    struct buffer path = {0};
    buffer_printf(&path, "%s/%s", folder, name);
    FILE *file = fopen(path.data, "w");
    assert_non_null(file);
    fputs(text, file);
    fclose(file);
    buffer_release(&path);
}

static void remove_file(const char *folder, const char *name)
{
    struct buffer path = {0};
    buffer_printf(&path, "%s/%s", folder, name);
    assert_int_equal(unlink(path.data), 0);
    buffer_release(&path);
}

/* A user's format replaces the installed one; a broken one neither replaces nor hides any. */
static void a_users_format_replaces_the_installed_one(void **state)
{
    (void)state;
    char folder[] = "/tmp/tradescope-formats-XXXXXX";
    assert_non_null(mkdtemp(folder));
    write_file(folder, "baci.format", "title Mine\nheader with t\n");
    write_file(folder, "comtrade.format", "title Broken\nheader wit\n");
    write_file(folder, "other.format", "title Other\nheader with z\n");
    write_file(folder, "other.format~", "no format\n");
    struct format_list list = {0};
    format_list_read_folder(&list, SHIPPED_DATA "formats");
    size_t shipped = list.count;
    format_list_read_folder(&list, folder);
    assert_int_equal(list.count, shipped + 1);
    assert_true(text_is(format_list_find(&list, text_of("baci"))->title, "Mine"));
    assert_false(text_is(format_list_find(&list, text_of("comtrade"))->title, "Broken"));
    assert_int_equal(list.problems.count, 1);
    assert_int_equal(list.problems.items[0].line, 2);
    format_list_release(&list);
    remove_file(folder, "baci.format");
    remove_file(folder, "comtrade.format");
    remove_file(folder, "other.format");
    remove_file(folder, "other.format~");
    assert_int_equal(rmdir(folder), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_whole_format_is_parsed),
        cmocka_unit_test(fields_have_sources),
        cmocka_unit_test(records_are_skipped_and_totals_split),
        cmocka_unit_test(problems_name_line_and_remedy),
        cmocka_unit_test(several_problems_are_reported_at_once),
        cmocka_unit_test(an_incomplete_format_is_refused),
        cmocka_unit_test(the_installed_formats_are_parsed),
        cmocka_unit_test(a_users_format_replaces_the_installed_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
