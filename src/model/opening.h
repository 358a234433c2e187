/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Opening and closing files, and with them the whole model. Files are loaded one after the other;
 * their rows join those of the others, or stay separate, once their kind is known.
 */
#ifndef TRADESCOPE_MODEL_OPENING_H
#define TRADESCOPE_MODEL_OPENING_H

#include "base/error.h"
#include "model/model.h"

/*
 * Reads the lists of countries, products and formats, and starts to load the files: what is shipped
 * where `count` is 0. `layout` is what the user said about the files. The first is loaded as far as
 * it can be read at once; model_absorb() continues. What cannot be read is among the problems.
 */
void model_start(struct model *model, const char *const *paths, size_t count,
                 struct load_hints layout);
void model_release(struct model *model);
/* Drops the files that were not started. */
void model_drop_pending(struct model *model);
/* Finds the place of the file that is being loaded, once its kind is known. */
void model_place_file(struct model *model);
/* The file that is being loaded is complete: joins its rows to those of the others, and starts the
 * next. */
void model_take_file(struct model *model);
/* Adds what could not be read so far of a separate file to the problems of all files. */
void model_report_problems(struct model *model);
/* Starts to load one more file. A message says what became of it when it is complete; it is closed
 * again if it has no rows. Refused if it is open, or another one is being loaded. */
bool model_open_file(struct model *model, const char *path, struct error *error);
/* By its path, or its name without the folder; the only file that is open stays. */
bool model_close_file(struct model *model, const char *name, struct error *error);

/* Sets a message that says why a file has no rows, if it has none; false for one that was refused.
 */
bool model_say_why_empty(struct model *model, size_t file);

#endif
