/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How numbers were derived, as text.
 */
#ifndef TRADESCOPE_REPORT_EXPLAIN_REPORT_H
#define TRADESCOPE_REPORT_EXPLAIN_REPORT_H

#include "base/error.h"
#include "model/model.h"

/*
 * Appends the explanation of every number whose name begins with `name` ("coverage", "required
 * growth"). False, as misuse, if there is none.
 */
bool report_explain(struct buffer *out, struct model *model, const char *name, int width,
                    bool ascii, struct error *error);

#endif
