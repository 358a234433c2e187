/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "view/page.h"

#include "base/array.h"
#include "base/memory.h"
#include "view/draw/highlight.h"
#include "view/draw/wrapping.h"
#include "view/workspace.h"

#include <stdlib.h>
#include <string.h>

#define LEAST_NAME_CELLS 8

struct page {
    char *title;
    struct page_subject subject;
    page_choice *choose;
    bool leads_to_claims;
    struct page_line *lines;
    size_t count, capacity;
    size_t first;             /* the line at which it opens */
    struct wrapping wrapping; /* the lines, wrapped at `width` */
    int width;                /* 0 before they were wrapped */
};

void page_choose_claim(struct workspace *workspace, size_t row, const char *value)
{
    (void)value;
    workspace_select(workspace, row);
    workspace_focus(workspace, PANE_SOURCE);
}

struct page *page_new(const char *title, page_choice *choose)
{
    struct page *page = xcalloc(1, sizeof *page);
    page->title = xstrdup(title);
    page->choose = choose;
    return page;
}

struct line *page_add(struct page *page, size_t row, const char *value, int indent)
{
    ARRAY_RESERVE(page->lines, page->count + 1, page->capacity);
    size_t place = page->count ? page->lines[page->count - 1].place : 0;
    page->lines[page->count] = (struct page_line){.row = row,
                                                  .value = value ? xstrdup(value) : NULL,
                                                  .indent = indent,
                                                  .place = place + (value != NULL)};
    return &page->lines[page->count++].line;
}

void page_free(struct page *page)
{
    for (size_t i = 0; i < page->count; i++) {
        line_release(&page->lines[i].line);
        free(page->lines[i].value);
    }
    wrapping_release(&page->wrapping);
    free(page->lines);
    free(page->title);
    free(page->subject.product);
    free(page);
}

void page_end_name(struct page *page)
{
    struct page_line *last = &page->lines[page->count - 1];
    last->name = last->line.text.length;
}

static struct text name_of(const struct page_line *line)
{
    return (struct text){line->line.text.data, line->name};
}

/* Returns the width for the names of lines with columns. */
static int measure_names(const struct page *page, int width)
{
    int name = 0, columns = 0;
    for (size_t i = 0; i < page->count; i++) {
        const struct page_line *line = &page->lines[i];
        int cells = line->name ? text_cells(name_of(line)) : 0;
        int behind = line->name ? line_cells(&line->line) - cells : 0;
        name = cells > name ? cells : name;
        columns = behind > columns ? behind : columns;
    }
    int room = width - columns > LEAST_NAME_CELLS ? width - columns : LEAST_NAME_CELLS;
    return name < room ? name : room;
}

static void wrap_line(struct wrapping *rows, const struct page_line *line, int names, int width,
                      bool ascii)
{
    struct line laid = {0};
    line_add_part(&laid, &line->line, 0, line->name);
    line_cut(&laid, names, ascii ? ">" : "…");
    if (line->name)
        line_pad(&laid, names);
    line_add_part(&laid, &line->line, line->name, line->line.text.length);
    if (ascii) /* this changes its length */
        line_make_ascii(&laid);
    wrapping_add(rows, &laid, line->row, width, line->indent);
    line_release(&laid);
}

static void wrap_lines(struct wrapping *rows, const struct page *page, int width, bool ascii)
{
    int names = measure_names(page, width);
    for (size_t i = 0; i < page->count; i++)
        wrap_line(rows, &page->lines[i], names, width, ascii);
}

void page_write(const struct page *page, int width, bool ascii, struct buffer *out)
{
    struct wrapping rows = {0};
    wrap_lines(&rows, page, width, ascii);
    for (size_t i = 0; i < rows.count; i++)
        line_write(&rows.rows[i].line, ascii, out);
    wrapping_release(&rows);
}

void page_lead_to_claims(struct page *page)
{
    page->leads_to_claims = true;
}

static struct page *page_of(const struct view *view)
{
    return view->state;
}

static const struct page_line *line_at_cursor(const struct view *view)
{
    const struct page *page = page_of(view);
    if (view->list.cursor >= page->wrapping.count)
        return NULL;
    return &page->lines[page->wrapping.rows[view->list.cursor].paragraph];
}

static size_t first_row_of(const struct page *page, size_t line)
{
    size_t row = 0;
    while (row < page->wrapping.count && page->wrapping.rows[row].paragraph < line)
        row++;
    return row;
}

/* Wraps the lines for another width. The cursor stays on its line. */
static void wrap(struct view *view, int width)
{
    struct page *page = page_of(view);
    if (page->width == width)
        return;
    bool is_opened = page->width == 0;
    const struct page_line *current = line_at_cursor(view);
    size_t line = current ? (size_t)(current - page->lines) : page->first;
    wrapping_clear(&page->wrapping);
    page->width = width;
    wrap_lines(&page->wrapping, page, width, view->workspace->look.ascii);
    list_set_count(&view->list, page->wrapping.count);
    list_move_to(&view->list, first_row_of(page, line));
    /* A page to read opens at its top. A page to choose from keeps its headings visible. */
    if (is_opened && !page->choose)
        list_scroll_by(&view->list, (ptrdiff_t)(view->list.cursor - view->list.top));
}

static void refresh(struct view *view)
{
    (void)view;
}

/* On a page to choose from, headings are not counted. */
static void write_title(const struct view *view, struct line *line)
{
    const struct page *page = page_of(view);
    const struct page_line *current = line_at_cursor(view);
    size_t of = page->choose && page->count ? page->lines[page->count - 1].place : 0;
    size_t at = of && current ? current->place : 0;
    if (!of) {
        of = view->list.count;
        at = of ? view->list.cursor + 1 : 0;
    }
    line_puts(line, ROLE_FOCUS, page->title);
    line_printf(line, ROLE_DIM, "  %zu of %zu", at, of);
}

static void draw(struct view *view, struct canvas *canvas, bool is_focused)
{
    const struct page *page = page_of(view);
    list_set_height(&view->list, (size_t)(canvas->height > 0 ? canvas->height : 1));
    wrap(view, canvas->width - 2);
    for (int row = 0; row < canvas->height; row++) {
        size_t item = view->list.top + (size_t)row;
        if (item >= page->wrapping.count)
            break;
        struct line *line = canvas_item_line(canvas, row, item == view->list.cursor);
        view_note_item(view, row, item);
        line_join(line, &page->wrapping.rows[item].line);
        line_cut(line, canvas->width, canvas_sign(canvas, "…", ">"));
        if (is_focused && item == view->list.cursor)
            canvas_mark_row(canvas, row, ROLE_CURSOR);
        highlight_matches(&view->workspace->model->search, line);
    }
}

static int full_height(struct view *view, int width)
{
    wrap(view, width - 2);
    return (int)page_of(view)->wrapping.count;
}

static struct item item(const struct view *view)
{
    const struct page_line *line = line_at_cursor(view);
    return (struct item){.row = line ? line->row : NO_ROW};
}

/* Returns false if no line leads to a claim. */
static bool move_to_next_claim(struct view *view)
{
    const struct page *page = page_of(view);
    const struct page_line *current = line_at_cursor(view);
    size_t from = current ? (size_t)(current - page->lines) : 0;
    for (size_t step = 1; step <= page->count; step++) {
        size_t at = (from + step) % page->count;
        if (page->lines[at].row == NO_ROW)
            continue;
        list_move_to(&view->list, first_row_of(page, at));
        return true;
    }
    return false;
}

static bool request(struct view *view, enum request request)
{
    if (request == REQUEST_NEXT_CLAIM)
        return move_to_next_claim(view);
    const struct page *page = page_of(view);
    const struct page_line *line = line_at_cursor(view);
    if (request != REQUEST_OPEN || !page->choose || !line)
        return request == REQUEST_OPEN;
    if (!line->value && line->row == NO_ROW)
        return true;
    struct workspace *workspace = view->workspace;
    page_choice *choose = page->choose;
    size_t row = line->row;
    char *value = line->value ? xstrdup(line->value) : NULL;
    workspace_close(workspace);
    workspace->has_closed = true;
    choose(workspace, row, value);
    free(value);
    return true;
}

static void release(struct view *view)
{
    page_free(page_of(view));
}

static bool is_match(const struct view *view, size_t line)
{
    const struct pattern *pattern = view->workspace->model->search.pattern;
    return pattern && pattern_matches(pattern, buffer_text(&page_of(view)->lines[line].line.text));
}

static size_t count_matches_before(const struct view *view, size_t end)
{
    size_t count = 0;
    for (size_t line = 0; line < end; line++)
        count += is_match(view, line);
    return count;
}

static size_t count_matches(const struct view *view)
{
    return count_matches_before(view, page_of(view)->count);
}

static bool find(struct view *view, bool is_backward, size_t *match)
{
    const struct page *page = page_of(view);
    const struct page_line *current = line_at_cursor(view);
    size_t from = current ? (size_t)(current - page->lines) : 0;
    for (size_t step = 1; step <= page->count; step++) {
        size_t at = (from + (is_backward ? page->count - step : step)) % page->count;
        if (!is_match(view, at))
            continue;
        list_move_to(&view->list, first_row_of(page, at));
        *match = count_matches_before(view, at);
        return true;
    }
    return false;
}

/* Enter chooses on some pages and does nothing on others; otherwise they are the same. */
#define PAGE_OPERATIONS                                                                       \
    .name = "page", .help = "lines to read or to choose from", .forget = forget,              \
    .refresh = refresh, .write_title = write_title, .draw = draw, .full_height = full_height, \
    .item = item, .request = request, .release = release, .find = find,                       \
    .count_matches = count_matches

/* Drops links to rows of sums, which are made again. */
static void forget(struct view *view)
{
    struct page *page = page_of(view);
    for (size_t i = 0; i < page->count; i++)
        if (page->lines[i].row != NO_ROW &&
            model_is_sum(view->workspace->model, page->lines[i].row))
            page->lines[i].row = NO_ROW;
}

static const struct view_ops choice_ops = {
    PAGE_OPERATIONS,
    .keys = "open search search-next close",
};

/* Of a page whose lines lead to claims. */
static const struct view_ops claims_ops = {
    PAGE_OPERATIONS,
    .keys = "open same-quote search search-next close",
};

static const struct view_ops reading_ops = {
    PAGE_OPERATIONS,
    .keys = "search search-next close",
};

void page_open(struct workspace *workspace, struct page *page, size_t first)
{
    page->first = first;
    const struct view_ops *ops = !page->choose           ? &reading_ops
                                 : page->leads_to_claims ? &claims_ops
                                                         : &choice_ops;
    workspace_push_overlay(workspace, (struct view){.ops = ops, .state = page});
}

size_t page_line_of(const struct page *page, const char *value)
{
    for (size_t i = 0; i < page->count; i++)
        if (page->lines[i].value && strcmp(page->lines[i].value, value) == 0)
            return i;
    return 0;
}

const char *page_title(const struct view *view)
{
    return page_of(view)->title;
}

bool page_is(const struct view *view)
{
    return view->ops == &choice_ops || view->ops == &claims_ops || view->ops == &reading_ops;
}

const struct page *page_of_view(const struct view *view)
{
    return page_of(view);
}

void page_set_subject(struct page *page, struct page_subject subject)
{
    free(page->subject.product);
    page->subject = subject;
}

const struct page_subject *page_subject(const struct view *view)
{
    return &page_of(view)->subject;
}
