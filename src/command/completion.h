/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Completion of the word at the cursor of a prompt. */
#ifndef TRADESCOPE_COMMAND_COMPLETION_H
#define TRADESCOPE_COMMAND_COMPLETION_H

#include <stddef.h>

#include "view/workspace.h"

struct candidate {
    char *text;   /* owned: the replacement of the word at the cursor */
    char *remark; /* owned: a count, a help line; may be NULL */
};

struct completion {
    size_t start;            /* byte of the line where the replaced word starts */
    struct candidate *items; /* best first */
    size_t count, capacity;
};

/*
 * Finds candidates for the word that ends at byte `point` of `line`, typed at the prompt of
 * `command` ("" for the command line itself).
 */
void completion_make(struct completion *completion, struct workspace *workspace,
                     const char *command, const char *line, size_t point);
void completion_release(struct completion *completion);

#endif
