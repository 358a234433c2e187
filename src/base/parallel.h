/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Work on many rows, on all processors.
 */
#ifndef TRADESCOPE_BASE_PARALLEL_H
#define TRADESCOPE_BASE_PARALLEL_H

#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>

/* Returns the number of processors that this process may use, at least 1. */
size_t parallel_processors(void);

/* Works on the part [first, last). `worker` is less than parallel_processors(). */
typedef void parallel_work(void *context, size_t worker, size_t first, size_t last);
/* True if the work should be cancelled. Called on the calling thread, between parts. */
typedef bool parallel_doubt(void *context);

/*
 * Works on [0, count) in parts of `grain` on all processors, and returns when everything is done.
 * Returns false if `doubt` (may be NULL) cancelled it.
 */
bool parallel_for(size_t count, size_t grain, parallel_work *work, void *context,
                  parallel_doubt *doubt, void *doubt_context);

/* Starts a thread with all signals blocked: signals go to the thread that owns the terminal. */
bool parallel_start_thread(pthread_t *thread, void *(*routine)(void *argument), void *argument);

#endif
