/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/array.h"
#include "base/buffer.h"
#include "base/memory.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void buffer_is_always_terminated(void **state)
{
    struct buffer buffer = {0};
    (void)state;
    buffer_puts(&buffer, "");
    assert_string_equal(buffer.data, "");
    buffer_putc(&buffer, 'a');
    assert_string_equal(buffer.data, "a");
    buffer_append(&buffer, "bcd", 2);
    assert_string_equal(buffer.data, "abc");
    buffer_printf(&buffer, "%d%s", 42, "!");
    assert_string_equal(buffer.data, "abc42!");
    buffer_repeat(&buffer, "-=", 3);
    assert_string_equal(buffer.data, "abc42!-=-=-=");
    buffer_truncate(&buffer, 3);
    assert_string_equal(buffer.data, "abc");
    buffer_truncate(&buffer, 99);
    assert_int_equal(buffer.length, 3);
    buffer_release(&buffer);
}

static void buffer_keeps_nul_bytes(void **state)
{
    struct buffer buffer = {0};
    (void)state;
    buffer_append(&buffer, "a\0b", 3);
    buffer_append_text(&buffer, (struct text){NULL, 0});
    assert_int_equal(buffer.length, 3);
    assert_memory_equal(buffer.data, "a\0b", 4);
    buffer_release(&buffer);
}

static void a_buffer_grows(void **state)
{
    struct buffer buffer = {0};
    (void)state;
    for (int i = 0; i < 10000; i++)
        buffer_printf(&buffer, "%04d", i);
    assert_int_equal(buffer.length, 40000);
    assert_memory_equal(buffer.data + 4 * 9999, "9999", 5);
    buffer_printf(&buffer, "%5000d", 7);
    assert_int_equal(buffer.length, 45000);
    buffer_release(&buffer);
}

static void buffer_take_hands_over(void **state)
{
    struct buffer buffer = {0};
    (void)state;
    char *string = buffer_take(&buffer);
    assert_string_equal(string, "");
    free(string);
    buffer_puts(&buffer, "mine");
    string = buffer_take(&buffer);
    assert_string_equal(string, "mine");
    assert_null(buffer.data);
    assert_int_equal(buffer.length, 0);
    free(string);
}

static void an_array_grows(void **state)
{
    int *numbers = NULL;
    size_t capacity = 0;
    (void)state;
    for (size_t count = 0; count < 1000; count++) {
        ARRAY_RESERVE(numbers, count + 1, capacity);
        assert_true(capacity > count);
        numbers[count] = (int)count;
    }
    assert_int_equal(numbers[999], 999);
    free(numbers);
}

static void arena_pieces_are_aligned_zeroed_and_apart(void **state)
{
    struct arena arena = {0};
    unsigned char *pieces[300];
    (void)state;
    for (size_t i = 0; i < 300; i++) {
        size_t size = i * 7 % 1000;
        pieces[i] = arena_alloc(&arena, size);
        assert_int_equal((uintptr_t)pieces[i] % _Alignof(max_align_t), 0);
        for (size_t j = 0; j < size; j++)
            assert_int_equal(pieces[i][j], 0);
        memset(pieces[i], (int)(i % 251) + 1, size);
    }
    for (size_t i = 0; i < 300; i++)
        for (size_t j = 0; j < i * 7 % 1000; j++)
            assert_int_equal(pieces[i][j], i % 251 + 1);
    arena_release(&arena);
    assert_null(arena.newest);
    arena_release(&arena);
}

static void arena_takes_pieces_larger_than_a_block(void **state)
{
    struct arena arena = {0};
    (void)state;
    char *before = arena_copy(&arena, "before", 6);
    char *large = arena_alloc(&arena, 1000000);
    memset(large, 'x', 1000000);
    char *behind = arena_printf(&arena, "%s %d", "behind", 7);
    assert_string_equal(before, "before");
    assert_string_equal(behind, "behind 7");
    assert_string_equal(arena_copy(&arena, NULL, 0), "");
    arena_release(&arena);
}

static void copies_of_strings_are_terminated(void **state)
{
    (void)state;
    char *copy = xstrndup("abcdef", 3);
    assert_string_equal(copy, "abc");
    free(copy);
    copy = xstrndup(NULL, 0);
    assert_string_equal(copy, "");
    free(copy);
    int *zeroed = xcalloc(3, sizeof *zeroed);
    assert_int_equal(zeroed[0] | zeroed[1] | zeroed[2], 0);
    zeroed = xreallocarray(zeroed, 0, sizeof *zeroed);
    assert_non_null(zeroed);
    free(zeroed);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(buffer_is_always_terminated),
        cmocka_unit_test(buffer_keeps_nul_bytes),
        cmocka_unit_test(a_buffer_grows),
        cmocka_unit_test(buffer_take_hands_over),
        cmocka_unit_test(an_array_grows),
        cmocka_unit_test(arena_pieces_are_aligned_zeroed_and_apart),
        cmocka_unit_test(arena_takes_pieces_larger_than_a_block),
        cmocka_unit_test(copies_of_strings_are_terminated),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
