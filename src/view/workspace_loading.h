/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Loading while the user looks on: the first rows are shown at once, and what comes behind them at
 * growing intervals, so that showing it never takes much of the time.
 */
#ifndef TRADESCOPE_VIEW_WORKSPACE_LOADING_H
#define TRADESCOPE_VIEW_WORKSPACE_LOADING_H

#include "view/workspace.h"

/* Takes rows over for about so many milliseconds, waiting for more meanwhile. True where there is
 * more to see than before. */
bool workspace_absorb(struct workspace *workspace, int milliseconds);
/* What a first screen can show at once, at the keyboard: all of a small file, the first rows of a
 * large one. The rest comes while keys are waited for. */
void workspace_absorb_first(struct workspace *workspace);
/* What workspace_absorb() gave to see is drawn: it is known now how long that takes. */
void workspace_note_drawn(struct workspace *workspace);
/* Can be read from when there is something to take over; -1 where nothing is being loaded. */
int workspace_loading_descriptor(const struct workspace *workspace);
/* Waits for all that is left. */
void workspace_finish_loading(struct workspace *workspace);
/* Waits until there are so many rows, or all that there are. */
void workspace_await_rows(struct workspace *workspace, size_t rows);
/* The pipe that has said nothing as yet, or too little to know what it is; NULL for none. */
const char *workspace_awaited_name(const struct workspace *workspace);
/* There is one, and there are no rows of other files: what the user chooses says nothing before. */
bool workspace_is_blank(const struct workspace *workspace);
/* What is shown is of a part of the rows: others still come. */
bool workspace_shows_part(const struct workspace *workspace);
/* Leaves the rest unread, of this file and of the next ones; the problems say so. Of a pipe that is
 * waited for nothing was read: it alone is given up. */
void workspace_stop_loading(struct workspace *workspace);
/* "3,412,000 rows  114 of 334 MB  41 %  92 MB/s  2 s left", or "waiting for standard input ...";
 * nothing where nothing is loaded. */
void workspace_write_progress(const struct workspace *workspace, struct buffer *out);

#endif
