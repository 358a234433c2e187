/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages as HTML: one file, without scripts, pictures or fonts from elsewhere. */
#include "config.h"

#include "report/page_write.h"

static const char style[] =
    "body{font:16px/1.5 serif;max-width:60em;margin:1.5em auto;padding:0 1em;color:#111;"
    "background:#fff}\n"
    "h1{font-size:1.5em;line-height:1.25}h2{font-size:1.2em;margin-top:1.6em}\n"
    ".wide{overflow-x:auto}table{border-collapse:collapse;margin:1em 0}\n"
    "th,td{padding:.2em .7em;text-align:left;vertical-align:top;border-bottom:1px solid #bbb}\n"
    "td.n,th.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}\n"
    "pre{overflow-x:auto;font:14px/1.2 monospace}blockquote{margin:1em 0;padding-left:1em;"
    "border-left:3px solid #888}\n"
    ".doubt{border:2px solid #8a3b00;padding:.3em .8em}sup a{text-decoration:none}\n"
    "@media print{body{max-width:none;margin:0;font-size:10pt}pre{font-size:7pt}"
    "tr,blockquote{break-inside:avoid}.wide{overflow:visible}}\n";

void html_text(struct buffer *out, struct text text)
{
    static const struct {
        char byte;
        const char *name;
    } names[] = {{'&', "&amp;"}, {'<', "&lt;"}, {'>', "&gt;"}, {'"', "&quot;"}, {'\'', "&#39;"}};
    struct buffer visible = {0};
    text_make_visible(&visible, text, true);
    for (size_t i = 0; i < visible.length; i++) {
        size_t k = 0;
        while (k < sizeof names / sizeof *names && names[k].byte != visible.data[i])
            k++;
        if (k < sizeof names / sizeof *names)
            buffer_puts(out, names[k].name);
        else
            buffer_putc(out, visible.data[i]);
    }
    buffer_release(&visible);
}

void html_begin(struct buffer *out, struct text title)
{
    buffer_puts(out, "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                     "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                     "<title>");
    html_text(out, title);
    buffer_printf(out, "</title>\n<style>\n%s</style>\n</head>\n<body>\n", style);
}

void html_end(struct buffer *out)
{
    buffer_puts(out, "</body>\n</html>\n");
}

static const char *class_of(const struct page_column *column)
{
    return page_column_is_right(column) ? " class=\"n\"" : "";
}

static void write_row(struct buffer *out, const struct report_table *table,
                      const struct report_cell *cells, cell_mark *mark, void *context)
{
    buffer_puts(out, "<tr>");
    for (size_t k = 0; k < table->column_count; k++) {
        buffer_printf(out, "<td%s>", class_of(&table->columns[k]));
        if (cells[k].text.length)
            html_text(out, cells[k].text);
        else
            buffer_puts(out, table->columns[k].kind == CELLS_TEXT ? "" : "–");
        if (mark)
            mark(out, &cells[k], context);
        buffer_puts(out, "</td>");
    }
    buffer_puts(out, "</tr>\n");
}

void html_table(struct sink *out, const struct report_table *table, cell_mark *mark, void *context)
{
    buffer_puts(&out->text, "<div class=\"wide\"><table>\n<thead><tr>");
    for (size_t k = 0; k < table->column_count; k++) {
        struct buffer heading = {0};
        page_column_heading(&heading, &table->columns[k]);
        buffer_printf(&out->text, "<th scope=\"col\"%s>", class_of(&table->columns[k]));
        html_text(&out->text, buffer_text(&heading));
        buffer_append_text(&out->text, table->columns[k].mark);
        buffer_puts(&out->text, "</th>");
        buffer_release(&heading);
    }
    buffer_puts(&out->text, "</tr></thead>\n<tbody>\n");
    for (size_t i = 0; i < report_table_rows(table) && sink_pass(out); i++)
        write_row(&out->text, table, report_table_row(table, i), mark, context);
    buffer_puts(&out->text, "</tbody>\n</table></div>\n");
}

static void write_list(struct buffer *out, const char *class, const struct page_lines *lines)
{
    if (!lines->count)
        return;
    buffer_printf(out, "<ul%s>\n", class);
    for (size_t i = 0; i < lines->count; i++) {
        buffer_puts(out, "<li>");
        html_text(out, lines->items[i]);
        buffer_puts(out, "</li>\n");
    }
    buffer_puts(out, "</ul>\n");
}

void html_lines(struct buffer *out, struct text chart)
{
    for (size_t i = 0; i < chart.length;) {
        size_t end = i;
        while (end < chart.length && chart.data[end] != '\n')
            end++;
        html_text(out, (struct text){chart.data + i, end - i});
        buffer_putc(out, '\n');
        i = end + 1;
    }
}

/* A chart keeps its line breaks. */
static void write_chart(struct buffer *out, struct text chart)
{
    buffer_puts(out, "<pre>");
    html_lines(out, chart);
    buffer_puts(out, "</pre>\n");
}

void page_write_html(struct sink *out, const struct report_table *table)
{
    html_begin(&out->text, table->title);
    buffer_puts(&out->text, "<h1>");
    html_text(&out->text, table->title);
    buffer_puts(&out->text, "</h1>\n");
    write_list(&out->text, "", &table->about);
    write_list(&out->text, " class=\"doubt\"", &table->doubts);
    if (table->chart.length)
        write_chart(&out->text, buffer_text(&table->chart));
    if (table->column_count)
        html_table(out, table, NULL, NULL);
    write_list(&out->text, "", &table->notes);
    html_end(&out->text);
}
