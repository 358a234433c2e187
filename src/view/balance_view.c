/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Balance: a bar for the exports and one for the imports of every period, and below them what
 * follows from those of the period at the cursor. The cursor walks through the bars and on into the
 * numbers; left and right choose the side of a bar.
 */
#include "config.h"

#include "view/panes.h"

#include "base/memory.h"
#include "view/chart.h"
#include "view/number_list.h"
#include "view/workspace.h"

#include <math.h>
#include <stdlib.h>

struct balance_state {
    size_t entry;    /* whose numbers are shown */
    bool is_imports; /* the side of the bar at the cursor */
    struct number_list numbers;
};

static struct balance_state *state_of(const struct view *view)
{
    return view->state;
}

static const struct balance *balance_of(const struct view *view)
{
    return analysis_balance(view->workspace->analysis);
}

static const char *sum_remark(const struct balance_entry *entry, struct arena *arena)
{
    struct buffer total = {0};
    derivation_format(&total, entry->stated_total);
    const char *word = agreement_word(entry->sum_check);
    const char *remark =
        arena_printf(arena, "exports + imports: %s with the stated %s",
                     entry->sum_check == AGREEMENT_AGREE ? "agrees" : word, total.data);
    buffer_release(&total);
    return remark;
}

static void add(struct view *view, const char *label, const struct derivation *derivation,
                enum role role)
{
    if (derivation)
        number_list_add(&state_of(view)->numbers, view->workspace, label, derivation, role);
}

static void list_numbers(struct view *view)
{
    struct number_list *numbers = &state_of(view)->numbers;
    number_list_clear(numbers);
    if (!balance_of(view)->count)
        return;
    const struct balance_entry *entry = &balance_of(view)->entries[state_of(view)->entry];
    add(view, "exports", entry->exports, ROLE_EXPORT);
    add(view, "imports", entry->imports, ROLE_IMPORT);
    add(view, "balance", entry->balance, ROLE_STRONG);
    add(view, "turnover", entry->turnover, ROLE_DERIVED);
    if (entry->turnover && entry->stated_total)
        number_list_remark(numbers, agreement_role(entry->sum_check),
                           sum_remark(entry, &numbers->arena));
    else
        add(view, "turnover", entry->stated_total, ROLE_STRONG);
    add(view, "coverage ratio", entry->coverage, ROLE_DERIVED);
    add(view, "imbalance index", entry->index, ROLE_DERIVED);
    add(view, "import share", entry->import_share, ROLE_DERIVED);
}

/* The period whose bar has the cursor; the numbers below the bars keep the last one. */
static void follow_cursor(struct view *view)
{
    struct balance_state *state = state_of(view);
    size_t bars = balance_of(view)->count;
    if (view->list.cursor < bars && view->list.cursor != state->entry) {
        state->entry = view->list.cursor;
        list_numbers(view);
    }
    list_set_count(&view->list, bars + state->numbers.count);
}

static void refresh(struct view *view)
{
    const struct balance *balance = balance_of(view);
    const struct balance_entry *latest = balance_latest(balance);
    state_of(view)->entry = latest ? (size_t)(latest - balance->entries) : 0;
    list_numbers(view);
    list_set_count(&view->list, balance->count + state_of(view)->numbers.count);
    list_move_to(&view->list, state_of(view)->entry);
}

static double value_of(const struct derivation *derivation)
{
    return derivation ? derivation->value : (double)NAN;
}

/* All bars share one scale, so that the sides can be compared. */
static double longest_bar(const struct balance *balance)
{
    double longest = 0;
    for (size_t i = 0; i < balance->count; i++) {
        longest = fmax(longest, value_of(balance->entries[i].exports));
        longest = fmax(longest, value_of(balance->entries[i].imports));
    }
    return longest;
}

/* The one that the columns are in: that of the latest period, or one that is easier to read. */
static struct unit unit_of(const struct balance *balance)
{
    const struct balance_entry *latest = balance_latest(balance);
    const struct derivation *any = !latest           ? NULL
                                   : latest->exports ? latest->exports
                                   : latest->imports ? latest->imports
                                                     : latest->balance;
    return any ? unit_for_reading(any->unit, longest_bar(balance), 1e4) : (struct unit){0};
}

static const char *value_text(const struct derivation *derivation, struct unit unit,
                              struct buffer *text)
{
    buffer_truncate(text, 0);
    if (derivation)
        derivation_format_number(text, derivation, unit);
    else
        buffer_puts(text, "-");
    return text->data;
}

#define MOST_BAR_CELLS 40
#define LEAST_BAR_CELLS 3

/* Cells of each column, from the content of all entries. */
struct columns {
    struct unit unit;
    int period, exports, imports, balance, bar, source;
};

#define MOST_SOURCE_CELLS 24

static void widen(int *cells, const struct buffer *text)
{
    int needed = text_cells(buffer_text(text));
    *cells = needed > *cells ? needed : *cells;
}

static struct columns measure_columns(const struct balance *balance, int width)
{
    struct columns columns = {unit_of(balance), 7, 8, 8, 8, 0, 0};
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

static void draw_bars(struct canvas *canvas, int row, const struct balance_entry *entry,
                      const struct columns *columns, double full, bool is_cursor)
{
    struct line *line = canvas_item_line(canvas, row, is_cursor);
    struct buffer text = {0};
    period_format(&text, entry->period);
    line_add(line, ROLE_PLAIN, buffer_text(&text));
    line_pad(line, 2 + columns->period);
    add_value(line, ROLE_EXPORT, entry->exports, columns->unit, columns->exports + 1);
    line_puts(line, ROLE_PLAIN, " ");
    if (columns->bar)
        chart_bar(line, ROLE_EXPORT, value_of(entry->exports), full, columns->bar, BAR_LEFTWARD,
                  canvas->ascii);
    line_puts(line, ROLE_FRAME, canvas_sign(canvas, "│", "|"));
    if (columns->bar)
        chart_bar(line, ROLE_IMPORT, value_of(entry->imports), full, columns->bar, BAR_RIGHTWARD,
                  canvas->ascii);
    add_value(line, ROLE_IMPORT, entry->imports, columns->unit, columns->imports);
    add_value(line, ROLE_STRONG, entry->balance, columns->unit, columns->balance + 1);
    if (entry->source.length) {
        line_puts(line, ROLE_PLAIN, "  ");
        line_add(line, ROLE_DIM, entry->source);
    }
    line_cut(line, canvas->width, canvas_sign(canvas, "…", ">"));
    buffer_release(&text);
}

static void draw_head(const struct view *view, struct canvas *canvas, const struct columns *columns)
{
    struct line *line = canvas_line(canvas, 0);
    bool is_imports = state_of(view)->is_imports;
    line_puts(line, ROLE_HEADER, "  period");
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
}

static void draw_number(const struct view *view, struct canvas *canvas, int row, size_t item)
{
    const struct number_list *numbers = &state_of(view)->numbers;
    bool is_cursor = view->list.cursor == balance_of(view)->count + item;
    struct line *line = canvas_item_line(canvas, row, is_cursor);
    number_write(line, &numbers->items[item], number_list_measure(numbers), canvas->width - 2,
                 canvas);
}

/* The numbers of one period stand below the bars, which scroll in the rows that are left. */
static int rows_of_bars(const struct view *view, int height)
{
    int bars = (int)balance_of(view)->count, numbers = (int)state_of(view)->numbers.count;
    int room = height - 1 - numbers;
    int least = bars < 3 ? bars : 3;
    room = room < least ? least : room;
    return room < bars ? room : bars;
}

static void draw_empty(const struct view *view, struct canvas *canvas)
{
    const struct pair *pair = analysis_pair(view->workspace->analysis);
    struct line *line = canvas_line(canvas, 0);
    line_puts(line, ROLE_DIM, "no exports or imports");
    if (pair->reporter.length) {
        line_puts(line, ROLE_DIM, " of ");
        line_add(line, ROLE_DIM, pair->reporter);
        line_puts(line, ROLE_DIM, " with ");
        line_add(line, ROLE_DIM, pair->partner);
    }
    line_printf(line, ROLE_DIM, " %s", workspace_scope(view->workspace));
    line_cut(line, canvas->width, canvas_sign(canvas, "…", ">"));
}

static void draw(struct view *view, struct canvas *canvas, bool is_focused)
{
    const struct balance *balance = balance_of(view);
    follow_cursor(view);
    if (!balance->count) {
        draw_empty(view, canvas);
        return;
    }
    struct list bars = view->list;
    list_set_count(&bars, balance->count);
    list_set_height(&bars, (size_t)rows_of_bars(view, canvas->height));
    list_move_to(&bars, state_of(view)->entry);
    view->list.height = (size_t)canvas->height;
    struct columns columns = measure_columns(balance, canvas->width);
    draw_head(view, canvas, &columns);
    double full = longest_bar(balance);
    int row = 1;
    for (size_t i = bars.top; i < bars.count && i < bars.top + bars.height; i++, row++) {
        bool is_cursor = i == view->list.cursor;
        view_note_item(view, row, i);
        draw_bars(canvas, row, &balance->entries[i], &columns, full, is_cursor);
        if (is_cursor)
            canvas_mark_row(canvas, row, is_focused ? ROLE_CURSOR : ROLE_SELECTED);
    }
    size_t numbers = state_of(view)->numbers.count;
    size_t room = canvas->height > row ? (size_t)(canvas->height - row) : 0;
    size_t at = view->list.cursor >= balance->count ? view->list.cursor - balance->count : 0;
    size_t first = room && at >= room ? at - room + 1 : 0;
    if (room > numbers)
        row++;
    size_t i = first;
    for (; i < numbers && row < canvas->height; i++, row++) {
        draw_number(view, canvas, row, i);
        view_note_item(view, row, balance->count + i);
        if (view->list.cursor == balance->count + i)
            canvas_mark_row(canvas, row, is_focused ? ROLE_CURSOR : ROLE_SELECTED);
    }
    if (i < numbers)
        canvas_mark_more(canvas, canvas->height - 1);
}

static int full_height(struct view *view, int width)
{
    (void)width;
    size_t count = balance_of(view)->count;
    return count ? (int)(2 + count + state_of(view)->numbers.count) : 1;
}

static const struct derivation *derivation_at_cursor(const struct view *view)
{
    const struct balance *balance = balance_of(view);
    const struct balance_state *state = state_of(view);
    size_t cursor = view->list.cursor;
    if (cursor >= balance->count)
        return cursor - balance->count < state->numbers.count
                   ? state->numbers.items[cursor - balance->count].derivation
                   : NULL;
    const struct balance_entry *entry = &balance->entries[cursor];
    const struct derivation *wanted = state->is_imports ? entry->imports : entry->exports;
    return wanted ? wanted : entry->exports ? entry->exports : entry->imports;
}

static struct item item(const struct view *view)
{
    const struct derivation *derivation = derivation_at_cursor(view);
    if (!derivation)
        return (struct item){.row = NO_ROW};
    const struct dataset *dataset = &view->workspace->dataset;
    struct item found = {.row = derivation->row, .derivation = derivation};
    if (found.row != NO_ROW) {
        found.column = field_table[FIELD_PERIOD].name;
        found.value = dataset_text(dataset, found.row, FIELD_PERIOD);
    }
    return found;
}

static bool is_of(const struct derivation *derivation, size_t row)
{
    return derivation && derivation->row == row;
}

/* The cursor goes to the entry that a claim is in; false where there is none. */
static bool select_entry(struct view *view, size_t row)
{
    const struct balance *balance = balance_of(view);
    for (size_t i = 0; i < balance->count; i++) {
        const struct balance_entry *entry = &balance->entries[i];
        bool is_exports = is_of(entry->exports, row);
        if (!is_exports && !is_of(entry->imports, row))
            continue;
        state_of(view)->is_imports = !is_exports;
        list_move_to(&view->list, i);
        follow_cursor(view);
        return true;
    }
    return false;
}

static void select_row(struct view *view, size_t row)
{
    const struct derivation *current = derivation_at_cursor(view);
    if (is_of(current, row) || select_entry(view, row))
        return;
    const struct observation *observation = analysis_observation(view->workspace->analysis, row);
    if (observation)
        select_entry(view, observation->shown);
}

struct period balance_view_period(struct workspace *workspace)
{
    struct view *view = workspace_pane(workspace, PANE_BALANCE);
    follow_cursor(view);
    return balance_of(view)->count ? balance_of(view)->entries[state_of(view)->entry].period
                                   : (struct period){0};
}

static bool request(struct view *view, enum request request)
{
    if (request != REQUEST_LEFT && request != REQUEST_RIGHT)
        return false;
    state_of(view)->is_imports = request == REQUEST_RIGHT;
    return true;
}

static void write_title(const struct view *view, struct line *line)
{
    struct unit unit = unit_of(balance_of(view));
    if (!unit.dimension)
        return;
    struct buffer name = {0};
    unit_format_name(&name, unit);
    line_add(line, ROLE_DIM, buffer_text(&name));
    buffer_release(&name);
}

static void release(struct view *view)
{
    number_list_release(&state_of(view)->numbers);
    free(view->state);
}

static const struct view_ops balance_ops = {
    .name = "balance",
    .title = "Balance",
    .help = "exports, imports and what follows from them, period by period",
    .keys = "open explain",
    .refresh = refresh,
    .write_title = write_title,
    .draw = draw,
    .full_height = full_height,
    .item = item,
    .select = select_row,
    .request = request,
    .release = release,
};

void balance_view_init(struct view *view)
{
    view->ops = &balance_ops;
    view->state = xcalloc(1, sizeof(struct balance_state));
}
