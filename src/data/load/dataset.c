/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/load/dataset.h"

#include "base/paths.h"
#include "data/csv/csv_split.h"
#include "data/io/input_source.h"
#include "data/io/read_buffer.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

void dataset_release(struct dataset *dataset)
{
    free(dataset->path);
    mapping_release(&dataset->mapping);
    input_source_close(dataset->source);
    for (size_t i = 0; i < dataset->part_count; i++)
        free(dataset->parts[i].path);
    free(dataset->parts);
    table_free(dataset->table);
    word_meanings_release(&dataset->meanings);
    problem_list_release(&dataset->problems);
    problem_list_release(&dataset->notes);
    *dataset = (struct dataset){0};
}

struct text dataset_text(const struct dataset *dataset, size_t row, enum field field)
{
    return table_text(dataset->table, row, dataset->column[field]);
}

static int word_of(const struct dataset *dataset, size_t row, enum field field)
{
    size_t column = dataset->column[field];
    return word_meaning(&dataset->meanings, dataset->table, column, field,
                        table_code(dataset->table, row, column));
}

static struct period period_of(const struct dataset *dataset, size_t row, enum field field)
{
    return table_period(dataset->table, row, dataset->column[field]);
}

static void decode_number(const struct dataset *dataset, struct claim *claim)
{
    if (!claim->measure)
        claim->measure = MEASURE_VALUE;
    if (!claim->qualifier)
        claim->qualifier = QUALIFIER_EXACT;
    claim->decimal.value = table_number(dataset->table, claim->row, dataset->column[FIELD_VALUE]);
    claim->decimal.places = table_places(dataset->table, claim->row, dataset->column[FIELD_VALUE]);
    claim->unit = unit_meaning(&dataset->meanings, dataset->table, dataset->column[FIELD_UNIT],
                               table_code(dataset->table, claim->row, dataset->column[FIELD_UNIT]));
    claim->value = claim->decimal.value * claim->unit.scale;
}

static struct text forecaster_of(const struct dataset *dataset, size_t row)
{
    struct text speaker = dataset_text(dataset, row, FIELD_SPEAKER);
    return speaker.length ? speaker : dataset_text(dataset, row, FIELD_SOURCE);
}

struct claim dataset_claim(const struct dataset *dataset, size_t row)
{
    struct claim claim = {
        .row = row,
        .kind = (enum kind)word_of(dataset, row, FIELD_KIND),
        .flow = (enum flow)word_of(dataset, row, FIELD_FLOW),
        .measure = (enum measure)word_of(dataset, row, FIELD_MEASURE),
        .qualifier = (enum qualifier)word_of(dataset, row, FIELD_QUALIFIER),
        .date = period_of(dataset, row, FIELD_DATE),
        .period = period_of(dataset, row, FIELD_PERIOD),
        .base = period_of(dataset, row, FIELD_BASE),
        .decimal = {.value = NAN},
        .value = NAN,
        .reporter = dataset_text(dataset, row, FIELD_REPORTER),
        .partner = dataset_text(dataset, row, FIELD_PARTNER),
        .product = dataset_text(dataset, row, FIELD_PRODUCT),
        .scope = dataset_text(dataset, row, FIELD_SCOPE),
    };
    if (claim.kind == KIND_FORECAST)
        claim.forecaster = forecaster_of(dataset, row);
    if (claim.kind != KIND_EVENT)
        decode_number(dataset, &claim);
    return claim;
}

const char *dataset_row_path(const struct dataset *dataset, size_t row)
{
    size_t part = dataset->part_count;
    while (part && dataset->parts[part - 1].first_row > row)
        part--;
    return part ? dataset->parts[part - 1].path : dataset->path;
}

void dataset_id(const struct dataset *dataset, size_t row, struct buffer *out)
{
    struct text id = dataset_text(dataset, row, FIELD_ID);
    if (id.length)
        buffer_append_text(out, id);
    else
        buffer_printf(out, "%s:%zu", path_name(dataset_row_path(dataset, row)),
                      table_line(dataset->table, row));
}

static bool append_as_text(const struct dataset *dataset, struct text record, struct buffer *out)
{
    if (dataset->encoding == ENCODING_CP1252 && !text_is_utf8(record))
        text_decode_cp1252(out, record);
    else
        buffer_append_text(out, record);
    return true;
}

/* Returns the record without the end of its last line. */
static struct text chomp(struct text record)
{
    while (record.length &&
           (record.data[record.length - 1] == '\n' || record.data[record.length - 1] == '\r'))
        record.length--;
    return record;
}

bool dataset_row_as_written(const struct dataset *dataset, size_t row, struct buffer *out)
{
    uint64_t offset;
    struct read_buffer read_buffer = {.never_waits = true};
    struct arena copies = {0};
    bool is_whole = false, is_over = false;
    if (!dataset->source || !table_position(dataset->table, row, &offset))
        return false;
    read_buffer_move(&read_buffer, dataset->source, offset, 4096);
    while (!is_whole && read_buffer.has_memory) {
        struct csv_splitter splitter = {.bytes = read_buffer_bytes(&read_buffer),
                                        .separator = dataset->separator,
                                        .copies = &copies};
        csv_splitter_start(&splitter, 0);
        bool is_closed = read_buffer.length && csv_splitter_take(&splitter);
        is_over = read_buffer.is_end || read_buffer.is_dry || read_buffer.error;
        is_whole = is_closed && (splitter.at < read_buffer.length || is_over);
        if (is_whole)
            append_as_text(dataset, chomp((struct text){splitter.bytes.data, splitter.at}), out);
        else if (is_over)
            break;
        else
            read_buffer_extend(&read_buffer, dataset->source, 0);
    }
    arena_release(&copies);
    read_buffer_release(&read_buffer);
    return is_whole;
}

/* True if there is more than one problem, and each listed one is a flow that is not known. */
static bool is_all_flows(const struct problem_list *problems)
{
    for (size_t i = 0; i < problems->count; i++)
        if (strncmp(problems->items[i].reason, "flow: ", strlen("flow: ")) != 0)
            return false;
    return problem_list_total(problems) > 1;
}

/* A column without any flow is a wrong choice, or the file is no trade: the rows need no list. */
static void refuse_flows(struct dataset *dataset)
{
    struct problem_list *problems = &dataset->problems;
    if (dataset->form != FORM_STATISTICS || table_row_count(dataset->table) ||
        !is_all_flows(problems))
        return;
    char *first = xstrdup(problems->items[0].reason);
    size_t line = problems->items[0].line, field = problems->items[0].field;
    problem_list_truncate(problems, 0);
    problem_add(problems, dataset->path, line, field,
                "no row states a flow, so this may be no file of exports and imports, or another "
                "column tells which they are; the first: %s",
                first);
    free(first);
}

void dataset_refuse_nothing(struct dataset *dataset)
{
    refuse_flows(dataset);
    const struct mapping *mapping = &dataset->mapping;
    struct buffer reasons = {0};
    bool states_any = table_row_count(dataset->table) || dataset->problems.count;
    for (size_t i = 0; !states_any && i < mapping->left_out_count; i++)
        if (mapping->left_out[i].count)
            buffer_printf(&reasons, "%s%zu record%s left out: %s", reasons.length ? ", " : "",
                          mapping->left_out[i].count, mapping->left_out[i].count == 1 ? "" : "s",
                          mapping->left_out[i].reason);
    if (reasons.length)
        problem_add(&dataset->problems, dataset->path, 0, 0, "states no values of trade (%s)",
                    reasons.data);
    buffer_release(&reasons);
}

enum field dataset_field_of(const struct dataset *dataset, size_t column)
{
    int field = 0;
    while (field < FIELD_COUNT && dataset->column[field] != column)
        field++;
    return (enum field)field;
}

struct unread unread_of(const struct dataset *dataset, size_t rows)
{
    struct unread unread = {
        .rows = dataset->unread, .all = rows + dataset->unread, .cut = dataset->is_cut};
    unread.files = dataset->is_unreadable && !unread.all;
    if (unread.files)
        unread.cut = 0;
    return unread;
}

void unread_add(struct unread *sum, struct unread of)
{
    sum->rows += of.rows;
    sum->all += of.all;
    sum->files += of.files;
    sum->cut += of.cut;
}

bool unread_is_some(struct unread unread)
{
    return unread.rows || unread.files || unread.cut;
}

static void write_rows(struct buffer *out, struct unread unread)
{
    decimal_format(out, (double)unread.rows, 0);
    buffer_puts(out, " of ");
    decimal_format(out, (double)unread.all, 0);
    buffer_printf(out, " row%s", unread.all == 1 ? "" : "s");
}

void unread_write(struct buffer *out, struct unread unread)
{
    size_t start = out->length;
    if (!unread_is_some(unread))
        return;
    if (unread.rows)
        write_rows(out, unread);
    if (unread.files)
        buffer_printf(out, "%s%zu file%s", out->length > start ? ", " : "", unread.files,
                      unread.files == 1 ? "" : "s");
    if (unread.cut)
        buffer_printf(out, "%sthe rest of %s", out->length > start ? ", " : "",
                      unread.cut == 1 ? "a file" : "files");
    buffer_puts(out, " not read");
}

void unread_write_with_problems(struct buffer *out, struct unread unread)
{
    if (!unread_is_some(unread))
        return;
    unread_write(out, unread);
    buffer_puts(out, ": 6 Problems");
}
