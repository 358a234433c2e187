/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Selects rows by their codes, compared with looking up each. The codes use the full range of their
 * width, and the last word is not full.
 */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/memory.h"
#include "query/evaluate/code_set.h"

#include <stdlib.h>
#include <string.h>

#define ROWS ((size_t)1000)
#define WORDS ((ROWS + 63) / 64)
#define MOST_CODES ((size_t)70000)

struct sample {
    uint8_t narrow[ROWS];
    uint16_t middle[ROWS];
    uint32_t wide[ROWS];
    uint8_t has[MOST_CODES];
};

/* Each row takes a step of its own through the codes, so that all values of a byte occur. */
static int make_sample(void **state)
{
    struct sample *sample = xcalloc(1, sizeof *sample);
    for (size_t row = 0; row < ROWS; row++) {
        sample->narrow[row] = (uint8_t)(row * 7);
        sample->middle[row] = (uint16_t)(row % 3 ? row : row * 331);
        sample->wide[row] = (uint32_t)(row % 3 ? row : row * 331 % MOST_CODES);
    }
    *state = sample;
    return 0;
}

static int free_sample(void **state)
{
    free(*state);
    return 0;
}

/* Starts at the second word, with some rows already removed. */
static void check_some(const struct code_set *set, struct codes codes)
{
    uint64_t words[WORDS];
    size_t first = 64, count = ROWS - first;
    memset(words, UINT8_MAX, sizeof words);
    words[1] = 0;
    words[2] = UINT64_C(0x00ff00ff12345678);
    uint64_t before[WORDS];
    memcpy(before, words, sizeof words);
    code_set_narrow(set, codes, first, count, words);
    for (size_t i = 0; i < count; i++) {
        bool was_in = before[i / 64] >> i % 64 & 1, is_in = words[i / 64] >> i % 64 & 1;
        assert_int_equal(is_in, was_in && set->has[codes_at(codes, first + i)]);
    }
}

static void check(const struct sample *sample)
{
    struct codes all[] = {
        {sample->narrow, 1, 0}, {sample->middle, 2, 0}, {sample->wide, 4, 0}, {NULL, 0, 5}};
    const size_t counts[] = {256, 65536, MOST_CODES, 6};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        struct code_set set = code_set_of(sample->has, counts[i]);
        check_some(&set, all[i]);
        set.is_portable = true;
        check_some(&set, all[i]);
    }
}

static void takes_each_single_code(void **state)
{
    struct sample *sample = *state;
    for (size_t code = 0; code < 256; code++) {
        memset(sample->has, 0, sizeof sample->has);
        sample->has[code] = 1;
        check(sample);
    }
}

static void takes_ranges_up_to_the_last_code(void **state)
{
    struct sample *sample = *state;
    static const size_t ends[][2] = {{0, 0},         {0, 65535},         {1, 65535},
                                     {65535, 65535}, {100, 40000},       {32767, 32768},
                                     {40000, 50000}, {0, MOST_CODES - 1}};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        memset(sample->has, 0, sizeof sample->has);
        memset(sample->has + ends[i][0], 1, ends[i][1] - ends[i][0] + 1);
        check(sample);
    }
}

static void takes_what_does_not_follow(void **state)
{
    struct sample *sample = *state;
    static const unsigned periods[] = {2, 3, 5, 16, 17, 128, 300, 32768};
    for (size_t i = 0; i < sizeof periods / sizeof *periods; i++) {
        for (size_t code = 0; code < MOST_CODES; code++)
            sample->has[code] = code % periods[i] == 1;
        check(sample);
    }
}

static void takes_no_row_without_codes(void **state)
{
    struct sample *sample = *state;
    memset(sample->has, 0, sizeof sample->has);
    check(sample);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(takes_each_single_code, make_sample, free_sample),
        cmocka_unit_test_setup_teardown(takes_ranges_up_to_the_last_code, make_sample, free_sample),
        cmocka_unit_test_setup_teardown(takes_what_does_not_follow, make_sample, free_sample),
        cmocka_unit_test_setup_teardown(takes_no_row_without_codes, make_sample, free_sample),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
