/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "view/sum_page.h"

#include "base/memory.h"
#include "model/opening.h"
#include "view/claim_format.h"
#include "view/page.h"

#include <stdio.h>

#define MOST_ROWS_LISTED ((size_t)500) /* of each group; Rows has all */
#define MOST_LINES_OF_SUM ((size_t)4)

/* A sum, and where it comes from. */
struct located_sum {
    size_t file;
    const struct sum *sum; /* NULL if there is none */
};

static struct located_sum locate(const struct model *model, size_t row)
{
    struct located_sum found = {0};
    if (row == NO_ROW || !model_is_sum(model, row))
        return found;
    struct claim claim = dataset_claim(&model->dataset, row);
    struct text source = dataset_text(&model->dataset, row, FIELD_SOURCE);
    for (size_t file = 0; file < model->files.count && !found.sum; file++) {
        const struct series *series = &model->files.items[file].sums.series;
        if (!text_is_equal(source, model_file_source(model, file)))
            continue;
        for (size_t i = 0; i < series->count && !found.sum; i++)
            if (series->sums[i].flow == claim.flow &&
                period_is_equal(series->sums[i].period, claim.period))
                found = (struct located_sum){file, &series->sums[i]};
    }
    return found;
}

/* --- Rows, with the rows of a group only --- */

static void show_in_rows(struct workspace *workspace, size_t file, size_t row, const uint32_t *rows,
                         size_t count, const char *label)
{
    struct row_list kept = {0};
    for (size_t i = 0; i < count; i++)
        row_list_add(&kept, rows[i]);
    workspace_show_only(workspace, file, kept, label, row);
}

/* `value` has three numbers: the sum's row, the group, 0 for the rows added, and the row. */
static void go_to_row(struct workspace *workspace, size_t row, const char *value)
{
    size_t sum_row, group, wanted;
    (void)row;
    if (sscanf(value, "%zu %zu %zu", &sum_row, &group, &wanted) != 3)
        return;
    struct located_sum at = locate(workspace->model, sum_row);
    if (!at.sum)
        return;
    if (group)
        show_in_rows(workspace, at.file, wanted, at.sum->omissions[group - 1].rows,
                     at.sum->omissions[group - 1].row_count, "left out");
    else
        show_in_rows(workspace, at.file, wanted, at.sum->rows, at.sum->row_count, "added");
}

/* --- the page --- */

static void write_cells(struct line *line, const struct dataset *dataset, size_t row)
{
    static const enum field fields[] = {FIELD_PERIOD, FIELD_REPORTER, FIELD_PARTNER, FIELD_FLOW,
                                        FIELD_PRODUCT};
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        struct text cell = dataset_text(dataset, row, fields[i]);
        if (!cell.length)
            continue;
        line_puts(line, ROLE_PLAIN, "  ");
        line_add(line, ROLE_PLAIN, cell);
    }
    if (dataset->column[FIELD_VALUE] == NO_COLUMN)
        return;
    struct buffer value = {0};
    table_write(dataset->table, row, dataset->column[FIELD_VALUE], &value);
    line_puts(line, ROLE_PLAIN, "  ");
    line_add(line, ROLE_STRONG, buffer_text(&value));
    buffer_release(&value);
}

static void list_rows(struct page *page, const struct dataset *dataset, size_t sum_row,
                      size_t group, const uint32_t *rows, size_t count)
{
    for (size_t i = 0; i < count && i < MOST_ROWS_LISTED; i++) {
        struct buffer value = {0};
        buffer_printf(&value, "%zu %zu %zu", sum_row, group, (size_t)rows[i]);
        struct line *line = page_add(page, NO_ROW, value.data, 4);
        line_printf(line, ROLE_DIM, "  line %zu", table_line(dataset->table, rows[i]));
        write_cells(line, dataset, rows[i]);
        buffer_release(&value);
    }
    if (count > MOST_ROWS_LISTED)
        line_printf(page_add(page, NO_ROW, NULL, 2), ROLE_WARN,
                    "  and %zu more: Enter on one of these shows all in Rows",
                    count - MOST_ROWS_LISTED);
}

static void write_added(struct page *page, const struct dataset *dataset, size_t sum_row,
                        const struct sum *sum)
{
    struct line *line = page_add(page, NO_ROW, NULL, 4);
    line_printf(line, ROLE_HEADER, "%zu row%s added", sum->row_count,
                sum->row_count == 1 ? "" : "s");
    if (*sum->how)
        line_printf(line, ROLE_PLAIN, ": %s", sum->how);
    list_rows(page, dataset, sum_row, 0, sum->rows, sum->row_count);
}

static void write_left_out(struct page *page, const struct dataset *dataset, size_t sum_row,
                           const struct sum *sum)
{
    for (size_t i = 0; i < sum->omission_count; i++) {
        const struct omission *omission = &sum->omissions[i];
        struct buffer text = {0};
        omissions_write(&text, omission, 1, sum->unit);
        page_add(page, NO_ROW, NULL, 0);
        struct line *line = page_add(page, NO_ROW, NULL, 4);
        line_puts(line, ROLE_HEADER, "left out: ");
        line_add(line, ROLE_PLAIN, buffer_text(&text));
        list_rows(page, dataset, sum_row, i + 1, omission->rows, omission->row_count);
        buffer_release(&text);
    }
}

static void write_title(const struct model *model, size_t row, struct buffer *title)
{
    struct claim claim = dataset_claim(&model->dataset, row);
    claim_format_subject(title, &model->dataset, row);
    buffer_puts(title, ": ");
    claim_format_value(title, &claim);
    buffer_puts(title, ", the rows");
}

bool sum_page_open(struct workspace *workspace, size_t row)
{
    struct model *model = workspace->model;
    struct located_sum at = locate(model, row);
    if (!at.sum || model->queue.loading)
        return false;
    struct buffer title = {0};
    write_title(model, row, &title);
    struct page *page = page_new(title.data, go_to_row);
    const struct dataset *dataset = model_file_dataset(model, at.file);
    line_add(page_add(page, NO_ROW, NULL, 0), ROLE_DIM, text_of(model_file_path(model, at.file)));
    write_added(page, dataset, row, at.sum);
    write_left_out(page, dataset, row, at.sum);
    page_open(workspace, page, 2);
    buffer_release(&title);
    return true;
}

void sum_page_write_lines(const struct model *model, size_t row, struct buffer *out)
{
    struct located_sum at = locate(model, row);
    if (!at.sum)
        return;
    const struct dataset *dataset = model_file_dataset(model, at.file);
    size_t count = at.sum->row_count;
    buffer_puts(out, count == 1 ? ", line" : ", lines");
    for (size_t i = 0; i < count && i < MOST_LINES_OF_SUM; i++)
        buffer_printf(out, "%s %zu", i ? "," : "", table_line(dataset->table, at.sum->rows[i]));
    if (count > MOST_LINES_OF_SUM)
        buffer_printf(out, " and %zu more", count - MOST_LINES_OF_SUM);
    buffer_printf(out, " of %s", file_display_name(model_file_path(model, at.file)));
}
