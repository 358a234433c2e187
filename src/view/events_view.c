/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Events: what happened, when, and who says so; by date unless sorted otherwise.
 */
#include "config.h"

#include "view/panes.h"

#include "base/array.h"
#include "query/rows/row_order.h"
#include "view/grid.h"
#include "view/workspace.h"

static const struct grid_column columns[] = {
    {"date", FIELD_DATE, "date", 12, false, grid_write_date},
    {"what", FIELD_TEXT, "text", 0, false, grid_write_text},
    {"speaker", FIELD_SPEAKER, "speaker", 18, false, NULL},
    {"source", FIELD_SOURCE, "source", 12, false, NULL},
};

static bool collect(struct workspace *workspace, struct row_list *rows, const struct effort *effort)
{
    const struct dataset *dataset = &workspace->model->dataset;
    const struct row_set *shown = &workspace->model->rows.shown;
    size_t kind = dataset->column[FIELD_KIND];
    struct codes kinds = table_codes(dataset->table, kind);
    ROW_SET_EACH (shown, row)
        if (word_meaning(&dataset->meanings, dataset->table, kind, FIELD_KIND,
                         codes_at(kinds, row)) == KIND_EVENT)
            row_list_add(rows, row);
    struct row_keys keys = row_keys_of_column(dataset, dataset->column[FIELD_DATE]);
    bool is_done = row_list_sort(rows, &keys, false, effort);
    row_keys_release(&keys);
    return is_done;
}

static const struct grid_ops events_grid = {
    .columns = columns,
    .column_count = ARRAY_LENGTH(columns),
    .empty = "no events",
    .collect = collect,
};

static void init(struct view *view)
{
    grid_init(view, &events_grid);
}

const struct view_ops events_view_ops = {
    .name = "events",
    .title = "Events",
    .help = "what happened, by date",
    .keys = "open keep exclude",
    .behind = PANE_SOURCE,
    .init = init,
    .rows = grid_rows,
    .collect = grid_collect,
    .reach = grid_reach,
    .finish = grid_finish,
    .write_title = grid_write_title,
    .draw = grid_draw,
    .print = grid_print,
    .item = grid_item,
    .select = view_move_to_row,
    .request = grid_request,
    .release = grid_release,
};
