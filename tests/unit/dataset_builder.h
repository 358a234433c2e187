/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Data sets for unit tests, row by row:
 *
 *     struct dataset dataset;
 *     build_dataset(&dataset);
 *     build_row(&dataset, CELLS([FIELD_KIND] = "figure", [FIELD_VALUE] = "4.26", ...));
 *     ...
 *     dataset_release(&dataset);
 */
#ifndef TRADESCOPE_TESTS_DATASET_BUILDER_H
#define TRADESCOPE_TESTS_DATASET_BUILDER_H

#include "data/load/dataset.h"

#define CELLS(...) ((const char *const[FIELD_COUNT]){__VA_ARGS__})

/* Makes a data set without rows, with a column for each field. */
void build_dataset(struct dataset *dataset);
/* Adds a row. Cells that are NULL stay empty. Fails if a cell cannot be read. Returns the row. */
size_t build_row(struct dataset *dataset, const char *const cells[FIELD_COUNT]);
/* Adds a figure of India's trade with Russia; `qualifier` may be NULL. */
size_t build_trade(struct dataset *dataset, const char *period, const char *flow, const char *value,
                   const char *unit, const char *qualifier);
/*
 * Adds the statements of the five articles on India's trade with Russia, and two rows on other
 * matters.
 */
void build_example(struct dataset *dataset);

#endif
