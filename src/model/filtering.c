/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/filtering.h"

#include "base/memory.h"
#include "query/evaluate/evaluate.h"
#include "model/chosen_trade.h"
#include "model/file_filters.h"

#include <stdlib.h>

/* --- one filter --- */

/* The rows of a table to be filtered, and their context. */
struct asking {
    const struct dataset *dataset;
    struct row_set *rows;
    const struct effort *effort;
    struct buffer *remark; /* the note on the last filter, after it was applied; NULL for none */
};

static bool is_of_claims(const struct model *model, const struct asking *asking)
{
    return asking->dataset == &model->dataset;
}

/* Removes rows that fail from `rows`; all of them if the expression is NULL. */
static bool select_rows(const struct asking *asking, const struct expression *expression,
                        struct row_set *rows)
{
    if (expression)
        return expression_select(expression, asking->dataset, rows, asking->effort);
    size_t count = rows->row_count;
    row_set_release(rows);
    *rows = row_set_none(count);
    return true;
}

/* Keeps sums of rows that passed the filter, if their pair, flow and period pass too. */
static bool keep_sums(struct model *model, const struct asking *asking, const char *source,
                      const struct row_set *before)
{
    size_t count = before->row_count, first = model->files.joined.rows;
    if (first >= count || model_filter_asks_facts(model, source))
        return true;
    struct row_set sums = row_set_none(count);
    row_set_add_range(&sums, first, count);
    row_set_intersect(&sums, before);
    struct expression *expression = model_filter_of_sums(model, source);
    bool is_done =
        !expression || expression_select(expression, asking->dataset, &sums, asking->effort);
    row_set_unite(asking->rows, &sums);
    expression_free(expression);
    row_set_release(&sums);
    return is_done;
}

/* True for rows of which sums are made: a filter on the sums does not apply to them. */
static bool is_left_to_sums(struct model *model, const struct asking *asking, const char *source)
{
    return asking->dataset->form == FORM_STATISTICS && model_filter_asks_facts(model, source);
}

static void remark_on(struct model *model, const struct asking *asking, const char *source,
                      const struct expression *expression, const struct row_set *before)
{
    buffer_truncate(asking->remark, 0);
    if (expression)
        expression_remark(expression, asking->dataset, before, asking->rows, asking->remark);
    model_write_unanswered(model, source, asking->remark);
}

/* Returns false if cancelled. */
static bool narrow(struct model *model, const struct asking *asking, const char *source)
{
    struct query_error error = {0};
    if (!is_of_claims(model, asking) && is_left_to_sums(model, asking, source))
        return true;
    struct expression *expression = model_filter_of(model, asking->dataset, source, &error);
    struct row_set before = {0};
    if (is_of_claims(model, asking))
        before = row_set_copy(asking->rows);
    bool is_done = select_rows(asking, expression, asking->rows);
    if (is_done && asking->remark)
        remark_on(model, asking, source, expression, &before);
    if (is_done && is_of_claims(model, asking))
        is_done = keep_sums(model, asking, source, &before);
    row_set_release(&before);
    expression_free(expression);
    query_error_release(&error);
    return is_done;
}

/* Applies the filters that are on, from `at`. */
static bool narrow_by_all(struct model *model, const struct asking *asking, size_t at)
{
    const char *filter;
    bool is_done = true;
    while (is_done && (filter = choices_next_filter(&model->choices, &at)))
        is_done = narrow(model, asking, filter);
    return is_done;
}

static bool asks_facts(struct model *model)
{
    const char *filter;
    bool is_asking = false;
    for (size_t at = 0; !is_asking && (filter = choices_next_filter(&model->choices, &at));) {
        is_asking = model_filter_asks_facts(model, filter);
    }
    return is_asking;
}

/* --- files beside the claims --- */

/* Leaves `rows` empty if they are already known. */
static bool find_in_file(struct model *model, const struct open_file *file, struct row_set *rows,
                         const struct effort *effort)
{
    size_t at;
    if (!file_is_separate(file))
        return true;
    size_t count = table_row_count(file->dataset->table);
    if (filter_cache_are_of(&file->shown_rows, &model->choices, count))
        return true;
    const struct filter_cache *last =
        file->before_preview.filters ? &file->before_preview : &file->shown_rows;
    *rows = filter_cache_begin(last, &model->choices, count, &at);
    struct asking asking = {file->dataset, rows, effort, NULL};
    return narrow_by_all(model, &asking, at);
}

/* During a preview, the rows shown before it are the ones to start from and to restore. */
static void keep_what_was_shown(const struct model *model, struct open_file *file)
{
    if (!model->before_preview) {
        filter_cache_release(&file->before_preview);
    } else if (!file->before_preview.filters) {
        file->before_preview = file->shown_rows;
        file->shown_rows = (struct filter_cache){0};
    }
}

/* Takes ownership of the rows. */
static void show_in_file(struct model *model, struct open_file *file, struct row_set rows)
{
    row_set_release(&file->none);
    chosen_rows_release(&file->chosen);
    if (asks_facts(model))
        file->none = row_set_none(rows.row_count);
    keep_what_was_shown(model, file);
    filter_cache_keep(&file->shown_rows, &model->choices, rows);
}

/* Returns a set for each file, without showing any; NULL if cancelled. */
static struct row_set *find_in_files(struct model *model, const struct effort *effort)
{
    struct row_set *found = xcalloc(model->files.count + 1, sizeof *found);
    bool is_done = true;
    for (size_t i = 0; i < model->files.count && is_done; i++)
        is_done = find_in_file(model, &model->files.items[i], &found[i], effort);
    if (is_done)
        return found;
    for (size_t i = 0; i < model->files.count; i++)
        row_set_release(&found[i]);
    free(found);
    return NULL;
}

static void show_in_files(struct model *model, struct row_set *found)
{
    for (size_t i = 0; i < model->files.count; i++)
        if (found[i].words)
            show_in_file(model, &model->files.items[i], found[i]);
    free(found);
}

bool model_find_loading_rows(struct model *model, const struct effort *effort)
{
    struct open_file *file = model_loading_file(model);
    struct row_set rows = {0};
    bool is_done = find_in_file(model, file, &rows, effort);
    if (!is_done)
        row_set_release(&rows);
    else if (rows.words)
        show_in_file(model, file, rows);
    return is_done;
}

/* --- claims --- */

/* Forgets the claims that passed, so that the next search filters all of them. */
static void forget_claims(struct model *model)
{
    filter_cache_release(&model->rows.cache);
    model->rows.known = 0;
    row_set_release(&model->rows.shown);
}

/* Takes ownership of the rows that passed the filters. */
static void show_claims(struct model *model, struct row_set rows)
{
    struct row_set chosen = row_set_copy(&rows);
    chosen_trade_keep_claims(model, &chosen);
    row_set_release(&model->rows.shown);
    model->rows.shown = chosen;
    model->rows.known = rows.row_count;
    if (model->before_preview)
        row_set_release(&rows);
    else
        filter_cache_keep(&model->rows.cache, &model->choices, rows);
}

static bool find_claims(struct model *model, struct row_set *rows, const struct effort *effort)
{
    size_t at, count = model_claim_count(model);
    *rows = filter_cache_begin(&model->rows.cache, &model->choices, count, &at);
    struct asking asking = {&model->dataset, rows, effort, &model->rows.note};
    return narrow_by_all(model, &asking, at);
}

bool model_find_rows(struct model *model, const struct effort *effort)
{
    struct row_set claims = {0};
    struct row_set *found = find_in_files(model, effort);
    /* Sums are filtered like claims. If a fact depends on all figures, they must exist first. */
    bool waits = model_has_statistics(model) && asks_facts(model);
    bool is_done = found && (waits || find_claims(model, &claims, effort));
    if (!is_done) {
        for (size_t i = 0; found && i < model->files.count; i++)
            row_set_release(&found[i]);
        free(found);
        row_set_release(&claims);
        return false;
    }
    show_in_files(model, found);
    if (waits)
        forget_claims(model);
    else
        show_claims(model, claims);
    return true;
}

/* This work was not requested by a key; it is short and is not cancelled. */
static void add_new_claims(struct model *model)
{
    size_t count = table_row_count(model->dataset.table);
    struct row_set rows = row_set_none(count);
    struct asking asking = {&model->dataset, &rows, NULL,
                            model->rows.known ? NULL : &model->rows.note};
    row_set_add_range(&rows, model->rows.known, count);
    narrow_by_all(model, &asking, 0);
    chosen_trade_keep_claims(model, &rows);
    row_set_resize(&model->rows.shown, count);
    row_set_unite(&model->rows.shown, &rows);
    row_set_release(&rows);
    model->rows.known = count;
}

void model_find_new_claims(struct model *model)
{
    size_t count = table_row_count(model->dataset.table);
    if (model->rows.known == count)
        return;
    claim_facts_release(&model->rows.facts);
    if (asks_facts(model))
        forget_claims(model);
    if (choices_has_filters(&model->choices) || chosen_trade_is_any(&model->choices)) {
        add_new_claims(model);
    } else {
        model->rows.known = count;
        row_set_release(&model->rows.shown);
        model->rows.shown = row_set_all(count);
    }
}

void model_find_new_rows(struct model *model)
{
    show_in_files(model, find_in_files(model, NULL));
    model_find_new_claims(model);
}

/* Uses the words of the file that Rows shows; those of the claims for a claims file. */
void model_explain_nothing(struct model *model, const char *source, struct buffer *out)
{
    struct query_error error = {0};
    size_t start = out->length;
    const struct dataset *dataset = model_current_file(model);
    struct expression *expression = dataset == &model->dataset
                                        ? model_parse(model, source, &error)
                                        : expression_parse(text_of(source), dataset, &error);
    if (expression)
        expression_explain_nothing(expression, dataset, out);
    struct buffer unanswered = {0};
    model_write_unanswered(model, source, &unanswered);
    if (unanswered.length)
        buffer_printf(out, "%s%s", out->length > start ? "\n" : "", unanswered.data);
    buffer_release(&unanswered);
    if (out->length == start)
        buffer_puts(out, "no row passes the filters");
    expression_free(expression);
    query_error_release(&error);
}
