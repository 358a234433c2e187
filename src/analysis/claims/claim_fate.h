/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Why a claim is not added to a sum. */
#ifndef TRADESCOPE_ANALYSIS_CLAIMS_CLAIM_FATE_H
#define TRADESCOPE_ANALYSIS_CLAIMS_CLAIM_FATE_H

enum claim_fate {
    CLAIM_ADDED,
    CLAIM_TARGET,
    CLAIM_FORECAST,
    CLAIM_UNDATED,
    CLAIM_MEASURE,
    CLAIM_AGAIN,
    CLAIM_FLOW,
    CLAIM_PRODUCT,
    CLAIM_PARTNER,
    CLAIM_GROUP,
    CLAIM_SHORTER,
    CLAIM_FATE_COUNT,
};

/* Returns "repeating an observation", which continues "3 rows". */
const char *claim_fate_reason(enum claim_fate fate);

#endif
