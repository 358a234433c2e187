/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "view/arrangement.h"

#include "base/array.h"

#define NUMBERS 8

/* Of each number, and the name of the pane where it differs from the usual one. */
static const struct place {
    enum pane pane;
    const char *title;
} places[2][NUMBERS] = {
    /* by whether there are statistics alone */
    {
        {PANE_BALANCE, NULL},
        {PANE_PATH, NULL},
        {PANE_FIGURES, NULL},
        {PANE_EVENTS, NULL},
        {PANE_SOURCE, NULL},
        {PANE_PROBLEMS, NULL},
        {PANE_CHECKS, NULL},
        {PANE_ROWS, NULL},
    },
    {
        {PANE_BALANCE, NULL},
        {PANE_PARTNERS, NULL},
        {PANE_PRODUCTS, NULL},
        {PANE_PATH, "Trend"},
        {PANE_SOURCE, "Rests on"},
        {PANE_PROBLEMS, NULL},
        {PANE_CHECKS, NULL},
        {PANE_ROWS, NULL},
    },
};

bool arrangement_is_of_statistics(const struct workspace *workspace)
{
    return model_has_statistics(workspace->model) && !model_claim_count(workspace->model);
}

static const struct place *places_of(const struct workspace *workspace)
{
    return places[arrangement_is_of_statistics(workspace)];
}

/* True if a file of statistics has several values in the column. */
static bool has_several(const struct model *model, enum field field)
{
    for (size_t i = 0; i < model->files.count; i++) {
        const struct dataset *dataset = model_file_dataset(model, i);
        if (!model->files.items[i].sums.statistic || dataset->column[field] == NO_COLUMN)
            continue;
        size_t empty = 1; /* code 0 */
        if (table_distinct_count(dataset->table, dataset->column[field]) > empty + 1)
            return true;
    }
    return false;
}

static bool has_one_period(const struct model *model)
{
    return model->results.analysis && analysis_balance(model->results.analysis)->count < 2;
}

/* False once it is known that the trade has no parts. */
static bool may_have_parts(const struct workspace *workspace, enum pane pane)
{
    const struct view *view = &workspace->views[pane];
    return view_is_stale(view) || view->list.count || workspace->model->queue.loading;
}

static unsigned panes_of_statistics(const struct workspace *workspace)
{
    const struct model *model = workspace->model;
    bool has_partners =
        has_several(model, FIELD_PARTNER) && may_have_parts(workspace, PANE_PARTNERS);
    bool has_products =
        has_several(model, FIELD_PRODUCT) && may_have_parts(workspace, PANE_PRODUCTS);
    bool has_room_only = has_one_period(model) && (has_partners || has_products);
    return PANE_BIT(PANE_BALANCE) | PANE_BIT(PANE_SOURCE) |
           (has_partners ? PANE_BIT(PANE_PARTNERS) : 0) |
           (has_products ? PANE_BIT(PANE_PRODUCTS) : 0) | (has_room_only ? 0 : PANE_BIT(PANE_PATH));
}

unsigned arrangement_panes(struct workspace *workspace, const struct effort *effort)
{
    bool has_events = workspace->model->dataset.count_of_kind[KIND_EVENT] > 0;
    if (arrangement_is_of_statistics(workspace)) {
        view_update(&workspace->views[PANE_PARTNERS], effort);
        view_update(&workspace->views[PANE_PRODUCTS], effort);
        return panes_of_statistics(workspace);
    }
    return PANE_BIT(PANE_BALANCE) | PANE_BIT(PANE_PATH) | PANE_BIT(PANE_FIGURES) |
           PANE_BIT(PANE_SOURCE) | (has_events ? PANE_BIT(PANE_EVENTS) : 0);
}

int arrangement_number(const struct workspace *workspace, enum pane pane)
{
    const struct place *at = places_of(workspace);
    for (int i = 0; i < NUMBERS; i++)
        if (at[i].pane == pane)
            return i + 1;
    return 0;
}

enum pane arrangement_pane(const struct workspace *workspace, int number)
{
    return number > 0 && number <= NUMBERS ? places_of(workspace)[number - 1].pane : PANE_COUNT;
}

enum pane arrangement_step(const struct workspace *workspace, enum pane from, int by)
{
    int number = arrangement_number(workspace, from);
    int next = (number - 1 + by + NUMBERS) % NUMBERS;
    return arrangement_pane(workspace, (number ? next : 0) + 1);
}

const char *arrangement_title(const struct workspace *workspace, enum pane pane)
{
    int number = arrangement_number(workspace, pane);
    const char *title = number ? places_of(workspace)[number - 1].title : NULL;
    return title ? title : workspace->views[pane].ops->title;
}
