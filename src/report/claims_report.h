/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Exports the rows that pass the filters, record by record. Opening the export gives the same kind
 * of file with the same sums.
 */
#ifndef TRADESCOPE_REPORT_CLAIMS_REPORT_H
#define TRADESCOPE_REPORT_CLAIMS_REPORT_H

#include "base/sink.h"
#include "report/cell.h"
#include "report/export_files.h"

/* RFC 4180 with LF: a header, then one record per row; fields are quoted if necessary. */
void claims_report_csv(struct sink *out, struct export_files *files, cell_writer *write_cell);
/*
 * An array of objects. Numbers keep the digits of the file; a value that is not stated is null. If
 * rows were not read, each object has a field that says how much.
 */
void claims_report_json(struct sink *out, struct export_files *files, struct unread unread);

#endif
