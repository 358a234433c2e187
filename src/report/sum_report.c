/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/sum_report.h"

#include "base/array.h"
#include "model/recompute.h"
#include "query/key_index.h"
#include "query/names.h"
#include "query/row_order.h"
#include "query/row_sum.h"
#include "report/cell.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define MOST_COLUMNS (MOST_SUM_KEYS - 1) /* the last key is the unit */
#define EXACT_DIGITS 15
#define GAP "  "

struct sum_report {
    const struct dataset *dataset;
    size_t columns[MOST_COLUMNS];
    size_t count;
    struct sum_plan plan;
    struct row_keys orders[MOST_COLUMNS]; /* in which the words of each column are listed */
    double *factors;                      /* of each code of a unit */
    struct unit *units;                   /* of each group of units */
    struct row_sums sums;
};

static bool find_column(struct sum_report *report, struct text name, struct error *error)
{
    const struct table *table = report->dataset->table;
    size_t column = table_find_column(table, name);
    if (column == NO_COLUMN) {
        struct buffer reason = {0};
        names_explain_unknown(&reason, report->dataset, NULL, name);
        error_set_misuse(error, "--sum: %s", reason.data);
        buffer_release(&reason);
        return false;
    }
    if (table_column_type(table, column) == COLUMN_NUMBER)
        return error_set_misuse(error,
                                "--sum: %s is a column of numbers; sums are made by what "
                                "columns of words and periods say",
                                table_column_name(table, column));
    if (column == report->dataset->column[FIELD_UNIT])
        return error_set_misuse(error,
                                "--sum: values of unlike units are never added, and each "
                                "sum has its unit; leave %s out",
                                table_column_name(table, column));
    if (report->count == MOST_COLUMNS)
        return error_set_misuse(error, "--sum: at most %d columns at a time", MOST_COLUMNS);
    report->columns[report->count++] = column;
    return true;
}

static bool find_columns(struct sum_report *report, const char *names, struct error *error)
{
    for (;;) {
        size_t length = strcspn(names, ",");
        if (!find_column(report, text_trim((struct text){names, length}), error))
            return false;
        if (!names[length])
            return true;
        names += length + 1;
    }
}

static bool is_added(struct unit unit)
{
    return unit.dimension != DIMENSION_PERCENT && unit.dimension != DIMENSION_FOLD &&
           unit.dimension != DIMENSION_RANK;
}

/* Units that can be compared are one group, in which all numbers are in the base unit. */
static void group_units(struct sum_report *report)
{
    const struct dataset *dataset = report->dataset;
    size_t column = dataset->column[FIELD_UNIT];
    size_t count = table_distinct_count(dataset->table, column);
    struct sum_key key = {.codes = table_codes(dataset->table, column), .code_count = count};
    struct key_index index = {.width = 2};
    report->factors = xcalloc(count, sizeof *report->factors);
    report->units = xcalloc(count, sizeof *report->units);
    key.groups = xcalloc(count, sizeof *key.groups);
    for (uint32_t code = 0; code < count; code++) {
        struct unit unit;
        uint32_t words[2] = {0};
        bool is_unit = unit_parse(table_distinct(dataset->table, column, code), &unit);
        words[0] = unit.dimension;
        memcpy(&words[1], unit.currency, sizeof unit.currency);
        key.groups[code] = (uint32_t)key_index_number(&index, words);
        report->factors[code] = !is_added(unit) ? (double)NAN : is_unit ? unit.scale : 1;
        unit.scale = 1;
        report->units[key.groups[code]] = unit;
    }
    key.group_count = index.count;
    report->plan.keys[report->plan.key_count++] = key;
    report->plan.units = key.codes;
    report->plan.factors = report->factors;
    key_index_release(&index);
}

static void make_sums(struct sum_report *report, const struct row_list *rows)
{
    const struct table *table = report->dataset->table;
    struct sum_plan *plan = &report->plan;
    size_t values = report->dataset->column[FIELD_VALUE];
    plan->row_count = table_row_count(table);
    for (size_t i = 0; i < report->count; i++) {
        plan->keys[plan->key_count++] = sum_key_of_column(table, report->columns[i]);
        report->orders[i] = row_keys_of_column(report->dataset, report->columns[i]);
    }
    group_units(report);
    if (table_has_numbers(table, values))
        plan->numbers = table_numbers(table, values);
    struct row_set set = row_set_of_list(rows, plan->row_count);
    plan->rows = &set;
    row_sums_make(&report->sums, plan, NULL, NULL);
    row_set_release(&set);
}

/* --- the order of the lines --- */

struct line_order {
    uint32_t ranks[MOST_SUM_KEYS];
    struct row_sum sum;
};

static int compare_lines(const void *left, const void *right)
{
    const struct line_order *a = left, *b = right;
    for (size_t i = 0; i < MOST_SUM_KEYS; i++)
        if (a->ranks[i] != b->ranks[i])
            return a->ranks[i] < b->ranks[i] ? -1 : 1;
    return 0;
}

static void sort_lines(struct sum_report *report)
{
    struct line_order *lines = xcalloc(report->sums.count, sizeof *lines);
    for (size_t i = 0; i < report->sums.count; i++) {
        struct row_sum *sum = &report->sums.items[i];
        lines[i].sum = *sum;
        for (size_t k = 0; k < report->count; k++)
            lines[i].ranks[k] = report->orders[k].ranks[sum->groups[k]];
        lines[i].ranks[report->count] = sum->groups[report->count];
    }
    if (report->sums.count)
        qsort(lines, report->sums.count, sizeof *lines, compare_lines);
    for (size_t i = 0; i < report->sums.count; i++)
        report->sums.items[i] = lines[i].sum;
    free(lines);
}

/* --- what stands in a line --- */

enum { ROWS, VALUE, UNIT, FIGURES };
static const char *const figure_names[FIGURES] = {"rows", "value", "unit"};

static struct text word_of(const struct sum_report *report, const struct row_sum *sum, size_t i)
{
    return table_distinct(report->dataset->table, report->columns[i], sum->groups[i]);
}

static struct unit unit_of(const struct sum_report *report, const struct row_sum *sum)
{
    return report->units[sum->groups[report->count]];
}

/* Whether there is a sum: of percentages, or without numbers, there is none. */
static bool has_sum(const struct row_sum *sum)
{
    return sum->number_count > 0;
}

static struct buffer digits_of(double value)
{
    struct buffer digits = {0};
    buffer_printf(&digits, "%.*g", EXACT_DIGITS, value);
    return digits;
}

/* Places that a sum needs to be shown with all its digits. */
static int places_of(double value)
{
    struct buffer digits = digits_of(value);
    int places = decimal_places(buffer_text(&digits));
    buffer_release(&digits);
    return places;
}

/* As the unit of a file is written: the sum is in the base unit. */
static void write_unit(struct buffer *out, struct unit unit)
{
    if (unit.dimension == DIMENSION_MONEY)
        buffer_puts(out, unit.currency);
    else
        unit_format_name(out, unit);
}

static void write_figure(struct buffer *out, const struct sum_report *report,
                         const struct row_sum *sum, size_t figure, int places)
{
    if (figure == ROWS)
        decimal_format(out, (double)sum->row_count, 0);
    else if (figure == UNIT)
        write_unit(out, unit_of(report, sum));
    else if (has_sum(sum))
        decimal_format(out, sum->sum, places);
}

/* --- text --- */

/* One for all sums, so that points stand below each other. */
static int most_places(const struct sum_report *report)
{
    int most = 0;
    for (size_t i = 0; i < report->sums.count; i++) {
        const struct row_sum *sum = &report->sums.items[i];
        int places = has_sum(sum) ? places_of(sum->sum) : 0;
        most = places > most ? places : most;
    }
    return most;
}

static const char *name_of(const struct sum_report *report, size_t k)
{
    return k < report->count ? table_column_name(report->dataset->table, report->columns[k])
                             : figure_names[k - report->count];
}

/* Line by line, the names first. */
static struct buffer *make_cells(const struct sum_report *report, size_t width)
{
    struct buffer *cells = xcalloc((report->sums.count + 1) * width, sizeof *cells);
    int places = most_places(report);
    for (size_t k = 0; k < width; k++)
        text_make_visible(&cells[k], text_of(name_of(report, k)), true);
    for (size_t i = width; i < (report->sums.count + 1) * width; i++) {
        const struct row_sum *sum = &report->sums.items[i / width - 1];
        size_t k = i % width;
        if (k < report->count)
            text_make_visible(&cells[i], word_of(report, sum, k), true);
        else
            write_figure(&cells[i], report, sum, k - report->count, places);
        if (!cells[i].length)
            buffer_putc(&cells[i], '-');
    }
    return cells;
}

static bool is_right(const struct sum_report *report, size_t k)
{
    return k == report->count + ROWS || k == report->count + VALUE;
}

static void write_cell(struct buffer *out, const struct buffer *cell, int cells, bool is_right_side,
                       bool is_last)
{
    int blank = cells - text_cells(buffer_text(cell));
    if (is_right_side)
        buffer_repeat(out, " ", (size_t)blank);
    buffer_append_text(out, buffer_text(cell));
    if (!is_right_side && !is_last)
        buffer_repeat(out, " ", (size_t)blank);
    buffer_puts(out, is_last ? "\n" : GAP);
}

static void write_text(struct buffer *out, const struct sum_report *report)
{
    size_t width = report->count + FIGURES, lines = report->sums.count + 1;
    struct buffer *cells = make_cells(report, width);
    int *widths = xcalloc(width, sizeof *widths);
    for (size_t i = 0; i < lines * width; i++) {
        int taken = text_cells(buffer_text(&cells[i]));
        if (taken > widths[i % width])
            widths[i % width] = taken;
    }
    for (size_t i = 0; i < lines * width; i++) {
        size_t k = i % width;
        write_cell(out, &cells[i], widths[k], is_right(report, k), k + 1 == width);
        buffer_release(&cells[i]);
    }
    free(cells);
    free(widths);
}

/* --- CSV and JSON --- */

static void write_csv_line(struct buffer *out, const struct sum_report *report,
                           const struct row_sum *sum, cell_writer *write_word)
{
    struct buffer number = digits_of(sum->sum), unit = {0};
    write_unit(&unit, unit_of(report, sum));
    for (size_t i = 0; i < report->count; i++) {
        write_word(out, word_of(report, sum, i));
        buffer_putc(out, ',');
    }
    buffer_printf(out, "%zu,%s,", sum->row_count, has_sum(sum) ? number.data : "");
    cell_write_csv(out, buffer_text(&unit));
    buffer_putc(out, '\n');
    buffer_release(&number);
    buffer_release(&unit);
}

static void write_csv(struct buffer *out, const struct sum_report *report, cell_writer *write_word)
{
    for (size_t k = 0; k < report->count + FIGURES; k++) {
        buffer_puts(out, k ? "," : "");
        write_word(out, text_of(name_of(report, k)));
    }
    buffer_putc(out, '\n');
    for (size_t i = 0; i < report->sums.count; i++)
        write_csv_line(out, report, &report->sums.items[i], write_word);
}

static json_t *json_of_line(const struct sum_report *report, const struct row_sum *sum)
{
    struct buffer unit = {0};
    json_t *object = json_object();
    write_unit(&unit, unit_of(report, sum));
    for (size_t k = 0; k < report->count; k++)
        json_object_set_new(object, name_of(report, k), cell_json(word_of(report, sum, k)));
    json_object_set_new(object, figure_names[ROWS], json_integer((json_int_t)sum->row_count));
    json_object_set_new(object, figure_names[VALUE],
                        has_sum(sum) ? json_real(sum->sum) : json_null());
    json_object_set_new(object, figure_names[UNIT], cell_json(buffer_text(&unit)));
    buffer_release(&unit);
    return object;
}

static void write_json(struct buffer *out, const struct sum_report *report)
{
    cell_prepare_json();
    buffer_puts(out, "[");
    for (size_t i = 0; i < report->sums.count; i++) {
        buffer_puts(out, i ? ",\n" : "\n");
        cell_write_json(out, json_of_line(report, &report->sums.items[i]));
    }
    buffer_puts(out, report->sums.count ? "\n]\n" : "]\n");
}

static void release(struct sum_report *report)
{
    for (size_t i = 0; i < report->count; i++)
        row_keys_release(&report->orders[i]);
    free(report->factors);
    free(report->units);
    row_sums_release(&report->sums);
    sum_plan_release(&report->plan);
}

bool report_sums(struct buffer *out, struct model *model, const char *columns,
                 enum report_format format, struct error *error)
{
    struct sum_report report = {.dataset = model_current_file(model)};
    if (!find_columns(&report, columns, error))
        return false;
    make_sums(&report, model_current_rows(model));
    sort_lines(&report);
    if (format == REPORT_CSV)
        write_csv(out, &report, cell_write_csv);
    else if (format == REPORT_CSV_SAFE)
        write_csv(out, &report, cell_write_csv_safe);
    else if (format == REPORT_JSON)
        write_json(out, &report);
    else
        write_text(out, &report);
    release(&report);
    return true;
}
