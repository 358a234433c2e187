/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The parts of a file, and the threads that read them. Parts are of one size and are taken one
 * after the other; a worker cannot know where the first record of its part starts, for the part may
 * begin inside quotes, and guesses. Results come to the owner in the order of the file: a part, and
 * where the owner asks for it, what has to be read once more before the part is done with.
 *
 * Workers are a few parts ahead of the owner at most. Of what comes bit by bit (a pipe, what is
 * unpacked), a part is read when all of it has arrived, and one worker fetches more when there is
 * nothing else to do. Where nothing arrives, the owner gets an empty result for the part, and reads
 * what there is of it.
 */
#ifndef TRADESCOPE_DATA_LOAD_CHUNK_QUEUE_H
#define TRADESCOPE_DATA_LOAD_CHUNK_QUEUE_H

#include "data/load/code_merge.h"

struct chunk_queue;

struct chunk_result {
    bool is_found;       /* the batch is worth looking at */
    bool is_again;       /* what was asked for by chunk_queue_read_again() */
    uint64_t limit;      /* where the part ends */
    struct batch *batch; /* borrowed until the result is released or asked for again ... */
    struct code_merge *code_merge; /* ... and what brings it into the table */
};

/*
 * Starts to read at `first`, the place of a record, a file of `size` bytes (0 where that is
 * unknown). The plan must stay where it is. The wakeup (base/wakeup.h) is told of results.
 */
struct chunk_queue *chunk_queue_new(const struct load_plan *plan, uint64_t first, uint64_t size,
                                    size_t part_size, size_t threads, int wakeup);
/* Ends the threads; results stay. */
void chunk_queue_stop(struct chunk_queue *queue);
/* The texts of all batches are handed over to `texts`. */
void chunk_queue_free(struct chunk_queue *queue, struct text_store *texts);

/* The result that is next, or NULL where there is none yet. The next record starts at `expected`.
 */
struct chunk_result *chunk_queue_result(struct chunk_queue *queue, uint64_t expected);
/* Asks to read from the place of a record up to the limit, before everything else; once more bytes
 * than `arrived` have. That is the next result. */
void chunk_queue_read_again(struct chunk_queue *queue, uint64_t start, uint64_t limit,
                            uint64_t arrived);
/* The next result is that of the next part. */
void chunk_queue_release(struct chunk_queue *queue);
/* Asks for what lies behind the last part, where `start` is: its last record goes on, say. False
 * where there are parts, or something was asked for. */
bool chunk_queue_read_behind(struct chunk_queue *queue, uint64_t start);

/* Does a piece of work in this thread where there are no others; false where there are. */
bool chunk_queue_work(struct chunk_queue *queue);

#endif
