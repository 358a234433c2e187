/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The parts of a file, and the threads that read them. Parts have one size and are taken in order.
 * A part may begin inside quotes, so a worker cannot know where its first record starts, and
 * guesses. The owner gets the results in the order of the file: each part, and on request a range
 * that must be read again before the part is finished.
 *
 * Workers are at most a few parts ahead of the owner. If the input arrives gradually (a pipe, a
 * compressed file), a part is read when all of it has arrived, and one worker fetches more when
 * there is nothing else to do. If nothing arrives, the owner gets an empty result for the part, and
 * requests the bytes that are there.
 */
#ifndef TRADESCOPE_DATA_LOAD_CHUNK_QUEUE_H
#define TRADESCOPE_DATA_LOAD_CHUNK_QUEUE_H

#include "data/load/code_merge.h"

struct chunk_queue;

struct chunk_result {
    bool is_found;       /* the batch contains records */
    bool is_again;       /* requested by chunk_queue_read_again() */
    uint64_t limit;      /* the end of the part */
    struct batch *batch; /* borrowed until the result is released or the next request ... */
    struct code_merge *code_merge; /* ... and the merger of its codes into the table */
};

/*
 * Starts to read at `first`, the offset of a record. The file has `size` bytes, 0 if unknown. The
 * plan must not move. The event (base/event.h) is sent for each result.
 */
struct chunk_queue *chunk_queue_new(const struct load_plan *plan, uint64_t first, uint64_t size,
                                    size_t part_size, size_t threads, int wakeup);
/* Ends the threads and keeps the results. */
void chunk_queue_stop(struct chunk_queue *queue);
/* The texts of all batches are moved to `texts`. */
void chunk_queue_free(struct chunk_queue *queue, struct text_store *texts);

/* Returns the next result, or NULL if it is not ready. The next record starts at `expected`. */
struct chunk_result *chunk_queue_result(struct chunk_queue *queue, uint64_t expected);
/*
 * Requests to read from the start of a record up to the limit, before all other work, once more
 * than `arrived` bytes have arrived. That is the next result.
 */
void chunk_queue_read_again(struct chunk_queue *queue, uint64_t start, uint64_t limit,
                            uint64_t arrived);
/* Makes the next part the next result. */
void chunk_queue_release(struct chunk_queue *queue);
/*
 * Requests what lies behind the last part, from `start`, as its last record may continue. Returns
 * false if there are parts left or a request is pending.
 */
bool chunk_queue_read_behind(struct chunk_queue *queue, uint64_t start);

/* Does one job in this thread if there are no worker threads; returns false if there are. */
bool chunk_queue_work(struct chunk_queue *queue);

#endif
