/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Explains as text how numbers were derived. */
#ifndef TRADESCOPE_REPORT_EXPLAIN_REPORT_H
#define TRADESCOPE_REPORT_EXPLAIN_REPORT_H

#include "base/error.h"
#include "model/model.h"

/*
 * Finds the numbers whose names begin with `name`. Returns false, as misuse, if there is none. The
 * caller releases the index either way; it lives as long as the analysis.
 */
bool explain_find(struct number_index *found, struct model *model, const char *name,
                  struct error *error);
/*
 * Appends the explanation of each number whose name begins with `name` ("coverage", "required
 * growth"). Returns false, as misuse, if there is none.
 */
bool report_explain(struct buffer *out, struct model *model, const char *name, int width,
                    bool ascii, struct error *error);

#endif
