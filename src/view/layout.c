/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A screen is a stack of bands, each with a title line and the body of one pane or of two side by
 * side. Rows are assigned to bands one by one, each to the band with the fewest for its weight. So
 * a window that grows by a row enlarges one band and shrinks none.
 */
#include "config.h"

#include "view/layout.h"

#include "base/array.h"

#define HEADER_ROWS 2
#define TITLE_ROWS 1
#define TWO_LINES_HEIGHT 30 /* from here on, there are two rows of keys */
#define BODY_ROW (HEADER_ROWS + TITLE_ROWS)

#define PANES_LEAST_WIDTH 110
#define PANES_LEAST_HEIGHT 30
/* From this width Figures and Events fit side by side. */
#define WIDE_LEAST_WIDTH 160

struct band {
    enum pane left, right; /* right: PANE_COUNT if the left one has the whole width */
    int left_percent;
    int weight, least, most; /* rows of the body; a maximum of 0 means none */
};

/* Charts do not improve beyond some twenty rows; the lists take the rest. */
static const struct band stacked[] = {
    {PANE_BALANCE, PANE_PATH, 38, 10, 9, 22},
    {PANE_FIGURES, PANE_COUNT, 100, 6, 4, 0},
    {PANE_EVENTS, PANE_COUNT, 100, 4, 3, 0},
    {PANE_SOURCE, PANE_COUNT, 100, 4, 4, 10},
};

static const struct band stacked_without_events[] = {
    {PANE_BALANCE, PANE_PATH, 38, 10, 9, 22},
    {PANE_FIGURES, PANE_COUNT, 100, 8, 4, 0},
    {PANE_SOURCE, PANE_COUNT, 100, 4, 4, 10},
};

static const struct band wide[] = {
    {PANE_BALANCE, PANE_PATH, 38, 18, 9, 24},
    {PANE_FIGURES, PANE_EVENTS, 60, 28, 6, 0},
    {PANE_SOURCE, PANE_COUNT, 100, 8, 5, 12},
};

static const struct band wide_without_events[] = {
    {PANE_BALANCE, PANE_PATH, 38, 18, 9, 24},
    {PANE_FIGURES, PANE_COUNT, 100, 28, 6, 0},
    {PANE_SOURCE, PANE_COUNT, 100, 8, 5, 12},
};

#define MOST_BANDS 4

static const struct stack {
    const struct band *bands;
    size_t count;
} stacks[2][2] = {
    /* by whether the window is wide, and whether there are events */
    {{stacked_without_events, ARRAY_LENGTH(stacked_without_events)},
     {stacked, ARRAY_LENGTH(stacked)}},
    {{wide_without_events, ARRAY_LENGTH(wide_without_events)}, {wide, ARRAY_LENGTH(wide)}},
};
_Static_assert(ARRAY_LENGTH(stacked) <= MOST_BANDS && ARRAY_LENGTH(wide) <= MOST_BANDS,
               "MOST_BANDS is too small");

int layout_function_rows(int height)
{
    return height < TWO_LINES_HEIGHT ? 1 : 2;
}

static void share_rows(const struct band *bands, size_t count, int rows, int *given)
{
    for (size_t i = 0; i < count; i++) {
        given[i] = bands[i].least;
        rows -= bands[i].least;
    }
    for (; rows > 0; rows--) {
        size_t poorest = count;
        for (size_t i = 0; i < count; i++) {
            bool is_full = bands[i].most && given[i] >= bands[i].most;
            if (!is_full && (poorest == count ||
                             given[i] * bands[poorest].weight < given[poorest] * bands[i].weight))
                poorest = i;
        }
        given[poorest]++;
    }
}

static void place_band(struct layout *layout, const struct band *band, int row, int height)
{
    struct rectangle *left = &layout->panes[band->left];
    *left = (struct rectangle){row, 0, layout->width, height};
    if (band->right == PANE_COUNT)
        return;
    left->width = layout->width * band->left_percent / 100;
    int column = left->width + 1; /* one for the line between them */
    layout->panes[band->right] = (struct rectangle){row, column, layout->width - column, height};
}

static void place_panes(struct layout *layout, bool has_events)
{
    const struct stack *stack = &stacks[layout->width >= WIDE_LEAST_WIDTH][has_events];
    const struct band *bands = stack->bands;
    size_t count = stack->count;
    int heights[MOST_BANDS];
    share_rows(bands, count,
               layout->height - HEADER_ROWS - layout_function_rows(layout->height) -
                   (int)count * TITLE_ROWS,
               heights);
    int row = HEADER_ROWS;
    for (size_t i = 0; i < count; i++) {
        place_band(layout, &bands[i], row + TITLE_ROWS, heights[i]);
        row += TITLE_ROWS + heights[i];
    }
}

/* Rows of evidence below a tab: 4 of 24, fewer on a low screen, never more than a quote needs. */
static int strip_rows(int height)
{
    int rows = height < 16 ? 2 : height < 22 ? 3 : 4 + (height - 24) / 6;
    return rows > 8 ? 8 : rows;
}

static struct rectangle whole_body(const struct layout *layout)
{
    return (struct rectangle){BODY_ROW, 0, layout->width,
                              layout->height - BODY_ROW - layout_function_rows(layout->height)};
}

static void place_tab(struct layout *layout, enum pane focus)
{
    struct rectangle body = whole_body(layout);
    if (focus != PANE_SOURCE) {
        int strip = strip_rows(layout->height);
        body.height -= strip + TITLE_ROWS;
        layout->panes[PANE_SOURCE] =
            (struct rectangle){BODY_ROW + body.height + TITLE_ROWS, 0, layout->width, strip};
    }
    layout->panes[focus] = body;
}

struct layout layout_make(int width, int height, enum pane focus, bool is_zoomed, bool has_events)
{
    struct layout layout = {.kind = LAYOUT_PANES, .width = width, .height = height};
    layout.header_rows = HEADER_ROWS;
    if (width < LAYOUT_LEAST_WIDTH || height < LAYOUT_LEAST_HEIGHT)
        return (struct layout){.kind = LAYOUT_TOO_SMALL, .width = width, .height = height};
    if (width < PANES_LEAST_WIDTH || height < PANES_LEAST_HEIGHT)
        layout.kind = LAYOUT_TABS;
    if (is_zoomed) {
        layout.panes[focus] = whole_body(&layout);
    } else if (layout.kind == LAYOUT_TABS || focus == PANE_ROWS) {
        place_tab(&layout, focus); /* all columns of a file need the whole width */
    } else {
        enum pane replaced = has_events ? PANE_EVENTS : PANE_FIGURES;
        place_panes(&layout, has_events || focus == PANE_EVENTS);
        if (focus == PANE_PROBLEMS || focus == PANE_CHECKS) {
            layout.panes[focus] = layout.panes[replaced];
            layout.panes[replaced] = (struct rectangle){0};
        }
    }
    return layout;
}

enum pane layout_pane_at(const struct layout *layout, int row, int column)
{
    for (int pane = 0; pane < PANE_COUNT; pane++) {
        const struct rectangle *body = &layout->panes[pane];
        if (body->height > 0 && row >= body->row - TITLE_ROWS && row < body->row + body->height &&
            column >= body->column && column < body->column + body->width)
            return (enum pane)pane;
    }
    return PANE_COUNT;
}
