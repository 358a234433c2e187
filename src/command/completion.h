/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Completion of the word at the cursor of a prompt. */
#ifndef TRADESCOPE_COMMAND_COMPLETION_H
#define TRADESCOPE_COMMAND_COMPLETION_H

#include "command/completion_builder.h"

/*
 * Finds candidates for the word that ends at byte `point` of `line`, typed at the prompt of
 * `command` ("" for the command line itself).
 */
void completion_make(struct completion *completion, struct workspace *workspace,
                     const char *command, const char *line, size_t point);

#endif
