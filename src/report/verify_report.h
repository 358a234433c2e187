/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The quotes of claims, compared with their articles: the output of --verify, and a part of that of
 * --check.
 */
#ifndef TRADESCOPE_REPORT_VERIFY_REPORT_H
#define TRADESCOPE_REPORT_VERIFY_REPORT_H

#include <stdbool.h>

#include "base/buffer.h"
#include "base/error.h"
#include "model/model.h"

/*
 * Appends a line for each claim that is shown and has a quote, then how many quotes came out how;
 * or, as a record, the CSV file of quote_record.h. *is_altered is true if a quote is altered, not
 * found, or of no article. False with the reason if there is no quote to verify, or a folder or
 * article cannot be read.
 */
bool report_verify(struct buffer *out, struct model *model, bool is_record, bool *is_altered,
                   struct error *error);
/*
 * The same for --check: only quotes that are ambiguous, altered or not found are listed. Nothing is
 * said of claims without an article, unless the user named the folder. Returns true if a quote is
 * altered or not found, or an article cannot be read.
 */
bool report_check_quotes(struct buffer *out, struct model *model);

#endif
