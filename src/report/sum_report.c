/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/sum_report.h"

#include "base/array.h"
#include "report/cell.h"
#include "report/sum_lines.h"
#include "model/files.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define EXACT_DIGITS 15
#define GAP "  "

struct sum_report {
    struct sum_lines lines;
    bool takes_all;
    struct unread unread; /* of all files */
};

/* --- the cells of a line --- */

enum { ROWS, VALUE, UNIT, FIGURES };
static const char *const figure_names[FIGURES] = {"rows", "value", "unit"};

static struct text word_of(const struct sum_report *report, const struct sum_line *sum, size_t i)
{
    return dictionary_word(&report->lines.columns[i].words, sum->words[i]);
}

static struct unit unit_of(const struct sum_report *report, const struct sum_line *sum)
{
    return report->lines.units[sum->words[report->lines.column_count]];
}

/* False for percentages and for lines without numbers. */
static bool has_sum(const struct sum_line *sum)
{
    return sum->number_count > 0;
}

/*
 * Returns the decimals to show: no more digits than a double represents, to hide errors of binary
 * fractions.
 */
static int places_of(double value)
{
    struct buffer digits = {0};
    buffer_printf(&digits, "%.*g", EXACT_DIGITS, value);
    int places = decimal_places(buffer_text(&digits));
    buffer_release(&digits);
    return places > 0 ? places : 0;
}

/* Writes the base unit, in which sums are shown. */
static void write_unit(struct buffer *out, struct unit unit)
{
    if (unit.dimension == DIMENSION_MONEY)
        buffer_puts(out, unit.currency);
    else
        unit_format_name(out, unit);
}

/* Writes the digits followed by blanks, so that decimal points are aligned. */
static void write_sum(struct buffer *out, double value, int most)
{
    int places = places_of(value);
    decimal_format(out, value, places);
    buffer_repeat(out, " ", (size_t)(most - places + (most && !places)));
}

static void write_figure(struct buffer *out, const struct sum_report *report,
                         const struct sum_line *sum, size_t figure, int places)
{
    if (figure == ROWS)
        decimal_format(out, (double)sum->row_count, 0);
    else if (figure == UNIT)
        write_unit(out, unit_of(report, sum));
    else if (has_sum(sum))
        write_sum(out, sum->sum, places);
}

/* --- text --- */

static int most_places(const struct sum_report *report)
{
    int most = 0;
    for (size_t i = 0; i < report->lines.count; i++) {
        const struct sum_line *sum = &report->lines.items[i];
        int places = has_sum(sum) ? places_of(sum->sum) : 0;
        most = places > most ? places : most;
    }
    return most;
}

static const char *name_of(const struct sum_report *report, size_t k)
{
    size_t columns = report->lines.column_count;
    if (k == columns && report->takes_all)
        return "rows as they stand";
    return k < columns ? report->lines.columns[k].name : figure_names[k - columns];
}

/* Formats all lines, the names first. */
static struct buffer *make_cells(const struct sum_report *report, size_t width)
{
    struct buffer *cells = xcalloc((report->lines.count + 1) * width, sizeof *cells);
    int places = most_places(report);
    for (size_t k = 0; k < width; k++)
        text_make_visible(&cells[k], text_of(name_of(report, k)), true);
    for (size_t i = width; i < (report->lines.count + 1) * width; i++) {
        const struct sum_line *sum = &report->lines.items[i / width - 1];
        size_t k = i % width;
        if (k < report->lines.column_count)
            text_make_visible(&cells[i], word_of(report, sum, k), true);
        else
            write_figure(&cells[i], report, sum, k - report->lines.column_count, places);
        if (!cells[i].length)
            buffer_putc(&cells[i], '-');
    }
    return cells;
}

static bool is_right(const struct sum_report *report, size_t k)
{
    return k == report->lines.column_count + ROWS || k == report->lines.column_count + VALUE;
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
    size_t width = report->lines.column_count + FIGURES, lines = report->lines.count + 1;
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
                           const struct sum_line *sum, cell_writer *write_word)
{
    struct buffer number = {0}, unit = {0};
    cell_write_number(&number, sum->sum);
    write_unit(&unit, unit_of(report, sum));
    for (size_t i = 0; i < report->lines.column_count; i++) {
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
    for (size_t k = 0; k < report->lines.column_count + FIGURES; k++) {
        buffer_puts(out, k ? "," : "");
        write_word(out, text_of(name_of(report, k)));
    }
    buffer_putc(out, '\n');
    for (size_t i = 0; i < report->lines.count; i++)
        write_csv_line(out, report, &report->lines.items[i], write_word);
}

static void write_json_line(struct buffer *out, const struct sum_report *report,
                            const struct sum_line *sum)
{
    struct buffer unit = {0};
    write_unit(&unit, unit_of(report, sum));
    for (size_t k = 0; k < report->lines.column_count; k++) {
        buffer_puts(out, k ? ", " : "{");
        cell_write_json(out, cell_json(text_of(name_of(report, k))));
        buffer_puts(out, ": ");
        cell_write_json(out, cell_json(word_of(report, sum, k)));
    }
    buffer_printf(out, ", \"%s\": %zu, \"%s\": ", figure_names[ROWS], sum->row_count,
                  figure_names[VALUE]);
    if (has_sum(sum))
        cell_write_number(out, sum->sum);
    else
        buffer_puts(out, "null");
    buffer_printf(out, ", \"%s\": ", figure_names[UNIT]);
    cell_write_json(out, cell_json(buffer_text(&unit)));
    cell_write_json_unread(out, report->unread);
    buffer_putc(out, '}');
    buffer_release(&unit);
}

static void write_json(struct buffer *out, const struct sum_report *report)
{
    cell_prepare_json();
    buffer_puts(out, "[");
    for (size_t i = 0; i < report->lines.count; i++) {
        buffer_puts(out, i ? ",\n" : "\n");
        write_json_line(out, report, &report->lines.items[i]);
    }
    buffer_puts(out, report->lines.count ? "\n]\n" : "]\n");
}

/* Above 2^53 a double no longer holds every whole number. */
static void tell_of_rounding(const struct sum_report *report, struct buffer *remarks)
{
    bool is_rounded = false;
    for (size_t i = 0; i < report->lines.count && !is_rounded; i++)
        is_rounded = fabs(report->lines.items[i].sum) > 9007199254740992.0;
    if (is_rounded)
        buffer_puts(remarks, "sums above 9,007,199,254,740,992 are rounded to 16 digits\n");
}

bool report_sums(struct buffer *out, struct model *model, const struct sum_wish *wish,
                 struct buffer *remarks, struct error *error)
{
    struct sum_report report = {.takes_all = wish->takes_all, .unread = model_unread(model)};
    bool is_done = sum_lines_make(&report.lines, model, wish->columns, wish->takes_all, error);
    if (!is_done)
        ;
    else if (wish->format == REPORT_CSV)
        write_csv(out, &report, cell_write_csv);
    else if (wish->format == REPORT_CSV_SAFE)
        write_csv(out, &report, cell_write_csv_safe);
    else if (wish->format == REPORT_JSON)
        write_json(out, &report);
    else
        write_text(out, &report);
    if (is_done)
        buffer_append_text(remarks, buffer_text(&report.lines.remarks));
    if (is_done)
        tell_of_rounding(&report, remarks);
    sum_lines_release(&report.lines);
    return is_done;
}
