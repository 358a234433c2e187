/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/sink.h"

#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

struct taker {
    struct buffer whole;
    size_t calls, fails_at; /* the call that fails; 0 for none */
};

static bool take(void *context, struct text piece)
{
    struct taker *taker = context;
    errno = EPIPE;
    if (++taker->calls == taker->fails_at)
        return false;
    buffer_append_text(&taker->whole, piece);
    return true;
}

static void what_goes_in_comes_out_in_its_order(void **state)
{
    (void)state;
    struct taker taker = {.fails_at = 0};
    struct sink sink = {.take = take, .context = &taker};
    struct buffer expected = {0};
    for (int i = 0; i < 100000; i++) {
        buffer_printf(&expected, "%d ", i);
        buffer_printf(&sink.text, "%d ", i);
        assert_true(sink_pass(&sink));
    }
    size_t calls = taker.calls;
    assert_true(calls > 1 && calls < 100);
    assert_true(sink_finish(&sink));
    assert_int_equal(taker.calls, calls + 1);
    assert_string_equal(taker.whole.data, expected.data);
    assert_int_equal(sink.taken, expected.length);
    buffer_release(&taker.whole);
    buffer_release(&expected);
}

static void little_waits_for_the_end_and_nothing_is_no_piece(void **state)
{
    (void)state;
    struct taker taker = {.fails_at = 0};
    struct sink little = {.take = take, .context = &taker};
    buffer_puts(&little.text, "a");
    assert_true(sink_pass(&little));
    assert_int_equal(taker.calls, 0);
    assert_true(sink_finish(&little));
    assert_int_equal(taker.calls, 1);
    struct sink nothing = {.take = take, .context = &taker};
    assert_true(sink_pass(&nothing) && sink_finish(&nothing));
    assert_int_equal(taker.calls, 1);
    buffer_release(&taker.whole);
}

static void after_a_failure_nothing_more_is_taken(void **state)
{
    (void)state;
    struct taker taker = {.fails_at = 2};
    struct sink sink = {.take = take, .context = &taker};
    buffer_repeat(&sink.text, "a", 100000);
    assert_true(sink_pass(&sink));
    buffer_repeat(&sink.text, "b", 100000);
    assert_false(sink_pass(&sink));
    buffer_repeat(&sink.text, "c", 100000);
    assert_false(sink_pass(&sink));
    assert_int_equal(sink.text.length, 0);
    errno = 0;
    assert_false(sink_finish(&sink));
    assert_int_equal(sink.reason, EPIPE);
    assert_int_equal(sink.taken, 100000);
    assert_int_equal(taker.calls, 2);
    assert_int_equal(taker.whole.length, 100000);
    buffer_release(&taker.whole);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_goes_in_comes_out_in_its_order),
        cmocka_unit_test(little_waits_for_the_end_and_nothing_is_no_piece),
        cmocka_unit_test(after_a_failure_nothing_more_is_taken),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
