/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/load/chunk_queue.h"

#include "base/event.h"
#include "load_fixture.h"

#include <unistd.h>

enum { PART_SIZE = 32 };

struct reading {
    struct load_fixture fixture;
    struct chunk_queue *queue;
    struct text_store texts;
    int wakeup;
};

static void start(struct reading *reading, const char *rows, size_t threads)
{
    *reading = (struct reading){.wakeup = event_open()};
    load_fixture_start(&reading->fixture, rows);
    reading->queue = chunk_queue_new(&reading->fixture.plan, 0, strlen(rows), PART_SIZE, threads,
                                     reading->wakeup);
}

static void end(struct reading *reading)
{
    chunk_queue_free(reading->queue, &reading->texts);
    text_store_release(&reading->texts);
    close(reading->wakeup);
    load_fixture_end(&reading->fixture);
}

static struct chunk_result *await_result(struct reading *reading, uint64_t expected)
{
    struct chunk_result *result;
    while (!(result = chunk_queue_result(reading->queue, expected)))
        if (!chunk_queue_work(reading->queue))
            event_await(reading->wakeup, 30);
    return result;
}

/* 16 records of 8 bytes: four parts without a record across their ends. */
static const char EVEN_ROWS[] = "oil,100\noil,101\noil,102\noil,103\n"
                                "oil,104\noil,105\noil,106\noil,107\n"
                                "oil,108\noil,109\noil,110\noil,111\n"
                                "oil,112\noil,113\noil,114\noil,115\n";

static void check_parts_come_in_order(size_t threads)
{
    struct reading reading;
    start(&reading, EVEN_ROWS, threads);
    for (uint64_t part = 0; part < 4; part++) {
        struct chunk_result *result = await_result(&reading, part * PART_SIZE);
        const double *numbers = result->batch->columns[VALUE].cells.data;
        assert_true(result->is_found);
        assert_false(result->is_again);
        assert_int_equal(result->limit, (part + 1) * PART_SIZE);
        assert_int_equal(result->batch->start, part * PART_SIZE);
        assert_int_equal(result->batch->rows, 4);
        assert_true(numbers[0] == (double)(100 + 4 * part));
        assert_int_equal(result->batch->how, part == 3 ? BATCH_LAST : BATCH_DONE);
        chunk_queue_release(reading.queue);
    }
    end(&reading);
}

static void parts_come_in_the_order_of_the_file(void **state)
{
    (void)state;
    for (size_t threads = 1; threads <= 4; threads++)
        check_parts_come_in_order(threads);
}

static void a_record_across_the_end_of_a_part_belongs_to_the_first(void **state)
{
    (void)state;
    struct reading reading;
    start(&reading, "oil,1000000001\noil,1000000002\noil,1000000003\noil,1000000004\n", 2);
    struct chunk_result *result = await_result(&reading, 0);
    assert_int_equal(result->batch->rows, 3); /* the third begins at byte 30 of 32 */
    assert_int_equal(result->batch->end, 45);
    chunk_queue_release(reading.queue);
    result = await_result(&reading, 45);
    assert_int_equal(result->batch->start, 45);
    assert_int_equal(result->batch->rows, 1);
    end(&reading);
}

/* The second part lies inside the quotes of the first record, where each line looks like one. */
static const char QUOTED_ROWS[] = "\"many lines\ngas,1\ngas,2\ngas,3\ngas,4\ngas,5\ngas,6\n"
                                  "gas,7\ngas,8\n\",100\n"
                                  "oil,101\n";

static void a_wrong_guess_is_read_again_from_where_it_should_start(void **state)
{
    (void)state;
    struct reading reading;
    start(&reading, QUOTED_ROWS, 2);
    struct chunk_result *result = await_result(&reading, 0);
    uint64_t expected = result->batch->end;
    assert_int_equal(result->batch->rows, 1);
    assert_int_equal(expected, strlen(QUOTED_ROWS) - strlen("oil,101\n"));
    chunk_queue_release(reading.queue);
    result = await_result(&reading, expected);
    assert_true(result->is_found);
    assert_true(result->batch->start < expected);
    uint64_t limit = strlen(QUOTED_ROWS);
    chunk_queue_read_again(reading.queue, expected, limit, 0);
    result = await_result(&reading, expected);
    assert_true(result->is_again);
    assert_int_equal(result->batch->start, expected);
    assert_int_equal(result->batch->rows, 1);
    assert_true(*(const double *)result->batch->columns[VALUE].cells.data == 101);
    end(&reading);
}

static void a_queue_that_is_stopped_keeps_what_was_read(void **state)
{
    (void)state;
    struct reading reading;
    start(&reading, EVEN_ROWS, 2);
    await_result(&reading, 0);
    chunk_queue_stop(reading.queue);
    struct chunk_result *result = chunk_queue_result(reading.queue, 0);
    assert_non_null(result);
    assert_int_equal(result->batch->rows, 4);
    end(&reading);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(parts_come_in_the_order_of_the_file),
        cmocka_unit_test(a_record_across_the_end_of_a_part_belongs_to_the_first),
        cmocka_unit_test(a_wrong_guess_is_read_again_from_where_it_should_start),
        cmocka_unit_test(a_queue_that_is_stopped_keeps_what_was_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
