/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "view/draw/footer.h"

#include "data/table/table.h"

int footer_draw(struct canvas *canvas, const struct wrapping *text, int most)
{
    int rows = text->count < (size_t)most ? (int)text->count : most;
    for (int row = 0; row < rows; row++)
        line_join(canvas_line(canvas, canvas->height - rows + row), &text->rows[row].line);
    if (rows > 0 && text->count > (size_t)rows)
        canvas_mark_more(canvas, canvas->height - 1);
    return rows > 0 ? rows : 0;
}

int footer_draw_long(struct canvas *canvas, enum role role, struct text text, int room)
{
    struct line line = {0};
    struct wrapping wrapping = {0};
    int rows = 0;
    line_add(&line, role, text);
    if (line_cells(&line) > room) {
        wrapping_add(&wrapping, &line, NO_ROW, canvas->width, 0);
        rows = footer_draw(canvas, &wrapping, canvas->height / 3);
    }
    wrapping_release(&wrapping);
    line_release(&line);
    return rows;
}
