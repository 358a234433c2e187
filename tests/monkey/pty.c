/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pty.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

/* What the shell tells: the number of the program, that it stopped, how it ended. */
struct event {
    char kind; /* P, S, X */
    int value;
};

static long long now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (long long)time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

static void tell(int pipe, char kind, int value)
{
    struct event event = {.kind = kind, .value = value};
    if (write(pipe, &event, sizeof event) != (ssize_t)sizeof event)
        _exit(99);
}

static void run_program(char *const argv[])
{
    setpgid(0, 0);
    tcsetpgrp(STDIN_FILENO, getpid());
    signal(SIGTTOU, SIG_DFL);
    execv(argv[0], argv);
    _exit(99);
}

static volatile sig_atomic_t job, is_job_stopped, is_hung_up;

/* As a shell tells its jobs that the terminal went away. Only one that is stopped is continued:
 * LeakSanitizer stops the program while it looks for leaks, and a SIGCONT meanwhile would take the
 * stop away that it waits for. */
static void forward_hangup(int number)
{
    is_hung_up = 1;
    kill(-(pid_t)job, number);
    if (is_job_stopped)
        kill(-(pid_t)job, SIGCONT);
    is_job_stopped = 0;
}

/* Brings a job back that ^Z stopped, also one that stopped when the terminal was already gone. */
static void attend_to_stop(pid_t program, int pipe, bool resumes)
{
    is_job_stopped = 1;
    tcsetpgrp(STDIN_FILENO, getpgrp());
    tell(pipe, 'S', 0);
    if (!is_job_stopped || (!resumes && !is_hung_up))
        return;
    is_job_stopped = 0;
    tcsetpgrp(STDIN_FILENO, program);
    kill(-program, SIGCONT);
}

/* Waits as a shell does for its job. */
static void run_shell(char *const argv[], int pipe, bool resumes)
{
    int status;
    struct sigaction hangup = {.sa_handler = forward_hangup, .sa_flags = SA_RESTART};
    sigemptyset(&hangup.sa_mask);
    signal(SIGTTOU, SIG_IGN);
    pid_t program = fork();
    if (program == 0)
        run_program(argv);
    setpgid(program, program);
    job = program;
    sigaction(SIGHUP, &hangup, NULL);
    tcsetpgrp(STDIN_FILENO, program);
    tell(pipe, 'P', program);
    while (waitpid(program, &status, WUNTRACED) == program && WIFSTOPPED(status))
        attend_to_stop(program, pipe, resumes);
    tell(pipe, 'X', status);
    _exit(0);
}

static void begin_session(const char *terminal, const char *errors)
{
    setsid();
    int fd = open(terminal, O_RDWR);
    int log = open(errors, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    if (fd < 0 || log < 0 || ioctl(fd, TIOCSCTTY, 0) != 0)
        _exit(99);
    dup2(fd, STDIN_FILENO);
    dup2(fd, STDOUT_FILENO);
    dup2(log, STDERR_FILENO);
    close(fd);
    close(log);
}

bool pty_start(struct pty *pty, char *const argv[], const char *errors, int columns, int rows,
               bool resumes)
{
    int pipes[2];
    *pty = (struct pty){.master = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC)};
    /* What the shell leaves behind is ours to wait for. */
    prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0);
    if (pty->master < 0 || grantpt(pty->master) != 0 || unlockpt(pty->master) != 0 ||
        pipe(pipes) != 0)
        return false;
    fcntl(pipes[0], F_SETFD, FD_CLOEXEC);
    fcntl(pipes[1], F_SETFD, FD_CLOEXEC);
    pty_resize(pty, columns, rows);
    pty->shell = fork();
    if (pty->shell == 0) {
        begin_session(ptsname(pty->master), errors);
        close(pty->master);
        run_shell(argv, pipes[1], resumes);
    }
    close(pipes[1]);
    fcntl(pty->master, F_SETFL, O_NONBLOCK);
    pty->events = pipes[0];
    pty->program = -1; /* until the shell has told */
    return pty->shell > 0;
}

void pty_resize(struct pty *pty, int columns, int rows)
{
    struct winsize size = {.ws_col = (unsigned short)columns, .ws_row = (unsigned short)rows};
    ioctl(pty->master, TIOCSWINSZ, &size);
}

static void take_event(struct pty *pty)
{
    struct event event;
    ssize_t length = read(pty->events, &event, sizeof event);
    if (length != (ssize_t)sizeof event) { /* the shell is gone; what it left is ours */
        pid_t ended =
            pty->program > 0 ? waitpid(pty->program, &pty->status, WNOHANG) : pty->program;
        if (ended != 0) /* or nobody can say how it ended */
            pty->program = 0;
        return;
    }
    if (event.kind == 'P')
        pty->program = event.value;
    pty->is_stopped = event.kind == 'S';
    if (event.kind == 'X') {
        pty->status = event.value;
        pty->program = 0;
    }
}

static void take_output(struct pty *pty)
{
    char bytes[65536];
    ssize_t length = read(pty->master, bytes, sizeof bytes);
    if (length <= 0)
        return;
    size_t taken = (size_t)length, most = sizeof pty->last - 1;
    const char *end = bytes + taken;
    taken = taken < most ? taken : most;
    size_t kept = pty->last_length + taken > most ? most - taken : pty->last_length;
    memmove(pty->last, pty->last + pty->last_length - kept, kept);
    memcpy(pty->last + kept, end - taken, taken);
    pty->last_length = kept + taken;
    for (size_t i = kept; i < pty->last_length; i++)
        pty->last[i] = pty->last[i] ? pty->last[i] : ' ';
    pty->last[pty->last_length] = '\0';
}

/* Reads the output, waiting that long for more; true if it can be written to. A shell
 * that is gone is asked about again and again, as nothing tells of the end of its job. */
static bool attend(struct pty *pty, bool writes, long long milliseconds)
{
    struct pollfd fds[] = {
        {.fd = pty->events, .events = POLLIN},
        {.fd = pty->master, .events = (short)(writes ? POLLIN | POLLOUT : POLLIN)}};
    int wait = milliseconds > 20 ? 20 : milliseconds < 0 ? 0 : (int)milliseconds;
    if (poll(fds, 2, wait) <= 0)
        return false;
    if (fds[0].revents)
        take_event(pty);
    if (fds[1].revents & POLLIN)
        take_output(pty);
    if ((fds[0].revents | fds[1].revents) == POLLHUP)
        poll(NULL, 0, wait < 5 ? wait : 5);
    return fds[1].revents & POLLOUT;
}

void pty_type(struct pty *pty, const char *bytes, size_t length, int milliseconds)
{
    long long end = now() + milliseconds, last = now() + 10000;
    while (pty->program && pty->master >= 0 && length > 0 && now() < last) {
        if (!attend(pty, true, 20))
            continue;
        ssize_t written = write(pty->master, bytes, length);
        if (written < 0 && errno != EAGAIN)
            return;
        if (written > 0) {
            bytes += written;
            length -= (size_t)written;
        }
    }
    do
        attend(pty, false, end - now());
    while (pty->program && now() < end);
}

bool pty_await(struct pty *pty, const char *text, int milliseconds)
{
    long long end = now() + milliseconds;
    while (!strstr(pty->last, text)) {
        if (!pty->program || now() >= end)
            return false;
        attend(pty, false, end - now());
    }
    return true;
}

bool pty_await_stop(struct pty *pty, int milliseconds)
{
    long long end = now() + milliseconds;
    while (!pty->is_stopped && pty->program && now() < end)
        attend(pty, false, end - now());
    return pty->is_stopped;
}

void pty_hang_up(struct pty *pty)
{
    if (pty->master >= 0)
        close(pty->master);
    pty->master = -1;
}

bool pty_await_end(struct pty *pty, int milliseconds)
{
    long long end = now() + milliseconds;
    while (pty->program && now() < end)
        attend(pty, false, end - now());
    return !pty->program;
}

void pty_release(struct pty *pty)
{
    if (pty->program > 0) {
        kill(pty->program, SIGCONT);
        kill(pty->program, SIGKILL);
    }
    kill(pty->shell, SIGKILL);
    waitpid(pty->shell, NULL, 0);
    if (pty->program > 0)
        waitpid(pty->program, NULL, 0);
    pty_hang_up(pty);
    close(pty->events);
}
