/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Opens and closes files, and creates and releases the model. Files are loaded one after the other;
 * once the kind of a file is known, its rows join those of others or stay separate.
 */
#ifndef TRADESCOPE_MODEL_OPENING_H
#define TRADESCOPE_MODEL_OPENING_H

#include "base/error.h"
#include "model/model.h"

/*
 * Reads the list of countries, and starts to load the files, or the shipped
 * file if `count` is 0. `layout` is what the user said about the files. Takes what the first file
 * has at once; model_absorb() continues. Errors are listed as problems.
 */
void model_start(struct model *model, const char *const *paths, size_t count,
                 struct load_hints layout);
void model_release(struct model *model);
/*
 * Returns the list of products, read when first asked for; NULL, with a message, if it cannot be
 * read.
 */
const struct hs_list *model_products(struct model *model);
/* The name of a product as hs_find() returns it; NULL if there is no list. */
const char *model_product_name(struct model *model, struct text code, enum hs_level *level);
/* Drops the files that were not started. */
void model_drop_pending(struct model *model);
/* Decides where the rows of the file being loaded go, once its kind is known. */
void model_place_file(struct model *model);
/* Finishes the file being loaded: joins its rows to those of others, and starts the next. */
void model_take_file(struct model *model);
/* Adds new problems of a separate file to the problems of all files. */
void model_report_problems(struct model *model);
/*
 * Starts to load another file. When it is complete, a message reports on it; it is closed again if
 * it has no rows. Refused if it is already open, or another one is being loaded.
 */
bool model_open_file(struct model *model, const char *path, struct error *error);
/*
 * Closes a file by its path, or its name without the directory. The only open file cannot be
 * closed.
 */
bool model_close_file(struct model *model, const char *name, struct error *error);

/* If the file has no rows, sets a message that says why. Returns false if the file was refused. */
bool model_say_why_empty(struct model *model, size_t file);

#endif
