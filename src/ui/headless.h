/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The explorer without a terminal: the same keyboard, prompt and painter, on a screen of a given
 * size. Key bytes come from standard input; at its end the screen is written to standard output.
 */
#ifndef TRADESCOPE_UI_HEADLESS_H
#define TRADESCOPE_UI_HEADLESS_H

#include "base/error.h"
#include "ui/terminal.h"
#include "view/workspace.h"

/*
 * Bytes are what a terminal of type xterm-256color sends. A NUL byte stands for a pause longer than
 * the escape delay, so that a lone Esc can be told from the start of a sequence. With
 * `shows_styles` each row is followed by one with a letter per cell for its role.
 */
bool headless_run(struct workspace *workspace, int width, int height, bool shows_styles,
                  const struct terminal_options *options, struct error *error);

#endif
