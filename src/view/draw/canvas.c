/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "view/draw/canvas.h"

#include "base/memory.h"

#include <stdlib.h>

void canvas_init(struct canvas *canvas, int width, int height, bool ascii)
{
    *canvas = (struct canvas){
        .width = width > 0 ? width : 0, .height = height > 0 ? height : 0, .ascii = ascii};
    /* The last line is used for rows outside the canvas. */
    canvas->lines = xcalloc((size_t)canvas->height + 1, sizeof *canvas->lines);
}

void canvas_release(struct canvas *canvas)
{
    for (int i = 0; canvas->lines && i <= canvas->height; i++)
        line_release(&canvas->lines[i]);
    free(canvas->lines);
    *canvas = (struct canvas){0};
}

struct line *canvas_line(struct canvas *canvas, int row)
{
    if (row >= 0 && row < canvas->height)
        return &canvas->lines[row];
    struct line *nowhere = &canvas->lines[canvas->height];
    line_clear(nowhere);
    return nowhere;
}

static const char *more_sign(const struct canvas *canvas)
{
    return canvas_sign(canvas, " …", " [...]");
}

int canvas_more_cells(const struct canvas *canvas)
{
    return text_cells(text_of(more_sign(canvas)));
}

void canvas_mark_more(struct canvas *canvas, int row)
{
    struct line *line = canvas_line(canvas, row);
    bool has_room = line_cells(line) + canvas_more_cells(canvas) <= canvas->width;
    if (!has_room)
        line_cut(line, canvas->width - 1, "");
    line_puts(line, ROLE_DIM, has_room ? more_sign(canvas) : canvas_sign(canvas, "…", ">"));
    line_cut(line, canvas->width, "");
}

const char *canvas_sign(const struct canvas *canvas, const char *utf8, const char *ascii)
{
    return canvas->ascii ? ascii : utf8;
}

struct line *canvas_item_line(struct canvas *canvas, int row, bool has_cursor)
{
    struct line *line = canvas_line(canvas, row);
    line_puts(line, ROLE_PLAIN, has_cursor && !canvas->is_printed ? "> " : "  ");
    return line;
}

void canvas_mark_row(struct canvas *canvas, int row, enum role role)
{
    if (canvas->is_printed)
        return;
    struct line *line = canvas_line(canvas, row);
    line_pad(line, canvas->width);
    canvas_mark_part(canvas, row, role, 0, line->text.length);
}

/* True for a span of blocks or '#', which are a bar. */
static bool is_bar(const struct line *line, const struct span *span)
{
    bool has_color = span->role == ROLE_EXPORT || span->role == ROLE_IMPORT;
    for (size_t i = span->start; has_color && i < span->end; i++) {
        unsigned char byte = (unsigned char)line->text.data[i];
        if (byte < 0x80 && byte != '#' && byte != '|')
            return false;
    }
    return has_color && span->end > span->start;
}

void canvas_mark_part(struct canvas *canvas, int row, enum role role, size_t start, size_t end)
{
    if (canvas->is_printed)
        return;
    struct line *line = canvas_line(canvas, row);
    size_t spans = line->span_count;
    for (size_t i = 0; i < spans && start < end; i++) {
        struct span span = line->spans[i];
        if (!is_bar(line, &span) || span.start < start || span.end > end)
            continue;
        line_mark(line, role, start, span.start);
        start = span.end;
    }
    line_mark(line, role, start, end);
}
