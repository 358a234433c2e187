/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The arrangement of panes on a screen of a given size. Pure arithmetic. */
#ifndef TRADESCOPE_VIEW_LAYOUT_H
#define TRADESCOPE_VIEW_LAYOUT_H

#include <stdbool.h>

enum pane {
    PANE_BALANCE,
    PANE_PATH,
    PANE_FIGURES,
    PANE_EVENTS,
    PANE_SOURCE,
    PANE_PROBLEMS,
    PANE_CHECKS,
    PANE_ROWS,
    PANE_PARTNERS,
    PANE_PRODUCTS,
    PANE_COUNT,
};

/* A set of panes has one bit for each. */
#define PANE_BIT(pane) (1U << (pane))

#define LAYOUT_LEAST_WIDTH 40
#define LAYOUT_LEAST_HEIGHT 10

struct rectangle {
    int row, column, width, height; /* of the body, without its title line */
};

enum layout_kind {
    LAYOUT_TOO_SMALL, /* shows one line that says so */
    LAYOUT_TABS,      /* one large pane, with the evidence in a strip below */
    LAYOUT_PANES,     /* several panes */
};

struct layout {
    enum layout_kind kind;
    int width, height;
    int header_rows;                    /* title and headline, at the top */
    struct rectangle panes[PANE_COUNT]; /* height 0 if the pane is not on the screen; the title line
                                           is above the body */
};

/*
 * `focus` is the pane shown by LAYOUT_TABS, or that fills the screen when zoomed. LAYOUT_PANES
 * shows the set of panes and the one with the focus; the room of the others goes to these.
 */
struct layout layout_make(int width, int height, enum pane focus, bool is_zoomed, unsigned panes);
/* Returns the pane whose body or title is at a cell; PANE_COUNT for none. */
enum pane layout_pane_at(const struct layout *layout, int row, int column);

#endif
