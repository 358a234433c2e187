/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The lines entered at each kind of prompt, kept over sessions in the file history-NAME of the
 * user's state folder (mode 0600). Where the folder or file cannot be had (no home, read-only, a
 * symbolic link in its place) they are remembered for the session alone, without a word: nobody
 * asked for a file.
 */
#ifndef TRADESCOPE_UI_PAST_LINES_H
#define TRADESCOPE_UI_PAST_LINES_H

#include <stddef.h>

/* Lines kept of a kind; the oldest go first. */
#define PAST_LINES_LIMIT 1000

/* The lines of a kind, oldest first; borrowed until the next call. */
char *const *past_lines(const char *name, size_t *count);
/* Remembers a line, unless it is empty or the same as the last one. */
void past_lines_add(const char *name, const char *line);
void past_lines_release(void);

#endif
