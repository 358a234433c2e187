/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What is shown, written for other programs and for readers. Where the sink fails, the rest is not
 * made; sink_finish() is the caller's.
 */
#ifndef TRADESCOPE_REPORT_REPORT_H
#define TRADESCOPE_REPORT_REPORT_H

#include <stdbool.h>

#include "base/error.h"
#include "base/sink.h"
#include "report/report_format.h"
#include "view/workspace.h"

/* By the ending of a file name: .txt .csv .json .md. */
bool report_format_of_file(const char *path, enum report_format *format);

/*
 * CSV and JSON hold the claims that pass the filters, in the order of the file, with every column
 * of the file under its own name; text and Markdown hold the panes.
 */
void report_make(struct sink *out, struct workspace *workspace, enum report_format format);
/*
 * One pane as plain text `width` cells wide; with PANE_COUNT all that a reader needs: the headline
 * and every pane, Problems only where there are some. Source alone holds the quote of every row
 * that is shown.
 */
void report_panes(struct sink *out, struct workspace *workspace, enum pane pane, int width);
#endif
