/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The only way to standard error. A message may quote a file, the command line or the environment,
 * so its control characters are made visible here.
 */
#ifndef TRADESCOPE_BASE_COMPLAINT_H
#define TRADESCOPE_BASE_COMPLAINT_H

#include "base/error.h"

/* Writes one line. A line break in the message becomes a blank. */
void complain(const char *format, ...) __attribute__((format(printf, 1, 2)));
/* Writes a text of several lines that the program itself composed. */
void complain_lines(const char *text);
/* Writes an error, preceded by the name of the program. */
void complain_of(const struct error *error);

#endif
