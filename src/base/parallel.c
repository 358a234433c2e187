/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Threads are started for each piece of work and end with it. Starting them takes some ten
 * microseconds, which is little compared to a part, and there is no pool to manage.
 */
#include "config.h"

#include "base/parallel.h"

#include "base/memory.h"

#include <sched.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdlib.h>

struct job {
    parallel_work *work;
    void *context;
    size_t count, grain;
    atomic_size_t next; /* where the next part starts */
    atomic_bool is_over;
};

struct worker {
    struct job *job;
    size_t number;
    pthread_t thread;
};

size_t parallel_processors(void)
{
    cpu_set_t set;
    int count = sched_getaffinity(0, sizeof set, &set) == 0 ? CPU_COUNT(&set) : 1;
    return count > 0 ? (size_t)count : 1;
}

/* Returns false if no part is left. */
static bool do_part(struct job *job, size_t worker)
{
    size_t first = atomic_fetch_add(&job->next, job->grain);
    if (first >= job->count || atomic_load(&job->is_over))
        return false;
    size_t left = job->count - first;
    job->work(job->context, worker, first, first + (left < job->grain ? left : job->grain));
    return true;
}

static void *run(void *argument)
{
    struct worker *worker = argument;
    while (do_part(worker->job, worker->number)) {
    }
    return NULL;
}

bool parallel_start_thread(pthread_t *thread, void *(*routine)(void *argument), void *argument)
{
    sigset_t all, before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    bool is_started = pthread_create(thread, NULL, routine, argument) == 0;
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    return is_started;
}

bool parallel_for(size_t count, size_t grain, parallel_work *work, void *context,
                  parallel_doubt *doubt, void *doubt_context)
{
    struct job job = {.work = work, .context = context, .count = count, .grain = grain};
    size_t parts = (count + grain - 1) / grain, started = 0;
    size_t wanted = parallel_processors() < parts ? parallel_processors() : parts;
    struct worker *workers = xcalloc(wanted + 1, sizeof *workers);
    while (started + 1 < wanted) {
        workers[started] = (struct worker){.job = &job, .number = started + 1};
        if (!parallel_start_thread(&workers[started].thread, run, &workers[started]))
            break;
        started++;
    }
    bool is_wanted = true;
    do
        is_wanted = !doubt || !doubt(doubt_context);
    while (is_wanted && do_part(&job, 0));
    if (!is_wanted)
        atomic_store(&job.is_over, true);
    for (size_t i = 0; i < started; i++)
        pthread_join(workers[i].thread, NULL);
    free(workers);
    return is_wanted;
}
