/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures: one row per observation, with its most exact claim, and the agreement of the others. */
#include "config.h"

#include "base/array.h"
#include "base/memory.h"
#include "model/recompute.h"
#include "query/rows/row_order.h"
#include "view/claim_format.h"
#include "view/grid.h"
#include "view/panes.h"
#include "view/workspace.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const struct observation *observation_at(const struct workspace *workspace, size_t row)
{
    return analysis_observation(workspace->model->results.analysis, row);
}

static void write_value(const struct workspace *workspace, size_t row, struct line *line)
{
    struct claim claim = dataset_claim(&workspace->model->dataset, row);
    enum role role =
        claim.kind == KIND_TARGET || claim.kind == KIND_FORECAST ? ROLE_TARGET : ROLE_STRONG;
    struct buffer text = {0};
    if (claim.kind == KIND_FORECAST)
        buffer_puts(&text, "forecast ");
    claim_format_value(&text, &claim);
    line_add(line, role, buffer_text(&text));
    buffer_release(&text);
}

static void write_period(const struct workspace *workspace, size_t row, struct line *line)
{
    struct text period = dataset_text(&workspace->model->dataset, row, FIELD_PERIOD);
    if (period.length)
        line_add(line, ROLE_PLAIN, period);
    else
        line_puts(line, ROLE_DIM, "not stated");
}

static void write_flow(const struct workspace *workspace, size_t row, struct line *line)
{
    struct claim claim = dataset_claim(&workspace->model->dataset, row);
    enum role role = claim.flow == FLOW_EXPORT   ? ROLE_EXPORT
                     : claim.flow == FLOW_IMPORT ? ROLE_IMPORT
                                                 : ROLE_PLAIN;
    line_add(line, role, dataset_text(&workspace->model->dataset, row, FIELD_FLOW));
}

static void write_sources(const struct workspace *workspace, size_t row, struct line *line)
{
    const struct observation *observation = observation_at(workspace, row);
    line_printf(line, ROLE_PLAIN, "%zu", observation ? observation->source_count : 0);
}

enum role agreement_role(enum agreement agreement)
{
    static const enum role roles[AGREEMENT_COUNT] = {
        [AGREEMENT_SINGLE] = ROLE_DIM,         [AGREEMENT_AGREE] = ROLE_GOOD,
        [AGREEMENT_CLOSE] = ROLE_WARN,         [AGREEMENT_CONFLICT] = ROLE_BAD,
        [AGREEMENT_NOT_COMPARABLE] = ROLE_DIM,
    };
    return roles[agreement];
}

static void write_agreement(const struct workspace *workspace, size_t row, struct line *line)
{
    const struct observation *observation = observation_at(workspace, row);
    if (workspace->model->queue.loading)
        line_puts(line, ROLE_WARN, "partial");
    else if (observation)
        line_puts(line, agreement_role(observation->agreement),
                  agreement_word(observation->agreement));
}

static const struct grid_column columns[] = {
    {"period", FIELD_PERIOD, "period", 12, false, write_period},
    {"flow", FIELD_FLOW, "flow", 9, false, write_flow},
    {"what", FIELD_TEXT, "text", 0, false, grid_write_text},
    {"value", FIELD_VALUE, "value", 28, true, write_value},
    {"sources", FIELD_COUNT, "sources", 8, true, write_sources},
    {"agree", FIELD_COUNT, "agreement", 14, false, write_agreement},
    {"date", FIELD_DATE, "date", 10, false, NULL},
};

/* Sorts in the order of the vocabulary: values before growth, growth before ratios and counts. */
static struct row_keys keys_of_measure(const struct dataset *dataset)
{
    size_t column = dataset->column[FIELD_MEASURE];
    size_t count = table_distinct_count(dataset->table, column);
    struct row_keys result = {.codes = table_codes(dataset->table, column),
                              .ranks = xcalloc(count, sizeof *result.ranks)};
    for (uint32_t code = 0; code < count; code++) {
        int word = word_meaning(&dataset->meanings, dataset->table, column, FIELD_MEASURE, code);
        result.ranks[code] = word > 0 ? (uint32_t)word : MEASURE_VALUE;
    }
    return result;
}

/* Releases the keys. Returns false if cancelled. */
static bool order_by(struct row_list *rows, struct row_keys sort_keys, bool descends,
                     const struct effort *effort)
{
    bool is_done = row_list_sort(rows, &sort_keys, descends, effort);
    row_keys_release(&sort_keys);
    return is_done;
}

/* Trade values first, the latest period before the others. */
static bool collect(struct workspace *workspace, struct row_list *rows, const struct effort *effort)
{
    const struct dataset *dataset = &workspace->model->dataset;
    if (effort_defers_slow(effort) && row_set_count(&workspace->model->rows.shown) > FEW_ROWS &&
        !analysis_has_observations(workspace->model->results.analysis))
        return false;
    const struct observation_list *list =
        analysis_try_observations(workspace->model->results.analysis, effort);
    for (size_t i = 0; list && i < list->count; i++)
        row_list_add(rows, list->items[i].shown);
    return list &&
           order_by(rows, row_keys_of_column(dataset, dataset->column[FIELD_PERIOD]), true,
                    effort) &&
           order_by(rows, keys_of_measure(dataset), false, effort);
}

static double key_of_sources(const struct observation *observation)
{
    return (double)observation->source_count;
}

static double key_of_agreement(const struct observation *observation)
{
    return observation->agreement;
}

static double *keys(const struct workspace *workspace, const char *sort_key)
{
    static const struct {
        const char *name;
        double (*key)(const struct observation *observation);
    } known[] = {{"sources", key_of_sources}, {"agreement", key_of_agreement}};
    for (size_t i = 0; i < ARRAY_LENGTH(known); i++) {
        if (strcmp(known[i].name, sort_key) != 0)
            continue;
        size_t count = table_row_count(workspace->model->dataset.table);
        double *result = xcalloc(count, sizeof *result);
        for (size_t row = 0; row < count; row++) {
            const struct observation *observation = observation_at(workspace, row);
            result[row] = observation ? known[i].key(observation) : (double)NAN;
        }
        return result;
    }
    return NULL;
}

static const struct grid_ops figures_grid = {
    .columns = columns,
    .column_count = ARRAY_LENGTH(columns),
    .empty = "no figures",
    .collect = collect,
    .keys = keys,
};

static void select_row(struct view *view, size_t row)
{
    const struct observation *observation = observation_at(view->workspace, row);
    if (observation)
        view_move_to_row(view, observation->shown);
}

static void init(struct view *view)
{
    grid_init(view, &figures_grid);
}

const struct view_ops figures_view_ops = {
    .name = "figures",
    .title = "Figures",
    .help = "every number, one row an observation, with how many sources state it and whether "
            "they agree",
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
    .select = select_row,
    .request = grid_request,
    .release = grid_release,
};
