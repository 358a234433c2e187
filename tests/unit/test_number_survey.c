/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The notation of the numbers of a column: random numbers written in one notation are read back
 * correctly, or refused if two notations fit all of them.
 */
#include "config.h"

#include "base/array.h"
#include "data/value/number_reader.h"
#include "data/value/number_survey.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { COLUMN = 12 };

static const char *const groups[] = {"", ",", ".", " ", "\xC2\xA0", "\xE2\x80\xAF", "'"};

/*
 * Writes `whole` and `places` digits of `part` behind it, with the point and the separator of
 * thousands.
 */
static void write_number(struct buffer *out, unsigned whole, unsigned part, int places, char point,
                         const char *group)
{
    char digits[16];
    int length = snprintf(digits, sizeof digits, "%u", whole);
    for (int i = 0; i < length; i++) {
        if (i && (length - i) % 3 == 0)
            buffer_puts(out, group);
        buffer_putc(out, digits[i]);
    }
    if (places)
        buffer_printf(out, "%c%0*u", point, places, part);
}

static void columns_of_one_style_are_read_back_or_refused(void **state)
{
    (void)state;
    srand(17);
    size_t read_back = 0, open = 0;
    for (int round = 0; round < 4000; round++) {
        char point = rand() % 2 ? '.' : ',';
        const char *group = groups[(size_t)rand() % ARRAY_LENGTH(groups)];
        int places = rand() % 4;
        double values[COLUMN];
        struct buffer texts[COLUMN] = {{0}};
        struct number_survey survey = {0};
        number_reader *read;
        if (*group == point)
            continue;
        for (int i = 0; i < COLUMN; i++) {
            static const unsigned powers[] = {1, 10, 100, 1000};
            unsigned whole = (unsigned)rand() % (rand() % 2 ? 900 : 9000000);
            unsigned part = (unsigned)rand() % powers[places];
            write_number(&texts[i], whole, part, places, point, group);
            values[i] = whole + (double)part / powers[places];
            number_survey_add(&survey, buffer_text(&texts[i]));
        }
        assert_int_equal(survey.numbers, COLUMN);
        if (number_survey_decide(&survey, ',', &read) == NUMBERS_OPEN) {
            open++;
        } else {
            for (int i = 0; i < COLUMN; i++) {
                struct decimal decimal;
                if (!read(buffer_text(&texts[i]), &decimal) ||
                    fabs(decimal.value - values[i]) > 1e-9 * (1 + values[i]))
                    fail_msg("`%s` is not %f", texts[i].data, values[i]);
            }
            read_back++;
        }
        for (int i = 0; i < COLUMN; i++)
            buffer_release(&texts[i]);
    }
    assert_true(read_back > 2500);
    assert_true(open < read_back);
}

static enum number_verdict decide(const char *const *texts, char separator, number_reader **read)
{
    struct number_survey survey = {0};
    for (; *texts; texts++)
        number_survey_add(&survey, text_of(*texts));
    return number_survey_decide(&survey, separator, read);
}

static void two_readings_are_refused_unless_the_file_speaks(void **state)
{
    (void)state;
    number_reader *read;
    const char *const commas[] = {"12,500", "9,875", NULL};
    const char *const with_small[] = {"12,500", "5", NULL};
    const char *const ungrouped[] = {"12,500", "1250", NULL};
    const char *const points[] = {"12.500", "9.875", NULL};
    const char *const two_groups[] = {"12,500", "1,250,000", NULL};
    assert_int_equal(decide(commas, ',', &read), NUMBERS_OPEN);
    assert_int_equal(decide(with_small, '\t', &read), NUMBERS_OPEN);
    assert_int_equal(decide(commas, ';', &read), NUMBERS_READ);
    assert_true(number_reader_has_comma(read));
    assert_int_equal(decide(ungrouped, ',', &read), NUMBERS_READ);
    assert_true(number_reader_has_comma(read));
    assert_int_equal(decide(points, ',', &read), NUMBERS_READ); /* which is said */
    assert_false(number_reader_has_comma(read));
    assert_int_equal(decide(points, ';', &read), NUMBERS_OPEN);
    assert_int_equal(decide(two_groups, ',', &read), NUMBERS_READ);
    assert_false(number_reader_has_comma(read));
}

static void other_signs_are_understood(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        double value;
    } numbers[] = {{"(1,234.5)", -1234.5},
                   {"\xE2\x88\x92"
                    "12.5",
                    -12.5},
                   {"1,23,456.5", 123456.5},
                   {"- 7.5", -7.5},
                   {" 1\xE2\x80\x99"
                    "234.5 ",
                    1234.5},
                   {"12.5 e", 12.5},
                   {"12.5 b", 12.5},
                   {"12.5p", 12.5},
                   {"12.5*", 12.5}};
    for (size_t i = 0; i < ARRAY_LENGTH(numbers); i++) {
        struct number_survey survey = {0};
        struct decimal decimal;
        number_reader *read;
        number_survey_add(&survey, text_of(numbers[i].text));
        assert_int_equal(survey.numbers, 1);
        number_survey_decide(&survey, ',', &read);
        assert_true(read(text_of(numbers[i].text), &decimal));
        assert_true(decimal.value == numbers[i].value);
    }
}

static void words_are_no_numbers(void **state)
{
    (void)state;
    static const char *const words[] = {"Brazil",  "Infinity", "inf", "1-2", "12 of 13",
                                        "1,2,3 x", "--5",      "5-",  ".",   ",",
                                        "1.2bn",   "10 mn",    "5k",  "3b",  "7 kg"};
    for (size_t i = 0; i < ARRAY_LENGTH(words); i++) {
        struct number_survey survey = {0};
        number_survey_add(&survey, text_of(words[i]));
        if (survey.numbers)
            fail_msg("%s is a number", words[i]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(columns_of_one_style_are_read_back_or_refused),
        cmocka_unit_test(two_readings_are_refused_unless_the_file_speaks),
        cmocka_unit_test(other_signs_are_understood),
        cmocka_unit_test(words_are_no_numbers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
