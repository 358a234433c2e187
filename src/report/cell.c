/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/cell.h"

#include "base/memory.h"

#include <stdint.h>
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

/* A sign, digits with points or commas among them, an exponent, a percent sign. */
static bool is_plain_number(struct text field)
{
    size_t at = 0, digits = 0;
    at += at < field.length && (field.data[at] == '-' || field.data[at] == '+');
    for (; at < field.length && strchr("0123456789.,", field.data[at]) && field.data[at]; at++)
        digits += field.data[at] >= '0' && field.data[at] <= '9';
    if (digits && at < field.length && (field.data[at] == 'e' || field.data[at] == 'E')) {
        at++;
        at += at < field.length && (field.data[at] == '-' || field.data[at] == '+');
        for (digits = 0; at < field.length && field.data[at] >= '0' && field.data[at] <= '9'; at++)
            digits++;
    }
    at += at < field.length && field.data[at] == '%';
    return digits && at == field.length;
}

void cell_write_csv_safe(struct buffer *out, struct text field)
{
    struct buffer guarded = {0};
    bool is_formula = field.length && field.data[0] && strchr("=+-@\t\r", field.data[0]);
    if (!is_formula || is_plain_number(field)) {
        cell_write_csv(out, field);
        return;
    }
    buffer_putc(&guarded, '\'');
    buffer_append_text(&guarded, field);
    cell_write_csv(out, buffer_text(&guarded));
    buffer_release(&guarded);
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

static void append_escape(struct buffer *out, uint32_t character)
{
    if (character < 0x10000)
        buffer_printf(out, "\\u%04X", (unsigned)character);
    else
        buffer_printf(out, "\\u%04X\\u%04X", (unsigned)(0xD800 + ((character - 0x10000) >> 10)),
                      (unsigned)(0xDC00 + ((character - 0x10000) & 0x3FF)));
}

/* A piece ends where a character does. What disturbs a terminal stands only in strings. */
static int append_piece(const char *bytes, size_t length, void *out)
{
    struct text piece = {bytes, length};
    while (piece.length) {
        uint32_t character = 0;
        size_t taken = 0, before = text_find_disturbing(piece, &taken, &character);
        buffer_append(out, piece.data, before);
        if (taken)
            append_escape(out, character);
        piece.data += before + taken;
        piece.length -= before + taken;
    }
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
