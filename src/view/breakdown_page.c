/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "view/breakdown_page.h"

#include "analysis/mirror.h"
#include "base/memory.h"
#include "view/page.h"
#include "view/workspace_files.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define NAME_CELLS 28
#define VALUE_CELLS 13
#define LARGE_VALUE 1e7 /* from here on millions are easier to read than units */
#define MILLION 1e6
#define HEADING_LINES 2

static const char by_product[] = "By product";
static const char by_partner[] = "By partner";

/* What a page is of; it is made anew at each step into a product. */
struct scope {
    enum breakdown_by by;
    struct text product; /* empty for all goods */
    struct period period;
};

/* The one at the cursor of Balance, else the latest that has both flows. */
static struct period period_at_cursor(struct workspace *workspace)
{
    const struct view *balance = workspace_pane(workspace, PANE_BALANCE);
    size_t row = balance->ops->item(balance).row;
    if (row != NO_ROW)
        return dataset_claim(&workspace->dataset, row).period;
    const struct balance_entry *latest = balance_latest(analysis_balance(workspace->analysis));
    return latest ? latest->period : (struct period){0};
}

static const struct sum *find_sum(const struct series *series, struct period period)
{
    for (size_t i = 0; i < series->count; i++)
        if (period_is_equal(series->sums[i].period, period) ||
            period_is_equal(series->sums[i].whole, period))
            return &series->sums[i];
    return NULL;
}

static void write_value(struct line *line, double value, struct unit unit)
{
    struct buffer text = {0};
    if (isnan(value))
        buffer_puts(&text, "-");
    else
        decimal_format(&text, value / unit.scale, 2);
    line_add_right(line, ROLE_PLAIN, buffer_text(&text), VALUE_CELLS);
    buffer_release(&text);
}

static struct unit readable(struct unit unit, double value)
{
    if (unit.scale < MILLION && fabs(value) >= LARGE_VALUE)
        unit.scale = MILLION;
    return unit;
}

static void write_name(struct line *line, const struct workspace *workspace, struct text word)
{
    enum hs_level level = HS_NONE;
    const char *name = workspace->products ? hs_find(workspace->products, word, &level) : NULL;
    line_add(line, ROLE_STRONG, word);
    if (name && hs_level(word) == level)
        line_printf(line, ROLE_PLAIN, " %s", name);
    line_cut(line, NAME_CELLS, "");
    line_pad(line, NAME_CELLS);
}

static void write_item(struct page *page, const struct workspace *workspace,
                       const struct breakdown *breakdown, const struct breakdown_item *item,
                       struct unit unit)
{
    struct buffer value = {0};
    buffer_append_text(&value, item->word);
    struct line *line = page_add(page, NO_ROW, value.data, 4);
    write_name(line, workspace, item->word);
    write_value(line, item->exports, unit);
    write_value(line, item->imports, unit);
    write_value(line, item->value, unit);
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
    line_add(line, ROLE_TITLE, workspace_file_source(workspace, file));
    line_printf(line, ROLE_DIM, ": %s", breakdown->how);
    line = page_add(page, NO_ROW, NULL, 4);
    unit_format_name(&name, unit);
    line_add(line, ROLE_HEADER, buffer_text(&name));
    line_pad(line, NAME_CELLS);
    line_add_right(line, ROLE_HEADER, text_of("exports"), VALUE_CELLS);
    line_add_right(line, ROLE_HEADER, text_of("imports"), VALUE_CELLS);
    line_add_right(line, ROLE_HEADER, text_of("balance"), VALUE_CELLS);
    line_puts(line, ROLE_HEADER, "  of whole");
    buffer_release(&name);
}

/* What the items leave of the whole, and what was not added to them. */
static void write_rest(struct page *page, const struct breakdown *breakdown, struct unit unit)
{
    struct line *line = page_add(page, NO_ROW, NULL, 4);
    line_puts(line, ROLE_HEADER, "whole");
    line_pad(line, NAME_CELLS + 2 * VALUE_CELLS);
    write_value(line, breakdown->whole, unit);
    if (fabs(breakdown->remainder) >= unit.scale / 100) {
        line = page_add(page, NO_ROW, NULL, 4);
        line_puts(line, ROLE_WARN, "in none of them");
        line_pad(line, NAME_CELLS + 2 * VALUE_CELLS);
        write_value(line, breakdown->remainder, unit);
    }
    if (breakdown->omission_count) {
        struct buffer text = {0};
        buffer_puts(&text, "left out: ");
        omissions_write(&text, breakdown->omissions, breakdown->omission_count, breakdown->unit);
        line_add(page_add(page, NO_ROW, NULL, 4), ROLE_DIM, buffer_text(&text));
        buffer_release(&text);
    }
}

/* False where the file has nothing to break down. */
static bool write_file(struct page *page, struct workspace *workspace, size_t file,
                       const struct scope *scope)
{
    const struct file_sums *sums = &workspace->files[file].sums;
    const struct row_set *rows = &workspace->files[file].shown_rows.rows;
    const struct sum *sum = find_sum(&sums->series, scope->period);
    if (!sum)
        return false;
    struct arena arena = {0};
    struct breakdown_request request = {
        .trade = sums->series.trade, .by = scope->by, .flow = FLOW_BALANCE, .period = sum->whole};
    if (scope->product.length)
        request.trade.product = scope->product;
    struct breakdown breakdown = breakdown_make(&arena, sums->statistic, rows, &request);
    double largest = breakdown.count ? breakdown.items[0].value : 0;
    struct unit unit = readable(breakdown.unit, isnan(breakdown.whole) ? largest : breakdown.whole);
    bool is_broken = breakdown.count > 1 || (scope->product.length && breakdown.count);
    if (is_broken) {
        write_heading(page, workspace, file, &breakdown, unit);
        for (size_t i = 0; i < breakdown.count; i++)
            write_item(page, workspace, &breakdown, &breakdown.items[i], unit);
        write_rest(page, &breakdown, unit);
    }
    arena_release(&arena);
    return is_broken;
}

static void open_scope(struct workspace *workspace, const struct scope *scope, const char *within,
                       struct error *error);

/* The page that was left comes back below the one that is opened. */
static void go_into(struct workspace *workspace, size_t row, const char *value)
{
    (void)row;
    struct error error = {0};
    struct scope scope = {BREAKDOWN_BY_PRODUCT, {"", 0}, period_at_cursor(workspace)};
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
        workspace_say(workspace, ROLE_WARN, "%s", error.text);
    error_release(&error);
}

static void go_to_partner(struct workspace *workspace, size_t row, const char *value)
{
    (void)row;
    char *reporter = xstrdup(workspace->trade.reporter);
    workspace_choose_pair(workspace, reporter, value);
    free(reporter);
}

static void open_scope(struct workspace *workspace, const struct scope *scope, const char *within,
                       struct error *error)
{
    bool is_by_product = scope->by == BREAKDOWN_BY_PRODUCT, is_broken = false;
    struct buffer title = {0};
    buffer_printf(&title, "%s, ", is_by_product ? by_product : by_partner);
    period_format(&title, scope->period);
    if (within)
        buffer_printf(&title, ", within %s", within);
    struct page *page = page_new(title.data, is_by_product ? go_into : go_to_partner);
    for (size_t i = 0; i < workspace->file_count; i++)
        if (workspace->files[i].sums.statistic)
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
    struct scope scope = {by, {"", 0}, period_at_cursor(workspace)};
    if (!workspace_has_statistics(workspace))
        return error_set(error, "only files of statistics have products and partners to add up; "
                                "`open FILE` opens one");
    open_scope(workspace, &scope, NULL, error);
    return !error->text;
}

static bool is_open(struct workspace *workspace, const char *title)
{
    const struct view *view = workspace_view(workspace);
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
    error_release(error); /* what has no products may have partners */
    return breakdown_page_open(workspace, BREAKDOWN_BY_PARTNER, error);
}

/* --- the other side's reports --- */

static struct series other_side(struct arena *arena, const struct workspace *workspace, size_t file,
                                struct text product)
{
    const struct file_sums *sums = &workspace->files[file].sums;
    const struct row_set *rows = &workspace->files[file].shown_rows.rows;
    struct series_request request = {0};
    struct error error = {0};
    struct series series = {0};
    struct trade wish = {text_of(workspace->trade.partner), text_of(workspace->trade.reporter),
                         product};
    if (statistic_choose(sums->statistic, rows, &wish, &request.trade, &error))
        series = series_make(arena, sums->statistic, rows, &request);
    error_release(&error);
    return series;
}

/* The latest first. */
static void write_mirror(struct page *page, const struct mirror *mirror)
{
    for (size_t i = mirror->count; i-- > 0;) {
        const struct mirror_entry *entry = &mirror->entries[i];
        const struct sum *any = entry->own ? entry->own : entry->other;
        struct unit unit = readable(any->unit, any->value);
        struct line *line = page_add(page, NO_ROW, NULL, 4);
        struct buffer text = {0};
        period_format(&text, entry->period);
        buffer_printf(&text, " %s", flow_vocabulary.words[entry->flow]);
        line_add(line, ROLE_PLAIN, buffer_text(&text));
        line_pad(line, 18);
        write_value(line, entry->own ? entry->own->value : (double)NAN, unit);
        write_value(line, entry->other ? entry->other->value : (double)NAN, unit);
        buffer_truncate(&text, 0);
        if (entry->reason)
            buffer_puts(&text, entry->reason);
        else
            decimal_format(&text, entry->ratio, 3);
        line_printf(line, entry->reason ? ROLE_WARN : ROLE_DERIVED, "  %s", text.data);
        buffer_release(&text);
    }
}

static void write_pair_of_files(struct page *page, struct workspace *workspace, struct arena *arena,
                                size_t own, size_t other)
{
    const struct series *reported = &workspace->files[own].sums.series;
    struct series series = other_side(arena, workspace, other, reported->trade.product);
    if (!reported->count || (own != other && !series.count))
        return;
    struct line *line = page_add(page, NO_ROW, NULL, 4);
    line_printf(line, ROLE_TITLE, "%s in ", workspace->trade.reporter);
    line_add(line, ROLE_TITLE, workspace_file_source(workspace, own));
    line_printf(line, ROLE_TITLE, ", %s in ", workspace->trade.partner);
    line_add(line, ROLE_TITLE, workspace_file_source(workspace, other));
    if (series.count) {
        struct mirror mirror = mirror_make(arena, reported, &series);
        line_puts(line, ROLE_DIM, ", imports / exports");
        write_mirror(page, &mirror);
    } else {
        line_printf(line, ROLE_WARN, ": no mirror, %s reports nothing there",
                    workspace->trade.partner);
    }
}

static void write_lines(struct page *page, struct text text)
{
    while (text.length) {
        const char *end = memchr(text.data, '\n', text.length);
        size_t length = end ? (size_t)(end - text.data) : text.length;
        struct line *line = page_add(page, NO_ROW, NULL, 6);
        line_puts(line, ROLE_PLAIN, "  ");
        line_add(line, ROLE_PLAIN, (struct text){text.data, length});
        length += end != NULL;
        text = (struct text){text.data + length, text.length - length};
    }
}

/* Sums of one flow that overlap each other and a period, of two files: how far apart, and why. */
static void write_differences(struct page *page, struct workspace *workspace, size_t a, size_t b,
                              struct period period)
{
    const struct series *one = &workspace->files[a].sums.series;
    const struct series *two = &workspace->files[b].sums.series;
    for (size_t i = one->count; i-- > 0;) {
        for (size_t k = two->count; k-- > 0;) {
            const struct sum *x = &one->sums[i], *y = &two->sums[k];
            if (x->flow != y->flow || !period_overlaps(x->whole, y->whole) ||
                !period_overlaps(x->whole, period))
                continue;
            struct stated_sum first = {x, one, workspace_file_source(workspace, a)};
            struct stated_sum second = {y, two, workspace_file_source(workspace, b)};
            struct buffer text = {0};
            struct line *line = page_add(page, NO_ROW, NULL, 4);
            line_printf(line, ROLE_STRONG, "%s ", flow_vocabulary.words[x->flow]);
            period_format(&text, x->period);
            buffer_puts(&text, " / ");
            period_format(&text, y->period);
            line_add(line, ROLE_STRONG, buffer_text(&text));
            buffer_truncate(&text, 0);
            difference_write(&text, &first, &second);
            write_lines(page, buffer_text(&text));
            buffer_release(&text);
        }
    }
}

static void write_all_differences(struct page *page, struct workspace *workspace)
{
    struct period period = period_at_cursor(workspace);
    for (size_t a = 0; a < workspace->file_count; a++) {
        for (size_t b = a + 1; b < workspace->file_count; b++) {
            if (!workspace->files[a].sums.series.count || !workspace->files[b].sums.series.count)
                continue;
            struct line *line = page_add(page, NO_ROW, NULL, 4);
            line_add(line, ROLE_TITLE, workspace_file_source(workspace, a));
            line_puts(line, ROLE_TITLE, " against ");
            line_add(line, ROLE_TITLE, workspace_file_source(workspace, b));
            struct buffer name = {0};
            period_format(&name, period);
            line_printf(line, ROLE_DIM, ", around %s", name.data);
            buffer_release(&name);
            write_differences(page, workspace, a, b, period);
        }
    }
}

bool mirror_page_open(struct workspace *workspace, struct error *error)
{
    struct arena arena = {0};
    if (!workspace_has_statistics(workspace))
        return error_set(error, "only files of statistics have the other side's reports; `open "
                                "FILE` opens one");
    struct page *page = page_new("Mirror", NULL);
    for (size_t own = 0; own < workspace->file_count; own++)
        for (size_t other = 0; other < workspace->file_count; other++)
            if (workspace->files[own].sums.statistic && workspace->files[other].sums.statistic)
                write_pair_of_files(page, workspace, &arena, own, other);
    write_all_differences(page, workspace);
    page_open(workspace, page, 0);
    arena_release(&arena);
    return true;
}
