/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One line about what can be typed at the cursor of a prompt. */
#ifndef TRADESCOPE_COMMAND_SYNTAX_HINT_H
#define TRADESCOPE_COMMAND_SYNTAX_HINT_H

#include <stddef.h>

#include "base/buffer.h"
#include "view/workspace.h"

/*
 * Appends the hint for byte `point` of `line`, typed at the prompt of `command`; nothing if there
 * is none.
 */
void syntax_hint_write(struct buffer *out, struct workspace *workspace, const char *command,
                       const char *line, size_t point);

#endif
