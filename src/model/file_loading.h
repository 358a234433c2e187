/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Loading while the user looks on: the first rows are shown at once, and later ones at growing
 * intervals, so that showing them never takes much of the time.
 */
#ifndef TRADESCOPE_MODEL_FILE_LOADING_H
#define TRADESCOPE_MODEL_FILE_LOADING_H

#include "model/model.h"

/* Takes rows for about so many milliseconds, waiting for more meanwhile. True if there is more to
 * see than before. */
bool model_absorb(struct model *model, int milliseconds);
/* What a first screen can show at once: all of a small file, the first rows of a large one. */
void model_absorb_first(struct model *model);
/* Call this when the rows that model_absorb() took are drawn: it measures how long that takes. */
void model_note_drawn(struct model *model);
/* Readable when there is something to take; -1 if nothing is being loaded. */
int model_loading_descriptor(const struct model *model);
/* Waits for all that is left. */
void model_finish_loading(struct model *model);
/* Waits until there are so many rows, or all that there are, and shows and sums them. */
void model_await_rows(struct model *model, size_t rows);
/* Leaves the rest unread, of this file and of the next ones; the problems say so. If the first
 * bytes of a pipe are still awaited, only that pipe is abandoned. */
void model_stop_loading(struct model *model);
/* "3,412,000 rows  114 of 334 MB  41 %  92 MB/s  2 s left", or "waiting for standard input ...";
 * nothing if nothing is being loaded. */
void model_write_progress(const struct model *model, struct buffer *out);

#endif
