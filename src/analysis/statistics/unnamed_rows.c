/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Rows that have everything in common that is known of the file, and differ in a column that is not
 * known: `Series` has goods, services and both. A sum over them may add a whole to its parts, so
 * nothing is added but a row that is certainly the whole: by its word, or as it is the sum of the
 * others.
 */
#include "config.h"

#include "analysis/statistics/partition_rules.h"
#include "analysis/statistics/series.h"

#include "base/ascii.h"
#include "base/hash.h"
#include "query/rows/tuple_index.h"

#include <math.h>
#include <stdlib.h>

#define KEY_WORDS 6
#define FEWEST_NUMBERED 100

/* Parts of one key. */
struct alike {
    struct partition *partition;
    const struct statistic *statistic;
    const bool *is_unnamed; /* for each column of the table */
    const uint32_t *parts;
    size_t count;
};

static bool is_used(const struct mapping *mapping, size_t column)
{
    for (size_t i = 0; i < mapping->column_count; i++) {
        const struct mapped_column *other = &mapping->columns[i];
        if (other->origin == ORIGIN_TRANSLATED && other->from[0] == column)
            return true;
        for (size_t k = 0; other->origin == ORIGIN_JOINED && k < other->from_count; k++)
            if (other->from[k] == mapping->columns[column].from[0])
                return true;
    }
    for (size_t i = 0; i < mapping->split_count; i++)
        if (mapping->splits[i].column == column)
            return true;
    for (size_t i = 0; i < mapping->left_out_count; i++)
        if (mapping->left_out[i].column == mapping->columns[column].from[0])
            return true;
    return false;
}

/*
 * True for 0, 1, 2 ... or 1, 2, 3 ... from row to row: such a number tells no rows apart. Months,
 * days and chapters may be so too, but not as many.
 */
static bool numbers_rows(const struct table *table, size_t column)
{
    struct codes codes = table_codes(table, column);
    size_t rows = table_row_count(table), first = 0;
    if (rows < FEWEST_NUMBERED || table_distinct_count(table, column) < rows)
        return false;
    for (size_t row = 0; row < rows; row++) {
        struct text word = text_trim(table_distinct(table, column, codes_at(codes, row)));
        if (!ascii_is_all_digits(word) || word.length > 9)
            return false;
        size_t number = 0;
        for (size_t i = 0; i < word.length; i++)
            number = number * 10 + (size_t)(word.data[i] - '0');
        if (!row)
            first = number;
        if (first > 1 || number != first + row)
            return false;
    }
    return true;
}

bool *list_unnamed(const struct statistic *statistic, bool *has_any)
{
    const struct mapping *mapping = &statistic->dataset->mapping;
    const struct table *table = statistic->dataset->table;
    bool *is_unnamed = xcalloc(table_column_count(table) + 1, sizeof *is_unnamed);
    *has_any = false;
    for (size_t i = 0; i < mapping->column_count; i++) {
        const struct mapped_column *column = &mapping->columns[i];
        is_unnamed[i] = column->origin == ORIGIN_FILE && column->field == FIELD_COUNT &&
                        column->type == COLUMN_TEXT && table_is_coded(table, i) &&
                        table_codes(table, i).width && !is_used(mapping, i) &&
                        !numbers_rows(table, i);
        *has_any |= is_unnamed[i];
    }
    return is_unnamed;
}

/* Writes the properties of a row other than its value. */
static void write_key(const struct statistic *statistic, const struct part *part,
                      uint32_t key[KEY_WORDS])
{
    uint64_t splits = 0;
    for (size_t i = 0; i < statistic->split_count; i++)
        splits = hash_mix(splits, codes_at(statistic->splits[i].codes, part->row));
    key[0] = part->group, key[1] = part->partner, key[2] = part->product;
    key[3] = term_at(&statistic->reporters, part->row);
    key[4] = (uint32_t)splits, key[5] = (uint32_t)(splits >> 32);
}

static struct part *part_of(const struct alike *alike, size_t i)
{
    return &alike->partition->parts[alike->parts[i]];
}

/* The first unnamed column in which the parts differ. */
static size_t find_difference(const struct alike *alike)
{
    const struct table *table = alike->statistic->dataset->table;
    for (size_t column = 0; column < table_column_count(table); column++) {
        if (!alike->is_unnamed[column])
            continue;
        struct codes codes = table_codes(table, column);
        for (size_t i = 1; i < alike->count; i++)
            if (codes_at(codes, part_of(alike, i)->row) != codes_at(codes, part_of(alike, 0)->row))
                return column;
    }
    return NO_COLUMN;
}

/* A number alone may be a month as well as the code of the world. */
static bool is_whole_word(const struct statistic *statistic, struct text word)
{
    struct text trimmed = text_trim(word);
    return text_is_word(trimmed, "all") ||
           (!ascii_is_all_digits(trimmed) && statistic_is_world(statistic, word));
}

/* The part that the column calls the whole; alike->count where not exactly one is. */
static size_t find_named_whole(const struct alike *alike, size_t column)
{
    const struct table *table = alike->statistic->dataset->table;
    struct codes codes = table_codes(table, column);
    size_t found = alike->count;
    for (size_t i = 0; i < alike->count; i++) {
        uint32_t code = codes_at(codes, part_of(alike, i)->row);
        if (!code || !is_whole_word(alike->statistic, table_distinct(table, column, code)))
            continue;
        if (found < alike->count)
            return alike->count;
        found = i;
    }
    return found;
}

/* The part that is the sum of at least two others. */
static size_t find_summed_whole(const struct alike *alike)
{
    long double sum = 0;
    size_t greatest = 0;
    for (size_t i = 0; i < alike->count; i++) {
        double value = part_of(alike, i)->value;
        sum += value;
        if (fabs(value) > fabs(part_of(alike, greatest)->value))
            greatest = i;
    }
    double whole = part_of(alike, greatest)->value;
    bool is_sum =
        alike->count > 2 && fabsl(sum - 2 * (long double)whole) <= SUM_EXACTNESS * fabs(whole);
    return is_sum ? greatest : alike->count;
}

static void settle(const struct alike *alike)
{
    size_t column = find_difference(alike);
    if (column == NO_COLUMN)
        return;
    size_t whole = find_named_whole(alike, column);
    if (whole == alike->count)
        whole = find_summed_whole(alike);
    for (size_t i = 0; i < alike->count; i++)
        if (i != whole)
            part_of(alike, i)->fate = whole < alike->count ? FATE_UNNAMED_PART : FATE_UNNAMED;
    if (whole == alike->count || alike->partition->unnamed_column == NO_COLUMN)
        alike->partition->unnamed_column = column;
}

void unnamed_refuse(struct buffer *out, const struct statistic *statistic, size_t column,
                    size_t count)
{
    const struct table *table = statistic->dataset->table;
    struct buffer name = {0};
    text_make_visible(&name, text_of(table_column_name(table, column)), true);
    struct text word = table_distinct(table, column, table_distinct_count(table, column) > 1);
    buffer_printf(out,
                  "%zu rows on the same trade and period differ only in `%s`, which no field "
                  "names; a sum could add a whole to its parts, so none is made. Choose rows with "
                  "-f '\"%s\" = \"",
                  count, name.data, name.data);
    text_make_visible(out, text_trim(word), true);
    buffer_printf(out, "\"', or say with --map parts='%s' that they add up", name.data);
    buffer_release(&name);
}

void settle_unnamed(struct partition *partition, const struct statistic *statistic)
{
    bool has_any;
    bool *is_unnamed = list_unnamed(statistic, &has_any);
    struct tuple_index index = {.width = KEY_WORDS};
    uint32_t *numbers = xcalloc(partition->count + 1, sizeof *numbers);
    partition->unnamed_column = NO_COLUMN;
    for (size_t i = 0; has_any && i < partition->count; i++) {
        uint32_t key[KEY_WORDS];
        write_key(statistic, &partition->parts[i], key);
        if (partition->parts[i].fate == FATE_ADDED)
            numbers[i] = (uint32_t)tuple_index_number(&index, key) + 1;
    }
    size_t *ends = xcalloc(index.count + 2, sizeof *ends);
    uint32_t *order = xcalloc(partition->count + 1, sizeof *order);
    for (size_t i = 0; i < partition->count; i++)
        ends[numbers[i]] += numbers[i] > 0;
    for (size_t key = 1; key <= index.count; key++)
        ends[key] += ends[key - 1];
    for (size_t i = partition->count; i-- > 0;)
        if (numbers[i])
            order[--ends[numbers[i]]] = (uint32_t)i;
    ends[index.count + 1] = 0;
    for (size_t key = 1; key <= index.count; key++) {
        size_t start = ends[key], next = start;
        while (next < partition->count && numbers[order[next]] == key)
            next++;
        struct alike alike = {partition, statistic, is_unnamed, order + start, next - start};
        if (alike.count > 1)
            settle(&alike);
    }
    free(order);
    free(ends);
    free(numbers);
    free(is_unnamed);
    tuple_index_release(&index);
}
