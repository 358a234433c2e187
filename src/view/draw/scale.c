/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "view/draw/scale.h"

#include "base/array.h"

#include <math.h>
#include <stdio.h>

/* Returns the cost of too few or too many steps, as a share of the height. */
static double step_penalty(int steps)
{
    static const double penalties[] = {1, 0.35, 0.12, 0.03, 0, 0, 0, 0.03, 0.05};
    int last = (int)ARRAY_LENGTH(penalties) - 1;
    return steps <= last ? penalties[steps] : penalties[last] + 0.02 * (steps - last);
}

/*
 * Finds the scale with this step that spreads the range most over `rows` (the distance from the
 * lowest to the highest row). Returns false if its ticks would be closer than `least` rows.
 */
static bool try_step(struct range range, double step, int rows, int least, struct scale *scale)
{
    double low = floor(range.low / step) * step;
    double steps = (range.high - low) / step;
    double rows_per_step = floor(rows / steps * (1 + 1e-12));
    if (rows_per_step < least)
        return false;
    int distance = rows_per_step < rows ? (int)rows_per_step : rows;
    *scale = (struct scale){low, step, distance, rows / distance};
    return true;
}

bool scale_find(struct scale *best, struct range range, int rows, int least_distance)
{
    static const double mantissas[] = {1, 2, 2.5, 5};
    double best_score = -INFINITY, size = range.high - range.low;
    int exponent = (int)floor(log10(size));
    for (int power = exponent - 2; power <= exponent + 2; power++)
        for (size_t i = 0; i < ARRAY_LENGTH(mantissas); i++) {
            struct scale scale;
            if (!try_step(range, mantissas[i] * pow(10, power), rows, least_distance, &scale))
                continue;
            double used = size / scale.step * scale.rows_per_step / rows;
            double score = used - step_penalty(scale.step_count);
            if (score > best_score) {
                best_score = score;
                *best = scale;
            }
        }
    return best_score > -INFINITY;
}

void scale_write_label(const struct scale *scale, int n, char label[SCALE_LABEL_SIZE])
{
    double value = scale->low + n * scale->step;
    double highest = fmax(fabs(scale->low), fabs(scale->low + scale->step_count * scale->step));
    int decimals = 0;
    for (double step = scale->step; decimals < 5 && fabs(step - round(step)) > 1e-6 * step;)
        step = scale->step * pow(10, ++decimals);
    if (fabs(value) < scale->step / 2)
        value = 0; /* avoids "-0" */
    if (highest < 1e7 && decimals < 5)
        snprintf(label, SCALE_LABEL_SIZE, "%.*f", decimals, value);
    else
        snprintf(label, SCALE_LABEL_SIZE, "%.6g", value);
}
