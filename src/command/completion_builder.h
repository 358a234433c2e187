/* SPDX-License-Identifier: GPL-3.0-or-later */
/* State shared by the completion sources while candidates are collected. */
#ifndef TRADESCOPE_COMMAND_COMPLETION_BUILDER_H
#define TRADESCOPE_COMMAND_COMPLETION_BUILDER_H

#include <stdbool.h>
#include <stddef.h>

#include "view/workspace.h"
#include "base/text.h"

struct candidate {
    char *text;   /* owned: the replacement of the word at the cursor */
    char *remark; /* owned: a count, a help line; may be NULL */
};

struct completion {
    size_t start;            /* byte of the line where the replaced word starts */
    struct candidate *items; /* best first */
    size_t count, capacity;
};

void completion_release(struct completion *completion);

/* The word at the cursor: from `start` of the completion to the point. */
struct completion_builder {
    struct completion *completion;
    struct workspace *workspace;
    struct text line; /* up to the point */
    const struct effort *effort;
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

/* Completes the arguments of `set` and `color`. */
void complete_setting(struct completion_builder *builder);
void complete_paint(struct completion_builder *builder);
/* Starts the completion behind its first word. Returns false if that is still being typed. */
bool completion_builder_skip_word(struct completion_builder *builder);

/*
 * The term at the cursor of an expression that is being typed:
 *
 *     not flow:import,exp|    name "flow", value starts at "exp"
 */

struct term_at_cursor {
    size_t start;     /* byte of the line where the term starts */
    struct text name; /* up to the operator, or the whole term if there is none */
    bool has_operator;
    size_t value_start; /* byte of the line behind the operator, or behind the last comma */
};

/* `line` ends at the cursor; the expression starts at its byte `from`. */
struct term_at_cursor term_at_cursor_at(struct text line, size_t from);

#endif
