/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the shells ask when Tab is pressed behind `tradescope`.
 */
#ifndef TRADESCOPE_SHELL_COMPLETION_H
#define TRADESCOPE_SHELL_COMPLETION_H

#include <stddef.h>

#include "base/buffer.h"

/*
 * Words are those of a command line behind the name of the program, without the shell's quoting;
 * the last, which may be empty, is being typed. Writes a line for each word that may stand in its
 * place: the word, a tab, a remark. The line "files", without a tab, stands for the names of files.
 * No line has control characters or other signs that a terminal would obey.
 *
 * Of the files on the line only regular ones are opened, and no more than their first rows are
 * read.
 */
void shell_completion_write(struct buffer *out, const char *const *words, size_t count);

#endif
