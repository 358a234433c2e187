/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "view/workspace.h"

#include "view/grid.h"
#include "view/page.h"

/* Figures first, then events, each in the order of its pane. */
static struct row_list reading_order(struct workspace *workspace)
{
    struct row_list order = {0};
    const struct row_list *figures = grid_rows(workspace_pane(workspace, PANE_FIGURES));
    const struct row_list *events = grid_rows(workspace_pane(workspace, PANE_EVENTS));
    for (size_t i = 0; i < figures->count; i++) {
        const struct observation *observation =
            analysis_observation(workspace->analysis, row_list_at(figures, i));
        for (size_t k = 0; observation && k < observation->claims.count; k++)
            row_list_add(&order, observation->claims.rows[k]);
    }
    for (size_t i = 0; i < events->count; i++)
        row_list_add(&order, row_list_at(events, i));
    return order;
}

static const struct row_list *matches_of(struct workspace *workspace)
{
    struct search *search = &workspace->search;
    if (search->pattern && !search->has_run) {
        struct row_list order = reading_order(workspace);
        search_run(search, &workspace->dataset, &order);
        row_list_release(&order);
    }
    return &search->matches;
}

static void say_match(struct workspace *workspace, size_t match)
{
    workspace_say(workspace, ROLE_PLAIN, "match %zu of %zu", match + 1,
                  workspace_count_matches(workspace));
}

size_t workspace_count_matches(struct workspace *workspace)
{
    const struct view *view = workspace_view(workspace);
    return page_is(view) ? page_count_matches(view) : matches_of(workspace)->count;
}

bool workspace_search(struct workspace *workspace, const char *source, struct error *error)
{
    struct pattern *pattern =
        pattern_compile(text_of(source), PATTERN_REGULAR, PATTERN_SMART_CASE, error);
    if (!pattern)
        return false;
    search_release(&workspace->search);
    workspace->search.pattern = pattern;
    if (!workspace_search_next(workspace, false))
        workspace_say(workspace, ROLE_WARN, "nothing matches: %s", source);
    return true;
}

/* Where the search stands: the place of the selection in reading order, among the matches. */
static size_t next_match(struct workspace *workspace, bool is_backward)
{
    const struct row_list *matches = matches_of(workspace);
    struct row_list order = reading_order(workspace);
    size_t match = is_backward ? matches->count - 1 : 0;
    bool is_behind = false;
    for (size_t i = 0, next = 0; i < order.count; i++) {
        bool is_match = next < matches->count && matches->rows[next] == order.rows[i];
        bool is_selected = order.rows[i] == workspace->selected_row;
        if (is_backward && is_selected && next > 0)
            match = next - 1;
        if (!is_backward && is_behind && is_match) {
            match = next;
            break;
        }
        is_behind |= is_selected;
        next += is_match;
    }
    row_list_release(&order);
    return match;
}

bool workspace_search_next(struct workspace *workspace, bool is_backward)
{
    struct view *view = workspace_view(workspace);
    size_t match;
    if (page_is(view)) {
        bool is_found = page_find(view, is_backward, &match);
        if (is_found)
            say_match(workspace, match);
        return is_found;
    }
    const struct row_list *matches = matches_of(workspace);
    if (!matches->count)
        return false;
    match = next_match(workspace, is_backward);
    size_t row = matches->rows[match];
    bool is_event = dataset_claim(&workspace->dataset, row).kind == KIND_EVENT;
    workspace_focus(workspace, is_event ? PANE_EVENTS : PANE_FIGURES);
    workspace_select(workspace, row);
    say_match(workspace, match);
    return true;
}
