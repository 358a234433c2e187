/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Choices go in, and everything that is shown follows from them. There is one way through,
 * workspace_refresh(): it finds the rows and keeps the selection. What rests on the rows is marked
 * stale, and made when a screen or a report asks for it.
 */
#include "config.h"

#include "view/workspace.h"

#include "base/array.h"
#include "base/memory.h"
#include "base/paths.h"
#include "view/explain.h"
#include "view/grid.h"
#include "view/panes.h"
#include "view/workspace_files.h"
#include "view/workspace_loading.h"

#include <stdlib.h>
#include <string.h>

static void (*const pane_init[PANE_COUNT])(struct view *view) = {
    [PANE_BALANCE] = balance_view_init, [PANE_PATH] = path_view_init,
    [PANE_FIGURES] = figures_view_init, [PANE_EVENTS] = events_view_init,
    [PANE_SOURCE] = source_view_init,   [PANE_PROBLEMS] = problems_view_init,
    [PANE_CHECKS] = checks_view_init,   [PANE_ROWS] = rows_view_init,
};

static void read_countries(struct workspace *workspace)
{
    struct error error = {0};
    char *path = path_of_data("countries.csv");
    workspace->countries = country_list_read(path, &error);
    if (!workspace->countries)
        workspace_say(workspace, ROLE_WARN, "%s", error.text);
    error_release(&error);
    free(path);
}

static void read_products(struct workspace *workspace)
{
    struct error error = {0};
    char *path = path_of_data("hs.csv");
    workspace->products = hs_list_read(path, &error);
    if (!workspace->products && workspace->countries)
        workspace_say(workspace, ROLE_WARN, "%s", error.text);
    error_release(&error);
    free(path);
}

/* A format that cannot be read is one that files are not recognised by. */
static void read_formats(struct workspace *workspace)
{
    struct buffer first = {0};
    format_list_read(&workspace->formats);
    if (workspace->formats.problems.count) {
        problem_format(&first, &workspace->formats.problems.items[0]);
        workspace_say(workspace, ROLE_WARN, "%s", first.data);
    }
    buffer_release(&first);
}

void workspace_open(struct workspace *workspace, const char *path, struct look look)
{
    workspace_start(workspace, &path, path ? 1 : 0, (struct layout_wish){0}, look);
    workspace_finish_loading(workspace);
}

void workspace_start(struct workspace *workspace, const char *const *paths, size_t count,
                     struct layout_wish layout, struct look look)
{
    *workspace = (struct workspace){.look = look, .selected_row = NO_ROW};
    read_countries(workspace);
    read_products(workspace);
    read_formats(workspace);
    workspace->recognition =
        (struct recognition){&workspace->formats, workspace->countries, layout};
    for (size_t i = 0; i < PANE_COUNT; i++) {
        workspace->views[i].workspace = workspace;
        pane_init[i](&workspace->views[i]);
    }
    workspace_start_files(workspace, paths, count);
    workspace_refresh(workspace);
}

void workspace_release(struct workspace *workspace)
{
    workspace_end_preview(workspace); /* it refreshes the views */
    while (workspace->overlay_count)
        workspace_close(workspace);
    free(workspace->overlays);
    for (size_t i = 0; i < PANE_COUNT; i++)
        view_release(&workspace->views[i]);
    workspace_silence(workspace);
    workspace_grant(workspace);
    free(workspace->trail);
    search_release(&workspace->search);
    analysis_free(workspace->analysis);
    row_list_release(&workspace->shown);
    passed_rows_release(&workspace->passed);
    buffer_release(&workspace->remark);
    history_release(&workspace->history);
    choices_release(&workspace->choices);
    claim_facts_release(&workspace->facts);
    workspace_release_files(workspace);
    format_list_release(&workspace->formats);
    country_list_free(workspace->countries);
    hs_list_free(workspace->products);
}

void workspace_say(struct workspace *workspace, enum role role, const char *format, ...)
{
    struct buffer text = {0};
    va_list arguments;
    va_start(arguments, format);
    buffer_vprintf(&text, format, arguments);
    va_end(arguments);
    free(workspace->message.text);
    workspace->message = (struct message){buffer_take(&text), role};
}

void workspace_silence(struct workspace *workspace)
{
    free(workspace->message.text);
    workspace->message = (struct message){0};
}

void workspace_wish(struct workspace *workspace, enum wish_kind kind, const char *command,
                    const char *text)
{
    workspace_grant(workspace);
    workspace->wish =
        (struct wish){kind, xstrdup(command ? command : ""), xstrdup(text ? text : "")};
}

void workspace_grant(struct workspace *workspace)
{
    free(workspace->wish.command);
    free(workspace->wish.text);
    workspace->wish = (struct wish){0};
}

struct view *workspace_view(struct workspace *workspace)
{
    struct view *view = workspace->overlay_count
                            ? &workspace->overlays[workspace->overlay_count - 1]
                            : &workspace->views[workspace->focus];
    view_freshen(view);
    return view;
}

struct view *workspace_pane(struct workspace *workspace, enum pane pane)
{
    view_freshen(&workspace->views[pane]);
    return &workspace->views[pane];
}

const struct dataset *workspace_current_file(const struct workspace *workspace)
{
    const struct open_file *file = &workspace->files[workspace->current_file];
    bool is_joined = !file->dataset || file->dataset->form == FORM_CLAIMS;
    return is_joined ? &workspace->dataset : file->dataset;
}

const struct row_list *workspace_current_rows(const struct workspace *workspace)
{
    return workspace_current_file(workspace) == &workspace->dataset
               ? &workspace->shown
               : &workspace->files[workspace->current_file].shown;
}

void workspace_show_file(struct workspace *workspace, size_t file)
{
    workspace->current_file = file;
    workspace->views[PANE_ROWS].is_stale = true;
    workspace_focus(workspace, PANE_ROWS);
}

void workspace_show_row(struct workspace *workspace, size_t row)
{
    const struct row_list *shown = workspace_current_rows(workspace);
    size_t place = row_list_find(shown, row);
    if (place < shown->count && row_list_at(shown, place) != row)
        workspace_say(workspace, ROLE_WARN, "row %zu does not pass the filters; the next one is",
                      row + 1);
    workspace_focus(workspace, PANE_ROWS);
    if (shown->count)
        grid_select(workspace_pane(workspace, PANE_ROWS),
                    row_list_at(shown, place < shown->count ? place : shown->count - 1));
    workspace_follow_cursor(workspace);
}

/* The scenario stands on the analysis, and is gone with it. */
static void suppose(struct workspace *workspace)
{
    struct analysis *analysis = workspace->analysis;
    struct scenario scenario = {0};
    struct error error = {0};
    workspace->outlook = (struct scenario_outlook){0};
    if (workspace->choices.scenario &&
        scenario_parse(&scenario, text_of(workspace->choices.scenario), &error))
        workspace->outlook = scenario_make(analysis_arena(analysis), analysis_balance(analysis),
                                           analysis_path(analysis), &scenario);
    error_release(&error);
}

/* Without a pair where the analysis is to find it. */
static struct pair chosen_pair(const struct workspace *workspace)
{
    const struct choices *choices = &workspace->choices;
    struct pair pair = {{"", 0}, {"", 0}, {"", 0}};
    if (workspace_has_statistics(workspace) && workspace->trade.reporter)
        return (struct pair){text_of(workspace->trade.reporter), text_of(workspace->trade.partner),
                             text_of(workspace->trade.product)};
    if (choices->reporter) {
        pair.reporter = text_of(choices->reporter);
        pair.partner = text_of(choices->partner);
    }
    if (choices->product)
        pair.product = text_of(choices->product);
    return pair;
}

static void analyse(struct workspace *workspace)
{
    static const struct row_list none;
    struct pair pair = chosen_pair(workspace);
    /* Other files stand in this place only while they are loaded. */
    bool has_claims = workspace->dataset.form == FORM_CLAIMS;
    analysis_free(workspace->analysis);
    workspace->analysis = analysis_new(&workspace->dataset, workspace->countries,
                                       has_claims ? &workspace->shown : &none, &pair);
    suppose(workspace);
}

/* What a newcomer should see first: the exports of the latest balance, else the first figure. */
static size_t first_selection(struct workspace *workspace)
{
    static const enum pane lists[] = {PANE_FIGURES, PANE_EVENTS};
    const struct balance_entry *latest = balance_latest(analysis_balance(workspace->analysis));
    if (latest && latest->exports)
        return latest->exports->row;
    if (latest && latest->imports)
        return latest->imports->row;
    for (size_t i = 0; i < ARRAY_LENGTH(lists); i++) {
        const struct row_list *rows = grid_rows(workspace_pane(workspace, lists[i]));
        if (rows->count)
            return row_list_at(rows, 0);
    }
    return NO_ROW;
}

/* What stands at the cursor is the selected claim, or another on the same observation. */
bool workspace_shows_selection(const struct workspace *workspace, size_t row)
{
    size_t selected = workspace->selected_row;
    if (row == selected || row == NO_ROW || selected == NO_ROW)
        return row == selected;
    struct claim here = dataset_claim(&workspace->dataset, row);
    struct claim there = dataset_claim(&workspace->dataset, selected);
    return observation_is_same(workspace->countries, &here, &there);
}

/* Below a pane stands the quote of what is at its cursor, and Enter opens that: a pane that does
 * not show the selection brings its own. */
static void enter_pane(struct workspace *workspace, enum pane pane)
{
    workspace->focus = pane;
    const struct view *view = workspace_pane(workspace, pane);
    if (!workspace_shows_selection(workspace, view->ops->item(view).row))
        workspace_follow_cursor(workspace);
}

/* Everything but the rows themselves. What the program selected by itself need not stay. */
static void follow_rows(struct workspace *workspace, bool keeps_selection)
{
    analyse(workspace);
    for (size_t i = 0; i < PANE_COUNT; i++)
        workspace->views[i].is_stale = true;
    for (size_t i = 0; i < workspace->overlay_count; i++)
        workspace->overlays[i].is_stale = true;
    search_forget(&workspace->search);
    size_t row = workspace->selected_row;
    bool was_selected_by_user = workspace->was_selected_by_user;
    if (row == NO_ROW || !keeps_selection || !row_list_contains(&workspace->shown, row))
        row = first_selection(workspace);
    workspace_select(workspace, row);
    enter_pane(workspace, workspace->focus); /* of another pair, say: the panes show other claims */
    workspace->was_selected_by_user = was_selected_by_user;
}

bool workspace_refresh(struct workspace *workspace)
{
    workspace_make_sums(workspace);
    bool is_done = workspace_find_rows(workspace);
    if (is_done)
        follow_rows(workspace, true);
    return is_done;
}

void workspace_show_new_rows(struct workspace *workspace)
{
    workspace_make_sums(workspace);
    workspace_find_new_rows(workspace);
    follow_rows(workspace, workspace->was_selected_by_user);
}

/* The cursors follow when the views are next asked for something; also one that was moved away. */
void workspace_select(struct workspace *workspace, size_t row)
{
    workspace->selected_row = row;
    workspace->was_selected_by_user = true;
    for (size_t i = 0; i < PANE_COUNT; i++)
        workspace->views[i].followed = NO_ROW;
}

void workspace_follow_cursor(struct workspace *workspace)
{
    struct view *view = workspace_view(workspace);
    struct item item = view->ops->item(view);
    if (item.row == NO_ROW || item.row == workspace->selected_row || workspace->overlay_count)
        return;
    workspace->selected_row = item.row;
    workspace->was_selected_by_user = true;
    view->followed = item.row; /* it is there */
}

static void leave_trail(struct workspace *workspace)
{
    ARRAY_RESERVE(workspace->trail, workspace->trail_count + 1, workspace->trail_capacity);
    workspace->trail[workspace->trail_count++] = workspace->focus;
}

void workspace_focus(struct workspace *workspace, enum pane pane)
{
    if (pane == workspace->focus)
        return;
    leave_trail(workspace);
    enter_pane(workspace, pane);
}

/* From a bar to its figure, from a figure to its quote; from an event to its quote. */
static void open_item(struct workspace *workspace)
{
    static const enum pane behind[PANE_COUNT] = {
        [PANE_BALANCE] = PANE_FIGURES, [PANE_PATH] = PANE_FIGURES,  [PANE_FIGURES] = PANE_SOURCE,
        [PANE_EVENTS] = PANE_SOURCE,   [PANE_SOURCE] = PANE_SOURCE, [PANE_PROBLEMS] = PANE_PROBLEMS,
        [PANE_CHECKS] = PANE_SOURCE,   [PANE_ROWS] = PANE_SOURCE,
    };
    struct view *view = workspace_view(workspace);
    struct item item = view->ops->item(view);
    if (item.derivation && derivation_is_derived(item.derivation))
        explain_open(workspace, item.derivation);
    else if (item.row != NO_ROW)
        workspace_focus(workspace, behind[workspace->focus]);
}

void workspace_request(struct workspace *workspace, enum request request)
{
    struct view *view = workspace_view(workspace);
    bool is_answered = view->ops->request && view->ops->request(view, request);
    if (!is_answered && request == REQUEST_OPEN)
        open_item(workspace);
    if (is_answered && workspace_view(workspace) == view)
        workspace_follow_cursor(workspace);
}

void workspace_push_overlay(struct workspace *workspace, struct view view)
{
    ARRAY_RESERVE(workspace->overlays, workspace->overlay_count + 1, workspace->overlay_capacity);
    view.workspace = workspace;
    workspace->overlays[workspace->overlay_count] = view;
    workspace->overlays[workspace->overlay_count++].is_stale = true;
}

bool workspace_close(struct workspace *workspace)
{
    if (workspace->overlay_count) {
        struct view *view = &workspace->overlays[--workspace->overlay_count];
        view_release(view);
        return true;
    }
    bool was_zoomed = workspace->is_zoomed;
    workspace->is_zoomed = false;
    return was_zoomed;
}

bool workspace_back(struct workspace *workspace)
{
    if (workspace_close(workspace))
        return true;
    if (workspace_shows_nothing(workspace) && workspace_undo(workspace))
        return true;
    if (workspace->search.pattern) {
        search_release(&workspace->search);
        return true;
    }
    if (!workspace->trail_count)
        return false;
    enter_pane(workspace, workspace->trail[--workspace->trail_count]);
    return true;
}

const char *workspace_scope(const struct workspace *workspace)
{
    return choices_has_filters(&workspace->choices) ? "pass the filters" : "in the file";
}

void workspace_format_count(const struct workspace *workspace, struct buffer *out)
{
    const struct dataset *dataset = &workspace->dataset;
    const struct row_list *shown = &workspace->shown;
    if (workspace->focus == PANE_ROWS || !table_row_count(dataset->table)) {
        dataset = workspace_current_file(workspace);
        shown = workspace_current_rows(workspace);
    }
    decimal_format(out, (double)shown->count, 0);
    buffer_puts(out, " of ");
    decimal_format(out, (double)table_row_count(dataset->table), 0);
}
