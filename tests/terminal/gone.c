/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A terminal that goes away ends the program, whatever it is doing, and nothing of it stays behind.
 * A limit says only when the test gives up.
 */
#include "config.h"

#include "../monkey/pty.h"

#include "base/array.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define PATIENCE 30000 /* milliseconds */

/* What the program does when the terminal goes. */
static const struct state {
    const char *name;
    const char *keys;  /* that lead there */
    const char *shown; /* when it is there */
    bool is_silent;    /* its file is a pipe that nobody writes to */
    bool is_stopped;   /* by ^Z */
} states[] = {
    {.name = "at a pane", .shown = "Balance"},
    {.name = "at a page", .keys = "?", .shown = "Help"},
    {.name = "at a prompt", .keys = "/half", .shown = "half"},
    {.name = "in a paste", .keys = "/\033[200~half", .shown = "\033[?1000l"},
    {.name = "at the list of candidates", .keys = ":so\t\t", .shown = "so"},
    {.name = "in the middle of a sequence", .keys = "\033[", .shown = "Balance"},
    {.name = "waiting for a pipe", .shown = "waiting", .is_silent = true},
    {.name = "at a prompt, waiting for a pipe",
     .keys = "/half",
     .shown = "half",
     .is_silent = true},
    {.name = "stopped", .keys = "\032", .shown = "Balance", .is_stopped = true},
    {.name = "stopped at a prompt", .keys = "/ha\032", .shown = "Balance", .is_stopped = true},
    {.name = "stopped, waiting for a pipe",
     .keys = "\032",
     .shown = "waiting",
     .is_silent = true,
     .is_stopped = true},
};

enum way { CLOSED, CLOSED_UNDER_NOHUP, HANGUP, WAY_COUNT };
static const char *const way_names[] = {"closed", "closed under nohup", "SIGHUP"};

static char program[4096], file[4096], fifo[64], errors[64];

static void complain(const struct state *state, enum way way, const struct pty *pty,
                     const char *what)
{
    printf("%s, %s: %s; status %x; the last that was written:\n", state->name, way_names[way], what,
           (unsigned)pty->status);
    for (size_t i = 0; i < pty->last_length; i++)
        putchar((unsigned char)pty->last[i] < ' ' ? '.' : pty->last[i]);
    putchar('\n');
}

static bool lead_to(struct pty *pty, const struct state *state)
{
    const char *first = state->is_silent ? "waiting" : "Balance";
    if (!pty_await(pty, first, PATIENCE))
        return false;
    if (state->keys)
        pty_type(pty, state->keys, strlen(state->keys), 0);
    return state->is_stopped ? pty_await_stop(pty, PATIENCE)
                             : pty_await(pty, state->shown, PATIENCE);
}

/* By the signal itself, or as for any input that ends: with status 1. */
static bool is_right_end(int status)
{
    return WIFSIGNALED(status) ? WTERMSIG(status) == SIGHUP : WEXITSTATUS(status) == 1;
}

static bool try_way(const struct state *state, enum way way)
{
    struct pty pty;
    char *argv[] = {program, state->is_silent ? fifo : file, NULL};
    const char *wrong = NULL;
    signal(SIGHUP, way == CLOSED_UNDER_NOHUP ? SIG_IGN : SIG_DFL);
    if (!pty_start(&pty, argv, errors, 80, 24, false)) {
        puts("the system gives no terminal");
        exit(77);
    }
    if (!lead_to(&pty, state)) {
        wrong = "did not get there";
    } else {
        if (way == HANGUP)
            kill(pty.program, SIGHUP);
        if (way == HANGUP && state->is_stopped)
            kill(pty.program, SIGCONT);
        if (way != HANGUP)
            pty_hang_up(&pty);
        if (!pty_await_end(&pty, PATIENCE))
            wrong = "still runs";
        else if (!is_right_end(pty.status))
            wrong = "has ended, but not as it should";
    }
    if (wrong)
        complain(state, way, &pty, wrong);
    pty_release(&pty);
    return !wrong;
}

static bool prepare(const char *folder)
{
    const char *srcdir = getenv("srcdir"), *named = getenv("TRADESCOPE");
    snprintf(program, sizeof program, "%s", named ? named : "src/tradescope");
    snprintf(file, sizeof file, "%s/data/india-russia.csv", srcdir ? srcdir : ".");
    snprintf(fifo, sizeof fifo, "%s/fifo", folder);
    snprintf(errors, sizeof errors, "%s/errors", folder);
    setenv("TERM", "xterm-256color", 1);
    return mkfifo(fifo, 0600) == 0;
}

int main(void)
{
    char folder[] = "/tmp/gone.XXXXXX";
    bool is_right = true;
    if (!mkdtemp(folder) || !prepare(folder))
        return 99;
    for (size_t i = 0; i < ARRAY_LENGTH(states); i++)
        for (enum way way = 0; way < WAY_COUNT; way++)
            is_right = try_way(&states[i], way) && is_right;
    unlink(errors);
    unlink(fifo);
    rmdir(folder);
    return !is_right;
}
