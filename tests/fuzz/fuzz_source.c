/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Any bytes as a file, compressed or not. Whatever comes out is text without NUL bytes, is the same
 * however it is read, and ends either at the end or with a reason; what is UTF-8 and not
 * compressed comes out as it went in.
 */
#include "config.h"

#include "base/memory.h"
#include "data/io/file_sniff.h"
#include "data/io/input_source.h"
#include "data/io/unpack.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* A few bytes may unpack to gigabytes; so much is enough to see that they are right. */
#define MOST ((size_t)2 * 1024 * 1024)

static void require(bool holds)
{
    if (!holds)
        abort();
}

/* What comes out in pieces of one size, and whether an error ended it. */
static bool read_in_pieces(struct input_source *source, size_t size, struct buffer *out)
{
    struct error error = {0};
    char *piece = xmalloc(size);
    ssize_t got = 1;
    while (got > 0 && out->length < MOST) {
        got = input_source_read(source, out->length, piece, size, &error);
        if (got > 0)
            buffer_append(out, piece, (size_t)got);
    }
    require((got < 0) == (error.text != NULL));
    require(!error.text || *error.text);
    error_release(&error);
    free(piece);
    return got < 0;
}

static void check_size(const struct input_source *source, size_t length, bool is_broken)
{
    uint64_t size;
    require(input_source_size(source, &size));
    require(is_broken ? size >= length : size == length);
}

static void check(struct input_source *source, struct text input)
{
    struct buffer large = {0}, small = {0};
    bool is_broken = read_in_pieces(source, 100000, &large);
    require(read_in_pieces(source, 997, &small) == is_broken || large.length >= MOST);
    size_t length = small.length < large.length ? small.length : large.length;
    require(length == 0 || memcmp(small.data, large.data, length) == 0);
    require(file_sniff_clean_length(large.data, large.length) == large.length);
    if (large.length < MOST)
        check_size(source, large.length, is_broken);
    if (!unpack_recognises(input) && text_is_utf8(input)) {
        size_t mark = file_sniff_mark_length(input);
        require(large.length <= input.length - mark);
        require(large.length == 0 || memcmp(large.data, input.data + mark, large.length) == 0);
        require(is_broken || large.length == input.length - mark);
    }
    buffer_release(&large);
    buffer_release(&small);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct text input = {(const char *)data, size};
    struct buffer bytes = {0};
    struct error error = {0};
    buffer_append_text(&bytes, input);
    struct input_source *source = input_source_from_memory(&bytes, &error);
    require((source == NULL) == (error.text != NULL));
    if (source)
        check(source, input);
    input_source_close(source);
    error_release(&error);
    return 0;
}
