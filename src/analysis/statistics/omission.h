/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows that a sum leaves out. */
#ifndef TRADESCOPE_ANALYSIS_STATISTICS_OMISSION_H
#define TRADESCOPE_ANALYSIS_STATISTICS_OMISSION_H

#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"
#include "data/value/unit.h"

/* Rows that are left out of a sum, and why. */
struct omission {
    const char *reason; /* follows "3 rows": "by mode of transport, beside the row for all modes" */
    double value;       /* their sum in the base unit; NAN if they state none */
    const uint32_t *rows; /* ascending */
    size_t row_count;
};

/*
 * Appends "1,164 rows on products within others that are added ($644.98bn); 2 rows ..."; nothing if
 * there are none.
 */
void omissions_write(struct buffer *out, const struct omission *omissions, size_t count,
                     struct unit unit);

#endif
