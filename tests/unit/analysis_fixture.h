/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Claims and their analysis, for the tests of src/analysis. A test adds rows to the data set and
 * calls observe(). Other results are stored here.
 */
#ifndef TRADESCOPE_TESTS_ANALYSIS_FIXTURE_H
#define TRADESCOPE_TESTS_ANALYSIS_FIXTURE_H

#include "analysis/claims/audit.h"
#include "analysis/claims/balance.h"
#include "analysis/claims/verdict.h"

#include <stdlib.h>

#include "analysis_check.h"
#include "dataset_builder.h"

struct fixture {
    struct dataset dataset; /* without rows at first */
    struct observation_list observations;
    struct arena arena;
    struct audit audit;
    struct balance balance;
    struct path path;
    struct verdict verdict;
};

static const struct pair india_russia = {.reporter = {"India", 5}, .partner = {"Russia", 6}};

static inline int set_up(void **state)
{
    struct fixture *fixture = xcalloc(1, sizeof *fixture);
    build_dataset(&fixture->dataset);
    *state = fixture;
    return 0;
}

static inline int tear_down(void **state)
{
    struct fixture *fixture = *state;
    audit_release(&fixture->audit);
    arena_release(&fixture->arena);
    observation_list_release(&fixture->observations);
    dataset_release(&fixture->dataset);
    free(fixture);
    return 0;
}

/* Makes the observations of all rows again. */
static inline const struct observation_list *observe(struct fixture *fixture)
{
    struct row_set rows = row_set_all(table_row_count(fixture->dataset.table));
    observation_list_release(&fixture->observations);
    fixture->observations = observation_list_make(&fixture->dataset, NULL, &rows);
    row_set_release(&rows);
    return &fixture->observations;
}

#endif
