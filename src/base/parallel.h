/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Work on many rows, on all processors.
 */
#ifndef TRADESCOPE_BASE_PARALLEL_H
#define TRADESCOPE_BASE_PARALLEL_H

#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>

/* Processors that this process may use, at least 1. */
size_t parallel_processors(void);

/* Does the part [first, last) of the work; `worker` is less than parallel_processors(). */
typedef void parallel_work(void *context, size_t worker, size_t first, size_t last);
/* True where the work is not wanted any more. Asked on the calling thread, between parts. */
typedef bool parallel_doubt(void *context);

/*
 * Does the work for [0, count) in parts of `grain`, side by side where there are several parts, and
 * returns when all is done. With `doubt` (may be NULL) it may end early: false then.
 */
bool parallel_for(size_t count, size_t grain, parallel_work *work, void *context,
                  parallel_doubt *doubt, void *doubt_context);

/* Starts a thread that gets no signals: these are for the one that owns the terminal. */
bool parallel_start_thread(pthread_t *thread, void *(*routine)(void *argument), void *argument);

#endif
