/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/candidates.h"

#include "base/buffer.h"
#include "ui/painter.h"

#include <stdlib.h>
#include <string.h>

#define COLUMN_GAP 2

struct candidate_grid {
    size_t rows, columns;
    int text_width, remark_width; /* 0 if no remarks are shown */
    int width;
};

static int largest(const struct completion *completion, bool of_remarks)
{
    int cells = 0;
    for (size_t i = 0; i < completion->count; i++) {
        const struct candidate *item = &completion->items[i];
        const char *string = of_remarks ? item->remark : item->text;
        struct line line = {0};
        line_puts(&line, ROLE_PLAIN, string ? string : "");
        if (line_cells(&line) > cells)
            cells = line_cells(&line);
        line_release(&line);
    }
    return cells;
}

static int column_width(const struct candidate_grid *table)
{
    int remark = table->remark_width > 0 ? COLUMN_GAP + table->remark_width : 0;
    return table->text_width + remark + COLUMN_GAP;
}

static void divide(struct candidate_grid *table, size_t count)
{
    int columns = (table->width + COLUMN_GAP) / column_width(table);
    table->columns = columns > 1 ? (size_t)columns : 1;
    table->rows = (count + table->columns - 1) / table->columns;
}

static struct candidate_grid make_table(const struct completion *completion, size_t most_rows,
                                        int width)
{
    struct candidate_grid table = {.width = width,
                                   .text_width = largest(completion, false),
                                   .remark_width = largest(completion, true)};
    divide(&table, completion->count);
    if (table.rows > most_rows) {
        table.remark_width = 0;
        divide(&table, completion->count);
    }
    if (table.rows > most_rows)
        table.rows = most_rows;
    return table;
}

static void add_item(struct line *line, const struct candidate_grid *table,
                     const struct candidate *item)
{
    int start = line_cells(line);
    line_puts(line, ROLE_PLAIN, item->text);
    if (table->remark_width > 0 && item->remark) {
        line_pad(line, start + table->text_width + COLUMN_GAP);
        line_puts(line, ROLE_DIM, item->remark);
    }
    line_pad(line, start + column_width(table));
}

static void put_row(const struct completion *completion, const struct candidate_grid *table,
                    size_t row, int screen_row, bool ascii)
{
    struct line line = {0};
    size_t places = table->rows * table->columns;
    bool is_cut = places < completion->count;
    for (size_t column = 0; column < table->columns; column++) {
        size_t place = column * table->rows + row;
        if (is_cut && place == places - 1)
            line_printf(&line, ROLE_DIM, "+%zu more", completion->count - places + 1);
        else if (place < completion->count)
            add_item(&line, table, &completion->items[place]);
    }
    if (ascii)
        line_make_ascii(&line);
    line_cut(&line, table->width, ascii ? ">" : "\xe2\x80\xa6");
    painter_put_line(screen_row, &line);
    line_release(&line);
}

static void put_rule(int screen_row, int width, bool ascii)
{
    struct line line = {0};
    while (line_cells(&line) < width)
        line_puts(&line, ROLE_FRAME, ascii ? "-" : "\xe2\x94\x80");
    painter_put_line(screen_row, &line);
    line_release(&line);
}

void candidates_put(const struct completion *completion, int bottom, int width, bool ascii)
{
    size_t most_rows = bottom > 1 ? (size_t)bottom / 2 : 0;
    if (completion->count == 0 || most_rows == 0 || width < 1)
        return;
    struct candidate_grid table = make_table(completion, most_rows, width);
    int top = bottom - (int)table.rows;
    put_rule(top - 1, width, ascii);
    for (size_t row = 0; row < table.rows; row++)
        put_row(completion, &table, row, top + (int)row, ascii);
}

/* Returns the length of the common prefix in bytes, whole characters only. */
static size_t common_length(char *const *matches, size_t count)
{
    size_t length = strlen(matches[0]);
    for (size_t i = 1; i < count; i++) {
        size_t same = 0;
        while (same < length && matches[i][same] == matches[0][same])
            same++;
        length = same;
    }
    while (length > 0 && ((unsigned char)matches[0][length] & 0xc0) == 0x80)
        length--;
    return length;
}

char **candidates_match(const struct completion *completion, struct text kept, const char *typed)
{
    size_t count = completion->count;
    char **matches = xcalloc(count + 2, sizeof *matches);
    for (size_t i = 0; i < count; i++) {
        struct buffer match = {0};
        buffer_append_text(&match, kept);
        buffer_puts(&match, completion->items[i].text);
        matches[i + 1] = buffer_take(&match);
    }
    size_t common = common_length(matches + 1, count);
    if (count > 1 && common <= strlen(typed))
        matches[0] = xstrdup(typed);
    else
        matches[0] = xstrndup(matches[1], common);
    if (count == 1) {
        free(matches[1]);
        matches[1] = NULL;
    }
    return matches;
}
