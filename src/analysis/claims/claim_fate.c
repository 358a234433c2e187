/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "analysis/claims/claim_fate.h"

const char *claim_fate_reason(enum claim_fate fate)
{
    static const char *const reasons[CLAIM_FATE_COUNT] = {
        [CLAIM_ADDED] = "",
        [CLAIM_TARGET] = "with targets, beside figures",
        [CLAIM_FORECAST] = "with forecasts, beside figures or targets",
        [CLAIM_UNDATED] = "without a period",
        [CLAIM_MEASURE] = "of another measure, beside values",
        [CLAIM_AGAIN] = "repeating an observation",
        [CLAIM_FLOW] = "on a flow that others contain or add up to",
        [CLAIM_PRODUCT] = "on products that others contain",
        [CLAIM_PARTNER] = "on partners, which the row for World contains",
        [CLAIM_GROUP] = "on groups of countries",
        [CLAIM_SHORTER] = "on periods that others contain",
    };
    return reasons[fate];
}
