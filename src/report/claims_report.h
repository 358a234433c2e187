/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Exports the rows that pass the filters, record by record. Opening the export gives the same kind
 * of file with the same sums.
 */
#ifndef TRADESCOPE_REPORT_CLAIMS_REPORT_H
#define TRADESCOPE_REPORT_CLAIMS_REPORT_H

#include <stdbool.h>

#include "base/sink.h"
#include "report/cell.h"
#include "model/model.h"

/* RFC 4180 with LF: a header, then one record per row; fields are quoted if necessary. */
void claims_report_csv(struct sink *out, struct model *model, cell_writer *write_cell);
/*
 * An array of objects. Numbers keep the digits of the file; a value that is not stated is null. If
 * rows of the file were not read, each object has a field with their number.
 */
void claims_report_json(struct sink *out, struct model *model);

/*
 * Reports on standard error what an export leaves out or ignores: it has the rows of one file of
 * statistics, or of all claims files, for any pair. `has_choice` is true if a pair or product was
 * chosen.
 */
void claims_report_warn(const struct model *model, bool has_choice);

#endif
