/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A completion that is being made: what those share who know what may stand there.
 */
#ifndef TRADESCOPE_COMMAND_COMPLETION_BUILDER_H
#define TRADESCOPE_COMMAND_COMPLETION_BUILDER_H

#include <stdbool.h>
#include <stddef.h>

#include "view/workspace.h"
#include "base/text.h"

struct candidate {
    char *text;   /* owned: what the word under the cursor is replaced with */
    char *remark; /* owned: a count, a help line; may be NULL */
};

struct completion {
    size_t start;            /* byte of the line where the word to be replaced starts */
    struct candidate *items; /* best first */
    size_t count, capacity;
};

void completion_release(struct completion *completion);

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

/*
 * The word at the cursor of an expression that is being typed, as far as it is a test:
 *
 *     not flow:import,exp|    name "flow", value starts at "exp"
 */

struct term_at_cursor {
    size_t start;     /* byte of the line where the word starts */
    struct text name; /* up to the operator, or the whole word where there is none */
    bool has_operator;
    size_t value_start; /* byte of the line behind the operator, or behind the last comma */
};

/* `line` ends at the cursor; the expression starts at byte `from` of it. */
struct term_at_cursor term_at_cursor_at(struct text line, size_t from);

#endif
