/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Source: the full quote of the selected claim with its number marked, the source, and the other
 * claims on the same observation and in the same quote. The lines are made for the current width;
 * those that name another claim lead to it.
 */
#include "config.h"

#include "view/panes.h"

#include "base/memory.h"
#include "view/draw/highlight.h"
#include "view/article_page.h"
#include "view/claim_format.h"
#include "view/draw/wrapping.h"
#include "view/quote.h"
#include "view/workspace.h"

#include <stdlib.h>

#define ROWS_BELOW_QUOTE 4 /* with fewer rows, one line has all that is known of the source */

struct source_state {
    struct wrapping wrapping;
    size_t quote_rows; /* the first rows, which show the quote */
    int width;         /* for which the rows were made; -1 for none */
    bool ascii;
    size_t row; /* the claim for which they were made */
};

static struct source_state *state_of(const struct view *view)
{
    return view->state;
}

static void forget_rows(struct source_state *state)
{
    wrapping_clear(&state->wrapping);
    state->width = -1;
}

/* Converts to ASCII before wrapping, as that changes the length. */
static void add_line(struct source_state *state, struct line *line, size_t claim)
{
    if (state->ascii)
        line_make_ascii(line);
    wrapping_add(&state->wrapping, line, claim, state->width, 0);
    line_release(line);
}

static void add_paragraph(struct source_state *state, enum role role, const char *before,
                          struct text text)
{
    struct line line = {0};
    if (!text.length)
        return;
    line_puts(&line, role, before);
    line_add(&line, role, text);
    add_line(state, &line, NO_ROW);
}

static void add_quote(const struct view *view, const struct claim *claim)
{
    struct source_state *state = state_of(view);
    struct line line = {0};
    if (model_is_sum(view->workspace->model, claim->row))
        return; /* rows of a file, and no sentence, are behind it */
    quote_write(&line, &view->workspace->model->dataset, claim);
    add_line(state, &line, NO_ROW);
    state->quote_rows = state->wrapping.count;
}

/* A comparison with a sum that is still being loaded is withheld. */
static void write_agreement(const struct view *view, struct line *line, const struct claim *claim,
                            const struct claim *other, struct buffer *reason)
{
    bool is_partial = model_is_partial(view->workspace->model, claim->row) ||
                      model_is_partial(view->workspace->model, other->row);
    if (is_partial) {
        line_puts(line, ROLE_WARN, "partial");
        return;
    }
    enum agreement agreement = agreement_of_claims(claim, other, reason);
    line_puts(line, agreement_role(agreement), agreement_word(agreement));
}

static void add_claim_line(const struct view *view, size_t row, const struct claim *against)
{
    const struct dataset *dataset = &view->workspace->model->dataset;
    struct claim claim = dataset_claim(dataset, row);
    struct line whole = {0}, *line = &whole;
    struct buffer text = {0};
    line_add(line, ROLE_TITLE, dataset_text(dataset, row, FIELD_SOURCE));
    line_puts(line, ROLE_PLAIN, "  ");
    claim_format_value(&text, &claim);
    line_add(line, ROLE_STRONG, buffer_text(&text));
    line_puts(line, ROLE_PLAIN, text.length ? "  " : "");
    buffer_truncate(&text, 0);
    if (against) {
        write_agreement(view, line, against, &claim, &text);
        if (text.length) {
            line_puts(line, ROLE_PLAIN, ": ");
            line_add(line, ROLE_PLAIN, buffer_text(&text));
        }
    } else {
        line_add(line, ROLE_PLAIN, dataset_text(dataset, row, FIELD_TEXT));
    }
    add_line(state_of(view), line, row);
    buffer_release(&text);
}

static void add_heading(struct source_state *state, const char *heading)
{
    struct line blank = {0}, line = {0};
    add_line(state, &blank, NO_ROW);
    line_puts(&line, ROLE_HEADER, heading);
    add_line(state, &line, NO_ROW);
}

static void add_others(const struct view *view, const struct claim *claim)
{
    const struct observation *observation =
        analysis_observation(view->workspace->model->results.analysis, claim->row);
    if (!observation || observation->claims.count < 2)
        return;
    add_heading(state_of(view), "Other claims on the same");
    for (size_t i = 0; i < observation->claims.count; i++)
        if (observation->claims.rows[i] != claim->row)
            add_claim_line(view, observation->claims.rows[i], claim);
}

/* Lists claims in the same sentence of the same source. */
static void add_siblings(const struct view *view, const struct claim *claim)
{
    struct row_list claims = quote_claims(view->workspace->model, claim->row);
    if (claims.count)
        add_heading(state_of(view), "Also in this quote");
    for (size_t i = 0; i < claims.count; i++)
        add_claim_line(view, claims.rows[i], NULL);
    row_list_release(&claims);
}

/* Lists columns of the file that the format does not know. */
static void add_unknown_columns(const struct view *view, size_t row)
{
    const struct dataset *dataset = &view->workspace->model->dataset;
    for (size_t column = 0; column < dataset->file_columns; column++) {
        if (dataset_field_of(dataset, column) != FIELD_COUNT)
            continue;
        struct buffer name = {0}, cell = {0};
        buffer_printf(&name, "%s: ", table_column_name(dataset->table, column));
        table_write(dataset->table, row, column, &cell);
        add_paragraph(state_of(view), ROLE_DIM, name.data, buffer_text(&cell));
        buffer_release(&name);
        buffer_release(&cell);
    }
}

static void add_citation(const struct view *view, size_t row)
{
    struct buffer text = {0};
    claim_format_citation(&text, &view->workspace->model->dataset, row);
    add_paragraph(state_of(view), ROLE_DIM, "-- ", buffer_text(&text));
    buffer_release(&text);
}

static void make_rows(const struct view *view, int width)
{
    struct source_state *state = state_of(view);
    const struct workspace *workspace = view->workspace;
    size_t row = workspace->model->selection.row;
    if (state->width == width && state->row == row)
        return;
    forget_rows(state);
    state->width = width;
    state->ascii = workspace->look.ascii;
    state->row = row;
    state->quote_rows = 0;
    if (row == NO_ROW)
        return;
    struct claim claim = dataset_claim(&workspace->model->dataset, row);
    struct buffer text = {0};
    bool is_sum = model_is_sum(workspace->model, row);
    add_quote(view, &claim);
    if (!is_sum)
        add_citation(view, row);
    enum role role = article_write_outcome(&text, workspace->model, row);
    add_paragraph(state, role, "quote: ", buffer_text(&text));
    buffer_truncate(&text, 0);
    claim_format_subject(&text, &workspace->model->dataset, row);
    if (claim.kind != KIND_EVENT) {
        buffer_puts(&text, ": ");
        claim_format_value(&text, &claim);
        add_paragraph(state, ROLE_PLAIN, "", buffer_text(&text));
    }
    add_paragraph(state, ROLE_DIM,
                  "date: ", dataset_text(&workspace->model->dataset, row, FIELD_DATE));
    add_paragraph(state, ROLE_WARN,
                  "note: ", dataset_text(&workspace->model->dataset, row, FIELD_NOTE));
    if (is_sum)
        add_citation(view, row);
    add_unknown_columns(view, row);
    add_others(view, &claim);
    add_siblings(view, &claim);
    buffer_release(&text);
}

static void refresh(struct view *view)
{
    forget_rows(state_of(view));
}

static void select_row(struct view *view, size_t row)
{
    (void)row;
    list_move_to(&view->list, 0);
}

/* Lists the other claims on the observation in one line, for the strip. */
static void write_agreements(const struct view *view, struct line *line)
{
    const struct workspace *workspace = view->workspace;
    const struct observation *observation =
        analysis_observation(workspace->model->results.analysis, workspace->model->selection.row);
    struct claim claim = dataset_claim(&workspace->model->dataset, workspace->model->selection.row);
    for (size_t i = 0; observation && i < observation->claims.count; i++) {
        size_t row = observation->claims.rows[i];
        if (row == claim.row)
            continue;
        struct claim other = dataset_claim(&workspace->model->dataset, row);
        struct buffer reason = {0};
        line_puts(line, ROLE_PLAIN, "  ");
        line_add(line, ROLE_PLAIN, dataset_text(&workspace->model->dataset, row, FIELD_SOURCE));
        line_puts(line, ROLE_PLAIN, ": ");
        write_agreement(view, line, &claim, &other, &reason);
        if (reason.length)
            line_printf(line, ROLE_DIM, ", %s", reason.data);
        buffer_release(&reason);
    }
}

static void write_strip_citation(const struct view *view, struct line *line)
{
    const struct workspace *workspace = view->workspace;
    const struct dataset *dataset = &workspace->model->dataset;
    size_t row = workspace->model->selection.row;
    struct text speaker = dataset_text(dataset, row, FIELD_SPEAKER);
    struct text published = dataset_text(dataset, row, FIELD_PUBLISHED);
    line_puts(line, ROLE_DIM, "-- ");
    line_add(line, ROLE_TITLE, dataset_text(dataset, row, FIELD_SOURCE));
    line_puts(line, ROLE_DIM, ", ");
    line_add(line, ROLE_DIM, published.length ? published : text_of("no date stated"));
    if (speaker.length) {
        line_puts(line, ROLE_DIM, ", ");
        line_add(line, ROLE_DIM, speaker);
    }
    write_agreements(view, line);
    if (dataset_text(dataset, row, FIELD_NOTE).length) {
        line_puts(line, ROLE_WARN, "  note: ");
        line_add(line, ROLE_WARN, dataset_text(dataset, row, FIELD_NOTE));
    }
}

static void copy_line(struct canvas *canvas, int row, const struct line *from)
{
    struct line *line = canvas_line(canvas, row);
    line_join(line, from);
    line_cut(line, canvas->width, canvas_sign(canvas, "…", ">"));
}

/* Shows as much of the quote as leaves one line for its source, which gets all remaining rows. */
static void draw_strip(struct view *view, struct canvas *canvas)
{
    struct source_state *state = state_of(view);
    struct line citation = {0};
    struct wrapping rows = {.most = (size_t)canvas->height + 1};
    int quote =
        canvas->height - 1 < (int)state->quote_rows ? canvas->height - 1 : (int)state->quote_rows;
    for (int row = 0; row < quote; row++)
        copy_line(canvas, row, &state->wrapping.rows[row].line);
    if (quote > 0 && quote < (int)state->quote_rows)
        canvas_mark_more(canvas, quote - 1);
    write_strip_citation(view, &citation);
    if (canvas->ascii)
        line_make_ascii(&citation);
    wrapping_add(&rows, &citation, NO_ROW, canvas->width, 3);
    for (int row = quote; row < canvas->height && row - quote < (int)rows.count; row++)
        copy_line(canvas, row, &rows.rows[row - quote].line);
    if ((int)rows.count > canvas->height - quote)
        canvas_mark_more(canvas, canvas->height - 1);
    wrapping_release(&rows);
    line_release(&citation);
}

static void draw_whole(struct view *view, struct canvas *canvas, bool is_focused)
{
    struct source_state *state = state_of(view);
    list_set_height(&view->list, (size_t)canvas->height);
    for (int row = 0; row < canvas->height; row++) {
        size_t item = view->list.top + (size_t)row;
        if (item >= state->wrapping.count)
            break;
        copy_line(canvas, row, &state->wrapping.rows[item].line);
        view_note_item(view, row, item);
        if (is_focused && item == view->list.cursor)
            canvas_mark_row(canvas, row, ROLE_CURSOR);
        highlight_matches(&view->workspace->model->search, canvas_line(canvas, row));
    }
    if (view->list.top + view->list.height < view->list.count)
        canvas_mark_more(canvas, canvas->height - 1);
}

static void draw(struct view *view, struct canvas *canvas, bool is_focused)
{
    struct source_state *state = state_of(view);
    if (canvas->height < 1 || canvas->width < 1)
        return;
    make_rows(view, canvas->width);
    list_set_count(&view->list, state->wrapping.count);
    if (!state->wrapping.count) {
        line_puts(canvas_line(canvas, 0), ROLE_DIM, "nothing is selected");
        line_cut(canvas_line(canvas, 0), canvas->width, canvas_sign(canvas, "…", ">"));
    } else if (!is_focused && canvas->height < (int)state->wrapping.count &&
               canvas->height < (int)state->quote_rows + ROWS_BELOW_QUOTE) {
        draw_strip(view, canvas);
        for (int row = 0; row < canvas->height; row++)
            highlight_matches(&view->workspace->model->search, canvas_line(canvas, row));
    } else {
        draw_whole(view, canvas, is_focused);
    }
}

static int full_height(struct view *view, int width)
{
    make_rows(view, width);
    return state_of(view)->wrapping.count ? (int)state_of(view)->wrapping.count : 1;
}

static struct item item(const struct view *view)
{
    size_t row = view->workspace->model->selection.row;
    struct item found = {.row = row};
    if (row != NO_ROW) {
        found.column = field_table[FIELD_SOURCE].name;
        found.value = dataset_text(&view->workspace->model->dataset, row, FIELD_SOURCE);
    }
    return found;
}

/* Enter on the name of another claim leads to it; elsewhere to the next figure in the quote. */
static bool request(struct view *view, enum request request)
{
    const struct source_state *state = state_of(view);
    if (request != REQUEST_OPEN)
        return false;
    size_t row = view->list.cursor < state->wrapping.count
                     ? state->wrapping.rows[view->list.cursor].claim
                     : NO_ROW;
    if (row == NO_ROW)
        row = quote_next_claim(view->workspace->model);
    workspace_select(view->workspace, row);
    return true;
}

static void write_title(const struct view *view, struct line *line)
{
    const struct workspace *workspace = view->workspace;
    const struct observation *observation =
        analysis_observation(workspace->model->results.analysis, workspace->model->selection.row);
    if (!observation)
        return;
    for (size_t i = 0; i < observation->claims.count; i++)
        if (observation->claims.rows[i] == workspace->model->selection.row)
            line_printf(line, ROLE_DIM, "%zu of %zu on this", i + 1, observation->claims.count);
}

static void release(struct view *view)
{
    struct source_state *state = state_of(view);
    wrapping_release(&state->wrapping);
    free(state);
}

static void init(struct view *view)
{
    struct source_state *state = xcalloc(1, sizeof *state);
    state->width = -1;
    view->state = state;
}

const struct view_ops source_view_ops = {
    .name = "source",
    .title = "Source",
    .help = "the quote behind the selection, who says so, and whether others agree",
    .keys = "article same-quote copy back",
    .behind = PANE_SOURCE,
    .init = init,
    .refresh = refresh,
    .write_title = write_title,
    .draw = draw,
    .full_height = full_height,
    .item = item,
    .select = select_row,
    .request = request,
    .release = release,
};
