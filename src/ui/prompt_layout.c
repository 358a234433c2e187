/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/prompt_layout.h"

#define LEAST_ROOM_FOR_MARKS 4

static void make_visible(struct buffer *out, struct text text, bool ascii)
{
    struct buffer visible = {0};
    text_make_visible(&visible, text, true);
    if (ascii)
        text_make_ascii(out, buffer_text(&visible));
    else
        buffer_append_text(out, buffer_text(&visible));
    buffer_release(&visible);
}

/*
 * Adds the cells [from, from + cells) of a text; half a wide character at an edge becomes a blank.
 */
static void add_slice(struct line *line, struct text text, int from, int cells)
{
    size_t skipped = text_fit(text, from);
    int gap = from - text_cells((struct text){text.data, skipped});
    text = (struct text){text.data + skipped, text.length - skipped};
    if (gap > 0 && text.length > 0) {
        size_t wide = text_character(text);
        gap = text_cells((struct text){text.data, wide}) - gap;
        text = (struct text){text.data + wide, text.length - wide};
        for (int i = 0; i < gap && i < cells; i++)
            line_puts(line, ROLE_PLAIN, " ");
        cells -= gap;
    }
    if (cells > 0)
        line_add(line, ROLE_PLAIN, (struct text){text.data, text_fit(text, cells)});
}

/* Returns the scroll position with the cursor in the window and not under the marks. */
static int place(int scroll, int cursor, int total, int room)
{
    if (total < room)
        return 0;
    int step = room / 3;
    int margin = room >= LEAST_ROOM_FOR_MARKS ? 1 : 0;
    if (cursor < scroll + (scroll > 0 ? margin : 0))
        scroll = cursor - step;
    else if (cursor > scroll + room - 1 - margin)
        scroll = cursor - room + 1 + step;
    int last = total + 1 - room;
    if (scroll > last)
        scroll = last;
    return scroll < 0 ? 0 : scroll;
}

static void add_remark(struct line *line, struct text remark, int width)
{
    int free_cells = width - line_cells(line) - 1;
    if (remark.length == 0 || text_cells(remark) + 1 > free_cells)
        return;
    line_pad(line, width - text_cells(remark));
    line_add(line, ROLE_DIM, remark);
}

int prompt_layout_write(const struct prompt_layout *row, int width, int *scroll, struct line *line)
{
    const char *mark = row->ascii ? ">" : "\xe2\x80\xa6";
    struct buffer text = {0};
    make_visible(&text, (struct text){row->text.data, row->point}, row->ascii);
    int cursor = text_cells(buffer_text(&text));
    make_visible(&text, (struct text){row->text.data + row->point, row->text.length - row->point},
                 row->ascii);
    int total = text_cells(buffer_text(&text));

    line_puts(line, ROLE_KEY, row->label);
    if (row->ascii)
        line_make_ascii(line);
    line_cut(line, width * 2 / 3, mark);
    int label = line_cells(line);
    int room = width > label ? width - label : 1;

    *scroll = place(*scroll, cursor, total, room);
    bool has_marks = room >= LEAST_ROOM_FOR_MARKS;
    int before = has_marks && *scroll > 0 ? 1 : 0;
    int after = has_marks && *scroll + room < total ? 1 : 0;
    if (before)
        line_puts(line, ROLE_DIM, "<");
    add_slice(line, buffer_text(&text), *scroll + before, room - before - after);
    if (after) {
        line_pad(line, width - 1);
        line_puts(line, ROLE_DIM, ">");
    }
    add_remark(line, row->remark, width);
    buffer_release(&text);
    return label + cursor - *scroll;
}
