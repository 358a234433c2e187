/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The modes that write something and end. Functions that return a number return the exit status. */
#ifndef TRADESCOPE_BATCH_H
#define TRADESCOPE_BATCH_H

#include "base/buffer.h"
#include "base/error.h"
#include "model/model.h"
#include "options.h"

enum { EXIT_DONE = 0, EXIT_PROBLEMS = 1, EXIT_MISUSE = 2 };

/* Runs the mode on loaded files to which the options were applied. */
int batch_run(struct model *model, const struct options *options, enum mode mode,
              struct error *error);
/* Runs --extract, whose files are articles, so that no model is made. */
int batch_extract(const struct options *options, struct error *error);

/* Complains of the error. */
int batch_fail(const struct error *error);
/* Complains of the first problem, and says how many there are. */
int batch_warn_of_problems(const struct model *model, enum mode mode);
/* Writes text for a reader. */
int batch_put(struct buffer *text);

#endif
