/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Writes what is shown, for other programs and for readers. Stops if the sink fails. The caller
 * calls sink_finish().
 */
#ifndef TRADESCOPE_REPORT_REPORT_H
#define TRADESCOPE_REPORT_REPORT_H

#include <stdbool.h>

#include "base/error.h"
#include "base/sink.h"
#include "report/report_format.h"
#include "view/workspace.h"

/* Detects the format by the extension of a file name: .txt .csv .json .md. */
bool report_format_of_file(const char *path, enum report_format *format);

/*
 * CSV and JSON have the claims that pass the filters, in file order, with all columns of the file
 * under their own names; text and Markdown have the panes.
 */
void report_make(struct sink *out, struct workspace *workspace, enum report_format format);
/*
 * Writes one pane as plain text, `width` cells wide; with PANE_COUNT the headline and all panes,
 * Problems only if there are any. The pane Source alone has the quote of each shown row.
 */
void report_panes(struct sink *out, struct workspace *workspace, enum pane pane, int width);
#endif
