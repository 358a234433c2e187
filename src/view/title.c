/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "view/title.h"

#include "analysis/claims/headline.h"
#include "model/file_loading.h"
#include "model/opening.h"

#define LEAST_FILE_CELLS 12

/* Appends a part of the title if it fits completely. */
static void add_if_fits(struct line *line, int width, enum role role, const char *text)
{
    if (line_cells(line) + 2 + text_cells(text_of(text)) > width)
        return;
    line_puts(line, ROLE_PLAIN, "  ");
    line_puts(line, role, text);
}

static void write_filters(struct buffer *out, const struct choices *choices)
{
    buffer_puts(out, "filter: ");
    size_t start = out->length;
    const char *filter;
    for (size_t at = 0; (filter = choices_next_filter(choices, &at));)
        buffer_printf(out, "%s%s", out->length > start ? " & " : "", filter);
    if (out->length == start)
        buffer_puts(out, "none");
}

static void write_number_of(struct buffer *out, size_t count, const char *things)
{
    buffer_puts(out, out->length ? "  " : "");
    decimal_format(out, (double)count, 0);
    buffer_printf(out, " %s%s", things, count == 1 ? "" : "s");
}

static void write_counts(struct buffer *out, const struct workspace *workspace)
{
    const struct dataset *file = model_current_file(workspace->model);
    const size_t *counts = workspace->model->dataset.count_of_kind;
    if (file->form != FORM_CLAIMS) {
        write_number_of(out, table_row_count(file->table), "row");
        return;
    }
    write_number_of(out, counts[KIND_FIGURE] + counts[KIND_TARGET] + counts[KIND_FORECAST],
                    "figure");
    write_number_of(out, counts[KIND_EVENT], "event");
    write_number_of(out, workspace->model->dataset.source_count, "source");
}

/* Appends ": 27 Mineral fuels, oils". */
static void add_product(struct line *line, const struct workspace *workspace, struct text product)
{
    if (!product.length)
        return;
    const char *name = model_product_name(workspace->model, product, NULL);
    line_puts(line, ROLE_PLAIN, ": ");
    line_add(line, ROLE_STRONG, product);
    if (name)
        line_printf(line, ROLE_PLAIN, " %s", name);
}

/* Appends "India > Russia: 27 Mineral fuels, oils". */
static void write_trade(struct line *line, const struct workspace *workspace)
{
    if (!workspace->model->results.analysis)
        return; /* it is deferred */
    const struct pair *pair = analysis_pair(workspace->model->results.analysis);
    if (pair->reporter.length) {
        line_puts(line, ROLE_PLAIN, "  ");
        line_add(line, ROLE_STRONG, pair->reporter);
        line_puts(line, ROLE_PLAIN, " > ");
        line_add(line, ROLE_STRONG, pair->partner);
    }
    add_product(line, workspace, pair->product);
}

/* Shortens the text in the middle, as both ends distinguish files. */
static void add_shortened(struct line *line, struct text text, int cells, const char *mark)
{
    int kept = cells - text_cells(text_of(mark));
    if (text_cells(text) <= cells) {
        line_add(line, ROLE_PLAIN, text);
        return;
    }
    struct text end = text;
    while (text_cells(end) > kept / 2) {
        size_t length = text_character(end);
        end = (struct text){end.data + length, end.length - length};
    }
    line_add(line, ROLE_PLAIN, (struct text){text.data, text_fit(text, kept - kept / 2)});
    line_puts(line, ROLE_PLAIN, mark);
    line_add(line, ROLE_PLAIN, end);
}

/* A long file name is shortened to make room for the pair of countries. */
static void write_files(struct line *line, const struct workspace *workspace,
                        const struct line *trade, int width, const struct canvas *canvas)
{
    struct buffer files = {0};
    int room = width - line_cells(line) - line_cells(trade);
    model_write_files(workspace->model, &files);
    add_shortened(line, buffer_text(&files), room > LEAST_FILE_CELLS ? room : LEAST_FILE_CELLS,
                  canvas_sign(canvas, "…", ">"));
    buffer_release(&files);
}

static void write_scope(struct line *line, struct workspace *workspace, int width)
{
    struct buffer text = {0};
    if (choices_has_filters(&workspace->model->choices)) {
        workspace_format_count(workspace, &text);
        buffer_puts(&text, "  ");
        write_filters(&text, &workspace->model->choices);
        line_puts(line, ROLE_PLAIN, "  ");
        line_puts(line, ROLE_WARN, text.data);
    } else {
        write_counts(&text, workspace);
        add_if_fits(line, width, ROLE_PLAIN, text.data);
        buffer_truncate(&text, 0);
        write_filters(&text, &workspace->model->choices);
        add_if_fits(line, width, ROLE_DIM, text.data);
    }
    buffer_release(&text);
}

/* Shown as long as the file is open, at any size. */
static void mark_unread(struct line *line, const struct workspace *workspace)
{
    struct unread unread = model_unread(workspace->model);
    if (unread.rows) {
        struct buffer count = {0};
        decimal_format(&count, (double)unread.rows, 0);
        line_printf(line, ROLE_BAD, "  %s unread", count.data);
        buffer_release(&count);
    } else if (unread_is_some(unread)) {
        line_puts(line, ROLE_BAD, "  not whole");
    }
}

/* `width` is what the row has for it. */
static void draw_files(struct workspace *workspace, struct canvas *canvas, int width)
{
    static const char program[] = " tradescope";
    struct line *line = canvas_line(canvas, 0), trade = {0};
    write_trade(&trade, workspace);
    if (line_cells(&trade) + LEAST_FILE_CELLS + text_cells(text_of(program)) <= width)
        line_puts(line, ROLE_TITLE, program);
    mark_unread(line, workspace);
    line_puts(line, ROLE_PLAIN, line->text.length ? "  " : " ");
    write_files(line, workspace, &trade, width, canvas);
    line_join(line, &trade);
    write_scope(line, workspace, width);
    line_cut(line, width, canvas_sign(canvas, "…", ">"));
    line_release(&trade);
}

static void write_headline(const struct workspace *workspace, struct buffer *out, int cells)
{
    if (model_is_blank(workspace->model))
        model_write_progress(workspace->model, out);
    else
        headline_write(out, analysis_pair(workspace->model->results.analysis),
                       analysis_balance(workspace->model->results.analysis),
                       analysis_path(workspace->model->results.analysis), cells);
}

/* Precedes the headline, which gets the remaining cells. */
static void warn_of_unread(const struct workspace *workspace, struct line *line)
{
    struct buffer text = {0};
    if (!workspace_unread_is_known(workspace))
        unread_write_with_problems(&text, model_unread(workspace->model));
    if (text.length)
        line_printf(line, ROLE_BAD, " %s.", text.data);
    buffer_release(&text);
}

static void draw_headline(const struct workspace *workspace, struct canvas *canvas)
{
    struct buffer text = {0};
    struct line *line = canvas_line(canvas, TITLE_HEADLINE_ROW);
    if (!workspace->model->results.analysis)
        return; /* it is deferred */
    line_puts(line, ROLE_WARN, model_is_partly_loaded(workspace->model) ? " Partial:" : "");
    warn_of_unread(workspace, line);
    line_puts(line, ROLE_PLAIN, " ");
    write_headline(workspace, &text, canvas->width - line_cells(line));
    line_add(line, ROLE_STRONG, buffer_text(&text));
    line_cut(line, canvas->width, canvas_sign(canvas, "…", ">"));
    buffer_release(&text);
}

void title_draw(struct workspace *workspace, struct canvas *canvas, int taken)
{
    draw_files(workspace, canvas, canvas->width - taken);
    draw_headline(workspace, canvas);
}
