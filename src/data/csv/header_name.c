/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/csv/header_name.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

static void append_kept(struct buffer *out, struct text name, const char *signs)
{
    size_t start = out->length;
    for (size_t i = 0; i < name.length; i++) {
        char c = name.data[i];
        if (c >= 'A' && c <= 'Z')
            buffer_putc(out, (char)(c - 'A' + 'a'));
        else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c && strchr(signs, c)))
            buffer_putc(out, c);
    }
    if (out->length == start)
        text_fold(out, text_trim(name));
}

void header_name(struct buffer *out, struct text name)
{
    append_kept(out, name, "");
}

void header_pattern(struct buffer *out, struct text pattern)
{
    append_kept(out, pattern, "*?#{}");
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

void header_init(struct header *header, const struct csv_record *record)
{
    size_t count = record->count, *ends = xcalloc(count + 1, sizeof *ends);
    struct buffer bytes = {0};
    buffer_puts(&bytes, "");
    for (size_t i = 0; i < count; i++) {
        header_name(&bytes, record->fields[i]);
        ends[i] = bytes.length;
    }
    *header = (struct header){.names = xcalloc(count + 1, sizeof *header->names),
                              .sorted = xcalloc(count + 1, sizeof *header->sorted),
                              .count = count,
                              .bytes = buffer_take(&bytes)};
    for (size_t i = 0; i < count; i++) {
        size_t start = i ? ends[i - 1] : 0;
        header->names[i] = (struct text){header->bytes + start, ends[i] - start};
    }
    free(ends);
    sort_names(header);
}

void header_release(struct header *header)
{
    free(header->names);
    free(header->sorted);
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
    return found ? header->sorted[low] : find_unnamed(header, name);
}
