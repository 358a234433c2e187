/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The files to load, one after the other, and the progress. */
#ifndef TRADESCOPE_MODEL_LOAD_QUEUE_H
#define TRADESCOPE_MODEL_LOAD_QUEUE_H

#include <stdbool.h>
#include <stddef.h>

struct dataset;
struct loading;

struct load_queue {
    char **paths; /* owned, in order */
    size_t count, started, finished;
    struct loading *loading;  /* of the current file; NULL when all are loaded */
    bool is_opening;          /* the file was opened by a command */
    struct dataset *unplaced; /* its data set, while its kind is unknown */
    struct dataset *arriving; /* its data set, if it is a further claims file; else NULL */
    bool formats_are_told;    /* that some of their files cannot be read */
    double shown_at;          /* seconds of loading when new rows were last shown */
    double cost_of_showing;   /* seconds, including the drawing; 0 before it is known */
};

/*
 * Sums of a file of statistics being loaded, see model_refine(). Times are seconds of loading.
 */
struct sum_progress {
    size_t rows;         /* rows summed last */
    double seconds;      /* seconds for that */
    bool kept_pair;      /* the pair was the same as the time before */
    double spent, ended; /* total; when it was last done or cancelled */
    unsigned attempts;   /* cancellations since then */
};

#endif
