/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The first records of a file, from which a mapping is chosen. */
#ifndef TRADESCOPE_DATA_LOAD_HEAD_H
#define TRADESCOPE_DATA_LOAD_HEAD_H

#include "base/memory.h"
#include "data/io/encoding.h"
#include "data/format/mapping.h"
#include "data/io/input_source.h"

/* A longer record is taken for an error in the file, such as a quote that is never closed. */
#define LONGEST_RECORD ((size_t)256 << 20)
/* A longer first record is taken for one too: all of it is needed to know what the file is. */
#define LONGEST_HEAD ((size_t)16 << 20)
/* No table has more columns. */
#define MOST_COLUMNS ((size_t)100000)

struct head {
    struct file_head file;
    struct csv_record records[HEAD_RECORDS]; /* the fields live as long as the head */
    uint64_t ends[HEAD_RECORDS];             /* the end of each record ... */
    size_t lines[HEAD_RECORDS];              /* ... and the line after it, from 1 */
    struct arena texts;
    enum encoding encoding;
    uint64_t searched; /* bytes split to find the records, counted each time */
    bool is_requoted;  /* each record is quoted as a whole */
};

/* `separator` is 0 to detect it. Returns false with the reason, and the line if it is known, else
 * 0.
 */
bool head_read(struct head *head, const char *path, struct input_source *source, char separator,
               size_t *line, struct error *error);
/* Adds notes on what was skipped before the rows of the mapping, and on the separator. */
void head_tell(const struct head *head, const struct mapping *mapping, struct problem_list *notes);
void head_release(struct head *head);

/*
 * Reads the head of a file for a caller that must not wait: if the input arrives gradually, a
 * thread waits for it.
 */

struct head_reader;

/*
 * Starts to read. `path` and the source must not move, and no one else may read the source until it
 * is done; the event (base/event.h) is sent then. `separator` is 0 to detect it.
 */
struct head_reader *head_reader_new(const char *path, struct input_source *source, char separator,
                                    int wakeup);
/* Stops the source if the head is not done. */
void head_reader_free(struct head_reader *reader);

/* True if the head was read, or cannot be; immediately for a regular file. */
bool head_reader_is_done(const struct head_reader *reader);
/*
 * Call this once, when it is done. Returns the result of head_read(). The head lives as long as the
 * reader.
 */
bool head_reader_take(struct head_reader *reader, struct head **head, size_t *line,
                      struct error *error);

#endif
