/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The workspace: one data set, what the user chose to see of it, and the views over one selection.
 * No curses: the screen is composed of it by screen.h, and what only the outside can do stands in
 * `wish`.
 */
#ifndef TRADESCOPE_VIEW_WORKSPACE_H
#define TRADESCOPE_VIEW_WORKSPACE_H

#include <stdbool.h>
#include <stddef.h>

#include "analysis/analysis.h"
#include "analysis/claim_facts.h"
#include "analysis/scenario.h"
#include "base/parallel.h"
#include "data/country.h"
#include "data/dataset.h"
#include "data/dataset_join.h"
#include "data/hs.h"
#include "data/recognise.h"
#include "query/expression.h"
#include "query/row_list.h"
#include "view/choices.h"
#include "view/layout.h"
#include "view/passed_rows.h"
#include "view/search.h"
#include "view/sum_name.h"
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

struct message {
    char *text; /* owned; NULL for none. May have several lines. */
    enum role role;
    const char *way_back; /* "u goes back": for who has keys, behind the text; or NULL */
};

struct open_file; /* see workspace_files.h */

/* See workspace_refining.h. Seconds, of loading. */
struct refined {
    size_t rows;         /* that were summed last */
    double seconds;      /* that this took */
    bool kept_pair;      /* and whether it was on the pair of the time before */
    double spent, ended; /* in all; when it was done or given up last */
    unsigned attempts;   /* that keys have ended since then */
};

struct workspace {
    struct dataset dataset;     /* the claims of all files */
    struct dataset_mark base;   /* what of it is of the first file */
    struct dataset_mark joined; /* what is of claims files; behind are sums, see workspace_sums.h */
    size_t sum_count;           /* rows of sums */
    char *summed;               /* owned: the choices that the sums are of; NULL for none yet */
    struct {
        char *reporter, *partner, *product; /* owned: that the sums are of; NULL without sums */
    } trade;
    struct open_file *files; /* at least one */
    size_t file_count, file_capacity;
    size_t current_file;            /* the choice of the user, see workspace_shown_file() */
    struct country_list *countries; /* NULL where the list cannot be read */
    struct hs_list *products;       /* NULL where the list cannot be read */
    struct format_list formats;     /* of official statistics */
    struct recognition recognition; /* how files are told apart; rests on the two above */
    struct claim_facts facts;       /* that filters may ask for */
    struct choices choices;
    struct history history;
    char **awaited; /* owned: files to be loaded, in their order; some may be started already */
    size_t awaited_count, started_count;
    struct loading *loading;   /* of the last one started; NULL when all are there */
    bool is_opening;           /* it was opened by a command */
    struct dataset *unplaced;  /* of it, while it is not known what it is */
    struct dataset *arriving;  /* what it fills, of a claims file behind others; else NULL */
    size_t known_rows;         /* of the claims, that the filters were asked about */
    double shown_at;           /* seconds of loading, when rows that had come were shown last */
    double cost_of_showing;    /* seconds, with the drawing; 0 before it is known */
    struct refined refined;    /* sums of rows of a file that is still loaded */
    struct row_list shown;     /* the claims that pass the filters, in the order of the file */
    struct passed_rows passed; /* claims, to begin with when one more filter is applied */
    struct buffer remark;      /* on the last filter, see expression_remark() */
    struct analysis *analysis; /* of the rows shown; NULL before workspace_settle() */
    struct analysis *begun;    /* the same, as far as it came before a key ended it; or NULL */
    unsigned attempts;         /* to settle, that keys have ended */
    bool keeps_selection;      /* workspace_settle() leaves it where it can */
    struct scenario_outlook outlook; /* of the chosen scenario, in the arena of the analysis */
    struct search search;
    size_t selected_row;          /* a claim; NO_ROW where nothing is shown */
    struct sum_name selected_sum; /* by the user; while there are no sums */
    bool was_selected_by_user;    /* else another may take its place while rows still come */
    struct view views[PANE_COUNT];
    enum pane focus;
    size_t problems_seen; /* of all files, when Problems had the focus last */
    enum pane *trail; /* where Esc leads back to */
    size_t trail_count, trail_capacity;
    bool is_zoomed;
    struct view *overlays; /* help, explanation, filters, choosers: the last fills the body */
    size_t overlay_count, overlay_capacity;
    struct look look;
    int32_t today; /* days since 1970-01-01; 0 where the clock is not asked */
    struct message message;                /* until the next key */
    struct before_preview *before_preview; /* what a preview hides; NULL while there is none */
    struct wish wish;
    /* Whether work that takes long is not wanted any more: set by the outside, may be NULL. */
    parallel_doubt *doubt;
    void *doubt_context;
    bool yields_to_keys; /* what is worked on was put off for the screen: any key ends it */
    bool is_hasty;       /* a screen is made: what takes long is put off, see workspace_finish() */
    bool is_entering;    /* the focused pane is to show the selection, or to bring its own */
};

/* Reads the file (NULL for what is shipped) and opens the views. */
void workspace_open(struct workspace *workspace, const char *path, struct look look);
/*
 * The same with any number of files, the first so far as can be read at once: workspace_absorb()
 * takes the rest over. `layout` is what the user said about the files.
 */
void workspace_start(struct workspace *workspace, const char *const *paths, size_t count,
                     struct layout_wish layout, struct look look);
void workspace_release(struct workspace *workspace);

/* What the user is told in the bottom line, or above it where it has several lines. */
void workspace_say(struct workspace *workspace, enum role role, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
/* The same, for a choice that leaves nothing: with the key that undoes it. */
void workspace_say_empty(struct workspace *workspace, const char *text, const char *way_back);
void workspace_silence(struct workspace *workspace);
/* Asks the outside for something; `command` and `text` are copied and may be NULL. */
void workspace_wish(struct workspace *workspace, enum wish_kind kind, const char *command,
                    const char *text);
/* Empties the wish; the outside calls it once it has been seen to. */
void workspace_grant(struct workspace *workspace);

/* While nothing else is to be done: what was put off for the screen to come at once, such as the
 * order of all rows, and how many match. Any key ends it. True where there is more to see then. */
bool workspace_finish(struct workspace *workspace);
/* The view that keys go to: the last overlay, else the focused pane. Both are fresh. */
struct view *workspace_view(struct workspace *workspace);
struct view *workspace_pane(struct workspace *workspace, enum pane pane);
/* The file whose rows the pane Rows shows, and those of them that pass the filters: sums are made
 * where they are among these. */
const struct dataset *workspace_current_file(const struct workspace *workspace);
const struct row_list *workspace_current_rows(struct workspace *workspace);
/* Whether no row passes the filters, neither claims nor rows of that file. */
bool workspace_shows_nothing(struct workspace *workspace);
/* Rows shows that file from now on, and gets the focus; of one that was refused the reason is said.
 */
void workspace_show_file(struct workspace *workspace, size_t file);
/* Puts the cursor of Rows on a row of the current file, or where filters hide it on the next one
 * that is shown. */
void workspace_show_row(struct workspace *workspace, size_t row);
/*
 * Applies the choices anew, in two steps. The first finds the rows that pass: of the claims and of
 * the files beside them, but no sums. False where the doubt ended it: everything is as it was, but
 * for the choices. What rests on claims is behind then; a report of the rows of a file, or their
 * sum, needs no more.
 */
bool workspace_apply(struct workspace *workspace);
/*
 * The second makes what rests on claims: the sums of statistics among them, the analysis, whose
 * parts follow when they are asked for, and the selection, which stays where it can. Nothing where
 * that is done. Before any of these is read: workspace_view(), workspace_pane(), screen_compose(),
 * command_run() and reports call it. A hasty workspace puts it off where it takes long, and leaves
 * the analysis NULL: all panes that rest on it are stale then.
 */
void workspace_settle(struct workspace *workspace);
/* Both. */
bool workspace_refresh(struct workspace *workspace);
/* The first step for rows that have come since: filters look at no others. */
void workspace_show_new_rows(struct workspace *workspace);
/* Both steps for sums that were made anew, of the same choices. */
void workspace_show_new_sums(struct workspace *workspace);
/* A claim becomes the selection of all views; NO_ROW for none. */
void workspace_select(struct workspace *workspace, size_t row);
/* Whether a claim is the selected one, or stands for it: another on the same observation. */
bool workspace_shows_selection(const struct workspace *workspace, size_t row);
/* Whether the claim is a sum, while rows of a file of statistics still come. */
bool workspace_is_partial(const struct workspace *workspace, size_t row);
/* After the cursor of the current view moved: its claim becomes the selection of all. */
void workspace_follow_cursor(struct workspace *workspace);
/*
 * Below a pane stands the quote of what is at its cursor, and Enter opens that: a pane that gets
 * the focus and does not show the selection brings its own. One that takes long to make does so
 * when it is there. workspace_focus() leaves a trail for workspace_back().
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

/* What filters may ask for beside the columns; worked out once a filter does. */
const struct query_facts *workspace_facts(struct workspace *workspace);
/* The rows that pass the filters, among all but sums; and those of them that have come since. They
 * change nothing else; workspace_apply() and workspace_show_new_rows() see to the rest. */
bool workspace_find_rows(struct workspace *workspace);
void workspace_find_new_rows(struct workspace *workspace);
/* Those of the file that is loaded beside the claims, alone. False where the doubt ended it. */
bool workspace_find_coming_rows(struct workspace *workspace);
/* Makes the sums where they are not those of the choices, and finds those that pass. False as
 * workspace_make_sums() says. */
bool workspace_complete_rows(struct workspace *workspace);
/* What rests on so many rows is made in a few milliseconds. */
#define FEW_ROWS ((size_t)1 << 15)
/* A filter parsed against the data set and its facts; NULL with the reason. */
struct expression *workspace_parse(struct workspace *workspace, const char *source,
                                   struct query_error *error);
/* Why no row is left after a filter; never empty. */
void workspace_explain_nothing(struct workspace *workspace, const char *source, struct buffer *out);
/* How a pane that has nothing to show goes on behind "no figures". */
const char *workspace_scope(const struct workspace *workspace);
/* "12 of 4,210": the rows shown, and all. */
void workspace_format_count(struct workspace *workspace, struct buffer *out);

/*
 * Changes of the choices, each one step of undo. A filter that is no expression is refused with the
 * reason, and so is a sort by a column that does not exist.
 */
bool workspace_filter(struct workspace *workspace, const char *source, struct error *error);
/* The first step alone, see workspace_apply(); nothing is said but the remark. */
bool workspace_narrow(struct workspace *workspace, const char *source, struct error *error);
void workspace_add_filter(struct workspace *workspace, const char *source);
bool workspace_replace_filter(struct workspace *workspace, size_t index, const char *source,
                              struct error *error);
void workspace_remove_filter(struct workspace *workspace, size_t index);
void workspace_toggle_filter(struct workspace *workspace, size_t index);
void workspace_move_filter(struct workspace *workspace, size_t index, bool is_upward);
bool workspace_sort(struct workspace *workspace, const char *column, bool descends,
                    struct error *error);
/* Says so where no figure and no row is on the pair. */
void workspace_choose_pair(struct workspace *workspace, const char *reporter, const char *partner);
/* A code of the Harmonized System, or a word of the files; NULL or "all" for all goods. */
void workspace_choose_product(struct workspace *workspace, const char *product);
/* "2010..2023", which becomes a filter in the place of the last one on the period, or how often:
 * "months"; "all" for all periods, by years. */
bool workspace_choose_period(struct workspace *workspace, const char *text, struct error *error);
/* "exports=+20%,imports=-2%", or "off". */
bool workspace_set_scenario(struct workspace *workspace, const char *text, struct error *error);
/* "target", "half-balance" or "coverage=25%", then "imports=flat" or "exports=+3%" for the other
 * flow: says what it takes and makes it the scenario. */
bool workspace_seek(struct workspace *workspace, const char *text, struct error *error);
bool workspace_undo(struct workspace *workspace);
bool workspace_redo(struct workspace *workspace);

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
