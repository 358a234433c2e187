/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One run of the program under the keys of a play, and what came of it.
 */
#ifndef TRADESCOPE_TESTS_TRIAL_H
#define TRADESCOPE_TESTS_TRIAL_H

#include "steps.h"

#define RUN_SECONDS 10 /* longer is a hang */

struct trial {
    const char *program;
    bool in_terminal; /* else headless */
    unsigned ending;  /* in a terminal: how it goes away */
};

/* True where it ended as it may. Else `finding` says how it ended and where, in a line that is the
 * same for the same fault. What it wrote to standard error is in the file `errors`. */
bool trial_run(const struct trial *trial, const struct play *play, char *finding, size_t size);
/* How a terminal goes away in this ending. */
const char *trial_ending(const struct trial *trial);
/* The shortest play found that ends with the same finding. */
void trial_shrink(const struct trial *trial, struct play *play, const char *finding);

#endif
