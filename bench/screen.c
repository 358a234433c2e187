/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Runs a program in a terminal of its own and presses keys, as someone would who does not wait for
 * the file to be loaded. Writes lines of a name and a number:
 *
 *     first SECONDS    from the start of the process until a whole screen stands there
 *     loading SECONDS  from a key to its answer, while the screen says that the file is loading
 *     loaded SECONDS   likewise, when it is loaded
 *     complete SECONDS from the start until the screen says so no more
 *     peak KIB         the largest resident set of the process
 *
 * The answer to a key is a text that only this key brings to the screen. Keys are pressed by turns,
 * at most one in 20 ms, each after the answer to the last.
 */
#include "config.h"

#include "terminal.h"

#include <errno.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define BETWEEN_KEYS 0.020
#define PATIENCE 30.0 /* seconds without an answer */
#define LOADED_KEYS 20
#define MOST_KEYS 16

struct key {
    char letter;
    const char *answer;
};

struct run {
    struct key keys[MOST_KEYS];
    size_t key_count, next_key;
    const char *busy,
        *quit; /* what the screen says while it loads; the key that ends the program */
    struct terminal terminal;
    pid_t child;
    int fd;
    bool is_over; /* the program has closed its terminal */
    double start;
};

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

_Noreturn static void fail(struct run *run, const char *what)
{
    fprintf(stderr, "screen: %s; the screen was:\n", what);
    terminal_print(&run->terminal);
    if (run->child > 0)
        kill(run->child, SIGKILL);
    exit(1);
}

/* Takes what the program wrote, waiting until `end` at most. True if there was something. */
static bool receive(struct run *run, double end)
{
    char bytes[65536];
    double left = end - now();
    struct pollfd poll_fd = {.fd = run->fd, .events = POLLIN};
    if (poll(&poll_fd, 1, left > 0 ? (int)(left * 1000) + 1 : 0) <= 0)
        return false;
    ssize_t length = read(run->fd, bytes, sizeof bytes);
    run->is_over = length <= 0;
    if (length > 0)
        terminal_write(&run->terminal, bytes, (size_t)length);
    return length > 0;
}

static bool is_busy(const struct run *run)
{
    return *run->busy && terminal_shows(&run->terminal, run->busy);
}

/* The rest of a screen, if only its beginning was read. */
static void settle(struct run *run)
{
    while (receive(run, now())) {
    }
}

static void say(const char *name, double seconds)
{
    printf("%s %.6f\n", name, seconds);
}

static void wait_for_first_screen(struct run *run)
{
    double end = run->start + PATIENCE;
    while (!terminal_is_filled(&run->terminal)) {
        if (!receive(run, end) && (run->is_over || now() > end))
            fail(run, "there was no first screen");
    }
    settle(run);
    say("first", now() - run->start);
}

/* Looks at the screen while nothing is pressed. */
static void look_until(struct run *run, double end)
{
    while (now() < end && !run->is_over)
        receive(run, end);
}

/* Presses the next key, and waits for its answer. Seconds from the one to the other. */
static double press(struct run *run)
{
    const struct key *key = &run->keys[run->next_key++ % run->key_count];
    if (terminal_shows(&run->terminal, key->answer))
        fail(run, "the answer stands there before the key is pressed");
    double pressed = now(), end = pressed + PATIENCE;
    if (write(run->fd, &key->letter, 1) != 1)
        fail(run, "the program takes no keys");
    while (!terminal_shows(&run->terminal, key->answer)) {
        if (!receive(run, end) && (run->is_over || now() > end))
            fail(run, "a key was not answered");
    }
    settle(run);
    return now() - pressed;
}

static void press_while_loading(struct run *run)
{
    double last = now(), complete = now();
    while (is_busy(run)) {
        if (run->key_count && now() - last >= BETWEEN_KEYS) {
            last = now();
            say("loading", press(run));
        } else {
            receive(run, last + BETWEEN_KEYS);
        }
        complete = now();
        if (run->is_over || complete - run->start > 20 * PATIENCE)
            fail(run, "the file was never loaded");
    }
    say("complete", complete - run->start);
}

static void press_when_loaded(struct run *run)
{
    for (int i = 0; run->key_count && i < LOADED_KEYS; i++) {
        look_until(run, now() + BETWEEN_KEYS);
        say("loaded", press(run));
    }
}

static void end_program(struct run *run)
{
    struct rusage usage;
    int status;
    double end = now() + PATIENCE;
    if (write(run->fd, run->quit, strlen(run->quit)) < 0)
        fail(run, "the program takes no keys");
    while (!run->is_over)
        if (!receive(run, end) && now() > end)
            fail(run, "the program does not end");
    while (wait4(run->child, &status, 0, &usage) < 0 && errno == EINTR)
        ;
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
        fail(run, "the program failed");
    printf("peak %ld\n", usage.ru_maxrss);
}

static void start_program(struct run *run, char **command)
{
    struct winsize size = {.ws_row = TERMINAL_ROWS, .ws_col = TERMINAL_COLUMNS};
    terminal_init(&run->terminal);
    run->start = now();
    run->child = forkpty(&run->fd, NULL, NULL, &size);
    if (run->child < 0)
        fail(run, "there is no terminal to be had");
    if (run->child > 0)
        return;
    setenv("TERM", "xterm-256color", 1);
    unsetenv("LINES");
    unsetenv("COLUMNS");
    execvp(command[0], command);
    perror(command[0]);
    _exit(127);
}

static bool take_option(struct run *run, const char *argument)
{
    if (strncmp(argument, "--busy=", 7) == 0)
        run->busy = argument + 7;
    else if (strncmp(argument, "--quit=", 7) == 0)
        run->quit = argument + 7;
    else if (strncmp(argument, "--key=", 6) == 0 && argument[6] && argument[7] == '=' &&
             run->key_count < MOST_KEYS)
        run->keys[run->key_count++] = (struct key){argument[6], argument + 8};
    else
        return false;
    return true;
}

int main(int argc, char **argv)
{
    static struct run run = {.busy = "", .quit = "Q"};
    int first = 1;
    while (first < argc && take_option(&run, argv[first]))
        first++;
    if (first == argc || argv[first][0] == '-') {
        fprintf(stderr, "usage: screen [--busy=TEXT] [--quit=KEYS] [--key=KEY=ANSWER]... "
                        "PROGRAM [ARGUMENT]...\n");
        return 2;
    }
    start_program(&run, argv + first);
    wait_for_first_screen(&run);
    press_while_loading(&run);
    press_when_loaded(&run);
    end_program(&run);
    return 0;
}
