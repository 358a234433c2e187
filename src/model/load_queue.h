/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The files that are to be loaded, one after the other, and how far that is.
 */
#ifndef TRADESCOPE_MODEL_LOAD_QUEUE_H
#define TRADESCOPE_MODEL_LOAD_QUEUE_H

#include <stdbool.h>
#include <stddef.h>

struct dataset;
struct loading;

struct load_queue {
    char **paths; /* owned, in their order */
    size_t count, started, finished;
    struct loading *loading;  /* of the last one started; NULL when all are loaded */
    bool is_opening;          /* it was opened by a command */
    struct dataset *unplaced; /* its data set, while its kind is not known */
    struct dataset *arriving; /* its data set, if it is a claims file behind others; else NULL */
    double shown_at;          /* seconds of loading, when new rows were shown last */
    double cost_of_showing;   /* seconds, with the drawing; 0 before it is known */
};

/* Sums of a file of statistics that is still being loaded, see progressive_sums.h. Seconds are
 * those of loading. */
struct sum_progress {
    size_t rows;         /* that were summed last */
    double seconds;      /* that this took */
    bool kept_pair;      /* true if it was for the same pair as the time before */
    double spent, ended; /* in all; when it was done or cancelled last */
    unsigned attempts;   /* cancelled since then */
};

#endif
