/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/load/head.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "packing.h"
#include "scratch_file.h"

/* What was made of a compressed file, which comes in pieces. Release it with release(). */
struct trial {
    struct buffer bytes;
    struct input_source *source;
    struct head head;
    struct error error;
    size_t line;
    bool was_read;
};

static void try(struct trial *trial)
{
    struct buffer packed = {0};
    pack(&packed, archive_write_add_filter_gzip, buffer_text(&trial->bytes));
    scratch_write(buffer_text(&packed));
    buffer_release(&packed);
    trial->source = input_source_open(scratch_path, &trial->error);
    assert_non_null(trial->source);
    trial->was_read =
        head_read(&trial->head, scratch_path, trial->source, 0, &trial->line, &trial->error);
}

static void release(struct trial *trial)
{
    head_release(&trial->head);
    input_source_close(trial->source);
    error_release(&trial->error);
    buffer_release(&trial->bytes);
}

/* Bytes are split twice on average, and no more are unpacked than a head may have. */
static void assert_linear(struct trial *trial)
{
    size_t most = trial->bytes.length < LONGEST_HEAD ? trial->bytes.length : LONGEST_HEAD;
    assert_in_range(trial->head.searched, 1, 3 * most);
    uint64_t arrived = input_source_arrived(trial->source);
    assert_true(arrived == UINT64_MAX || arrived <= LONGEST_HEAD + (1 << 20));
}

static void a_long_header_is_split_in_linear_time(void **state)
{
    (void)state;
    struct trial trial = {0};
    buffer_puts(&trial.bytes, "a,\"");
    buffer_repeat(&trial.bytes, "word\n", 2000000);
    buffer_puts(&trial.bytes, "\",c\n1,2,3\n");
    try(&trial);
    assert_true(trial.was_read);
    assert_int_equal(trial.head.records[0].count, 3);
    assert_int_equal(trial.head.records[0].fields[1].length, 10000000);
    assert_linear(&trial);
    release(&trial);
}

static void a_head_without_end_is_refused(void **state)
{
    (void)state;
    static const struct {
        const char *start, *rest;
        size_t line;
        const char *reason;
    } cases[] = {
        {"a,b,", "x", 0, "has no whole record in its first 16 MiB; it is no CSV file"},
        {"", "\n", 0, "has no whole record in its first 16 MiB; it is no CSV file"},
        {"a,\n\n", "\n", 0, NULL},
        {"", ",", 1, "has more than 100000 columns, which is the most that can be read"},
        {"a,\"b", "x", 1, "the quote that opens here is not closed in the first 16 MiB"},
        {"\n\na,\"b", "x\n", 3, "the quote that opens here is not closed in the first 16 MiB"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct trial trial = {0};
        buffer_puts(&trial.bytes, cases[i].start);
        buffer_repeat(&trial.bytes, cases[i].rest, 20000000 / strlen(cases[i].rest));
        try(&trial);
        assert_int_equal(trial.was_read, !cases[i].reason);
        if (cases[i].reason)
            assert_non_null(strstr(trial.error.text, cases[i].reason));
        assert_int_equal(trial.line, cases[i].line);
        assert_linear(&trial);
        release(&trial);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(a_long_header_is_split_in_linear_time, scratch_remove),
        cmocka_unit_test_teardown(a_head_without_end_is_refused, scratch_remove),
    };
    return cmocka_run_group_tests(tests, scratch_begin, scratch_end);
}
