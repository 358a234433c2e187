/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Checks: the results of the audit, worst first. */
#include "config.h"

#include "view/panes.h"

#include "base/memory.h"
#include "view/draw/footer.h"
#include "view/draw/highlight.h"
#include "view/workspace.h"

#include <stdlib.h>
#include <string.h>

struct checks_state {
    size_t shared; /* bytes at the start of each check that repeat the title */
};

static const struct audit *audit_of(const struct view *view)
{
    return analysis_audit(view->workspace->model->results.analysis);
}

static enum role role_of(enum audit_outcome outcome)
{
    static const enum role roles[AUDIT_OUTCOME_COUNT] = {
        [AUDIT_OK] = ROLE_GOOD,    [AUDIT_UNCHECKED] = ROLE_DIM, [AUDIT_NOTE] = ROLE_WARN,
        [AUDIT_CLOSE] = ROLE_WARN, [AUDIT_CONFLICT] = ROLE_BAD,
    };
    return roles[outcome];
}

/*
 * Returns the length of the pair at the start of each check, if all are on the pair in the title.
 */
static size_t shared_length(const struct view *view)
{
    const struct audit *audit = audit_of(view);
    const struct pair *shown = analysis_pair(view->workspace->model->results.analysis);
    const struct claim all_goods = {.reporter = shown->reporter, .partner = shown->partner};
    struct buffer pair = {0};
    audit_write_trade(&pair, &all_goods);
    size_t length = pair.length;
    for (size_t i = 0; i < audit->count && length; i++)
        if (strncmp(audit->checks[i].text, pair.data, length) != 0)
            length = 0;
    buffer_release(&pair);
    return length;
}

/* Rows still being loaded may contradict or confirm the results. */
static bool is_put_off(const struct view *view)
{
    return view->workspace->model->queue.loading != NULL;
}

static void refresh(struct view *view)
{
    struct checks_state *state = view->state;
    list_set_count(&view->list, is_put_off(view) ? 0 : audit_of(view)->count);
    state->shared = is_put_off(view) ? 0 : shared_length(view);
}

static void write_check(struct view *view, struct canvas *canvas, int row, size_t item,
                        bool is_focused)
{
    const struct checks_state *state = view->state;
    const struct check *check = &audit_of(view)->checks[item];
    bool is_cursor = item == view->list.cursor;
    struct line *line = canvas_item_line(canvas, row, is_cursor);
    view_note_item(view, row, item);
    int start = line_cells(line);
    line_puts(line, role_of(check->outcome), audit_outcome_word(check->outcome));
    line_pad(line, start + 19);
    line_puts(line, ROLE_PLAIN, check->text + state->shared);
    line_cut(line, canvas->width, canvas_sign(canvas, "…", ">"));
    if (is_cursor)
        canvas_mark_row(canvas, row, is_focused ? ROLE_CURSOR : ROLE_SELECTED);
    highlight_matches(&view->workspace->model->search, line);
}

/* Printed text has no cursor: each check is written in full. */
static void wrap_all(const struct view *view, struct wrapping *wrapping, int width)
{
    const struct audit *audit = audit_of(view);
    for (size_t i = 0; i < audit->count; i++) {
        const struct check *check = &audit->checks[i];
        struct line line = {0};
        line_puts(&line, role_of(check->outcome), audit_outcome_word(check->outcome));
        line_puts(&line, ROLE_PLAIN, ": ");
        line_puts(&line, ROLE_PLAIN, check->text);
        wrapping_add(wrapping, &line, check->rows[0], width, 2);
        line_release(&line);
    }
}

static void draw_printed(const struct view *view, struct canvas *canvas)
{
    struct wrapping wrapping = {0};
    wrap_all(view, &wrapping, canvas->width);
    footer_draw(canvas, &wrapping, canvas->height);
    wrapping_release(&wrapping);
}

static void draw(struct view *view, struct canvas *canvas, bool is_focused)
{
    if (is_put_off(view) || !audit_of(view)->count) {
        line_puts(canvas_line(canvas, 0), ROLE_DIM,
                  is_put_off(view) ? "nothing is checked before all rows are read"
                                   : "nothing in these rows can be checked");
        line_cut(canvas_line(canvas, 0), canvas->width, "");
        return;
    }
    const struct audit *audit = audit_of(view);
    if (canvas->is_printed) {
        draw_printed(view, canvas);
        return;
    }
    const struct checks_state *state = view->state;
    const char *text = audit->checks[view->list.cursor].text + state->shared;
    int foot = footer_draw_long(canvas, ROLE_PLAIN, text_of(text), canvas->width - 21);
    int height = canvas->height - foot;
    list_set_height(&view->list, (size_t)(height > 0 ? height : 1));
    for (int row = 0; row < height; row++) {
        size_t item = view->list.top + (size_t)row;
        if (item < audit->count)
            write_check(view, canvas, row, item, is_focused);
    }
}

static int full_height(struct view *view, int width)
{
    struct wrapping wrapping = {0};
    wrap_all(view, &wrapping, width);
    int rows = wrapping.count ? (int)wrapping.count : 1;
    wrapping_release(&wrapping);
    return rows;
}

static struct item item(const struct view *view)
{
    if (view->list.cursor >= view->list.count)
        return (struct item){.row = NO_ROW};
    const struct audit *audit = audit_of(view);
    const struct check *check = &audit->checks[view->list.cursor];
    return (struct item){.row = check->rows[0], .derivation = check->computed};
}

static void write_title(const struct view *view, struct line *line)
{
    if (is_put_off(view))
        return;
    const struct audit *audit = audit_of(view);
    for (size_t outcome = AUDIT_OUTCOME_COUNT; outcome-- > 0;)
        if (audit->count_of[outcome])
            line_printf(line, role_of((enum audit_outcome)outcome), "%s%zu %s",
                        line->text.length ? ", " : "", audit->count_of[outcome],
                        audit_outcome_word((enum audit_outcome)outcome));
}

static void release(struct view *view)
{
    free(view->state);
}

static void init(struct view *view)
{
    view->state = xcalloc(1, sizeof(struct checks_state));
}

const struct view_ops checks_view_ops = {
    .name = "checks",
    .title = "Checks",
    .help = "the rows compared with each other: sums, growth, claims, shares",
    .keys = "open explain",
    .behind = PANE_SOURCE,
    .init = init,
    .refresh = refresh,
    .write_title = write_title,
    .draw = draw,
    .full_height = full_height,
    .item = item,
    .release = release,
};
