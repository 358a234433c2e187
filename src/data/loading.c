/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The file is cut into parts of the same size, which worker threads take one after the other. A
 * worker cannot know where the first record of its part starts, for the part may begin inside
 * quotes; it guesses. The owner takes the batches in the order of the parts, and each tells where
 * its last record ended: if the next batch started elsewhere, its guess was wrong, and what it
 * should have read is read again. So the rows are the same as if the file had been read from its
 * start, whatever the number of workers and the size of the parts; only time is lost where guesses
 * fail.
 *
 * Workers run ahead of the owner by a few parts only, and no record may pull more than some
 * megabytes into memory before the owner has confirmed that it is one.
 */
#include "config.h"

#include "data/loading.h"

#include "base/array.h"
#include "base/parallel.h"
#include "data/arrival.h"
#include "data/column.h"
#include "data/header_check.h"
#include "data/reader.h"
#include "data/source.h"

#include <errno.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/eventfd.h>
#include <time.h>
#include <unistd.h>

#define PART_SIZE ((size_t)512 * 1024)
#define PARTS_AHEAD ((size_t)4) /* of the owner, for each worker */
#define REACH ((size_t)4 << 20) /* of a record behind a guess */

enum state { STATE_FREE, STATE_WANTED, STATE_TAKEN, STATE_READY };

/* A piece of work, and its result. */
struct job {
    enum state state;
    bool is_guess; /* `start` is where the part begins; else where a record does */
    bool is_found; /* the batch is worth looking at */
    uint64_t start, limit;
    size_t reach;
    struct batch *batch;
    struct worker *worker; /* whose reader made the batch */
};

struct worker {
    struct loading *loading;
    struct reader *reader;
    struct intake *intake;
    pthread_t thread;
};

struct loading {
    struct dataset *dataset;
    struct load_plan plan;
    struct arrival arrival;
    size_t part_size;
    pthread_mutex_t lock;
    pthread_cond_t has_work;
    struct worker *workers;
    size_t worker_count, thread_count;
    struct job *parts; /* a ring: part number n is at n % part_count */
    size_t part_count;
    uint64_t first, next, last; /* parts: that the owner waits for; to be taken; of the file */
    struct job again;           /* what is read once more, before all other work ... */
    struct worker reader_again; /* ... by a reader of its own, for batches of one come in order */
    uint64_t expected;          /* where the next record starts */
    uint64_t size;              /* of the file; 0 while unknown */
    bool is_over;               /* workers end */
    bool is_complete;
    int event; /* counts results */
    struct timespec started, ended;
};

/* --- workers --- */

static void tell_owner(struct loading *loading)
{
    uint64_t one = 1;
    while (write(loading->event, &one, sizeof one) < 0 && errno == EINTR) {
    }
}

static void do_job(struct worker *worker, struct job *job)
{
    uint64_t start = job->start;
    size_t size = (size_t)(job->limit - job->start);
    job->is_found = !job->is_guess || reader_guess(worker->reader, job->start, size, &start);
    if (job->is_found)
        reader_read(worker->reader, job->batch, start, job->limit > start ? job->limit : start,
                    job->reach);
}

static void start_part(struct loading *loading, struct job *job, uint64_t number)
{
    uint64_t from = number * loading->part_size;
    bool is_first = from <= loading->arrival.first;
    job->state = STATE_WANTED;
    job->is_guess = !is_first;
    job->start = is_first ? loading->arrival.first : from;
    job->limit = from + loading->part_size;
    job->reach = REACH;
}

/* The next piece of work, which is taken then; NULL where there is none now. */
static struct job *take_job(struct loading *loading, struct worker **worker)
{
    if (loading->again.state == STATE_WANTED) {
        *worker = &loading->reader_again;
        loading->again.state = STATE_TAKEN;
        return &loading->again;
    }
    if (loading->next > loading->last || loading->next >= loading->first + loading->part_count)
        return NULL;
    struct job *job = &loading->parts[loading->next % loading->part_count];
    start_part(loading, job, loading->next++);
    job->state = STATE_TAKEN;
    job->worker = *worker;
    return job;
}

static void finish_job(struct loading *loading, struct job *job)
{
    bool is_last = job->is_found && job->batch->how == BATCH_LAST;
    uint64_t number = (job->limit - 1) / loading->part_size;
    if (is_last && job != &loading->again && number < loading->last)
        loading->last = number;
    job->state = STATE_READY;
}

static void *work(void *argument)
{
    struct worker *self = argument;
    struct loading *loading = self->loading;
    pthread_mutex_lock(&loading->lock);
    while (!loading->is_over) {
        struct worker *worker = self;
        struct job *job = take_job(loading, &worker);
        if (!job) {
            pthread_cond_wait(&loading->has_work, &loading->lock);
            continue;
        }
        pthread_mutex_unlock(&loading->lock);
        do_job(worker, job);
        pthread_mutex_lock(&loading->lock);
        finish_job(loading, job);
        tell_owner(loading);
    }
    pthread_mutex_unlock(&loading->lock);
    return NULL;
}

/* Signals are for the thread that owns the terminal. */
static bool start_thread(struct worker *worker)
{
    sigset_t all, before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    bool is_started = pthread_create(&worker->thread, NULL, work, worker) == 0;
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    return is_started;
}

static void init_worker(struct loading *loading, struct worker *worker)
{
    worker->loading = loading;
    worker->reader = reader_new(&loading->plan);
    worker->intake = intake_new(&loading->plan);
}

/* Without threads, the owner does the work itself. */
static void start_workers(struct loading *loading, size_t count)
{
    loading->worker_count = count;
    loading->workers = xcalloc(count, sizeof *loading->workers);
    loading->part_count = count * PARTS_AHEAD;
    loading->parts = xcalloc(loading->part_count, sizeof *loading->parts);
    for (size_t i = 0; i < loading->part_count; i++)
        loading->parts[i].batch = batch_new(loading->plan.mapping);
    loading->again.batch = batch_new(loading->plan.mapping);
    loading->again.worker = &loading->reader_again;
    init_worker(loading, &loading->reader_again);
    for (size_t i = 0; i < count; i++)
        init_worker(loading, &loading->workers[i]);
    while (loading->thread_count < count && start_thread(&loading->workers[loading->thread_count]))
        loading->thread_count++;
}

static void end_workers(struct loading *loading)
{
    pthread_mutex_lock(&loading->lock);
    loading->is_over = true;
    pthread_cond_broadcast(&loading->has_work);
    pthread_mutex_unlock(&loading->lock);
    if (loading->thread_count)
        source_stop(loading->plan.source);
    for (size_t i = 0; i < loading->thread_count; i++)
        pthread_join(loading->workers[i].thread, NULL);
    loading->thread_count = 0;
}

/* --- the owner --- */

static void complete(struct loading *loading)
{
    loading->is_complete = true;
    clock_gettime(CLOCK_MONOTONIC, &loading->ended);
    end_workers(loading);
}

/* Ends early: what was read stays, and the reason is a problem. */
static void end_with(struct loading *loading, size_t line, const char *reason)
{
    struct dataset *dataset = loading->dataset;
    problem_add(&dataset->problems, dataset->path, line, 0, "%s", reason);
    complete(loading);
}

static void end_without_memory(struct loading *loading)
{
    struct buffer reason = {0};
    buffer_printf(&reason, "out of memory after %zu rows; the rest of the file is left out",
                  table_row_count(loading->dataset->table));
    end_with(loading, 0, reason.data);
    buffer_release(&reason);
}

static void end_at_long_record(struct loading *loading)
{
    struct buffer reason = {0};
    buffer_printf(&reason,
                  "the record that starts here has more than %zu MiB, so the rest of the file is "
                  "left out; close its quotes or its line",
                  LONGEST_RECORD >> 20);
    end_with(loading, loading->arrival.line, reason.data);
    buffer_release(&reason);
}

static void end_of_file(struct loading *loading)
{
    struct error reason = {0};
    dataset_refuse_nothing(loading->dataset);
    if (source_is_unchanged(loading->plan.source, &reason))
        complete(loading);
    else
        end_with(loading, 0, reason.text);
    error_release(&reason);
}

/* A batch whose start is where the last one ended. */
static void take_batch(struct loading *loading, const struct job *job)
{
    struct batch *batch = job->batch;
    size_t line = loading->arrival.line;
    if (!arrival_take(&loading->arrival, job->worker->intake, batch, loading->size)) {
        end_without_memory(loading);
        return;
    }
    loading->expected = batch->end;
    if (batch->how == BATCH_LAST)
        end_of_file(loading);
    else if (batch->how == BATCH_BROKEN)
        end_with(loading, batch->error_line ? line + batch->error_line - 1 : 0, batch->error);
    else if (batch->how == BATCH_CUT && job->reach == LONGEST_RECORD)
        end_at_long_record(loading);
}

static void want_again(struct loading *loading, uint64_t limit)
{
    struct job *job = &loading->again;
    job->start = loading->expected;
    job->limit = limit;
    job->reach = LONGEST_RECORD;
    pthread_mutex_lock(&loading->lock);
    job->state = STATE_WANTED;
    pthread_cond_signal(&loading->has_work);
    pthread_mutex_unlock(&loading->lock);
}

static enum state state_of(struct loading *loading, const struct job *job)
{
    pthread_mutex_lock(&loading->lock);
    enum state state = job->state;
    pthread_mutex_unlock(&loading->lock);
    return state;
}

static void set_free(struct loading *loading, struct job *job)
{
    pthread_mutex_lock(&loading->lock);
    job->state = STATE_FREE;
    pthread_mutex_unlock(&loading->lock);
}

/* All parts of the file are used up, but not all of the file: the last record goes on, say. */
static bool is_behind_parts(struct loading *loading)
{
    pthread_mutex_lock(&loading->lock);
    bool is_behind = loading->first > loading->last;
    pthread_mutex_unlock(&loading->lock);
    return is_behind;
}

static void release_part(struct loading *loading, struct job *part)
{
    pthread_mutex_lock(&loading->lock);
    part->state = STATE_FREE;
    loading->first++;
    pthread_cond_signal(&loading->has_work);
    pthread_mutex_unlock(&loading->lock);
}

/* The part that the owner waits for is read: takes its batch if that is what follows. */
static void take_part(struct loading *loading, struct job *part)
{
    if (part->is_found) {
        intake_learn(part->worker->intake, part->batch);
        if (part->batch->start == loading->expected)
            take_batch(loading, part);
        part->is_found = false;
    }
    if (loading->is_complete)
        return;
    if (loading->expected < part->limit)
        want_again(loading, part->limit);
    else
        release_part(loading, part);
}

/* A piece of work whose result was waited for; false where there is none yet. */
static bool step(struct loading *loading)
{
    struct job *again = &loading->again;
    struct job *part = &loading->parts[loading->first % loading->part_count];
    enum state state = loading->is_complete ? STATE_TAKEN : state_of(loading, again);
    if (state == STATE_READY) {
        set_free(loading, again);
        intake_learn(again->worker->intake, again->batch);
        take_batch(loading, again);
        return true;
    }
    if (state != STATE_FREE)
        return false;
    if (is_behind_parts(loading)) {
        want_again(loading, loading->expected + loading->part_size);
        return true;
    }
    if (state_of(loading, part) != STATE_READY)
        return false;
    take_part(loading, part);
    return true;
}

/* What a worker would do, where there are none. */
static bool work_alone(struct loading *loading)
{
    struct worker *worker = &loading->workers[0];
    struct job *job = loading->thread_count ? NULL : take_job(loading, &worker);
    if (!job)
        return false;
    do_job(worker, job);
    finish_job(loading, job);
    return true;
}

static double seconds_between(const struct timespec *from, const struct timespec *to)
{
    return (double)(to->tv_sec - from->tv_sec) + (double)(to->tv_nsec - from->tv_nsec) / 1e9;
}

static double seconds_since(const struct timespec *from)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return seconds_between(from, &now);
}

/* Until there is a result, or so many seconds are over. */
static void wait_for_result(struct loading *loading, double seconds)
{
    struct pollfd wanted = {.fd = loading->event, .events = POLLIN};
    uint64_t results;
    if (poll(&wanted, 1, (int)(seconds * 1000) + 1) > 0 &&
        read(loading->event, &results, sizeof results) < 0)
        return;
}

bool loading_absorb(struct loading *loading, int milliseconds)
{
    struct timespec start;
    double wanted = milliseconds / 1000.0, left = wanted;
    clock_gettime(CLOCK_MONOTONIC, &start);
    while (!loading->is_complete) {
        bool has_stepped = step(loading) || work_alone(loading);
        left = wanted - seconds_since(&start);
        if (left <= 0 && (!has_stepped || milliseconds)) {
            if (has_stepped) /* there may be more, of which the last wait has taken the sign */
                tell_owner(loading);
            break;
        }
        if (!has_stepped)
            wait_for_result(loading, left);
    }
    return !loading->is_complete;
}

/* --- start and end --- */

/* Chooses the mapping; false where the file cannot be loaded, which is a problem then. */
static bool find_mapping(struct dataset *dataset, struct head *head,
                         const struct load_options *options)
{
    struct error error = {0};
    size_t line = 0;
    mapper *map = options->map ? options->map : map_claims;
    bool is_mapped = head_read(head, dataset->path, dataset->source, &line, &error) &&
                     map(&head->file, options->context, &dataset->mapping, &error);
    dataset->separator = head->file.separator;
    dataset->encoding = head->encoding;
    dataset->form = dataset->mapping.form;
    if (!is_mapped)
        problem_add(&dataset->problems, dataset->path, line, 0, "%s", error.text);
    else if (dataset->form == FORM_CLAIMS)
        header_check(&dataset->mapping, dataset->path, head->records[0].line, &dataset->problems);
    if (!is_mapped)
        mapping_release(&dataset->mapping);
    error_release(&error);
    return is_mapped;
}

static void init(struct dataset *dataset, const char *path)
{
    *dataset = (struct dataset){.path = xstrdup(path), .table = table_new(), .separator = ','};
    for (enum field field = 0; field < FIELD_COUNT; field++)
        dataset->column[field] = NO_COLUMN;
}

static void start_reading(struct loading *loading, const struct head *head,
                          const struct load_options *options)
{
    struct dataset *dataset = loading->dataset;
    size_t header = dataset->mapping.header_records;
    bool has_header = header && header <= head->file.count;
    loading->plan = (struct load_plan){
        .source = dataset->source, .path = dataset->path, .separator = dataset->separator};
    load_plan_init(&loading->plan, &dataset->mapping);
    arrival_start(&loading->arrival, dataset, &loading->plan,
                  has_header ? head->ends[header - 1] : 0,
                  has_header ? head->lines[header - 1] : 1);
    loading->expected = loading->arrival.first;
    loading->part_size = options->part_size ? options->part_size : PART_SIZE;
    loading->first = loading->next = loading->expected / loading->part_size;
    loading->last = UINT64_MAX;
    if (source_size(dataset->source, &loading->size))
        loading->last = loading->size ? (loading->size - 1) / loading->part_size : 0;
    else
        loading->size = 0; /* not what has come by now */
    if (loading->last < loading->first)
        loading->last = loading->first;
    start_workers(loading, options->threads ? options->threads : parallel_processors());
}

static struct loading *start(struct dataset *dataset, struct source *source, struct error *error,
                             const struct load_options *options)
{
    static const struct load_options usual;
    struct loading *loading = xcalloc(1, sizeof *loading);
    struct head head = {0};
    loading->dataset = dataset;
    loading->event = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    pthread_mutex_init(&loading->lock, NULL);
    pthread_cond_init(&loading->has_work, NULL);
    clock_gettime(CLOCK_MONOTONIC, &loading->started);
    options = options ? options : &usual;
    dataset->source = source;
    if (!source)
        problem_add(&dataset->problems, dataset->path, 0, 0, "%s", error->text);
    if (source && find_mapping(dataset, &head, options))
        start_reading(loading, &head, options);
    else
        complete(loading);
    arrival_add_absent(dataset);
    head_release(&head);
    error_release(error);
    return loading;
}

struct loading *loading_start(struct dataset *dataset, const char *path,
                              const struct load_options *options)
{
    struct error error = {0};
    init(dataset, path);
    return start(dataset, source_open(path, &error), &error, options);
}

struct loading *loading_start_bytes(struct dataset *dataset, const char *path, struct buffer *bytes,
                                    const struct load_options *options)
{
    struct error error = {0};
    init(dataset, path);
    return start(dataset, source_from_memory(bytes, &error), &error, options);
}

struct load_progress loading_progress(const struct loading *loading)
{
    struct load_progress progress = {
        .rows = table_row_count(loading->dataset->table),
        .bytes = loading->expected,
        .bytes_all = loading->size,
        .seconds = loading->is_complete ? seconds_between(&loading->started, &loading->ended)
                                        : seconds_since(&loading->started),
        .is_complete = loading->is_complete};
    if (loading->dataset->source && !loading->size) {
        struct source_progress source = source_progress(loading->dataset->source);
        progress.bytes = source.read;
        progress.bytes_all = source.all;
    }
    return progress;
}

int loading_descriptor(const struct loading *loading)
{
    return loading->event;
}

void loading_stop(struct loading *loading)
{
    if (!loading->is_complete)
        end_with(loading, loading->arrival.line,
                 "reading was stopped here; the rest of the file is left out");
}

void loading_end(struct loading *loading)
{
    if (!loading)
        return;
    loading_stop(loading);
    struct text_store *texts = &loading->dataset->table->texts;
    for (size_t i = 0; i < loading->worker_count; i++) {
        reader_free(loading->workers[i].reader, texts);
        intake_free(loading->workers[i].intake);
    }
    reader_free(loading->reader_again.reader, texts);
    intake_free(loading->reader_again.intake);
    for (size_t i = 0; i < loading->part_count; i++)
        batch_free(loading->parts[i].batch);
    batch_free(loading->again.batch);
    free(loading->workers);
    free(loading->parts);
    arrival_release(&loading->arrival);
    load_plan_release(&loading->plan);
    pthread_cond_destroy(&loading->has_work);
    pthread_mutex_destroy(&loading->lock);
    close(loading->event);
    free(loading);
}
