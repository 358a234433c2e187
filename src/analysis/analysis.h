/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * All that is worked out from the rows that pass the filters, made anew whenever these change.
 */
#ifndef TRADESCOPE_ANALYSIS_ANALYSIS_H
#define TRADESCOPE_ANALYSIS_ANALYSIS_H

#include "analysis/audit.h"
#include "analysis/balance.h"
#include "analysis/observation.h"
#include "analysis/pair.h"
#include "analysis/path.h"
#include "analysis/verdict.h"

struct analysis {
    struct arena arena;
    struct pair pair;
    struct observation_list observations;
    struct balance balance;
    struct path path;
    struct verdict verdict;
    struct audit audit; /* empty until analysis_audit() */
    bool is_audited;
};

/* `pair` may be NULL or empty: the pair with most figures is taken. */
void analysis_make(struct analysis *analysis, const struct dataset *dataset,
                   const struct country_list *countries, const struct row_list *rows,
                   const struct pair *pair);
void analysis_release(struct analysis *analysis);
/*
 * The audit of the rows, made at the first call: it takes a while where rows are many, and only
 * Checks asks for it. Data set and countries are those of analysis_make().
 */
const struct audit *analysis_audit(struct analysis *analysis, const struct dataset *dataset,
                                   const struct country_list *countries);

/* Every number that the panes show, in their order, each once; owned by the analysis. */
struct number_index {
    const struct derivation **items;
    size_t count, capacity;
};
struct number_index number_index_make(const struct analysis *analysis);
void number_index_release(struct number_index *index);

#endif
