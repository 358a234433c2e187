/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The scale of a y axis on rows of cells: ticks at round numbers (1, 2, 2.5 or 5 times a power of
 * ten), each exactly on a row.
 */
#ifndef TRADESCOPE_VIEW_DRAW_SCALE_H
#define TRADESCOPE_VIEW_DRAW_SCALE_H

#include <stdbool.h>
#include <stddef.h>

struct range {
    double low, high;
};

struct scale {
    double low, step; /* the value of the lowest row, and the distance of ticks */
    int rows_per_step;
    int step_count; /* whole steps that fit in the rows */
};

/*
 * Finds a good scale for the range (finite, low < high) on `rows` + 1 rows, with at least two
 * ticks, at least `least_distance` rows apart. Returns false if there is none.
 */
bool scale_find(struct scale *scale, struct range range, int rows, int least_distance);
/* Writes the label of the nth tick, with the decimals that the step needs. */
#define SCALE_LABEL_SIZE 32
void scale_write_label(const struct scale *scale, int n, char label[SCALE_LABEL_SIZE]);

#endif
