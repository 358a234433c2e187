/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/io/database.h"

#include "base/memory.h"
#include "base/parallel.h"
#include "data/io/database_session.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static void leave(struct database *database)
{
    pthread_mutex_lock(&database->lock);
    bool is_last = --database->users == 0;
    pthread_mutex_unlock(&database->lock);
    if (!is_last)
        return;
    pthread_mutex_destroy(&database->lock);
    pthread_mutex_destroy(&database->cancelling);
    error_release(&database->reason);
    database_name_release(&database->name);
    free(database);
}

struct job {
    struct database *database;
    int socket;
};

static void *read_in_thread(void *argument)
{
    struct job *job = argument;
    struct session session = {
        .database = job->database, .odbc = &job->database->odbc, .socket = job->socket};
    if (session_open(&session))
        database_table_read(&session);
    pthread_mutex_lock(&job->database->lock);
    job->database->is_over = true; /* the reason is complete */
    pthread_mutex_unlock(&job->database->lock);
    close(job->socket);
    session_close(&session);
    leave(job->database);
    free(job);
    return NULL;
}

static bool start(struct database *database, int socket)
{
    pthread_t thread;
    struct job *job = xcalloc(1, sizeof *job);
    *job = (struct job){database, socket};
    database->users++;
    if (parallel_start_thread(&thread, read_in_thread, job)) {
        pthread_detach(thread);
        return true;
    }
    database->users--;
    free(job);
    return false;
}

struct database *database_open(const char *path, int *file, struct error *error)
{
    struct database *database = xcalloc(1, sizeof *database);
    int sockets[2] = {-1, -1};
    pthread_mutex_init(&database->lock, NULL);
    pthread_mutex_init(&database->cancelling, NULL);
    database->users = 1;
    if (!database_name_parse(&database->name, path, error) ||
        !odbc_library_load(&database->odbc, error))
        goto failed;
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, sockets) != 0 ||
        !start(database, sockets[1])) {
        error_set(error, "cannot be read: %s", strerror(errno));
        goto failed;
    }
    fcntl(sockets[0], F_SETFL, O_NONBLOCK);
    *file = sockets[0];
    return database;
failed:
    for (int i = 0; i < 2; i++)
        if (sockets[i] >= 0)
            close(sockets[i]);
    leave(database);
    return NULL;
}

bool database_end(struct database *database, struct error *error)
{
    pthread_mutex_lock(&database->lock);
    bool is_whole = database->is_over && !database->reason.text;
    pthread_mutex_unlock(&database->lock);
    if (is_whole)
        return true;
    error_set(error, "%s", database->reason.text);
    error->is_misuse = database->reason.is_misuse;
    return false;
}

static void *cancel_in_thread(void *argument)
{
    struct database *database = argument;
    pthread_mutex_lock(&database->cancelling);
    pthread_mutex_lock(&database->lock);
    SQLHSTMT running = database->running;
    pthread_mutex_unlock(&database->lock);
    if (running)
        database->odbc.SQLCancel(running);
    pthread_mutex_unlock(&database->cancelling);
    leave(database);
    return NULL;
}

void database_stop(struct database *database)
{
    pthread_t thread;
    pthread_mutex_lock(&database->lock);
    bool was_stopped = database->is_stopped;
    bool starts = !was_stopped && database->running;
    database->is_stopped = true;
    database->users += starts;
    pthread_mutex_unlock(&database->lock);
    if (!starts)
        return;
    if (parallel_start_thread(&thread, cancel_in_thread, database))
        pthread_detach(thread);
    else
        leave(database);
}

void database_release(struct database *database)
{
    if (!database)
        return;
    database_stop(database);
    leave(database);
}
