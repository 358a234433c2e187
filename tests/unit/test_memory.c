/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/memory_block.h"
#include "base/memory.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/array.h"
#include "base/buffer.h"

/* Hidden from the compiler, which would warn of such sizes. */
static volatile size_t most = SIZE_MAX;

static void ask_malloc(void)
{
    xmalloc(most);
}

static void ask_calloc(void)
{
    xcalloc(most / 2, 3);
}

static void ask_array(void)
{
    xreallocarray(NULL, most / 4, 8);
}

static void ask_string(void)
{
    xstrndup("a", most);
}

static void ask_arena(void)
{
    struct arena arena = {0};
    arena_alloc(&arena, most);
}

static void ask_arena_for_little_less(void)
{
    struct arena arena = {0};
    arena_alloc(&arena, 8);
    arena_alloc(&arena, most - 100);
}

static void ask_arena_to_copy(void)
{
    struct arena arena = {0};
    arena_copy(&arena, "a", most);
}

static void ask_buffer(void)
{
    struct buffer buffer = {0};
    buffer_append(&buffer, "a", most);
}

static void ask_buffer_for_more(void)
{
    struct buffer buffer = {0};
    buffer_puts(&buffer, "abc");
    buffer_append(&buffer, "a", most - 3);
}

static void tell(void)
{
    ssize_t written = write(STDERR_FILENO, "handler\n", 8);
    (void)written;
}

/* Runs `ask` in a child, and stores its standard error in `said`. */
static int run(void (*ask)(void), char *said, size_t size)
{
    int ends[2], status;
    assert_int_equal(pipe(ends), 0);
    pid_t child = fork();
    if (child == 0) {
        dup2(ends[1], STDERR_FILENO);
        memory_on_exhaustion(tell);
        ask();
        _exit(0);
    }
    close(ends[1]);
    ssize_t got, length = 0;
    while ((got = read(ends[0], said + length, size - 1 - (size_t)length)) > 0)
        length += got;
    said[length] = '\0';
    close(ends[0]);
    assert_int_equal(waitpid(child, &status, 0), child);
    return status;
}

static void too_large_requests_end_the_program_with_a_message(void **state)
{
    (void)state;
    static void (*const asks[])(void) = {ask_malloc,        ask_calloc, ask_array,
                                         ask_string,        ask_arena,  ask_arena_for_little_less,
                                         ask_arena_to_copy, ask_buffer, ask_buffer_for_more};
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    skip(); /* their malloc ends the program itself */
#endif
    for (size_t i = 0; i < ARRAY_LENGTH(asks); i++) {
        char said[256];
        int status = run(asks[i], said, sizeof said);
        assert_true(WIFEXITED(status));
        assert_int_equal(WEXITSTATUS(status), 1);
        assert_memory_equal(said, "handler\ntradescope: out of memory (", 35);
        assert_non_null(strstr(said, " bytes were asked for)\n"));
    }
}

static void nothing_is_something(void **state)
{
    (void)state;
    void *memory[] = {xmalloc(0), xcalloc(0, 8), xreallocarray(NULL, 0, 0), xstrndup(NULL, 0)};
    for (size_t i = 0; i < ARRAY_LENGTH(memory); i++) {
        assert_non_null(memory[i]);
        free(memory[i]);
    }
}

static void pieces_of_an_arena_are_aligned_zeroed_and_apart(void **state)
{
    (void)state;
    struct arena arena = {0};
    unsigned char *pieces[300];
    for (size_t i = 0; i < ARRAY_LENGTH(pieces); i++) {
        pieces[i] = arena_alloc(&arena, i * 7);
        assert_int_equal((uintptr_t)pieces[i] % _Alignof(max_align_t), 0);
        for (size_t j = 0; j < i * 7; j++)
            assert_int_equal(pieces[i][j], 0);
        memset(pieces[i], (int)(i % 256), i * 7);
    }
    for (size_t i = 0; i < ARRAY_LENGTH(pieces); i++)
        for (size_t j = 0; j < i * 7; j++)
            assert_int_equal(pieces[i][j], i % 256);
    assert_string_equal(arena_printf(&arena, "%d of %s", 5, "five"), "5 of five");
    assert_string_equal(arena_copy(&arena, "abc", 2), "ab");
    arena_release(&arena);
    arena_release(&arena);
}

static void a_block_grows_and_keeps_its_content(void **state)
{
    (void)state;
    struct memory_block block = {0};
    const size_t small = 5, large = (size_t)4 << 20;
    assert_true(memory_block_reserve(&block, small));
    memset(block.data, 'a', small);
    assert_true(memory_block_reserve(&block, large));
    assert_memory_equal(block.data, "aaaaa", small);
    assert_true(block.size >= large);
    void *data = block.data;
    assert_true(memory_block_reserve(&block, small)); /* there is room already */
    assert_ptr_equal(block.data, data);
    assert_false(memory_block_reserve(&block, SIZE_MAX / 2));
    assert_ptr_equal(block.data, data);
    memory_block_release(&block);
    assert_int_equal(block.size, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(too_large_requests_end_the_program_with_a_message),
        cmocka_unit_test(nothing_is_something),
        cmocka_unit_test(a_block_grows_and_keeps_its_content),
        cmocka_unit_test(pieces_of_an_arena_are_aligned_zeroed_and_apart),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
