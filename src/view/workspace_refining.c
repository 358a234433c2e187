/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "view/workspace_refining.h"

#include "data/loading.h"
#include "view/workspace_files.h"

#include <math.h>

#define LARGEST_SHARE 0.05 /* of the time of loading; the readers may have to wait for it, too */
#define LEAST_PAUSE 0.1    /* seconds in which a number can be read */
#define LEAST_GROWTH 0.02  /* of that time, between two */
#define PAIR_COST 4        /* times as long where a pair is looked for */
#define FEW_SUMMED ((size_t)1 << 18) /* rows that take hardly longer than any */

static double now(const struct workspace *workspace)
{
    return loading_progress(workspace->loading).seconds;
}

static bool is_doubted(const struct workspace *workspace)
{
    return workspace->doubt && workspace->doubt(workspace->doubt_context);
}

static bool sum_again(struct workspace *workspace)
{
    bool was_yielding = workspace->yields_to_keys;
    workspace->yields_to_keys = true;
    bool is_done = !is_doubted(workspace) && workspace_find_coming_rows(workspace) &&
                   workspace_sum_coming(workspace);
    workspace->yields_to_keys = was_yielding;
    return is_done;
}

/* One that a key has ended tells no more than that it takes longer. */
static void note(struct workspace *workspace, double start, bool is_done)
{
    struct refined *refined = &workspace->refined;
    refined->ended = now(workspace);
    refined->spent += refined->ended - start;
    refined->attempts = is_done ? 0 : refined->attempts + 1;
    if (!is_done)
        return;
    refined->seconds = refined->ended - start;
    refined->rows = workspace_coming_rows(workspace);
}

bool workspace_refine(struct workspace *workspace)
{
    const struct open_file *file = workspace_coming_file(workspace);
    if (!file || file->dataset->form != FORM_STATISTICS || !workspace_coming_rows(workspace))
        return false;
    double start = now(workspace);
    bool keeps_pair = workspace_keeps_pair(workspace), is_done = sum_again(workspace);
    if (is_done) {
        workspace->views[PANE_ROWS].is_stale = true;
        workspace_tell_problems(workspace);
        workspace_show_new_sums(workspace);
    }
    note(workspace, start, is_done);
    if (is_done)
        workspace->refined.kept_pair = keeps_pair;
    return is_done;
}

/* What it would take, by what it took for fewer rows. */
static double expect(const struct workspace *workspace)
{
    const struct refined *refined = &workspace->refined;
    double rows = (double)workspace_coming_rows(workspace), known = (double)refined->rows;
    double seconds = refined->seconds * fmax(1, rows / fmax(known, FEW_SUMMED));
    bool keeps_pair = workspace_keeps_pair(workspace);
    if (keeps_pair == refined->kept_pair)
        return seconds;
    return keeps_pair ? seconds / PAIR_COST : seconds * PAIR_COST;
}

static bool is_time(const struct workspace *workspace)
{
    const struct refined *refined = &workspace->refined;
    double time = now(workspace);
    double pause = fmax(LEAST_PAUSE * (1 + refined->attempts), LEAST_GROWTH * time);
    return workspace_coming_rows(workspace) > refined->rows && time - refined->ended >= pause &&
           refined->spent + expect(workspace) <= LARGEST_SHARE * time;
}

/* A page stays as it is while it is read, a preview while it is typed; and what rests on many
 * claims, or on another large file, is not made again for a part of this one. */
static bool is_welcome(const struct workspace *workspace)
{
    return !workspace->overlay_count && !workspace->before_preview &&
           workspace->views[workspace->focus].is_drawn && workspace->shown.count <= FEW_ROWS &&
           !workspace_sums_take_long(workspace);
}

bool workspace_awaits_refining(const struct workspace *workspace)
{
    const struct open_file *file = workspace_coming_file(workspace);
    return file && file->dataset->form == FORM_STATISTICS && is_welcome(workspace) &&
           workspace_coming_rows(workspace) > workspace->refined.rows;
}

bool workspace_refine_in_time(struct workspace *workspace)
{
    return workspace_coming_file(workspace) && is_welcome(workspace) &&
           (workspace_has_due_sums(workspace) || is_time(workspace)) && workspace_refine(workspace);
}
