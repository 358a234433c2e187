/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "view/draw/money_cell.h"

#include "data/value/decimal.h"

#include <math.h>

#define PLACES 2
#define LEAST 10 /* the largest amount is at least this many units */
#define MILLION 1e6

struct unit money_cell_unit(struct unit unit, double largest)
{
    return unit_for_reading(unit, fmin(fabs(largest) / LEAST, MILLION), LEAST);
}

void money_cell_write(struct line *line, double amount, struct unit unit)
{
    struct buffer text = {0};
    if (isnan(amount))
        buffer_puts(&text, "-");
    else
        decimal_format(&text, amount / unit.scale, PLACES);
    line_add_right(line, ROLE_PLAIN, buffer_text(&text), MONEY_CELL_CELLS);
    buffer_release(&text);
}
