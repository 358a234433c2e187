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
#include "view/workspace.h"

enum report_format {
    REPORT_TEXT,
    REPORT_CSV,
    REPORT_CSV_SAFE, /* as cell_write_csv_safe(); no file name asks for it */
    REPORT_JSON,
    REPORT_MARKDOWN,
    REPORT_FORMAT_COUNT
};

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
/*
 * The explanation of every number whose name begins with `name` ("coverage", "required growth").
 * False, as misuse, where none does.
 */
bool report_explain(struct buffer *out, struct workspace *workspace, const char *name, int width,
                    struct error *error);
#endif
