/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The output of --verify: the quotes of claims, compared with their articles.
 */
#ifndef TRADESCOPE_REPORT_VERIFY_REPORT_H
#define TRADESCOPE_REPORT_VERIFY_REPORT_H

#include <stdbool.h>

#include "base/buffer.h"
#include "base/error.h"
#include "model/model.h"

/*
 * Appends a line for each claim that is shown and has a quote, then how many quotes came out how.
 * The articles are in `folder`; if it is NULL, in the folder `sources` beside each claims file.
 * *is_bad is true if a quote is altered, not found, or of no article. False with the reason if
 * there is no quote to verify, or a folder or article cannot be read.
 */
bool report_verify(struct buffer *out, struct model *model, const char *folder, bool *is_bad,
                   struct error *error);

#endif
