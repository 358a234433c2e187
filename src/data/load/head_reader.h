/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The head of a file, for whoever must not wait: where the bytes come bit by bit, a thread waits
 * for them.
 */
#ifndef TRADESCOPE_DATA_LOAD_HEAD_READER_H
#define TRADESCOPE_DATA_LOAD_HEAD_READER_H

#include "data/load/head.h"

struct head_reader;

/* Starts to read. `path` and the source stay where they are, and nobody else reads the source until
 * it is done; the wakeup (base/wakeup.h) is told then. */
struct head_reader *head_reader_new(const char *path, struct input_source *source, char separator,
                                    int wakeup);
/* Where it is not done, the source is stopped. */
void head_reader_free(struct head_reader *reader);

/* Whether the head is there, or cannot be read; at once for a regular file. */
bool head_reader_is_done(const struct head_reader *reader);
/* Once it is done, and only once: as head_read() says. The head lives as long as the reader. */
bool head_reader_take(struct head_reader *reader, struct head **head, size_t *line,
                      struct error *error);

#endif
