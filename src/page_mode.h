/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The modes that write a page as a table: --print of one, and --export with it. */
#ifndef TRADESCOPE_PAGE_MODE_H
#define TRADESCOPE_PAGE_MODE_H

#include "options.h"
#include "output.h"

/*
 * Makes the report, which is written only if all assertions in it hold; the others are complained
 * of, and *is_false is true. Returns false, with the reason and the output not open, if there is no
 * report to write.
 */
bool report_mode_write(struct output *output, struct workspace *workspace,
                       const struct options *options, bool *is_false, struct error *error);
/* True if a table is to be written, and not the rows for other programs or a pane as drawn. */
bool page_mode_is_chosen(const struct options *options);
/*
 * Writes the page to an output that this opens, and the caller closes. What a format has no room
 * for goes to standard error. Returns false, with the reason and the output not open, if there is
 * no such page.
 */
bool page_mode_write(struct output *output, struct workspace *workspace,
                     const struct options *options, struct error *error);

#endif
