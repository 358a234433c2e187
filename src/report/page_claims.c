/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pages that list rows: figures, events, quotes, problems, checks, rows, sources. */
#include "config.h"

#include "base/array.h"
#include "report/page_content.h"
#include "view/claim_format.h"
#include "view/panes.h"

#include <stdlib.h>
#include <string.h>

#define MOST_ROWS_WRITTEN ((size_t)100000)

static const struct row_list *rows_of(struct workspace *workspace, enum pane pane)
{
    struct view *view = workspace_pane(workspace, pane, NULL);
    if (view->ops->finish)
        view->ops->finish(view, NULL);
    return view_rows(view, NULL);
}

static void add_id(struct report_table *table, const struct dataset *dataset, size_t row)
{
    struct buffer id = {0};
    dataset_id(dataset, row, &id);
    report_table_text(table, buffer_text(&id));
    buffer_release(&id);
}

static void add_field(struct report_table *table, const struct dataset *dataset, size_t row,
                      enum field field)
{
    report_table_text(table, dataset_text(dataset, row, field));
}

static void add_value(struct report_table *table, const struct dataset *dataset, size_t row)
{
    struct claim claim = dataset_claim(dataset, row);
    struct buffer shown = {0};
    claim_format_value(&shown, &claim);
    report_table_quantity(table, buffer_text(&shown), claim.value, claim.unit);
    buffer_release(&shown);
}

bool page_figures(struct report_table *table, struct workspace *workspace,
                  const struct page_wish *wish, struct error *error)
{
    (void)wish, (void)error;
    const struct row_list *rows = rows_of(workspace, PANE_FIGURES);
    const struct dataset *dataset = &workspace->model->dataset;
    page_text_columns(table, (const char *const[]){"period", "flow", "what", NULL});
    report_table_column(table, "value", CELLS_QUANTITY);
    report_table_column(table, "exactness", CELLS_TEXT);
    report_table_column(table, "sources", CELLS_NUMBER);
    page_text_columns(table,
                      (const char *const[]){"agree", "date", "id", "source", "file", "line", NULL});
    for (size_t i = 0; rows && i < rows->count; i++) {
        size_t row = row_list_at(rows, i);
        const struct observation *observation =
            analysis_observation(workspace->model->results.analysis, row);
        bool is_judged = observation && !workspace->model->queue.loading;
        add_field(table, dataset, row, FIELD_PERIOD);
        add_field(table, dataset, row, FIELD_FLOW);
        add_field(table, dataset, row, FIELD_TEXT);
        add_value(table, dataset, row);
        add_field(table, dataset, row, FIELD_QUALIFIER);
        report_table_number(table, observation ? (double)observation->source_count : 0, 0);
        report_table_text(table,
                          text_of(is_judged ? agreement_word(observation->agreement) : "partial"));
        add_field(table, dataset, row, FIELD_DATE);
        add_id(table, dataset, row);
        page_origin_cells(table, dataset, row);
    }
    return true;
}

bool page_events(struct report_table *table, struct workspace *workspace,
                 const struct page_wish *wish, struct error *error)
{
    (void)wish, (void)error;
    const struct row_list *rows = rows_of(workspace, PANE_EVENTS);
    const struct dataset *dataset = &workspace->model->dataset;
    page_text_columns(table, (const char *const[]){"date", "what", "speaker", "id", "source",
                                                   "file", "line", NULL});
    for (size_t i = 0; rows && i < rows->count; i++) {
        size_t row = row_list_at(rows, i);
        add_field(table, dataset, row, FIELD_DATE);
        add_field(table, dataset, row, FIELD_TEXT);
        add_field(table, dataset, row, FIELD_SPEAKER);
        add_id(table, dataset, row);
        page_origin_cells(table, dataset, row);
    }
    return true;
}

static const enum field evidence[] = {FIELD_QUOTE,     FIELD_SPEAKER,   FIELD_SOURCE, FIELD_TITLE,
                                      FIELD_PUBLISHER, FIELD_PUBLISHED, FIELD_URL,    FIELD_NOTE};

static void add_evidence(struct report_table *table, const struct dataset *dataset, size_t row)
{
    struct buffer line = {0};
    add_id(table, dataset, row);
    add_field(table, dataset, row, FIELD_TEXT);
    add_value(table, dataset, row);
    add_field(table, dataset, row, FIELD_QUALIFIER);
    for (size_t k = 0; k < ARRAY_LENGTH(evidence); k++)
        add_field(table, dataset, row, evidence[k]);
    report_table_text(table, text_of(dataset_row_path(dataset, row)));
    if (table_line(dataset->table, row))
        buffer_printf(&line, "%zu", table_line(dataset->table, row));
    report_table_text(table, buffer_text(&line));
    buffer_release(&line);
}

/* Adds the claim, then the others on the same thing. */
static void add_observation(struct report_table *table, struct model *model, size_t row)
{
    const struct observation *observation = analysis_observation(model->results.analysis, row);
    add_evidence(table, &model->dataset, row);
    for (size_t i = 0; observation && i < observation->claims.count; i++)
        if (observation->claims.rows[i] != row)
            add_evidence(table, &model->dataset, observation->claims.rows[i]);
}

bool page_source(struct report_table *table, struct workspace *workspace,
                 const struct page_wish *wish, struct error *error)
{
    (void)error;
    const struct row_set *rows = &workspace->model->rows.shown;
    table->is_of_records = true;
    report_table_column(table, "id", CELLS_TEXT);
    report_table_column(table, "what", CELLS_TEXT);
    report_table_column(table, "value", CELLS_QUANTITY);
    report_table_column(table, "exactness", CELLS_TEXT);
    for (size_t k = 0; k < ARRAY_LENGTH(evidence); k++)
        report_table_column(table, field_table[evidence[k]].name, CELLS_TEXT);
    page_text_columns(table, (const char *const[]){"file", "line", NULL});
    if (wish->has_row && wish->row == NO_ROW)
        return error_set(error, "nothing is selected");
    if (wish->has_row) {
        add_observation(table, workspace->model, wish->row);
        return true;
    }
    ROW_SET_EACH (rows, row) {
        add_evidence(table, &workspace->model->dataset, row);
    }
    return true;
}

static void add_count(struct report_table *table, size_t count)
{
    struct buffer text = {0};
    if (count)
        buffer_printf(&text, "%zu", count);
    report_table_text(table, buffer_text(&text));
    buffer_release(&text);
}

bool page_problems(struct report_table *table, struct workspace *workspace,
                   const struct page_wish *wish, struct error *error)
{
    (void)wish, (void)error;
    const struct problem_list *problems = &workspace->model->dataset.problems;
    page_text_columns(table,
                      (const char *const[]){"file", "line", "column", "reason", "others", NULL});
    for (size_t i = 0; i < problems->count; i++) {
        const struct problem *problem = &problems->items[i];
        report_table_text(table, text_of(problem->file));
        add_count(table, problem->line);
        add_count(table, problem->field);
        report_table_text(table, text_of(problem->reason));
        add_count(table, problem->others);
    }
    return true;
}

bool page_checks(struct report_table *table, struct workspace *workspace,
                 const struct page_wish *wish, struct error *error)
{
    (void)wish;
    if (workspace->model->queue.loading)
        return error_set(error, "nothing is checked before all rows are read");
    const struct audit *audit = analysis_audit(workspace->model->results.analysis);
    const struct dataset *dataset = &workspace->model->dataset;
    page_text_columns(
        table, (const char *const[]){"outcome", "check", "id", "source", "file", "line", NULL});
    for (size_t i = 0; i < audit->count; i++) {
        const struct check *check = &audit->checks[i];
        report_table_text(table, text_of(audit_outcome_word(check->outcome)));
        report_table_text(table, text_of(check->text));
        add_id(table, dataset, check->rows[0]);
        page_origin_cells(table, dataset, check->rows[0]);
    }
    return true;
}

/* Numbers are aligned on the right, and written as in the file. */
bool page_rows(struct report_table *table, struct workspace *workspace,
               const struct page_wish *wish, struct error *error)
{
    (void)wish;
    const struct row_list *rows = rows_of(workspace, PANE_ROWS);
    const struct dataset *dataset = model_current_file(workspace->model);
    if (rows && rows->count > MOST_ROWS_WRITTEN)
        return error_set(error,
                         "a page has at most 100,000 rows, and there are %zu; filter them, or "
                         "write them as csv or json",
                         rows->count);
    struct buffer cell = {0};
    for (size_t k = 0; k < dataset->file_columns; k++)
        report_table_column(table, table_column_name(dataset->table, k), CELLS_TEXT)->is_right =
            table_column_type(dataset->table, k) == COLUMN_NUMBER;
    for (size_t i = 0; rows && i < rows->count; i++) {
        for (size_t k = 0; k < dataset->file_columns; k++) {
            buffer_truncate(&cell, 0);
            table_write(dataset->table, row_list_at(rows, i), k, &cell);
            report_table_text(table, buffer_text(&cell));
        }
    }
    buffer_release(&cell);
    return true;
}

/* Returns the number of claims of each source that are shown, by its code. The caller frees it. */
static size_t *count_by_source(const struct dataset *dataset, const struct row_set *rows)
{
    size_t column = dataset->column[FIELD_SOURCE];
    size_t *counts = xcalloc(table_distinct_count(dataset->table, column) + 1, sizeof *counts);
    ROW_SET_EACH (rows, row) {
        counts[table_code(dataset->table, row, column)]++;
    }
    return counts;
}

/* The first claim of each source stands for it. */
bool page_sources(struct report_table *table, struct workspace *workspace,
                  const struct page_wish *wish, struct error *error)
{
    (void)wish, (void)error;
    static const enum field fields[] = {FIELD_SOURCE, FIELD_TITLE, FIELD_PUBLISHER, FIELD_PUBLISHED,
                                        FIELD_URL};
    const struct row_set *rows = &workspace->model->rows.shown;
    const struct dataset *dataset = &workspace->model->dataset;
    size_t *counts = count_by_source(dataset, rows);
    for (size_t k = 0; k < ARRAY_LENGTH(fields); k++)
        report_table_column(table, field_table[fields[k]].name, CELLS_TEXT);
    report_table_column(table, "claims", CELLS_NUMBER);
    report_table_column(table, "file", CELLS_TEXT);
    ROW_SET_EACH (rows, row) {
        size_t *count = &counts[table_code(dataset->table, row, dataset->column[FIELD_SOURCE])];
        if (!*count)
            continue;
        for (size_t k = 0; k < ARRAY_LENGTH(fields); k++)
            add_field(table, dataset, row, fields[k]);
        report_table_number(table, (double)*count, 0);
        report_table_text(table, text_of(file_display_name(dataset_row_path(dataset, row))));
        *count = 0;
    }
    free(counts);
    return true;
}
