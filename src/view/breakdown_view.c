/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * By partner and By product: what makes the balance of the period at the cursor of Balance, the
 * largest share first. Enter shows the trade with one partner, or in one product; on the partner
 * that is shown, the trade with the world. What a number rests on is in the strip below.
 */
#include "config.h"

#include "view/panes.h"

#include "base/memory.h"
#include "model/choice_changes.h"
#include "model/opening.h"
#include "model/sums.h"
#include "view/draw/bar.h"
#include "view/draw/wrapping.h"
#include "view/file_breakdown.h"
#include "view/workspace.h"

#include <math.h>
#include <stdlib.h>

#define AMOUNT_CELLS 9
#define BALANCE_CELLS 10 /* with its sign */
#define SHARE_CELLS 8
#define LEAST_PART_CELLS 12
#define MOST_PART_CELLS 44
#define LEAST_BAR_CELLS 3
#define WIDEST_BAR_CELLS 30
#define AMOUNT_PLACES 1
/* So many units in the longest bar, so that small parts are not 0.0. */
#define LEAST_AMOUNT 1e2
#define MOST_AMOUNT 1e5

struct breakdown_state {
    enum breakdown_by by;
    struct arena arena; /* of the breakdown */
    struct breakdown breakdown;
    struct breakdown_scope scope;
    enum flow flow;
    size_t file;
    struct unit unit;
    double longest;     /* the value of a full bar */
    const char *reason; /* why there is nothing to show; NULL if there is something */
};

static struct breakdown_state *state_of(const struct view *view)
{
    return view->state;
}

/* --- the content --- */

/* Takes the first file that has parts of the sum. */
static bool find_file(const struct view *view)
{
    struct breakdown_state *state = state_of(view);
    const struct workspace *workspace = view->workspace;
    for (size_t file = 0; file < workspace->model->files.count; file++) {
        arena_release(&state->arena);
        state->file = file;
        state->breakdown = (struct breakdown){0};
        if (!workspace->model->files.items[file].sums.statistic)
            continue;
        state->flow = file_breakdown_flow(workspace, file, state->scope.period);
        if (file_breakdown_make(&state->arena, workspace, file, &state->scope, state->flow,
                                &state->breakdown) &&
            file_breakdown_has_parts(&state->breakdown, &state->scope))
            return true;
    }
    return false;
}

static void measure(struct breakdown_state *state)
{
    state->longest = 0;
    for (size_t i = 0; i < state->breakdown.count; i++) {
        state->longest = fmax(state->longest, state->breakdown.items[i].exports);
        state->longest = fmax(state->longest, state->breakdown.items[i].imports);
    }
    state->unit = unit_for_reading(state->breakdown.unit, state->longest / LEAST_AMOUNT,
                                   MOST_AMOUNT / LEAST_AMOUNT);
}

/* Returns the word that was chosen: the partner, or none. */
static size_t item_of_choice(const struct view *view)
{
    const struct breakdown_state *state = state_of(view);
    const char *partner = view->workspace->model->sums.trade.partner;
    size_t kept = view->list.cursor;
    for (size_t i = 0; partner && state->by == BREAKDOWN_BY_PARTNER && i < state->breakdown.count;
         i++)
        if (country_is_same(view->workspace->model->countries, text_of(partner),
                            state->breakdown.items[i].word))
            return i;
    return kept;
}

static const char *find_reason(const struct view *view)
{
    struct model *model = view->workspace->model;
    struct breakdown_state *state = state_of(view);
    state->breakdown = (struct breakdown){0};
    state->scope.by = state->by;
    state->scope.period = workspace_shown_period(view->workspace);
    if (!model_has_statistics(model))
        return "only files of statistics can be broken down";
    if (model->queue.loading)
        return "shown when all rows are read; b shows it of the rows so far";
    if (model_sums_take_long(model) && view != &view->workspace->views[view->workspace->focus])
        return "many rows: this is added up when you come here";
    model_renew_statistic(model);
    if (find_file(view))
        return NULL;
    return state->by == BREAKDOWN_BY_PARTNER ? "the files state no partners of this trade"
                                             : "the files state no products within this trade";
}

static bool collect(struct view *view, const struct effort *effort)
{
    struct breakdown_state *state = state_of(view);
    if (effort_defers_slow(effort) && model_sums_take_long(view->workspace->model))
        return false;
    state->reason = find_reason(view);
    if (state->reason)
        state->breakdown = (struct breakdown){0};
    measure(state);
    list_set_count(&view->list, state->breakdown.count);
    list_move_to(&view->list, item_of_choice(view));
    return true;
}

/* --- the columns --- */

struct part_columns {
    int name, bar; /* cells; 0 for no bar */
    bool has_balance, has_share;
};

static struct part_columns fit_columns(const struct breakdown_state *state, int width)
{
    struct part_columns columns = {.has_balance = state->flow == FLOW_BALANCE};
    int values = columns.has_balance ? 2 * AMOUNT_CELLS + BALANCE_CELLS : AMOUNT_CELLS;
    int bars = columns.has_balance ? 2 : 1;
    int room = width - 2 - values - 2;
    columns.has_share = !isnan(state->breakdown.whole) && room >= LEAST_PART_CELLS + SHARE_CELLS;
    room -= columns.has_share ? SHARE_CELLS : 0;
    columns.name = room * 2 / 5;
    columns.name = columns.name < LEAST_PART_CELLS  ? LEAST_PART_CELLS
                   : columns.name > MOST_PART_CELLS ? MOST_PART_CELLS
                                                    : columns.name;
    columns.bar = (room - columns.name - 1) / bars;
    if (columns.bar > WIDEST_BAR_CELLS)
        columns.bar = WIDEST_BAR_CELLS;
    if (columns.bar < LEAST_BAR_CELLS) {
        columns.bar = 0;
        columns.name = room > LEAST_PART_CELLS ? room : LEAST_PART_CELLS;
    }
    return columns;
}

static void add_amount(struct line *line, enum role role, double amount, struct unit unit,
                       int cells)
{
    struct buffer text = {0};
    if (isnan(amount))
        buffer_puts(&text, "-");
    else
        decimal_format(&text, amount / unit.scale, AMOUNT_PLACES);
    line_add_right(line, role, buffer_text(&text), cells);
    buffer_release(&text);
}

static void add_bar(struct line *line, enum role role, double value, double full, int cells,
                    const struct canvas *canvas)
{
    if (cells)
        chart_bar(line, role, value, full, cells,
                  role == ROLE_EXPORT ? BAR_LEFTWARD : BAR_RIGHTWARD, canvas->ascii);
}

static void add_both(const struct breakdown_state *state, const struct breakdown_item *item,
                     const struct part_columns *columns, const struct canvas *canvas,
                     struct line *line)
{
    add_amount(line, ROLE_EXPORT, item->exports, state->unit, AMOUNT_CELLS);
    line_puts(line, ROLE_PLAIN, " ");
    add_bar(line, ROLE_EXPORT, item->exports, state->longest, columns->bar, canvas);
    line_puts(line, ROLE_FRAME, canvas_sign(canvas, "│", "|"));
    add_bar(line, ROLE_IMPORT, item->imports, state->longest, columns->bar, canvas);
    add_amount(line, ROLE_IMPORT, item->imports, state->unit, AMOUNT_CELLS);
    add_amount(line, ROLE_STRONG, item->value, state->unit, BALANCE_CELLS);
}

static void add_one(const struct breakdown_state *state, const struct breakdown_item *item,
                    const struct part_columns *columns, const struct canvas *canvas,
                    struct line *line)
{
    enum role role = state->flow == FLOW_EXPORT ? ROLE_EXPORT : ROLE_IMPORT;
    line_puts(line, ROLE_PLAIN, columns->bar ? " " : "");
    if (columns->bar)
        chart_bar(line, role, item->value, state->longest, columns->bar, BAR_RIGHTWARD,
                  canvas->ascii);
    add_amount(line, role, item->value, state->unit, AMOUNT_CELLS);
}

static void format_share(const struct breakdown_state *state, const struct breakdown_item *item,
                         struct buffer *out)
{
    if (state->breakdown.whole == 0 || isnan(state->breakdown.whole))
        return;
    decimal_format(out, 100 * item->value / state->breakdown.whole, 1);
    buffer_puts(out, " %");
}

static void write_item(const struct view *view, const struct breakdown_item *item,
                       const struct part_columns *columns, const struct canvas *canvas,
                       struct line *line)
{
    const struct breakdown_state *state = state_of(view);
    struct line name = {0};
    struct buffer share = {0};
    file_breakdown_write_name(&name, view->workspace, item->word);
    line_cut(&name, columns->name, canvas_sign(canvas, "…", ">"));
    line_pad(&name, columns->name);
    line_join(line, &name);
    (columns->has_balance ? add_both : add_one)(state, item, columns, canvas, line);
    format_share(state, item, &share);
    if (columns->has_share)
        line_add_right(line, ROLE_DERIVED, buffer_text(&share), SHARE_CELLS);
    line_cut(line, canvas->width, canvas_sign(canvas, "…", ">"));
    buffer_release(&share);
    line_release(&name);
}

/* Returns the name of the whole that the shares are of. */
static const char *name_of_whole(const struct breakdown_state *state)
{
    return state->flow == FLOW_EXPORT   ? "exports"
           : state->flow == FLOW_IMPORT ? "imports"
           : state->breakdown.whole < 0 ? "deficit"
                                        : "surplus";
}

static void draw_head(const struct view *view, struct canvas *canvas,
                      const struct part_columns *columns)
{
    const struct breakdown_state *state = state_of(view);
    struct line *line = canvas_item_line(canvas, 0, false);
    struct buffer unit = {0};
    unit_format_name(&unit, state->unit);
    line_add(line, ROLE_HEADER, buffer_text(&unit));
    line_pad(line, 2 + columns->name);
    if (columns->has_balance) {
        line_add_right(line, ROLE_HEADER, text_of("exports"), AMOUNT_CELLS);
        line_pad(line, line_cells(line) + 2 + 2 * columns->bar);
        line_add_right(line, ROLE_HEADER, text_of("imports"), AMOUNT_CELLS);
        line_add_right(line, ROLE_HEADER, text_of("balance"), BALANCE_CELLS);
    } else {
        line_pad(line, line_cells(line) + columns->bar + (columns->bar > 0));
        line_add_right(line, ROLE_HEADER, text_of(name_of_whole(state)), AMOUNT_CELLS);
    }
    if (columns->has_share)
        line_add_right(line, ROLE_HEADER,
                       text_of(columns->has_balance ? name_of_whole(state) : "share"), SHARE_CELLS);
    line_cut(line, canvas->width, "");
    buffer_release(&unit);
}

static void draw_reason(const struct view *view, struct canvas *canvas)
{
    struct text rest = text_of(state_of(view)->reason);
    for (int row = 0; rest.length && row < canvas->height; row++) {
        size_t next, length = text_wrap(rest, canvas->width, &next);
        line_add(canvas_line(canvas, row), ROLE_DIM, (struct text){rest.data, length});
        rest = (struct text){rest.data + next, rest.length - next};
    }
}

static void draw(struct view *view, struct canvas *canvas, bool is_focused)
{
    const struct breakdown_state *state = state_of(view);
    if (state->reason) {
        draw_reason(view, canvas);
        return;
    }
    struct part_columns columns = fit_columns(state, canvas->width);
    list_set_height(&view->list, (size_t)(canvas->height > 1 ? canvas->height - 1 : 1));
    draw_head(view, canvas, &columns);
    for (int row = 1; row < canvas->height; row++) {
        size_t item = view->list.top + (size_t)row - 1;
        if (item >= state->breakdown.count)
            break;
        bool is_cursor = item == view->list.cursor;
        struct line *line = canvas_item_line(canvas, row, is_cursor);
        view_note_item(view, row, item);
        write_item(view, &state->breakdown.items[item], &columns, canvas, line);
        if (is_cursor)
            canvas_mark_row(canvas, row, is_focused ? ROLE_CURSOR : ROLE_SELECTED);
    }
    if (view->list.top + view->list.height < view->list.count)
        canvas_mark_more(canvas, canvas->height - 1);
}

static int full_height(struct view *view, int width)
{
    (void)width;
    return state_of(view)->reason ? 1 : 1 + (int)state_of(view)->breakdown.count;
}

/* --- what a number rests on --- */

static const struct breakdown_item *item_at_cursor(const struct view *view)
{
    const struct breakdown *breakdown = &state_of(view)->breakdown;
    return view->list.cursor < breakdown->count ? &breakdown->items[view->list.cursor] : NULL;
}

static void add_stated(struct buffer *out, const struct breakdown_state *state, const char *name,
                       double amount)
{
    if (isnan(amount))
        return;
    struct unit unit = unit_for_reading(state->breakdown.unit, amount, 1e3);
    buffer_printf(out, " %s ", name);
    unit_format(out, unit, amount / unit.scale, 2);
    buffer_puts(out, ",");
}

static void write_amounts(const struct view *view, const struct breakdown_item *item,
                          struct buffer *out)
{
    const struct breakdown_state *state = state_of(view);
    period_format(out, state->scope.period);
    buffer_puts(out, ":");
    add_stated(out, state, "exports", item->exports);
    add_stated(out, state, "imports", item->imports);
    buffer_putc(out, ' ');
    size_t start = out->length;
    format_share(state, item, out);
    if (out->length > start)
        buffer_printf(out, " of the %s, ", name_of_whole(state));
}

static void write_rows(const struct view *view, const struct breakdown_item *item,
                       struct buffer *out)
{
    const struct breakdown_state *state = state_of(view);
    const struct dataset *dataset = model_file_dataset(view->workspace->model, state->file);
    buffer_printf(out, "from %zu row%s of ", item->row_count, item->row_count == 1 ? "" : "s");
    buffer_append_text(out, model_file_source(view->workspace->model, state->file));
    file_breakdown_write_lines(out, dataset, item);
}

static void add_paragraph(struct wrapping *wrapping, enum role role, struct buffer *text, int width)
{
    struct line line = {0};
    line_add(&line, role, buffer_text(text));
    wrapping_add(wrapping, &line, NO_ROW, width, 2);
    line_release(&line);
    buffer_truncate(text, 0);
}

static void draw_evidence(struct view *view, struct canvas *canvas)
{
    const struct breakdown_state *state = state_of(view);
    const struct breakdown_item *item = item_at_cursor(view);
    struct wrapping wrapping = {0};
    struct buffer text = {0};
    struct line name = {0};
    if (!item)
        return;
    file_breakdown_write_name(&name, view->workspace, item->word);
    buffer_append_text(&text, buffer_text(&name.text));
    buffer_puts(&text, " ");
    write_amounts(view, item, &text);
    write_rows(view, item, &text);
    add_paragraph(&wrapping, ROLE_PLAIN, &text, canvas->width);
    buffer_puts(&text, state->breakdown.how);
    if (state->breakdown.omission_count) {
        buffer_puts(&text, "; left out: ");
        omissions_write(&text, state->breakdown.omissions, state->breakdown.omission_count,
                        state->unit);
    }
    add_paragraph(&wrapping, ROLE_DIM, &text, canvas->width);
    for (int row = 0; row < canvas->height && row < (int)wrapping.count; row++)
        line_join(canvas_line(canvas, row), &wrapping.rows[row].line);
    if ((int)wrapping.count > canvas->height)
        canvas_mark_more(canvas, canvas->height - 1);
    wrapping_release(&wrapping);
    buffer_release(&text);
    line_release(&name);
}

/* --- keys --- */

static void choose_partner(struct model *model, struct text partner)
{
    char *reporter = xstrdup(model->sums.trade.reporter);
    char *chosen = xstrndup(partner.data, partner.length);
    bool is_shown = country_is_same(model->countries, text_of(model->sums.trade.partner), partner);
    model_choose_pair(model, reporter, is_shown ? "World" : chosen);
    free(reporter);
    free(chosen);
}

static bool request(struct view *view, enum request request)
{
    const struct breakdown_item *item = item_at_cursor(view);
    if (request != REQUEST_OPEN)
        return false;
    if (!item)
        return true;
    if (state_of(view)->by == BREAKDOWN_BY_PARTNER) {
        choose_partner(view->workspace->model, item->word);
    } else {
        char *product = xstrndup(item->word.data, item->word.length);
        model_choose_product(view->workspace->model, product);
        free(product);
    }
    return true;
}

static struct item item(const struct view *view)
{
    (void)view;
    return (struct item){.row = NO_ROW};
}

static void write_title(const struct view *view, struct line *line)
{
    const struct breakdown_state *state = state_of(view);
    struct buffer text = {0};
    if (state->reason)
        return;
    period_format(&text, state->scope.period);
    buffer_puts(&text, "  ");
    decimal_format(&text, (double)view->list.cursor + 1, 0);
    buffer_puts(&text, " of ");
    decimal_format(&text, (double)state->breakdown.count, 0);
    if (view->workspace->model->files.count > 1) {
        buffer_puts(&text, "  ");
        buffer_append_text(&text, model_file_source(view->workspace->model, state->file));
    }
    line_add(line, ROLE_DIM, buffer_text(&text));
    buffer_release(&text);
}

static void release(struct view *view)
{
    arena_release(&state_of(view)->arena);
    free(view->state);
}

static void init_for(struct view *view, enum breakdown_by by)
{
    struct breakdown_state *state = xcalloc(1, sizeof *state);
    state->by = by;
    state->reason = "";
    view->state = state;
}

static void init_partners(struct view *view)
{
    init_for(view, BREAKDOWN_BY_PARTNER);
}

static void init_products(struct view *view)
{
    init_for(view, BREAKDOWN_BY_PRODUCT);
}

#define BREAKDOWN_OPERATIONS                                                      \
    .keys = "open by product period", .follows_period = true, .collect = collect, \
    .write_title = write_title, .draw = draw, .draw_evidence = draw_evidence,     \
    .full_height = full_height, .item = item, .request = request, .release = release

const struct view_ops partners_view_ops = {
    .name = "partners",
    .title = "By partner",
    .help = "which partners make the balance of the period at the cursor of Balance",
    .behind = PANE_PARTNERS,
    .init = init_partners,
    BREAKDOWN_OPERATIONS,
};

const struct view_ops products_view_ops = {
    .name = "products",
    .title = "By product",
    .help = "which products make the balance of the period at the cursor of Balance",
    .behind = PANE_PRODUCTS,
    .init = init_products,
    BREAKDOWN_OPERATIONS,
};
