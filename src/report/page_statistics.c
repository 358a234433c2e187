/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pages that need files of statistics: partners, products, mirror. */
#include "config.h"

#include "analysis/statistics/breakdown.h"
#include "analysis/statistics/mirror.h"
#include "model/opening.h"
#include "model/sums.h"
#include "report/page_content.h"
#include "view/draw/money_cell.h"
#include "view/mirror_page.h"

#include <math.h>
#include <string.h>

/* Returns a sum of the period, or of the year that contains it; NULL if the file has none. */
static const struct sum *sum_of_period(const struct series *series, struct period period)
{
    const struct sum *found = NULL;
    for (size_t i = 0; i < series->count && !found; i++)
        if (period_is_equal(series->sums[i].period, period) ||
            period_is_equal(series->sums[i].whole, period))
            found = &series->sums[i];
    return found;
}

static const char product_word[] = "product", partner_word[] = "partner";

static void add_breakdown_columns(struct report_table *table, const char *by, struct unit unit)
{
    report_table_column(table, by, CELLS_TEXT);
    if (by == product_word)
        report_table_column(table, "name", CELLS_TEXT);
    report_table_column(table, "exports", CELLS_NUMBER)->unit = unit;
    report_table_column(table, "imports", CELLS_NUMBER)->unit = unit;
    report_table_column(table, "balance", CELLS_NUMBER)->unit = unit;
    report_table_column(table, "share of whole", CELLS_NUMBER)->unit =
        (struct unit){.dimension = DIMENSION_PERCENT, .scale = 1};
    report_table_column(table, "file", CELLS_TEXT);
}

/* The unit of exports, imports and balance, which is one. */
static struct unit money_unit(const struct report_table *table)
{
    size_t k = 0;
    while (table->columns[k].kind != CELLS_NUMBER)
        k++;
    return table->columns[k].unit;
}

/* The decimals of money_cell_write(), which the screen uses. */
static void add_money(struct report_table *table, double value, struct unit unit)
{
    struct line line = {0};
    if (isnan(value)) {
        report_table_empty(table);
        return;
    }
    money_cell_write(&line, value, unit);
    report_table_quantity(table, text_trim(buffer_text(&line.text)), value, unit);
    line_release(&line);
}

static void add_item(struct report_table *table, struct workspace *workspace, size_t file,
                     const struct breakdown *breakdown, const struct breakdown_item *item)
{
    enum hs_level level = HS_NONE;
    struct unit unit = money_unit(table);
    report_table_text(table, item->word);
    if (strcmp(table->columns[0].name, product_word) == 0) {
        const char *name = model_product_name(workspace->model, item->word, &level);
        report_table_text(table, text_of(name && hs_level(item->word) == level ? name : ""));
    }
    add_money(table, item->exports, unit);
    add_money(table, item->imports, unit);
    add_money(table, breakdown->flow == FLOW_BALANCE ? item->value : (double)NAN, unit);
    report_table_origin(table, model_file_dataset(workspace->model, file), item->rows,
                        item->row_count);
    report_table_number(
        table, breakdown->whole != 0 ? 100 * item->value / breakdown->whole : (double)NAN, 1);
    report_table_text(table, text_of(file_display_name(model_file_path(workspace->model, file))));
}

static void note_line(struct report_table *table, const char *file, const char *what,
                      const char *text)
{
    struct buffer line = {0};
    buffer_printf(&line, "%s: %s%s", file, what, text);
    page_lines_add(table, &table->notes, buffer_text(&line));
    buffer_release(&line);
}

/* The whole, what is in none of the items, and the rows that were left out. */
static void note_breakdown(struct report_table *table, const char *file,
                           const struct breakdown *breakdown)
{
    struct buffer text = {0};
    note_line(table, file, "", breakdown->how);
    if (breakdown->is_partial)
        note_line(table, file, "partial: ", "the period is not whole");
    if (!isnan(breakdown->whole)) {
        unit_format(&text, breakdown->unit, breakdown->whole / breakdown->unit.scale,
                    breakdown->places);
        note_line(table, file,
                  breakdown->flow == FLOW_EXPORT   ? "exports of the whole: "
                  : breakdown->flow == FLOW_IMPORT ? "imports of the whole: "
                                                   : "balance of the whole: ",
                  text.data);
    }
    if (fabs(breakdown->remainder) >= money_unit(table).scale / 100) {
        buffer_truncate(&text, 0);
        unit_format(&text, breakdown->unit, breakdown->remainder / breakdown->unit.scale,
                    breakdown->places);
        note_line(table, file, "in none of them: ", text.data);
    }
    if (breakdown->omission_count) {
        buffer_truncate(&text, 0);
        omissions_write(&text, breakdown->omissions, breakdown->omission_count, breakdown->unit);
        note_line(table, file, "left out: ", text.data);
    }
    buffer_release(&text);
}

/* Returns false if the file has nothing to break down. */
static bool make_breakdown(struct breakdown *breakdown, struct arena *arena, struct model *model,
                           size_t file, const struct breakdown_request *wish)
{
    const struct file_sums *sums = &model->files.items[file].sums;
    const struct sum *sum = sums->statistic ? sum_of_period(&sums->series, wish->period) : NULL;
    if (!sum)
        return false;
    struct breakdown_request request = *wish;
    request.trade = sums->series.trade;
    request.period = sum->whole;
    if (wish->trade.product.length)
        request.trade.product = wish->trade.product;
    *breakdown =
        breakdown_make(arena, sums->statistic, &model->files.items[file].shown_rows.rows, &request);
    return breakdown->count > 1 || (wish->trade.product.length && breakdown->count);
}

/* All files have one unit, that of the first. */
static void add_breakdown(struct report_table *table, struct workspace *workspace, size_t file,
                          const char *by, const struct breakdown *breakdown)
{
    double largest = breakdown->count ? breakdown->items[0].value : 0;
    if (!table->column_count)
        add_breakdown_columns(
            table, by,
            money_cell_unit(breakdown->unit, isnan(breakdown->whole) ? largest : breakdown->whole));
    for (size_t i = 0; i < breakdown->count; i++)
        add_item(table, workspace, file, breakdown, &breakdown->items[i]);
    note_breakdown(table, file_display_name(model_file_path(workspace->model, file)), breakdown);
}

/* Where no sum is made, the reason for that comes first. */
static bool refuse_breakdown(const struct model *model, const char *word, const char *period,
                             struct error *error)
{
    for (size_t i = 0; i < model->files.count; i++) {
        const struct file_sums *sums = &model->files.items[i].sums;
        const char *reason = sums->series.refusal ? sums->series.refusal : sums->reason;
        if (sums->statistic && reason)
            return error_set(error, "%s: %s", file_display_name(model_file_path(model, i)), reason);
    }
    return error_set_misuse(error, "no file that is open has several %ss of %s", word,
                            period ? period : "a period");
}

static bool fill_breakdown(struct report_table *table, struct workspace *workspace,
                           const struct page_wish *wish, enum breakdown_by by, struct error *error)
{
    struct period period = wish->period.kind ? wish->period : workspace_shown_period(workspace);
    const char *word = by == BREAKDOWN_BY_PRODUCT ? product_word : partner_word;
    struct buffer name = {0};
    period_format(&name, period);
    if (!model_has_statistics(workspace->model)) {
        buffer_release(&name);
        return error_set_misuse(error, "only files of statistics have products and partners to "
                                       "add up; name one");
    }
    model_renew_statistic(workspace->model);
    for (size_t i = 0; i < workspace->model->files.count; i++) {
        struct breakdown breakdown;
        struct breakdown_request request = {
            .trade.product = wish->product, .by = by, .flow = FLOW_BALANCE, .period = period};
        if (!make_breakdown(&breakdown, &table->arena, workspace->model, i, &request))
            continue;
        if (table->column_count && !unit_is_comparable(breakdown.unit, money_unit(table))) {
            buffer_release(&name);
            return error_set_misuse(error, "files in different currencies make no table; name one "
                                           "of them");
        }
        add_breakdown(table, workspace, i, word, &breakdown);
    }
    bool is_found =
        table->column_count > 0 || refuse_breakdown(workspace->model, word, name.data, error);
    struct buffer line = {0};
    buffer_printf(&line, "period: %s", name.data ? name.data : "");
    page_lines_add(table, &table->about, buffer_text(&line));
    buffer_release(&line);
    buffer_release(&name);
    return is_found;
}

bool page_partners(struct report_table *table, struct workspace *workspace,
                   const struct page_wish *wish, struct error *error)
{
    return fill_breakdown(table, workspace, wish, BREAKDOWN_BY_PARTNER, error);
}

bool page_products(struct report_table *table, struct workspace *workspace,
                   const struct page_wish *wish, struct error *error)
{
    return fill_breakdown(table, workspace, wish, BREAKDOWN_BY_PRODUCT, error);
}

/* --- mirror --- */

static void add_reported(struct report_table *table, const struct model *model, size_t file,
                         const struct sum *sum)
{
    struct buffer shown = {0};
    if (!sum || isnan(sum->value)) {
        report_table_empty(table);
        return;
    }
    unit_format(&shown, sum->unit, sum->value / sum->unit.scale, sum->places);
    report_table_quantity(table, buffer_text(&shown), sum->value, sum->unit);
    report_table_origin(table, model_file_dataset(model, file), sum->rows, sum->row_count);
    buffer_release(&shown);
}

/* Gives a column of money one unit, at most millions as on the screen, if its currency is one. */
static void unite(struct report_table *table, size_t column)
{
    double largest = 0;
    struct unit unit = {0};
    size_t rows = report_table_rows(table);
    for (size_t i = 0; i < rows; i++) {
        const struct report_cell *cell = &report_table_row(table, i)[column];
        if (isnan(cell->number))
            continue;
        if (unit.dimension && !unit_is_comparable(unit, cell->unit))
            return;
        unit = cell->unit;
        largest = fmax(largest, fabs(cell->number));
    }
    if (!unit.dimension)
        return;
    unit = money_cell_unit(unit, largest);
    table->columns[column].kind = CELLS_NUMBER;
    table->columns[column].unit = unit;
    for (size_t i = 0; i < rows; i++) {
        struct report_cell *cell = &table->cells[i * table->column_count + column];
        struct line line = {0};
        if (isnan(cell->number))
            continue;
        money_cell_write(&line, cell->number, unit);
        struct text shown = text_trim(buffer_text(&line.text));
        cell->text =
            (struct text){arena_copy(&table->arena, shown.data, shown.length), shown.length};
        line_release(&line);
    }
}

static void add_mirror(struct report_table *table, const struct model *model, size_t own,
                       size_t other, const struct mirror *mirror)
{
    for (size_t i = mirror->count; i-- > 0;) {
        const struct mirror_entry *entry = &mirror->entries[i];
        page_period_cell(table, entry->period);
        report_table_text(table, text_of(flow_vocabulary.words[entry->flow]));
        add_reported(table, model, own, entry->own);
        add_reported(table, model, other, entry->other);
        report_table_number(table, entry->reason ? (double)NAN : entry->ratio, 3);
        report_table_text(table, text_of(entry->reason ? entry->reason : ""));
        report_table_text(table, text_of(file_display_name(model_file_path(model, own))));
        report_table_text(table, text_of(file_display_name(model_file_path(model, other))));
    }
}

static void add_pair_of_files(struct report_table *table, struct workspace *workspace, size_t own,
                              size_t other)
{
    const struct model *model = workspace->model;
    const struct series *reported = &model->files.items[own].sums.series;
    if (!model->files.items[own].sums.statistic || !model->files.items[other].sums.statistic ||
        !reported->count)
        return;
    struct series series =
        mirror_other_side(&table->arena, workspace, other, reported->trade.product);
    if (!series.count) {
        if (own == other)
            note_line(table, file_display_name(model_file_path(model, other)),
                      "no mirror: it has no reports of ", model->sums.trade.partner);
        return;
    }
    struct mirror mirror = mirror_make(&table->arena, reported, &series);
    add_mirror(table, model, own, other, &mirror);
}

bool page_mirror(struct report_table *table, struct workspace *workspace,
                 const struct page_wish *wish, struct error *error)
{
    (void)wish;
    struct model *model = workspace->model;
    if (!model_has_statistics(model) || !model->sums.trade.reporter)
        return error_set_misuse(error, "only files of statistics have the other side's reports; "
                                       "name one");
    model_renew_statistic(model);
    page_text_columns(table, (const char *const[]){"period", "flow", NULL});
    report_table_column(table, model->sums.trade.reporter, CELLS_QUANTITY);
    report_table_column(table, model->sums.trade.partner, CELLS_QUANTITY);
    report_table_column(table, "imports / exports", CELLS_NUMBER);
    page_text_columns(table,
                      (const char *const[]){"no ratio", "file", "file of the partner", NULL});
    for (size_t own = 0; own < model->files.count; own++)
        for (size_t other = 0; other < model->files.count; other++)
            add_pair_of_files(table, workspace, own, other);
    unite(table, 2);
    unite(table, 3);
    page_lines_add(table, &table->notes,
                   text_of("the ratio is the importer's value divided by the exporter's"));
    return true;
}
