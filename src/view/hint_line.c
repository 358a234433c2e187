/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "view/hint_line.h"

#include "view/layout.h"

#define HINT_MARGIN 1
#define HINT_GAP 2

static int cells_of(const struct hint *hint)
{
    return text_cells(text_of(hint->key)) + 1 + text_cells(text_of(hint->label));
}

static int cells_of_fixed(const struct hint *hints, size_t count)
{
    int cells = 0;
    for (size_t i = 0; i < count; i++)
        if (hints[i].is_fixed)
            cells += cells_of(&hints[i]) + HINT_GAP;
    return cells;
}

/* Where the next hint goes. */
struct hint_cursor {
    int row, rows, column, width;
    int fixed; /* cells that the last row keeps for those */
};

/* Moves to the next row if there is no room in this one. Returns false if there is none in any. */
static bool find_room(struct hint_cursor *at, int cells, bool is_fixed)
{
    for (;; at->row++, at->column = HINT_MARGIN) {
        bool is_last = at->row == at->rows - 1;
        int kept = is_last && !is_fixed ? at->fixed : 0;
        if (at->column + cells + kept <= at->width)
            return true;
        if (is_last)
            return false;
    }
}

/*
 * Calls `place` for each hint that has room, those in order first, until it returns false, or one
 * has none.
 */
static void place_hints(const struct hint *hints, size_t count, int width, int height,
                        bool (*place)(void *context, size_t hint, int row, int column, int cells),
                        void *context)
{
    int rows = layout_function_rows(height);
    struct hint_cursor at = {0, rows, HINT_MARGIN, width, cells_of_fixed(hints, count)};
    for (int is_fixed = 0; is_fixed < 2; is_fixed++)
        for (size_t i = 0; i < count; i++) {
            int cells = cells_of(&hints[i]);
            if (hints[i].is_fixed != is_fixed)
                continue;
            if (!find_room(&at, cells, is_fixed))
                break;
            if (!place(context, i, height - rows + at.row, at.column, cells))
                return;
            at.column += cells + HINT_GAP;
        }
}

struct drawing {
    struct canvas *canvas;
    const struct hint *hints;
};

static bool draw_hint(void *context, size_t hint, int row, int column, int cells)
{
    const struct drawing *drawing = context;
    struct line *line = canvas_line(drawing->canvas, row);
    (void)cells;
    line_pad(line, column);
    line_puts(line, ROLE_KEY, drawing->hints[hint].key);
    line_printf(line, ROLE_PLAIN, " %s", drawing->hints[hint].label);
    return true;
}

void hint_line_draw(struct canvas *canvas, const struct hint *hints, size_t count)
{
    struct drawing drawing = {canvas, hints};
    place_hints(hints, count, canvas->width, canvas->height, draw_hint, &drawing);
}

struct sought_cell {
    int row, column;
    size_t found;
};

static bool is_at(void *context, size_t hint, int row, int column, int cells)
{
    struct sought_cell *cell = context;
    if (cell->row == row && cell->column >= column && cell->column < column + cells)
        cell->found = hint;
    return cell->found != hint;
}

size_t hint_line_find(const struct hint *hints, size_t count, int width, int height, int row,
                      int column)
{
    struct sought_cell cell = {row, column, count};
    place_hints(hints, count, width, height, is_at, &cell);
    return cell.found;
}
