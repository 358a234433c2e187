/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The workspace: the panes over a model, the pages that lie over them, the focus and the way back.
 * No curses: screen.h composes the screen of it, and what only src/ui can do is requested in
 * `wish`.
 */
#ifndef TRADESCOPE_VIEW_WORKSPACE_H
#define TRADESCOPE_VIEW_WORKSPACE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "model/model.h"
#include "view/layout.h"
#include "view/view.h"

enum wish_kind {
    WISH_NONE,
    WISH_PROMPT, /* ask for a line, then run "command line" */
    WISH_QUIT,
    WISH_SUSPEND,
    WISH_REDRAW,
    WISH_COPY, /* to the clipboard */
};

struct wish {
    enum wish_kind kind;
    char *command; /* owned: of the prompt; "" for the command line itself */
    char *text;    /* owned: the prompt's first content, or what to copy */
};

/* What a key does not touch: how things look, and whether the mouse is ours. */
struct look {
    bool ascii;
};

/* The table of panes, from above: the workspace knows none of them. */
struct pane_set {
    const struct view_ops *ops[PANE_COUNT];
    /* Opens a page that explains a number. */
    void (*explain)(struct workspace *workspace, const struct derivation *derivation);
};

struct workspace {
    const struct pane_set *panes;
    struct model *model; /* borrowed */
    struct view views[PANE_COUNT];
    enum pane focus;
    size_t problems_seen; /* of all files, when Problems had the focus last */
    enum pane *trail;     /* where Esc leads back to */
    size_t trail_count, trail_capacity;
    bool is_zoomed;
    bool is_entering; /* the focused pane is to show the selection, or to select its own item */
    struct view *overlays; /* help, explanation, filters, choosers: the last fills the body */
    size_t overlay_count, overlay_capacity;
    struct look look;
    struct wish wish;
    size_t loaded_files; /* whose end the focus was chosen after */
    unsigned attempts;   /* to compute the results, that keys have cancelled */
};

/* Makes the panes of a model, by a table that stays, which must outlive the workspace. */
void workspace_init(struct workspace *workspace, const struct pane_set *panes, struct model *model,
                    struct look look);
/* The model stays. */
void workspace_release(struct workspace *workspace);

/* Asks the outside for something; `command` and `text` are copied and may be NULL. */
void workspace_wish(struct workspace *workspace, enum wish_kind kind, const char *command,
                    const char *text);
/* Empties the wish; the outside calls it once it has been seen to. */
void workspace_grant(struct workspace *workspace);

/*
 * Computes the results of the model if they are not there, then chooses the selection if it is not
 * among them. Call this before results or the selection are read. In a hasty workspace what takes
 * long is deferred: the analysis stays NULL, and all panes that show claims stay stale.
 */
void workspace_update(struct workspace *workspace);
/* When no key is waiting: does the work that was deferred for the screen, such as the order of all
 * rows, and the number of matches. Any key cancels it. True if there is more to see then. */
bool workspace_finish(struct workspace *workspace);
/* True if a file is still being loaded whose rows will be summed for the screen. */
bool workspace_awaits_refining(const struct workspace *workspace);
/* Sums them if it is time for it and the screen may change; true if there is more to see. */
bool workspace_refine_in_time(struct workspace *workspace);
/* If files were loaded since the last call: focuses the pane that has something to show of them.
 */
void workspace_choose_focus(struct workspace *workspace);
/* The view that keys go to: the last overlay, else the focused pane. Both are up to date. */
struct view *workspace_view(struct workspace *workspace);
struct view *workspace_pane(struct workspace *workspace, enum pane pane);
/* The period whose numbers Balance shows; PERIOD_NONE if it shows none. */
struct period workspace_shown_period(struct workspace *workspace);
/* Rows shows that file from now on, and gets the focus; of one that was refused the reason is said.
 */
void workspace_show_file(struct workspace *workspace, size_t file);
/* As model_close_file(); closes all pages too. */
bool workspace_close_file(struct workspace *workspace, const char *name, struct error *error);
/* Puts the cursor of Rows on a row of the current file, or where filters hide it on the next one
 * that is shown. */
void workspace_show_row(struct workspace *workspace, size_t row);
/* A claim becomes the selection of all views; NO_ROW for none. */
void workspace_select(struct workspace *workspace, size_t row);
/* True if a claim is the selected one, or another on the same observation. */
bool workspace_shows_selection(const struct workspace *workspace, size_t row);
/* After the cursor of the current view moved: its claim becomes the selection of all. */
void workspace_follow_cursor(struct workspace *workspace);
/*
 * Below a pane stands the quote of the claim at its cursor, and Enter opens that: a pane that gets
 * the focus and does not show the selection selects the claim at its cursor. One that takes long to
 * make does so when it is there. workspace_focus() also leaves a step for workspace_back().
 */
void workspace_enter_pane(struct workspace *workspace, enum pane pane);
void workspace_focus(struct workspace *workspace, enum pane pane);
/* The request to the current view, then the general answer to it. */
void workspace_request(struct workspace *workspace, enum request request);
void workspace_push_overlay(struct workspace *workspace, struct view view);
/* Closes the last overlay, else ends the zoom; false where there was nothing to close. */
bool workspace_close(struct workspace *workspace);
/* One step back: overlay, zoom, the pane before. */
bool workspace_back(struct workspace *workspace);
/* True if the user has looked at Problems since the last of them was found. */
bool workspace_unread_is_known(const struct workspace *workspace);
/* "12 of 4,210": the rows shown in the focused pane, and all. */
void workspace_format_count(struct workspace *workspace, struct buffer *out);

/* Adds a filter. If the focused pane has no row then, another one gets the focus; a message says
 * how many rows pass, or why none does. False, as misuse, if it is no filter. */
bool workspace_filter(struct workspace *workspace, const char *source, struct error *error);
void workspace_add_filter(struct workspace *workspace, const char *source);

/* A PCRE2 expression in smart case; the selection goes to the next match. */
bool workspace_search(struct workspace *workspace, const char *pattern, struct error *error);
/* Rows that the search finds, or lines of the page that is open; false where the doubt ended it. */
bool workspace_count_matches(struct workspace *workspace, size_t *count);
/* To the next match, round the end; false where there is none. Of many rows, how many match is not
 * said as yet. */
bool workspace_search_next(struct workspace *workspace, bool is_backward);
/* Says it, behind the match that was shown last. False where that is said, or the doubt ended it.
 */
bool workspace_finish_search(struct workspace *workspace);

/*
 * While a line is typed at the prompt of `command` ("filter", "quick", "search"): shows what it
 * would give and returns how to say so ("12 of 4,210"), in `remark`; an unfinished or wrong text
 * keeps the last result. False where the doubt ended it: the last result stays then too.
 * workspace_end_preview() puts back what was shown before.
 */
bool workspace_preview(struct workspace *workspace, const char *command, const char *text,
                       struct buffer *remark);
void workspace_end_preview(struct workspace *workspace);

#endif
