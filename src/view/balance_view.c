/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Balance: a bar for the exports and one for the imports of each period, and below them the numbers
 * derived for the period at the cursor. The cursor moves through the bars and on into the numbers;
 * left and right choose the side of a bar.
 */
#include "config.h"

#include "view/panes.h"

#include "base/memory.h"
#include "view/balance_bars.h"
#include "view/number_list.h"
#include "view/workspace.h"

#include <stdlib.h>

#define LEAST_BARS 3
#define BETWEEN_COLUMNS 2
#define LEAST_VALUE_CELLS 11 /* so that the numbers of most periods are aligned */

struct balance_state {
    size_t entry;         /* the entry whose numbers are shown ... */
    struct period period; /* ... and its period; PERIOD_NONE at the start */
    bool keeps_number;    /* the cursor is on a number and does not follow the selection */
    bool is_imports;      /* the side of the bar at the cursor */
    struct bar_rows rows;
    struct number_list numbers;
};

static struct balance_state *state_of(const struct view *view)
{
    return view->state;
}

static const struct balance *balance_of(const struct view *view)
{
    return analysis_balance(view->workspace->model->results.analysis);
}

static void remark_sum(struct number_list *numbers, const struct balance_entry *entry,
                       bool is_partial)
{
    if (is_partial) {
        number_list_remark(numbers, ROLE_WARN, "= X + M: compared when all rows are read",
                           "partial");
        return;
    }
    struct buffer total = {0};
    struct arena scratch = {0};
    bool agrees = entry->sum_check == AGREEMENT_AGREE;
    const char *word = agreement_word(entry->sum_check);
    derivation_format(&total, entry->stated_total);
    number_list_remark(numbers, agreement_role(entry->sum_check),
                       arena_printf(&scratch, "= X + M: %s with the stated %s",
                                    agrees ? "agrees" : word, total.data),
                       agrees ? "sum agrees" : arena_printf(&scratch, "sum: %s", word));
    arena_release(&scratch);
    buffer_release(&total);
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
    state_of(view)->period = entry->period;
    add(view, "exports", entry->exports, ROLE_EXPORT);
    add(view, "imports", entry->imports, ROLE_IMPORT);
    add(view, "balance", entry->balance, ROLE_STRONG);
    add(view, "turnover", entry->turnover, ROLE_DERIVED);
    if (entry->turnover && entry->stated_total)
        remark_sum(numbers, entry, view->workspace->model->queue.loading != NULL);
    else
        add(view, "turnover", entry->stated_total, ROLE_STRONG);
    add(view, "coverage ratio", entry->coverage, ROLE_DERIVED);
    add(view, "imbalance index", entry->index, ROLE_DERIVED);
    add(view, "import share", entry->import_share, ROLE_DERIVED);
}

/* Shows the numbers of the period at the cursor. If the cursor is on a number, they stay. */
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

/* Returns the period whose numbers were shown; the latest if it no longer exists. */
static size_t find_entry(const struct view *view)
{
    const struct balance *balance = balance_of(view);
    const struct balance_entry *latest = balance_latest(balance);
    for (size_t i = 0; i < balance->count && state_of(view)->keeps_number; i++)
        if (period_is_equal(balance->entries[i].period, state_of(view)->period))
            return i;
    state_of(view)->keeps_number = false;
    return latest ? (size_t)(latest - balance->entries) : 0;
}

/* A cursor on a number stays there; one on a bar moves to the selection. */
static void refresh(struct view *view)
{
    struct balance_state *state = state_of(view);
    size_t bars = view->list.count - state->numbers.count, number = view->list.cursor - bars;
    state->keeps_number = view->list.cursor >= bars && state->numbers.count;
    state->entry = find_entry(view);
    bar_rows_find(&state->rows, balance_of(view));
    list_numbers(view);
    bars = balance_of(view)->count;
    list_set_count(&view->list, bars + state->numbers.count);
    list_move_to(&view->list, state->keeps_number ? bars + number : state->entry);
}

static struct number_columns measure_numbers(const struct view *view)
{
    struct number_columns columns = number_list_measure(&state_of(view)->numbers);
    columns.value = columns.value > LEAST_VALUE_CELLS ? columns.value : LEAST_VALUE_CELLS;
    return columns;
}

/* Appends a number in a column of `width` cells, behind what is on the left of it. */
static void draw_number(const struct view *view, struct canvas *canvas, int row, size_t item,
                        int width, bool is_focused)
{
    const struct number_list *numbers = &state_of(view)->numbers;
    bool is_cursor = view->list.cursor == balance_of(view)->count + item;
    struct line *line = canvas_line(canvas, row);
    size_t start = line->text.length;
    line_puts(line, ROLE_PLAIN, is_cursor && !canvas->is_printed ? "> " : "  ");
    int left = line_cells(line);
    number_write(line, &numbers->items[item], measure_numbers(view), width - 2, canvas);
    if (is_cursor)
        line_pad(line, left + width - 2);
    if (is_cursor)
        canvas_mark_part(canvas, row, is_focused ? ROLE_CURSOR : ROLE_SELECTED, start,
                         line->text.length);
}

/* Returns 2 if the numbers leave too few rows for the bars, and two columns fit without remarks. */
static int columns_of_numbers(const struct view *view, const struct canvas *canvas)
{
    struct number_columns columns = measure_numbers(view);
    int needed = 2 * (2 + columns.label + 1 + columns.value) + BETWEEN_COLUMNS;
    int rows = 2 + (int)state_of(view)->rows.count + (int)state_of(view)->numbers.count;
    return !canvas->is_printed && needed <= canvas->width && rows > canvas->height ? 2 : 1;
}

/* Remarks are shown on the left first: the check of the sum is among them. */
static int width_of_left_column(const struct view *view, const struct canvas *canvas)
{
    struct number_columns columns = measure_numbers(view);
    int bare = 2 + columns.label + 1 + columns.value + BETWEEN_COLUMNS;
    int wanted = bare + columns.remark + BETWEEN_COLUMNS, most = canvas->width - bare;
    int left = wanted < most ? wanted : most;
    if (columns_of_numbers(view, canvas) == 1)
        return canvas->width;
    return left > canvas->width / 2 ? left : canvas->width / 2;
}

static int rows_of_numbers(const struct view *view, const struct canvas *canvas)
{
    int columns = columns_of_numbers(view, canvas);
    return ((int)state_of(view)->numbers.count + columns - 1) / columns;
}

/*
 * The numbers of one period are below the bars, which scroll in the remaining rows. The part with
 * the cursor always has some rows.
 */
static int rows_of_bars(const struct view *view, const struct canvas *canvas)
{
    int height = canvas->height;
    int bars = (int)state_of(view)->rows.count, numbers = rows_of_numbers(view, canvas);
    int room = height - 1 - numbers;
    int wanted = view->list.cursor < balance_of(view)->count ? LEAST_BARS : 1;
    int least = height - 1 < wanted ? height - 1 : wanted;
    room = room < least ? least : room;
    return room < bars ? room : bars;
}

/* Draws the text from the row on, as far as there is room. */
static void draw_wrapped(struct canvas *canvas, int row, enum role role, struct text rest)
{
    for (; rest.length && row < canvas->height; row++) {
        size_t next, length = text_wrap(rest, canvas->width, &next);
        line_add(canvas_line(canvas, row), role, (struct text){rest.data, length});
        rest = (struct text){rest.data + next, rest.length - next};
    }
}

/* Draws why no sum is made of the rows that there are; returns false if there is no such reason. */
static bool draw_refusal(const struct view *view, struct canvas *canvas)
{
    const struct files *files = &view->workspace->model->files;
    const char *refusal = NULL;
    for (size_t i = 0; i < files->count && !refusal; i++)
        refusal = files->items[i].sums.series.refusal;
    draw_wrapped(canvas, 0, ROLE_WARN, text_of(refusal ? refusal : ""));
    return refusal != NULL;
}

/* Draws how the first table of no known layout could be read as statistics. */
static void draw_remark(const struct view *view, struct canvas *canvas, int row)
{
    const struct model *model = view->workspace->model;
    const char *remark = NULL;
    struct buffer told = {0};
    for (size_t i = 0; i < model->files.count && !remark; i++) {
        remark = model_file_remark(model, i);
        if (!remark)
            continue;
        text_make_visible(&told, model_file_source(model, i), true);
        buffer_printf(&told, " %s", remark);
        draw_wrapped(canvas, row, ROLE_PLAIN, buffer_text(&told));
    }
    buffer_release(&told);
}

static void draw_empty(const struct view *view, struct canvas *canvas)
{
    if (draw_refusal(view, canvas))
        return;
    const struct pair *pair = analysis_pair(view->workspace->model->results.analysis);
    struct line *line = canvas_line(canvas, 0);
    line_puts(line, ROLE_DIM, "no exports or imports");
    if (pair->reporter.length) {
        line_puts(line, ROLE_DIM, " of ");
        line_add(line, ROLE_DIM, pair->reporter);
        line_puts(line, ROLE_DIM, " with ");
        line_add(line, ROLE_DIM, pair->partner);
    }
    line_printf(line, ROLE_DIM, " %s", model_scope(view->workspace->model));
    line_cut(line, canvas->width, canvas_sign(canvas, "…", ">"));
    draw_remark(view, canvas, 2);
}

/* Returns the rows of bars around the entry whose numbers are shown. */
static struct list bars_in_sight(const struct view *view, const struct canvas *canvas)
{
    const struct balance_state *state = state_of(view);
    struct list bars = view->list;
    list_set_count(&bars, state->rows.count);
    list_set_height(&bars, (size_t)rows_of_bars(view, canvas));
    list_move_to(&bars, bar_rows_of_entry(&state->rows, state->entry));
    return bars;
}

/* Returns the row behind the last bar. */
static int draw_bars(struct view *view, struct canvas *canvas, bool is_focused)
{
    const struct balance_state *state = state_of(view);
    const struct balance *balance = balance_of(view);
    struct list bars = bars_in_sight(view, canvas);
    struct bar_columns columns = bar_columns_measure(balance, canvas->width);
    int row = 1;
    bar_head_draw(canvas, &state->rows, &bars, &columns, state->is_imports);
    for (size_t i = bars.top; i < bars.count && i < bars.top + bars.height; i++, row++) {
        const struct bar_row *bar = &state->rows.items[i];
        if (bar->is_gap) {
            bar_gap_draw(canvas, row, bar, &columns, view->workspace);
            continue;
        }
        bool is_cursor = bar->entry == view->list.cursor;
        view_note_item(view, row, bar->entry);
        bar_row_draw(canvas, row, &balance->entries[bar->entry], &columns, is_cursor);
        if (is_cursor)
            canvas_mark_row(canvas, row, is_focused ? ROLE_CURSOR : ROLE_SELECTED);
    }
    return row;
}

/* Returns the first row of numbers that is in sight, so that the cursor is. */
static size_t first_row_of_numbers(const struct view *view, size_t rows, size_t room)
{
    const size_t bars = balance_of(view)->count;
    size_t at = view->list.cursor >= bars ? (view->list.cursor - bars) % rows : 0;
    return room && at >= room ? at - room + 1 : 0;
}

static void draw_numbers(struct view *view, struct canvas *canvas, int row, bool is_focused)
{
    const size_t bars = balance_of(view)->count, numbers = state_of(view)->numbers.count;
    size_t rows = (size_t)rows_of_numbers(view, canvas);
    size_t room = canvas->height > row ? (size_t)(canvas->height - row) : 0;
    if (!rows)
        return;
    size_t first = first_row_of_numbers(view, rows, room);
    if (room > rows)
        row++;
    bool has_more = first + room < rows;
    int left = width_of_left_column(view, canvas);
    for (size_t i = first; i < rows && row < canvas->height; i++, row++) {
        bool is_cut = has_more && row == canvas->height - 1 && rows == numbers;
        for (size_t item = i; item < numbers; item += rows) {
            line_pad(canvas_line(canvas, row), item == i ? 0 : left);
            draw_number(view, canvas, row, item,
                        (item == i ? left : canvas->width - left) -
                            (is_cut ? canvas_more_cells(canvas) : 0),
                        is_focused);
        }
        bool is_at_right = view->list.cursor == bars + i + rows;
        view_note_item(view, row, bars + i + (is_at_right ? rows : 0));
    }
    bool has_room =
        line_cells(canvas_line(canvas, canvas->height - 1)) + canvas_more_cells(canvas) <=
        canvas->width;
    if (has_more && has_room)
        canvas_mark_more(canvas, canvas->height - 1);
}

static void draw(struct view *view, struct canvas *canvas, bool is_focused)
{
    follow_cursor(view);
    if (!balance_of(view)->count) {
        draw_empty(view, canvas);
        return;
    }
    view->list.height = (size_t)canvas->height;
    draw_numbers(view, canvas, draw_bars(view, canvas, is_focused), is_focused);
}

static int full_height(struct view *view, int width)
{
    (void)width;
    size_t count = balance_of(view)->count;
    return count ? (int)(2 + state_of(view)->rows.count + state_of(view)->numbers.count) : 1;
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
    const struct dataset *dataset = &view->workspace->model->dataset;
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

/* Moves the cursor to the entry that contains a claim. Returns false if there is none. */
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
    bool keeps_number = state_of(view)->keeps_number;
    state_of(view)->keeps_number = false;
    if (keeps_number || is_of(current, row) || select_entry(view, row))
        return;
    const struct observation *observation =
        analysis_observation(view->workspace->model->results.analysis, row);
    if (observation)
        select_entry(view, observation->shown);
}

static struct period shown_period(struct view *view)
{
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
    struct unit unit = balance_unit(balance_of(view));
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
    bar_rows_release(&state_of(view)->rows);
    free(view->state);
}

static void init(struct view *view)
{
    view->state = xcalloc(1, sizeof(struct balance_state));
}

const struct view_ops balance_view_ops = {
    .name = "balance",
    .title = "Balance",
    .help = "exports, imports and what follows from them, period by period",
    .keys = "open explain",
    .behind = PANE_FIGURES,
    .init = init,
    .period = shown_period,
    .refresh = refresh,
    .write_title = write_title,
    .draw = draw,
    .full_height = full_height,
    .item = item,
    .select = select_row,
    .request = request,
    .release = release,
};
