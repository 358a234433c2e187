/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/table/row_offsets.h"

#include "base/array.h"

#include <stdlib.h>

void row_offsets_release(struct row_offsets *places)
{
    free(places->runs);
    free(places->bases);
    memory_block_release(&places->offsets);
    *places = (struct row_offsets){0};
}

bool row_offsets_reserve(struct row_offsets *places, size_t rows)
{
    return memory_block_reserve(&places->offsets, rows * sizeof(uint32_t));
}

void row_offsets_begin_run(struct row_offsets *places, size_t row, size_t line)
{
    ARRAY_RESERVE(places->runs, places->run_count + 1, places->run_capacity);
    places->runs[places->run_count++] = (struct line_run){row, line};
}

static uint64_t last_base(const struct row_offsets *places)
{
    return places->base_count ? places->bases[places->base_count - 1].offset : 0;
}

static void add_base(struct row_offsets *places, size_t row, uint64_t offset)
{
    ARRAY_RESERVE(places->bases, places->base_count + 1, places->base_capacity);
    places->bases[places->base_count++] = (struct offset_base){row, offset};
}

bool row_offsets_add_offsets(struct row_offsets *places, uint64_t start, const uint32_t *offsets,
                             size_t count)
{
    if (!row_offsets_reserve(places, places->offset_count + count))
        return false;
    uint32_t *to = (uint32_t *)places->offsets.data + places->offset_count;
    uint64_t last = count ? start + offsets[count - 1] : start;
    if (!places->base_count || last - last_base(places) > UINT32_MAX)
        add_base(places, places->offset_count, start);
    uint32_t first = (uint32_t)(start - last_base(places));
    for (size_t i = 0; i < count; i++)
        to[i] = first + offsets[i];
    places->offset_count += count;
    return true;
}

void row_offsets_truncate(struct row_offsets *places, size_t rows)
{
    while (places->run_count && places->runs[places->run_count - 1].row >= rows)
        places->run_count--;
    while (places->base_count && places->bases[places->base_count - 1].row >= rows)
        places->base_count--;
    if (places->offset_count > rows)
        places->offset_count = rows;
}

size_t row_offsets_line(const struct row_offsets *places, size_t row)
{
    size_t low = 0, high = places->run_count;
    while (high - low > 1) {
        size_t middle = (low + high) / 2;
        if (places->runs[middle].row <= row)
            low = middle;
        else
            high = middle;
    }
    return places->runs[low].line + (row - places->runs[low].row);
}

bool row_offsets_offset(const struct row_offsets *places, size_t row, uint64_t *offset)
{
    if (row >= places->offset_count)
        return false;
    size_t at = places->base_count - 1;
    while (places->bases[at].row > row)
        at--;
    *offset = places->bases[at].offset + ((const uint32_t *)places->offsets.data)[row];
    return true;
}
