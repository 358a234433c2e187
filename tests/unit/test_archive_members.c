/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/io/archive_members.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#define NAMES (const char *const[])

/* Chooses `wanted` among the names, which end with NULL. */
static bool choose(const char *const *names, const char *wanted, size_t *number,
                   struct error *error)
{
    struct archive_members members = {.wanted = wanted};
    for (size_t i = 0; names[i]; i++)
        archive_members_add(&members, names[i], i);
    bool is_chosen = archive_members_choose(&members, number, error);
    archive_members_release(&members);
    return is_chosen;
}

static void assert_chosen(const char *const *names, const char *wanted, size_t expected)
{
    struct error error = {0};
    size_t number = SIZE_MAX;
    assert_true(choose(names, wanted, &number, &error));
    assert_int_equal(number, expected);
}

static void assert_refused(const char *const *names, const char *wanted, const char *reason)
{
    struct error error = {0};
    size_t number;
    assert_false(choose(names, wanted, &number, &error));
    assert_string_equal(error.text, reason);
    error_release(&error);
}

static void the_only_file_is_the_data(void **state)
{
    (void)state;
    assert_chosen(NAMES{"BACI_HS17", NULL}, NULL, 0);
    assert_chosen(NAMES{"__MACOSX/._a.csv", "folder/.DS_Store", "folder/a.csv", NULL}, NULL, 2);
}

static void the_only_one_named_like_data_is_taken(void **state)
{
    (void)state;
    assert_chosen(NAMES{"readme.md", "Trade.CSV", "metadata.json", NULL}, NULL, 1);
    assert_chosen(NAMES{"licence.pdf", "x/trade.tsv", NULL}, NULL, 1);
    assert_chosen(NAMES{"trade.txt", "map.png", NULL}, NULL, 0);
}

static void several_are_named_with_how_to_choose(void **state)
{
    (void)state;
    assert_refused(NAMES{"a.csv", "b.csv", NULL}, NULL,
                   "holds 2 files: `a.csv`, `b.csv`; choose one with a colon behind the name of "
                   "the archive, as in FILE.zip:a.csv");
    assert_refused(NAMES{"a", "b", NULL}, NULL,
                   "holds 2 files: `a`, `b`; choose one with a colon behind the name of the "
                   "archive, as in FILE.zip:NAME");
    assert_refused(NAMES{"1.csv", "2.csv", "3.csv", "4.csv", "5.csv", "6.csv", NULL}, NULL,
                   "holds 6 files: `1.csv`, `2.csv`, `3.csv`, `4.csv`, `5.csv`, ...; choose one "
                   "with a colon behind the name of the archive, as in FILE.zip:1.csv");
}

static void one_is_asked_for_by_name(void **state)
{
    (void)state;
    const char *const *names = NAMES{"a.csv", "2023/b.csv", "2024/b.csv", "notes:a", NULL};
    assert_chosen(names, "a.csv", 0);
    assert_chosen(names, "b.csv", 1);
    assert_chosen(names, "2024/b.csv", 2);
    assert_chosen(names, "notes:a", 3);
    assert_refused(NAMES{"a.csv", "b.csv", NULL}, "c.csv",
                   "has no file `c.csv` inside; it holds `a.csv`, `b.csv`");
}

static void workbooks_are_refused(void **state)
{
    (void)state;
    const char *reason = "is a workbook or a document; export the sheet as CSV";
    assert_refused(NAMES{"[Content_Types].xml", "xl/workbook.xml", NULL}, NULL, reason);
    assert_refused(NAMES{"xl/workbook.xml", "[Content_Types].xml", NULL}, NULL, reason);
    assert_refused(NAMES{"mimetype", "content.xml", NULL}, NULL, reason);
    assert_chosen(NAMES{"a.csv", "mimetype", NULL}, NULL, 0);
}

static void an_empty_archive_says_so(void **state)
{
    (void)state;
    assert_refused(NAMES{NULL}, NULL, "is an empty archive");
    assert_refused(NAMES{".DS_Store", NULL}, "a.csv", "is an empty archive");
}

static void hostile_names_are_shown_harmless(void **state)
{
    (void)state;
    assert_refused(NAMES{"\x1b[2J.csv", "b.csv", NULL}, NULL,
                   "holds 2 files: `\u241b[2J.csv`, `b.csv`; choose one with a colon behind the "
                   "name of the archive, as in FILE.zip:\u241b[2J.csv");
    assert_refused(NAMES{"a", NULL}, "\x1b]0;", "has no file `\u241b]0;` inside; it holds `a`");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_only_file_is_the_data),
        cmocka_unit_test(the_only_one_named_like_data_is_taken),
        cmocka_unit_test(several_are_named_with_how_to_choose),
        cmocka_unit_test(one_is_asked_for_by_name),
        cmocka_unit_test(workbooks_are_refused),
        cmocka_unit_test(an_empty_archive_says_so),
        cmocka_unit_test(hostile_names_are_shown_harmless),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
