/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reads the head of a file for a caller that must not wait: if the input arrives gradually, a
 * thread waits for it.
 */
#ifndef TRADESCOPE_DATA_LOAD_HEAD_READER_H
#define TRADESCOPE_DATA_LOAD_HEAD_READER_H

#include "data/load/head.h"

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
