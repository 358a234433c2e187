/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The parts count themselves in arrays of atomic counters, which the thread of the test checks
 * afterwards. The linker puts our pthread_create() in place of the library's, to simulate a system
 * without threads.
 */
#include "config.h"

#include "base/parallel.h"

#include <errno.h>
#include <pthread.h>
#include <sched.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define ROWS 10000
#define MOST_WORKERS 1024
#define NO_LIMIT 1000

/* --- threads that can run out --- */

typedef void *thread_main(void *argument);
int __real_pthread_create(pthread_t *thread, const pthread_attr_t *attributes, thread_main *run,
                          void *argument);
int __wrap_pthread_create(pthread_t *thread, const pthread_attr_t *attributes, thread_main *run,
                          void *argument);

static int threads_left = NO_LIMIT;
static int threads_started;

int __wrap_pthread_create(pthread_t *thread, const pthread_attr_t *attributes, thread_main *run,
                          void *argument)
{
    if (threads_left == 0)
        return EAGAIN;
    threads_left--;
    threads_started++;
    return __real_pthread_create(thread, attributes, run, argument);
}

/* --- work that counts --- */

struct count {
    atomic_int of_row[ROWS];
    atomic_int of_worker[MOST_WORKERS]; /* parts at work; never more than one */
    atomic_int parts;
    atomic_bool is_wrong; /* a part was too large or empty, or a worker was not alone */
    size_t grain;
    pthread_t caller;
};

static void count_rows(void *context, size_t worker, size_t first, size_t last)
{
    struct count *count = context;
    bool is_right = worker < parallel_processors() && worker < MOST_WORKERS && first < last &&
                    last <= ROWS && last - first <= count->grain && first % count->grain == 0;
    if (!is_right || atomic_fetch_add(&count->of_worker[worker], 1) != 0) {
        atomic_store(&count->is_wrong, true);
        return;
    }
    for (size_t row = first; row < last; row++)
        atomic_fetch_add(&count->of_row[row], 1);
    atomic_fetch_add(&count->parts, 1);
    atomic_fetch_sub(&count->of_worker[worker], 1);
}

static struct count *count_new(size_t grain)
{
    struct count *count = calloc(1, sizeof *count);
    assert_non_null(count);
    count->grain = grain;
    count->caller = pthread_self();
    threads_started = 0;
    return count;
}

static void assert_rows_done_once(const struct count *count, size_t rows)
{
    assert_false(atomic_load(&count->is_wrong));
    for (size_t row = 0; row < ROWS; row++)
        assert_int_equal(atomic_load(&count->of_row[row]), row < rows);
}

static void assert_counts(size_t rows, size_t grain, int parts)
{
    struct count *count = count_new(grain);
    assert_true(parallel_for(rows, grain, count_rows, count, NULL, NULL));
    assert_rows_done_once(count, rows);
    assert_int_equal(atomic_load(&count->parts), parts);
    free(count);
}

/* --- the tests --- */

static void test_every_row_is_done_once(void **state)
{
    (void)state;
    assert_counts(ROWS, 1, ROWS);
    assert_counts(ROWS, 7, 1429);
    assert_counts(ROWS, 1000, 10);
    assert_counts(ROWS - 1, 1000, 10);
    assert_counts(ROWS - 999, 1000, 10);
    assert_counts(ROWS - 1000, 1000, 9);
}

static void test_few_parts_need_few_threads(void **state)
{
    (void)state;
    assert_counts(0, 10, 0);
    assert_int_equal(threads_started, 0);
    assert_counts(10, 10, 1);
    assert_int_equal(threads_started, 0);
    assert_counts(10, SIZE_MAX, 1);
    assert_int_equal(threads_started, 0);
    assert_counts(11, 10, 2);
    assert_in_range(threads_started, 0, 1);
    assert_counts(ROWS, 1, ROWS);
    assert_int_equal(threads_started, parallel_processors() - 1);
}

/* Runs on one processor, with all threads that it starts. */
static void test_one_processor(void **state)
{
    cpu_set_t all, one;
    int processor = 0;
    (void)state;
    assert_int_equal(sched_getaffinity(0, sizeof all, &all), 0);
    while (!CPU_ISSET(processor, &all))
        processor++;
    CPU_ZERO(&one);
    CPU_SET(processor, &one);
    assert_int_equal(sched_setaffinity(0, sizeof one, &one), 0);
    assert_int_equal(parallel_processors(), 1);
    assert_counts(ROWS, 100, 100);
    assert_int_equal(threads_started, 0);
    assert_int_equal(sched_setaffinity(0, sizeof all, &all), 0);
}

static void test_threads_that_cannot_be_started(void **state)
{
    (void)state;
    for (int left = 0; left < 3; left++) {
        threads_left = left;
        assert_counts(ROWS, 10, ROWS / 10);
        assert_in_range(threads_started, 0, left);
    }
    threads_left = NO_LIMIT;
}

/* Doubts from the third time on that it is asked. */
struct doubt {
    int asked;
    bool is_on_other_thread;
    pthread_t caller;
};

static bool doubt_later(void *context)
{
    struct doubt *doubt = context;
    doubt->is_on_other_thread |= !pthread_equal(doubt->caller, pthread_self());
    return ++doubt->asked >= 3;
}

static void do_nothing(void *context, size_t worker, size_t first, size_t last)
{
    (void)context, (void)worker, (void)first, (void)last;
}

/* So much work would never be done. */
static void test_doubt_ends_it_early(void **state)
{
    struct doubt doubt = {.caller = pthread_self()};
    (void)state;
    assert_false(parallel_for(SIZE_MAX / 2, 1, do_nothing, NULL, doubt_later, &doubt));
    assert_int_equal(doubt.asked, 3);
    assert_false(doubt.is_on_other_thread);
}

static void test_doubt_before_the_first_part(void **state)
{
    struct doubt doubt = {.asked = 2, .caller = pthread_self()};
    struct count *count = count_new(10);
    (void)state;
    threads_left = 0;
    assert_false(parallel_for(ROWS, 10, count_rows, count, doubt_later, &doubt));
    threads_left = NO_LIMIT;
    assert_rows_done_once(count, 0);
    free(count);
}

/* The parts that the calling thread does between two doubts are the only ones. */
static void test_doubt_is_asked_before_each_part(void **state)
{
    struct doubt doubt = {.caller = pthread_self()};
    struct count *count = count_new(10);
    (void)state;
    threads_left = 0;
    assert_false(parallel_for(ROWS, 10, count_rows, count, doubt_later, &doubt));
    threads_left = NO_LIMIT;
    assert_rows_done_once(count, 20);
    free(count);
}

static bool never_doubt(void *context)
{
    (void)context;
    return false;
}

static void test_no_doubt_is_no_end(void **state)
{
    struct count *count = count_new(10);
    (void)state;
    assert_true(parallel_for(ROWS, 10, count_rows, count, never_doubt, NULL));
    assert_rows_done_once(count, ROWS);
    free(count);
}

/* The thread that owns the terminal gets its signals: other threads block them. */
static void note_signals(void *context, size_t worker, size_t first, size_t last)
{
    struct count *count = context;
    sigset_t blocked;
    (void)worker;
    pthread_sigmask(SIG_BLOCK, NULL, &blocked);
    bool is_caller = pthread_equal(count->caller, pthread_self());
    if (sigismember(&blocked, SIGWINCH) == is_caller)
        atomic_store(&count->is_wrong, true);
    for (size_t row = first; row < last; row++)
        atomic_fetch_add(&count->of_row[row], 1);
}

static void test_signals_are_for_the_caller(void **state)
{
    struct count *count = count_new(1);
    (void)state;
    assert_true(parallel_for(ROWS, 1, note_signals, count, NULL, NULL));
    assert_rows_done_once(count, ROWS);
    free(count);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_row_is_done_once),
        cmocka_unit_test(test_few_parts_need_few_threads),
        cmocka_unit_test(test_one_processor),
        cmocka_unit_test(test_threads_that_cannot_be_started),
        cmocka_unit_test(test_doubt_ends_it_early),
        cmocka_unit_test(test_doubt_before_the_first_part),
        cmocka_unit_test(test_doubt_is_asked_before_each_part),
        cmocka_unit_test(test_no_doubt_is_no_end),
        cmocka_unit_test(test_signals_are_for_the_caller),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
