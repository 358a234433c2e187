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
#define FUNCTION_ROWS 1
#define BODY_ROW (HEADER_ROWS + TITLE_ROWS)

#define PANES_LEAST_WIDTH 110
#define PANES_LEAST_HEIGHT 30

struct band {
    enum pane left, right; /* right: PANE_COUNT if the left one has the whole width */
    int left_percent;
    int weight, least, most; /* rows of the body; a maximum of 0 means none */
};

#define MOST_BANDS 4

/* Charts do not improve beyond some twenty rows; the lists take the rest. */
static const struct band of_claims[] = {
    {PANE_BALANCE, PANE_PATH, 50, 16, 9, 24},
    {PANE_FIGURES, PANE_EVENTS, 60, 12, 6, 0},
    {PANE_SOURCE, PANE_COUNT, 100, 6, 5, 16},
};

static const struct band of_statistics[] = {
    {PANE_BALANCE, PANE_PARTNERS, 48, 14, 9, 0},
    {PANE_PATH, PANE_PRODUCTS, 48, 10, 7, 0},
    {PANE_SOURCE, PANE_COUNT, 100, 5, 4, 12},
};

/* The breakdowns get the room. */
static const struct band of_one_period[] = {
    {PANE_BALANCE, PANE_COUNT, 100, 5, 6, 10},
    {PANE_PARTNERS, PANE_PRODUCTS, 50, 20, 7, 0},
    {PANE_SOURCE, PANE_COUNT, 100, 5, 4, 12},
};

/* The bands of a screen. */
struct stack {
    struct band bands[MOST_BANDS];
    size_t count;
};

static bool is_shown(enum pane pane, unsigned panes)
{
    return pane != PANE_COUNT && panes & PANE_BIT(pane);
}

/* A pane gets the width of its neighbour, or the rows of its band, if that is not shown. */
static void add_band(struct stack *stack, struct band band, unsigned panes)
{
    if (!is_shown(band.left, panes))
        band.left = band.right;
    if (band.left == band.right || !is_shown(band.right, panes))
        band.right = PANE_COUNT;
    if (is_shown(band.left, panes))
        stack->bands[stack->count++] = band;
}

/* `shown` are the panes with content, which decide on the bands, and the one with the focus. */
static struct stack stack_of(unsigned panes, unsigned shown)
{
    static const struct {
        unsigned needed; /* the table is for panes of which there is one of these */
        const struct band *bands;
        size_t count;
    } tables[] = {{PANE_BIT(PANE_FIGURES), of_claims, ARRAY_LENGTH(of_claims)},
                  {PANE_BIT(PANE_PATH), of_statistics, ARRAY_LENGTH(of_statistics)},
                  {~0U, of_one_period, ARRAY_LENGTH(of_one_period)}};
    struct stack stack = {0};
    size_t table = 0;
    while (!(panes & tables[table].needed))
        table++;
    for (size_t i = 0; i < tables[table].count; i++)
        add_band(&stack, tables[table].bands[i], shown);
    return stack;
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
        given[poorest < count ? poorest : count - 1]++;
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

static void place_panes(struct layout *layout, unsigned panes, enum pane focus)
{
    struct stack stack = stack_of(panes, panes | PANE_BIT(focus));
    int heights[MOST_BANDS];
    share_rows(stack.bands, stack.count,
               layout->height - HEADER_ROWS - FUNCTION_ROWS - (int)stack.count * TITLE_ROWS,
               heights);
    int row = HEADER_ROWS;
    for (size_t i = 0; i < stack.count; i++) {
        place_band(layout, &stack.bands[i], row + TITLE_ROWS, heights[i]);
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
                              layout->height - BODY_ROW - FUNCTION_ROWS};
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

/* A pane that is in no band takes the place of another while it has the focus. */
static void give_place(struct layout *layout, unsigned panes, enum pane focus)
{
    static const enum pane replaced[] = {PANE_EVENTS, PANE_PRODUCTS, PANE_FIGURES,
                                         PANE_PATH,   PANE_PARTNERS, PANE_BALANCE};
    size_t at = 0;
    if (layout->panes[focus].height)
        return;
    while (!(panes & PANE_BIT(replaced[at])) && at + 1 < ARRAY_LENGTH(replaced))
        at++;
    layout->panes[focus] = layout->panes[replaced[at]];
    layout->panes[replaced[at]] = (struct rectangle){0};
}

struct layout layout_make(int width, int height, enum pane focus, bool is_zoomed, unsigned panes)
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
        place_panes(&layout, panes, focus);
        give_place(&layout, panes, focus);
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
