/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shared by table.h and column.h: types of columns, codes of a whole column, zones. */
#ifndef TRADESCOPE_DATA_TABLE_COLUMN_TYPES_H
#define TRADESCOPE_DATA_TABLE_COLUMN_TYPES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum column_type { COLUMN_TEXT, COLUMN_NUMBER, COLUMN_PERIOD };

#define NO_COLUMN ((size_t)-1)
#define NO_ROW ((size_t)-1)

/* The codes of a whole column. */
struct codes {
    const void *codes; /* one per row, of `width` bytes; NULL if all rows have `constant` */
    unsigned width;    /* 1, 2 or 4; 0 for a constant column */
    uint32_t constant;
};

static inline uint32_t codes_at(struct codes codes, size_t row)
{
    switch (codes.width) {
    case 1:
        return ((const uint8_t *)codes.codes)[row];
    case 2:
        return ((const uint16_t *)codes.codes)[row];
    case 4:
        return ((const uint32_t *)codes.codes)[row];
    default:
        return codes.constant;
    }
}

/* The range of a column in a block of rows: a test that cannot hold there skips the block. */
#define ZONE_ROWS ((size_t)65536)
struct zone {
    double least, most; /* numbers, or codes; least > most if all are missing */
    bool has_missing;
};

#endif
