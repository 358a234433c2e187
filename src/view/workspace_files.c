/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "view/workspace_files.h"

#include "base/array.h"
#include "base/memory.h"
#include "base/paths.h"
#include "data/loading.h"

#include <stdlib.h>
#include <string.h>

static const char *const shipped[] = {"india-russia.csv", "india-russia-dgcis.csv"};

bool workspace_is_beside(const struct open_file *file)
{
    return file->dataset && file->dataset->form != FORM_CLAIMS;
}

const struct dataset *workspace_file_dataset(const struct workspace *workspace, size_t file)
{
    const struct open_file *found = &workspace->files[file];
    return found->dataset ? found->dataset : &workspace->dataset;
}

static bool has_columns(const struct workspace *workspace, size_t file)
{
    return workspace_file_dataset(workspace, file)->file_columns > 0;
}

size_t workspace_shown_file(const struct workspace *workspace)
{
    size_t file = workspace->current_file;
    for (size_t i = 0; !has_columns(workspace, file) && i < workspace->file_count; i++)
        if (has_columns(workspace, i))
            file = i;
    return file;
}

const char *workspace_file_path(const struct workspace *workspace, size_t file)
{
    return workspace_file_dataset(workspace, file)->path;
}

size_t workspace_file_rows(const struct workspace *workspace, size_t file)
{
    const struct dataset *own = workspace->files[file].dataset;
    return own ? table_row_count(own->table) : workspace->base.rows;
}

bool workspace_is_sum(const struct workspace *workspace, size_t row)
{
    return row != NO_ROW && row >= workspace_claim_count(workspace);
}

size_t workspace_count_rows(const struct workspace *workspace)
{
    size_t rows = 0;
    for (size_t i = 0; i < workspace->file_count; i++)
        rows += workspace_file_rows(workspace, i);
    return rows;
}

struct unread workspace_unread(const struct workspace *workspace)
{
    struct unread sum = {0};
    for (size_t i = 0; i < workspace->file_count; i++)
        unread_add(&sum, unread_of(workspace_file_dataset(workspace, i),
                                   workspace->loading && !workspace->files[i].dataset
                                       ? workspace_coming_rows(workspace)
                                       : workspace_file_rows(workspace, i)));
    return sum;
}

bool workspace_unread_is_known(const struct workspace *workspace)
{
    return problem_list_total(&workspace->dataset.problems) <= workspace->problems_seen;
}

struct open_file *workspace_coming_file(const struct workspace *workspace)
{
    if (!workspace->loading || workspace->unplaced || workspace->arriving)
        return NULL;
    struct open_file *last = &workspace->files[workspace->file_count - 1];
    return workspace_is_beside(last) ? last : NULL;
}

size_t workspace_coming_rows(const struct workspace *workspace)
{
    const struct open_file *file = workspace_coming_file(workspace);
    const struct dataset *dataset = file ? file->dataset : &workspace->dataset;
    return table_row_count(dataset->table);
}

void workspace_tell_problems(struct workspace *workspace)
{
    struct open_file *file = workspace_coming_file(workspace);
    struct problem_list *told = &workspace->dataset.problems;
    if (!file || file->told_problems == file->dataset->problems.count)
        return;
    if (file->told_problems > file->dataset->problems.count) { /* footnotes, as it turned out */
        size_t fewer = file->told_problems - file->dataset->problems.count;
        problem_list_truncate(told, told->count - fewer);
        file->told_problems -= fewer;
    }
    problem_list_append(told, &file->dataset->problems, file->told_problems);
    file->told_problems = file->dataset->problems.count;
    workspace->joined.problems = told->count;
    workspace->views[PANE_PROBLEMS].is_stale = true;
}

/* What rests on the rows is made anew by workspace_refresh(). The problems of all files are in one
 * list, whatever becomes of their rows. */
static void join_rows(struct workspace *workspace)
{
    workspace_forget_sums(workspace);
    passed_rows_release(&workspace->passed);
    dataset_rewind(&workspace->dataset, &workspace->base);
    for (size_t i = 0; i < workspace->file_count; i++) {
        const struct dataset *other = workspace->files[i].dataset;
        if (other && other->form == FORM_CLAIMS)
            dataset_append(&workspace->dataset, other);
        else if (other)
            dataset_append_problems(&workspace->dataset, other);
    }
    workspace->joined = dataset_mark(&workspace->dataset);
    claim_facts_release(&workspace->facts);
}

static struct open_file *add_file(struct workspace *workspace)
{
    ARRAY_RESERVE(workspace->files, workspace->file_count + 1, workspace->file_capacity);
    workspace->files[workspace->file_count] = (struct open_file){0};
    return &workspace->files[workspace->file_count++];
}

/* Takes the data set over, which is complete. */
static void set_dataset(struct workspace *workspace, struct open_file *file,
                        struct dataset *dataset)
{
    file->dataset = dataset;
    if (dataset->form == FORM_STATISTICS)
        file->sums.statistic = statistic_new(dataset, workspace->countries);
}

/* The rows of a claims file are where those of the others follow; anything else lies beside an
 * empty base. */
static void make_base(struct workspace *workspace, struct open_file *file)
{
    struct dataset *dataset = file->dataset;
    if (dataset->form == FORM_CLAIMS) {
        workspace->dataset = *dataset;
        free(dataset);
        file->dataset = NULL;
    } else {
        dataset_init(&workspace->dataset, dataset->path);
    }
    workspace->base = dataset_mark(&workspace->dataset);
}

static struct load_options load_options(const struct workspace *workspace)
{
    return (struct load_options){.map = recognise, .context = &workspace->recognition};
}

/* The first claims file is loaded to the place where its rows are shown from the start; files of
 * another form beside it, which are shown from the start too. */
static void place_first(struct workspace *workspace)
{
    if (workspace->dataset.table) {
        free(workspace->unplaced);
        return;
    }
    workspace->files->dataset = workspace->unplaced;
    make_base(workspace, workspace->files);
    workspace->joined = workspace->base;
}

/* Further claims files are shown when they are complete. */
static void place_further(struct workspace *workspace)
{
    if (workspace->unplaced->form == FORM_CLAIMS)
        workspace->arriving = workspace->unplaced;
    else
        add_file(workspace)->dataset = workspace->unplaced;
}

void workspace_place_file(struct workspace *workspace)
{
    if (!workspace->unplaced || !loading_progress(workspace->loading).has_head)
        return;
    if (workspace->started_count == 1)
        place_first(workspace);
    else
        place_further(workspace);
    workspace->unplaced = NULL;
}

static void load_next(struct workspace *workspace)
{
    const char *path = workspace->awaited[workspace->started_count++];
    workspace->shown_at = workspace->cost_of_showing = 0;
    workspace->refined = (struct refined){0};
    struct dataset *dataset = workspace->unplaced = xcalloc(1, sizeof *dataset);
    struct load_options options = load_options(workspace);
    if (!workspace->file_count) {
        add_file(workspace);
        options.beside = dataset;
        dataset = &workspace->dataset;
    }
    workspace->loading = loading_start(dataset, path, &options);
    workspace_place_file(workspace);
}

void workspace_start_files(struct workspace *workspace, const char *const *paths, size_t count)
{
    workspace->awaited_count = count ? count : ARRAY_LENGTH(shipped);
    workspace->awaited = xcalloc(workspace->awaited_count, sizeof *workspace->awaited);
    for (size_t i = 0; i < workspace->awaited_count; i++)
        workspace->awaited[i] = count ? xstrdup(paths[i]) : path_of_data(shipped[i]);
    load_next(workspace);
}

void workspace_forget_awaited(struct workspace *workspace)
{
    while (workspace->awaited_count > workspace->started_count)
        free(workspace->awaited[--workspace->awaited_count]);
}

const char *workspace_file_remark(const struct workspace *workspace, size_t file)
{
    const struct dataset *dataset = workspace->files[file].dataset;
    return dataset && dataset->form == FORM_PLAIN ? dataset->mapping.note : NULL;
}

static void tell_remark(struct workspace *workspace, size_t file)
{
    const char *remark = workspace_file_remark(workspace, file);
    if (remark)
        workspace_say(workspace, ROLE_WARN, "%s %s",
                      path_name(workspace_file_path(workspace, file)), remark);
}

/* What the program made of a part of the rows is forgotten, with its words. */
static void take_coming(struct workspace *workspace, struct open_file *file)
{
    workspace_take_off_sums(workspace);
    file_sums_release(&file->sums);
    if (file == workspace->files) {
        dataset_release(&workspace->dataset);
        make_base(workspace, file);
    }
    set_dataset(workspace, file, file->dataset);
}

static void release_file(struct open_file *file)
{
    file_sums_release(&file->sums);
    row_list_release(&file->shown);
    passed_rows_release(&file->shown_rows);
    passed_rows_release(&file->before_preview);
    if (file->dataset)
        dataset_release(file->dataset);
    free(file->dataset);
}

static void say_nothing_to_see(struct workspace *workspace, const struct dataset *dataset)
{
    struct buffer reason = {0};
    if (dataset->problems.count)
        problem_format(&reason, &dataset->problems.items[0]);
    else
        buffer_printf(&reason, "%s: has a header and no rows", dataset->path);
    workspace_say(workspace, ROLE_WARN, "%s", reason.data);
    buffer_release(&reason);
}

bool workspace_say_why_empty(struct workspace *workspace, size_t file)
{
    if (!workspace_file_rows(workspace, file))
        say_nothing_to_see(workspace, workspace_file_dataset(workspace, file));
    return has_columns(workspace, file);
}

/* Of the last file, which a command has opened: it stays only where there is something to see. */
static void tell_opened(struct workspace *workspace)
{
    struct open_file *file = &workspace->files[workspace->file_count - 1];
    size_t rows = table_row_count(file->dataset->table);
    workspace->is_opening = false;
    if (rows) {
        workspace_say(workspace, ROLE_GOOD, "opened: %s, %zu rows", file->dataset->path, rows);
        return;
    }
    say_nothing_to_see(workspace, file->dataset);
    release_file(file);
    workspace->file_count--;
    if (workspace->current_file == workspace->file_count)
        workspace->current_file = 0;
}

void workspace_take_file(struct workspace *workspace)
{
    workspace_place_file(workspace);
    struct open_file *coming = workspace_coming_file(workspace);
    loading_end(workspace->loading);
    workspace->loading = NULL;
    if (coming)
        take_coming(workspace, coming);
    else if (workspace->arriving)
        set_dataset(workspace, add_file(workspace), workspace->arriving);
    else
        workspace->base = dataset_mark(&workspace->dataset);
    workspace->arriving = NULL;
    if (workspace->is_opening)
        tell_opened(workspace);
    join_rows(workspace);
    tell_remark(workspace, workspace->file_count - 1);
    if (workspace->started_count < workspace->awaited_count)
        load_next(workspace);
}

static size_t find_file(const struct workspace *workspace, const char *name)
{
    for (size_t i = 0; i < workspace->file_count; i++)
        if (strcmp(workspace_file_path(workspace, i), name) == 0)
            return i;
    for (size_t i = 0; i < workspace->file_count; i++)
        if (strcmp(path_name(workspace_file_path(workspace, i)), name) == 0)
            return i;
    return workspace->file_count;
}

static bool refuse_while_loading(struct error *error)
{
    return error_set(error, "wait until all is loaded, or stop that with ^C");
}

bool workspace_open_file(struct workspace *workspace, const char *path, struct error *error)
{
    size_t found = find_file(workspace, path);
    if (workspace->loading)
        return refuse_while_loading(error);
    if (found < workspace->file_count && strcmp(workspace_file_path(workspace, found), path) == 0)
        return error_set(error, "%s is open; `files` lists what is", path);
    size_t count = workspace->awaited_count++;
    workspace->awaited =
        xreallocarray(workspace->awaited, workspace->awaited_count, sizeof *workspace->awaited);
    workspace->awaited[count] = xstrdup(path);
    workspace->is_opening = true;
    load_next(workspace);
    return true;
}

/* What leads to rows by their numbers: pages over the panes, the selection, the sums. */
static void take_off_all(struct workspace *workspace)
{
    while (workspace->overlay_count)
        workspace_close(workspace);
    workspace_take_off_sums(workspace);
    sum_name_release(&workspace->selected_sum);
    workspace->selected_row = NO_ROW;
}

bool workspace_close_file(struct workspace *workspace, const char *name, struct error *error)
{
    size_t found = find_file(workspace, name);
    if (workspace->loading)
        return refuse_while_loading(error);
    if (found == workspace->file_count)
        return error_set(error, "no file %s is open; `files` lists those that are", name);
    if (workspace->file_count == 1)
        return error_set(error, "%s is the only file; `quit` ends the program", name);
    take_off_all(workspace);
    struct open_file *file = &workspace->files[found];
    bool was_base = !file->dataset;
    release_file(file);
    memmove(file, file + 1, (workspace->file_count - found - 1) * sizeof *file);
    workspace->file_count--;
    workspace->current_file = 0;
    if (was_base) {
        dataset_release(&workspace->dataset);
        make_base(workspace, &workspace->files[0]);
    }
    join_rows(workspace);
    parallel_doubt *doubt = workspace->doubt;
    workspace->doubt = NULL; /* what was shown is gone */
    workspace_refresh(workspace);
    workspace->doubt = doubt;
    return true;
}

/* NULL, or nothing as yet. */
static void release_coming(struct dataset *dataset)
{
    if (dataset && dataset->table)
        dataset_release(dataset);
    free(dataset);
}

void workspace_release_files(struct workspace *workspace)
{
    if (workspace->loading)
        loading_end(workspace->loading);
    release_coming(workspace->unplaced);
    release_coming(workspace->arriving);
    for (size_t i = 0; i < workspace->awaited_count; i++)
        free(workspace->awaited[i]);
    free(workspace->awaited);
    for (size_t i = 0; i < workspace->file_count; i++)
        release_file(&workspace->files[i]);
    free(workspace->files);
    free(workspace->summed);
    sum_name_release(&workspace->selected_sum);
    free(workspace->trade.reporter);
    free(workspace->trade.partner);
    free(workspace->trade.product);
    dataset_release(&workspace->dataset);
}

bool workspace_row_as_written(const struct workspace *workspace, size_t row, struct buffer *out)
{
    const struct dataset *current = workspace_current_file(workspace);
    if (current != &workspace->dataset)
        return dataset_row_as_written(current, row, out);
    if (workspace->loading || row < workspace->base.rows)
        return dataset_row_as_written(&workspace->dataset, row, out);
    row -= workspace->base.rows;
    for (size_t i = 0; i < workspace->file_count; i++) {
        const struct dataset *dataset = workspace->files[i].dataset;
        bool is_joined = dataset && dataset->form == FORM_CLAIMS;
        size_t rows = is_joined ? table_row_count(dataset->table) : 0;
        if (row < rows)
            return dataset_row_as_written(dataset, row, out);
        row -= rows;
    }
    return false;
}

const char *workspace_name_of_path(const char *path)
{
    bool is_input = strcmp(path, "-") == 0 || strcmp(path, "/dev/stdin") == 0;
    return is_input ? "standard input" : path_name(path);
}

void workspace_write_files(const struct workspace *workspace, struct buffer *out)
{
    buffer_puts(out, workspace_name_of_path(workspace_file_path(workspace, 0)));
    if (workspace->file_count > 1)
        buffer_printf(out, " +%zu", workspace->file_count - 1);
}
