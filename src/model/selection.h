/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The selected claim, shared by all panes. */
#ifndef TRADESCOPE_MODEL_SELECTION_H
#define TRADESCOPE_MODEL_SELECTION_H

#include <stdbool.h>
#include <stddef.h>

#include "model/sum_identity.h"

struct selection {
    size_t row;              /* a claim; NO_ROW if nothing is shown */
    struct sum_identity sum; /* the user selected this sum, which does not exist at the moment */
    bool is_by_user;         /* if false, another claim may replace it while rows are loaded */
    bool is_kept;            /* keep it if the row still passes the filters */
    bool is_settled;         /* it was chosen among the current rows */
};

#endif
