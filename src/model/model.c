/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/model.h"

#include "base/array.h"
#include "base/paths.h"
#include "data/load/loading.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

/* --- the message --- */

void model_set_message(struct model *model, enum message_kind kind, const char *format, ...)
{
    struct buffer text = {0};
    va_list arguments;
    va_start(arguments, format);
    buffer_vprintf(&text, format, arguments);
    va_end(arguments);
    free(model->message.text);
    model->message = (struct message){.text = buffer_take(&text), .kind = kind};
}

void model_set_empty_message(struct model *model, const char *text, const char *way_back)
{
    model_set_message(model, MESSAGE_WARNING, "%s", text);
    model->message.way_back = way_back;
}

void model_clear_message(struct model *model)
{
    free(model->message.text);
    model->message = (struct message){0};
    model->search.awaits_count = false;
}

/* --- the files --- */

const struct dataset *model_file_dataset(const struct model *model, size_t file)
{
    const struct open_file *found = &model->files.items[file];
    return found->dataset ? found->dataset : &model->dataset;
}

const char *model_file_path(const struct model *model, size_t file)
{
    return model_file_dataset(model, file)->path;
}

size_t model_file_rows(const struct model *model, size_t file)
{
    const struct dataset *own = model->files.items[file].dataset;
    return own ? table_row_count(own->table) : model->files.base.rows;
}

size_t model_count_rows(const struct model *model)
{
    size_t rows = 0;
    for (size_t i = 0; i < model->files.count; i++)
        rows += model_file_rows(model, i);
    return rows;
}

const char *model_file_remark(const struct model *model, size_t file)
{
    const struct dataset *dataset = model->files.items[file].dataset;
    return dataset && dataset->form == FORM_PLAIN ? dataset->mapping.note : NULL;
}

struct text model_file_source(const struct model *model, size_t file)
{
    return path_stem(model_file_path(model, file));
}

void model_write_files(const struct model *model, struct buffer *out)
{
    buffer_puts(out, file_display_name(model_file_path(model, 0)));
    if (model->files.count > 1)
        buffer_printf(out, " +%zu", model->files.count - 1);
}

bool model_file_has_columns(const struct model *model, size_t file)
{
    return model_file_dataset(model, file)->file_columns > 0;
}

size_t model_shown_file(const struct model *model)
{
    size_t file = model->files.current;
    for (size_t i = 0; !model_file_has_columns(model, file) && i < model->files.count; i++)
        if (model_file_has_columns(model, i))
            file = i;
    return file;
}

const struct dataset *model_current_file(const struct model *model)
{
    const struct open_file *file = &model->files.items[model_shown_file(model)];
    return file_is_separate(file) ? file->dataset : &model->dataset;
}

struct unread model_unread(const struct model *model)
{
    struct unread sum = {0};
    for (size_t i = 0; i < model->files.count; i++)
        unread_add(&sum, unread_of(model_file_dataset(model, i),
                                   model->queue.loading && !model->files.items[i].dataset
                                       ? model_loading_rows(model)
                                       : model_file_rows(model, i)));
    return sum;
}

bool model_row_as_written(const struct model *model, size_t row, struct buffer *out)
{
    const struct dataset *current = model_current_file(model);
    if (current != &model->dataset)
        return dataset_row_as_written(current, row, out);
    if (model->queue.loading || row < model->files.base.rows)
        return dataset_row_as_written(&model->dataset, row, out);
    row -= model->files.base.rows;
    for (size_t i = 0; i < model->files.count; i++) {
        const struct dataset *dataset = model->files.items[i].dataset;
        bool is_joined = dataset && dataset->form == FORM_CLAIMS;
        size_t rows = is_joined ? table_row_count(dataset->table) : 0;
        if (row < rows)
            return dataset_row_as_written(dataset, row, out);
        row -= rows;
    }
    return false;
}

/* --- the file that is being loaded --- */

struct open_file *model_loading_file(const struct model *model)
{
    if (!model->queue.loading || model->queue.unplaced || model->queue.arriving)
        return NULL;
    struct open_file *last = &model->files.items[model->files.count - 1];
    return file_is_separate(last) ? last : NULL;
}

size_t model_loading_rows(const struct model *model)
{
    const struct open_file *file = model_loading_file(model);
    const struct dataset *dataset = file ? file->dataset : &model->dataset;
    return table_row_count(dataset->table);
}

const char *model_pending_name(const struct model *model)
{
    if (!model->queue.loading || loading_progress(model->queue.loading).has_head)
        return NULL;
    return file_display_name(model->queue.paths[model->queue.started - 1]);
}

bool model_is_blank(const struct model *model)
{
    return model_pending_name(model) && !model_count_rows(model);
}

bool model_is_partly_loaded(const struct model *model)
{
    return model->queue.loading && !model_is_blank(model);
}

/* --- sums --- */

bool model_has_statistics(const struct model *model)
{
    bool has_some = false;
    for (size_t i = 0; i < model->files.count; i++)
        has_some = has_some || model->files.items[i].sums.statistic;
    return has_some;
}

size_t model_claim_count(const struct model *model)
{
    return table_row_count(model->dataset.table) - model->sums.count;
}

bool model_is_sum(const struct model *model, size_t row)
{
    return row != NO_ROW && row >= model_claim_count(model);
}

bool model_is_partial(const struct model *model, size_t row)
{
    return model_loading_file(model) && row != NO_ROW && row >= model_claim_count(model);
}

bool model_lacks_sums(const struct model *model)
{
    const struct open_file *file = model_loading_file(model);
    return file && file->dataset->form == FORM_STATISTICS && !file->sums.statistic;
}

const char *model_scope(const struct model *model)
{
    if (model_is_blank(model))
        return "yet";
    if (model_lacks_sums(model))
        return "summed yet; 8 shows the rows so far";
    return choices_has_filters(&model->choices) ? "pass the filters"
           : model->queue.loading               ? "in the file so far"
                                                : "in the file";
}

void model_drop_results(struct model *model, bool keeps_selection)
{
    struct selection *selection = &model->selection;
    selection->is_kept = keeps_selection && (selection->is_settled || selection->is_kept);
    selection->is_settled = false;
    results_release(&model->results);
    search_forget(&model->search);
    model->versions.results++;
}
