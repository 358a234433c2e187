/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Changes of the choices. Each is one step of undo, and the results are computed again. A filter
 * that cannot be parsed is refused with the reason, and so is a sort by an unknown column.
 */
#ifndef TRADESCOPE_MODEL_CHOICE_CHANGES_H
#define TRADESCOPE_MODEL_CHOICE_CHANGES_H

#include "base/error.h"
#include "model/model.h"

/*
 * Adds a filter, which must be valid, and finds the rows. Returns false, with a message, if
 * cancelled.
 */
bool model_add_filter(struct model *model, const char *source);
/* Checks and adds a filter. Computes no results and sets no message unless cancelled. */
bool model_narrow(struct model *model, const char *source, struct error *error);
bool model_replace_filter(struct model *model, size_t index, const char *source,
                          struct error *error);
void model_remove_filter(struct model *model, size_t index);
void model_toggle_filter(struct model *model, size_t index);
void model_move_filter(struct model *model, size_t index, bool is_upward);
bool model_sort(struct model *model, const char *column, bool descends, struct error *error);
/* Sets a message if no figure and no row is on the pair. */
void model_choose_pair(struct model *model, const char *reporter, const char *partner);
/* Accepts "India:Russia", with any names of the countries. */
bool model_choose_named_pair(struct model *model, struct text names, struct error *error);
/* Accepts a code of the Harmonized System, or a word of the files; NULL or "all" for all goods. */
void model_choose_product(struct model *model, const char *product);
/* The same. Returns false if no open file states products. */
bool model_choose_named_product(struct model *model, const char *product, struct error *error);
/*
 * Accepts "2010..2023", which replaces the last filter on the period, or a frequency: "months";
 * "all" for all periods, by years.
 */
bool model_choose_period(struct model *model, const char *text, struct error *error);
/* True for "months" and other frequencies. */
bool model_is_frequency(const char *text);
/* Accepts "exports=+20%,imports=-2%", or "off". */
bool model_set_scenario(struct model *model, const char *text, struct error *error);
/*
 * Accepts "target", "half-balance" or "coverage=25%", then "imports=flat" or "exports=+3%" for the
 * other flow. A message says what growth it requires, which becomes the scenario.
 */
bool model_seek(struct model *model, const char *text, struct error *error);
bool model_undo(struct model *model);
bool model_redo(struct model *model);
/* Sets a message with the number of rows that pass, and the note on the last filter. */
void model_set_count_message(struct model *model, bool is_of_file);
/* Sets a message that says why no row is left after the filter. */
void model_set_nothing_message(struct model *model, const char *filter);

#endif
