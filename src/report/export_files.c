/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/export_files.h"

#include "model/chosen_trade.h"
#include "model/recompute.h"
#include "report/sum_overlap.h"

#include <stdlib.h>
#include <string.h>

/* --- the rows --- */

static void add_part(struct export_files *files, const struct dataset *dataset, const char *path,
                     struct row_list rows)
{
    struct export_part *part = &files->items[files->count++];
    *part = (struct export_part){.path = path, .rows = rows};
    file_columns_init(&part->columns, dataset);
    files->row_count += rows.count;
}

static int compare_paths(const void *left, const void *right)
{
    const struct dataset_part *a = left, *b = right;
    int order = strcmp(a->path, b->path);
    return order ? order : (a->first_row > b->first_row) - (a->first_row < b->first_row);
}

/* The files whose rows stand in the data set of claims, by their names. */
static struct dataset_part *list_claims_files(const struct dataset *dataset, size_t *count)
{
    struct dataset_part *list = xcalloc(dataset->part_count + 1, sizeof *list);
    bool has_own = !dataset->part_count || dataset->parts[0].first_row > 0;
    list[0] = (struct dataset_part){0, dataset->path};
    for (size_t i = 0; i < dataset->part_count; i++)
        list[has_own + i] = dataset->parts[i];
    *count = dataset->part_count + has_own;
    qsort(list, *count, sizeof *list, compare_paths);
    return list;
}

static size_t end_of(const struct dataset *dataset, size_t first_row, size_t rows)
{
    size_t end = rows;
    for (size_t i = 0; i < dataset->part_count; i++)
        if (dataset->parts[i].first_row > first_row && dataset->parts[i].first_row < end)
            end = dataset->parts[i].first_row;
    return end;
}

/* Sums of statistics stand behind the claims, and in no file. */
static struct row_list rows_of_claims(struct model *model)
{
    const struct dataset *dataset = &model->dataset;
    struct row_list rows = {0};
    size_t count;
    model_complete_rows(model, NULL);
    const struct row_set *shown = &model->rows.shown;
    struct dataset_part *files = list_claims_files(dataset, &count);
    for (size_t i = 0; i < count; i++) {
        size_t end = end_of(dataset, files[i].first_row, model_claim_count(model));
        for (size_t row = row_set_next(shown, files[i].first_row); row < end;
             row = row_set_next(shown, row + 1))
            row_list_add(&rows, row);
    }
    free(files);
    return rows;
}

static bool has_column(const struct file_columns *columns, const char *name)
{
    for (size_t i = 0; i < columns->count; i++)
        if (text_is_equal(columns->columns[i].name, text_of(name)))
            return true;
    return false;
}

/*
 * Claims that were opened behind another file stand in a table of all fields. Keeps the columns
 * that their files have, in the order of these.
 */
static void keep_stated_columns(struct file_columns *columns, const struct model *model)
{
    struct file_columns all = *columns;
    columns->columns = xcalloc(all.count + 1, sizeof *columns->columns);
    columns->count = 0;
    for (size_t i = 0; i < model->files.count; i++) {
        const struct dataset *dataset = model->files.items[i].dataset;
        if (file_is_separate(&model->files.items[i]))
            continue;
        for (size_t k = 0; k < dataset->file_columns; k++) {
            const char *name = table_column_name(dataset->table, k);
            for (size_t n = 0; n < all.count && !has_column(columns, name); n++)
                if (text_is_equal(all.columns[n].name, text_of(name)))
                    columns->columns[columns->count++] = all.columns[n];
        }
    }
    free(all.columns);
}

static void add_claims(struct export_files *files, struct model *model, size_t file)
{
    add_part(files, &model->dataset, model_file_path(model, file), rows_of_claims(model));
    bool has_base = false;
    for (size_t i = 0; i < model->files.count; i++)
        has_base = has_base || !model->files.items[i].dataset;
    if (!has_base)
        keep_stated_columns(&files->items[files->count - 1].columns, model);
}

static void add_separate(struct export_files *files, const struct model *model,
                         struct open_file *file)
{
    add_part(files, file->dataset, file->dataset->path,
             row_list_of_set(chosen_trade_rows(model, file)));
}

/* --- several files --- */

static int compare_parts(const void *left, const void *right)
{
    const struct export_part *a = left, *b = right;
    return strcmp(a->path, b->path);
}

static void release_part(struct export_part *part)
{
    row_list_release(&part->rows);
    file_columns_release(&part->columns);
}

/* A file of which no row is chosen is left out, and of several such all but the first. */
static void drop_empty(struct export_files *files)
{
    size_t kept = 0;
    for (size_t i = 0; i < files->count; i++) {
        struct export_part *part = &files->items[i];
        if (part->rows.count || (!files->row_count && !kept))
            files->items[kept++] = *part;
        else
            release_part(part);
    }
    files->count = kept;
}

static bool has_same_columns(const struct export_part *a, const struct export_part *b)
{
    bool is_same = a->columns.count == b->columns.count &&
                   a->columns.dataset->form == b->columns.dataset->form;
    for (size_t i = 0; i < a->columns.count && is_same; i++)
        is_same = text_is_equal(a->columns.columns[i].name, b->columns.columns[i].name);
    return is_same;
}

/* If one of them has codes in a column, it is not a column of numbers. */
static void agree_on_numbers(struct export_files *files)
{
    for (size_t k = 0; k < files->items[0].columns.count; k++) {
        bool is_number = true;
        for (size_t i = 0; i < files->count; i++)
            is_number = is_number && files->items[i].columns.columns[k].is_number;
        for (size_t i = 0; i < files->count; i++)
            files->items[i].columns.columns[k].is_number = is_number;
    }
}

static bool check_columns(const struct export_files *files, struct error *error)
{
    for (size_t i = 1; i < files->count; i++)
        if (!has_same_columns(&files->items[0], &files->items[i]))
            return error_set_misuse(error,
                                    "--export: %s and %s have different columns, and an export is "
                                    "one table; export each by itself",
                                    file_display_name(files->items[0].path),
                                    file_display_name(files->items[i].path));
    return true;
}

/* As one file, they would be added up where it is opened. */
static bool check_overlap(const struct export_files *files, const struct model *model,
                          struct error *error)
{
    struct sum_overlap overlap;
    bool is_apart = true;
    sum_overlap_init(&overlap, "--export", model->countries);
    for (size_t i = 0; i < files->count && files->count > 1 && is_apart; i++) {
        const struct export_part *part = &files->items[i];
        size_t count = table_row_count(part->columns.dataset->table);
        struct line_rows rows = {.rows[SIDE_STATED] = row_set_of_list(&part->rows, count)};
        is_apart = sum_overlap_add(&overlap, part->columns.dataset, &rows, error);
        line_rows_release(&rows);
    }
    sum_overlap_release(&overlap);
    return is_apart;
}

bool export_files_find(struct export_files *files, struct model *model, struct error *error)
{
    bool has_claims = false;
    *files = (struct export_files){.items = xcalloc(model->files.count + 1, sizeof *files->items)};
    for (size_t i = 0; i < model->files.count; i++) {
        struct open_file *file = &model->files.items[i];
        if (!model_file_has_columns(model, i))
            continue; /* its problems say why */
        if (file_is_separate(file))
            add_separate(files, model, file);
        else if (!has_claims)
            add_claims(files, model, i);
        has_claims = has_claims || !file_is_separate(file);
    }
    drop_empty(files);
    qsort(files->items, files->count, sizeof *files->items, compare_parts);
    if (!check_columns(files, error) || !check_overlap(files, model, error))
        return false;
    if (files->count)
        agree_on_numbers(files);
    return true;
}

void export_files_current(struct export_files *files, struct model *model)
{
    struct open_file *file = &model->files.items[model_shown_file(model)];
    *files = (struct export_files){.items = xcalloc(1, sizeof *files->items)};
    if (file_is_separate(file))
        add_separate(files, model, file);
    else
        add_claims(files, model, model_shown_file(model));
}

void export_files_release(struct export_files *files)
{
    for (size_t i = 0; i < files->count; i++)
        release_part(&files->items[i]);
    free(files->items);
    *files = (struct export_files){0};
}
