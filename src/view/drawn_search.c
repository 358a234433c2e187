/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "view/drawn_search.h"

#include "view/workspace.h"

#define SEARCHED_WIDTH 200 /* so that nothing is cut */
#define MOST_DRAWN_ROWS 5000

/* Lists of rows are not drawn whole: there may be millions. */
static bool is_searched(const struct view *view)
{
    return view->ops->full_height && !view->ops->rows && !view->ops->find && view->ops->draw;
}

/* Counts the items with a match, and notes the one nearest to the cursor in the direction. */
static bool collect(const struct view *view, const struct canvas *canvas, bool is_backward,
                    bool is_round, struct drawn_match *match)
{
    const struct pattern *pattern = view->workspace->model->search.pattern;
    size_t cursor = view->list.cursor, last = VIEW_NO_ITEM;
    bool is_found = false;
    for (int row = 0; row < canvas->height && row < view->drawn_rows; row++) {
        size_t item = view->drawn[row];
        if (item == VIEW_NO_ITEM || item == last ||
            !pattern_matches(pattern, buffer_text(&canvas->lines[row].text)))
            continue;
        last = item;
        match->count++;
        bool is_ahead = is_round || (is_backward ? item < cursor : item > cursor);
        if (is_ahead && (is_backward || !is_found)) {
            match->item = item;
            match->number = match->count;
            is_found = true;
        }
    }
    return is_found;
}

bool drawn_search(struct view *view, bool is_backward, bool is_round, struct drawn_match *match,
                  const struct effort *effort)
{
    *match = (struct drawn_match){0};
    view_update(view, effort);
    if (!is_searched(view) || view_is_stale(view))
        return false;
    struct list list = view->list;
    struct canvas canvas;
    int height = view->ops->full_height(view, SEARCHED_WIDTH);
    canvas_init(&canvas, SEARCHED_WIDTH, height < MOST_DRAWN_ROWS ? height : MOST_DRAWN_ROWS,
                view->workspace->look.ascii);
    view_draw(view, &canvas, false, effort);
    bool is_found = collect(view, &canvas, is_backward, is_round, match);
    canvas_release(&canvas);
    view->list = list;
    return is_found;
}
