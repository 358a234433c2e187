/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "trial.h"

#include "pty.h"

#include "base/array.h"

#include <dirent.h>
#include <fcntl.h>
#include <ftw.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

/* --- the folder --- */

static int remove_entry(const char *path, const struct stat *status, int kind, struct FTW *place)
{
    (void)status, (void)kind, (void)place;
    return remove(path);
}

/* Every run finds the same: no history, no scenarios, none of the files that others wrote. */
static void clean(void)
{
    DIR *folder = opendir(".");
    struct dirent *entry;
    struct stat status;
    while (folder && (entry = readdir(folder)))
        if (lstat(entry->d_name, &status) == 0 && S_ISREG(status.st_mode))
            unlink(entry->d_name);
    if (folder)
        closedir(folder);
    nftw("home", remove_entry, 16, FTW_PHYS | FTW_DEPTH);
    mkdir("home", 0700);
}

/* --- what came of it --- */

/* Of the stack that a sanitizer writes: the first place that is ours and no common helper. */
static bool is_our_place(const char *line)
{
    const char *place = strstr(line, "/src/");
    return strstr(line, " in ") && place && strncmp(place, "/src/base/", 10) != 0 &&
           !strstr(place, "libsanitizer");
}

static void add_line(char *finding, size_t size, const char *line)
{
    size_t length = strlen(finding);
    for (; *line && *line != '\n' && length + 1 < size; line++)
        finding[length++] = *line;
    finding[length] = '\0';
}

/* "AddressSanitizer: ... in grid_item src/view/grid.c:12". */
static void describe(const char *how, char *finding, size_t size)
{
    char line[4096];
    FILE *errors = fopen("errors", "r");
    bool has_place = false, has_error = false;
    snprintf(finding, size, "%s", how);
    while (errors && fgets(line, sizeof line, errors) && !(has_error && has_place)) {
        const char *error = strstr(line, "runtime error: ");
        error = error ? error : strstr(line, "ERROR: ");
        if (error && !has_error) {
            char words[64] = "";
            sscanf(error, "%*[^:]: %63[a-zA-Z -]", words);
            add_line(finding, size, ": ");
            add_line(finding, size, words);
            has_error = true;
        } else if (has_error && !has_place && is_our_place(line)) {
            add_line(finding, size, strstr(line, " in "));
            has_place = true;
        }
    }
    if (errors)
        fclose(errors);
}

static bool says_of_sanitizer(void)
{
    char line[4096];
    bool says = false;
    FILE *errors = fopen("errors", "r");
    while (errors && !says && fgets(line, sizeof line, errors))
        says = strstr(line, "Sanitizer") || strstr(line, "runtime error: ");
    if (errors)
        fclose(errors);
    return says;
}

/* By a terminal that goes away, or a key before the program has taken the keyboard over. */
static bool is_usual_end(int number)
{
    return number == SIGHUP || number == SIGTERM || number == SIGINT || number == SIGQUIT;
}

static bool judge(int status, bool may_be_killed, char *finding, size_t size)
{
    char how[64];
    bool is_signal = WIFSIGNALED(status);
    int number = is_signal ? WTERMSIG(status) : WEXITSTATUS(status);
    bool is_wanted = is_signal ? may_be_killed && is_usual_end(number) : number <= 2;
    if (is_wanted && !says_of_sanitizer())
        return true;
    if (is_signal && number == SIGALRM)
        snprintf(how, sizeof how, "hangs for %d s", RUN_SECONDS);
    else
        snprintf(how, sizeof how, "%s %d", is_signal ? "signal" : "exit", number);
    describe(how, finding, size);
    return false;
}

/* --- headless --- */

static void exec_headless(const struct trial *trial, const struct play *play, FILE *keys)
{
    char size[64];
    const char *argv[MOST_FILES + 3] = {trial->program, size};
    snprintf(size, sizeof size, "--headless=%dx%d", play->columns, play->rows);
    for (size_t i = 0; i < play->file_count; i++)
        argv[i + 2] = play->files[i];
    int errors = open("errors", O_WRONLY | O_CREAT | O_TRUNC, 0600);
    int nothing = open("/dev/null", O_WRONLY);
    dup2(fileno(keys), STDIN_FILENO);
    dup2(nothing, STDOUT_FILENO);
    dup2(errors, STDERR_FILENO);
    alarm(RUN_SECONDS);
    execv(trial->program, (char **)argv);
    _exit(98);
}

static int run_headless(const struct trial *trial, const struct play *play)
{
    int status = 0;
    FILE *keys = tmpfile();
    if (!keys)
        exit(99);
    play_type(play, keys);
    fflush(keys);
    rewind(keys);
    pid_t program = fork();
    if (program == 0)
        exec_headless(trial, play, keys);
    waitpid(program, &status, 0);
    fclose(keys);
    return status;
}

/* --- in a terminal --- */

static const char *const endings[] = {"the window is closed", "Q", "SIGHUP", "SIGTERM",
                                      "stopped, then the window is closed"};

const char *trial_ending(const struct trial *trial)
{
    return endings[trial->ending % ARRAY_LENGTH(endings)];
}

static void go_away(struct pty *pty, unsigned ending)
{
    switch (ending % ARRAY_LENGTH(endings)) {
    case 1:
        pty_type(pty, "\003\003\033\033\033Q", 6, 200);
        break;
    case 2:
        if (pty->program > 0)
            kill(pty->program, SIGHUP);
        break;
    case 3:
        if (pty->program > 0)
            kill(pty->program, SIGTERM);
        break;
    default:
        break;
    }
}

static int run_in_terminal(const struct trial *trial, const struct play *play)
{
    struct pty pty;
    char *argv[MOST_FILES + 2] = {(char *)trial->program};
    for (size_t i = 0; i < play->file_count; i++)
        argv[i + 1] = (char *)play->files[i];
    bool stays_stopped = trial->ending % ARRAY_LENGTH(endings) == 4;
    if (!pty_start(&pty, argv, "errors", play->columns, play->rows, !stays_stopped))
        exit(99);
    /* Most wait for the program to take the keyboard over, and in the end for what is shown. */
    if (trial->ending % 12)
        pty_await(&pty, "\033[?2004h", RUN_SECONDS * 1000);
    for (size_t i = 0; i < play->count && pty.program; i++) {
        const struct step *step = &play->steps[i];
        if (step->columns)
            pty_resize(&pty, step->columns, step->rows);
        pty_type(&pty, (const char *)step->bytes, step->length, i % 8 ? 0 : 10);
    }
    if (trial->ending % 4)
        pty_type(&pty, "", 0, 50);
    go_away(&pty, trial->ending);
    bool has_ended = trial->ending % ARRAY_LENGTH(endings) && pty_await_end(&pty, 2000);
    pty_hang_up(&pty); /* in the end, it goes away in any case */
    has_ended = has_ended || pty_await_end(&pty, RUN_SECONDS * 1000);
    int status = has_ended ? pty.status : SIGALRM;
    pty_release(&pty);
    return status;
}

bool trial_run(const struct trial *trial, const struct play *play, char *finding, size_t size)
{
    clean();
    int status = trial->in_terminal ? run_in_terminal(trial, play) : run_headless(trial, play);
    return judge(status, trial->in_terminal, finding, size);
}

/* --- shorter --- */

static bool still_fails(const struct trial *trial, const struct play *play, const char *finding)
{
    char other[1024];
    return !trial_run(trial, play, other, sizeof other) && strcmp(other, finding) == 0;
}

static void take_out(struct play *play, size_t first, size_t count)
{
    memmove(&play->steps[first], &play->steps[first + count],
            (play->count - first - count) * sizeof *play->steps);
    play->count -= count;
}

static void shrink_steps(const struct trial *trial, struct play *play, const char *finding)
{
    struct play *shorter = malloc(sizeof *shorter);
    for (size_t part = play->count / 2 ? play->count / 2 : 1; shorter && part; part /= 2) {
        for (size_t first = 0; first + part <= play->count;) {
            *shorter = *play;
            take_out(shorter, first, part);
            if (still_fails(trial, shorter, finding))
                *play = *shorter;
            else
                first += part;
        }
    }
    free(shorter);
}

static void shrink_files(const struct trial *trial, struct play *play, const char *finding)
{
    for (size_t i = 0; i < play->file_count && play->file_count > 1;) {
        struct play shorter = *play;
        shorter.file_count--;
        memmove(&shorter.files[i], &shorter.files[i + 1],
                (shorter.file_count - i) * sizeof *shorter.files);
        if (still_fails(trial, &shorter, finding))
            *play = shorter;
        else
            i++;
    }
}

void trial_shrink(const struct trial *trial, struct play *play, const char *finding)
{
    shrink_steps(trial, play, finding);
    shrink_files(trial, play, finding);
    shrink_steps(trial, play, finding);
    still_fails(trial, play, finding); /* so that `errors` is of the shortest */
}
