/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A completion that is being made: what those share who know what may stand there.
 */
#ifndef TRADESCOPE_COMMAND_COMPLETING_H
#define TRADESCOPE_COMMAND_COMPLETING_H

#include "command/completion.h"

/* The word at the cursor: what stands between `start` of the completion and the point. */
struct completing {
    struct completion *completion;
    struct workspace *workspace;
    struct text line; /* up to the point */
};

struct text completing_word(const struct completing *completing);
/* Takes both over. */
void completing_add(struct completing *completing, char *text, char *remark);
/* Where the text begins with the word; copies both, the remark may be NULL. */
void completing_offer(struct completing *completing, const char *text, const char *remark);

/* What a column of the table holds, in a few words. */
const char *completing_column_remark(const struct dataset *dataset, size_t column);

/* Columns, operators, values and facts, at the end of an expression. */
void complete_expression(struct completing *completing);

#endif
