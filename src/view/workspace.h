/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The workspace: the panes over a model, the pages above them, the focus and the back stack. No
 * curses: screen.h composes the screen, and actions that only src/ui can do are requested in
 * `wish`.
 */
#ifndef TRADESCOPE_VIEW_WORKSPACE_H
#define TRADESCOPE_VIEW_WORKSPACE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "model/model.h"
#include "view/layout.h"
#include "view/settings.h"
#include "view/view.h"

enum wish_kind {
    WISH_NONE,
    WISH_PROMPT, /* ask for a line, then run "command line" */
    WISH_QUIT,
    WISH_SUSPEND,
    WISH_REDRAW,
    WISH_COPY, /* copy to the clipboard */
};

struct wish {
    enum wish_kind kind;
    char *command; /* owned: of the prompt, "" for the command line itself; or what is copied */
    char *text;    /* owned: the prompt's initial text, or the text to copy */
};

/* Settings of the display that keys do not change. */
struct look {
    bool ascii;
};

/* The table of panes, from above: the workspace knows none of them. */
struct pane_set {
    const struct view_ops *ops[PANE_COUNT];
    /* Opens a page that explains a number. */
    void (*explain)(struct workspace *workspace, const struct derivation *derivation);
    /* Opens the rows of a sum; returns false if the row is none. */
    bool (*open_sum)(struct workspace *workspace, size_t row);
};

/* Rows of a file that Rows shows in place of those that pass the filters. */
struct only_rows {
    size_t file;
    struct row_list rows;
    char *label;      /* owned: what they are; NULL if there are none */
    unsigned version; /* of the results; they are shown until another choice is made */
};

struct workspace {
    const struct pane_set *panes;
    struct model *model; /* borrowed */
    struct view views[PANE_COUNT];
    enum pane focus;
    size_t problems_seen; /* problems of all files, when Problems last had the focus */
    enum pane *trail;     /* the back stack of Esc */
    size_t trail_count, trail_capacity;
    struct only_rows only; /* until Esc, or another choice */
    bool is_zoomed;
    bool is_entering;      /* the focused pane should show the selection, or select its own item */
    struct view *overlays; /* help, explanation, filters, pickers: the last one is on top */
    size_t overlay_count, overlay_capacity;
    struct look look;
    struct settings settings;
    struct wish wish;
    size_t loaded_files; /* files loaded when the focus was last chosen */
    unsigned attempts;   /* computations of the results that keys cancelled */
};

/* Makes the panes of the table. The table and the model must outlive the workspace. */
void workspace_init(struct workspace *workspace, const struct pane_set *panes, struct model *model,
                    struct look look);
/* Does not release the model. */
void workspace_release(struct workspace *workspace);

/* Requests an action of src/ui. `command` and `text` are copied and may be NULL. */
void workspace_wish(struct workspace *workspace, enum wish_kind kind, const char *command,
                    const char *text);
/* Clears the request; src/ui calls this when it is done. */
void workspace_grant(struct workspace *workspace);

/*
 * Computes the results of the model if they are missing, then chooses a selection if it is not
 * among them. Call this before reading results or the selection. If that is deferred or cancelled,
 * the analysis stays NULL, and all panes that show claims stay stale.
 */
void workspace_update(struct workspace *workspace, const struct effort *effort);
/*
 * Called when no key is waiting: does deferred work, such as sorting all rows and counting matches.
 * Any key cancels it. Returns true if there is more to show.
 */
bool workspace_finish(struct workspace *workspace, const struct effort *idle);
/* True if a file whose rows will be summed for the screen is still being loaded. */
bool workspace_awaits_refining(const struct workspace *workspace);
/* Sums them if it is due and the screen may change. Returns true if there is more to show. */
bool workspace_refine_in_time(struct workspace *workspace, const struct effort *idle);
/* If files were loaded since the last call, focuses a pane that has content from them. */
void workspace_choose_focus(struct workspace *workspace, const struct effort *effort);
/*
 * Returns the view that receives keys: the top overlay, else the focused pane. Both are up to date.
 */
struct view *workspace_view(struct workspace *workspace, const struct effort *effort);
struct view *workspace_pane(struct workspace *workspace, enum pane pane,
                            const struct effort *effort);
/* Returns the period whose numbers Balance shows; PERIOD_NONE if there is none. */
struct period workspace_shown_period(struct workspace *workspace);
/* Makes Rows show the file and focuses it. If the file was refused, shows the reason. */
void workspace_show_file(struct workspace *workspace, size_t file);
/*
 * Makes Rows show these rows of a file only, with the cursor on `row`, until Esc. Takes ownership
 * of the list; the label is copied.
 */
void workspace_show_only(struct workspace *workspace, size_t file, struct row_list rows,
                         const char *label, size_t row);
/* Returns the rows that Rows shows only; NULL if it shows those that pass the filters. */
const struct only_rows *workspace_only_rows(const struct workspace *workspace);
/* Shows all again. Returns false if there was no such list. */
bool workspace_show_all(struct workspace *workspace);
/* As model_close_file(); also closes all pages. */
bool workspace_close_file(struct workspace *workspace, const char *name, struct error *error);
/*
 * Moves the cursor of Rows to a row of the current file, or to the next one that passes the
 * filters.
 */
void workspace_show_row(struct workspace *workspace, size_t row);
/* Selects a claim in all views; NO_ROW for none. */
void workspace_select(struct workspace *workspace, size_t row);
/* True if a claim is the selected one, or another on the same observation. */
bool workspace_shows_selection(const struct workspace *workspace, size_t row);
/* Call this after the cursor of the current view moved: selects its claim. */
void workspace_follow_cursor(struct workspace *workspace);
/*
 * The strip below a pane shows the quote of the claim at its cursor, and Enter opens it. So a pane
 * that gets the focus and does not show the selection selects the claim at its cursor; if the pane
 * is deferred, it does so later. workspace_focus() also adds a step for workspace_back().
 */
void workspace_enter_pane(struct workspace *workspace, enum pane pane);
void workspace_focus(struct workspace *workspace, enum pane pane);
/* Passes the request to the current view, then to the general handler. */
void workspace_request(struct workspace *workspace, enum request request);
void workspace_push_overlay(struct workspace *workspace, struct view view);
/* Closes the top overlay, else ends the zoom. Returns false if there was neither. */
bool workspace_close(struct workspace *workspace);
/* Goes one step back: overlay, zoom, the previous pane. */
bool workspace_back(struct workspace *workspace);
/* True if the user has seen Problems since the last problem was found. */
bool workspace_unread_is_known(const struct workspace *workspace);
/* Appends "12 of 4,210": the rows shown in the focused pane, and all. */
void workspace_format_count(struct workspace *workspace, struct buffer *out);

/*
 * Adds a filter. If the focused pane has no rows then, another one is focused. A message says how
 * many rows pass, or why none does. Returns false, as misuse, if the filter is invalid.
 */
bool workspace_filter(struct workspace *workspace, const char *source, struct error *error);
void workspace_add_filter(struct workspace *workspace, const char *source);

/* Searches a PCRE2 expression in smart case. Selects the next match. */
bool workspace_search(struct workspace *workspace, const char *pattern, struct error *error);
/* Counts matching rows, or lines of the open page. Returns false if cancelled. */
bool workspace_count_matches(struct workspace *workspace, size_t *count,
                             const struct effort *effort);
/*
 * Moves to the next match, round the end. Returns false if there is none. If there are many rows,
 * the message has no count yet.
 */
bool workspace_search_next(struct workspace *workspace, bool is_backward);
/* Adds the count to the message. Returns false if that is done already, or was cancelled. */
bool workspace_finish_search(struct workspace *workspace, const struct effort *idle);

/*
 * Shows the result of a line while it is typed at the prompt of `command` ("filter", "quick",
 * "search"), and a summary ("12 of 4,210") in `remark`. An incomplete or invalid line keeps the
 * last result, and so does a cancelled one, for which it returns false. workspace_end_preview()
 * restores what was shown before.
 */
bool workspace_preview(struct workspace *workspace, const char *command, const char *text,
                       struct buffer *remark, const struct effort *idle);
void workspace_end_preview(struct workspace *workspace);

#endif
