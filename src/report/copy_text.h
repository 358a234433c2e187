/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the command `copy` copies: something that can be pasted into a text and checked by its
 * reader. A claim is its quote with speaker, title, publisher, date and link; a figure of
 * statistics a sentence with its source and file; a computed number has its formula and inputs; a
 * row of a file its line.
 */
#ifndef TRADESCOPE_REPORT_COPY_TEXT_H
#define TRADESCOPE_REPORT_COPY_TEXT_H

#include "base/error.h"
#include "view/workspace.h"

/*
 * Appends the text for the item at the cursor, and to `what` its name: "the quote of 003". Returns
 * false if nothing is selected.
 */
bool copy_text_make(struct buffer *out, struct buffer *what, struct workspace *workspace,
                    struct error *error);

#endif
