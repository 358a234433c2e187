/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/cell.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

#define JSON_DIGITS 15 /* every decimal of so many digits survives a double */

void cell_write_csv(struct buffer *out, struct text field)
{
    bool is_quoted = field.length && (field.data[0] == ' ' || field.data[field.length - 1] == ' ');
    for (size_t i = 0; i < field.length && !is_quoted; i++)
        is_quoted = strchr(",;\t\"\r\n", field.data[i]) != NULL;
    if (!is_quoted) {
        buffer_append_text(out, field);
        return;
    }
    buffer_putc(out, '"');
    for (size_t i = 0; i < field.length; i++) {
        if (field.data[i] == '"')
            buffer_putc(out, '"');
        buffer_putc(out, field.data[i]);
    }
    buffer_putc(out, '"');
}

/* JSON is UTF-8: what is not is written as its visible sign. */
static json_t *json_of_text(struct text text)
{
    if (text_is_utf8(text))
        return json_stringn(text.data, text.length);
    struct buffer visible = {0};
    text_make_visible(&visible, text, false);
    json_t *string = json_stringn(visible.data, visible.length);
    buffer_release(&visible);
    return string;
}

json_t *cell_json(struct text text)
{
    return text.length ? json_of_text(text) : json_null();
}

static int append_piece(const char *piece, size_t length, void *out)
{
    buffer_append(out, piece, length);
    return 0;
}

void cell_prepare_json(void)
{
    json_set_alloc_funcs(xmalloc, free); /* or a cell would be missing for want of memory */
}

void cell_write_json(struct buffer *out, json_t *value)
{
    json_dump_callback(value, append_piece, out, JSON_REAL_PRECISION(JSON_DIGITS));
    json_decref(value);
}
