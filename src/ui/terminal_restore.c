/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/terminal_restore.h"

#include "base/array.h"
#include "base/atomic_file.h"
#include "base/memory.h"

#include <curses.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define STACK_SIZE 65536
#define FULL_PATIENCE 200 /* milliseconds in which a terminal has to take something */

static const int watched[] = {SIGHUP,  SIGINT, SIGTERM, SIGPIPE, SIGQUIT, SIGSEGV,
                              SIGABRT, SIGBUS, SIGFPE,  SIGILL,  SIGSYS};

static struct sigaction former[ARRAY_LENGTH(watched)];
static struct termios settings;
static bool has_settings;
static int terminal_fd = -1;
static char farewell[512];
static volatile sig_atomic_t farewell_length; /* 0 if there is nothing to restore */

/* Writes, unless the terminal accepts nothing: the program could not end then. */
static void write_all(const char *bytes, size_t length)
{
    int flags = fcntl(terminal_fd, F_GETFL);
    fcntl(terminal_fd, F_SETFL, flags | O_NONBLOCK);
    while (length > 0) {
        ssize_t written = write(terminal_fd, bytes, length);
        struct pollfd output = {.fd = terminal_fd, .events = POLLOUT};
        bool is_full = written < 0 && errno == EAGAIN;
        if (is_full ? poll(&output, 1, FULL_PATIENCE) == 0 : written < 0 && errno != EINTR)
            break;
        if (written > 0) {
            bytes += written;
            length -= (size_t)written;
        }
    }
    fcntl(terminal_fd, F_SETFL, flags);
}

void terminal_restore_now(void)
{
    size_t length = (size_t)farewell_length;
    farewell_length = 0;
    if (length == 0)
        return;
    write_all(farewell, length);
    if (has_settings)
        tcsetattr(terminal_fd, TCSANOW, &settings);
}

static void give_up(void)
{
    atomic_files_abandon();
    terminal_restore_now();
}

static bool is_fault(int number)
{
    return number == SIGSEGV || number == SIGBUS || number == SIGFPE || number == SIGILL;
}

static void handle(int number, siginfo_t *information, void *context)
{
    (void)context;
    int kept = errno;
    atomic_files_abandon();
    terminal_restore_now();
    for (size_t i = 0; i < ARRAY_LENGTH(watched); i++) {
        if (watched[i] == number)
            sigaction(number, &former[i], NULL);
    }
    /* A real fault occurs again, with its address, when the instruction is repeated. */
    if (information->si_code <= 0 || !is_fault(number))
        raise(number);
    errno = kept;
}

/* A handler for stack overflow cannot run on the overflowed stack. */
static void give_handlers_a_stack(void)
{
    static char stack[STACK_SIZE];
    stack_t old;
    if (sigaltstack(NULL, &old) != 0 || !(old.ss_flags & SS_DISABLE))
        return;
    stack_t ours = {.ss_sp = stack, .ss_size = sizeof stack};
    sigaltstack(&ours, NULL);
}

static void watch_signals(void)
{
    struct sigaction action = {.sa_flags = SA_SIGINFO | SA_ONSTACK};
    action.sa_sigaction = handle;
    sigemptyset(&action.sa_mask);
    for (size_t i = 0; i < ARRAY_LENGTH(watched); i++) {
        if (sigaction(watched[i], NULL, &former[i]) == 0 && former[i].sa_handler != SIG_IGN)
            sigaction(watched[i], &action, NULL);
    }
}

void terminal_restore_prepare(int terminal)
{
    static bool is_watching;
    terminal_fd = terminal;
    has_settings = tcgetattr(terminal, &settings) == 0;
    if (is_watching)
        return;
    is_watching = true;
    give_handlers_a_stack();
    watch_signals();
    memory_on_exhaustion(give_up);
    atexit(give_up);
}

/* Appends a capability without its padding: "\E[m\017$<2>" ends before the dollar sign. */
static size_t append_capability(char *out, size_t length, const char *capability)
{
    if (!capability || capability == (char *)-1)
        return length;
    for (const char *at = capability; *at && length + 1 < sizeof farewell; at++) {
        if (at[0] == '$' && at[1] == '<' && strchr(at, '>'))
            at = strchr(at, '>');
        else
            out[length++] = *at;
    }
    return length;
}

void terminal_restore_arm(const char *own_modes_off)
{
    static const char *const capabilities[] = {"sgr0", "op", "rmkx", "cnorm", "rmcup"};
    char bytes[sizeof farewell];
    size_t length = append_capability(bytes, 0, own_modes_off);
    const char *move = tigetstr("cup");
    if (move && move != (char *)-1)
        length = append_capability(bytes, length, tparm(move, LINES - 1, 0));
    for (size_t i = 0; i < ARRAY_LENGTH(capabilities); i++)
        length = append_capability(bytes, length, tigetstr(capabilities[i]));
    /* On a terminal without a second screen, the shell's prompt should start on a new line. */
    const char *leave = tigetstr("rmcup");
    if (!leave || leave == (char *)-1)
        length = append_capability(bytes, length, "\r\n");
    farewell_length = 0;
    memcpy(farewell, bytes, length);
    farewell_length = (sig_atomic_t)length;
}

void terminal_restore_disarm(void)
{
    farewell_length = 0;
}
