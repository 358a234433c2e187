/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A terminal that takes no output, as after ^S or when its window does not draw, keeps no signal
 * from ending the program; and a screen of an absurd size is drawn in part. A limit says only when
 * the test gives up.
 */
#include "config.h"

#include "../monkey/pty.h"

#include "base/array.h"

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

#define PATIENCE 60000 /* milliseconds */

static char program[4096], file[4096], errors[64];

static bool start(struct pty *pty)
{
    char *argv[] = {program, file, NULL};
    if (pty_start(pty, argv, errors, 80, 24, false))
        return true;
    puts("the system gives no terminal");
    exit(77);
}

static const char *try_signal(struct pty *pty, int number)
{
    start(pty);
    if (!pty_await(pty, "Balance", PATIENCE))
        return "shows nothing";
    int terminal = open(ptsname(pty->master), O_RDWR | O_NOCTTY | O_CLOEXEC);
    if (terminal < 0 || tcflow(terminal, TCOOFF) != 0)
        return "its output cannot be stopped";
    pty_type(pty, "?", 1, 0);
    kill(pty->program, number);
    bool has_ended = pty_await_end(pty, PATIENCE);
    tcflow(terminal, TCOON);
    close(terminal);
    return !has_ended ? "still runs"
           : WIFSIGNALED(pty->status) && (WTERMSIG(pty->status) & 0x7f) == number
               ? NULL
               : "ends otherwise";
}

/* When it ends, it moves to the last line of its screen, which is none of 5000. */
static const char *try_size(struct pty *pty, const char *lines, const char *columns)
{
    setenv("LINES", lines, 1);
    setenv("COLUMNS", columns, 1);
    start(pty);
    unsetenv("LINES");
    unsetenv("COLUMNS");
    if (!pty_await(pty, "Balance", PATIENCE))
        return "shows nothing";
    pty_type(pty, "Q", 1, 0);
    if (!pty_await_end(pty, PATIENCE) || !WIFEXITED(pty->status) || WEXITSTATUS(pty->status) != 0)
        return "does not end";
    return strstr(pty->last, "\033[5000") ? "draws on other lines" : NULL;
}

static bool report(struct pty *pty, const char *name, const char *wrong)
{
    if (wrong)
        printf("%s: %s; status %x\n", name, wrong, (unsigned)pty->status);
    pty_release(pty);
    return !wrong;
}

static bool try_all(void)
{
    static const struct {
        int number;
        const char *name;
    } signals[] = {
        {SIGTERM, "SIGTERM"}, {SIGINT, "SIGINT"}, {SIGQUIT, "SIGQUIT"}, {SIGHUP, "SIGHUP"}};
    struct pty pty;
    bool is_right = true;
    for (size_t i = 0; i < ARRAY_LENGTH(signals); i++)
        is_right = report(&pty, signals[i].name, try_signal(&pty, signals[i].number)) && is_right;
    return report(&pty, "5000 lines", try_size(&pty, "5000", "30000")) && is_right;
}

int main(void)
{
    char folder[] = "/tmp/full.XXXXXX";
    const char *srcdir = getenv("srcdir"), *named = getenv("TRADESCOPE");
    if (!mkdtemp(folder))
        return 99;
    snprintf(program, sizeof program, "%s", named ? named : "src/tradescope");
    snprintf(file, sizeof file, "%s/data/india-russia.csv", srcdir ? srcdir : ".");
    snprintf(errors, sizeof errors, "%s/errors", folder);
    setenv("TERM", "xterm-256color", 1);
    signal(SIGINT, SIG_DFL); /* ignored in what a shell starts in the background */
    signal(SIGQUIT, SIG_DFL);
    signal(SIGHUP, SIG_DFL); /* or nohup */
    bool is_right = try_all();
    unlink(errors);
    rmdir(folder);
    return !is_right;
}
