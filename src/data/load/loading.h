/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reading a file into a dataset while something else goes on: threads read, split and understand
 * parts of it, and whoever owns the dataset takes their rows over, in the order of the file, when
 * it has time. Between two calls the dataset is whole and can be used like any other; it just
 * grows.
 *
 *     struct loading *loading = loading_start(&dataset, path, NULL);
 *     while (loading_absorb(loading, 10))
 *         draw(loading_progress(loading));
 *     loading_end(loading);
 */
#ifndef TRADESCOPE_DATA_LOAD_LOADING_H
#define TRADESCOPE_DATA_LOAD_LOADING_H

#include "data/load/dataset.h"

struct load_options {
    mapper *map; /* NULL for map_claims() */
    const void *context;
    size_t threads;   /* 0 for as many as there are processors */
    char separator;   /* between the fields of a record; 0 to tell it from the file */
    size_t part_size; /* bytes that a thread reads at a time; 0 for what is fast */
    /* Zeroed. Once it is known that the file is no claims file, it takes the place of the dataset,
     * which is zeroed then; NULL where all forms go to one place. */
    struct dataset *beside;
};

struct load_progress {
    size_t rows;
    uint64_t bytes;     /* of the file, read by now */
    uint64_t bytes_all; /* 0 while unknown, as for a pipe */
    double seconds;     /* since the start, or since the head was there */
    bool has_head;      /* it is known what the file is */
    bool is_complete;
};

struct loading;

/*
 * Starts to read, and never waits for what comes bit by bit; `options` may be NULL, and what they
 * point to must stay. The dataset can be shown, without rows: what cannot be opened is a problem in
 * it already. Until the head of the file is there, in loading_absorb(), it is an empty one with the
 * columns of all fields, and gets another table then. It must stay where it is until loading_end().
 */
struct loading *loading_start(struct dataset *dataset, const char *path,
                              const struct load_options *options);
/* The same from bytes that the function takes over. */
struct loading *loading_start_bytes(struct dataset *dataset, const char *path, struct buffer *bytes,
                                    const struct load_options *options);
/* Takes over what was read, for about so many milliseconds, waiting for more meanwhile; false when
 * all is there. 0 takes what there is and does not wait. */
bool loading_absorb(struct loading *loading, int milliseconds);
struct load_progress loading_progress(const struct loading *loading);
/* Can be read from when rows wait to be taken over: for poll(). */
int loading_descriptor(const struct loading *loading);
/* Leaves the rest of the file unread, and says so in the problems; the rows taken over stay. */
void loading_stop(struct loading *loading);
/* Ends the threads and frees the loading; stops it where it is not complete. */
void loading_end(struct loading *loading);

#endif
