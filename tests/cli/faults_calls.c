/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Calls of the system that fail when it is their turn:
 *
 *     FAULT_CALL=write:3:ENOSPC      the third write fails with that reason
 *     FAULT_CALL_FROM=write:3:EPIPE  that and all later ones do
 */
#include "config.h"

#include "faults_calls.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/file.h>
#include <sys/syscall.h>
#include <unistd.h>

static const struct {
    const char *name;
    int number;
} reasons[] = {{"EAGAIN", EAGAIN}, {"EINTR", EINTR},   {"EINVAL", EINVAL}, {"EIO", EIO},
               {"EMFILE", EMFILE}, {"ENOLCK", ENOLCK}, {"ENOSPC", ENOSPC}, {"EPIPE", EPIPE}};

static struct {
    char name[32];
    long from;
    int reason;
    bool is_for_all; /* later ones */
} failing;

static atomic_long calls;

static void read_wish(const char *variable, bool is_for_all)
{
    char reason[16] = "";
    const char *value = getenv(variable);
    if (!value || sscanf(value, "%31[^:]:%ld:%15s", failing.name, &failing.from, reason) != 3)
        return;
    failing.is_for_all = is_for_all;
    for (size_t i = 0; i < sizeof reasons / sizeof *reasons; i++)
        if (strcmp(reason, reasons[i].name) == 0)
            failing.reason = reasons[i].number;
    if (!failing.reason)
        abort();
}

__attribute__((constructor)) static void prepare(void)
{
    read_wish("FAULT_CALL", false);
    read_wish("FAULT_CALL_FROM", true);
}

bool fault_call_fails(const char *name)
{
    static const char said[] = "fault: a call failed\n";
    if (strcmp(name, failing.name) != 0)
        return false;
    long number = atomic_fetch_add(&calls, 1) + 1;
    if (number != failing.from && (!failing.is_for_all || number < failing.from))
        return false;
    if (number == failing.from)
        syscall(SYS_write, STDERR_FILENO, said, sizeof said - 1);
    errno = failing.reason;
    return true;
}

/* The function that stands behind ours. */
static void find_next(void *function, const char *name)
{
    void *found = dlsym(RTLD_NEXT, name);
    memcpy(function, &found, sizeof found); /* ISO C knows no cast for it */
}

int open(const char *path, int flags, ...)
{
    va_list arguments;
    va_start(arguments, flags);
    mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(arguments, mode_t) : 0;
    va_end(arguments);
    return fault_call_fails("open") ? -1 : (int)syscall(SYS_openat, AT_FDCWD, path, flags, mode);
}

int mkostemp(char *name, int flags)
{
    int (*next)(char *name, int flags);
    find_next(&next, "mkostemp");
    return fault_call_fails("mkostemp") ? -1 : next(name, flags);
}

ssize_t write(int file, const void *bytes, size_t size)
{
    bool fails = file != STDERR_FILENO && fault_call_fails("write");
    return fails ? -1 : syscall(SYS_write, file, bytes, size);
}

int fsync(int file)
{
    return fault_call_fails("fsync") ? -1 : (int)syscall(SYS_fsync, file);
}

int flock(int file, int operation)
{
    return fault_call_fails("flock") ? -1 : (int)syscall(SYS_flock, file, operation);
}

int rename(const char *from, const char *to)
{
    return fault_call_fails("rename") ? -1
                                      : (int)syscall(SYS_renameat, AT_FDCWD, from, AT_FDCWD, to);
}

int pipe(int ends[2])
{
    return fault_call_fails("pipe") ? -1 : (int)syscall(SYS_pipe2, ends, 0);
}

int eventfd(unsigned value, int flags)
{
    return fault_call_fails("eventfd") ? -1 : (int)syscall(SYS_eventfd2, value, flags);
}

FILE *tmpfile(void)
{
    FILE *(*next)(void);
    find_next(&next, "tmpfile");
    return fault_call_fails("tmpfile") ? NULL : next();
}

int pthread_create(pthread_t *restrict thread, const pthread_attr_t *restrict attributes,
                   void *(*routine)(void *), void *restrict argument)
{
    int (*next)(pthread_t *, const pthread_attr_t *, void *(*)(void *), void *);
    find_next(&next, "pthread_create");
    return fault_call_fails("pthread_create") ? errno : next(thread, attributes, routine, argument);
}

int sigaction(int number, const struct sigaction *restrict action, struct sigaction *restrict old)
{
    int (*next)(int, const struct sigaction *, struct sigaction *);
    find_next(&next, "sigaction");
    return fault_call_fails("sigaction") ? -1 : next(number, action, old);
}
