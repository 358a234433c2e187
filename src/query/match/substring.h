/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A text that is looked for in many others, byte by byte. Two of its bytes, the rarest, are
 * compared at sixteen places at once, or at sixty-four where the processor can, and the rest only
 * where both are there.
 */
#ifndef TRADESCOPE_QUERY_MATCH_SUBSTRING_H
#define TRADESCOPE_QUERY_MATCH_SUBSTRING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/text.h"

struct substring {
    char *bytes; /* owned; in small letters where it folds */
    size_t length;
    bool folds;           /* ASCII letters of either case count as one */
    size_t first, second; /* places of its rarest bytes */
    bool is_portable;     /* does with what all processors can do, for tests */
};

/* `text` is not empty. */
void substring_init(struct substring *substring, struct text text, bool folds);
void substring_release(struct substring *substring);
/* Which of up to 64 texts it is in, of those that are `among` them: a bit each. */
uint64_t substring_select(const struct substring *substring, const struct text *texts,
                          uint64_t among);

#endif
