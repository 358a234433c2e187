/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Random keys over random sets of files, for a while: no run may crash, leak, hang or end with
 * another status than 0, 1 or 2.
 *
 *     monkey [--terminal] SEED SECONDS FINDINGS PROGRAM <STOCK
 *
 * STOCK has lines "file NAME", "command NAME", "key NAME". The current folder is the monkey's own:
 * regular files in it are removed before each run. A finding is shrunk to its shortest keys and
 * written to the folder FINDINGS. Exits 1 where there is one.
 */
#include "config.h"

#include "base/array.h"
#include "base/memory.h"
#include "trial.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#define MOST_KINDS 64

/* Each fault once. */
struct known {
    char findings[MOST_KINDS][1024];
    size_t count;
};

static void take(char ***list, size_t *count, const char *name)
{
    *list = xreallocarray(*list, *count + 1, sizeof **list);
    (*list)[(*count)++] = xstrdup(name);
}

static void read_stock(struct stock *stock)
{
    char line[4096];
    while (fgets(line, sizeof line, stdin)) {
        line[strcspn(line, "\n")] = '\0';
        if (strncmp(line, "file ", 5) == 0)
            take(&stock->files, &stock->file_count, line + 5);
        else if (strncmp(line, "command ", 8) == 0)
            take(&stock->commands, &stock->command_count, line + 8);
        else if (strncmp(line, "key ", 4) == 0)
            take(&stock->keys, &stock->key_count, line + 4);
    }
}

static bool is_known(struct known *known, const char *finding)
{
    for (size_t i = 0; i < known->count; i++)
        if (strcmp(known->findings[i], finding) == 0)
            return true;
    if (known->count < MOST_KINDS)
        snprintf(known->findings[known->count++], sizeof *known->findings, "%s", finding);
    return false;
}

static void copy_errors(FILE *out)
{
    char line[4096];
    FILE *errors = fopen("errors", "r");
    while (errors && fgets(line, sizeof line, errors))
        fprintf(out, "# %s", line);
    if (errors)
        fclose(errors);
}

static void report(const struct trial *trial, struct play *play, const char *finding, uint64_t seed,
                   const char *folder)
{
    char path[4096];
    size_t steps = play->count;
    trial_shrink(trial, play, finding);
    snprintf(path, sizeof path, "%s/%llu.keys", folder, (unsigned long long)seed);
    printf("FOUND with seed %llu: %s\n  %zu steps, shrunk to %zu, are in %s\n",
           (unsigned long long)seed, finding, steps, play->count, path);
    fflush(stdout);
    FILE *out = fopen(path, "w");
    if (!out)
        return;
    play_write(play, out);
    fprintf(out, "# %s\n", finding);
    if (trial->in_terminal)
        fprintf(out, "# in a terminal; ending: %s\n", trial_ending(trial));
    copy_errors(out);
    fclose(out);
}

int main(int argc, char **argv)
{
    struct trial trial = {.in_terminal = argc > 1 && strcmp(argv[1], "--terminal") == 0};
    argv += trial.in_terminal;
    argc -= trial.in_terminal;
    if (argc != 5)
        return 2;
    static struct stock stock;
    struct known *known = xcalloc(1, sizeof *known);
    struct play *play = xcalloc(1, sizeof *play);
    uint64_t seed = strtoull(argv[1], NULL, 10), first = seed;
    time_t end = time(NULL) + strtol(argv[2], NULL, 10);
    size_t failed = 0;
    char finding[1024];
    read_stock(&stock);
    trial.program = argv[4];
    for (; time(NULL) < end; seed++) {
        struct dice dice = {seed};
        play_make(play, &dice, &stock);
        trial.ending = (unsigned)dice_below(&dice, 60);
        if (trial_run(&trial, play, finding, sizeof finding))
            continue;
        failed++;
        if (!is_known(known, finding))
            report(&trial, play, finding, seed, argv[3]);
    }
    printf("monkey, %s: %llu runs, seeds %llu to %llu: %zu failed in %zu ways\n",
           trial.in_terminal ? "in a terminal" : "headless", (unsigned long long)(seed - first),
           (unsigned long long)first, (unsigned long long)seed - 1, failed, known->count);
    free(play);
    free(known);
    return failed != 0;
}
