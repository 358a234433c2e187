/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Choices go in, and everything that is shown follows from them. There is one way through: the rows
 * that pass are found, and what rests on them is marked stale; it is made when a screen, a command
 * or a report asks for it, and where it takes long, behind the screen.
 */
#include "config.h"

#include "view/workspace.h"

#include "base/array.h"
#include "view/grid.h"
#include "view/page.h"
#include "view/workspace_files.h"
#include "view/workspace_refining.h"

/* Keys that came too soon for the claims; the next one waits, as they might never come else. */
#define MOST_ATTEMPTS 4

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

static struct analysis *analysis_of_choices(const struct workspace *workspace)
{
    struct pair pair = chosen_pair(workspace);
    struct analysis *analysis =
        analysis_new(&workspace->dataset, workspace->countries, &workspace->shown, &pair);
    analysis_set_today(analysis, workspace->today);
    return analysis;
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
        if (rows && rows->count)
            return row_list_at(rows, 0);
    }
    return NO_ROW;
}

/* What rests on the rows is made anew when it is asked for. */
static void unsettle(struct workspace *workspace, bool keeps_selection)
{
    bool was_settled = workspace->analysis != NULL;
    workspace->keeps_selection = keeps_selection && (was_settled || workspace->keeps_selection);
    analysis_free(workspace->analysis);
    analysis_free(workspace->begun);
    workspace->analysis = workspace->begun = NULL;
    workspace->outlook = (struct scenario_outlook){0};
    for (size_t i = 0; i < PANE_COUNT; i++)
        workspace->views[i].is_stale = true;
    for (size_t i = 0; i < workspace->overlay_count; i++) {
        workspace->overlays[i].is_stale = true;
        if (page_is(&workspace->overlays[i]))
            page_forget_rows(&workspace->overlays[i], workspace_claim_count(workspace));
    }
    search_forget(&workspace->search);
}

bool workspace_finish(struct workspace *workspace)
{
    bool has_news = workspace_refine_in_time(workspace) || !workspace->analysis;
    workspace->yields_to_keys = workspace->attempts < MOST_ATTEMPTS;
    workspace_settle(workspace);
    has_news = has_news && workspace->analysis;
    workspace->attempts = workspace->analysis ? 0 : workspace->attempts + 1;
    workspace->yields_to_keys = true;
    for (size_t i = 0; i < PANE_COUNT; i++)
        has_news = view_finish(&workspace->views[i]) || has_news;
    has_news = workspace_finish_search(workspace) || has_news;
    workspace->yields_to_keys = false;
    return has_news;
}

/* False, without an analysis, where it takes long and is put off, or a key ended it. */
static bool try_to_analyse(struct workspace *workspace)
{
    parallel_doubt *doubt = workspace->yields_to_keys ? workspace->doubt : NULL;
    if (workspace->is_hasty && workspace->shown.count > FEW_ROWS)
        return false;
    if (!workspace->begun)
        workspace->begun = analysis_of_choices(workspace);
    if (doubt && !analysis_try_balance(workspace->begun, doubt, workspace->doubt_context))
        return false;
    workspace->analysis = workspace->begun;
    workspace->begun = NULL;
    suppose(workspace);
    return true;
}

/* The selection has to be right, so that nothing of it is put off. */
static void settle_selection(struct workspace *workspace)
{
    bool was_yielding = workspace->yields_to_keys, was_hasty = workspace->is_hasty;
    bool was_selected_by_user = workspace->was_selected_by_user;
    size_t row = workspace->selected_row;
    workspace->yields_to_keys = workspace->is_hasty = false;
    bool keeps_it = row != NO_ROW && workspace->keeps_selection;
    if (!keeps_it || !row_list_contains(&workspace->shown, row))
        row = first_selection(workspace);
    workspace_select(workspace, row);
    /* Of another pair, say: the panes show other claims. */
    workspace_enter_pane(workspace, workspace->focus);
    workspace->was_selected_by_user = was_selected_by_user;
    workspace->yields_to_keys = was_yielding;
    workspace->is_hasty = was_hasty;
}

void workspace_settle(struct workspace *workspace)
{
    if (!workspace->analysis && workspace_complete_rows(workspace) && try_to_analyse(workspace))
        settle_selection(workspace);
}

bool workspace_apply(struct workspace *workspace)
{
    bool is_done = workspace_find_rows(workspace);
    if (is_done)
        unsettle(workspace, true);
    return is_done;
}

bool workspace_refresh(struct workspace *workspace)
{
    bool is_done = workspace_apply(workspace);
    if (is_done)
        workspace_settle(workspace);
    return is_done;
}

/* What the program selected by itself need not stay. */
void workspace_show_new_rows(struct workspace *workspace)
{
    workspace_find_new_rows(workspace);
    unsettle(workspace, workspace->was_selected_by_user);
}

void workspace_show_new_sums(struct workspace *workspace)
{
    workspace_take_off_sums(workspace);
    unsettle(workspace, workspace->was_selected_by_user);
    workspace_settle(workspace);
}
