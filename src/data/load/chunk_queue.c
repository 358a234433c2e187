/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/load/chunk_queue.h"

#include "base/memory.h"
#include "base/parallel.h"
#include "base/event.h"
#include "data/load/head.h"
#include "data/load/reader.h"

#include <errno.h>
#include <pthread.h>
#include <stdlib.h>
#include <sys/resource.h>

#define PARTS_AHEAD ((size_t)4)       /* for each worker */
#define REACH ((size_t)4 << 20)       /* bytes of a record that a guessed part may read */
#define MARGIN ((uint64_t)64 << 10)   /* bytes that must arrive behind a part before it is read */
#define FAR_AHEAD ((uint64_t)8 << 20) /* bytes that are fetched ahead of the workers */

#define NICENESS 5          /* added to that of the owner */
#define SILENCE_PATIENCE 20 /* milliseconds without news that count as silence */

enum state { STATE_FREE, STATE_WANTED, STATE_TAKEN, STATE_READY };

struct job {
    enum state state;
    bool is_guess; /* `start` is the start of the part; else of a record */
    uint64_t start;
    size_t reach;
    uint64_t arrived; /* more bytes than this must have arrived */
    struct chunk_result result;
};

struct worker {
    struct chunk_queue *queue;
    struct reader *reader;
    struct code_merge *code_merge;
    pthread_t thread;
};

struct chunk_queue {
    const struct load_plan *plan;
    uint64_t begin; /* of the first record */
    size_t part_size;
    pthread_mutex_t lock;
    pthread_cond_t has_work;
    struct worker *workers;
    size_t worker_count, thread_count;
    struct job *parts; /* a ring: part n is at n % part_count */
    size_t part_count;
    uint64_t first, next, last; /* numbers of parts: the one that the owner waits for; the next to
                                   be taken; the end of the file */
    struct job again;           /* a range that is read again, before all other work ... */
    struct worker reader_again; /* ... by a reader of its own, as the batches of one reader must be
                                   in order */
    bool is_fetching;           /* a worker waits for more of the file ... */
    bool is_silent;             /* ... and nothing arrives at the moment */
    bool is_over;               /* workers should end */
    int wakeup;                 /* event sent for each result */
};

/* --- pieces of work --- */

static void do_job(struct worker *worker, struct job *job)
{
    struct chunk_result *result = &job->result;
    uint64_t start = job->start;
    size_t size = (size_t)(result->limit - start);
    result->is_found = !job->is_guess || reader_guess(worker->reader, start, size, &start);
    if (result->is_found)
        reader_read(worker->reader, result->batch, start,
                    result->limit > start ? result->limit : start, job->reach);
}

static struct job *start_part(struct chunk_queue *queue)
{
    uint64_t number = queue->next++, from = number * queue->part_size;
    struct job *job = &queue->parts[number % queue->part_count];
    bool is_first = from <= queue->begin;
    job->state = STATE_TAKEN;
    job->is_guess = !is_first;
    job->start = is_first ? queue->begin : from;
    job->reach = REACH;
    job->result.limit = from + queue->part_size;
    job->result.is_found = false;
    return job;
}

static bool may_start_part(const struct chunk_queue *queue, uint64_t arrived)
{
    uint64_t end = (queue->next + 1) * queue->part_size;
    return queue->next <= queue->last && queue->next < queue->first + queue->part_count &&
           (arrived == UINT64_MAX || arrived >= end + MARGIN);
}

/* A very long record is not read again for every byte that arrives. */
static bool may_read_again(const struct chunk_queue *queue, uint64_t arrived)
{
    const struct job *job = &queue->again;
    bool has_more = arrived > job->arrived, is_all = arrived == UINT64_MAX;
    uint64_t seen = job->arrived > job->start ? job->arrived - job->start : 0;
    return job->state == STATE_WANTED && has_more &&
           (is_all || queue->is_silent || arrived - job->arrived >= seen);
}

/* Returns the next job and marks it as taken; NULL if there is none now. */
static struct job *take_job(struct chunk_queue *queue, struct worker **worker)
{
    uint64_t arrived = input_source_arrived(queue->plan->source);
    if (may_read_again(queue, arrived)) {
        *worker = &queue->reader_again;
        queue->again.state = STATE_TAKEN;
        return &queue->again;
    }
    if (!may_start_part(queue, arrived))
        return NULL;
    struct job *job = start_part(queue);
    job->result.code_merge = (*worker)->code_merge;
    return job;
}

static void finish_job(struct chunk_queue *queue, struct job *job)
{
    bool is_last = job->result.is_found && job->result.batch->how == BATCH_LAST;
    uint64_t number = (job->result.limit - 1) / queue->part_size;
    if (is_last && job != &queue->again && number < queue->last)
        queue->last = number;
    job->state = STATE_READY;
}

static bool may_fetch(const struct chunk_queue *queue)
{
    uint64_t arrived = input_source_arrived(queue->plan->source);
    uint64_t enough = (queue->first + queue->part_count) * queue->part_size + FAR_AHEAD;
    bool is_missed = queue->again.state == STATE_WANTED; /* else it would have been taken */
    return !queue->is_fetching && arrived != UINT64_MAX && (arrived < enough || is_missed);
}

/* Nothing arrives: the part may be read as far as it is there. */
static void note_silence(struct chunk_queue *queue)
{
    queue->is_silent = true;
    pthread_cond_broadcast(&queue->has_work);
    event_send(queue->wakeup);
}

/* Called with the lock, which it releases while it waits. */
static void fetch(struct chunk_queue *queue)
{
    queue->is_fetching = true;
    pthread_mutex_unlock(&queue->lock);
    bool is_silent = input_source_is_silent(queue->plan->source, SILENCE_PATIENCE);
    pthread_mutex_lock(&queue->lock);
    if (is_silent)
        note_silence(queue);
    pthread_mutex_unlock(&queue->lock);
    input_source_fetch(queue->plan->source);
    pthread_mutex_lock(&queue->lock);
    queue->is_fetching = queue->is_silent = false;
    pthread_cond_broadcast(&queue->has_work);
}

/*
 * The owner answers keys and should not wait for a processor. Only Linux changes the niceness of a
 * single thread.
 */
static void yield_to_owner(void)
{
#ifdef __linux__
    errno = 0;
    int niceness = getpriority(PRIO_PROCESS, 0);
    if (!errno)
        setpriority(PRIO_PROCESS, 0, niceness + NICENESS);
#endif
}

static void *work(void *argument)
{
    struct worker *self = argument;
    struct chunk_queue *queue = self->queue;
    yield_to_owner();
    pthread_mutex_lock(&queue->lock);
    while (!queue->is_over) {
        struct worker *worker = self;
        struct job *job = take_job(queue, &worker);
        if (!job && may_fetch(queue)) {
            fetch(queue);
            continue;
        }
        if (!job) {
            pthread_cond_wait(&queue->has_work, &queue->lock);
            continue;
        }
        pthread_mutex_unlock(&queue->lock);
        do_job(worker, job);
        pthread_mutex_lock(&queue->lock);
        finish_job(queue, job);
        event_send(queue->wakeup);
    }
    pthread_mutex_unlock(&queue->lock);
    return NULL;
}

bool chunk_queue_work(struct chunk_queue *queue)
{
    struct worker *worker = &queue->workers[0];
    if (queue->thread_count)
        return false;
    struct job *job = take_job(queue, &worker);
    if (job) {
        do_job(worker, job);
        finish_job(queue, job);
    } else if (!queue->is_silent && input_source_is_silent(queue->plan->source, SILENCE_PATIENCE)) {
        note_silence(queue);
    } else if (may_fetch(queue)) {
        queue->is_silent = false;
        input_source_fetch(queue->plan->source);
    } else {
        return false;
    }
    return true;
}

/* --- threads --- */

static bool start_thread(struct worker *worker)
{
    return parallel_start_thread(&worker->thread, work, worker);
}

static void init_worker(struct chunk_queue *queue, struct worker *worker)
{
    worker->queue = queue;
    worker->reader = reader_new(queue->plan);
    worker->code_merge = code_merge_new(queue->plan);
}

/* Without threads, the owner does the work itself. */
static void start_workers(struct chunk_queue *queue, size_t count)
{
    queue->worker_count = count;
    queue->workers = xcalloc(count, sizeof *queue->workers);
    queue->part_count = count * PARTS_AHEAD;
    queue->parts = xcalloc(queue->part_count, sizeof *queue->parts);
    for (size_t i = 0; i < queue->part_count; i++)
        queue->parts[i].result.batch = batch_new(queue->plan->mapping);
    init_worker(queue, &queue->reader_again);
    queue->again.result = (struct chunk_result){.is_again = true,
                                                .batch = batch_new(queue->plan->mapping),
                                                .code_merge = queue->reader_again.code_merge};
    for (size_t i = 0; i < count; i++)
        init_worker(queue, &queue->workers[i]);
    while (queue->thread_count < count && start_thread(&queue->workers[queue->thread_count]))
        queue->thread_count++;
}

struct chunk_queue *chunk_queue_new(const struct load_plan *plan, uint64_t first, uint64_t size,
                                    size_t part_size, size_t threads, int wakeup)
{
    struct chunk_queue *queue = xcalloc(1, sizeof *queue);
    queue->plan = plan;
    queue->begin = first;
    queue->part_size = part_size;
    queue->first = queue->next = first / part_size;
    queue->last = size ? (size - 1) / part_size : UINT64_MAX;
    if (queue->last < queue->first)
        queue->last = queue->first;
    queue->wakeup = wakeup;
    pthread_mutex_init(&queue->lock, NULL);
    pthread_cond_init(&queue->has_work, NULL);
    /* One of them may wait for more of the file. */
    bool comes_bit_by_bit = input_source_arrived(plan->source) != UINT64_MAX;
    start_workers(queue, comes_bit_by_bit && threads < 2 ? 2 : threads);
    return queue;
}

void chunk_queue_stop(struct chunk_queue *queue)
{
    pthread_mutex_lock(&queue->lock);
    queue->is_over = true;
    pthread_cond_broadcast(&queue->has_work);
    pthread_mutex_unlock(&queue->lock);
    if (queue->thread_count)
        input_source_stop(queue->plan->source);
    for (size_t i = 0; i < queue->thread_count; i++)
        pthread_join(queue->workers[i].thread, NULL);
    queue->thread_count = 0;
}

static void release_worker(struct worker *worker, struct text_store *texts)
{
    reader_free(worker->reader, texts);
    code_merge_free(worker->code_merge);
}

void chunk_queue_free(struct chunk_queue *queue, struct text_store *texts)
{
    if (!queue)
        return;
    chunk_queue_stop(queue);
    for (size_t i = 0; i < queue->worker_count; i++)
        release_worker(&queue->workers[i], texts);
    release_worker(&queue->reader_again, texts);
    for (size_t i = 0; i < queue->part_count; i++)
        batch_free(queue->parts[i].result.batch);
    batch_free(queue->again.result.batch);
    free(queue->workers);
    free(queue->parts);
    pthread_cond_destroy(&queue->has_work);
    pthread_mutex_destroy(&queue->lock);
    free(queue);
}

/* --- the owner --- */

/*
 * True if the part that the owner waits for cannot be read as a whole, because no more bytes
 * arrive.
 */
static bool is_stuck(const struct chunk_queue *queue, uint64_t expected)
{
    return queue->is_silent && queue->next == queue->first && queue->next <= queue->last &&
           input_source_arrived(queue->plan->source) > expected;
}

static struct chunk_result *result_of_part(struct chunk_queue *queue, uint64_t expected)
{
    struct job *part = &queue->parts[queue->first % queue->part_count];
    if (is_stuck(queue, expected))
        start_part(queue)->state = STATE_READY;
    return queue->first < queue->next && part->state == STATE_READY ? &part->result : NULL;
}

struct chunk_result *chunk_queue_result(struct chunk_queue *queue, uint64_t expected)
{
    struct chunk_result *result = NULL;
    pthread_mutex_lock(&queue->lock);
    if (queue->again.state == STATE_READY) {
        queue->again.state = STATE_FREE;
        result = &queue->again.result;
    } else if (queue->again.state == STATE_FREE) {
        result = result_of_part(queue, expected);
    }
    pthread_mutex_unlock(&queue->lock);
    return result;
}

static void want_again(struct chunk_queue *queue, uint64_t start, uint64_t limit, uint64_t arrived)
{
    struct job *job = &queue->again;
    job->start = start;
    job->result.limit = limit;
    job->reach = LONGEST_RECORD;
    job->arrived = arrived;
    job->state = STATE_WANTED;
    pthread_cond_signal(&queue->has_work);
}

void chunk_queue_read_again(struct chunk_queue *queue, uint64_t start, uint64_t limit,
                            uint64_t arrived)
{
    pthread_mutex_lock(&queue->lock);
    want_again(queue, start, limit, arrived);
    pthread_mutex_unlock(&queue->lock);
}

void chunk_queue_release(struct chunk_queue *queue)
{
    pthread_mutex_lock(&queue->lock);
    queue->parts[queue->first++ % queue->part_count].state = STATE_FREE;
    pthread_cond_signal(&queue->has_work);
    pthread_mutex_unlock(&queue->lock);
}

bool chunk_queue_read_behind(struct chunk_queue *queue, uint64_t start)
{
    pthread_mutex_lock(&queue->lock);
    bool is_behind = queue->again.state == STATE_FREE && queue->first > queue->last;
    if (is_behind)
        want_again(queue, start, start + queue->part_size, 0);
    pthread_mutex_unlock(&queue->lock);
    return is_behind;
}
