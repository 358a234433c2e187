/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The search goes through rows in the order of reading: in Rows as shown, elsewhere figures first,
 * then events. It starts at the cursor, in blocks of growing size, so that a near match is found at
 * once. The total is counted when the program is idle.
 */
#include "config.h"

#include "view/drawn_search.h"
#include "view/workspace.h"

#define FIRST_SEARCHED ((size_t)1 << 16) /* rows searched while a key waits */

/* Fills the list of the search. Returns false if cancelled. */
static bool order_claims(struct workspace *workspace, const struct effort *effort)
{
    struct row_list *order = &workspace->model->search.claims;
    const struct row_list *figures =
        view_rows(workspace_pane(workspace, PANE_FIGURES, effort), effort);
    const struct row_list *events =
        view_rows(workspace_pane(workspace, PANE_EVENTS, effort), effort);
    if (!figures || !events)
        return false;
    for (size_t i = 0; i < figures->count; i++) {
        const struct observation *observation =
            analysis_observation(workspace->model->results.analysis, row_list_at(figures, i));
        for (size_t k = 0; observation && k < observation->claims.count; k++)
            row_list_add(order, observation->claims.rows[k]);
    }
    row_list_append(order, events);
    return true;
}

/* The order of the search and its position: `at` is the count if it is nowhere. */
struct walk {
    const struct dataset *dataset;
    const struct row_list *order; /* of the pane Rows, or of the search; NULL if unknown */
    size_t at;
};

static struct walk begin_walk(struct workspace *workspace, const struct effort *effort)
{
    struct search *search = &workspace->model->search;
    struct walk walk = {.dataset = &workspace->model->dataset, .order = &search->claims};
    if (workspace->focus == PANE_ROWS) {
        struct view *rows = workspace_pane(workspace, PANE_ROWS, effort);
        walk.dataset = model_current_file(workspace->model);
        walk.order = view_rows(rows, effort);
        walk.at = rows->list.cursor;
        return walk;
    }
    if (!search->claims.count && !order_claims(workspace, effort))
        walk.order = NULL;
    while (walk.order && walk.at < walk.order->count &&
           row_list_at(walk.order, walk.at) != workspace->model->selection.row)
        walk.at++;
    return walk;
}

/* Returns the index that is `steps` ahead, round the end. */
static size_t place_ahead(const struct walk *walk, size_t steps, bool is_backward)
{
    size_t count = walk->order->count;
    if (is_backward)
        return walk->at >= steps ? walk->at - steps : walk->at + count - steps;
    return walk->at == count ? steps - 1 : (walk->at + steps) % count;
}

/* Finds all matches, once. */
static bool find_all(struct workspace *workspace, const struct walk *walk,
                     const struct effort *effort)
{
    struct search *search = &workspace->model->search;
    if (search->dataset == walk->dataset)
        return true;
    struct row_set rows = row_set_of_list(walk->order, table_row_count(walk->dataset->table));
    if (!search_select(search, walk->dataset, &rows, effort)) {
        row_set_release(&rows);
        return false;
    }
    row_set_release(&search->found);
    search->found = rows;
    search->dataset = walk->dataset;
    return true;
}

/*
 * Returns the nearest index with a row in the set, from `first` to `last` steps ahead; the count if
 * there is none.
 */
static size_t find_near(const struct walk *walk, const struct row_set *found, size_t first,
                        size_t last, bool is_backward)
{
    for (size_t step = first; step <= last; step++) {
        size_t place = place_ahead(walk, step, is_backward);
        if (row_set_contains(found, row_list_at(walk->order, place)))
            return place;
    }
    return walk->order->count;
}

static bool find_in_blocks(struct workspace *workspace, const struct walk *walk, bool is_backward,
                           size_t *place, const struct effort *effort)
{
    size_t count = walk->order->count;
    *place = count;
    for (size_t first = 1, size = FIRST_SEARCHED; first <= count && *place == count; size *= 2) {
        size_t last = first + size <= count ? first + size - 1 : count;
        struct row_set rows = row_set_none(table_row_count(walk->dataset->table));
        for (size_t step = first; step <= last; step++)
            row_set_add(&rows, row_list_at(walk->order, place_ahead(walk, step, is_backward)));
        bool is_done = search_select(&workspace->model->search, walk->dataset, &rows, effort);
        if (is_done)
            *place = find_near(walk, &rows, first, last, is_backward);
        row_set_release(&rows);
        if (!is_done)
            return false;
        first = last + 1;
    }
    return true;
}

static size_t count_before(const struct walk *walk, const struct row_set *found, size_t place)
{
    size_t count = 0;
    for (size_t i = 0; i < place; i++)
        count += row_set_contains(found, row_list_at(walk->order, i));
    return count;
}

/* "match 2 of 5 in Figures, wrapped" */
static void tell_match(struct workspace *workspace, const char *match)
{
    const struct search *search = &workspace->model->search;
    model_set_message(workspace->model, MESSAGE_NOTE, "%s%s%s%s", match,
                      search->has_moved ? " in " : "",
                      search->has_moved ? workspace->views[workspace->focus].ops->name : "",
                      search->has_wrapped ? ", wrapped" : "");
}

static void say_match(struct workspace *workspace, const struct walk *walk, size_t place)
{
    struct search *search = &workspace->model->search;
    struct buffer text = {0};
    search->awaits_count = search->dataset != walk->dataset;
    if (search->awaits_count)
        buffer_printf(&text, "match in row %zu", row_list_at(walk->order, place) + 1);
    else
        buffer_printf(&text, "match %zu of %zu", count_before(walk, &search->found, place) + 1,
                      row_set_count(&search->found));
    tell_match(workspace, text.data);
    buffer_release(&text);
}

static void show_match(struct workspace *workspace, const struct walk *walk, size_t place,
                       bool is_backward)
{
    size_t row = row_list_at(walk->order, place);
    enum pane before = workspace->focus;
    struct search *search = &workspace->model->search;
    search->has_wrapped =
        walk->at < walk->order->count && (is_backward ? place >= walk->at : place <= walk->at);
    if (workspace->focus == PANE_ROWS) {
        list_move_to(&workspace_pane(workspace, PANE_ROWS, workspace->model->user)->list, place);
        workspace_follow_cursor(workspace);
    } else {
        bool is_event = dataset_claim(&workspace->model->dataset, row).kind == KIND_EVENT;
        workspace_focus(workspace, is_event ? PANE_EVENTS : PANE_FIGURES);
        workspace_select(workspace, row);
    }
    search->has_moved = workspace->focus != before;
    say_match(workspace, walk, place);
}

/* Sets *place to the next match, or the count if there is none. */
static bool find_next(struct workspace *workspace, const struct walk *walk, bool is_backward,
                      size_t *place, const struct effort *effort)
{
    size_t count = walk->order->count;
    if (workspace->model->search.dataset != walk->dataset && count > FIRST_SEARCHED)
        return find_in_blocks(workspace, walk, is_backward, place, effort);
    if (!find_all(workspace, walk, effort))
        return false;
    *place = count ? find_near(walk, &workspace->model->search.found, 1, count, is_backward) : 0;
    return true;
}

static bool search_rows(struct workspace *workspace, bool is_backward)
{
    const struct effort *effort = workspace->model->user;
    struct walk walk = begin_walk(workspace, effort);
    size_t place = 0;
    bool is_done = walk.order && find_next(workspace, &walk, is_backward, &place, effort);
    if (!is_done)
        model_set_message(workspace->model, MESSAGE_WARNING, "the search was stopped");
    else if (place < walk.order->count)
        show_match(workspace, &walk, place, is_backward);
    return !is_done || place < walk.order->count;
}

bool workspace_finish_search(struct workspace *workspace, const struct effort *idle)
{
    if (!workspace->model->search.awaits_count || !workspace->model->search.pattern)
        return false;
    struct walk walk = begin_walk(workspace, idle);
    bool is_done = walk.order && walk.at < walk.order->count && find_all(workspace, &walk, idle);
    if (is_done)
        say_match(workspace, &walk, walk.at);
    return is_done;
}

static bool search_page(struct workspace *workspace, struct view *view, bool is_backward)
{
    size_t match, before = view->list.cursor;
    if (!view->ops->find(view, is_backward, &match))
        return false;
    struct buffer text = {0};
    struct search *search = &workspace->model->search;
    search->has_moved = false;
    search->has_wrapped = is_backward ? view->list.cursor >= before : view->list.cursor <= before;
    buffer_printf(&text, "match %zu of %zu", match + 1, view->ops->count_matches(view));
    tell_match(workspace, text.data);
    buffer_release(&text);
    return true;
}

/* What the pane draws comes before the claims, which its numbers rest on. */
static bool search_drawn(struct workspace *workspace, struct view *view, bool is_backward,
                         bool is_round)
{
    struct drawn_match match;
    struct buffer text = {0};
    if (!drawn_search(view, is_backward, is_round, &match, workspace->model->user))
        return false;
    list_move_to(&view->list, match.item);
    workspace_follow_cursor(workspace);
    buffer_printf(&text, "match %zu of %zu in %s", match.number, match.count, view->ops->name);
    workspace->model->search.has_moved = false;
    workspace->model->search.has_wrapped = is_round;
    workspace->model->search.awaits_count = false;
    tell_match(workspace, text.data);
    buffer_release(&text);
    return true;
}

bool workspace_search_next(struct workspace *workspace, bool is_backward)
{
    struct view *view = workspace_view(workspace, workspace->model->user);
    if (view->ops->find)
        return search_page(workspace, view, is_backward);
    return search_drawn(workspace, view, is_backward, false) ||
           search_rows(workspace, is_backward) || search_drawn(workspace, view, is_backward, true);
}

bool workspace_count_matches(struct workspace *workspace, size_t *count,
                             const struct effort *effort)
{
    const struct view *view = workspace_view(workspace, effort);
    if (view->ops->count_matches) {
        *count = view->ops->count_matches(view);
        return true;
    }
    struct walk walk = begin_walk(workspace, effort);
    bool is_done = walk.order && find_all(workspace, &walk, effort);
    struct drawn_match match;
    if (is_done)
        *count = row_set_count(&workspace->model->search.found);
    if (is_done && !*count &&
        drawn_search(workspace_view(workspace, effort), false, true, &match, effort))
        *count = match.count;
    return is_done;
}

bool workspace_search(struct workspace *workspace, const char *source, struct error *error)
{
    struct pattern *pattern =
        pattern_compile(text_of(source), PATTERN_REGULAR, PATTERN_SMART_CASE, error);
    if (!pattern)
        return false;
    search_release(&workspace->model->search);
    workspace->model->search.pattern = pattern;
    if (!workspace_search_next(workspace, false))
        model_set_message(workspace->model, MESSAGE_WARNING, "nothing matches: %s", source);
    return true;
}
