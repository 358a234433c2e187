/* SPDX-License-Identifier: GPL-3.0-or-later */
/* State shared by the completion sources while candidates are collected. */
#ifndef TRADESCOPE_COMMAND_COMPLETION_BUILDER_H
#define TRADESCOPE_COMMAND_COMPLETION_BUILDER_H

#include "command/completion.h"

/* The word at the cursor: from `start` of the completion to the point. */
struct completion_builder {
    struct completion *completion;
    struct workspace *workspace;
    struct text line; /* up to the point */
};

struct text completion_builder_word(const struct completion_builder *builder);
/* Adds a candidate. Takes ownership of both strings. */
void completion_builder_add(struct completion_builder *builder, char *text, char *remark);
/* Adds the text if it begins with the word. Copies both; the remark may be NULL. */
void completion_builder_offer(struct completion_builder *builder, const char *text,
                              const char *remark);

/* Returns a short description of a column's content. */
const char *completion_builder_column_remark(const struct dataset *dataset, size_t column);

/* Completes columns, operators, values and facts at the end of an expression. */
void complete_expression(struct completion_builder *builder);

#endif
