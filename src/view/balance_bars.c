/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "view/balance_bars.h"

#include "base/array.h"
#include "base/memory.h"
#include "view/draw/bar.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define MOST_BAR_CELLS 40
#define LEAST_BAR_CELLS 3
#define MOST_SOURCE_CELLS 24
#define LEAST_COLUMN_CELLS 8 /* width of "imports" and a blank */
#define LEAST_PERIOD_CELLS 9 /* width of "FY2023-24" and the sign that there are more */

static bool is_regular(struct period period)
{
    return period.kind != PERIOD_NONE && period.kind != PERIOD_DAY && period.kind != PERIOD_SPAN;
}

static void add_row(struct bar_rows *rows, struct bar_row row)
{
    ARRAY_RESERVE(rows->items, rows->count + 1, rows->capacity);
    rows->items[rows->count++] = row;
}

/* Fiscal and calendar years are separate series, each with gaps of its own. */
void bar_rows_find(struct bar_rows *rows, const struct balance *balance)
{
    struct period last[PERIOD_SPAN + 1] = {0};
    rows->count = 0;
    for (size_t i = 0; i < balance->count; i++) {
        struct period period = balance->entries[i].period, before = last[period.kind];
        last[period.kind] = period;
        if (is_regular(period) && before.kind != PERIOD_NONE && before.last + 1 < period.first)
            add_row(rows, (struct bar_row){.is_gap = true,
                                           .first = period_next(before),
                                           .last = period_previous(period)});
        add_row(rows, (struct bar_row){.entry = i});
    }
}

size_t bar_rows_of_entry(const struct bar_rows *rows, size_t entry)
{
    size_t row = entry; /* gaps move it down */
    while (row + 1 < rows->count && (rows->items[row].is_gap || rows->items[row].entry < entry))
        row++;
    return row;
}

void bar_rows_release(struct bar_rows *rows)
{
    free(rows->items);
    *rows = (struct bar_rows){0};
}

static double value_of(const struct derivation *derivation)
{
    return derivation ? derivation->value : (double)NAN;
}

/* All bars share one scale, so that the sides are comparable. */
static double longest_bar(const struct balance *balance)
{
    double longest = 0;
    for (size_t i = 0; i < balance->count; i++) {
        longest = fmax(longest, value_of(balance->entries[i].exports));
        longest = fmax(longest, value_of(balance->entries[i].imports));
    }
    return longest;
}

/* The unit of the columns: that of the latest period, or one that is easier to read. */
struct unit balance_unit(const struct balance *balance)
{
    const struct balance_entry *latest = balance_latest(balance);
    const struct derivation *any = !latest           ? NULL
                                   : latest->exports ? latest->exports
                                   : latest->imports ? latest->imports
                                                     : latest->balance;
    return any ? unit_for_reading(any->unit, longest_bar(balance), 1e4) : (struct unit){0};
}

/* The sign before a number that is a bound: without some months of its year it is ">=400". */
static const char *sign_of_bound(const struct derivation *derivation)
{
    static const struct {
        const char *word, *sign;
    } signs[] = {{"at least", ">="}, {"at most", "<="}, {"over", ">"}, {"under", "<"}};
    const char *bound = derivation_bound(derivation);
    for (size_t i = 0; bound && i < ARRAY_LENGTH(signs); i++)
        if (strcmp(bound, signs[i].word) == 0)
            return signs[i].sign;
    return bound ? "~" : "";
}

static const char *value_text(const struct derivation *derivation, struct unit unit,
                              struct buffer *text)
{
    buffer_truncate(text, 0);
    if (derivation) {
        buffer_puts(text, sign_of_bound(derivation));
        derivation_format_number(text, derivation, unit);
    } else {
        buffer_puts(text, "-");
    }
    return text->data;
}

static void widen(int *cells, const struct buffer *text)
{
    int needed = text_cells(buffer_text(text));
    *cells = needed > *cells ? needed : *cells;
}

struct bar_columns bar_columns_measure(const struct balance *balance, int width)
{
    struct bar_columns columns = {.unit = balance_unit(balance),
                                  .longest = longest_bar(balance),
                                  .period = LEAST_PERIOD_CELLS,
                                  .exports = LEAST_COLUMN_CELLS,
                                  .imports = LEAST_COLUMN_CELLS - 1,
                                  .balance = LEAST_COLUMN_CELLS};
    struct buffer text = {0};
    for (size_t i = 0; i < balance->count; i++) {
        const struct balance_entry *entry = &balance->entries[i];
        buffer_truncate(&text, 0);
        period_format(&text, entry->period);
        widen(&columns.period, &text);
        value_text(entry->exports, columns.unit, &text);
        widen(&columns.exports, &text);
        value_text(entry->imports, columns.unit, &text);
        widen(&columns.imports, &text);
        value_text(entry->balance, columns.unit, &text);
        widen(&columns.balance, &text);
        columns.source = entry->source.length ? MOST_SOURCE_CELLS : columns.source;
    }
    buffer_release(&text);
    columns.imports++; /* a blank behind the longest bar */
    int used = 2 + columns.period + columns.exports + columns.imports + columns.balance + 4 +
               columns.source;
    columns.bar = (width - used) / 2;
    columns.bar = columns.bar > MOST_BAR_CELLS    ? MOST_BAR_CELLS
                  : columns.bar < LEAST_BAR_CELLS ? 0
                                                  : columns.bar;
    return columns;
}

static void add_value(struct line *line, enum role role, const struct derivation *derivation,
                      struct unit unit, int cells)
{
    struct buffer text = {0};
    value_text(derivation, unit, &text);
    line_add_right(line, role, buffer_text(&text), cells);
    buffer_release(&text);
}

void bar_row_draw(struct canvas *canvas, int row, const struct balance_entry *entry,
                  const struct bar_columns *columns, bool is_cursor)
{
    struct line *line = canvas_item_line(canvas, row, is_cursor);
    struct buffer text = {0};
    period_format(&text, entry->period);
    line_add(line, ROLE_PLAIN, buffer_text(&text));
    line_pad(line, 2 + columns->period);
    add_value(line, ROLE_EXPORT, entry->exports, columns->unit, columns->exports + 1);
    line_puts(line, ROLE_PLAIN, " ");
    if (columns->bar)
        chart_bar(line, ROLE_EXPORT, value_of(entry->exports), columns->longest, columns->bar,
                  BAR_LEFTWARD, canvas->ascii);
    line_puts(line, ROLE_FRAME, canvas_sign(canvas, "│", "|"));
    if (columns->bar)
        chart_bar(line, ROLE_IMPORT, value_of(entry->imports), columns->longest, columns->bar,
                  BAR_RIGHTWARD, canvas->ascii);
    add_value(line, ROLE_IMPORT, entry->imports, columns->unit, columns->imports);
    add_value(line, ROLE_STRONG, entry->balance, columns->unit, columns->balance + 1);
    if (entry->source.length) {
        line_puts(line, ROLE_PLAIN, "  ");
        line_add(line, ROLE_DIM, entry->source);
    }
    line_cut(line, canvas->width, canvas_sign(canvas, "…", ">"));
    buffer_release(&text);
}

/* Writes the numbers of entries above and below the window. */
static void write_hidden(struct buffer *out, const struct bar_rows *rows, const struct list *window,
                         const struct canvas *canvas)
{
    size_t above = 0, below = 0;
    for (size_t i = 0; i < rows->count; i++) {
        above += i < window->top && !rows->items[i].is_gap;
        below += i >= window->top + window->height && !rows->items[i].is_gap;
    }
    if (above)
        buffer_printf(out, "%s %zu", canvas_sign(canvas, "↑", "^"), above);
    if (below)
        buffer_printf(out, "%s%s %zu", above ? " " : "", canvas_sign(canvas, "↓", "v"), below);
    if (!above != !below)
        buffer_puts(out, " more");
}

void bar_head_draw(struct canvas *canvas, const struct bar_rows *rows, const struct list *window,
                   const struct bar_columns *columns, bool is_imports)
{
    struct line *line = canvas_line(canvas, 0);
    struct buffer hidden = {0};
    write_hidden(&hidden, rows, window, canvas);
    line_puts(line, ROLE_PLAIN, "  ");
    if (hidden.length)
        line_add(line, ROLE_WARN, buffer_text(&hidden));
    else
        line_puts(line, ROLE_HEADER, "period");
    line_cut(line, 2 + columns->period, canvas_sign(canvas, "…", ">"));
    line_pad(line, 2 + columns->period);
    line_add_right(line, is_imports ? ROLE_HEADER : ROLE_FOCUS, text_of("exports"),
                   columns->exports + 1);
    line_pad(line, line_cells(line) + 1 + columns->bar);
    line_puts(line, ROLE_FRAME, canvas_sign(canvas, "│", "|"));
    line_pad(line, line_cells(line) + columns->bar);
    line_add_right(line, is_imports ? ROLE_FOCUS : ROLE_HEADER, text_of("imports"),
                   columns->imports);
    line_add_right(line, ROLE_HEADER, text_of("balance"), columns->balance + 1);
    line_cut(line, canvas->width, "");
    buffer_release(&hidden);
}

/* Returns the value that Path derives for a period of which only the total is known. */
static const struct derivation *implied_value(const struct path *path, const struct bar_row *gap)
{
    for (size_t i = 0; i < path->count; i++) {
        const struct path_point *point = &path->points[i];
        if (period_is_equal(point->period, gap->first) &&
            period_is_equal(point->period, gap->last) &&
            point->value->method == METHOD_IMPLIED_EARLIER)
            return point->value;
    }
    return NULL;
}

/* Uses the longest wording that fits. */
static void write_reason(struct line *line, const struct workspace *workspace,
                         const struct bar_row *gap, int room)
{
    bool is_filtered = choices_has_filters(&workspace->model->choices);
    const struct path *path = analysis_path(workspace->model->results.analysis);
    const struct derivation *implied = implied_value(path, gap);
    const struct balance *balance = analysis_balance(workspace->model->results.analysis);
    const char *reason = is_filtered              ? "no exports or imports pass the filters"
                         : balance->foreign_count ? "no exports or imports stated in this currency"
                                                  : "no exports or imports stated";
    struct buffer total = {0};
    if (implied) {
        buffer_printf(&total, "; %s ", flow_vocabulary.words[path->flow]);
        derivation_format(&total, implied);
        buffer_puts(&total, " implied");
    }
    if (text_cells(text_of(reason)) + text_cells(buffer_text(&total)) > room)
        reason = is_filtered ? "not shown" : "missing";
    line_puts(line, ROLE_DIM, reason);
    if (text_cells(text_of(reason)) + text_cells(buffer_text(&total)) <= room)
        line_add(line, ROLE_DERIVED, buffer_text(&total));
    buffer_release(&total);
}

void bar_gap_draw(struct canvas *canvas, int row, const struct bar_row *gap,
                  const struct bar_columns *columns, const struct workspace *workspace)
{
    struct line *line = canvas_item_line(canvas, row, false);
    struct buffer period = {0};
    period_format(&period, gap->first);
    if (!period_is_equal(gap->first, gap->last)) {
        buffer_puts(&period, " to ");
        period_format(&period, gap->last);
    }
    line_add(line, ROLE_DIM, buffer_text(&period));
    line_pad(line, 2 + columns->period);
    line_puts(line, ROLE_PLAIN, "  ");
    write_reason(line, workspace, gap, canvas->width - line_cells(line));
    line_cut(line, canvas->width, canvas_sign(canvas, "…", ">"));
    buffer_release(&period);
}
