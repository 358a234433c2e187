/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The fields of a report that are evidence: quotes, disagreements, notes, how it was made. */
#ifndef TRADESCOPE_REPORT_REPORT_EVIDENCE_H
#define TRADESCOPE_REPORT_REPORT_EVIDENCE_H

#include "report/report_page.h"

report_writer report_write_quote, report_write_quotes, report_write_disagreements,
    report_write_notes, report_write_made;

#endif
