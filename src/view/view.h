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
#include "base/effort.h"
#include "data/value/period.h"
#include "query/rows/row_list.h"
#include "view/draw/canvas.h"
#include "view/draw/list.h"
#include "view/layout.h"

struct workspace;
struct view;

enum request {
    REQUEST_OPEN, /* Enter: open the item */
    REQUEST_NEXT_CLAIM,
    REQUEST_NEXT_DOUBT, /* the next proposal that is in doubt */
    REQUEST_STEP_BACK,  /* take the last decision back */
    REQUEST_LEFT,
    REQUEST_RIGHT,
    REQUEST_FIRST, /* the first and the last column */
    REQUEST_LAST,
    REQUEST_NARROWER, /* the width of the column */
    REQUEST_WIDER,
    REQUEST_DELETE, /* remove the item, such as a filter */
    REQUEST_TOGGLE, /* switch the item on or off */
    REQUEST_EDIT,
    REQUEST_MORE, /* raise or lower a growth rate by one point */
    REQUEST_LESS,
    REQUEST_RAISE, /* move the item up or down in its list */
    REQUEST_LOWER,
};

/* The item under the cursor. */
struct item {
    size_t row;                          /* a claim; NO_ROW if there is none */
    const struct derivation *derivation; /* a number; NULL if there is none */
    const char *column;                  /* the column of the cell; NULL if there is none */
    struct text value;                   /* of the cell */
    const char *sort_key;                /* the sort key of the cell's column; or NULL */
};

struct view_ops {
    const char *name;  /* the name in --print= and :pane */
    const char *title; /* of the pane; NULL if write_title makes it */
    const char *help;  /* one line that describes the view */
    const char *keys;  /* its main commands, for the function line: "open sort keep" */
    enum pane behind;  /* of a pane: the pane that Enter opens */
    /* It shows the period at the cursor of Balance, and is refreshed when that moves. */
    bool follows_period;
    /* Allocates view->state. May be NULL. */
    void (*init)(struct view *view);
    /*
     * The rows shown, the analysis or the search changed. Called when the view is next drawn or
     * queried, and so is select(): views that are not on the screen cost nothing.
     */
    void (*refresh)(struct view *view);
    /*
     * In place of refresh() if it may take long. Returns false if it was deferred or cancelled, and
     * the view stays stale. NULL for other views.
     */
    bool (*collect)(struct view *view, const struct effort *effort);
    /*
     * The results changed: row numbers of sums are invalid now. Called before refresh(). May be
     * NULL.
     */
    void (*forget)(struct view *view);
    /*
     * Does what refresh() deferred because the screen did not need it. Returns false if cancelled.
     * May be NULL.
     */
    bool (*finish)(struct view *view, const struct effort *effort);
    /* Appends to the title: counts, units, a sort. May be NULL. */
    void (*write_title)(const struct view *view, struct line *line);
    /* Draws the body; sets view->list.height. */
    void (*draw)(struct view *view, struct canvas *canvas, bool is_focused);
    /*
     * Draws the evidence of the item at the cursor into the strip below the pane, in place of a
     * quote. May be NULL.
     */
    void (*draw_evidence)(struct view *view, struct canvas *canvas);
    /*
     * For --print: returns the rows needed to show everything in that width; or, in its place, a
     * function that appends everything as plain text line by line, if it may be long.
     */
    int (*full_height)(struct view *view, int width);
    void (*print)(struct view *view, int width, bool ascii, struct buffer *out);
    /*
     * Makes the item at the cursor known, if refresh() left it out because the screen did not need
     * it. May be NULL.
     */
    void (*reach)(struct view *view, const struct effort *effort);
    struct item (*item)(const struct view *view);
    /*
     * Moves the cursor to the item that shows the claim; leaves it if there is none. May be NULL.
     */
    void (*select)(struct view *view, size_t row);
    /*
     * Returns all rows, sorted; NULL if sorting was cancelled or deferred. NULL for views without a
     * list of rows.
     */
    const struct row_list *(*rows)(const struct view *view);
    /* Returns the period whose numbers are shown; PERIOD_NONE if there is none. May be NULL. */
    struct period (*period)(struct view *view);
    /*
     * NULL except for pages, which search their own lines. Moves to the next line behind (or
     * before) the cursor that matches. *match is the number of the match, from 0. Returns false if
     * there is none.
     */
    bool (*find)(struct view *view, bool is_backward, size_t *match);
    /* Returns the number of lines with a match of the search. NULL except for pages. */
    size_t (*count_matches)(const struct view *view);
    /* Returns true if the view handled the request. May be NULL. */
    bool (*request)(struct view *view, enum request request);
    /* Frees view->state. May be NULL. */
    void (*release)(struct view *view);
};

struct view {
    const struct view_ops *ops;
    struct workspace *workspace;
    struct list list;
    void *state;      /* private to the view */
    bool is_stale;    /* it must be refreshed in any case, or the refresh was deferred */
    unsigned version; /* of its content, at the last refresh */
    bool is_drawn;    /* on the last screen */
    bool is_awaited;  /* ... before it was ready */
    size_t followed;  /* the selected row that its cursor last followed */
    size_t *drawn;    /* the item in each row of the body, VIEW_NO_ITEM for none: for clicks */
    int drawn_rows;
};

#define VIEW_NO_ITEM ((size_t)-1)

/* True if its content has changed since the last refresh, or the refresh was deferred. */
bool view_is_stale(const struct view *view);
/*
 * Refreshes the view if it is stale. Call this before any other operation on it. If a long refresh
 * was deferred or cancelled, the view stays stale.
 */
void view_update(struct view *view, const struct effort *effort);
/* False for the rows of a separate file, and the problems of files. */
bool view_shows_claims(const struct view *view);
/* Does what was deferred. Returns true if there is more to show. */
bool view_finish(struct view *view, const struct effort *effort);
/* Draws the view into a canvas. */
void view_draw(struct view *view, struct canvas *canvas, bool is_focused,
               const struct effort *effort);
/* Draws "..." for a view that was deferred. */
void view_draw_later(struct view *view, struct canvas *canvas);
/* Called while drawing: the row of the body shows the item. */
void view_note_item(struct view *view, int row, size_t item);
/* Moves the cursor to the item drawn in a row of the body. */
void view_click(struct view *view, int row);
/* Moves the cursor to a row of ops->rows(), if it is there. */
void view_move_to_row(struct view *view, size_t row);
/* Returns all rows, sorted for this if they are not; NULL if that was deferred or cancelled. */
const struct row_list *view_rows(struct view *view, const struct effort *effort);
/* Returns the item at the cursor, made known if it is not. */
struct item view_item(struct view *view, const struct effort *effort);
void view_release(struct view *view);

#endif
