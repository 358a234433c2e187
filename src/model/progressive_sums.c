/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/progressive_sums.h"

#include "data/load/loading.h"
#include "model/filtering.h"
#include "model/opening.h"
#include "model/recompute.h"
#include "model/sums.h"

#include <math.h>

#define LARGEST_SHARE 0.05 /* of the loading time, as the reader threads may have to wait */
#define LEAST_PAUSE 0.1    /* seconds in which a user can read a number */
#define LEAST_GROWTH 0.02  /* of the loading time, between two sums */
#define PAIR_COST 4        /* factor for choosing a pair */
#define FEW_SUMMED ((size_t)1 << 18) /* fewer rows take hardly less time */

static double now(const struct model *model)
{
    return loading_progress(model->queue.loading).seconds;
}

static bool is_doubted(const struct model *model)
{
    return model->doubt && model->doubt(model->doubt_context);
}

static bool sum_again(struct model *model)
{
    bool was_yielding = model->yields_to_keys;
    model->yields_to_keys = true;
    bool is_done =
        !is_doubted(model) && model_find_loading_rows(model) && model_sum_loading_file(model);
    model->yields_to_keys = was_yielding;
    return is_done;
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

bool model_refine(struct model *model)
{
    const struct open_file *file = model_loading_file(model);
    if (!file || file->dataset->form != FORM_STATISTICS || !model_loading_rows(model))
        return false;
    double start = now(model);
    bool keeps_pair = model_keeps_pair(model), is_done = sum_again(model);
    if (is_done) {
        model->versions.rows++;
        model_report_problems(model);
        model_show_new_sums(model);
        model_recompute(model);
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
    return !model->before_preview && model->rows.shown.count <= FEW_ROWS &&
           !model_sums_take_long(model);
}

bool model_awaits_refining(const struct model *model)
{
    const struct open_file *file = model_loading_file(model);
    return file && file->dataset->form == FORM_STATISTICS && is_cheap_to_show(model) &&
           model_loading_rows(model) > model->progress.rows;
}

bool model_refine_in_time(struct model *model)
{
    return model_loading_file(model) && is_cheap_to_show(model) &&
           (model_lacks_sums(model) || is_time(model)) && model_refine(model);
}
