/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Memory and calls of the system that fail, one after the other, while the program is used in a
 * terminal: it ends by itself, and the terminal is as it was.
 *
 * FAULT_STEP=1 fails each of them, where a check tries one here and there.
 */
#include "config.h"

#include "../monkey/pty.h"

#include "base/array.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

#define PATIENCE 30000 /* milliseconds */
#define KEYBOARD_TAKEN "\033[?2004h"
#define ENTER_SCREEN "\033[?1049h"
#define LEAVE_SCREEN "\033[?1049l"

static const struct fault {
    const char *variable, *call, *reason; /* a call that has a name, else the variable alone */
    long step;
} faults[] = {
    {"FAULT_MEMORY", NULL, NULL, 401},
    {"FAULT_MEMORY_FROM", NULL, NULL, 607},
    {"FAULT_CALL", "open", "EMFILE", 7},
    {"FAULT_CALL", "write", "EIO", 3},
    {"FAULT_CALL_FROM", "pthread_create", "EAGAIN", 1},
    {"FAULT_CALL", "sigaction", "EINVAL", 3},
    {"FAULT_CALL", "eventfd", "EMFILE", 1},
    {"FAULT_CALL", "mkostemp", "ENOSPC", 1},
};

static char program[4096], file[4096], library[4096], folder[] = "/tmp/faults.XXXXXX";

static bool has_line(const char *path, const char *wanted)
{
    char line[4096];
    bool has = false;
    FILE *in = fopen(path, "r");
    while (in && !has && fgets(line, sizeof line, in))
        has = strstr(line, wanted) != NULL;
    if (in)
        fclose(in);
    return has;
}

static void choose(const struct fault *fault, long number)
{
    char value[128];
    if (fault->call)
        snprintf(value, sizeof value, "%s:%ld:%s", fault->call, number, fault->reason);
    else
        snprintf(value, sizeof value, "%ld", number);
    setenv(fault->variable, value, 1);
    setenv("LD_PRELOAD", library, 1);
}

static bool is_same_terminal(const struct termios *a, const struct termios *b)
{
    return a->c_iflag == b->c_iflag && a->c_oflag == b->c_oflag && a->c_lflag == b->c_lflag &&
           a->c_cflag == b->c_cflag && memcmp(a->c_cc, b->c_cc, sizeof a->c_cc) == 0;
}

/* The last word on the second screen is that it was left; there is none where it was not entered.
 */
static bool has_left_screen(const struct pty *pty)
{
    const char *left = pty->last, *at = NULL;
    while ((left = strstr(left, LEAVE_SCREEN)))
        at = left++;
    if (at)
        return !strstr(at, ENTER_SCREEN);
    return pty->last_length < sizeof pty->last - 1 && !strstr(pty->last, ENTER_SCREEN);
}

/* The screen is not left if the write that failed is the one that leaves it. */
static const char *judge(const struct fault *fault, const struct pty *pty,
                         const struct termios *before)
{
    bool fails_writes = fault->call && strcmp(fault->call, "write") == 0;
    struct termios after;
    if (pty->program)
        return "still runs";
    if (WIFSIGNALED(pty->status) || WEXITSTATUS(pty->status) > 2)
        return "has ended, but not as it should";
    if (tcgetattr(pty->master, &after) != 0 || !is_same_terminal(before, &after))
        return "leaves the terminal in other modes";
    return fails_writes || has_left_screen(pty) ? NULL : "leaves its screen behind";
}

static void use(struct pty *pty)
{
    static const char *const keys[] = {"2", "8", "/half\r", ":write out.csv\r",
                                       "?", "q", "\003",    "Q"};
    pty_await(pty, KEYBOARD_TAKEN, PATIENCE); /* what is typed before may be thrown away */
    for (size_t i = 0; i < ARRAY_LENGTH(keys) && pty->program; i++)
        pty_type(pty, keys[i], strlen(keys[i]), 0);
    pty_await_end(pty, PATIENCE);
    pty_type(pty, "", 0, 20); /* what it wrote last */
}

/* False where nothing failed any more. */
static bool try_fault(const struct fault *fault, long number, bool *is_right)
{
    struct pty pty;
    struct termios before;
    char *argv[] = {program, file, NULL};
    choose(fault, number);
    if (!pty_start(&pty, argv, "errors", 80, 24, true)) {
        puts("the system gives no terminal");
        exit(77);
    }
    unsetenv("LD_PRELOAD");
    unsetenv(fault->variable);
    tcgetattr(pty.master, &before);
    use(&pty);
    const char *wrong = judge(fault, &pty, &before);
    if (wrong) {
        printf("%s %s %ld: %s; status %x\n", fault->variable, fault->call ? fault->call : "",
               number, wrong, (unsigned)pty.status);
        *is_right = false;
    }
    pty_release(&pty);
    unlink("out.csv");
    return has_line("errors", "fault: ");
}

static bool is_usable(void)
{
    char command[16384];
    snprintf(command, sizeof command,
             "! grep -q -e __asan_init -e __tsan_init -e __gcov_init '%s' && "
             "LD_PRELOAD='%s' sh -c 'exit 0'",
             program, library);
    return system(command) == 0;
}

static void prepare(void)
{
    const char *srcdir = getenv("srcdir"), *named = getenv("TRADESCOPE");
    char here[2048];
    if (!getcwd(here, sizeof here))
        exit(99);
    snprintf(program, sizeof program, "%s", named ? named : "src/tradescope");
    char *whole = realpath(srcdir ? srcdir : ".", NULL);
    snprintf(file, sizeof file, "%s/tests/screen/files/two-pairs.csv", whole ? whole : ".");
    free(whole);
    snprintf(library, sizeof library, "%s/tests/cli/faults.so", here);
    setenv("TERM", "xterm-256color", 1);
    if (*program != '/' || !is_usable())
        exit(77);
}

int main(void)
{
    bool is_right = true;
    const char *wanted = getenv("FAULT_STEP");
    prepare();
    if (!mkdtemp(folder) || chdir(folder) != 0)
        return 99;
    for (size_t i = 0; i < ARRAY_LENGTH(faults); i++) {
        long step = wanted ? atol(wanted) : faults[i].step, number = 1;
        while (try_fault(&faults[i], number, &is_right))
            number += step;
        printf("%s %s: to %ld\n", faults[i].variable, faults[i].call ? faults[i].call : "", number);
    }
    unlink("errors");
    return chdir("/") != 0 || rmdir(folder) != 0 || !is_right;
}
