/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Loads files while the user looks at them. The first rows are shown at once, later ones at growing
 * intervals, so that showing them takes a small part of the time.
 */
#ifndef TRADESCOPE_MODEL_FILE_LOADING_H
#define TRADESCOPE_MODEL_FILE_LOADING_H

#include "model/model.h"

/*
 * Takes rows for about that many milliseconds, waiting for more. Returns true if there is more to
 * show.
 */
bool model_absorb(struct model *model, int milliseconds);
/*
 * Takes what a first screen can show at once: all of a small file, the first rows of a large one.
 */
void model_absorb_first(struct model *model);
/* Call this when the rows taken by model_absorb() are drawn. Measures the time for it. */
void model_note_drawn(struct model *model);
/*
 * Returns a descriptor that is readable when there is something to take; -1 if nothing is being
 * loaded.
 */
int model_loading_descriptor(const struct model *model);
/* Waits until everything is loaded. */
void model_finish_loading(struct model *model);
/* Waits until there are `rows` rows, or all of the file, and shows and sums them. */
void model_await_rows(struct model *model, size_t rows);
/* Leaves the rest unread, of this file and of the next ones; the problems say so. If the first
 * bytes of a pipe are still awaited, only that pipe is abandoned. */
void model_stop_loading(struct model *model);
/* "3,412,000 rows  114 of 334 MB  41 %  92 MB/s  2 s left", or "waiting for standard input ...";
 * nothing if nothing is being loaded. */
void model_write_progress(const struct model *model, struct buffer *out);

/*
 * Sums of a file of statistics while it is loaded: the rows so far are summed now and then, until
 * the sums of all rows replace them.
 *
 * Any key cancels this, and it takes about a twentieth of the loading time.
 */

/* Sums the rows so far. Returns true if there is more to show. */
bool model_refine(struct model *model);
/* The same if it is due. The screen may change. */
bool model_refine_in_time(struct model *model);
/* True if some rows are in no sum yet, and few enough results depend on them. */
bool model_awaits_refining(const struct model *model);

#endif
