/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/io/page_table.h"

#include "base/array.h"
#include "base/ascii.h"
#include "data/io/problem.h"
#include "data/io/sheet_writer.h"

#include <stdlib.h>
#include <string.h>

#define MOST_ROWS_SPANNED ((size_t)65534) /* as HTML limits it */
#define MOST_COLUMNS_SPANNED ((size_t)1000)
#define LONGEST_LABEL ((size_t)200) /* that is repeated in the rows which it spans */
#define TOLD_COLUMNS ((size_t)3)
#define MOST_PLACES ((size_t)20000000)
#define MOST_HEADER_ROWS ((size_t)6)

struct page_cell {
    size_t start, length; /* in the texts */
    unsigned column;      /* from 0 */
    unsigned columns, rows;
    bool is_header;
};

struct page_row {
    size_t end; /* of its cells */
    bool is_in_head;
};

/* --- reading --- */

static void pass_spanned(struct page_table *table)
{
    while (table->column < table->span_capacity && table->spans[table->column] > table->row_count)
        table->column++;
}

void page_table_start_row(struct page_table *table)
{
    page_table_end_row(table);
    table->is_in_row = true;
    table->column = 0;
}

void page_table_end_row(struct page_table *table)
{
    page_table_end_cell(table);
    if (!table->is_in_row)
        return;
    table->is_in_row = false;
    ARRAY_RESERVE(table->rows, table->row_count + 1, table->row_capacity);
    table->rows[table->row_count++] = (struct page_row){table->count, table->is_in_head};
    table->is_too_large = table->is_too_large || table->row_count * table->columns > MOST_PLACES;
}

static void reserve_spans(struct page_table *table, size_t columns)
{
    size_t known = table->span_capacity;
    ARRAY_RESERVE(table->spans, columns, table->span_capacity);
    if (table->span_capacity > known)
        memset(table->spans + known, 0, (table->span_capacity - known) * sizeof *table->spans);
}

static size_t within(size_t value, size_t most)
{
    return value < 1 ? 1 : value < most ? value : most;
}

void page_table_start_cell(struct page_table *table, bool is_header, size_t columns, size_t rows)
{
    page_table_end_cell(table);
    if (!table->is_in_row)
        page_table_start_row(table);
    columns = within(columns, MOST_COLUMNS_SPANNED);
    rows = within(rows, MOST_ROWS_SPANNED);
    pass_spanned(table);
    if (table->column + columns > PAGE_COLUMNS) {
        table->is_too_large = true;
        return;
    }
    reserve_spans(table, table->column + columns);
    for (size_t i = 0; i < columns; i++)
        table->spans[table->column + i] = table->row_count + rows;
    ARRAY_RESERVE(table->cells, table->count + 1, table->capacity);
    table->cells[table->count++] = (struct page_cell){table->texts.length,     0,
                                                      (unsigned)table->column, (unsigned)columns,
                                                      (unsigned)rows,          is_header};
    table->column += columns;
    table->columns = table->column > table->columns ? table->column : table->columns;
    table->is_in_cell = true;
}

void page_words_append(struct buffer *out, size_t start, struct text text)
{
    for (size_t at = 0; at < text.length;) {
        size_t blank = ascii_is_blank(text.data[at]) || strchr("\n\r\f\v", text.data[at])    ? 1
                       : text.length - at >= 2 && memcmp(text.data + at, "\xC2\xA0", 2) == 0 ? 2
                                                                                             : 0;
        if (!blank)
            buffer_putc(out, text.data[at]);
        else if (out->length > start && out->data[out->length - 1] != ' ')
            buffer_putc(out, ' ');
        at += blank ? blank : 1;
    }
}

/* Two numbers on lines of their own are not one with a blank in it. */
static void part_numbers(struct page_table *table, struct text text)
{
    size_t start = table->cells[table->count - 1].start;
    struct text before = {table->texts.data ? table->texts.data + start : "",
                          table->texts.length - start};
    before = text_trim(before);
    table->is_parted = false;
    if (before.length && ascii_is_digit(before.data[before.length - 1]) &&
        ascii_is_digit(text.data[0]))
        buffer_puts(&table->texts, "/ ");
}

static struct text skip_blanks(struct text text)
{
    static const char no_break[] = "\xC2\xA0";
    text = text_trim(text);
    while (text.length > 1 && memcmp(text.data, no_break, 2) == 0)
        text = text_trim((struct text){text.data + 2, text.length - 2});
    return text;
}

static void add_to_cell(struct page_table *table, struct text text)
{
    struct text words = skip_blanks(text);
    if (table->is_parted && words.length)
        part_numbers(table, words);
    page_words_append(&table->texts, table->cells[table->count - 1].start, text);
}

void page_table_text(struct page_table *table, struct text text)
{
    if (table->is_in_cell)
        add_to_cell(table, text);
    else
        page_words_append(&table->title, 0, text);
}

void page_table_part(struct page_table *table)
{
    struct text known = text_trim(buffer_text(&table->title));
    table->is_parted = table->is_in_cell;
    if (table->is_in_cell)
        page_table_text(table, text_of(" "));
    else if (known.length && known.data[known.length - 1] != '/')
        buffer_puts(&table->title, PAGE_PARTING);
}

void page_table_end_cell(struct page_table *table)
{
    if (!table->is_in_cell)
        return;
    struct page_cell *cell = &table->cells[table->count - 1];
    cell->length = table->texts.length - cell->start;
    table->is_in_cell = false;
    table->is_parted = false;
}

void page_table_release(struct page_table *table)
{
    buffer_release(&table->title);
    buffer_release(&table->texts);
    free(table->cells);
    free(table->rows);
    free(table->spans);
    *table = (struct page_table){0};
}

/* --- rows --- */

static struct text cell_text(const struct page_table *table, const struct page_cell *cell)
{
    return cell->length ? text_trim((struct text){table->texts.data + cell->start, cell->length})
                        : text_of("");
}

/* "1,234.5", "-3", "(12)", "4.5%": digits and signs. "2018-19" is a period. */
static bool is_number(struct text text)
{
    bool has_digit = false;
    for (size_t i = 0; i < text.length; i++) {
        if (!ascii_is_digit(text.data[i]) && !strchr(has_digit ? ".,%) '" : "+-.( ", text.data[i]))
            return false;
        has_digit = has_digit || ascii_is_digit(text.data[i]);
    }
    return has_digit;
}

static bool is_year(struct text text)
{
    return text.length == 4 && is_number(text) &&
           (text.data[0] == '1' || (text.data[0] == '2' && text.data[1] == '0'));
}

/* "1", "(2)", "3.": the number that a cell consists of, or 0. */
static size_t ordinal_of(struct text text)
{
    size_t number = 0;
    for (size_t i = 0; i < text.length && i < 6; i++)
        if (ascii_is_digit(text.data[i]))
            number = number * 10 + (size_t)(text.data[i] - '0');
        else if (!strchr("().", text.data[i]))
            return 0;
    return number;
}

static size_t first_cell(const struct page_table *table, size_t row)
{
    return row ? table->rows[row - 1].end : 0;
}

struct row_shape {
    size_t cells, filled, numbers, headers, spanning, spanned_rows;
};

static struct row_shape shape_of(const struct page_table *table, size_t row)
{
    struct row_shape shape = {0};
    for (size_t i = first_cell(table, row); i < table->rows[row].end; i++) {
        const struct page_cell *cell = &table->cells[i];
        struct text text = cell_text(table, cell);
        shape.cells++;
        shape.filled += text.length > 0;
        shape.numbers += is_number(text) && !is_year(text);
        shape.headers += cell->is_header || !text.length;
        shape.spanning += cell->columns > 1;
        if (cell->is_header && cell->rows > shape.spanned_rows)
            shape.spanned_rows = cell->rows;
    }
    return shape;
}

/* --- which rows name the columns --- */

/* A row whose one text stands over the table is a part of the title. */
static bool is_title(const struct page_table *table, size_t row)
{
    struct row_shape shape = shape_of(table, row);
    return shape.filled == 0 || (shape.filled == 1 && table->columns > 1 && shape.cells == 1);
}

/* A row of header cells, or one of the head; a cell of it may reach into the next rows. */
static bool is_named_header(const struct page_table *table, size_t row)
{
    struct row_shape shape = shape_of(table, row);
    return table->rows[row].is_in_head || shape.headers == shape.cells || shape.spanned_rows > 1;
}

/* A row that numbers the columns: (1), (2), (3). */
static bool is_numbering(const struct page_table *table, size_t row)
{
    size_t count = 0;
    for (size_t i = first_cell(table, row); i < table->rows[row].end; i++)
        if (ordinal_of(cell_text(table, &table->cells[i])) != ++count)
            return false;
    return count >= 3;
}

/* After the first row of the header, one in which numbers prevail is of the body. */
static bool goes_on(const struct page_table *table, size_t row, bool is_first)
{
    struct row_shape shape = shape_of(table, row);
    return is_numbering(table, row) ||
           (is_named_header(table, row) &&
            (is_first || table->rows[row].is_in_head || 2 * shape.numbers < shape.filled));
}

struct header_rows {
    size_t start, end; /* rows */
};

static struct header_rows find_header(const struct page_table *table)
{
    struct header_rows header = {0};
    while (header.start < table->row_count && is_title(table, header.start))
        header.start++;
    header.end = header.start;
    size_t covered = 0;
    while (header.end < table->row_count && header.end - header.start < MOST_HEADER_ROWS &&
           (header.end < covered || goes_on(table, header.end, header.end == header.start))) {
        struct row_shape shape = shape_of(table, header.end);
        if (shape.spanned_rows > 1 && header.end + shape.spanned_rows > covered)
            covered = header.end + shape.spanned_rows;
        header.end++;
    }
    if (header.end > header.start || header.end == table->row_count)
        return header;
    /* No header cells: the first row, and those below it that its cells are spread over. */
    while (header.end + 1 < table->row_count && shape_of(table, header.end).spanning &&
           !shape_of(table, header.end + 1).numbers &&
           header.end - header.start + 1 < MOST_HEADER_ROWS)
        header.end++;
    header.end++;
    if (header.end < table->row_count && is_numbering(table, header.end))
        header.end++;
    return header;
}

struct page_table_shape page_table_shape(const struct page_table *table)
{
    struct page_table_shape all = {0};
    for (size_t row = find_header(table).end; row < table->row_count; row++) {
        struct row_shape shape = shape_of(table, row);
        all.rows += shape.filled >= 2;
        all.numbers += shape.filled >= 2 ? shape.numbers : 0;
    }
    return all;
}

/* --- writing --- */

/* Adds the text of a cell to the names of the columns that it stands over, if it is not long. */
static void name_columns(struct buffer *names, const struct page_cell *cell, struct text text)
{
    for (size_t i = 0; i < (text.length <= LONGEST_LABEL ? cell->columns : 1); i++) {
        struct buffer *name = &names[cell->column + i];
        struct text known = buffer_text(name);
        bool is_repeated =
            known.length && known.length >= text.length &&
            text_is_equal((struct text){known.data + known.length - text.length, text.length},
                          text);
        if (is_repeated)
            continue;
        buffer_puts(name, known.length && text.length ? " " : "");
        buffer_append_text(name, text);
    }
}

static struct buffer *column_names(const struct page_table *table, struct header_rows header)
{
    struct buffer *names = xcalloc(table->columns + 1, sizeof *names);
    for (size_t row = header.start; row < header.end; row++)
        for (size_t i = first_cell(table, row);
             i < table->rows[row].end && (row == header.start || !is_numbering(table, row)); i++)
            name_columns(names, &table->cells[i], cell_text(table, &table->cells[i]));
    return names;
}

static void free_names(const struct page_table *table, struct buffer *names)
{
    for (size_t i = 0; i < table->columns; i++)
        buffer_release(&names[i]);
    free(names);
}

/* A label that several rows share; a number is stated once. */
struct label {
    struct text text;
    unsigned rows; /* left */
};

static bool is_label(struct text text)
{
    return text.length <= LONGEST_LABEL && (!is_number(text) || is_year(text));
}

static void write_row(const struct page_table *table, size_t row, struct label *labels,
                      struct sheet_writer *writer)
{
    size_t column = 0;
    for (size_t i = first_cell(table, row); i <= table->rows[row].end; i++) {
        const struct page_cell *cell = i < table->rows[row].end ? &table->cells[i] : NULL;
        for (size_t end = cell ? cell->column : table->columns; column < end; column++) {
            if (!labels[column].rows)
                continue;
            sheet_writer_cell(writer, column + 1, labels[column].text);
            labels[column].rows--;
        }
        if (!cell)
            break;
        struct text text = cell_text(table, cell);
        sheet_writer_cell(writer, cell->column + 1, text);
        if (cell->rows > 1 && is_label(text))
            labels[cell->column] = (struct label){text, cell->rows - 1};
        column = cell->column + cell->columns;
    }
    sheet_writer_end_row(writer);
}

static void write_title(const struct page_table *table, struct header_rows header,
                        struct sheet_writer *writer)
{
    struct buffer title = {0};
    buffer_append_text(&title, text_trim(buffer_text(&table->title)));
    for (size_t i = 0; i < first_cell(table, header.start); i++) {
        struct text text = cell_text(table, &table->cells[i]);
        buffer_puts(&title, title.length && text.length ? PAGE_PARTING : "");
        buffer_append_text(&title, text);
    }
    if (title.length) {
        sheet_writer_cell(writer, 1, buffer_text(&title));
        sheet_writer_end_row(writer);
    }
    buffer_release(&title);
}

void page_table_write(const struct page_table *table, struct buffer *out)
{
    struct sheet_writer writer = {0};
    struct header_rows header = find_header(table);
    struct buffer *names = column_names(table, header);
    struct label *labels = xcalloc(table->columns + 1, sizeof *labels);
    write_title(table, header, &writer);
    for (size_t i = 0; i < table->columns; i++)
        sheet_writer_cell(&writer, i + 1, buffer_text(&names[i]));
    sheet_writer_end_row(&writer);
    for (size_t row = header.end; row < table->row_count; row++)
        write_row(table, row, labels, &writer);
    sheet_writer_finish(&writer, out);
    sheet_writer_release(&writer);
    free(labels);
    free_names(table, names);
}

void page_table_name(const struct page_table *table, struct buffer *out)
{
    struct buffer *names = column_names(table, find_header(table));
    size_t named = 0;
    for (size_t i = 0; i < table->columns && named < TOLD_COLUMNS; i++) {
        if (!names[i].length)
            continue;
        buffer_puts(out, named++ ? ", " : "");
        problem_quote(out, buffer_text(&names[i]));
    }
    free_names(table, names);
}
