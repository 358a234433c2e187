/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "view/mirror_page.h"

#include "analysis/statistics/mirror.h"
#include "base/memory.h"
#include "model/sums.h"
#include "view/draw/money_cell.h"
#include "view/page.h"

#include <math.h>
#include <string.h>

struct series mirror_other_side(struct arena *arena, const struct workspace *workspace, size_t file,
                                struct text product)
{
    const struct file_sums *sums = &workspace->model->files.items[file].sums;
    const struct row_set *rows = &workspace->model->files.items[file].shown_rows.rows;
    struct series_request request = {0};
    struct error error = {0};
    struct series series = {0};
    struct trade wish = {text_of(workspace->model->sums.trade.partner),
                         text_of(workspace->model->sums.trade.reporter), product};
    if (statistic_choose(sums->statistic, rows, &wish, &request.trade, &error))
        series = series_make(arena, sums->statistic, rows, &request);
    error_release(&error);
    return series;
}

#define LABEL_CELLS 20
#define MOST_NAME_CELLS 24

/* The column of each side, in one unit if both have one currency. */
struct columns {
    struct unit own, other;
    int own_cells, other_cells;
};

static struct unit unit_of(const struct mirror *mirror, bool is_other)
{
    struct unit unit = {0};
    double largest = 0;
    for (size_t i = 0; i < mirror->count; i++) {
        const struct mirror_entry *entry = &mirror->entries[i];
        const struct sum *sum = is_other ? entry->other : entry->own;
        if (!sum)
            continue;
        unit = sum->unit;
        largest = fmax(largest, fabs(sum->value));
    }
    return money_cell_unit(unit, largest);
}

static int cells_of(const char *name)
{
    int cells = text_cells(text_of(name));
    cells = (cells < MOST_NAME_CELLS ? cells : MOST_NAME_CELLS) + 2;
    return cells > MONEY_CELL_CELLS ? cells : MONEY_CELL_CELLS;
}

static struct columns columns_of(const struct mirror *mirror, const struct workspace *workspace)
{
    struct columns columns = {unit_of(mirror, false), unit_of(mirror, true),
                              cells_of(workspace->model->sums.trade.reporter),
                              cells_of(workspace->model->sums.trade.partner)};
    if (unit_is_comparable(columns.own, columns.other))
        columns.own.scale = columns.other.scale = fmax(columns.own.scale, columns.other.scale);
    return columns;
}

static void add_unit(struct line *line, struct unit unit, int cells)
{
    struct buffer name = {0};
    unit_format_name(&name, unit);
    line_add_right(line, ROLE_DIM, buffer_text(&name), cells);
    buffer_release(&name);
}

static void add_name(struct line *line, const char *name, int cells)
{
    line_puts(line, ROLE_PLAIN, "  ");
    line_add_right(line, ROLE_HEADER, text_of(name), cells - 2);
}

static void add_amount(struct line *line, const struct sum *sum, struct unit unit, int cells)
{
    line_pad(line, line_cells(line) + cells - MONEY_CELL_CELLS);
    money_cell_write(line, sum ? sum->value : (double)NAN, unit);
}

static void write_head(struct page *page, const struct workspace *workspace,
                       const struct columns *columns)
{
    struct line *line = page_add(page, NO_ROW, NULL, 4);
    line_pad(line, LABEL_CELLS);
    add_name(line, workspace->model->sums.trade.reporter, columns->own_cells);
    add_name(line, workspace->model->sums.trade.partner, columns->other_cells);
    line_puts(line, ROLE_HEADER, "  imports / exports");
    line = page_add(page, NO_ROW, NULL, 4);
    line_pad(line, LABEL_CELLS);
    add_unit(line, columns->own, columns->own_cells);
    add_unit(line, columns->other, columns->other_cells);
}

static void write_ratio(struct line *line, const struct mirror_entry *entry)
{
    struct buffer text = {0};
    if (entry->reason)
        buffer_puts(&text, entry->reason);
    else
        decimal_format(&text, entry->ratio, 3);
    line_printf(line, entry->reason ? ROLE_WARN : ROLE_DERIVED, "  %s", text.data);
    buffer_release(&text);
}

/* The latest first. */
static void write_mirror(struct page *page, const struct workspace *workspace,
                         const struct mirror *mirror)
{
    struct columns columns = columns_of(mirror, workspace);
    write_head(page, workspace, &columns);
    for (size_t i = mirror->count; i-- > 0;) {
        const struct mirror_entry *entry = &mirror->entries[i];
        struct line *line = page_add(page, NO_ROW, NULL, 4);
        struct buffer text = {0};
        buffer_puts(&text, "  ");
        period_format(&text, entry->period);
        buffer_printf(&text, " %s", flow_vocabulary.words[entry->flow]);
        line_add(line, ROLE_PLAIN, buffer_text(&text));
        line_pad(line, LABEL_CELLS);
        add_amount(line, entry->own, columns.own, columns.own_cells);
        add_amount(line, entry->other, columns.other, columns.other_cells);
        write_ratio(line, entry);
        buffer_release(&text);
    }
}

static void write_pair_of_files(struct page *page, struct workspace *workspace, struct arena *arena,
                                size_t own, size_t other)
{
    const struct series *reported = &workspace->model->files.items[own].sums.series;
    struct series series = mirror_other_side(arena, workspace, other, reported->trade.product);
    if (!reported->count || (own != other && !series.count))
        return;
    struct line *line = page_add(page, NO_ROW, NULL, 4);
    line_printf(line, ROLE_TITLE, "%s in ", workspace->model->sums.trade.reporter);
    line_add(line, ROLE_TITLE, model_file_source(workspace->model, own));
    line_printf(line, ROLE_TITLE, ", %s in ", workspace->model->sums.trade.partner);
    line_add(line, ROLE_TITLE, model_file_source(workspace->model, other));
    if (series.count) {
        struct mirror mirror = mirror_make(arena, reported, &series);
        write_mirror(page, workspace, &mirror);
    } else {
        line_printf(line, ROLE_WARN, ": no mirror, %s reports nothing there",
                    workspace->model->sums.trade.partner);
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

/* Compares overlapping sums of one flow and a period in two files, and explains the difference. */
static void write_differences(struct page *page, struct workspace *workspace, size_t a, size_t b,
                              struct period period)
{
    const struct series *one = &workspace->model->files.items[a].sums.series;
    const struct series *two = &workspace->model->files.items[b].sums.series;
    for (size_t i = one->count; i-- > 0;) {
        for (size_t k = two->count; k-- > 0;) {
            const struct sum *x = &one->sums[i], *y = &two->sums[k];
            if (x->flow != y->flow || !period_overlaps(x->whole, y->whole) ||
                !period_overlaps(x->whole, period))
                continue;
            struct stated_sum first = {x, one, model_file_source(workspace->model, a)};
            struct stated_sum second = {y, two, model_file_source(workspace->model, b)};
            struct buffer text = {0};
            struct line *line = page_add(page, NO_ROW, NULL, 4);
            line_printf(line, ROLE_STRONG, "%s ", flow_vocabulary.words[x->flow]);
            period_format(&text, x->period);
            buffer_puts(&text, " / ");
            period_format(&text, y->period);
            line_add(line, ROLE_STRONG, buffer_text(&text));
            buffer_truncate(&text, 0);
            mirror_notes_write(&text, &first, &second);
            write_lines(page, buffer_text(&text));
            buffer_release(&text);
        }
    }
}

static void write_all_differences(struct page *page, struct workspace *workspace)
{
    struct period period = workspace_shown_period(workspace);
    for (size_t a = 0; a < workspace->model->files.count; a++) {
        for (size_t b = a + 1; b < workspace->model->files.count; b++) {
            if (!workspace->model->files.items[a].sums.series.count ||
                !workspace->model->files.items[b].sums.series.count)
                continue;
            struct line *line = page_add(page, NO_ROW, NULL, 4);
            line_add(line, ROLE_TITLE, model_file_source(workspace->model, a));
            line_puts(line, ROLE_TITLE, " against ");
            line_add(line, ROLE_TITLE, model_file_source(workspace->model, b));
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
    if (!model_has_statistics(workspace->model))
        return error_set(error, "only files of statistics have the other side's reports; `open "
                                "FILE` opens one");
    model_renew_statistic(workspace->model);
    struct page *page =
        page_new(workspace->model->queue.loading ? "Mirror, partial" : "Mirror", NULL);
    page_set_subject(page, (struct page_subject){.name = "mirror"});
    for (size_t own = 0; own < workspace->model->files.count; own++)
        for (size_t other = 0; other < workspace->model->files.count; other++)
            if (workspace->model->files.items[own].sums.statistic &&
                workspace->model->files.items[other].sums.statistic)
                write_pair_of_files(page, workspace, &arena, own, other);
    write_all_differences(page, workspace);
    page_open(workspace, page, 0);
    arena_release(&arena);
    return true;
}
