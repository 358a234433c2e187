/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The history of each kind of prompt, stored in the file history-NAME of the user's state directory
 * (mode 0600). If the directory or file cannot be used (no home, read-only, a symbolic link), the
 * history is kept for the session only, without a message, as the user did not ask for a file.
 */
#ifndef TRADESCOPE_UI_PAST_LINES_H
#define TRADESCOPE_UI_PAST_LINES_H

#include <stddef.h>

/* Lines kept of each kind; the oldest are dropped. */
#define PAST_LINES_LIMIT 1000

/* Returns the lines of a kind, oldest first, borrowed until the next call. */
char *const *past_lines(const char *name, size_t *count);
/* Adds a line, unless it is empty or the same as the last one. */
void past_lines_add(const char *name, const char *line);
void past_lines_release(void);

#endif
