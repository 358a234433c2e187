/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/csv/header_name.h"

#include "base/array.h"
#include "base/ascii.h"
#include "base/memory.h"
#include "data/value/unit.h"

#include <stdlib.h>
#include <string.h>

/* Signs that tell one column from another. "$" stands for US dollars where nothing else is said. */
static const struct {
    const char *sign, *letters;
} currencies[] = {{"€", "eur"}, {"£", "gbp"}, {"¥", "jpy"}, {"₹", "inr"}, {"₽", "rub"}};

/* Appends the letters of a sign; returns its length in the name, 0 if it is none. */
static size_t append_currency(struct buffer *out, struct text name)
{
    for (size_t i = 0; i < ARRAY_LENGTH(currencies); i++) {
        size_t length = strlen(currencies[i].sign);
        if (name.length < length || memcmp(name.data, currencies[i].sign, length) != 0)
            continue;
        buffer_puts(out, currencies[i].letters);
        return length;
    }
    return 0;
}

static void append_kept(struct buffer *out, struct text name, const char *signs)
{
    size_t start = out->length;
    for (size_t i = 0; i < name.length; i++) {
        struct text rest = {name.data + i, name.length - i};
        size_t sign = signs && (unsigned char)name.data[i] >= 0x80 ? append_currency(out, rest) : 0;
        if (sign) {
            i += sign - 1;
            continue;
        }
        char c = name.data[i];
        if (c >= 'A' && c <= 'Z')
            buffer_putc(out, (char)(c - 'A' + 'a'));
        else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
                 (c && signs && strchr(signs, c)))
            buffer_putc(out, c);
    }
    if (out->length == start)
        text_fold(out, text_trim(name));
}

void header_name(struct buffer *out, struct text name)
{
    append_kept(out, name, "");
}

void header_name_plain(struct buffer *out, struct text name)
{
    append_kept(out, name, NULL);
}

void header_pattern(struct buffer *out, struct text pattern)
{
    append_kept(out, pattern, "*?#{}");
}

bool header_unit(struct text name, struct text *unit)
{
    struct unit known;
    for (size_t start = name.length; start-- > 0;) {
        size_t end = start + 1;
        if (name.data[start] != '(' && name.data[start] != '[')
            continue;
        while (end < name.length && !strchr(")],;", name.data[end]))
            end++;
        *unit = text_trim((struct text){name.data + start + 1, end - start - 1});
        if (end < name.length && unit_parse(*unit, &known))
            return true;
    }
    return false;
}

struct numbered_name {
    struct text name;
    size_t column;
};

static int compare_names(const void *left, const void *right)
{
    const struct numbered_name *a = left, *b = right;
    int order = text_compare(a->name, b->name);
    return order ? order : (a->column > b->column) - (a->column < b->column);
}

static void sort_names(struct header *header)
{
    struct numbered_name *order = xcalloc(header->count + 1, sizeof *order);
    for (size_t i = 0; i < header->count; i++)
        order[i] = (struct numbered_name){header->names[i], i};
    qsort(order, header->count, sizeof *order, compare_names);
    for (size_t i = 0; i < header->count; i++)
        header->sorted[i] = order[i].column;
    free(order);
}

static size_t find_sign(struct text text, char sign)
{
    const char *found = text.length ? memchr(text.data, sign, text.length) : NULL;
    return found ? (size_t)(found - text.data) : text.length;
}

/* Returns the text before the backslash of "freq,unit,geo\TIME_PERIOD", else an empty one. */
static struct text compound_of(const struct csv_record *record)
{
    struct text first = record->count ? record->fields[0] : (struct text){"", 0};
    struct buffer behind = {0};
    size_t end = find_sign(first, '\\');
    if (end < first.length)
        header_name(&behind, (struct text){first.data + end, first.length - end});
    struct text axis = buffer_text(&behind);
    bool is_compound = text_is(axis, "timeperiod") || text_is(axis, "time");
    buffer_release(&behind);
    return (struct text){first.data, is_compound ? end : 0};
}

/* Returns "FREQ" of "FREQ: Frequency", as SDMX writes it if labels are asked for. */
static struct text without_label(struct text name)
{
    size_t end = find_sign(name, ':');
    for (size_t i = 0; i < end; i++)
        if (!ascii_is_letter(name.data[i]) && !ascii_is_digit(name.data[i]) && name.data[i] != '_')
            return name;
    return end ? (struct text){name.data, end} : name;
}

static bool is_sdmx(const struct csv_record *record)
{
    struct buffer name = {0};
    if (record->count)
        header_name(&name, record->fields[0]);
    bool is_it =
        text_is(buffer_text(&name), "dataflow") || text_is(buffer_text(&name), "structure");
    buffer_release(&name);
    return is_it;
}

/* Appends the names of the parts to `bytes`, and their ends to `ends`. */
static void name_parts(struct header *header, struct text compound, struct buffer *bytes,
                       size_t *ends)
{
    while (compound.length) {
        size_t end = find_sign(compound, ',');
        header_name(bytes, (struct text){compound.data, end});
        ends[header->part_count++] = bytes->length;
        end += end < compound.length;
        compound = (struct text){compound.data + end, compound.length - end};
    }
}

static void set_names(struct text *names, const char *bytes, const size_t *ends, size_t first,
                      size_t count)
{
    for (size_t i = 0; i < count; i++) {
        size_t start = first + i ? ends[first + i - 1] : 0;
        names[i] = (struct text){bytes + start, ends[first + i] - start};
    }
}

void header_init(struct header *header, const struct csv_record *record)
{
    size_t count = record->count;
    struct text compound = compound_of(record);
    size_t *ends = xcalloc(count + compound.length + 2, sizeof *ends);
    struct buffer bytes = {0};
    bool has_labels = is_sdmx(record);
    *header = (struct header){.names = xcalloc(count + 1, sizeof *header->names),
                              .sorted = xcalloc(count + 1, sizeof *header->sorted),
                              .count = count};
    buffer_puts(&bytes, "");
    for (size_t i = 0; i < count; i++) {
        header_name(&bytes, has_labels ? without_label(record->fields[i]) : record->fields[i]);
        /* "Time period" behind TIME_PERIOD holds the labels of its codes. */
        size_t start = i ? ends[i - 1] : 0, before = i > 1 ? ends[i - 2] : 0;
        struct text name = {bytes.data + start, bytes.length - start};
        if (has_labels && i &&
            text_is_equal(name, (struct text){bytes.data + before, start - before}))
            buffer_truncate(&bytes, start);
        ends[i] = bytes.length;
    }
    name_parts(header, compound, &bytes, ends + count);
    header->parts = xcalloc(header->part_count + 1, sizeof *header->parts);
    header->bytes = buffer_take(&bytes);
    set_names(header->names, header->bytes, ends, 0, count);
    set_names(header->parts, header->bytes, ends, count, header->part_count);
    free(ends);
    sort_names(header);
}

size_t header_part(const struct header *header, struct text name)
{
    for (size_t i = 0; i < header->part_count; i++)
        if (text_is_equal(header->parts[i], name))
            return i + 1;
    return 0;
}

struct text header_part_of(struct text cell, size_t part)
{
    for (size_t i = 1; i < part; i++) {
        size_t end = find_sign(cell, ',');
        end += end < cell.length;
        cell = (struct text){cell.data + end, cell.length - end};
    }
    if (part)
        cell.length = find_sign(cell, ',');
    return text_trim(cell);
}

void header_release(struct header *header)
{
    free(header->names);
    free(header->sorted);
    free(header->parts);
    free(header->bytes);
    *header = (struct header){0};
}

/* "column3" where the third has no name: what it is called elsewhere too. */
static size_t find_unnamed(const struct header *header, struct text name)
{
    static const char sign[] = "column";
    size_t length = sizeof sign - 1, number = 0;
    if (name.length <= length || name.length > length + 6 || memcmp(name.data, sign, length) != 0)
        return header->count;
    for (size_t i = length; i < name.length; i++) {
        if (name.data[i] < '0' || name.data[i] > '9')
            return header->count;
        number = number * 10 + (size_t)(name.data[i] - '0');
    }
    bool is_unnamed = number && number <= header->count && !header->names[number - 1].length;
    return is_unnamed ? number - 1 : header->count;
}

size_t header_find(const struct header *header, struct text name)
{
    size_t low = 0, high = header->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (text_compare(header->names[header->sorted[middle]], name) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    bool found = low < header->count && text_is_equal(header->names[header->sorted[low]], name);
    if (found)
        return header->sorted[low];
    return header_part(header, name) ? 0 : find_unnamed(header, name);
}
