/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The claims that pass the filters, for other programs, handed on row by row.
 */
#ifndef TRADESCOPE_REPORT_CLAIMS_REPORT_H
#define TRADESCOPE_REPORT_CLAIMS_REPORT_H

#include "base/sink.h"
#include "model/model.h"
#include "report/cell.h"

/* RFC 4180 with LF: a header, then a record a row; fields are quoted where they must be. */
void claims_report_csv(struct sink *out, struct model *model, cell_writer *write_cell);
/* An array of objects; numbers are numbers, what is not stated is null. */
void claims_report_json(struct sink *out, struct model *model);

#endif
