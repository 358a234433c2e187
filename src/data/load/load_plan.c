/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/load/load_plan.h"

#include "base/memory.h"
#include "data/table/dictionary.h"
#include "data/value/number_reader.h"

#include <math.h>
#include <stdlib.h>

static struct text padded_copy(struct arena *arena, const char *word)
{
    struct text text = text_of(word);
    char *copy = arena_alloc(arena, text.length + TEXT_PADDING);
    memcpy(copy, text.data, text.length);
    return (struct text){copy, text.length};
}

static void copy_headings(struct load_plan *plan)
{
    const struct mapping *mapping = plan->mapping;
    size_t count = load_plan_heading(mapping, mapping->column_count);
    plan->headings = xcalloc(mapping->melted_count * count + 1, sizeof *plan->headings);
    for (size_t i = 0; i < mapping->melted_count; i++)
        for (size_t heading = 0; heading < count; heading++)
            plan->headings[heading * mapping->melted_count + i] =
                padded_copy(&plan->heading_texts, mapping->melted[i].heading[heading]);
}

void load_plan_init(struct load_plan *plan, const struct mapping *mapping)
{
    plan->mapping = mapping;
    plan->spread = xcalloc(mapping->column_count, sizeof *plan->spread);
    dictionary_draw_key(plan->id_key);
    for (enum field field = 0; field < FIELD_COUNT; field++)
        plan->column[field] = NO_COLUMN;
    for (size_t i = 0; i < mapping->column_count; i++)
        if (mapping->columns[i].field != FIELD_COUNT)
            plan->column[mapping->columns[i].field] = i;
    copy_headings(plan);
}

void load_plan_release(struct load_plan *plan)
{
    free(plan->spread);
    free(plan->headings);
    arena_release(&plan->heading_texts);
    *plan = (struct load_plan){0};
}

bool load_plan_has_cells(const struct mapped_column *column)
{
    return column->origin != ORIGIN_CONSTANT && column->origin != ORIGIN_TRANSLATED;
}

size_t load_plan_heading(const struct mapping *mapping, size_t column)
{
    size_t heading = 0;
    for (size_t i = 0; i < column; i++)
        heading += mapping->columns[i].origin == ORIGIN_HEADING;
    return heading;
}

static struct text field_of(const struct block *block, size_t row, size_t column)
{
    return text_trim(block->fields[block_record(block, row) * block->width + column]);
}

static struct text join(const struct mapped_column *column, const struct block *block, size_t row,
                        struct buffer *joined)
{
    size_t start = joined->length;
    bool has_text = false;
    for (size_t i = 0; i < column->from_count; i++) {
        struct text part = field_of(block, row, column->from[i]);
        has_text |= part.length > 0;
        if (i && column->joint)
            buffer_putc(joined, column->joint);
        buffer_append_text(joined, part);
    }
    if (!has_text)
        buffer_truncate(joined, start);
    size_t length = joined->length - start;
    buffer_append(joined, padded_empty().data, TEXT_PADDING);
    return (struct text){joined->data + start, length};
}

struct text load_plan_cell(const struct load_plan *plan, const struct block *block, size_t row,
                           size_t number, struct buffer *joined)
{
    const struct mapped_column *column = &plan->mapping->columns[number];
    const struct melted_column *melted = plan->mapping->melted;
    switch (column->origin) {
    case ORIGIN_FILE:
        return field_of(block, row, column->from[0]);
    case ORIGIN_JOINED:
        return join(column, block, row, joined);
    case ORIGIN_MELTED:
        return field_of(block, row, melted[block->row_melted[row]].column);
    case ORIGIN_HEADING:
        return plan
            ->headings[load_plan_heading(plan->mapping, number) * plan->mapping->melted_count +
                       block->row_melted[row]];
    default:
        return padded_empty();
    }
}

bool load_plan_read_number(const struct mapped_column *column, struct text word,
                           struct decimal *decimal)
{
    bool is_plain = !number_reader_has_comma(column->read) && decimal_parse(word, decimal);
    return (is_plain || (column->read && column->read(word, decimal))) &&
           fabs(decimal->value) <= LARGEST_NUMBER;
}

static bool is_listed(const struct mapped_column *column, struct text word)
{
    for (size_t i = 0; i < column->missing_count; i++)
        if (text_is(word, column->missing[i]))
            return true;
    return false;
}

/* A flag may follow the word: ": c". */
bool load_plan_is_missing(const struct mapped_column *column, struct text word)
{
    if (!column->missing_count)
        return false;
    struct text bare = column->type == COLUMN_NUMBER ? number_without_flags(word) : word;
    return is_listed(column, word) || (bare.length < word.length && is_listed(column, bare));
}

bool load_plan_translate(const struct mapped_column *column, struct text word, struct buffer *out,
                         struct buffer *reason)
{
    if (column->translate)
        return column->translate(word, column->context, out, reason);
    buffer_append_text(out, word);
    return true;
}
