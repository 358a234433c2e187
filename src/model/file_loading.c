/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/file_loading.h"

#include "data/load/loading.h"
#include "model/filtering.h"
#include "model/opening.h"
#include "model/recompute.h"
#include "model/sums.h"

#include <math.h>

#define LONG_WAIT 1000 /* milliseconds */
#define SHORT_WAIT 10
#define FIRST_LOOK 4 /* for any file, before the first screen */
#define NEXT_LOOK 6  /* for one that may be complete then */
#define LARGE_FILE ((uint64_t)2 << 20)
#define LONGEST_SHOWING 0.015 /* seconds */
#define BYTES_OF_MEGABYTE 1e6
#define LEAST_SECONDS 0.2 /* a rate measured over less time means nothing */

/* Returns the number of rows shown of the file being loaded. */
static size_t known_rows(const struct model *model)
{
    const struct open_file *file = model_loading_file(model);
    return file ? file->shown_rows.rows.row_count : model->rows.known;
}

/*
 * New rows are shown each time their number has doubled. If that would keep a key waiting, the
 * screen stays as it is until all rows are loaded.
 */
static bool is_time_to_show(const struct model *model)
{
    double rows = (double)model_loading_rows(model), known = (double)known_rows(model);
    return rows > known && rows >= 2 * known &&
           (rows <= FEW_ROWS || model->queue.cost_of_showing * rows <= LONGEST_SHOWING * known);
}

/*
 * Rows of a separate file are shown only by the pane Rows; its sums are made by model_refine().
 */
static void show_coming(struct model *model, const struct effort *effort)
{
    if (!model_loading_file(model)) {
        model_show_new_rows(model);
        return;
    }
    if (model_find_loading_rows(model, effort)) {
        model->versions.rows++;
        search_forget(&model->search);
    }
    model_report_problems(model);
}

void model_note_drawn(struct model *model)
{
    if (model->queue.loading && model->queue.shown_at > 0)
        model->queue.cost_of_showing =
            loading_progress(model->queue.loading).seconds - model->queue.shown_at;
    model->queue.shown_at = 0;
}

bool model_absorb(struct model *model, int milliseconds, const struct effort *effort)
{
    if (!model->queue.loading)
        return false;
    bool was_waiting = model_pending_name(model) != NULL;
    bool goes_on = loading_absorb(model->queue.loading, milliseconds);
    model_place_file(model);
    if (!goes_on) {
        model_take_file(model);
        model_show_new_rows(model);
        return true;
    }
    bool has_columns = was_waiting && !model_pending_name(model);
    if (!has_columns && !is_time_to_show(model))
        return false;
    model->queue.shown_at = loading_progress(model->queue.loading).seconds;
    if (has_columns)
        model_show_new_rows(model);
    else
        show_coming(model, effort);
    return true;
}

void model_absorb_first(struct model *model)
{
    model_absorb(model, FIRST_LOOK, NULL);
    if (model->queue.loading && loading_progress(model->queue.loading).bytes_all < LARGE_FILE)
        model_absorb(model, NEXT_LOOK, NULL);
}

int model_loading_descriptor(const struct model *model)
{
    return model->queue.loading ? loading_descriptor(model->queue.loading) : -1;
}

void model_finish_loading(struct model *model)
{
    if (!model->queue.loading)
        return;
    while (model->queue.loading) {
        while (loading_absorb(model->queue.loading, LONG_WAIT))
            ;
        model_take_file(model);
    }
    model_show_new_rows(model);
}

void model_await_rows(struct model *model, size_t rows, const struct effort *effort)
{
    while (model->queue.loading && model_loading_rows(model) < rows)
        model_absorb(model, SHORT_WAIT, effort);
    if (!model->queue.loading)
        return;
    show_coming(model, effort);
    model_refine(model, effort);
}

void model_stop_loading(struct model *model)
{
    if (!model->queue.loading)
        return;
    if (!model_pending_name(model))
        model_drop_pending(model);
    loading_stop(model->queue.loading);
    model_take_file(model);
    model_show_new_rows(model);
}

static void write_amount(struct buffer *out, const struct load_progress *progress)
{
    double bytes = (double)progress->bytes, all = (double)progress->bytes_all;
    int places = fmax(bytes, all) < 10 * BYTES_OF_MEGABYTE;
    decimal_format(out, bytes / BYTES_OF_MEGABYTE, places);
    if (progress->bytes_all) {
        buffer_puts(out, " of ");
        decimal_format(out, all / BYTES_OF_MEGABYTE, places);
    }
    buffer_puts(out, " MB");
    if (progress->bytes_all)
        buffer_printf(out, "  %.0f %%", floor(100 * bytes / all));
}

static void write_speed(struct buffer *out, const struct load_progress *progress)
{
    double bytes = (double)progress->bytes, all = (double)progress->bytes_all;
    if (progress->seconds < LEAST_SECONDS || !progress->bytes)
        return;
    double rate = bytes / progress->seconds;
    buffer_puts(out, "  ");
    decimal_format(out, rate / BYTES_OF_MEGABYTE, rate < 10 * BYTES_OF_MEGABYTE);
    buffer_puts(out, " MB/s");
    if (all > bytes)
        buffer_printf(out, "  %.0f s left", ceil((all - bytes) / rate));
}

void model_write_progress(const struct model *model, struct buffer *out)
{
    if (!model->queue.loading)
        return;
    struct load_progress progress = loading_progress(model->queue.loading);
    if (!progress.has_head) {
        buffer_printf(out, "waiting for %s ...", model_pending_name(model));
        return;
    }
    decimal_format(out, (double)progress.rows, 0);
    buffer_puts(out, progress.rows == 1 ? " row  " : " rows  ");
    write_amount(out, &progress);
    write_speed(out, &progress);
}

#define LARGEST_SHARE 0.05 /* of the loading time, as the reader threads may have to wait */
#define LEAST_PAUSE 0.1    /* seconds in which a user can read a number */
#define LEAST_GROWTH 0.02  /* of the loading time, between two sums */
#define PAIR_COST 4        /* factor for choosing a pair */
#define FEW_SUMMED ((size_t)1 << 18) /* fewer rows take hardly less time */

static double now(const struct model *model)
{
    return loading_progress(model->queue.loading).seconds;
}

static bool sum_again(struct model *model, const struct effort *effort)
{
    return !effort_is_cancelled(effort) && model_find_loading_rows(model, effort) &&
           model_sum_loading_file(model, effort);
}

/* A cancelled run only shows that it takes longer than that. */
static void note(struct model *model, double start, bool is_done)
{
    struct sum_progress *refined = &model->progress;
    refined->ended = now(model);
    refined->spent += refined->ended - start;
    refined->attempts = is_done ? 0 : refined->attempts + 1;
    if (!is_done)
        return;
    refined->seconds = refined->ended - start;
    refined->rows = model_loading_rows(model);
}

bool model_refine(struct model *model, const struct effort *effort)
{
    const struct open_file *file = model_loading_file(model);
    if (!file || file->dataset->form != FORM_STATISTICS || !model_loading_rows(model))
        return false;
    double start = now(model);
    bool keeps_pair = model_keeps_pair(model), is_done = sum_again(model, effort);
    if (is_done) {
        model->versions.rows++;
        model_report_problems(model);
        model_show_new_sums(model);
        model_recompute(model, NULL);
    }
    note(model, start, is_done);
    if (is_done)
        model->progress.kept_pair = keeps_pair;
    return is_done;
}

/* Estimates the time from that for fewer rows. */
static double expect(const struct model *model)
{
    const struct sum_progress *refined = &model->progress;
    double rows = (double)model_loading_rows(model), known = (double)refined->rows;
    double seconds = refined->seconds * fmax(1, rows / fmax(known, FEW_SUMMED));
    bool keeps_pair = model_keeps_pair(model);
    if (keeps_pair == refined->kept_pair)
        return seconds;
    return keeps_pair ? seconds / PAIR_COST : seconds * PAIR_COST;
}

static bool is_time(const struct model *model)
{
    const struct sum_progress *refined = &model->progress;
    double time = now(model);
    double pause = fmax(LEAST_PAUSE * (1 + refined->attempts), LEAST_GROWTH * time);
    return model_loading_rows(model) > refined->rows && time - refined->ended >= pause &&
           refined->spent + expect(model) <= LARGEST_SHARE * time;
}

/* True unless results of many claims, or of another large file, would be computed again. */
static bool is_cheap_to_show(const struct model *model)
{
    return !model->before_preview && row_set_count(&model->rows.shown) <= FEW_ROWS &&
           !model_sums_take_long(model);
}

bool model_awaits_refining(const struct model *model)
{
    const struct open_file *file = model_loading_file(model);
    return file && file->dataset->form == FORM_STATISTICS && is_cheap_to_show(model) &&
           model_loading_rows(model) > model->progress.rows;
}

bool model_refine_in_time(struct model *model, const struct effort *effort)
{
    return model_loading_file(model) && is_cheap_to_show(model) &&
           (model_lacks_sums(model) || is_time(model)) && model_refine(model, effort);
}
