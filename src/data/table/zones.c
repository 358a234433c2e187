/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Zones of codes are computed when they are full, while their rows are in the cache; those of
 * numbers, and the last zone, when they are requested. A full zone never changes; the last one is
 * computed again after rows were added.
 */
#include "config.h"

#include "base/array.h"
#include "base/parallel.h"
#include "data/table/column.h"

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

/*
 * A loop for each width, as zones are computed while the user waits for the first filter. The block
 * of codes has a fixed size so that compilers vectorise the loop. Subtracting 1 wraps code 0
 * (empty) to the maximum, so that it never becomes the minimum.
 */
#define CODES_AT_A_TIME 64
#define LEARN_CODES(type, codes, count)                  \
    for (size_t i = 0; i < (count); i++) {               \
        type code = (codes)[i], less = (type)(code - 1); \
        before = less < before ? less : before;          \
        least = code < least ? code : least;             \
        most = code > most ? code : most;                \
    }
#define ZONE_OF(type)                                                  \
    static struct zone zone_of_##type(const type *codes, size_t count) \
    {                                                                  \
        type before = (type)-1, least = (type)-1, most = 0;            \
        for (; count >= CODES_AT_A_TIME; count -= CODES_AT_A_TIME) {   \
            LEARN_CODES(type, codes, CODES_AT_A_TIME)                  \
            codes += CODES_AT_A_TIME;                                  \
        }                                                              \
        LEARN_CODES(type, codes, count)                                \
        if (!most)                                                     \
            return (struct zone){INFINITY, -INFINITY, least == 0};     \
        return (struct zone){(double)before + 1, most, least == 0};    \
    }
ZONE_OF(uint8_t)
ZONE_OF(uint16_t)
ZONE_OF(uint32_t)

static struct zone zone_of_constant(uint32_t code)
{
    if (code)
        return (struct zone){code, code, false};
    return (struct zone){INFINITY, -INFINITY, true};
}

static struct zone zone_of_codes(struct codes codes, size_t first, size_t count)
{
    switch (codes.width) {
    case 1:
        return zone_of_uint8_t((const uint8_t *)codes.codes + first, count);
    case 2:
        return zone_of_uint16_t((const uint16_t *)codes.codes + first, count);
    case 4:
        return zone_of_uint32_t((const uint32_t *)codes.codes + first, count);
    default:
        return zone_of_constant(codes.constant);
    }
}

struct learning {
    struct column *column;
    struct codes codes;
    size_t first, rows; /* first row of the zone, and number of rows */
};

static void learn_zones(void *context, size_t worker, size_t first, size_t last)
{
    struct learning *learning = context;
    struct column *column = learning->column;
    (void)worker;
    for (size_t row = learning->first + first; row < learning->first + last; row += ZONE_ROWS) {
        size_t count = learning->rows - row < ZONE_ROWS ? learning->rows - row : ZONE_ROWS;
        column->zones[row / ZONE_ROWS] =
            column->storage == STORED_NUMBERS
                ? zone_of_numbers((const double *)column->cells.data + row, count)
                : zone_of_codes(learning->codes, row, count);
    }
}

static void reserve_zones(struct column *column, size_t rows)
{
    ARRAY_RESERVE(column->zones, (rows + ZONE_ROWS - 1) / ZONE_ROWS, column->zone_capacity);
}

void column_fill_zones(struct column *column, size_t rows)
{
    size_t first = column->zone_rows / ZONE_ROWS * ZONE_ROWS, full = rows / ZONE_ROWS * ZONE_ROWS;
    struct learning learning = {column, column_codes(column), first, full};
    if (full <= first || column->storage != STORED_CODES)
        return;
    reserve_zones(column, full);
    learn_zones(&learning, 0, 0, full - first);
    column->zone_rows = column->zone_rows > full ? column->zone_rows : full;
}

void column_learn_zones(struct column *column, struct codes codes, size_t rows)
{
    struct learning learning = {column, codes, column->zone_rows / ZONE_ROWS * ZONE_ROWS, rows};
    reserve_zones(column, rows);
    if (column->zone_rows < rows)
        parallel_for(rows - learning.first, ZONE_ROWS, learn_zones, &learning, NULL, NULL);
    column->zone_rows = rows;
}
