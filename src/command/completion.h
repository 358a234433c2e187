/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What may stand at the cursor of a prompt.
 */
#ifndef TRADESCOPE_COMMAND_COMPLETION_H
#define TRADESCOPE_COMMAND_COMPLETION_H

#include <stddef.h>

#include "view/workspace.h"

struct candidate {
    char *text;   /* owned: what the word under the cursor is replaced with */
    char *remark; /* owned: a count, a help line; may be NULL */
};

struct completion {
    size_t start;            /* byte of the line where the word to be replaced starts */
    struct candidate *items; /* best first */
    size_t count, capacity;
};

/*
 * Candidates for the word that ends at byte `point` of `line`, which is being typed at the prompt
 * of `command` ("" for the command line itself).
 */
void completion_make(struct completion *completion, struct workspace *workspace,
                     const char *command, const char *line, size_t point);
void completion_release(struct completion *completion);

#endif
