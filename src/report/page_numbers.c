/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pages of computed numbers: balance, path, trend, scenario, explanation. */
#include "config.h"

#include "base/array.h"
#include "report/page_content.h"
#include "view/balance_bars.h"
#include "view/claim_format.h"
#include "view/number_list.h"
#include "view/panes.h"
#include "view/path_chart.h"
#include "view/verdict_lines.h"

#include <stdlib.h>

#define UNWRAPPED 100000
#define CHART_WIDTH 78
#define CHART_HEIGHT 16

static struct unit percent(void)
{
    return (struct unit){.dimension = DIMENSION_PERCENT, .scale = 1};
}

static void add_number_column(struct report_table *table, const char *name, struct unit unit)
{
    report_table_column(table, name, CELLS_NUMBER)->unit = unit;
}

/* "imports FY2023-24: nearly $61.44bn, stated by 003": a column of numbers has no room for it. */
static void note_exactness(struct report_table *table, const struct workspace *workspace,
                           const char *what, const struct derivation *derivation)
{
    if (!derivation || derivation->qualifier <= QUALIFIER_EXACT)
        return;
    struct buffer line = {0};
    buffer_printf(&line, "%s ", what);
    period_format(&line, derivation->period);
    buffer_printf(&line, ": %s ", qualifier_vocabulary.words[derivation->qualifier]);
    derivation_format(&line, derivation);
    buffer_puts(&line, ", ");
    derivation_format_origin(&line, &workspace->model->dataset, derivation);
    page_lines_add(table, &table->notes, buffer_text(&line));
    buffer_release(&line);
}

/* Periods that are missing between others are no zeros. */
static void note_gaps(struct report_table *table, const struct balance *balance)
{
    struct bar_rows rows = {0};
    bar_rows_find(&rows, balance);
    for (size_t i = 0; i < rows.count; i++) {
        struct buffer line = {0};
        if (!rows.items[i].is_gap)
            continue;
        period_format(&line, rows.items[i].first);
        if (!period_is_equal(rows.items[i].first, rows.items[i].last)) {
            buffer_puts(&line, " to ");
            period_format(&line, rows.items[i].last);
        }
        buffer_puts(&line, ": no exports or imports stated");
        if (balance->foreign_count)
            buffer_printf(&line, " in %s", balance->currency);
        page_lines_add(table, &table->notes, buffer_text(&line));
        buffer_release(&line);
    }
    bar_rows_release(&rows);
}

static const char *check_word(const struct workspace *workspace, const struct balance_entry *entry)
{
    if (!entry->turnover || !entry->stated_total)
        return "";
    return workspace->model->queue.loading ? "partial" : agreement_word(entry->sum_check);
}

static void add_entry(struct report_table *table, const struct workspace *workspace,
                      const struct balance_entry *entry)
{
    page_period_cell(table, entry->period);
    report_table_derived(table, entry->exports);
    report_table_derived(table, entry->imports);
    report_table_derived(table, entry->balance);
    report_table_derived(table, entry->turnover);
    report_table_derived(table, entry->stated_total);
    report_table_text(table, text_of(check_word(workspace, entry)));
    report_table_derived(table, entry->coverage);
    report_table_derived(table, entry->index);
    report_table_derived(table, entry->import_share);
    report_table_text(table, entry->source);
    note_exactness(table, workspace, "exports", entry->exports);
    note_exactness(table, workspace, "imports", entry->imports);
    note_exactness(table, workspace, "total", entry->stated_total);
}

bool page_balance(struct report_table *table, struct workspace *workspace,
                  const struct page_wish *wish, struct error *error)
{
    (void)wish, (void)error;
    static const char *const money[] = {"exports", "imports", "balance", "turnover",
                                        "stated total"};
    const struct balance *balance = analysis_balance(workspace->model->results.analysis);
    struct unit unit = balance_unit(balance);
    report_table_column(table, "period", CELLS_TEXT);
    for (size_t i = 0; i < ARRAY_LENGTH(money); i++)
        add_number_column(table, money[i], unit);
    report_table_column(table, "sum agrees", CELLS_TEXT);
    add_number_column(table, "coverage ratio", percent());
    report_table_column(table, "imbalance index", CELLS_NUMBER);
    add_number_column(table, "import share", percent());
    report_table_column(table, "source", CELLS_TEXT);
    for (size_t i = 0; i < balance->count; i++)
        add_entry(table, workspace, &balance->entries[i]);
    note_gaps(table, balance);
    return true;
}

/* --- path --- */

static void draw_chart(struct report_table *table, const struct workspace *workspace)
{
    struct canvas canvas;
    if (!analysis_path(workspace->model->results.analysis)->count)
        return;
    canvas_init(&canvas, CHART_WIDTH, CHART_HEIGHT, workspace->look.ascii);
    canvas.is_printed = true;
    path_chart_draw(workspace, &canvas, CHART_HEIGHT);
    for (int row = 0; row < canvas.height; row++)
        line_write(canvas_line(&canvas, row), canvas.ascii, &table->chart);
    canvas_release(&canvas);
}

static void note_verdict(struct report_table *table, const struct workspace *workspace)
{
    struct wrapping verdict = {0};
    if (workspace->model->queue.loading) {
        page_lines_add(table, &table->notes, text_of("no verdict before all rows are read"));
        return;
    }
    verdict_lines_add(&verdict, analysis_verdict(workspace->model->results.analysis), UNWRAPPED);
    for (size_t i = 0; i < verdict.count; i++)
        page_lines_add(table, &table->notes, buffer_text(&verdict.rows[i].line.text));
    wrapping_release(&verdict);
}

static void add_listed(struct report_table *table, const struct workspace *workspace,
                       const struct number *number)
{
    const struct derivation *derivation = number->derivation;
    report_table_text(table, text_of(number->label));
    report_table_quantity(table, text_of(number->value), derivation->value, derivation->unit);
    table->cells[table->cell_count - 1].derivation = derivation;
    page_period_cell(table, derivation->period);
    report_table_text(table, text_of(number->remark));
    page_origin_cells(table, &workspace->model->dataset, derivation->row);
}

bool page_path(struct report_table *table, struct workspace *workspace,
               const struct page_wish *wish, struct error *error)
{
    (void)wish, (void)error;
    const struct number_list *numbers = path_numbers(workspace_pane(workspace, PANE_PATH, NULL));
    report_table_column(table, "what", CELLS_TEXT);
    report_table_column(table, "value", CELLS_QUANTITY);
    page_text_columns(table,
                      (const char *const[]){"period", "how", "source", "file", "line", NULL});
    for (size_t i = 0; i < numbers->count; i++)
        add_listed(table, workspace, &numbers->items[i]);
    draw_chart(table, workspace);
    note_verdict(table, workspace);
    return true;
}

/* --- trend --- */

/* Returns the entry of the period just before, of the same kind; NULL if none states it. */
static const struct balance_entry *entry_before(const struct balance *balance, size_t at)
{
    struct period previous = period_previous(balance->entries[at].period);
    for (size_t i = 0; i < at; i++)
        if (period_is_equal(balance->entries[i].period, previous) &&
            text_is_equal(balance->entries[i].source, balance->entries[at].source))
            return &balance->entries[i];
    return NULL;
}

static const struct derivation *change(struct arena *arena, enum method method,
                                       const struct derivation *now,
                                       const struct derivation *before)
{
    const struct derivation *const inputs[] = {now, before, NULL};
    return now && before ? derive(arena, method, now->period, inputs) : NULL;
}

bool page_trend(struct report_table *table, struct workspace *workspace,
                const struct page_wish *wish, struct error *error)
{
    (void)wish, (void)error;
    struct arena *arena = analysis_arena(workspace->model->results.analysis);
    const struct balance *balance = analysis_balance(workspace->model->results.analysis);
    const struct balance_entry none = {0};
    struct unit unit = balance_unit(balance);
    report_table_column(table, "period", CELLS_TEXT);
    add_number_column(table, "exports", unit);
    add_number_column(table, "growth of exports", percent());
    add_number_column(table, "imports", unit);
    add_number_column(table, "growth of imports", percent());
    add_number_column(table, "balance", unit);
    add_number_column(table, "change of balance", unit);
    report_table_column(table, "source", CELLS_TEXT);
    for (size_t i = 0; i < balance->count; i++) {
        const struct balance_entry *now = &balance->entries[i];
        const struct balance_entry *before = entry_before(balance, i);
        before = before ? before : &none;
        page_period_cell(table, now->period);
        report_table_derived(table, now->exports);
        report_table_derived(table, change(arena, METHOD_GROWTH, now->exports, before->exports));
        report_table_derived(table, now->imports);
        report_table_derived(table, change(arena, METHOD_GROWTH, now->imports, before->imports));
        report_table_derived(table, now->balance);
        report_table_derived(table, change(arena, METHOD_CHANGE, now->balance, before->balance));
        report_table_text(table, now->source);
    }
    page_lines_add(table, &table->notes,
                   text_of("growth over the period before; none where that is not stated"));
    note_gaps(table, balance);
    return true;
}

/* --- scenario --- */

bool page_scenarios(struct report_table *table, struct workspace *workspace,
                    const struct page_wish *wish, struct error *error)
{
    (void)wish;
    const struct scenario_outlook *outlook = &workspace->model->results.outlook;
    if (!outlook->count)
        return error_set_misuse(error, workspace->model->choices.scenario
                                           ? "no year has both exports and imports to begin from"
                                           : "there is no scenario; set one with "
                                             "--scenario=exports=+20%%,imports=flat");
    struct unit unit = outlook->points[0].total ? outlook->points[0].total->unit : percent();
    report_table_column(table, "period", CELLS_TEXT);
    add_number_column(table, "exports", unit);
    add_number_column(table, "imports", unit);
    add_number_column(table, "turnover", unit);
    add_number_column(table, "balance", unit);
    add_number_column(table, "coverage ratio", percent());
    for (size_t i = 0; i < outlook->count; i++) {
        page_period_cell(table, outlook->points[i].period);
        report_table_derived(table, outlook->points[i].exports);
        report_table_derived(table, outlook->points[i].imports);
        report_table_derived(table, outlook->points[i].total);
        report_table_derived(table, outlook->points[i].balance);
        report_table_derived(table, outlook->points[i].coverage);
    }
    page_lines_add(table, &table->notes,
                   text_of("supposed: each flow grows by its rate a year from the first period"));
    return true;
}

/* --- explanation --- */

static void add_tree(struct report_table *table, const struct workspace *workspace,
                     const struct derivation *derivation, size_t depth)
{
    struct buffer text = {0};
    buffer_printf(&text, "%zu", depth);
    report_table_text(table, buffer_text(&text));
    report_table_text(table, text_of(derivation->name));
    report_table_derived(table, derivation);
    report_table_quantity(table, (struct text){0}, derivation->range.low, derivation->unit);
    report_table_quantity(table, (struct text){0}, derivation->range.high, derivation->unit);
    buffer_truncate(&text, 0);
    derivation_format_origin(&text, &workspace->model->dataset, derivation);
    report_table_text(table, buffer_text(&text));
    page_origin_cells(table, &workspace->model->dataset, derivation->row);
    report_table_text(table,
                      derivation->row == NO_ROW
                          ? (struct text){0}
                          : dataset_text(&workspace->model->dataset, derivation->row, FIELD_QUOTE));
    buffer_release(&text);
    for (size_t i = 0; i < ARRAY_LENGTH(derivation->inputs) && derivation->inputs[i]; i++)
        add_tree(table, workspace, derivation->inputs[i], depth + 1);
}

/* The bounds as a reader sees them, with a digit more than the number. */
static void show_bounds(struct report_table *table)
{
    for (size_t row = 0; row < report_table_rows(table); row++) {
        struct report_cell *cells = &table->cells[row * table->column_count];
        const struct derivation *derivation = cells[2].derivation;
        for (size_t k = 3; k < 5 && derivation->range.low < derivation->range.high; k++) {
            struct buffer text = {0};
            if (cells[k].number - cells[k].number == 0)
                unit_format(&text, derivation->unit, cells[k].number / derivation->unit.scale,
                            derivation->places + 1);
            else
                buffer_puts(&text, "open");
            cells[k].text =
                (struct text){arena_copy(&table->arena, text.data, text.length), text.length};
            buffer_release(&text);
        }
    }
}

bool page_explanation(struct report_table *table, struct workspace *workspace,
                      const struct page_wish *wish, struct error *error)
{
    (void)error;
    page_text_columns(table, (const char *const[]){"depth", "what", NULL});
    report_table_column(table, "value", CELLS_QUANTITY);
    report_table_column(table, "at least", CELLS_QUANTITY);
    report_table_column(table, "at most", CELLS_QUANTITY);
    page_text_columns(table, (const char *const[]){"how", "source", "file", "line", "quote", NULL});
    for (size_t i = 0; i < wish->explained_count; i++) {
        const char *source = method_table[wish->explained[i]->method].source;
        add_tree(table, workspace, wish->explained[i], 0);
        if (source)
            page_lines_add(table, &table->notes, text_of(source));
    }
    show_bounds(table);
    return true;
}
