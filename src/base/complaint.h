/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The one way to standard error. A message may quote a file, the command line or the environment,
 * so all of it is made visible on its way out.
 */
#ifndef TRADESCOPE_BASE_COMPLAINT_H
#define TRADESCOPE_BASE_COMPLAINT_H

#include "base/error.h"

/* Writes one line; a line break in what is said becomes a blank. */
void complain(const char *format, ...) __attribute__((format(printf, 1, 2)));
/* Writes the lines of a text that the program has put together from lines. */
void complain_lines(const char *text);
/* Writes an error behind the name of the program. */
void complain_of(const struct error *error);

#endif
