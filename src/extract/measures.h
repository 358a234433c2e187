/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a quantity measures: the word of trade that it belongs to, growth or level, up or down. */
#ifndef TRADESCOPE_EXTRACT_MEASURES_H
#define TRADESCOPE_EXTRACT_MEASURES_H

#include <stdbool.h>
#include <stddef.h>

#include "data/table/vocabulary.h"
#include "extract/story.h"

#define NO_TOKEN ((size_t)-1)

struct trade_sense {
    size_t flow;          /* the token of the word of trade; NO_TOKEN if the sentence has none */
    bool is_behind;       /* it is behind the quantity: "$5bn in exports" */
    bool is_stopped;      /* the quantity is of something else */
    enum measure measure; /* MEASURE_NONE if it is not clear */
    bool is_down;         /* a decrease */
    bool is_change;       /* money by which something changed, and not its value */
    bool is_earlier;      /* what is compared with: "up from $5bn" */
    size_t verb;          /* the token of the increase or decrease, or NO_TOKEN */
};

/* True for "up from $5bn" and "compared with 3 %". */
bool trade_sense_is_earlier(const struct story_sentence *sentence, size_t index);
/* `index` is that of a quantity of the sentence. */
struct trade_sense trade_sense_make(const struct story_sentence *sentence, size_t index);

#endif
