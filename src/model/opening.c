/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/opening.h"

#include "base/array.h"
#include "base/memory.h"
#include "base/paths.h"
#include "data/load/loading.h"
#include "model/recompute.h"
#include "model/preview.h"
#include "model/sums.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char *const shipped[] = {"india-russia.csv", "india-russia-dgcis.csv"};

void model_report_problems(struct model *model)
{
    struct open_file *file = model_loading_file(model);
    struct problem_list *told = &model->dataset.problems;
    if (!file || file->reported_problems == file->dataset->problems.count)
        return;
    if (file->reported_problems >
        file->dataset->problems.count) { /* they turned out to be footnotes */
        size_t fewer = file->reported_problems - file->dataset->problems.count;
        problem_list_truncate(told, told->count - fewer);
        file->reported_problems -= fewer;
    }
    problem_list_append(told, &file->dataset->problems, file->reported_problems);
    file->reported_problems = file->dataset->problems.count;
    model->files.joined.problems = told->count;
    model->versions.problems++;
}

/*
 * Results are computed again by model_refresh(). The problems of all files are in one list, even if
 * their rows are separate.
 */
static void join_rows(struct model *model)
{
    model_forget_sums(model);
    filter_cache_release(&model->rows.cache);
    dataset_rewind(&model->dataset, &model->files.base);
    for (size_t i = 0; i < model->files.count; i++) {
        const struct dataset *other = model->files.items[i].dataset;
        if (other && other->form == FORM_CLAIMS)
            dataset_append(&model->dataset, other);
        else if (other)
            dataset_append_problems(&model->dataset, other);
    }
    model->files.joined = dataset_mark(&model->dataset);
    claim_facts_release(&model->rows.facts);
}

static struct open_file *add_file(struct model *model)
{
    ARRAY_RESERVE(model->files.items, model->files.count + 1, model->files.capacity);
    model->files.items[model->files.count] = (struct open_file){0};
    return &model->files.items[model->files.count++];
}

/* Takes ownership of the data set, which is complete. */
static void set_dataset(struct model *model, struct open_file *file, struct dataset *dataset)
{
    file->dataset = dataset;
    if (dataset->form == FORM_STATISTICS)
        file->sums.statistic = statistic_new(dataset, model->countries);
}

/*
 * The rows of the first claims file are the base that those of others follow; any other file has an
 * empty base.
 */
static void make_base(struct model *model, struct open_file *file)
{
    struct dataset *dataset = file->dataset;
    if (dataset->form == FORM_CLAIMS) {
        model->dataset = *dataset;
        free(dataset);
        file->dataset = NULL;
    } else {
        dataset_init(&model->dataset, dataset->path);
    }
    model->files.base = dataset_mark(&model->dataset);
}

static struct load_options load_options(const struct model *model)
{
    const struct format *fields = model->recognition.wish.fields;
    return (struct load_options){.map = recognise,
                                 .context = &model->recognition,
                                 .encoding = model->recognition.wish.encoding,
                                 .separator = fields ? fields->separator : 0};
}

/*
 * The first claims file is loaded into the data set that is shown from the start; files of other
 * forms into data sets of their own.
 */
static void place_first(struct model *model)
{
    if (model->dataset.table) {
        free(model->queue.unplaced);
        return;
    }
    model->files.items->dataset = model->queue.unplaced;
    make_base(model, model->files.items);
    model->files.joined = model->files.base;
}

/* Further claims files are shown when they are complete. */
static void place_further(struct model *model)
{
    if (model->queue.unplaced->form == FORM_CLAIMS)
        model->queue.arriving = model->queue.unplaced;
    else
        add_file(model)->dataset = model->queue.unplaced;
}

/* Files are not recognised by a format that cannot be read. */
static void tell_of_formats(struct model *model)
{
    struct buffer first = {0};
    if (model->formats.problems.count && !model->queue.formats_are_told) {
        problem_format(&first, &model->formats.problems.items[0]);
        model_set_message(model, MESSAGE_WARNING, "%s", first.data);
        model->queue.formats_are_told = true;
    }
    buffer_release(&first);
}

void model_place_file(struct model *model)
{
    if (!model->queue.unplaced || !loading_progress(model->queue.loading).has_head)
        return;
    if (model->queue.started == 1)
        place_first(model);
    else
        place_further(model);
    model->queue.unplaced = NULL;
    tell_of_formats(model);
}

static void load_next(struct model *model)
{
    const char *path = model->queue.paths[model->queue.started++];
    model->queue.shown_at = model->queue.cost_of_showing = 0;
    model->progress = (struct sum_progress){0};
    struct dataset *dataset = model->queue.unplaced = xcalloc(1, sizeof *dataset);
    struct load_options options = load_options(model);
    if (!model->files.count) {
        add_file(model);
        options.beside = dataset;
        dataset = &model->dataset;
    }
    model->queue.loading = loading_start(dataset, path, &options);
    model_place_file(model);
}

static void start_files(struct model *model, const char *const *paths, size_t count)
{
    model->queue.count = count ? count : ARRAY_LENGTH(shipped);
    model->queue.paths = xcalloc(model->queue.count, sizeof *model->queue.paths);
    for (size_t i = 0; i < model->queue.count; i++)
        model->queue.paths[i] = count ? xstrdup(paths[i]) : path_of_data(shipped[i]);
    load_next(model);
}

void model_drop_pending(struct model *model)
{
    while (model->queue.count > model->queue.started)
        free(model->queue.paths[--model->queue.count]);
}

static void tell_remark(struct model *model, size_t file)
{
    const char *remark = model_file_remark(model, file);
    if (remark)
        model_set_message(model, MESSAGE_WARNING, "%s %s", path_name(model_file_path(model, file)),
                          remark);
}

/* Drops what was computed from the rows so far, and its words. */
static void take_coming(struct model *model, struct open_file *file)
{
    model_drop_sums(model);
    file_sums_release(&file->sums);
    if (file == model->files.items) {
        dataset_release(&model->dataset);
        make_base(model, file);
    }
    set_dataset(model, file, file->dataset);
}

static void say_nothing_to_see(struct model *model, const struct dataset *dataset)
{
    struct buffer reason = {0};
    if (dataset->problems.count)
        problem_format(&reason, &dataset->problems.items[0]);
    else
        buffer_printf(&reason, "%s: has a header and no rows", dataset->path);
    model_set_message(model, MESSAGE_WARNING, "%s", reason.data);
    buffer_release(&reason);
}

bool model_say_why_empty(struct model *model, size_t file)
{
    if (!model_file_rows(model, file))
        say_nothing_to_see(model, model_file_dataset(model, file));
    return model_file_has_columns(model, file);
}

/* Reports on the file that a command opened. It is closed again if it has nothing to show. */
static void tell_opened(struct model *model)
{
    struct open_file *file = &model->files.items[model->files.count - 1];
    size_t rows = table_row_count(file->dataset->table);
    model->queue.is_opening = false;
    if (rows) {
        model_set_message(model, MESSAGE_GOOD, "opened: %s, %zu rows", file->dataset->path, rows);
        return;
    }
    say_nothing_to_see(model, file->dataset);
    file_release(file);
    model->files.count--;
    if (model->files.current == model->files.count)
        model->files.current = 0;
}

void model_take_file(struct model *model)
{
    model_place_file(model);
    struct open_file *coming = model_loading_file(model);
    loading_end(model->queue.loading);
    model->queue.loading = NULL;
    model->queue.finished++;
    if (coming)
        take_coming(model, coming);
    else if (model->queue.arriving)
        set_dataset(model, add_file(model), model->queue.arriving);
    else
        model->files.base = dataset_mark(&model->dataset);
    model->queue.arriving = NULL;
    if (model->queue.is_opening)
        tell_opened(model);
    join_rows(model);
    tell_remark(model, model->files.count - 1);
    if (model->queue.started < model->queue.count)
        load_next(model);
}

static size_t find_file(const struct model *model, const char *name)
{
    for (size_t i = 0; i < model->files.count; i++)
        if (strcmp(model_file_path(model, i), name) == 0)
            return i;
    for (size_t i = 0; i < model->files.count; i++)
        if (strcmp(path_name(model_file_path(model, i)), name) == 0)
            return i;
    return model->files.count;
}

static bool refuse_while_loading(struct error *error)
{
    return error_set(error, "wait until all is loaded, or stop that with ^C");
}

bool model_open_file(struct model *model, const char *path, struct error *error)
{
    size_t found = find_file(model, path);
    if (model->queue.loading)
        return refuse_while_loading(error);
    if (found < model->files.count && strcmp(model_file_path(model, found), path) == 0)
        return error_set(error, "%s is open; `files` lists what is", path);
    size_t count = model->queue.count++;
    model->queue.paths =
        xreallocarray(model->queue.paths, model->queue.count, sizeof *model->queue.paths);
    model->queue.paths[count] = xstrdup(path);
    model->queue.is_opening = true;
    load_next(model);
    return true;
}

/* Drops what refers to rows by number: the selection and the sums. */
static void drop_row_numbers(struct model *model)
{
    model_drop_sums(model);
    sum_identity_release(&model->selection.sum);
    model->selection.row = NO_ROW;
}

bool model_close_file(struct model *model, const char *name, struct error *error)
{
    size_t found = find_file(model, name);
    if (model->queue.loading)
        return refuse_while_loading(error);
    if (found == model->files.count)
        return error_set(error, "no file %s is open; `files` lists those that are", name);
    if (model->files.count == 1)
        return error_set(error, "%s is the only file; `quit` ends the program", name);
    drop_row_numbers(model);
    struct open_file *file = &model->files.items[found];
    bool was_base = !file->dataset;
    file_release(file);
    memmove(file, file + 1, (model->files.count - found - 1) * sizeof *file);
    model->files.count--;
    model->files.current = 0;
    if (was_base) {
        dataset_release(&model->dataset);
        make_base(model, &model->files.items[0]);
    }
    join_rows(model);
    model_refresh(model, NULL); /* what was shown is gone */
    return true;
}

/* May be NULL, or still empty. */
static void release_coming(struct dataset *dataset)
{
    if (dataset && dataset->table)
        dataset_release(dataset);
    free(dataset);
}

/* --- the whole model --- */

static void read_countries(struct model *model)
{
    struct error error = {0};
    char *path = path_of_data("countries.csv");
    model->countries = country_list_read(path, &error);
    free(path);
    path = path_of_data("fiscal-years.csv");
    if (!model->countries || !country_list_read_fiscal_years(model->countries, path, &error))
        model_set_message(model, MESSAGE_WARNING, "%s", error.text);
    error_release(&error);
    free(path);
}

static bool can_read_products(struct model *model)
{
    char *path = path_of_data("hs.csv");
    bool can_read = access(path, R_OK) == 0;
    if (!can_read && model->countries)
        model_set_message(model, MESSAGE_WARNING, "%s: cannot be opened: %s", path,
                          strerror(errno));
    free(path);
    return can_read;
}

const struct hs_list *model_products(struct model *model)
{
    struct error error = {0};
    if (!model->has_products || model->products)
        return model->products;
    char *path = path_of_data("hs.csv");
    model->products = hs_list_read(path, &error);
    model->has_products = model->products != NULL;
    if (!model->has_products)
        model_set_message(model, MESSAGE_WARNING, "%s", error.text);
    error_release(&error);
    free(path);
    return model->products;
}

const char *model_product_name(struct model *model, struct text code, enum hs_level *level)
{
    const struct hs_list *products = model_products(model);
    return products ? hs_find(products, code, level) : NULL;
}

void model_start(struct model *model, const char *const *paths, size_t count,
                 struct load_hints layout)
{
    *model = (struct model){.selection.row = NO_ROW};
    read_countries(model);
    model->has_products = can_read_products(model);
    model->formats.is_deferred = true;
    model->recognition = (struct recognition){&model->formats, model->countries, layout};
    start_files(model, paths, count);
    model_apply(model, NULL);
}

static void release_files(struct model *model)
{
    struct load_queue *queue = &model->queue;
    if (queue->loading)
        loading_end(queue->loading);
    release_coming(queue->unplaced);
    release_coming(queue->arriving);
    for (size_t i = 0; i < queue->count; i++)
        free(queue->paths[i]);
    free(queue->paths);
    for (size_t i = 0; i < model->files.count; i++)
        file_release(&model->files.items[i]);
    free(model->files.items);
    dataset_release(&model->dataset);
}

void model_release(struct model *model)
{
    article_choice_release(&model->articles);
    model_end_preview(model);
    model_clear_message(model);
    search_release(&model->search);
    results_release(&model->results);
    row_set_release(&model->rows.shown);
    filter_cache_release(&model->rows.cache);
    buffer_release(&model->rows.note);
    claim_facts_release(&model->rows.facts);
    sums_release(&model->sums);
    sum_identity_release(&model->selection.sum);
    history_release(&model->history);
    choices_release(&model->choices);
    release_files(model);
    format_list_release(&model->formats);
    country_list_free(model->countries);
    hs_list_free(model->products);
}
