/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reads a file into a dataset in the background. Threads read and parse parts of the file; the
 * owner of the dataset takes over their rows, in the order of the file, when it has time. Between
 * two calls the dataset is complete in itself and can be used like any other; it just grows.
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
    size_t threads;       /* 0 for the number of processors */
    const char *encoding; /* of the bytes; NULL for UTF-8, or a guess */
    char separator;       /* between the fields of a record; 0 to detect it */
    size_t part_size;     /* bytes that a thread reads at a time; 0 for the default */
    /*
     * Zeroed by the caller. If the file turns out not to be a claims file, its rows go here, and
     * `dataset` is zeroed. NULL to use `dataset` for all files.
     */
    struct dataset *beside;
};

struct load_progress {
    size_t rows;
    uint64_t bytes;     /* of the file, read so far */
    uint64_t bytes_all; /* 0 if unknown, as for a pipe */
    double seconds;     /* since the start, or since the head was read */
    bool has_head;      /* the type of the file is known */
    bool is_complete;
};

struct loading;

/*
 * Starts to read and never waits for input. `options` may be NULL; what they point to must stay
 * valid. The dataset can be shown at once, without rows: a file that cannot be opened is a problem
 * in it already. Until loading_absorb() has the head of the file, the dataset is empty and has the
 * columns of all fields; then its table is replaced. It must not move until loading_end().
 */
struct loading *loading_start(struct dataset *dataset, const char *path,
                              const struct load_options *options);
/* The same for bytes in memory. Takes ownership of them. */
struct loading *loading_start_bytes(struct dataset *dataset, const char *path, struct buffer *bytes,
                                    const struct load_options *options);
/*
 * Takes over results for about that many milliseconds, waiting for more. 0 takes what is there and
 * does not wait. Returns false when everything was read.
 */
bool loading_absorb(struct loading *loading, int milliseconds);
struct load_progress loading_progress(const struct loading *loading);
/* Returns a descriptor for poll(), readable when rows can be taken over. */
int loading_descriptor(const struct loading *loading);
/* Leaves the rest of the file unread and adds a problem that says so. The rows stay. */
void loading_stop(struct loading *loading);
/* Ends the threads and frees the loading. Stops it first if it is not complete. */
void loading_end(struct loading *loading);

/*
 * Reads a whole file. Rows that cannot be read are listed in
 * dataset->problems; a file that cannot be opened, is not CSV or has no mapping is one problem and
 * no rows. So the dataset can always be shown; the caller releases it. Without options (NULL), only
 * a claims file is accepted.
 *
 * A row of a claims file is a problem if: it has more or fewer fields than the header; kind, flow,
 * measure or qualifier is an unknown word; date, period, base or published is not a period; value
 * is not a decimal number or the unit is unknown; a figure or target lacks value, unit, period, or
 * both flow and measure; an event has a value; an id occurs twice. A row of other files is a
 * problem if a required column is empty or cannot be understood.
 */
void dataset_load(struct dataset *dataset, const char *path, const struct load_options *options);
/* The same for bytes in memory. Takes ownership of them. For tests and fuzzing. */
void dataset_load_bytes(struct dataset *dataset, const char *path, struct buffer *bytes,
                        const struct load_options *options);

#endif
