/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The output of --check: what is wrong with the files. */
#ifndef TRADESCOPE_REPORT_CHECK_REPORT_H
#define TRADESCOPE_REPORT_CHECK_REPORT_H

#include "model/model.h"

/* Appends why files are shown as plain tables. Returns false if none is. */
bool report_remarks(struct buffer *out, const struct model *model);
/*
 * Appends decisions made in reading, and skipped records, one line each behind the prefix. They
 * are not problems, but worth knowing.
 */
void report_notes(struct buffer *out, const struct model *model, const char *prefix);
/* Appends what may be wrong with the sums of the chosen trade, one line each behind the prefix. */
void report_doubts(struct buffer *out, const struct model *model, const char *prefix);
/* Appends why sums of the chosen trade are not made. Returns true if there are any reasons. */
bool report_refusals(struct buffer *out, const struct model *model, const char *prefix);
/* Appends these remarks and notes and all problems of the files. Returns false if nothing is wrong
 * with them. */
bool report_check_files(struct buffer *out, const struct model *model);
/* Appends the checks of the claims that did not come out well. Returns true if one is a conflict.
 */
bool report_check_claims(struct buffer *out, struct model *model);

#endif
