/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "view/quote.h"

#include "view/workspace.h"
#include "workspace_builder.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

/* Checks the marked part of the quote, NULL for none. */
static void assert_marked(const char *quote, double number, const char *expected)
{
    struct claim claim = {.decimal = {.value = number}, .value = number * 1e9};
    size_t start = 0, end = 0;
    bool is_found = quote_find_number(text_of(quote), &claim, &start, &end);
    if (!expected) {
        assert_false(is_found);
        return;
    }
    assert_true(is_found);
    assert_int_equal(end - start, strlen(expected));
    assert_memory_equal(quote + start, expected, end - start);
}

static void digits_are_found_as_a_whole(void **state)
{
    (void)state;
    assert_marked("stood at $4.26 billion", 4.26, "4.26");
    assert_marked("grew by 33% in a year", 33, "33");
    assert_marked("some 3,500 people", 3500, "3,500");
    assert_marked("reached $65.7 billionHowever", 65.7, "65.7");
    assert_marked("$61.440 bn", 61.44, "61.440");
    assert_marked("the end is 2030.", 2030, "2030");
}

static void a_part_of_another_number_is_not_the_number(void **state)
{
    (void)state;
    assert_marked("in 2030, 30 partners", 30, "30");
    assert_marked("only in 2030", 30, NULL);
    assert_marked("164.26 or 4.261", 4.26, NULL);
    assert_marked("1,004 days", 4, NULL);
}

static void the_first_of_several_is_marked(void **state)
{
    (void)state;
    const char *quote = "5 now, 5 later";
    struct claim claim = {.decimal = {.value = 5}, .value = 5};
    size_t start, end;
    assert_true(quote_find_number(text_of(quote), &claim, &start, &end));
    assert_int_equal(start, 0);
}

static void small_numbers_are_found_in_words(void **state)
{
    (void)state;
    assert_marked("surged nearly threefold", 3, "threefold");
    assert_marked("the Second most important buyer", 2, "Second");
    assert_marked("a five-day visit", 5, "five");
    assert_marked("won one prize", 1, "one");
    assert_marked("someone went alone", 1, NULL);
    assert_marked("twenty and tenfolds", 10, NULL);
    assert_marked("thirteen", 13, NULL);
}

static void a_fall_is_found_by_its_size(void **state)
{
    (void)state;
    assert_marked("fell by 12.5%", -12.5, "12.5");
}

static void tricky_quotes_do_no_harm(void **state)
{
    (void)state;
    assert_marked("", 1, NULL);
    assert_marked("...,,,", 1, NULL);
    assert_marked("1.2.3 and 1,2", 2, NULL);
    assert_marked("\xff\xfe 7", 7, "7");
    assert_marked("7", 7, "7");
    assert_marked("one", 1, "one");
    assert_marked("99999999999999999999999999999999999999999999", 1, NULL);
}

static void an_event_has_no_number_to_mark(void **state)
{
    (void)state;
    struct claim claim = {.decimal = {.value = NAN}, .value = NAN};
    size_t start, end;
    assert_false(quote_find_number(text_of("nan 0"), &claim, &start, &end));
}

static void assert_written(const char *csv, const char *expected)
{
    struct workspace workspace;
    struct line line = {0};
    build_workspace(&workspace, csv);
    struct claim claim = dataset_claim(&workspace.model->dataset, 0);
    quote_write(&line, &workspace.model->dataset, &claim);
    assert_string_equal(line.text.data, expected);
    line_release(&line);
    close_workspace(&workspace);
}

static void the_number_stands_between_stars(void **state)
{
    (void)state;
    assert_written("kind,period,flow,value,unit,quote\n"
                   "figure,2023,export,4.26,USD bn,\"rose to $4.26\nbillion\"\n",
                   "\"rose to $4.26 billion\"");
    assert_written("kind,period,flow,value,unit,quote\n"
                   "figure,2023,export,4.26,USD bn,\"no number \033[1m\"\n",
                   "\"no number \xe2\x90\x9b[1m\"");
    assert_written("kind,period,flow,value,unit,quote\nfigure,2023,export,4.26,USD bn,\n",
                   "(no quote)");
}

static void the_next_claim_on_a_quote_goes_round(void **state)
{
    (void)state;
    struct workspace workspace;
    build_workspace(&workspace, SIX_CLAIMS);
    assert_true(quote_is_shared(&workspace.model->dataset, 0, 1));
    assert_false(quote_is_shared(&workspace.model->dataset, 0, 2));
    assert_int_equal(quote_next_claim(workspace.model), 1);
    workspace_select(&workspace, 1);
    assert_int_equal(quote_next_claim(workspace.model), 0);
    workspace_select(&workspace, 2);
    assert_int_equal(quote_next_claim(workspace.model), 2);
    close_workspace(&workspace);
}

static void rows_without_a_quote_share_none(void **state)
{
    (void)state;
    struct workspace workspace;
    build_workspace(&workspace, "kind,period,flow,value,unit,quote,source\n"
                                "figure,2023,export,1,USD,,a\nfigure,2024,export,1,USD,,a\n"
                                "figure,2022,export,1,USD,q,a\nfigure,2021,export,1,USD,q,b\n");
    assert_false(quote_is_shared(&workspace.model->dataset, 0, 1));
    assert_false(quote_is_shared(&workspace.model->dataset, 2, 3));
    close_workspace(&workspace);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(digits_are_found_as_a_whole),
        cmocka_unit_test(a_part_of_another_number_is_not_the_number),
        cmocka_unit_test(the_first_of_several_is_marked),
        cmocka_unit_test(small_numbers_are_found_in_words),
        cmocka_unit_test(a_fall_is_found_by_its_size),
        cmocka_unit_test(tricky_quotes_do_no_harm),
        cmocka_unit_test(an_event_has_no_number_to_mark),
        cmocka_unit_test(the_number_stands_between_stars),
        cmocka_unit_test(the_next_claim_on_a_quote_goes_round),
        cmocka_unit_test(rows_without_a_quote_share_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
