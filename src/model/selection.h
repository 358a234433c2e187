/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The selected claim: one for all panes.
 */
#ifndef TRADESCOPE_MODEL_SELECTION_H
#define TRADESCOPE_MODEL_SELECTION_H

#include <stdbool.h>
#include <stddef.h>

#include "model/sum_identity.h"

struct selection {
    size_t row;              /* a claim; NO_ROW where nothing is shown */
    struct sum_identity sum; /* the user selected this sum, which is not made at present */
    bool is_by_user;         /* else another may take its place while rows are still loaded */
    bool is_kept;            /* stays if the row still passes the filters */
    bool is_settled;         /* it was chosen among the rows that pass now */
};

#endif
