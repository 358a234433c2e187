/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a filter means to each of the files that are open. Claims, statistics and plain tables have
 * different columns: a filter that no file can answer is refused, and of a file that cannot answer
 * one no row passes it.
 */
#ifndef TRADESCOPE_MODEL_FILE_FILTERS_H
#define TRADESCOPE_MODEL_FILE_FILTERS_H

#include "base/error.h"
#include "model/model.h"
#include "query/language/expression.h"

/* The derived columns that filters may use; computed once a filter does. */
const struct query_facts *model_facts(struct model *model);
/* A filter parsed against the claims and their derived columns; NULL with the reason. */
struct expression *model_parse(struct model *model, const char *source, struct query_error *error);
/* The filter for the rows of one data set, that of the claims or one beside them; NULL, with the
 * reason, where these have not what it asks for. */
struct expression *model_filter_of(struct model *model, const struct dataset *dataset,
                                   const char *source, struct query_error *error);
/* False, with the reason, where no file that is open can answer it. */
bool model_check_filter(struct model *model, const char *source, struct error *error);
/* A file of claims is open, or may turn out to be one: what is loaded is not known yet. */
bool model_may_have_claims(const struct model *model);
/* It asks for what is worked out from all figures together, sums among them: `agree`, say. */
bool model_filter_asks_facts(struct model *model, const char *source);
/* What of it sums are asked too, though their rows passed it: their pair, flow and period. NULL for
 * nothing. */
struct expression *model_filter_of_sums(struct model *model, const char *source);
/* Appends which files cannot answer it, so that none of their rows is shown; nothing for none. */
void model_write_unanswered(struct model *model, const char *source, struct buffer *out);

#endif
