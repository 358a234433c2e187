/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a monkey does: files that are opened, a size, and steps, each of which is a key, a text, a
 * report of the mouse or another size. Written as tests/screen/run reads it.
 */
#ifndef TRADESCOPE_TESTS_STEPS_H
#define TRADESCOPE_TESTS_STEPS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#define MOST_STEPS 80
#define MOST_FILES 4
#define LONGEST_STEP 640

struct step {
    unsigned char bytes[LONGEST_STEP];
    size_t length;
    int columns, rows; /* of another size, which has no bytes; else 0 */
};

struct play {
    int columns, rows;
    const char *files[MOST_FILES]; /* borrowed */
    size_t file_count;
    struct step steps[MOST_STEPS];
    size_t count;
};

/* What may be typed and opened; all borrowed. */
struct stock {
    char **files;
    size_t file_count;
    char **commands; /* names of commands */
    size_t command_count;
    char **keys; /* as the table of commands names them: "^B", "PgUp", "k" */
    size_t key_count;
};

/* The same numbers for the same seed everywhere. */
struct dice {
    uint64_t state;
};
size_t dice_below(struct dice *dice, size_t end);

void play_make(struct play *play, struct dice *dice, const struct stock *stock);
void play_write(const struct play *play, FILE *out);
/* All bytes for a headless screen; other sizes are sequences there. */
void play_type(const struct play *play, FILE *out);

#endif
