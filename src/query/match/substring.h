/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Searches one text in many others, byte by byte. Its two rarest bytes are compared at sixteen
 * positions at a time, or sixty-four if the processor can, and the rest only where both are found.
 */
#ifndef TRADESCOPE_QUERY_MATCH_SUBSTRING_H
#define TRADESCOPE_QUERY_MATCH_SUBSTRING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/text.h"

struct substring {
    char *bytes; /* owned; in lower case if it folds */
    size_t length;
    bool folds;           /* ASCII letters match in either case */
    size_t first, second; /* positions of its rarest bytes */
    bool is_portable;     /* use no AVX2; for tests */
};

/* `text` must not be empty. */
void substring_init(struct substring *substring, struct text text, bool folds);
void substring_release(struct substring *substring);
/* Returns a bit for each of up to 64 texts: it is in `among` and contains the text. */
uint64_t substring_select(const struct substring *substring, const struct text *texts,
                          uint64_t among);

#endif
