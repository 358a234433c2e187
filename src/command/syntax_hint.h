/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One line on what may be typed where the cursor of a prompt stands.
 */
#ifndef TRADESCOPE_COMMAND_SYNTAX_HINT_H
#define TRADESCOPE_COMMAND_SYNTAX_HINT_H

#include <stddef.h>

#include "base/buffer.h"
#include "view/workspace.h"

/* For byte `point` of `line`, typed at the prompt of `command`. Appends nothing where there is
 * nothing to say. */
void syntax_hint_write(struct buffer *out, struct workspace *workspace, const char *command,
                       const char *line, size_t point);

#endif
