/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/cell.h"

#include "base/memory.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define JSON_DIGITS 15 /* a double preserves any decimal with this number of digits */

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

/* Accepts a sign, digits with points or commas, an exponent, a percent sign. */
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

/* JSON is UTF-8: invalid bytes are written as visible signs. */
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

/* Pieces end between characters. Only strings contain characters that disturb a terminal. */
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
    json_set_alloc_funcs(xmalloc, free); /* so that jansson never fails without memory */
}

void cell_write_json(struct buffer *out, json_t *value)
{
    json_dump_callback(value, append_piece, out,
                       JSON_ENCODE_ANY | JSON_REAL_PRECISION(JSON_DIGITS));
    json_decref(value);
}

static size_t digits_at(struct text text, size_t at)
{
    size_t start = at;
    while (at < text.length && text.data[at] >= '0' && text.data[at] <= '9')
        at++;
    return at - start;
}

static bool is_one_of(struct text text, size_t at, const char *signs)
{
    return at < text.length && text.data[at] && strchr(signs, text.data[at]);
}

/* RFC 8259, 6: no plus sign, no leading zeros, digits on both sides of the point. */
static bool is_json_number(struct text text)
{
    size_t at = is_one_of(text, 0, "-"), whole = digits_at(text, at);
    if (!whole || (whole > 1 && text.data[at] == '0'))
        return false;
    at += whole;
    if (is_one_of(text, at, ".")) {
        size_t places = digits_at(text, at + 1);
        if (!places)
            return false;
        at += 1 + places;
    }
    if (is_one_of(text, at, "eE")) {
        at += 1 + is_one_of(text, at + 1, "+-");
        size_t digits = digits_at(text, at);
        if (!digits)
            return false;
        at += digits;
    }
    return at == text.length;
}

/*
 * Writes the digits of a number with this decimal sign as JSON does: without plus sign, separators
 * of thousands and flags; "(5)" is -5.
 */
static struct buffer write_plainly(struct text text, char decimal_sign)
{
    struct text minus = text_of("\u2212");
    struct buffer plain = {0};
    bool has_minus = is_one_of(text, 0, "-(") || text_begins_folded(text, minus);
    buffer_puts(&plain, has_minus ? "-" : "");
    for (size_t at = 0; at < text.length; at++) {
        bool is_point = text.data[at] == decimal_sign, has_digit = plain.length > has_minus;
        if (is_point && !has_digit)
            buffer_putc(&plain, '0');
        if (is_point)
            buffer_putc(&plain, '.');
        else if (is_one_of(text, at, "0123456789") || (has_digit && is_one_of(text, at, "eE")) ||
                 (at && is_one_of(text, at - 1, "eE") && is_one_of(text, at, "+-")))
            buffer_putc(&plain, text.data[at]);
    }
    return plain;
}

/* Returns false if no notation gives a JSON number equal to `number`. */
static bool append_plainly(struct buffer *out, struct text text, double number)
{
    bool is_same = false;
    for (size_t i = 0; i < 2 && !is_same; i++) {
        struct buffer plain = write_plainly(text, ".,"[i]);
        is_same = plain.length && is_json_number(buffer_text(&plain)) &&
                  strtod(plain.data, NULL) == number;
        if (is_same)
            buffer_append_text(out, buffer_text(&plain));
        buffer_release(&plain);
    }
    return is_same;
}

void cell_write_json_value(struct buffer *out, struct text cell, double number)
{
    if (isnan(number))
        cell_write_json(out, cell_json(cell));
    else if (is_json_number(cell))
        buffer_append_text(out, cell);
    else if (!append_plainly(out, cell, number))
        cell_write_json(out, cell_json(cell));
}

void cell_write_number(struct buffer *out, double number)
{
    struct buffer digits = {0};
    buffer_printf(&digits, "%.*g", JSON_DIGITS, number);
    int places = isfinite(number) ? decimal_places(buffer_text(&digits)) : 0;
    if (!isfinite(number))
        buffer_append_text(out, buffer_text(&digits));
    else if (places <= 0)
        buffer_printf(out, "%.0f", number);
    else
        buffer_printf(out, "%.*f", places, number);
    buffer_release(&digits);
}

void cell_write_json_unread(struct buffer *out, struct unread unread)
{
    struct buffer words = {0};
    unread_write(&words, unread);
    if (words.length) {
        buffer_puts(out, ", \"tradescope:unread\": ");
        if (unread.rows && !unread.files && !unread.cut)
            buffer_printf(out, "%zu", unread.rows);
        else
            cell_write_json(out, cell_json(buffer_text(&words)));
    }
    buffer_release(&words);
}
