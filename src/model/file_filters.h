/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Applies filters to each open file. Claims, statistics and plain tables have different columns. A
 * filter that no file can answer is refused; in a file that cannot answer it, no row passes.
 */
#ifndef TRADESCOPE_MODEL_FILE_FILTERS_H
#define TRADESCOPE_MODEL_FILE_FILTERS_H

#include "base/error.h"
#include "model/model.h"
#include "query/language/expression.h"

/* Returns the derived columns for filters; computed when a filter first uses them. */
const struct query_facts *model_facts(struct model *model);
/* Parses a filter for the claims and their derived columns. Returns NULL with the reason. */
struct expression *model_parse(struct model *model, const char *source, struct query_error *error);
/*
 * Parses the filter for one data set, that of the claims or a separate one. Returns NULL, with the
 * reason, if the data set lacks a column of the filter.
 */
struct expression *model_filter_of(struct model *model, const struct dataset *dataset,
                                   const char *source, struct query_error *error);
/* Returns false, with the reason, if no open file can answer the filter. */
bool model_check_filter(struct model *model, const char *source, struct error *error);
/* True if a file of claims is open, or one being loaded may turn out to be one. */
bool model_may_have_claims(const struct model *model);
/* True if it tests a fact that depends on all figures together, including sums, such as `agree`. */
bool model_filter_asks_facts(struct model *model, const char *source);
/*
 * Returns the part of the filter that applies to sums of rows that passed it: pair, flow and
 * period. NULL if there is none.
 */
struct expression *model_filter_of_sums(struct model *model, const char *source);
/*
 * Appends the files that cannot answer the filter, so that none of their rows is shown; nothing if
 * there are none.
 */
void model_write_unanswered(struct model *model, const char *source, struct buffer *out);

#endif
