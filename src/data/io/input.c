/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/io/input.h"

#include "base/array.h"
#include "data/io/source.h"

#define CHUNK ((size_t)64 * 1024)

static void decode(struct input *input)
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

static bool read_all(struct source *source, struct buffer *raw, struct error *error)
{
    ssize_t got = 1;
    while (got > 0) {
        ARRAY_RESERVE(raw->data, raw->length + CHUNK + 1, raw->capacity);
        got = source_read(source, raw->length, raw->data + raw->length, CHUNK, error);
        raw->length += got > 0 ? (size_t)got : 0;
        raw->data[raw->length] = '\0';
    }
    return got == 0;
}

bool input_read(struct input *input, const char *path, struct error *error)
{
    *input = (struct input){0};
    struct source *source = source_open(path, error);
    bool was_read = source && read_all(source, &input->bytes, error);
    source_close(source);
    if (was_read)
        decode(input);
    else
        input_release(input);
    return was_read;
}

void input_release(struct input *input)
{
    buffer_release(&input->bytes);
}
