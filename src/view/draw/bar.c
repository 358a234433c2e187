/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "view/draw/bar.h"

#include <math.h>

/* Eighths of a cell, from the left. */
static const char *const left_blocks[] = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};

struct bar {
    int whole;        /* number of full cells */
    const char *rest; /* the cell at the tip, or "" */
};

static struct bar rightward_bar(double cells)
{
    long eighths = lround(cells * 8);
    if (eighths < 2) /* one eighth is the sign for zero */
        eighths = 2;
    return (struct bar){(int)(eighths / 8), left_blocks[eighths % 8]};
}

/* Unicode has only two blocks at the right edge: one eighth and one half. */
static struct bar leftward_bar(double cells)
{
    int whole = (int)floor(cells);
    double rest = cells - whole;
    if (rest >= 0.75)
        return (struct bar){whole + 1, ""};
    if (rest >= 0.3125 || whole == 0)
        return (struct bar){whole, "▐"};
    return (struct bar){whole, rest >= 0.0625 ? "▕" : ""};
}

static struct bar ascii_bar(double cells)
{
    int whole = (int)lround(cells);
    return (struct bar){whole > 0 ? whole : 1, ""};
}

static struct bar bar_of(double value, double full, int cells, enum bar_direction direction,
                         bool ascii)
{
    bool is_left = direction == BAR_LEFTWARD;
    double part = value / full;
    if (isnan(value))
        return (struct bar){0, ascii ? "." : "·"};
    if (value == 0)
        return (struct bar){0, ascii ? "|" : is_left ? "▕" : "▏"};
    if (value < 0)
        return (struct bar){0, ""};
    if (!(part >= 0 && part < 1))
        return (struct bar){cells, ""};
    if (ascii)
        return ascii_bar(part * cells);
    return is_left ? leftward_bar(part * cells) : rightward_bar(part * cells);
}

void chart_bar(struct line *line, enum role role, double value, double full, int cells,
               enum bar_direction direction, bool ascii)
{
    if (cells <= 0)
        return;
    struct bar bar = bar_of(value, full, cells, direction, ascii);
    struct buffer signs = {0}, blanks = {0};
    bool is_left = direction == BAR_LEFTWARD;
    buffer_repeat(&blanks, " ", (size_t)(cells - bar.whole - (*bar.rest ? 1 : 0)));
    if (is_left) {
        line_add(line, ROLE_PLAIN, buffer_text(&blanks));
        buffer_puts(&signs, bar.rest);
    }
    buffer_repeat(&signs, ascii ? "#" : "█", (size_t)bar.whole);
    if (!is_left)
        buffer_puts(&signs, bar.rest);
    line_add(line, isnan(value) ? ROLE_DIM : role, buffer_text(&signs));
    if (!is_left)
        line_add(line, ROLE_PLAIN, buffer_text(&blanks));
    buffer_release(&signs);
    buffer_release(&blanks);
}
