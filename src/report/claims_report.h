/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The rows that pass the filters, for other programs, handed on record by record. What is written
 * opens again as what it was, with the same sums.
 */
#ifndef TRADESCOPE_REPORT_CLAIMS_REPORT_H
#define TRADESCOPE_REPORT_CLAIMS_REPORT_H

#include "base/sink.h"
#include "report/cell.h"
#include "report/export_files.h"

/* RFC 4180 with LF: a header, then a record a row; fields are quoted where they must be. */
void claims_report_csv(struct sink *out, struct export_files *files, cell_writer *write_cell);
/* An array of objects; numbers are numbers, with the digits of the file, what is not stated is
 * null. Where rows of the file were not read, each object has a field that says how many. */
void claims_report_json(struct sink *out, struct export_files *files, struct unread unread);

#endif
