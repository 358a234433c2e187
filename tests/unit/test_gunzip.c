/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/io/input_source.h"

#include "base/array.h"
#include "base/buffer.h"
#include "base/error.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <zlib.h>

#define ROWS "id,value\na,1\nb,2\nc,3\n"
#define MORE "d,4\n"

/* Appends a member, with a name in its header unless NULL. */
static void add_member(struct buffer *packed, const char *content, const char *name)
{
    unsigned char bytes[1024];
    gz_header header = {.name = (Bytef *)name, .os = 3};
    z_stream stream = {.next_in = (Bytef *)content,
                       .avail_in = (uInt)strlen(content),
                       .next_out = bytes,
                       .avail_out = sizeof bytes};
    assert_int_equal(deflateInit2(&stream, 9, Z_DEFLATED, MAX_WBITS + 16, 8, Z_FIXED), Z_OK);
    if (name)
        assert_int_equal(deflateSetHeader(&stream, &header), Z_OK);
    assert_int_equal(deflate(&stream, Z_FINISH), Z_STREAM_END);
    buffer_append(packed, (char *)bytes, stream.total_out);
    deflateEnd(&stream);
}

/* Unpacks everything, `step` bytes at a time. The error has what follows. */
static void unpack_all(struct text packed, size_t step, struct buffer *content, struct error *error)
{
    struct buffer copy = {0};
    buffer_append_text(&copy, packed);
    struct input_source *source = input_source_from_memory(&copy, error);
    char bytes[256];
    ssize_t got = source ? 1 : 0;
    while (got > 0) {
        got = input_source_read(source, content->length, bytes, step, error);
        buffer_append(content, bytes, got > 0 ? (size_t)got : 0);
    }
    input_source_close(source);
}

static void assert_inside(const struct buffer *packed, const char *content, const char *said)
{
    static const size_t steps[] = {1, 7, 256};
    for (size_t i = 0; i < ARRAY_LENGTH(steps); i++) {
        struct buffer found = {0};
        struct error error = {0};
        unpack_all(buffer_text(packed), steps[i], &found, &error);
        assert_string_equal(found.data, content);
        assert_int_equal(!error.text, !said);
        if (said)
            assert_non_null(strstr(error.text, said));
        buffer_release(&found);
        error_release(&error);
    }
}

static void members_follow_each_other(void **state)
{
    (void)state;
    struct buffer packed = {0};
    add_member(&packed, ROWS, NULL);
    assert_inside(&packed, ROWS, NULL);
    add_member(&packed, MORE, "rows.csv");
    assert_inside(&packed, ROWS MORE, NULL);
    add_member(&packed, "", NULL);
    add_member(&packed, MORE, NULL);
    assert_inside(&packed, ROWS MORE MORE, NULL);
    buffer_release(&packed);
}

static void padding_is_passed_over(void **state)
{
    (void)state;
    struct buffer packed = {0};
    add_member(&packed, ROWS, NULL);
    for (size_t i = 0; i < 512; i++)
        buffer_putc(&packed, '\0');
    assert_inside(&packed, ROWS, NULL);
    buffer_putc(&packed, 'x');
    assert_inside(&packed, ROWS, "has bytes behind the end of its gzip data");
    buffer_release(&packed);
}

static void what_is_no_member_is_told(void **state)
{
    (void)state;
    static const char *const rests[] = {"x", "\x1F", "\x1F\x8C", "d,4\n"};
    for (size_t i = 0; i < ARRAY_LENGTH(rests); i++) {
        struct buffer packed = {0};
        add_member(&packed, ROWS, NULL);
        buffer_puts(&packed, rests[i]);
        assert_inside(&packed, ROWS,
                      i == 1 ? "it ends before its data do" : "bytes behind the end");
        buffer_release(&packed);
    }
}

/* Cuts at any position within the first or the second member. */
static void a_cut_file_is_told(void **state)
{
    (void)state;
    struct buffer packed = {0};
    add_member(&packed, ROWS, NULL);
    size_t first = packed.length;
    add_member(&packed, MORE, "rows.csv");
    for (size_t length = 3; length < packed.length; length++) {
        struct buffer found = {0};
        struct error error = {0};
        unpack_all((struct text){packed.data, length}, 256, &found, &error);
        assert_int_equal(!error.text, length == first);
        assert_int_equal(strncmp(found.data ? found.data : "", ROWS MORE, found.length), 0);
        buffer_release(&found);
        error_release(&error);
    }
    buffer_release(&packed);
}

/* A bit of the time or the name in a header may change: the content is the same. */
static void no_bit_gives_other_data_in_silence(void **state)
{
    (void)state;
    struct buffer packed = {0};
    size_t told = 0;
    add_member(&packed, ROWS, "rows.csv");
    add_member(&packed, MORE, NULL);
    for (size_t bit = 0; bit < packed.length * 8; bit++) {
        struct buffer found = {0};
        struct error error = {0};
        packed.data[bit / 8] ^= (char)(1 << bit % 8);
        unpack_all(buffer_text(&packed), 256, &found, &error);
        if (!error.text)
            assert_string_equal(found.data, ROWS MORE);
        told += error.text != NULL;
        packed.data[bit / 8] ^= (char)(1 << bit % 8);
        buffer_release(&found);
        error_release(&error);
    }
    assert_true(told > packed.length * 4);
    buffer_release(&packed);
}

/* The last eight bytes of a member. */
static void checksum_and_length_are_compared(void **state)
{
    (void)state;
    struct buffer packed = {0};
    add_member(&packed, ROWS, NULL);
    packed.data[packed.length - 8] ^= 1;
    assert_inside(&packed, ROWS, "is damaged or incomplete (gzip: incorrect data check)");
    packed.data[packed.length - 8] ^= 1;
    packed.data[packed.length - 1] ^= 1;
    assert_inside(&packed, ROWS, "is damaged or incomplete (gzip: incorrect length check)");
    buffer_release(&packed);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(members_follow_each_other),
        cmocka_unit_test(padding_is_passed_over),
        cmocka_unit_test(what_is_no_member_is_told),
        cmocka_unit_test(a_cut_file_is_told),
        cmocka_unit_test(no_bit_gives_other_data_in_silence),
        cmocka_unit_test(checksum_and_length_are_compared),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
