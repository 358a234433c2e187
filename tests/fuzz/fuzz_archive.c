/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A first line as the name of a member, and any bytes behind it as an archive: opened by its name
 * alone and with the member. Either comes out with text without NUL bytes, or a reason.
 */
#include "config.h"

#include "data/io/file_sniff.h"
#include "data/io/input_source.h"
#include "scratch.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define MOST ((size_t)1024 * 1024)

static void read_all(const char *path)
{
    struct error error = {0};
    struct buffer out = {0};
    static char piece[65536];
    ssize_t got = 1;
    struct input_source *source = input_source_open(path, &error);
    require((source == NULL) == (error.text != NULL));
    while (source && got > 0 && out.length < MOST) {
        got = input_source_read(source, out.length, piece, sizeof piece, &error);
        if (got > 0)
            buffer_append(&out, piece, (size_t)got);
        require((got < 0) == (error.text != NULL));
    }
    require(!error.text || (*error.text && !strpbrk(error.text, "\n\x1b")));
    require(!out.length || file_sniff_clean_length(out.data, out.length) == out.length);
    buffer_release(&out);
    error_release(&error);
    input_source_close(source);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct text rest = {(const char *)data, size}, member = scratch_take_line(&rest);
    struct buffer path = {0};
    scratch_enter();
    scratch_write("a.zip", rest);
    read_all("a.zip");
    buffer_printf(&path, "a.zip:%.*s", (int)member.length, member.data ? member.data : "");
    read_all(path.data);
    buffer_release(&path);
    return 0;
}
