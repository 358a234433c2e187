/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The term at the cursor of an expression that is being typed:
 *
 *     not flow:import,exp|    name "flow", value starts at "exp"
 */
#ifndef TRADESCOPE_COMMAND_TERM_AT_CURSOR_H
#define TRADESCOPE_COMMAND_TERM_AT_CURSOR_H

#include <stdbool.h>
#include <stddef.h>

#include "base/text.h"

struct term_at_cursor {
    size_t start;     /* byte of the line where the term starts */
    struct text name; /* up to the operator, or the whole term if there is none */
    bool has_operator;
    size_t value_start; /* byte of the line behind the operator, or behind the last comma */
};

/* `line` ends at the cursor; the expression starts at its byte `from`. */
struct term_at_cursor term_at_cursor_at(struct text line, size_t from);

#endif
