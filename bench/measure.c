/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Runs a command and appends a line to a file: seconds of wall clock, user and system time, and
 * the largest resident set in KiB. Of the child alone, where a shell could tell only the sum of
 * all. The exit status is the command's own.
 */
#include "config.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { EXIT_TROUBLE = 125, EXIT_NO_COMMAND = 127, EXIT_SIGNAL = 128 };

static int fail(const char *what)
{
    fprintf(stderr, "measure: %s: %s\n", what, strerror(errno));
    return EXIT_TROUBLE;
}

static double seconds_of(struct timeval time)
{
    return (double)time.tv_sec + (double)time.tv_usec / 1e6;
}

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static int wait_for(pid_t child, int *status, struct rusage *usage)
{
    int result;
    while ((result = wait4(child, status, 0, usage)) < 0 && errno == EINTR)
        ;
    return result;
}

static int append(const char *path, double wall, const struct rusage *usage)
{
    FILE *file = fopen(path, "a");
    if (!file)
        return fail(path);
    fprintf(file, "%.6f %.6f %.6f %ld\n", wall, seconds_of(usage->ru_utime),
            seconds_of(usage->ru_stime), usage->ru_maxrss);
    return fclose(file) == 0 ? 0 : fail(path);
}

int main(int argc, char **argv)
{
    if (argc < 3) {
        fprintf(stderr, "usage: measure FILE COMMAND [ARGUMENT]...\n");
        return EXIT_TROUBLE;
    }
    struct rusage usage;
    int status;
    double start = now();
    pid_t child = fork();
    if (child < 0)
        return fail("fork");
    if (child == 0) {
        execvp(argv[2], argv + 2);
        fail(argv[2]);
        _exit(EXIT_NO_COMMAND);
    }
    if (wait_for(child, &status, &usage) < 0)
        return fail("wait4");
    int trouble = append(argv[1], now() - start, &usage);
    if (trouble)
        return trouble;
    return WIFEXITED(status) ? WEXITSTATUS(status) : EXIT_SIGNAL + WTERMSIG(status);
}
