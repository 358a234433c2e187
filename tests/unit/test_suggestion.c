/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/array.h"
#include "base/suggestion.h"

static const char *const words[] = {"kind", "value", "period", "reporter", "Österreich", "year"};

static const char *nearest(const char *word)
{
    struct text texts[ARRAY_LENGTH(words)];
    for (size_t i = 0; i < ARRAY_LENGTH(words); i++)
        texts[i] = text_of(words[i]);
    size_t found = suggestion_nearest(text_of(word), texts, ARRAY_LENGTH(words));
    return found == (size_t)-1 ? "" : words[found];
}

static void finds_the_nearest_word(void **state)
{
    (void)state;
    assert_string_equal(nearest("yeer"), "year");        /* a replacement */
    assert_string_equal(nearest("vlaue"), "value");      /* a swap */
    assert_string_equal(nearest("perid"), "period");     /* a letter left out */
    assert_string_equal(nearest("periood"), "period");   /* one too many */
    assert_string_equal(nearest("REPROTR"), "reporter"); /* two edits of eight, either case */
    assert_string_equal(nearest("österreih"), "Österreich");
    assert_string_equal(nearest("KIND"), "kind");
}

static void finds_none_that_is_too_far(void **state)
{
    (void)state;
    assert_string_equal(nearest("yeee"), ""); /* two edits of four letters */
    assert_string_equal(nearest("id"), "");
    assert_string_equal(nearest(""), "");
    assert_string_equal(nearest("quotation"), "");
    assert_string_equal(nearest("\xff\xfe"), "");
}

/* Optimal string alignment edits no part twice: "ca" to "abc" takes three steps, not two. */
static void edits_no_part_twice(void **state)
{
    (void)state;
    struct text far = text_of("abcxxxx"), near = text_of("caxxxx");
    assert_int_equal(suggestion_nearest(near, &far, 1), (size_t)-1);
    struct text swapped = text_of("acxxxx");
    assert_int_equal(suggestion_nearest(near, &swapped, 1), 0);
}

static void takes_the_first_of_equals(void **state)
{
    (void)state;
    struct text texts[] = {text_of("import"), text_of("export"), text_of("export")};
    assert_int_equal(suggestion_nearest(text_of("exporr"), texts, 3), 1);
    assert_int_equal(suggestion_nearest(text_of("export"), NULL, 0), (size_t)-1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_the_nearest_word),
        cmocka_unit_test(finds_none_that_is_too_far),
        cmocka_unit_test(edits_no_part_twice),
        cmocka_unit_test(takes_the_first_of_equals),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
