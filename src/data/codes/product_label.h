/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Labels of products that begin with a code: "27 - Mineral fuels", "Chapter 27", "HS 2709",
 * "Section V". The hierarchy of the codes is that of the labels.
 */
#ifndef TRADESCOPE_DATA_CODES_PRODUCT_LABEL_H
#define TRADESCOPE_DATA_CODES_PRODUCT_LABEL_H

#include <stdbool.h>

#include "base/text.h"

#define LONGEST_LABEL_CODE 12

struct product_label {
    char code[LONGEST_LABEL_CODE + 1]; /* digits; empty for a range of chapters */
    unsigned first, last;              /* chapters of a section or range: 25 and 27; 0 for a code */
    bool is_weak;    /* it may be a number of another kind: "2 wheelers", "100 watts" */
    bool is_section; /* it calls itself a section, even if it is none of the Harmonized System */
};

/* Returns false if the label has no code. */
bool product_label_parse(struct text label, struct product_label *parsed);

#endif
