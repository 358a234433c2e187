/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A terminal of our own with a program in it, as a job of a shell would be: it has a process group
 * in the foreground, can be stopped by ^Z, and loses the terminal when that is closed.
 */
#ifndef TRADESCOPE_TESTS_PTY_H
#define TRADESCOPE_TESTS_PTY_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

struct pty {
    int master;    /* -1 once it is closed */
    int events;    /* what the shell tells */
    pid_t shell;   /* its stand-in: the leader of the session */
    pid_t program; /* 0 once it has ended */
    int status;    /* as of waitpid(), once it has ended */
    bool is_stopped;
    char last[4096]; /* of what the program wrote */
    size_t last_length;
};

/* Starts argv[0] with the standard error in the file `errors`. With `resumes` it is brought back to
 * the foreground each time that it stops. False where the system gives no terminal. */
bool pty_start(struct pty *pty, char *const argv[], const char *errors, int columns, int rows,
               bool resumes);
void pty_resize(struct pty *pty, int columns, int rows);
/* Types the bytes, and reads the output of the program until that many milliseconds later. */
void pty_type(struct pty *pty, const char *bytes, size_t length, int milliseconds);
/* Reads until the text is among the last bytes that were written; false after that many
 * milliseconds, or where the program ended. */
bool pty_await(struct pty *pty, const char *text, int milliseconds);
/* Until ^Z has stopped it; false as above. */
bool pty_await_stop(struct pty *pty, int milliseconds);
/* As when the window is closed. */
void pty_hang_up(struct pty *pty);
/* Waits for the program to end; after that many milliseconds kills it and returns false. */
bool pty_await_end(struct pty *pty, int milliseconds);
/* Ends what is left of it. */
void pty_release(struct pty *pty);

#endif
