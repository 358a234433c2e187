/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the command `write` writes: the focused pane or page, as it is shown. */
#ifndef TRADESCOPE_REPORT_SHOWN_PAGE_H
#define TRADESCOPE_REPORT_SHOWN_PAGE_H

#include "base/error.h"
#include "base/sink.h"
#include "report/report_table.h"
#include "report/report_format.h"
#include "view/workspace.h"

struct shown_page {
    struct report_table table;
    enum report_format format;
    bool has_rows; /* the rows of a file, which are written record by record */
};

/* Detects the format by the ending of a file name: REPORT_ENDINGS, and .bib and .ris for the
 * sources.
 */
bool report_format_of_file(const char *path, enum report_format *format);
/* The endings, for messages. */
#define REPORT_ENDINGS ".csv, .tsv, .json, .md, .html or .txt"

/*
 * Takes what is shown. Returns false, with the reason, if it cannot be written in the format. The
 * caller releases it either way.
 */
bool shown_page_make(struct shown_page *page, struct workspace *workspace,
                     enum report_format format, struct error *error);
/* Stops if the sink fails. */
void shown_page_write(struct sink *out, const struct shown_page *page, struct workspace *workspace);
void shown_page_release(struct shown_page *page);

/* The rows of the file that Rows shows, as the export of CSV or JSON has them. */
void report_rows(struct sink *out, struct model *model, enum report_format format);

#endif
