/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages as plain text, and as Markdown. */
#include "config.h"

#include "report/page_write.h"

#include "base/ascii.h"

#include <stdlib.h>
#include <string.h>

#define GAP "  "

static void write_text_cell(struct buffer *out, struct text text, bool ascii)
{
    struct buffer visible = {0};
    text_make_visible(&visible, text, true);
    if (ascii)
        text_make_ascii(out, buffer_text(&visible));
    else
        buffer_append_text(out, buffer_text(&visible));
    buffer_release(&visible);
}

/* Returns the headings, then the cells, as a reader sees them. The caller releases and frees them.
 */
static struct buffer *make_cells(const struct report_table *table, size_t lines, bool ascii)
{
    size_t width = table->column_count;
    struct buffer *cells = xcalloc(lines * width, sizeof *cells);
    for (size_t i = 0; i < lines * width; i++) {
        struct buffer text = {0};
        if (i < width)
            page_column_heading(&text, &table->columns[i]);
        else
            buffer_append_text(&text, table->cells[i - width].text);
        if (i >= width && !text.length && table->columns[i % width].kind != CELLS_TEXT)
            buffer_putc(&text, '-');
        write_text_cell(&cells[i], buffer_text(&text), ascii);
        buffer_release(&text);
    }
    return cells;
}

static void write_cell(struct buffer *out, const struct buffer *cell, int cells, bool is_right,
                       bool is_last)
{
    size_t blank = (size_t)(cells - text_cells(buffer_text(cell)));
    if (is_right)
        buffer_repeat(out, " ", blank);
    buffer_append_text(out, buffer_text(cell));
    if (!is_right && !is_last)
        buffer_repeat(out, " ", blank);
}

/* Removes the blanks of empty cells at the end of a line. */
static void end_line(struct buffer *out, size_t start)
{
    while (out->length > start && out->data[out->length - 1] == ' ')
        buffer_truncate(out, out->length - 1);
    buffer_putc(out, '\n');
}

static void write_table(struct sink *out, const struct report_table *table, bool ascii)
{
    size_t width = table->column_count, lines = report_table_rows(table) + 1;
    struct buffer *cells = make_cells(table, lines, ascii);
    int *widths = xcalloc(width ? width : 1, sizeof *widths);
    for (size_t i = 0; i < lines * width; i++) {
        int taken = text_cells(buffer_text(&cells[i]));
        widths[i % width] = taken > widths[i % width] ? taken : widths[i % width];
    }
    for (size_t line = 0; line < lines && sink_pass(out); line++) {
        size_t start = out->text.length;
        for (size_t k = 0; k < width; k++) {
            buffer_puts(&out->text, k ? GAP : "");
            write_cell(&out->text, &cells[line * width + k], widths[k],
                       page_column_is_right(&table->columns[k]), k + 1 == width);
        }
        end_line(&out->text, start);
    }
    for (size_t i = 0; i < lines * width; i++)
        buffer_release(&cells[i]);
    free(cells);
    free(widths);
}

/* Writes each cell that is not empty on a line of its own. */
static void write_records(struct sink *out, const struct report_table *table, bool ascii)
{
    for (size_t i = 0; i < report_table_rows(table) && sink_pass(out); i++) {
        const struct report_cell *cells = report_table_row(table, i);
        for (size_t k = 0; k < table->column_count; k++) {
            if (!cells[k].text.length)
                continue;
            buffer_printf(&out->text, "%s: ", table->columns[k].name);
            write_text_cell(&out->text, cells[k].text, ascii);
            buffer_putc(&out->text, '\n');
        }
        buffer_puts(&out->text, i + 1 < report_table_rows(table) ? "\n" : "");
    }
}

static void write_line(struct buffer *out, const char *before, struct text text, bool ascii)
{
    buffer_puts(out, before);
    write_text_cell(out, text, ascii);
    buffer_putc(out, '\n');
}

static void write_lines(struct buffer *out, const char *before, const struct page_lines *lines,
                        bool ascii)
{
    for (size_t i = 0; i < lines->count; i++)
        write_line(out, before, lines->items[i], ascii);
}

void page_write_text(struct sink *out, const struct report_table *table, bool ascii)
{
    write_line(&out->text, "", table->title, ascii);
    write_lines(&out->text, "", &table->about, ascii);
    write_lines(&out->text, "doubt: ", &table->doubts, ascii);
    buffer_putc(&out->text, '\n');
    if (table->chart.length) {
        buffer_append_text(&out->text, buffer_text(&table->chart));
        buffer_putc(&out->text, '\n');
    }
    if (table->is_of_records)
        write_records(out, table, ascii);
    else if (table->column_count)
        write_table(out, table, ascii);
    if (table->notes.count)
        buffer_putc(&out->text, '\n');
    write_lines(&out->text, "", &table->notes, ascii);
}

/* --- Markdown --- */

/* True if letters, digits or # and a semicolon follow. */
static bool is_named_sign(struct text text, size_t i)
{
    while (i < text.length &&
           (ascii_is_digit(text.data[i]) || ascii_is_letter(text.data[i]) || text.data[i] == '#'))
        i++;
    return i < text.length && text.data[i] == ';';
}

/* An underscore within a word is no emphasis. */
static bool is_word(char byte)
{
    return ascii_is_digit(byte) || ascii_is_letter(byte);
}

/*
 * "$4" is money, but "a$ and b$" is taken for a formula; "&" and ";" may be the name of a sign;
 * some signs mean something at the start of a line only.
 */
static bool needs_escape(struct text text, size_t i)
{
    char byte = text.data[i];
    if (byte == '$')
        return i + 1 >= text.length || text.data[i + 1] < '0' || text.data[i + 1] > '9';
    if (byte == '&')
        return is_named_sign(text, i + 1);
    if (byte == '_')
        return !(i && is_word(text.data[i - 1]) && i + 1 < text.length &&
                 is_word(text.data[i + 1]));
    return byte && (strchr("|*`<[]\\~", byte) || (!i && strchr("#+>", byte)));
}

void markdown_text(struct buffer *out, struct text text)
{
    struct buffer visible = {0};
    text_make_visible(&visible, text, true);
    for (size_t i = 0; i < visible.length; i++) {
        if (needs_escape(buffer_text(&visible), i))
            buffer_putc(out, '\\');
        buffer_putc(out, visible.data[i]);
    }
    buffer_release(&visible);
}

static void write_markdown_row(struct buffer *out, const struct report_table *table,
                               const struct report_cell *cells, cell_mark *mark, void *context)
{
    for (size_t k = 0; k < table->column_count; k++) {
        buffer_puts(out, k ? " | " : "| ");
        if (!cells[k].text.length)
            buffer_puts(out, table->columns[k].kind == CELLS_TEXT ? "" : "–");
        else
            markdown_text(out, cells[k].text);
        if (mark)
            mark(out, &cells[k], context);
    }
    buffer_puts(out, " |\n");
}

void markdown_table(struct sink *out, const struct report_table *table, cell_mark *mark,
                    void *context)
{
    struct buffer rule = {0};
    for (size_t k = 0; k < table->column_count; k++) {
        struct buffer heading = {0};
        page_column_heading(&heading, &table->columns[k]);
        buffer_puts(&out->text, k ? " | " : "| ");
        markdown_text(&out->text, buffer_text(&heading));
        buffer_append_text(&out->text, table->columns[k].mark);
        buffer_puts(&rule, page_column_is_right(&table->columns[k]) ? "| ---: " : "| --- ");
        buffer_release(&heading);
    }
    buffer_printf(&out->text, " |\n%s|\n", rule.data ? rule.data : "");
    buffer_release(&rule);
    for (size_t i = 0; i < report_table_rows(table) && sink_pass(out); i++)
        write_markdown_row(&out->text, table, report_table_row(table, i), mark, context);
}

/* The fence is longer than any run of its sign in the text, so that no line of it ends it. */
void markdown_chart(struct buffer *out, struct text chart)
{
    size_t run = 0, fence = 3;
    for (size_t i = 0; i < chart.length; i++) {
        run = chart.data[i] == '`' ? run + 1 : 0;
        fence = run >= fence ? run + 1 : fence;
    }
    buffer_repeat(out, "`", fence);
    buffer_putc(out, '\n');
    buffer_append_text(out, chart);
    buffer_repeat(out, "`", fence);
    buffer_putc(out, '\n');
}

static void write_markdown_list(struct buffer *out, const char *before,
                                const struct page_lines *lines)
{
    if (lines->count)
        buffer_putc(out, '\n');
    for (size_t i = 0; i < lines->count; i++) {
        buffer_puts(out, before);
        markdown_text(out, lines->items[i]);
        buffer_putc(out, '\n');
    }
}

static bool is_quote(const struct page_column *column)
{
    return strcmp(column->name, "quote") == 0;
}

/* The first cell is the heading, the quote is a quote, and the others are a list. */
static void write_markdown_records(struct sink *out, const struct report_table *table)
{
    for (size_t i = 0; i < report_table_rows(table) && sink_pass(out); i++) {
        const struct report_cell *cells = report_table_row(table, i);
        buffer_puts(&out->text, "## ");
        markdown_text(&out->text, cells[0].text);
        buffer_puts(&out->text, "\n\n");
        for (size_t k = 1; k < table->column_count; k++) {
            if (!cells[k].text.length || !is_quote(&table->columns[k]))
                continue;
            buffer_puts(&out->text, "> ");
            markdown_text(&out->text, cells[k].text);
            buffer_puts(&out->text, "\n\n");
        }
        for (size_t k = 1; k < table->column_count; k++) {
            if (!cells[k].text.length || is_quote(&table->columns[k]))
                continue;
            buffer_printf(&out->text, "- %s: ", table->columns[k].name);
            markdown_text(&out->text, cells[k].text);
            buffer_putc(&out->text, '\n');
        }
        buffer_putc(&out->text, '\n');
    }
}

void page_write_markdown(struct sink *out, const struct report_table *table)
{
    buffer_puts(&out->text, "# ");
    markdown_text(&out->text, table->title);
    buffer_putc(&out->text, '\n');
    write_markdown_list(&out->text, "- ", &table->about);
    write_markdown_list(&out->text, "- **doubt:** ", &table->doubts);
    if (table->chart.length) {
        buffer_putc(&out->text, '\n');
        markdown_chart(&out->text, buffer_text(&table->chart));
    }
    buffer_putc(&out->text, '\n');
    if (table->is_of_records)
        write_markdown_records(out, table);
    else if (table->column_count)
        markdown_table(out, table, NULL, NULL);
    write_markdown_list(&out->text, "- ", &table->notes);
}
