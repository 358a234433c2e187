/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/idle_work.h"

#include "base/clock.h"
#include "model/file_loading.h"

#define IDLE_SLICE 1       /* milliseconds, excluding a step that has begun: a key may be waiting */
#define PROGRESS_EVERY 0.1 /* seconds */

static struct {
    struct workspace *workspace;
    double last_told; /* seconds, of a monotonic clock */
} background;

void idle_work_set(struct workspace *workspace)
{
    background.workspace = workspace;
}

void idle_work_note_drawn(void)
{
    if (background.workspace)
        model_note_drawn(background.workspace->model);
}

int idle_work_descriptor(void)
{
    return background.workspace ? model_loading_descriptor(background.workspace->model) : -1;
}

int idle_work_patience(void)
{
    bool is_awaited = background.workspace && workspace_awaits_refining(background.workspace);
    return is_awaited ? (int)(PROGRESS_EVERY * 1000) : -1;
}

enum idle_work_news idle_work_work(void)
{
    if (model_absorb(background.workspace->model, IDLE_SLICE)) {
        background.last_told = clock_seconds();
        return IDLE_WORK_ROWS;
    }
    if (clock_seconds() - background.last_told < PROGRESS_EVERY)
        return IDLE_WORK_NOTHING;
    background.last_told = clock_seconds();
    return IDLE_WORK_PROGRESS;
}
