/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The report without a template: a template that is built in, in Markdown and in HTML. */
#ifndef TRADESCOPE_REPORT_REPORT_DEFAULT_H
#define TRADESCOPE_REPORT_REPORT_DEFAULT_H

extern const char report_default_markdown[], report_default_html[];

#endif
