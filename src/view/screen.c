/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "view/screen.h"

#include "model/file_loading.h"
#include "view/arrangement.h"
#include "view/explain.h"
#include "view/draw/footer.h"
#include "view/tabs.h"
#include "view/title.h"
#include "view/draw/wrapping.h"

#include <stdlib.h>
#include <string.h>

static const char *cut_sign(const struct canvas *canvas)
{
    return canvas_sign(canvas, "…", ">");
}

/*
 * Returns the view whose evidence is shown in the strip of Source: the pane above, if its evidence
 * is not a quote. NULL for Source itself.
 */
static struct view *view_with_evidence(struct workspace *workspace, enum pane pane,
                                       const struct effort *effort)
{
    struct view *above = workspace_pane(workspace, workspace->focus, effort);
    bool has_evidence = above->ops->draw_evidence && !view_is_stale(above);
    return pane == PANE_SOURCE && has_evidence ? above : NULL;
}

static void draw_bar(struct workspace *workspace, const struct effort *effort, enum pane pane,
                     bool is_focused, int width, const struct canvas *canvas, struct line *line)
{
    if (view_with_evidence(workspace, pane, effort)) {
        bar_fill(line, ROLE_FRAME, width, canvas);
        return;
    }
    view_update(&workspace->views[pane], effort);
    bar_write_pane(workspace, pane, is_focused, width, canvas, line);
}

/* Copies the rows of the body to their position on the screen. */
static void join_body(struct canvas *canvas, struct canvas *body, const struct rectangle *place)
{
    for (int row = 0; row < place->height; row++) {
        struct line *line = canvas_line(canvas, place->row + row);
        line_pad(line, place->column);
        line_join(line, canvas_line(body, row));
    }
    canvas_release(body);
}

static void draw_view(struct view *view, const struct effort *effort, struct canvas *canvas,
                      const struct rectangle *place, bool is_focused)
{
    struct canvas body;
    canvas_init(&body, place->width, place->height, canvas->ascii);
    view_draw(view, &body, is_focused, effort);
    join_body(canvas, &body, place);
}

static void draw_body(struct workspace *workspace, const struct effort *effort, enum pane pane,
                      struct canvas *canvas, const struct rectangle *place, bool is_focused)
{
    struct view *above = view_with_evidence(workspace, pane, effort);
    if (!above) {
        draw_view(workspace_pane(workspace, pane, effort), effort, canvas, place, is_focused);
        return;
    }
    struct canvas body;
    canvas_init(&body, place->width, place->height, canvas->ascii);
    above->ops->draw_evidence(above, &body);
    join_body(canvas, &body, place);
}

/* Panes are drawn from left to right, so that the rows of the screen grow rightwards. */
static int compare_panes(const void *left, const void *right)
{
    const struct rectangle *a = *(const struct rectangle *const *)left;
    const struct rectangle *b = *(const struct rectangle *const *)right;
    return a->column - b->column;
}

static void draw_separator(struct canvas *canvas, const struct rectangle *place)
{
    for (int row = place->row; place->column > 0 && row < place->row + place->height; row++) {
        struct line *line = canvas_line(canvas, row);
        line_pad(line, place->column - 1);
        line_puts(line, ROLE_FRAME, canvas_sign(canvas, "│", "|"));
    }
}

static void draw_panes(struct workspace *workspace, const struct effort *effort,
                       struct canvas *canvas, const struct layout *layout)
{
    const struct rectangle *places[PANE_COUNT];
    for (size_t i = 0; i < PANE_COUNT; i++)
        places[i] = &layout->panes[i];
    qsort(places, PANE_COUNT, sizeof *places, compare_panes);
    bool has_overlay = workspace->overlay_count > 0;
    for (size_t i = 0; i < PANE_COUNT; i++) {
        enum pane pane = (enum pane)(places[i] - layout->panes);
        bool is_focused = pane == workspace->focus && !has_overlay;
        if (places[i]->height < 1)
            continue;
        struct line *title = canvas_line(canvas, places[i]->row - 1), bar = {0};
        bool has_tabs = layout->kind == LAYOUT_TABS && pane == workspace->focus;
        if (!has_tabs) {
            draw_bar(workspace, effort, pane, is_focused, places[i]->width, canvas, &bar);
            if (places[i]->column)
                line_puts(title, ROLE_FRAME, canvas_sign(canvas, "─", "-"));
            line_join(title, &bar);
            line_release(&bar);
        }
        draw_separator(canvas, places[i]);
        draw_body(workspace, effort, pane, canvas, places[i], is_focused);
    }
}

/* A page covers the area between headline and function line, except the evidence. */
static void draw_overlay(struct workspace *workspace, const struct effort *effort,
                         struct canvas *canvas, const struct layout *layout)
{
    struct view *view = workspace_view(workspace, effort);
    struct rectangle place = {layout->header_rows + 1, 0, canvas->width,
                              canvas->height - layout->header_rows - 2};
    for (int row = layout->header_rows; row < canvas->height; row++)
        line_clear(canvas_line(canvas, row));
    bar_write_page(view, canvas->width, canvas, canvas_line(canvas, layout->header_rows));
    draw_view(view, effort, canvas, &place, true);
}

static void draw_hints(struct canvas *canvas, const struct hint *hints, size_t count)
{
    struct line *line = canvas_line(canvas, canvas->height - 1);
    line_puts(line, ROLE_PLAIN, " ");
    for (size_t i = 0; i < count; i++) {
        int cells = text_cells(text_of(hints[i].key)) + 1 + text_cells(text_of(hints[i].label));
        if (line_cells(line) + cells + 1 > canvas->width)
            break;
        line_puts(line, ROLE_KEY, hints[i].key);
        line_printf(line, ROLE_PLAIN, " %s  ", hints[i].label);
    }
    line_cut(line, canvas->width, "");
}

/* Draws the loading progress in place of the hints. */
static void draw_progress(const struct workspace *workspace, struct canvas *canvas)
{
    struct line *line = canvas_line(canvas, canvas->height - 1);
    struct buffer text = {0};
    model_write_progress(workspace->model, &text);
    line_puts(line, ROLE_PLAIN, " ");
    line_add(line, ROLE_PLAIN, buffer_text(&text));
    if (model_is_partly_loaded(workspace->model))
        line_puts(line, ROLE_WARN, "  partial");
    line_puts(line, ROLE_PLAIN, "; ");
    line_puts(line, ROLE_KEY, "^C");
    line_puts(line, ROLE_PLAIN, model_pending_name(workspace->model) ? " gives it up" : " stops");
    line_cut(line, canvas->width, cut_sign(canvas));
    buffer_release(&text);
}

static void write_message(struct buffer *out, const struct message *message)
{
    buffer_puts(out, message->text);
    if (message->way_back)
        buffer_printf(out, "; %s", message->way_back);
}

/* A long message, or one of several lines (an error with a caret), covers the rows above. */
static void draw_message(const struct workspace *workspace, struct canvas *canvas)
{
    struct wrapping rows = {0};
    struct buffer message = {0};
    static const enum role roles[MESSAGE_KIND_COUNT] = {
        [MESSAGE_NOTE] = ROLE_PLAIN,   [MESSAGE_FAINT] = ROLE_DIM, [MESSAGE_GOOD] = ROLE_GOOD,
        [MESSAGE_WARNING] = ROLE_WARN, [MESSAGE_ERROR] = ROLE_BAD,
    };
    enum role role = roles[workspace->model->message.kind];
    write_message(&message, &workspace->model->message);
    for (const char *text = message.data; *text;) {
        struct line line = {0};
        size_t length = strcspn(text, "\n");
        line_puts(&line, role, " ");
        line_add(&line, role, (struct text){text, length});
        wrapping_add(&rows, &line, NO_ROW, canvas->width, 1);
        line_release(&line);
        text += length + (text[length] == '\n');
    }
    for (size_t i = 1; i <= rows.count && i <= (size_t)canvas->height; i++)
        line_clear(canvas_line(canvas, canvas->height - (int)i));
    footer_draw(canvas, &rows, canvas->height);
    wrapping_release(&rows);
    buffer_release(&message);
}

/* The message says what size is needed, in any window that has room for it. */
static void draw_too_small(struct canvas *canvas)
{
    struct line *line = canvas_line(canvas, 0);
    line_printf(line, ROLE_WARN, "The window is too small: %dx%d or more", LAYOUT_LEAST_WIDTH,
                LAYOUT_LEAST_HEIGHT);
    if (line_cells(line) > canvas->width) {
        line_clear(line);
        line_printf(line, ROLE_WARN, "too small: %dx%d", LAYOUT_LEAST_WIDTH, LAYOUT_LEAST_HEIGHT);
    }
    line_cut(line, canvas->width, cut_sign(canvas));
}

static struct layout make_layout(struct workspace *workspace, const struct effort *effort,
                                 int width, int height)
{
    return layout_make(width, height, workspace->focus, workspace->is_zoomed,
                       arrangement_panes(workspace, effort));
}

void screen_compose(struct workspace *workspace, const struct effort *effort, struct canvas *canvas,
                    const struct hint *hints, size_t hint_count)
{
    workspace_update(workspace, effort);
    for (size_t i = 0; i < PANE_COUNT; i++)
        workspace->views[i].is_drawn = false;
    struct layout layout = make_layout(workspace, effort, canvas->width, canvas->height);
    if (layout.kind == LAYOUT_TOO_SMALL) {
        draw_too_small(canvas);
        return;
    }
    bool has_tabs = layout.kind == LAYOUT_TABS;
    title_draw(workspace, canvas, tabs_aside_cells(workspace, has_tabs, canvas->width));
    tabs_draw_aside(workspace, has_tabs, canvas);
    if (workspace->overlay_count) {
        draw_overlay(workspace, effort, canvas, &layout);
    } else {
        if (layout.kind == LAYOUT_TABS)
            tabs_draw(workspace, effort, canvas, layout.header_rows);
        draw_panes(workspace, effort, canvas, &layout);
    }
    if (workspace->model->message.text)
        draw_message(workspace, canvas);
    else if (workspace->model->queue.loading)
        draw_progress(workspace, canvas);
    else
        draw_hints(canvas, hints, hint_count);
    for (int row = 0; canvas->ascii && row < canvas->height; row++) {
        line_make_ascii(canvas_line(canvas, row));
        line_cut(canvas_line(canvas, row), canvas->width, ">");
    }
}

/*
 * Returns the view at a cell and the row of its body, or NULL. A click on a title focuses its pane.
 */
static struct view *view_at(struct workspace *workspace, const struct layout *layout, int row,
                            int column, int *body_row, enum pane *pane)
{
    *pane = PANE_COUNT;
    if (workspace->overlay_count) {
        *body_row = row - layout->header_rows - 1;
        return workspace_view(workspace, workspace->model->user);
    }
    *pane = layout_pane_at(layout, row, column);
    if (*pane == PANE_COUNT)
        return NULL;
    *body_row = row - layout->panes[*pane].row;
    return workspace_pane(workspace, *pane, workspace->model->user);
}

static void go_to_pane(struct workspace *workspace, enum pane pane)
{
    while (workspace->overlay_count)
        workspace_close(workspace);
    workspace_focus(workspace, pane);
}

void screen_click(struct workspace *workspace, int width, int height, int row, int column,
                  bool is_double)
{
    struct layout layout = make_layout(workspace, workspace->model->user, width, height);
    enum pane pane;
    int body_row;
    if (layout.kind == LAYOUT_TABS && row == layout.header_rows && !workspace->overlay_count) {
        pane = tabs_find(workspace, width, column);
        if (pane != PANE_COUNT)
            workspace_focus(workspace, pane);
        return;
    }
    if (layout.kind != LAYOUT_TOO_SMALL && row == 0) {
        pane = tabs_find_aside(workspace, layout.kind == LAYOUT_TABS, width, column);
        if (pane != PANE_COUNT)
            go_to_pane(workspace, pane);
        return;
    }
    if (is_double && row == TITLE_HEADLINE_ROW && layout.kind != LAYOUT_TOO_SMALL)
        explain_headline(workspace);
    struct view *view = view_at(workspace, &layout, row, column, &body_row, &pane);
    if (!view)
        return;
    if (pane != PANE_COUNT)
        workspace_focus(workspace, pane);
    if (body_row < 0)
        return;
    view_click(view, body_row);
    workspace_follow_cursor(workspace);
    if (is_double)
        workspace_request(workspace, REQUEST_OPEN);
}

void screen_scroll(struct workspace *workspace, int width, int height, int row, int column,
                   int rows)
{
    struct layout layout = make_layout(workspace, workspace->model->user, width, height);
    enum pane pane;
    int body_row;
    struct view *view = view_at(workspace, &layout, row, column, &body_row, &pane);
    if (!view)
        return;
    list_scroll_by(&view->list, rows);
    if (view == workspace_view(workspace, workspace->model->user))
        workspace_follow_cursor(workspace);
}
