/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A record has a type, a length and its bytes. That of a formula starts with the row, the column,
 * the style and the result, as that of a number does: so another type makes it one. Both are
 * described in [MS-XLS].
 */
#include "config.h"

#include "data/io/biff_records.h"

#include "base/array.h"
#include "data/io/compound_file.h"
#include "data/io/sheet_date.h"

#include <stdint.h>
#include <stdlib.h>

#define RECORD_HEAD ((size_t)4)
#define RESULT_END ((size_t)14) /* of row, column, style and result */

enum record_type {
    RECORD_FORMULA = 0x0006,
    RECORD_FORMULA_3 = 0x0206,
    RECORD_FORMULA_4 = 0x0406,
    RECORD_SHEET = 0x0085,
    RECORD_FORMAT = 0x041E,
    RECORD_STYLE = 0x00E0,
    RECORD_NUMBER = 0x0203,
    RECORD_TEXT = 0x0207,
    RECORD_START = 0x0809,
};

enum {
    RESULT_TEXT = 0, /* what a result is that is no number */
    VERSION_8 = 0x0600,
    DAY_FORMAT = 14, /* a date, as every program knows it */
};

struct walk {
    struct compound_stream stream;
    struct biff_summary *summary;
    size_t sheet; /* whose records these are; BIFF_SHEETS before the first */
    unsigned version;
    bool *is_date;        /* owned: of each number of a format */
    bool has_text;        /* a record with the text of the last formula follows */
    unsigned row, column; /* of that formula */
};

static unsigned byte_at(const struct walk *walk, size_t place)
{
    return *compound_stream_at(&walk->stream, place);
}

static unsigned word_at(const struct walk *walk, size_t place)
{
    return byte_at(walk, place) | byte_at(walk, place + 1) << 8;
}

static void take_formula(struct walk *walk, size_t place, size_t length)
{
    size_t content = place + RECORD_HEAD, result = content + 6;
    if (length < RESULT_END)
        return;
    if (word_at(walk, result + 6) != 0xFFFF) {
        *compound_stream_at(&walk->stream, place) = RECORD_NUMBER & 0xFF;
        *compound_stream_at(&walk->stream, place + 1) = RECORD_NUMBER >> 8;
        return;
    }
    walk->has_text = byte_at(walk, result) == RESULT_TEXT;
    walk->row = word_at(walk, content);
    walk->column = word_at(walk, content + 2);
}

/* Halves of characters beyond the first plane are no characters of their own. */
static void put_character(struct buffer *out, unsigned code)
{
    if (code >= 0xD800 && code <= 0xDFFF)
        code = 0xFFFD;
    if (code < 0x80) {
        buffer_putc(out, (char)code);
        return;
    }
    if (code >= 0x800)
        buffer_putc(out, (char)(0xE0 | code >> 12));
    buffer_putc(out, (char)(code < 0x800 ? 0xC0 | code >> 6 : 0x80 | (code >> 6 & 0x3F)));
    buffer_putc(out, (char)(0x80 | (code & 0x3F)));
}

/* A length in characters, a sign for characters of two bytes, and the characters. */
static void take_text(struct walk *walk, size_t place, size_t length)
{
    struct biff_summary *summary = walk->summary;
    struct buffer text = {0};
    if (!walk->has_text || length < 3)
        return;
    size_t at = place + RECORD_HEAD + 3, end = place + RECORD_HEAD + length;
    size_t size = byte_at(walk, at - 1) & 1 ? 2 : 1;
    for (size_t left = word_at(walk, at - 3); left && at + size <= end; left--, at += size)
        put_character(&text, size == 2 ? word_at(walk, at) : byte_at(walk, at));
    ARRAY_RESERVE(summary->texts, summary->text_count + 1, summary->text_capacity);
    summary->texts[summary->text_count++] = (struct biff_text){
        walk->sheet,
        walk->row,
        walk->column,
        {arena_copy(&summary->arena, text.length ? text.data : "", text.length), text.length}};
    walk->has_text = false;
    buffer_release(&text);
}

/*
 * A number, a length, in version 8 of two bytes and with a sign for characters of two bytes, and
 * the code: "mmm-yyyy", of which the letters that matter are ASCII.
 */
static void take_format(struct walk *walk, size_t place, size_t length)
{
    bool is_new = walk->version == VERSION_8;
    size_t content = place + RECORD_HEAD, head = is_new ? 5 : 3;
    struct buffer code = {0};
    for (size_t at = head; at < length; at++)
        if (byte_at(walk, content + at))
            buffer_putc(&code, (char)byte_at(walk, content + at));
    if (length > head && sheet_date_format(buffer_text(&code)) != DATE_NONE)
        walk->is_date[word_at(walk, content)] = true;
    buffer_release(&code);
}

/* freexl does not know all formats of dates, and would give the number of the day. */
static void take_style(struct walk *walk, size_t place, size_t length)
{
    size_t format = place + RECORD_HEAD + 2;
    if (length < 4 || (!walk->is_date[word_at(walk, format)] &&
                       sheet_date_builtin(word_at(walk, format)) == DATE_NONE))
        return;
    *compound_stream_at(&walk->stream, format) = DAY_FORMAT;
    *compound_stream_at(&walk->stream, format + 1) = 0;
}

/* The place of the sheet, two bits for what hides it, and its kind: 0 for a table. */
static void take_sheet(struct walk *walk, size_t place, size_t length)
{
    struct biff_summary *summary = walk->summary;
    size_t content = place + RECORD_HEAD;
    if (length < 6 || summary->sheet_count == BIFF_SHEETS)
        return;
    unsigned state = word_at(walk, content + 4);
    summary->sheets[summary->sheet_count++] =
        (struct biff_sheet){word_at(walk, content) | (size_t)word_at(walk, content + 2) << 16,
                            (state & 3) || state >> 8};
}

static void take_start(struct walk *walk, size_t place, size_t length)
{
    if (length >= 2)
        walk->version = word_at(walk, place + RECORD_HEAD);
    const struct biff_summary *summary = walk->summary;
    for (size_t i = 0; i < summary->sheet_count; i++)
        if (summary->sheets[i].place == place)
            walk->sheet = i;
}

static void take_record(struct walk *walk, size_t place, size_t length)
{
    static const struct {
        enum record_type type;
        void (*take)(struct walk *walk, size_t place, size_t length);
    } records[] = {
        {RECORD_SHEET, take_sheet},       {RECORD_START, take_start},
        {RECORD_FORMAT, take_format},     {RECORD_STYLE, take_style},
        {RECORD_FORMULA, take_formula},   {RECORD_FORMULA_3, take_formula},
        {RECORD_FORMULA_4, take_formula}, {RECORD_TEXT, take_text},
    };
    for (size_t i = 0; i < ARRAY_LENGTH(records); i++)
        if (word_at(walk, place) == records[i].type) {
            records[i].take(walk, place, length);
            return;
        }
}

static int by_place(const void *a, const void *b)
{
    const struct biff_text *one = a, *other = b;
    if (one->sheet != other->sheet)
        return one->sheet < other->sheet ? -1 : 1;
    if (one->row != other->row)
        return one->row < other->row ? -1 : 1;
    return (one->column > other->column) - (one->column < other->column);
}

bool biff_records_prepare(struct buffer *file, struct biff_summary *summary, struct error *error)
{
    struct walk walk = {
        .summary = summary, .sheet = BIFF_SHEETS, .is_date = xcalloc(UINT16_MAX + 1, sizeof(bool))};
    bool is_found = compound_stream_find(file, &walk.stream);
    for (size_t place = 0; is_found && place + RECORD_HEAD <= walk.stream.size;) {
        size_t length = word_at(&walk, place + 2);
        if (length > walk.stream.size - place - RECORD_HEAD)
            break;
        take_record(&walk, place, length);
        place += RECORD_HEAD + length;
    }
    compound_stream_release(&walk.stream);
    free(walk.is_date);
    if (summary->text_count)
        qsort(summary->texts, summary->text_count, sizeof *summary->texts, by_place);
    return is_found ||
           error_set(error, "is a document of Office, or a workbook (.xls) that is damaged or too "
                            "old to be read; convert it: `soffice --headless --convert-to csv "
                            "FILE`");
}

struct text biff_text_of(const struct biff_summary *summary, size_t sheet, unsigned row,
                         unsigned column)
{
    struct biff_text key = {.sheet = sheet, .row = row, .column = column};
    const struct biff_text *found =
        summary->text_count
            ? bsearch(&key, summary->texts, summary->text_count, sizeof *summary->texts, by_place)
            : NULL;
    return found ? found->text : text_of("");
}

void biff_summary_release(struct biff_summary *summary)
{
    free(summary->texts);
    arena_release(&summary->arena);
    *summary = (struct biff_summary){0};
}
