/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A view is a table of functions over a list of items. A request (a key's command, a click) is
 * offered to the view first, then to the general handler in workspace.c.
 */
#ifndef TRADESCOPE_VIEW_VIEW_H
#define TRADESCOPE_VIEW_VIEW_H

#include <stdbool.h>
#include <stddef.h>

#include "analysis/claims/derivation.h"
#include "data/value/period.h"
#include "query/rows/row_list.h"
#include "view/draw/canvas.h"
#include "view/draw/list.h"
#include "view/layout.h"

struct workspace;
struct view;

enum request {
    REQUEST_OPEN, /* Enter: drill in */
    REQUEST_LEFT,
    REQUEST_RIGHT,
    REQUEST_DELETE, /* remove the item: a filter */
    REQUEST_TOGGLE, /* switch the item on or off */
    REQUEST_EDIT,
    REQUEST_MORE, /* a growth rate by one point */
    REQUEST_LESS,
    REQUEST_RAISE, /* move the item up or down in its list */
    REQUEST_LOWER,
};

/* What stands under the cursor. */
struct item {
    size_t row;                          /* a claim; NO_ROW where there is none */
    const struct derivation *derivation; /* a number; NULL where there is none */
    const char *column;                  /* the column of the cell; NULL where there is none */
    struct text value;                   /* of the cell */
    const char *sort_key;                /* what a sort by the cell's column goes by; or NULL */
};

struct view_ops {
    const char *name;  /* a word for --print= and :pane */
    const char *title; /* of the pane; NULL where write_title makes it */
    const char *help;  /* one line: what it shows */
    const char *keys;  /* commands that matter in it, for the function line: "open sort keep" */
    enum pane behind;  /* of a pane: what Enter opens */
    /* Makes view->state. May be NULL. */
    void (*init)(struct view *view);
    /* The rows shown, the analysis or the search changed. Called when the view is next drawn or
     * asked for something, and so is select(): what is not on the screen costs nothing. */
    void (*refresh)(struct view *view);
    /* The results changed: rows of sums mean others now. Called before refresh(). May be NULL. */
    void (*forget)(struct view *view);
    /* What refresh() put off, as no screen needs it at once; false where the doubt of the workspace
     * ended it. May be NULL. */
    bool (*finish)(struct view *view);
    /* Appends what stands beside the title: counts, units, a sort. May be NULL. */
    void (*write_title)(const struct view *view, struct line *line);
    /* Draws the body; sets view->list.height. */
    void (*draw)(struct view *view, struct canvas *canvas, bool is_focused);
    /* Draws what the item at the cursor rests on into the strip below the pane, in place of Source,
     * which shows quotes. May be NULL. */
    void (*draw_evidence)(struct view *view, struct canvas *canvas);
    /* For --print: the rows that a canvas of that width needs to show everything; or, in its place,
     * what appends everything as plain text, line by line, where that may be a lot. */
    int (*full_height)(struct view *view, int width);
    void (*print)(struct view *view, int width, bool ascii, struct buffer *out);
    struct item (*item)(const struct view *view);
    /* Puts the cursor on what shows the claim; leaves it where nothing does. May be NULL. */
    void (*select)(struct view *view, size_t row);
    /* All rows in their order; NULL if putting them in order was deferred or cancelled. NULL for a
     * view that has no list of rows, which view_move_to_row() does not take either. */
    const struct row_list *(*rows)(const struct view *view);
    /* The period whose numbers it shows; PERIOD_NONE if it shows none. May be NULL. */
    struct period (*period)(struct view *view);
    /* Of a page, which is searched by itself; else NULL. Moves to the next line behind the cursor
     * (or before it) that the search finds; *match says which of the matches it is, counted from 0.
     * Returns false if there is none. */
    bool (*find)(struct view *view, bool is_backward, size_t *match);
    size_t (*count_matches)(const struct view *view);
    /* True where the view answered the request itself. May be NULL. */
    bool (*request)(struct view *view, enum request request);
    /* Frees view->state. May be NULL. */
    void (*release)(struct view *view);
};

struct view {
    const struct view_ops *ops;
    struct workspace *workspace;
    struct list list;
    void *state;      /* the view's own */
    bool is_stale;    /* it has to be refreshed whatever the version, or that was deferred */
    unsigned version; /* of what it shows, when it was refreshed last */
    bool is_drawn;    /* on the last screen */
    bool is_awaited;  /* and before it was ready */
    size_t followed;  /* the selected row that its cursor went to last */
    size_t *drawn;    /* the item in each row of the body, VIEW_NO_ITEM for none: for clicks */
    int drawn_rows;
};

#define VIEW_NO_ITEM ((size_t)-1)

/* True if what it shows has changed since it was refreshed, or that was deferred. */
bool view_is_stale(const struct view *view);
/* Refreshes the view if it is stale. Call this before any other operation on it. Where it takes
 * long and the workspace is hasty, or it was cancelled, the view stays stale. */
void view_update(struct view *view);
/* False for the rows of a separate file, and the problems of files. */
bool view_shows_claims(const struct view *view);
/* Does what was deferred; true if there is more to see than was drawn. */
bool view_finish(struct view *view);
/* Draws the view into a canvas, through its operations. */
void view_draw(struct view *view, struct canvas *canvas, bool is_focused);
/* In the place of what is put off. */
void view_draw_later(struct view *view, struct canvas *canvas);
/* Called while drawing: the row of the body shows the item. */
void view_note_item(struct view *view, int row, size_t item);
/* Puts the cursor on what was drawn in a row of the body. */
void view_click(struct view *view, int row);
/* Puts the cursor on a row of ops->rows(), if it is there. */
void view_move_to_row(struct view *view, size_t row);
void view_release(struct view *view);

#endif
