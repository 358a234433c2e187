/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The first records of a file, from which a mapping is chosen.
 */
#ifndef TRADESCOPE_DATA_LOAD_HEAD_H
#define TRADESCOPE_DATA_LOAD_HEAD_H

#include "base/memory.h"
#include "data/io/encoding.h"
#include "data/format/mapping.h"
#include "data/io/input_source.h"

/* A record of more bytes than this is taken for an error in the file, such as an open quote. */
#define LONGEST_RECORD ((size_t)256 << 20)
/* More columns than any table has. */
#define MOST_COLUMNS ((size_t)100000)

struct head {
    struct file_head file;
    struct csv_record records[HEAD_RECORDS]; /* their fields live as long as the head */
    uint64_t ends[HEAD_RECORDS];             /* where what follows each of them starts ... */
    size_t lines[HEAD_RECORDS];              /* ... and on which line, from 1 */
    struct arena texts;
    enum encoding encoding;
    bool is_requoted; /* each record stands in quotes of its own */
};

/* `separator` is that of the fields, or 0 to tell it from the file. False with the reason, and the
 * line where it is known, else 0. */
bool head_read(struct head *head, const char *path, struct input_source *source, char separator,
               size_t *line, struct error *error);
/* What was passed over to come to the rows of the mapping, and how they are separated. */
void head_tell(const struct head *head, const struct mapping *mapping, struct problem_list *notes);
void head_release(struct head *head);

#endif
