/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The sources of the claims that are shown, in the forms that programs for references read; and the
 * checks as ClaimReview of schema.org. What is not stated is left out, and nothing is made up.
 */
#ifndef TRADESCOPE_REPORT_CITATIONS_H
#define TRADESCOPE_REPORT_CITATIONS_H

#include "base/sink.h"
#include "report/report_format.h"
#include "view/workspace.h"

bool citations_is_format(enum report_format format);
/* Each source once, in the order of the rows. Stops if the sink fails. */
void citations_write(struct sink *out, struct workspace *workspace, enum report_format format);

#endif
