/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Files of lines in $XDG_STATE_HOME/tradescope, each of which begins with a key: what the program
 * keeps from one session to the next. Two programs at a time lose nothing of each other.
 */
#ifndef TRADESCOPE_COMMAND_KEPT_LINES_H
#define TRADESCOPE_COMMAND_KEPT_LINES_H

#include <stdbool.h>

#include "base/buffer.h"
#include "base/error.h"
#include "base/text.h"

/* Appends the content of the file of that name; nothing if it does not exist. */
bool kept_lines_read(const char *name, struct buffer *content, struct error *error);
/* Takes the next line from the front, without its line break. Returns false at the end. */
bool kept_lines_take(struct text *content, struct text *line);
/*
 * Replaces the lines that begin with `key` by one of the key and the rest, at the end of the file;
 * with NULL, removes them. Keeps at most `most` lines, the last ones; 0 for no limit.
 */
bool kept_lines_replace(const char *name, const char *key, const char *rest, size_t most,
                        struct error *error);

#endif
