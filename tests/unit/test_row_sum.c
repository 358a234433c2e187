/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Compares group sums with a loop that adds one row after the other. The numbers are eighths of
 * small integers, whose sums are exact in any order, except where the order matters.
 */
#define _GNU_SOURCE /* to have one processor */

#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/memory.h"
#include "query/rows/row_sum.h"

#include <math.h>
#include <sched.h>
#include <stdlib.h>
#include <string.h>

#define ROWS (5 * ZONE_ROWS + 4321)

/* xorshift64* (Vigna 2016). */
static uint64_t draw(uint64_t *state)
{
    *state ^= *state >> 12;
    *state ^= *state << 25;
    *state ^= *state >> 27;
    return (*state * 0x2545F4914F6CDD1Du) >> 20;
}

struct sample {
    uint8_t narrow[ROWS];
    uint16_t middle[ROWS];
    uint32_t wide[ROWS];
    double numbers[ROWS];
    struct row_set rows;
};

static struct sample *sample_new(void)
{
    struct sample *sample = xcalloc(1, sizeof *sample);
    uint64_t state = 20100;
    sample->rows = row_set_none(ROWS);
    for (size_t row = 0; row < ROWS; row++) {
        /* Every other run is as in a sorted file, except for one row of some words. */
        uint64_t run = row / 1000, narrow = row % 192 == 63, middle = row % 192 == 64;
        sample->narrow[row] = (uint8_t)((run % 2 ? run + narrow : draw(&state)) % 7);
        sample->middle[row] = (uint16_t)((run % 2 ? run + middle : draw(&state)) % 300);
        sample->wide[row] = (uint32_t)(draw(&state) % 70000);
        sample->numbers[row] =
            draw(&state) % 9 ? ((double)(draw(&state) % 2001) - 1000) / 8 : (double)NAN;
        if (row / 64 % 5 == 1 || draw(&state) % 3 == 0)
            row_set_add(&sample->rows, row);
    }
    return sample;
}

static void sample_free(struct sample *sample)
{
    row_set_release(&sample->rows);
    free(sample);
}

static struct sum_key key_of(const void *codes, unsigned width, size_t count)
{
    struct sum_key key = {.codes = {codes, width, 0}, .code_count = count, .group_count = count};
    key.groups = xreallocarray(NULL, count, sizeof *key.groups);
    for (size_t code = 0; code < count; code++)
        key.groups[code] = (uint32_t)code;
    return key;
}

/*
 * Returns one number for all groups, in the order of the plan; NOWHERE for a row that is left out.
 */
#define NOWHERE SIZE_MAX
static size_t place_of(const struct sum_plan *plan, size_t row)
{
    size_t place = 0;
    if (plan->rows && !row_set_contains(plan->rows, row))
        return NOWHERE;
    for (size_t key = 0; key < plan->key_count; key++) {
        uint32_t group = plan->keys[key].groups[codes_at(plan->keys[key].codes, row)];
        if (group == NO_GROUP)
            return NOWHERE;
        place = place * plan->keys[key].group_count + group;
    }
    return place;
}

static double number_of(const struct sum_plan *plan, size_t row)
{
    double number = plan->numbers ? plan->numbers[row] : (double)NAN;
    return plan->factors ? number * plan->factors[codes_at(plan->units, row)] : number;
}

static struct row_sum *add_slowly(const struct sum_plan *plan, size_t *count)
{
    *count = 1;
    for (size_t key = 0; key < plan->key_count; key++)
        *count *= plan->keys[key].group_count;
    struct row_sum *sums = xcalloc(*count, sizeof *sums);
    for (size_t row = 0; row < plan->row_count; row++) {
        size_t place = place_of(plan, row);
        if (place == NOWHERE)
            continue;
        double number = number_of(plan, row);
        if (sums[place].row_count++ == 0)
            sums[place].first_row = row;
        sums[place].number_count += !isnan(number);
        sums[place].sum += isnan(number) ? 0 : number;
    }
    return sums;
}

static void check(const struct sum_plan *plan)
{
    struct row_sums sums;
    size_t count, next = 0;
    struct row_sum *slow = add_slowly(plan, &count);
    assert_true(row_sums_make(&sums, plan, NULL, NULL));
    for (size_t place = 0; place < count; place++) {
        if (!slow[place].row_count)
            continue;
        assert_in_range(next, 0, sums.count - 1);
        const struct row_sum *sum = &sums.items[next++];
        size_t found = 0;
        for (size_t key = 0; key < plan->key_count; key++)
            found = found * plan->keys[key].group_count + sum->groups[key];
        assert_int_equal(found, place);
        assert_int_equal(sum->row_count, slow[place].row_count);
        assert_int_equal(sum->first_row, slow[place].first_row);
        assert_int_equal(sum->number_count, slow[place].number_count);
        assert_true(sum->sum == slow[place].sum);
    }
    assert_int_equal(next, sums.count);
    row_sums_release(&sums);
    free(slow);
}

static void sums_codes_of_all_widths(void **state)
{
    struct sample *sample = *state;
    struct sum_plan plan = {.row_count = ROWS, .numbers = sample->numbers};
    check(&plan); /* no keys: one sum of all */
    plan.keys[0] = key_of(sample->narrow, 1, 7);
    plan.key_count = 1;
    check(&plan);
    plan.keys[1] = key_of(sample->middle, 2, 300);
    plan.key_count = 2;
    check(&plan);
    plan.rows = &sample->rows;
    check(&plan);
    plan.keys[2] = key_of(NULL, 0, 3);
    plan.keys[2].codes.constant = 2;
    plan.key_count = 3;
    check(&plan);
    plan.numbers = NULL;
    check(&plan);
    sum_plan_release(&plan);
}

/* 7 * 70000 combinations do not fit in an array. */
static void looks_up_what_has_too_many_groups(void **state)
{
    struct sample *sample = *state;
    struct sum_plan plan = {.row_count = ROWS, .numbers = sample->numbers, .key_count = 2};
    plan.keys[0] = key_of(sample->narrow, 1, 7);
    plan.keys[1] = key_of(sample->wide, 4, 70000);
    check(&plan);
    plan.rows = &sample->rows;
    plan.keys[1].groups[17] = NO_GROUP;
    plan.keys[0].groups[3] = 1;
    check(&plan);
    sum_plan_release(&plan);
}

static void groups_codes_and_leaves_some_out(void **state)
{
    struct sample *sample = *state;
    struct sum_plan plan = {
        .row_count = ROWS, .rows = &sample->rows, .numbers = sample->numbers, .key_count = 2};
    plan.keys[0] = key_of(sample->narrow, 1, 7);
    plan.keys[1] = key_of(sample->middle, 2, 300);
    for (size_t code = 0; code < 300; code++)
        plan.keys[1].groups[code] = code % 5 == 0 ? NO_GROUP : (uint32_t)(code % 4);
    plan.keys[1].group_count = 4;
    plan.keys[0].groups[0] = NO_GROUP;
    check(&plan);
    sum_plan_release(&plan);
}

/* Millions beside single dollars, and units that do not count. */
static void multiplies_by_the_factor_of_the_unit(void **state)
{
    struct sample *sample = *state;
    const double factors[] = {NAN, 1, 1e6, 1e3, NAN, 0.5, 8};
    struct sum_plan plan = {.row_count = ROWS,
                            .numbers = sample->numbers,
                            .factors = factors,
                            .units = {sample->narrow, 1, 0},
                            .key_count = 1};
    plan.keys[0] = key_of(sample->middle, 2, 300);
    check(&plan);
    plan.rows = &sample->rows;
    check(&plan);
    sum_plan_release(&plan);
}

static void has_no_groups_without_rows(void **state)
{
    (void)state;
    struct sum_plan plan = {.key_count = 1};
    struct row_sums sums;
    plan.keys[0] = key_of(NULL, 0, 1);
    assert_true(row_sums_make(&sums, &plan, NULL, NULL));
    assert_int_equal(sums.count, 0);
    row_sums_release(&sums);
    sum_plan_release(&plan);
}

static bool doubts(void *context)
{
    (void)context;
    return true;
}

static void gives_no_sums_when_doubted(void **state)
{
    struct sample *sample = *state;
    struct sum_plan plan = {.row_count = ROWS, .numbers = sample->numbers};
    struct row_sums sums;
    assert_false(row_sums_make(&sums, &plan, doubts, NULL));
    assert_null(sums.items);
}

/* 1e16 + 1 is 1e16 for a double that adds one after the other. */
static void loses_no_small_numbers(void **state)
{
    (void)state;
    double *numbers = xcalloc(ROWS, sizeof *numbers);
    for (size_t row = 0; row < ROWS; row++)
        numbers[row] = 1;
    numbers[0] = 1e16;
    numbers[ROWS - 1] = -1e16;
    struct sum_plan plan = {.row_count = ROWS, .numbers = numbers};
    struct row_sums sums;
    assert_true(row_sums_make(&sums, &plan, NULL, NULL));
    assert_true(sums.items[0].sum == (double)(ROWS - 2));
    row_sums_release(&sums);
    free(numbers);
}

static void is_the_same_on_one_processor(void **state)
{
    struct sample *sample = *state;
    cpu_set_t before, one;
    struct row_sums many, single;
    double *numbers = xcalloc(ROWS, sizeof *numbers);
    uint64_t seed = 9;
    for (size_t row = 0; row < ROWS; row++)
        numbers[row] = (double)draw(&seed) / 3 * (draw(&seed) % 2 ? 1e-9 : 1e9);
    struct sum_plan plan = {.row_count = ROWS, .numbers = numbers, .key_count = 1};
    plan.keys[0] = key_of(sample->middle, 2, 300);
    row_sums_make(&many, &plan, NULL, NULL);
    assert_int_equal(sched_getaffinity(0, sizeof before, &before), 0);
    CPU_ZERO(&one);
    for (int cpu = 0; cpu < CPU_SETSIZE && !CPU_COUNT(&one); cpu++)
        if (CPU_ISSET(cpu, &before))
            CPU_SET(cpu, &one);
    assert_int_equal(sched_setaffinity(0, sizeof one, &one), 0);
    row_sums_make(&single, &plan, NULL, NULL);
    sched_setaffinity(0, sizeof before, &before);
    assert_int_equal(many.count, single.count);
    assert_memory_equal(many.items, single.items, many.count * sizeof *many.items);
    row_sums_release(&many);
    row_sums_release(&single);
    sum_plan_release(&plan);
    free(numbers);
}

static void takes_equal_words_for_one_group(void **state)
{
    (void)state;
    struct table *table = table_new();
    table_add_column(table, text_of("flow"), COLUMN_TEXT);
    const char *const words[] = {"export", "import", "", "export"};
    for (size_t row = 0; row < 4; row++) {
        table_add_row(table, row + 2);
        table_set_text(table, row, 0, text_of(words[row]));
    }
    struct sum_plan plan = {.row_count = 4, .key_count = 1};
    plan.keys[0] = sum_key_of_column(table, 0);
    struct row_sums sums;
    assert_true(row_sums_make(&sums, &plan, NULL, NULL));
    assert_int_equal(sums.count, 3);
    assert_int_equal(sums.items[0].row_count, 1);
    assert_int_equal(sums.items[1].row_count, 2);
    assert_true(text_is(table_distinct(table, 0, sums.items[1].groups[0]), "export"));
    row_sums_release(&sums);
    sum_plan_release(&plan);
    table_free(table);
}

static int start(void **state)
{
    *state = sample_new();
    return 0;
}

static int end(void **state)
{
    sample_free(*state);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sums_codes_of_all_widths),
        cmocka_unit_test(looks_up_what_has_too_many_groups),
        cmocka_unit_test(groups_codes_and_leaves_some_out),
        cmocka_unit_test(multiplies_by_the_factor_of_the_unit),
        cmocka_unit_test(has_no_groups_without_rows),
        cmocka_unit_test(gives_no_sums_when_doubted),
        cmocka_unit_test(loses_no_small_numbers),
        cmocka_unit_test(is_the_same_on_one_processor),
        cmocka_unit_test(takes_equal_words_for_one_group),
    };
    return cmocka_run_group_tests(tests, start, end);
}
