/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A completion that is being made: what those share who know what may stand there.
 */
#ifndef TRADESCOPE_COMMAND_COMPLETION_BUILDER_H
#define TRADESCOPE_COMMAND_COMPLETION_BUILDER_H

#include "command/completion.h"

/* The word at the cursor: what stands between `start` of the completion and the point. */
struct completion_builder {
    struct completion *completion;
    struct workspace *workspace;
    struct text line; /* up to the point */
};

struct text completion_builder_word(const struct completion_builder *builder);
/* Takes both over. */
void completion_builder_add(struct completion_builder *builder, char *text, char *remark);
/* Where the text begins with the word; copies both, the remark may be NULL. */
void completion_builder_offer(struct completion_builder *builder, const char *text,
                              const char *remark);

/* What a column of the table holds, in a few words. */
const char *completion_builder_column_remark(const struct dataset *dataset, size_t column);

/* Columns, operators, values and facts, at the end of an expression. */
void complete_expression(struct completion_builder *builder);

#endif
