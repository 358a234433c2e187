/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "view/breakdown_page.h"

#include "base/memory.h"
#include "model/choice_changes.h"
#include "model/opening.h"
#include "model/sums.h"
#include "view/draw/money_cell.h"
#include "view/file_breakdown.h"
#include "view/page.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define HEADING_LINES 2

static const char by_product[] = "By product";
static const char by_partner[] = "By partner";

static void write_item(struct page *page, const struct workspace *workspace,
                       const struct breakdown *breakdown, const struct breakdown_item *item,
                       struct unit unit)
{
    struct buffer value = {0};
    buffer_append_text(&value, item->word);
    struct line *line = page_add(page, NO_ROW, value.data, 4);
    file_breakdown_write_name(line, workspace, item->word);
    page_end_name(page);
    money_cell_write(line, item->exports, unit);
    money_cell_write(line, item->imports, unit);
    money_cell_write(line, breakdown->flow == FLOW_BALANCE ? item->value : (double)NAN, unit);
    if (breakdown->whole != 0 && !isnan(breakdown->whole)) {
        buffer_truncate(&value, 0);
        decimal_format(&value, 100 * item->value / breakdown->whole, 1);
        line_add_right(line, ROLE_DERIVED, buffer_text(&value), 8);
        line_puts(line, ROLE_DIM, " %");
    }
    buffer_release(&value);
}

static void write_heading(struct page *page, const struct workspace *workspace, size_t file,
                          const struct breakdown *breakdown, struct unit unit)
{
    struct line *line = page_add(page, NO_ROW, NULL, 4);
    struct buffer name = {0};
    line_add(line, ROLE_TITLE, model_file_source(workspace->model, file));
    line_printf(line, ROLE_DIM, ": %s", breakdown->how);
    line = page_add(page, NO_ROW, NULL, 4);
    unit_format_name(&name, unit);
    line_add(line, ROLE_HEADER, buffer_text(&name));
    page_end_name(page);
    line_add_right(line, ROLE_HEADER, text_of("exports"), MONEY_CELL_CELLS);
    line_add_right(line, ROLE_HEADER, text_of("imports"), MONEY_CELL_CELLS);
    line_add_right(line, ROLE_HEADER, text_of("balance"), MONEY_CELL_CELLS);
    line_puts(line, ROLE_HEADER, "  of whole");
    buffer_release(&name);
}

/* Writes an amount into the column of the flow. */
static void write_amount(struct line *line, enum flow flow, double amount, struct unit unit)
{
    int before = flow == FLOW_EXPORT ? 0 : flow == FLOW_IMPORT ? 1 : 2;
    line_pad(line, line_cells(line) + before * MONEY_CELL_CELLS);
    money_cell_write(line, amount, unit);
}

/* Writes the remainder of the total, and what was left out of the items. */
static void write_rest(struct page *page, const struct breakdown *breakdown, struct unit unit)
{
    struct line *line = page_add(page, NO_ROW, NULL, 4);
    line_puts(line, ROLE_HEADER, "whole");
    page_end_name(page);
    write_amount(line, breakdown->flow, breakdown->whole, unit);
    if (fabs(breakdown->remainder) >= unit.scale / 100) {
        line = page_add(page, NO_ROW, NULL, 4);
        line_puts(line, ROLE_WARN, "in none of them");
        page_end_name(page);
        write_amount(line, breakdown->flow, breakdown->remainder, unit);
    }
    if (breakdown->omission_count) {
        struct buffer text = {0};
        buffer_puts(&text, "left out: ");
        omissions_write(&text, breakdown->omissions, breakdown->omission_count, unit);
        line_add(page_add(page, NO_ROW, NULL, 4), ROLE_DIM, buffer_text(&text));
        buffer_release(&text);
    }
}

/* Returns false if the file has nothing to break down. */
static bool write_file(struct page *page, struct workspace *workspace, size_t file,
                       const struct breakdown_scope *scope)
{
    struct arena arena = {0};
    struct breakdown breakdown;
    bool is_broken =
        file_breakdown_make(&arena, workspace, file, scope, FLOW_BALANCE, &breakdown) &&
        file_breakdown_has_parts(&breakdown, scope);
    if (is_broken) {
        double largest = breakdown.count ? breakdown.items[0].value : 0;
        struct unit unit =
            money_cell_unit(breakdown.unit, isnan(breakdown.whole) ? largest : breakdown.whole);
        write_heading(page, workspace, file, &breakdown, unit);
        for (size_t i = 0; i < breakdown.count; i++)
            write_item(page, workspace, &breakdown, &breakdown.items[i], unit);
        write_rest(page, &breakdown, unit);
    }
    arena_release(&arena);
    return is_broken;
}

static void open_scope(struct workspace *workspace, const struct breakdown_scope *scope,
                       const char *within, struct error *error);

/* Opens a page over the current one, to which Esc returns. */
static void go_into(struct workspace *workspace, size_t row, const char *value)
{
    (void)row;
    struct error error = {0};
    struct breakdown_scope scope = {
        BREAKDOWN_BY_PRODUCT, {"", 0}, workspace_shown_period(workspace)};
    if (hs_level(text_of(value)) != HS_NONE && strlen(value) > HS_CHAPTER) {
        scope.product = (struct text){value, strlen(value) - 2};
        open_scope(workspace, &scope, NULL, &error);
    } else if (hs_level(text_of(value)) != HS_NONE) {
        open_scope(workspace, &scope, NULL, &error);
    }
    error_release(&error);
    scope.product = text_of(value);
    open_scope(workspace, &scope, value, &error);
    if (error.text)
        model_set_message(workspace->model, MESSAGE_WARNING, "%s", error.text);
    error_release(&error);
}

static void go_to_partner(struct workspace *workspace, size_t row, const char *value)
{
    (void)row;
    char *reporter = xstrdup(workspace->model->sums.trade.reporter);
    model_choose_pair(workspace->model, reporter, value);
    free(reporter);
}

static void open_scope(struct workspace *workspace, const struct breakdown_scope *scope,
                       const char *within, struct error *error)
{
    bool is_by_product = scope->by == BREAKDOWN_BY_PRODUCT, is_broken = false;
    struct buffer title = {0};
    buffer_printf(&title, "%s, ", is_by_product ? by_product : by_partner);
    period_format(&title, scope->period);
    if (within)
        buffer_printf(&title, ", within %s", within);
    if (workspace->model->queue.loading)
        buffer_puts(&title, ", partial");
    model_renew_statistic(workspace->model);
    struct page *page = page_new(title.data, is_by_product ? go_into : go_to_partner);
    page_set_subject(
        page, (struct page_subject){is_by_product ? "products" : "partners", scope->period,
                                    scope->product.length
                                        ? xstrndup(scope->product.data, scope->product.length)
                                        : NULL});
    for (size_t i = 0; i < workspace->model->files.count; i++)
        if (workspace->model->files.items[i].sums.statistic)
            is_broken = write_file(page, workspace, i, scope) || is_broken;
    if (is_broken) {
        page_open(workspace, page, HEADING_LINES);
    } else {
        page_free(page);
        error_set(error, "no file that is open has %s of %s",
                  is_by_product ? "several products" : "several partners",
                  title.data + strlen(by_product) + 2);
    }
    buffer_release(&title);
}

bool breakdown_page_open(struct workspace *workspace, enum breakdown_by by, struct error *error)
{
    struct breakdown_scope scope = {by, {"", 0}, workspace_shown_period(workspace)};
    if (!model_has_statistics(workspace->model))
        return error_set(error, "only files of statistics have products and partners to add up; "
                                "`open FILE` opens one");
    open_scope(workspace, &scope, NULL, error);
    return !error->text;
}

static bool is_open(struct workspace *workspace, const char *title)
{
    const struct view *view = workspace_view(workspace, workspace->model->user);
    return page_is(view) && strncmp(page_title(view), title, strlen(title)) == 0;
}

bool breakdown_page_switch(struct workspace *workspace, struct error *error)
{
    bool was_by_product = is_open(workspace, by_product);
    bool was_by_partner = is_open(workspace, by_partner);
    while (workspace->overlay_count && (was_by_product || was_by_partner))
        workspace_close(workspace);
    if (was_by_partner)
        return true;
    if (!was_by_product && breakdown_page_open(workspace, BREAKDOWN_BY_PRODUCT, error))
        return true;
    error_release(error); /* a file without products may have partners */
    return breakdown_page_open(workspace, BREAKDOWN_BY_PARTNER, error);
}
