/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/load/id_check.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

/* A bijection of the integers (Vigna 2015, SplitMix64). */
static uint64_t hash_of(uint64_t id)
{
    id = (id ^ id >> 30) * 0xbf58476d1ce4e5b9u;
    id = (id ^ id >> 27) * 0x94d049bb133111ebu;
    return id ^ id >> 31;
}

/* So many that each table grows often. */
static void an_id_keeps_the_line_on_which_it_stood_first(void **state)
{
    (void)state;
    const size_t ids = 700000;
    struct id_check check = {0};
    size_t first;
    for (size_t id = 1; id <= ids; id++) {
        assert_true(id_check_enter(&check, hash_of(id), id, &first));
        assert_int_equal(first, 0);
    }
    for (size_t id = 1; id <= ids; id++) {
        assert_true(id_check_enter(&check, hash_of(id), ids + id, &first));
        assert_int_equal(first, id);
    }
    id_check_release(&check);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_id_keeps_the_line_on_which_it_stood_first)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
