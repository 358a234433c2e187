/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/background.h"

#include "view/workspace_loading.h"

#include <time.h>

#define PIECE 8            /* milliseconds that a key may wait */
#define PROGRESS_EVERY 0.1 /* seconds */

static struct {
    struct workspace *workspace;
    double last_told; /* seconds, of a clock that only goes forward */
} background;

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

void background_set(struct workspace *workspace)
{
    background.workspace = workspace;
}

int background_descriptor(void)
{
    return background.workspace ? workspace_loading_descriptor(background.workspace) : -1;
}

enum background_news background_work(void)
{
    if (workspace_absorb(background.workspace, PIECE)) {
        background.last_told = now();
        return BACKGROUND_ROWS;
    }
    if (now() - background.last_told < PROGRESS_EVERY)
        return BACKGROUND_NOTHING;
    background.last_told = now();
    return BACKGROUND_PROGRESS;
}
