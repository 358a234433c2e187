/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A report: a text with fields in double braces, tradescope-report(5), that are replaced by
 * numbers, tables, charts, quotes and notes. Assertions in it fail when a number no longer holds.
 */
#ifndef TRADESCOPE_REPORT_TRADE_REPORT_H
#define TRADESCOPE_REPORT_TRADE_REPORT_H

#include "base/error.h"
#include "view/workspace.h"

struct report_request {
    const char *template_path; /* NULL for the one that is built in */
    bool is_html;        /* of the latter: HTML, not Markdown. A template says it by its name */
    const char *command; /* how the report was asked for; NULL if that is not known */
};

/*
 * Appends the report. Each assertion that does not hold appends a line to `failures`, and the
 * report is of no use then. Returns false, with file and line, if the template cannot be read or a
 * field is not understood.
 */
bool trade_report_make(struct buffer *out, struct workspace *workspace,
                       const struct report_request *request, struct buffer *failures,
                       struct error *error);
/* True for a name that ends in .html or .htm. */
bool report_is_html(const char *path);

#endif
