/* SPDX-License-Identifier: GPL-3.0-or-later */
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
    workspace_settle(workspace);
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
    workspace_apply(workspace);
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
    analysis_free(workspace->begun);
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
    workspace->message = (struct message){.text = buffer_take(&text), .role = role};
}

void workspace_say_empty(struct workspace *workspace, const char *text, const char *way_back)
{
    workspace_say(workspace, ROLE_WARN, "%s", text);
    workspace->message.way_back = way_back;
}

void workspace_silence(struct workspace *workspace)
{
    free(workspace->message.text);
    workspace->message = (struct message){0};
    workspace->search.awaits_count = false;
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
    const struct open_file *file = &workspace->files[workspace_shown_file(workspace)];
    return workspace_is_beside(file) ? file->dataset : &workspace->dataset;
}

void workspace_show_file(struct workspace *workspace, size_t file)
{
    if (file >= workspace->file_count || !workspace_say_why_empty(workspace, file))
        return;
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

void workspace_enter_pane(struct workspace *workspace, enum pane pane)
{
    bool was_hasty = workspace->is_hasty;
    workspace->focus = pane;
    if (pane == PANE_PROBLEMS)
        workspace->problems_seen = problem_list_total(&workspace->dataset.problems);
    workspace->is_entering = true;
    workspace->is_hasty = true;
    workspace_pane(workspace, pane);
    workspace->is_hasty = was_hasty;
}

/* The cursors follow when the views are next asked for something; also one that was moved away. */
void workspace_select(struct workspace *workspace, size_t row)
{
    workspace->selected_row = row;
    workspace->was_selected_by_user = true;
    if (row != NO_ROW)
        sum_name_release(&workspace->selected_sum);
    for (size_t i = 0; i < PANE_COUNT; i++)
        workspace->views[i].followed = NO_ROW;
}

void workspace_follow_cursor(struct workspace *workspace)
{
    struct view *view = workspace_view(workspace);
    if (!view_rests_on_claims(view))
        return;
    struct item item = view->ops->item(view);
    if (item.row == NO_ROW || item.row == workspace->selected_row || workspace->overlay_count)
        return;
    workspace->selected_row = item.row;
    workspace->was_selected_by_user = true;
    sum_name_release(&workspace->selected_sum);
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
    workspace_enter_pane(workspace, pane);
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
    workspace_enter_pane(workspace, workspace->trail[--workspace->trail_count]);
    return true;
}

const char *workspace_scope(const struct workspace *workspace)
{
    if (workspace_is_blank(workspace))
        return "as yet";
    const struct open_file *coming = workspace_coming_file(workspace);
    if (coming && coming->dataset->form == FORM_STATISTICS && !coming->sums.statistic)
        return "summed as yet; 8 shows the rows that are there";
    return choices_has_filters(&workspace->choices) ? "pass the filters"
           : workspace->loading                     ? "in the file so far"
                                                    : "in the file";
}

void workspace_format_count(struct workspace *workspace, struct buffer *out)
{
    workspace_complete_rows(workspace);
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
