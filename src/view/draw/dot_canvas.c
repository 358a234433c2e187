/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Strokes are drawn in dots, several per cell, as on a bitmap of (width * dots across) x (height *
 * dots down). Each cell stores its dots as bits and is converted to one character at the end. Text
 * hides the dots below it.
 */
#include "config.h"

#include "view/draw/dot_canvas.h"

#include <math.h>
#include <stdlib.h>

struct cell {
    struct text text; /* one character, or empty */
    enum role role;
    unsigned char dots; /* bits as in the characters from U+2800; in ASCII 1 is above, 2 below */
    char stroke;        /* of a solid curve in ASCII; NUL for none */
    bool is_tail;       /* covered by the wide character before it */
};

/* Dots per cell, and the interval of dots of a dotted stroke. */
struct grain {
    int across, down, gap;
};
static const struct grain braille_grain = {2, 4, 2};
static const struct grain ascii_grain = {1, 2, 2};

static const unsigned char braille_dots[4][2] = {
    {0x01, 0x08}, {0x02, 0x10}, {0x04, 0x20}, {0x40, 0x80}};
static const unsigned char ascii_dots[2] = {1, 2};
static const char *const ascii_signs[4] = {" ", "'", ".", ":"};

void dot_canvas_init(struct dot_canvas *raster, int width, int height, bool ascii)
{
    *raster = (struct dot_canvas){.width = width, .height = height, .ascii = ascii};
    raster->cells = xcalloc((size_t)width * (size_t)height, sizeof *raster->cells);
}

void dot_canvas_release(struct dot_canvas *raster)
{
    free(raster->cells);
    arena_release(&raster->texts);
    *raster = (struct dot_canvas){0};
}

static struct cell *cell_at(const struct dot_canvas *raster, int row, int column)
{
    if (row < 0 || row >= raster->height || column < 0 || column >= raster->width)
        return NULL;
    return &raster->cells[row * raster->width + column];
}

struct text dot_canvas_text(struct dot_canvas *raster, struct text text)
{
    struct line line = {0};
    line_add(&line, ROLE_PLAIN, text);
    if (raster->ascii)
        line_make_ascii(&line);
    size_t length = line.text.length;
    const char *copy = arena_copy(&raster->texts, line.text.data, length);
    line_release(&line);
    return (struct text){copy, length};
}

void dot_canvas_put(struct dot_canvas *raster, int row, int column, enum role role,
                    struct text text)
{
    while (text.length) {
        struct text character = {text.data, text_character(text)};
        int cells = text_cells(character);
        struct cell *cell = cell_at(raster, row, column);
        struct cell *tail = cells > 1 ? cell_at(raster, row, column + 1) : cell;
        if (cells > 0 && cell && tail) {
            *tail = (struct cell){.is_tail = true};
            *cell = (struct cell){.text = character, .role = role};
        }
        column += cells;
        text.data += character.length;
        text.length -= character.length;
    }
}

bool dot_canvas_is_free(const struct dot_canvas *raster, int row, int column, int cells,
                        bool over_dots)
{
    for (int i = 0; i < cells; i++) {
        const struct cell *cell = cell_at(raster, row, column + i);
        if (!cell || cell->text.length || cell->is_tail)
            return false;
        if (!over_dots && (cell->dots || cell->stroke))
            return false;
    }
    return true;
}

static const struct grain *grain_of(const struct dot_canvas *raster)
{
    return raster->ascii ? &ascii_grain : &braille_grain;
}

static void draw_dot(struct dot_canvas *raster, int x, int y, enum role role, char stroke)
{
    const struct grain *grain = grain_of(raster);
    struct cell *cell = x < 0 || y < 0 ? NULL : cell_at(raster, y / grain->down, x / grain->across);
    if (!cell || cell->text.length)
        return;
    if (raster->ascii)
        cell->dots |= ascii_dots[y % grain->down];
    else
        cell->dots |= braille_dots[y % grain->down][x % grain->across];
    if (stroke || !cell->stroke)
        cell->role = role;
    if (stroke)
        cell->stroke = stroke;
}

/*
 * Returns the character closest to the direction of a stroke. A cell is about twice as high as
 * wide.
 */
static char stroke_sign(struct place from, struct place to)
{
    double across = fabs(to.x - from.x), down = to.y - from.y;
    if (fabs(down) < across * 0.3)
        return '-';
    if (fabs(down) > across * 3)
        return '|';
    return (down < 0) == (to.x > from.x) ? '/' : '\\';
}

static int dot_of(double place, int per_cell)
{
    return (int)floor((place + 0.5) * per_cell);
}

void dot_canvas_stroke(struct dot_canvas *raster, struct place from, struct place to,
                       enum role role, bool is_dotted, int *phase)
{
    const struct grain *grain = grain_of(raster);
    int x = dot_of(from.x, grain->across), y = dot_of(from.y, grain->down);
    int across = dot_of(to.x, grain->across) - x, down = dot_of(to.y, grain->down) - y;
    int steps = abs(across) > abs(down) ? abs(across) : abs(down);
    char stroke = '\0';
    if (raster->ascii && !is_dotted)
        stroke = stroke_sign(from, to);
    for (int i = *phase ? 1 : 0; i <= steps; i++) {
        double part = steps ? (double)i / steps : 0;
        if (!is_dotted || *phase % grain->gap == 0)
            draw_dot(raster, x + (int)lround(across * part), y + (int)lround(down * part), role,
                     stroke);
        ++*phase;
    }
}

static void write_cell(const struct dot_canvas *raster, const struct cell *cell, struct line *line)
{
    if (cell->is_tail)
        return;
    if (cell->text.length)
        line_add(line, cell->role, cell->text);
    else if (cell->stroke)
        line_add(line, cell->role, (struct text){&cell->stroke, 1});
    else if (!cell->dots)
        line_puts(line, ROLE_PLAIN, " ");
    else if (raster->ascii)
        line_puts(line, cell->role, ascii_signs[cell->dots]);
    else
        line_add(line, cell->role,
                 (struct text){(char[]){(char)0xE2, (char)(0xA0 | cell->dots >> 6),
                                        (char)(0x80 | (cell->dots & 0x3F))},
                               3});
}

void dot_canvas_write(const struct dot_canvas *raster, struct canvas *canvas, int top)
{
    for (int row = 0; row < raster->height; row++) {
        struct line *line = canvas_line(canvas, top + row);
        int used = raster->width;
        while (used > 0 && dot_canvas_is_free(raster, row, used - 1, 1, false))
            used--;
        line_clear(line);
        for (int column = 0; column < used; column++)
            write_cell(raster, cell_at(raster, row, column), line);
    }
}
