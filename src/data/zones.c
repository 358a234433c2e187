/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Zones are made when they are first asked for. A zone that is full stays as it is; the last one is
 * made anew when rows were added.
 */
#include "config.h"

#include "base/array.h"
#include "data/column.h"

#include <math.h>

static struct zone zone_of_numbers(const double *numbers, size_t count)
{
    struct zone zone = {.least = INFINITY, .most = -INFINITY};
    for (size_t i = 0; i < count; i++) {
        double number = numbers[i];
        zone.least = number < zone.least ? number : zone.least;
        zone.most = number > zone.most ? number : zone.most;
        zone.has_missing |= isnan(number);
    }
    return zone;
}

static struct zone zone_of_codes(struct codes codes, size_t first, size_t count)
{
    uint32_t least = UINT32_MAX, most = 0;
    bool has_missing = false;
    for (size_t row = first; row < first + count; row++) {
        uint32_t code = codes_at(codes, row);
        has_missing |= code == 0;
        least = code && code < least ? code : least;
        most = code > most ? code : most;
    }
    if (!most)
        return (struct zone){INFINITY, -INFINITY, has_missing};
    return (struct zone){least, most, has_missing};
}

void column_learn_zones(struct column *column, struct codes codes, size_t rows)
{
    ARRAY_RESERVE(column->zones, (rows + ZONE_ROWS - 1) / ZONE_ROWS, column->zone_capacity);
    for (size_t row = column->zone_rows / ZONE_ROWS * ZONE_ROWS; row < rows; row += ZONE_ROWS) {
        size_t count = rows - row < ZONE_ROWS ? rows - row : ZONE_ROWS;
        column->zones[row / ZONE_ROWS] =
            column->storage == STORED_NUMBERS
                ? zone_of_numbers((const double *)column->cells.data + row, count)
                : zone_of_codes(codes, row, count);
    }
    column->zone_rows = rows;
}
