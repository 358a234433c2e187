/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers the shell when Tab is pressed after `tradescope`. */
#ifndef TRADESCOPE_SHELL_COMPLETION_H
#define TRADESCOPE_SHELL_COMPLETION_H

#include <stddef.h>

#include "base/buffer.h"

/*
 * `words` are those of a command line behind the program name, without the shell's quoting; the
 * last, which may be empty, is being typed. Writes a line for each possible word: the word, a tab,
 * a remark. The line "files", without a tab, stands for file names. No line has control characters
 * or other signs that a terminal would interpret.
 *
 * Opens only regular files of the command line, and reads no more than their first rows.
 */
void shell_completion_write(struct buffer *out, const char *const *words, size_t count);

#endif
