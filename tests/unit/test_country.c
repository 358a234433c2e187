/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/country.h"

#include "base/buffer.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

static const char countries[] = "name,aliases,iso2,iso3,m49,group\n"
                                "India,Republic of India|699,IN,IND,356,\n"
                                "Russia,\"Russian Federation|USSR, former\",RU,RUS,643,\n"
                                "Afghanistan,,AF,AFG,004,\n"
                                "C\u00f4te d'Ivoire,Ivory Coast| |,CI,CIV,384,\n"
                                "World,All countries|0,,W00,000,1\n";

static char path[] = "/tmp/tradescope-countries-XXXXXX";

static void write_list(const char *content)
{
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs(content, file);
    fclose(file);
}

static struct country_list *read_list(const char *content)
{
    struct error error = {0};
    write_list(content);
    struct country_list *list = country_list_read(path, &error);
    assert_non_null(list);
    assert_null(error.text);
    return list;
}

static void assert_refused(const char *content, const char *reason)
{
    struct error error = {0};
    struct buffer expected = {0};
    buffer_printf(&expected, "%s%s", path, reason);
    write_list(content);
    assert_null(country_list_read(path, &error));
    assert_string_equal(error.text, expected.data);
    error_release(&error);
    buffer_release(&expected);
}

static void assert_found(const struct country_list *list, const char *name, const char *expected)
{
    int country = country_find(list, text_of(name));
    assert_true(country >= 0);
    assert_string_equal(country_name(list, country), expected);
}

static void all_names_and_codes_find_the_country(void **state)
{
    (void)state;
    struct country_list *list = read_list(countries);
    assert_found(list, "Russia", "Russia");
    assert_found(list, "Russian Federation", "Russia");
    assert_found(list, "USSR, former", "Russia");
    assert_found(list, "RU", "Russia");
    assert_found(list, "RUS", "Russia");
    assert_found(list, "643", "Russia");
    assert_found(list, "356", "India");
    assert_found(list, "699", "India");
    country_list_free(list);
}

static void capitals_and_blanks_do_not_matter(void **state)
{
    (void)state;
    struct country_list *list = read_list(countries);
    assert_found(list, "RUSSIAN FEDERATION", "Russia");
    assert_found(list, " russia\t", "Russia");
    assert_found(list, "C\u00d4TE D'IVOIRE", "C\u00f4te d'Ivoire");
    country_list_free(list);
}

static void leading_zeros_of_a_code_do_not_matter(void **state)
{
    (void)state;
    struct country_list *list = read_list(countries);
    assert_found(list, "004", "Afghanistan");
    assert_found(list, "4", "Afghanistan");
    assert_found(list, "0356", "India");
    assert_found(list, "000", "World");
    assert_found(list, "0", "World");
    country_list_free(list);
}

static void what_is_no_country_is_not_found(void **state)
{
    (void)state;
    struct country_list *list = read_list(countries);
    assert_int_equal(country_find(list, text_of("")), -1);
    assert_int_equal(country_find(list, text_of("  ")), -1);
    assert_int_equal(country_find(list, text_of("Russi")), -1);
    assert_int_equal(country_find(list, text_of("Russiaa")), -1);
    assert_int_equal(country_find(list, text_of("zzz")), -1);
    assert_int_equal(country_find(list, text_of("\xff\xfe")), -1);
    assert_int_equal(country_find(list, text_of("group")), -1);
    country_list_free(list);
}

static bool is_same(const struct country_list *list, const char *a, const char *b)
{
    return country_is_same(list, text_of(a), text_of(b));
}

static void two_names_of_one_country_are_the_same(void **state)
{
    (void)state;
    struct country_list *list = read_list(countries);
    assert_true(is_same(list, "Russia", "RUS"));
    assert_false(is_same(list, "Russia", "India"));
    assert_false(is_same(list, "Russia", ""));
    assert_true(is_same(list, "Atlantis", "Atlantis"));
    assert_true(is_same(list, "Atlantis", "ATLANTIS "));
    assert_false(is_same(list, "Atlantis", "Lemuria"));
    assert_true(is_same(list, "", ""));
    country_list_free(list);
}

static void without_a_list_equal_texts_are_the_same(void **state)
{
    (void)state;
    assert_true(is_same(NULL, "Russia", "Russia"));
    assert_false(is_same(NULL, "Russia", "RUS"));
}

static void columns_are_found_by_name(void **state)
{
    (void)state;
    struct country_list *list = read_list("m49;note;NAME\n643;IN;Russia\n356\n");
    assert_found(list, "643", "Russia");
    assert_int_equal(country_find(list, text_of("IN")), -1);
    assert_int_equal(country_find(list, text_of("356")), -1);
    country_list_free(list);
}

static void a_list_that_is_none_is_refused(void **state)
{
    (void)state;
    const char *nothing = ": lists no countries; it needs a header with `name` and rows";
    assert_refused("", nothing);
    assert_refused("name,iso2\n", nothing);
    assert_refused("iso2,iso3\nIN,IND\n", nothing);
    assert_refused("name\nIndia\n\"Russia\n", ":3: the quote that opens here is never closed, so "
                                              "the rest of the file is left out; close it with "
                                              "a second \"");
}

static void a_name_of_two_countries_is_refused(void **state)
{
    (void)state;
    assert_refused("name,aliases\nCongo,Kongo\nZaire,KONGO\n",
                   ":3: `kongo` names both Congo and Zaire; take it from one of them");
}

static void a_name_may_stand_twice_at_one_country(void **state)
{
    (void)state;
    struct country_list *list = read_list("name,aliases\nIndia,INDIA|India\n");
    assert_found(list, "india", "India");
    country_list_free(list);
}

static void no_file_is_refused(void **state)
{
    (void)state;
    struct error error = {0};
    assert_null(country_list_read("/nonexistent/countries.csv", &error));
    assert_string_equal(error.text, "/nonexistent/countries.csv: cannot be opened: No such file or "
                                    "directory; check its name");
    error_release(&error);
}

static int make_file(void **state)
{
    (void)state;
    int file = mkstemp(path);
    return file < 0 ? -1 : close(file);
}

static int remove_file(void **state)
{
    (void)state;
    return unlink(path);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_names_and_codes_find_the_country),
        cmocka_unit_test(capitals_and_blanks_do_not_matter),
        cmocka_unit_test(leading_zeros_of_a_code_do_not_matter),
        cmocka_unit_test(what_is_no_country_is_not_found),
        cmocka_unit_test(two_names_of_one_country_are_the_same),
        cmocka_unit_test(without_a_list_equal_texts_are_the_same),
        cmocka_unit_test(columns_are_found_by_name),
        cmocka_unit_test(a_list_that_is_none_is_refused),
        cmocka_unit_test(a_name_of_two_countries_is_refused),
        cmocka_unit_test(a_name_may_stand_twice_at_one_country),
        cmocka_unit_test(no_file_is_refused),
    };
    return cmocka_run_group_tests(tests, make_file, remove_file);
}
