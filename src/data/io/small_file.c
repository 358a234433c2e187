/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/io/small_file.h"

#include "base/array.h"
#include "data/io/input_source.h"

#define READ_SIZE ((size_t)64 * 1024)

static void decode(struct small_file *input)
{
    struct text bytes = buffer_text(&input->bytes);
    input->encoding = encoding_recognise(bytes);
    if (input->encoding == ENCODING_UTF8)
        return;
    struct buffer decoded = {0};
    text_decode_cp1252(&decoded, bytes);
    buffer_release(&input->bytes);
    input->bytes = decoded;
}

static bool read_all(struct input_source *source, struct buffer *raw, struct error *error)
{
    ssize_t got = 1;
    while (got > 0) {
        ARRAY_RESERVE(raw->data, raw->length + READ_SIZE + 1, raw->capacity);
        got = input_source_read(source, raw->length, raw->data + raw->length, READ_SIZE, error);
        raw->length += got > 0 ? (size_t)got : 0;
        raw->data[raw->length] = '\0';
    }
    return got == 0;
}

bool small_file_read(struct small_file *input, const char *path, struct error *error)
{
    *input = (struct small_file){0};
    struct input_source *source = input_source_open(path, error);
    bool was_read = source && read_all(source, &input->bytes, error);
    input_source_close(source);
    if (was_read)
        decode(input);
    else
        small_file_release(input);
    return was_read;
}

void small_file_release(struct small_file *input)
{
    buffer_release(&input->bytes);
}
