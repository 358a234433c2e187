/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/sum_identity.h"

#include "base/buffer.h"

#include <stdlib.h>
#include <string.h>

static char *kind_of_sum(const struct dataset *dataset, size_t row)
{
    struct buffer kind = {0};
    buffer_append_text(&kind, dataset_text(dataset, row, FIELD_SOURCE));
    buffer_putc(&kind, '\n');
    buffer_append_text(&kind, dataset_text(dataset, row, FIELD_FLOW));
    return buffer_take(&kind);
}

struct sum_identity sum_identity_of(const struct dataset *dataset, size_t row)
{
    return (struct sum_identity){kind_of_sum(dataset, row), dataset_claim(dataset, row).period};
}

size_t sum_identity_find(const struct sum_identity *name, const struct dataset *dataset,
                         size_t first)
{
    size_t rows = table_row_count(dataset->table), found = NO_ROW;
    for (size_t row = first; row < rows; row++) {
        struct period period = dataset_claim(dataset, row).period;
        bool is_same = period_is_equal(period, name->period);
        if (!is_same && (found != NO_ROW || !period_overlaps(period, name->period)))
            continue;
        char *kind = kind_of_sum(dataset, row);
        if (strcmp(kind, name->kind) == 0)
            found = row;
        free(kind);
        if (is_same && found == row)
            return row;
    }
    return found;
}

void sum_identity_release(struct sum_identity *name)
{
    free(name->kind);
    *name = (struct sum_identity){0};
}
