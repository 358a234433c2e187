/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/codes/country.h"

#include "scratch_file.h"

static const char countries[] =
    "name,aliases,iso2,iso3,m49,comtrade,imf,dgcis,kind\n"
    "India,Republic of India,IN,IND,356,699,534,,\n"
    "Russia,\"Russian Federation|USSR, former\",RU,RUS,643,,922,15344,\n"
    "China,China P RP,CN,CHN,156,,924,10077,\n"
    "Canada,,CA,CAN,124,,156,5059,\n"
    "Afghanistan,,AF,AFG,004,,512,10001,\n"
    "C\u00f4te d'Ivoire,Ivory Coast| |,CI,CIV,384,,,,\n"
    "USSR,Soviet Union,SU,SUN,810,,,,former\n"
    "\"Areas, nes\",_X,,,,899,,,remainder\n"
    "Asia,,,,142,,,,group\n"
    "World,All countries,,W00,000,0,,,world\n";

static struct country_list *read_list(const char *content)
{
    struct error error = {0};
    scratch_write(text_of(content));
    struct country_list *list = country_list_read(scratch_path, &error);
    assert_non_null(list);
    assert_null(error.text);
    return list;
}

static void assert_refused(const char *content, const char *reason)
{
    struct error error = {0};
    scratch_write(text_of(content));
    assert_null(country_list_read(scratch_path, &error));
    scratch_check_error(&error, reason);
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
    assert_found(list, "CHINA  P\tRP   ", "China");
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

static void assert_code(const struct country_list *list, enum country_scheme scheme,
                        const char *code, const char *expected)
{
    int country = country_find_code(list, scheme, text_of(code));
    if (expected)
        assert_string_equal(country_name(list, country), expected);
    else
        assert_int_equal(country, -1);
}

/*
 * 156 is China in M49, and Canada in the IMF's scheme; 699 is India in Comtrade's, and unused in
 * M49.
 */
static void a_number_means_what_its_scheme_says(void **state)
{
    (void)state;
    struct country_list *list = read_list(countries);
    assert_code(list, COUNTRY_ANY, "156", "China");
    assert_code(list, COUNTRY_M49, "156", "China");
    assert_code(list, COUNTRY_COMTRADE, "156", "China");
    assert_code(list, COUNTRY_IMF, "156", "Canada");
    assert_code(list, COUNTRY_DGCIS, "156", NULL);
    assert_code(list, COUNTRY_DGCIS, "15344", "Russia");
    assert_code(list, COUNTRY_ANY, "15344", NULL);
    assert_code(list, COUNTRY_COMTRADE, "699", "India");
    assert_code(list, COUNTRY_M49, "699", NULL);
    assert_code(list, COUNTRY_COMTRADE, "4", "Afghanistan");
    country_list_free(list);
}

static void letters_of_a_scheme_may_be_an_alias(void **state)
{
    (void)state;
    struct country_list *list = read_list(countries);
    assert_code(list, COUNTRY_ISO3, "IND", "India");
    assert_code(list, COUNTRY_ISO2, "IN", "India");
    assert_code(list, COUNTRY_ISO3, "_X ", "Areas, nes");
    assert_code(list, COUNTRY_M49, "IND", NULL);
    country_list_free(list);
}

static void wholes_are_told_from_countries(void **state)
{
    (void)state;
    struct country_list *list = read_list(countries);
    int russia = country_find(list, text_of("RUSSIA")), ussr = country_find(list, text_of("SUN"));
    int rest = country_find(list, text_of("Areas, nes")),
        asia = country_find(list, text_of("Asia"));
    int world = country_find(list, text_of("W00"));
    assert_int_equal(country_kind(list, russia), COUNTRY_SINGLE);
    assert_int_equal(country_kind(list, ussr), COUNTRY_FORMER);
    assert_int_equal(country_kind(list, rest), COUNTRY_REMAINDER);
    assert_false(country_is_group(list, russia));
    assert_false(country_is_group(list, rest));
    assert_true(country_is_group(list, asia));
    assert_false(country_is_world(list, asia));
    assert_true(country_is_group(list, world));
    assert_true(country_is_world(list, world));
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
    assert_refused("name,iso2\n", ": lists no countries; it needs rows under the header");
    assert_refused("iso2,iso3\nIN,IND\n",
                   ":1: the header has no column `name`; add one with the countries");
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

static void a_number_of_two_countries_is_refused_within_a_scheme(void **state)
{
    (void)state;
    struct country_list *list = read_list("name,m49,imf\nChina,156,\nCanada,,156\n");
    assert_found(list, "156", "China");
    country_list_free(list);
    assert_refused("name,imf\nChina,156\nCanada,156\n",
                   ":3: `156` names both China and Canada; take it from one of them");
}

static void a_kind_that_is_none_is_refused(void **state)
{
    (void)state;
    assert_refused("name,kind\nIndia,\nAsia,continent\n",
                   ":3: `continent` is no kind; write former, remainder, group, world or nothing");
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_names_and_codes_find_the_country),
        cmocka_unit_test(capitals_and_blanks_do_not_matter),
        cmocka_unit_test(leading_zeros_of_a_code_do_not_matter),
        cmocka_unit_test(what_is_no_country_is_not_found),
        cmocka_unit_test(a_number_means_what_its_scheme_says),
        cmocka_unit_test(letters_of_a_scheme_may_be_an_alias),
        cmocka_unit_test(wholes_are_told_from_countries),
        cmocka_unit_test(two_names_of_one_country_are_the_same),
        cmocka_unit_test(without_a_list_equal_texts_are_the_same),
        cmocka_unit_test(columns_are_found_by_name),
        cmocka_unit_test(a_list_that_is_none_is_refused),
        cmocka_unit_test(a_name_of_two_countries_is_refused),
        cmocka_unit_test(a_number_of_two_countries_is_refused_within_a_scheme),
        cmocka_unit_test(a_kind_that_is_none_is_refused),
        cmocka_unit_test(a_name_may_stand_twice_at_one_country),
        cmocka_unit_test(no_file_is_refused),
    };
    return cmocka_run_group_tests(tests, scratch_begin, scratch_end);
}
