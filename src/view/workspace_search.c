/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The search goes through rows in the order of reading: in Rows as shown, elsewhere figures first,
 * then events. It starts at the cursor, in blocks of growing size, so that a near match is found at
 * once. The total is counted when the program is idle.
 */
#include "config.h"

#include "view/workspace.h"

#define FIRST_SEARCHED ((size_t)1 << 16) /* rows searched while a key waits */

static const struct row_list *pane_rows(struct workspace *workspace, enum pane pane)
{
    const struct view *view = workspace_pane(workspace, pane);
    return view->ops->rows(view);
}

/* Fills the list of the search. Returns false if cancelled. */
static bool order_claims(struct workspace *workspace)
{
    struct row_list *order = &workspace->model->search.claims;
    const struct row_list *figures = pane_rows(workspace, PANE_FIGURES);
    const struct row_list *events = pane_rows(workspace, PANE_EVENTS);
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

static struct walk begin_walk(struct workspace *workspace)
{
    struct search *search = &workspace->model->search;
    struct walk walk = {.dataset = &workspace->model->dataset, .order = &search->claims};
    if (workspace->focus == PANE_ROWS) {
        const struct view *rows = workspace_pane(workspace, PANE_ROWS);
        walk.dataset = model_current_file(workspace->model);
        walk.order = rows->ops->rows(rows);
        walk.at = rows->list.cursor;
        return walk;
    }
    if (!search->claims.count && !order_claims(workspace))
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
static bool find_all(struct workspace *workspace, const struct walk *walk)
{
    struct search *search = &workspace->model->search;
    if (search->dataset == walk->dataset)
        return true;
    struct row_set rows = row_set_of_list(walk->order, table_row_count(walk->dataset->table));
    if (!search_select(search, walk->dataset, &rows, workspace->model->doubt,
                       workspace->model->doubt_context)) {
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
                           size_t *place)
{
    size_t count = walk->order->count;
    *place = count;
    for (size_t first = 1, size = FIRST_SEARCHED; first <= count && *place == count; size *= 2) {
        size_t last = first + size <= count ? first + size - 1 : count;
        struct row_set rows = row_set_none(table_row_count(walk->dataset->table));
        for (size_t step = first; step <= last; step++)
            row_set_add(&rows, row_list_at(walk->order, place_ahead(walk, step, is_backward)));
        bool is_done = search_select(&workspace->model->search, walk->dataset, &rows,
                                     workspace->model->doubt, workspace->model->doubt_context);
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

static void say_match(struct workspace *workspace, const struct walk *walk, size_t place)
{
    struct search *search = &workspace->model->search;
    search->awaits_count = search->dataset != walk->dataset;
    if (search->awaits_count)
        model_set_message(workspace->model, MESSAGE_NOTE, "match in row %zu",
                          row_list_at(walk->order, place) + 1);
    else
        model_set_message(workspace->model, MESSAGE_NOTE, "match %zu of %zu",
                          count_before(walk, &search->found, place) + 1,
                          row_set_count(&search->found));
}

static void show_match(struct workspace *workspace, const struct walk *walk, size_t place)
{
    size_t row = row_list_at(walk->order, place);
    if (workspace->focus == PANE_ROWS) {
        list_move_to(&workspace_pane(workspace, PANE_ROWS)->list, place);
        workspace_follow_cursor(workspace);
    } else {
        bool is_event = dataset_claim(&workspace->model->dataset, row).kind == KIND_EVENT;
        workspace_focus(workspace, is_event ? PANE_EVENTS : PANE_FIGURES);
        workspace_select(workspace, row);
    }
    say_match(workspace, walk, place);
}

/* Sets *place to the next match, or the count if there is none. */
static bool find_next(struct workspace *workspace, const struct walk *walk, bool is_backward,
                      size_t *place)
{
    size_t count = walk->order->count;
    if (workspace->model->search.dataset != walk->dataset && count > FIRST_SEARCHED)
        return find_in_blocks(workspace, walk, is_backward, place);
    if (!find_all(workspace, walk))
        return false;
    *place = count ? find_near(walk, &workspace->model->search.found, 1, count, is_backward) : 0;
    return true;
}

static bool search_rows(struct workspace *workspace, bool is_backward)
{
    struct walk walk = begin_walk(workspace);
    size_t place = 0;
    bool is_done = walk.order && find_next(workspace, &walk, is_backward, &place);
    if (!is_done)
        model_set_message(workspace->model, MESSAGE_WARNING, "the search was stopped");
    else if (place < walk.order->count)
        show_match(workspace, &walk, place);
    return !is_done || place < walk.order->count;
}

bool workspace_finish_search(struct workspace *workspace)
{
    if (!workspace->model->search.awaits_count || !workspace->model->search.pattern)
        return false;
    struct walk walk = begin_walk(workspace);
    bool is_done = walk.order && walk.at < walk.order->count && find_all(workspace, &walk);
    if (is_done)
        say_match(workspace, &walk, walk.at);
    return is_done;
}

static bool search_page(struct workspace *workspace, struct view *view, bool is_backward)
{
    size_t match;
    if (!view->ops->find(view, is_backward, &match))
        return false;
    model_set_message(workspace->model, MESSAGE_NOTE, "match %zu of %zu", match + 1,
                      view->ops->count_matches(view));
    return true;
}

bool workspace_search_next(struct workspace *workspace, bool is_backward)
{
    struct view *view = workspace_view(workspace);
    return view->ops->find ? search_page(workspace, view, is_backward)
                           : search_rows(workspace, is_backward);
}

bool workspace_count_matches(struct workspace *workspace, size_t *count)
{
    const struct view *view = workspace_view(workspace);
    if (view->ops->count_matches) {
        *count = view->ops->count_matches(view);
        return true;
    }
    struct walk walk = begin_walk(workspace);
    bool is_done = walk.order && find_all(workspace, &walk);
    if (is_done)
        *count = row_set_count(&workspace->model->search.found);
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
