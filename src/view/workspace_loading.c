/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "view/workspace_loading.h"

#include "data/loading.h"
#include "view/workspace_files.h"
#include "view/workspace_refining.h"

#include <math.h>

#define LONG_WAIT 1000 /* milliseconds */
#define SHORT_WAIT 10
#define FIRST_LOOK 4 /* at any file, before the first screen */
#define NEXT_LOOK 6  /* at one that may be complete then */
#define LARGE_FILE ((uint64_t)2 << 20)
#define LONGEST_SHOWING 0.015 /* seconds */
#define BYTES_OF_MEGABYTE 1e6
#define LEAST_SECONDS 0.2 /* before which a rate says nothing */

static void show_all(struct workspace *workspace)
{
    workspace_show_new_rows(workspace);
    if (workspace_shows_nothing(workspace) && workspace->dataset.problems.count)
        workspace->focus = PANE_PROBLEMS;
    else if (workspace_current_file(workspace)->form == FORM_PLAIN)
        workspace->focus = PANE_ROWS; /* what its columns mean is not known */
}

/* Rows that are shown of the file that is loaded. */
static size_t known_rows(const struct workspace *workspace)
{
    const struct open_file *file = workspace_coming_file(workspace);
    return file ? file->shown_rows.rows.row_count : workspace->known_rows;
}

/*
 * Each time when there are twice as many rows as were shown last; but where a key would have to
 * wait for it, what is on the screen stays until all is there.
 */
static bool is_time_to_show(const struct workspace *workspace)
{
    double rows = (double)workspace_coming_rows(workspace), known = (double)known_rows(workspace);
    return rows > known && rows >= 2 * known &&
           (rows <= FEW_ROWS || workspace->cost_of_showing * rows <= LONGEST_SHOWING * known);
}

/* Of a file beside the claims only the pane Rows shows rows; sums are refined, see
 * workspace_refining.h. */
static void show_coming(struct workspace *workspace)
{
    if (!workspace_coming_file(workspace)) {
        workspace_show_new_rows(workspace);
        return;
    }
    bool was_yielding = workspace->yields_to_keys;
    workspace->yields_to_keys = true;
    if (workspace_find_coming_rows(workspace)) {
        workspace->views[PANE_ROWS].is_stale = true;
        search_forget(&workspace->search);
    }
    workspace->yields_to_keys = was_yielding;
    workspace_tell_problems(workspace);
}

void workspace_note_drawn(struct workspace *workspace)
{
    if (workspace->loading && workspace->shown_at > 0)
        workspace->cost_of_showing =
            loading_progress(workspace->loading).seconds - workspace->shown_at;
    workspace->shown_at = 0;
}

const char *workspace_awaited_name(const struct workspace *workspace)
{
    if (!workspace->loading || loading_progress(workspace->loading).has_head)
        return NULL;
    return workspace_name_of_path(workspace->awaited[workspace->started_count - 1]);
}

bool workspace_is_blank(const struct workspace *workspace)
{
    return workspace_awaited_name(workspace) && !workspace_count_rows(workspace);
}

bool workspace_shows_part(const struct workspace *workspace)
{
    return workspace->loading && !workspace_is_blank(workspace);
}

bool workspace_absorb(struct workspace *workspace, int milliseconds)
{
    if (!workspace->loading)
        return false;
    bool was_waiting = workspace_awaited_name(workspace) != NULL;
    bool goes_on = loading_absorb(workspace->loading, milliseconds);
    workspace_place_file(workspace);
    if (!goes_on) {
        workspace_take_file(workspace);
        show_all(workspace);
        return true;
    }
    bool has_columns = was_waiting && !workspace_awaited_name(workspace);
    if (!has_columns && !is_time_to_show(workspace))
        return false;
    workspace->shown_at = loading_progress(workspace->loading).seconds;
    if (has_columns)
        workspace_show_new_rows(workspace);
    else
        show_coming(workspace);
    return true;
}

void workspace_absorb_first(struct workspace *workspace)
{
    workspace_absorb(workspace, FIRST_LOOK);
    if (workspace->loading && loading_progress(workspace->loading).bytes_all < LARGE_FILE)
        workspace_absorb(workspace, NEXT_LOOK);
}

int workspace_loading_descriptor(const struct workspace *workspace)
{
    return workspace->loading ? loading_descriptor(workspace->loading) : -1;
}

void workspace_finish_loading(struct workspace *workspace)
{
    if (!workspace->loading)
        return;
    while (workspace->loading) {
        while (loading_absorb(workspace->loading, LONG_WAIT))
            ;
        workspace_take_file(workspace);
    }
    show_all(workspace);
}

void workspace_await_rows(struct workspace *workspace, size_t rows)
{
    while (workspace->loading && workspace_coming_rows(workspace) < rows)
        workspace_absorb(workspace, SHORT_WAIT);
    if (!workspace->loading)
        return;
    show_coming(workspace);
    workspace_refine(workspace);
}

void workspace_stop_loading(struct workspace *workspace)
{
    if (!workspace->loading)
        return;
    if (!workspace_awaited_name(workspace))
        workspace_forget_awaited(workspace);
    loading_stop(workspace->loading);
    workspace_take_file(workspace);
    show_all(workspace);
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

void workspace_write_progress(const struct workspace *workspace, struct buffer *out)
{
    if (!workspace->loading)
        return;
    struct load_progress progress = loading_progress(workspace->loading);
    if (!progress.has_head) {
        buffer_printf(out, "waiting for %s ...", workspace_awaited_name(workspace));
        return;
    }
    decimal_format(out, (double)progress.rows, 0);
    buffer_puts(out, progress.rows == 1 ? " row  " : " rows  ");
    write_amount(out, &progress);
    write_speed(out, &progress);
}
