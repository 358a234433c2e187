/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The explorer without a terminal: the same keyboard, prompt and painter, on a screen of a given
 * size. Reads key bytes from standard input and writes the screen to standard output at the end.
 */
#ifndef TRADESCOPE_UI_HEADLESS_H
#define TRADESCOPE_UI_HEADLESS_H

#include "base/error.h"
#include "ui/terminal.h"
#include "view/workspace.h"
#include "ui/session.h"

/*
 * Keys are the bytes of a terminal of type xterm-256color. A NUL byte stands for a pause longer
 * than the escape delay, to distinguish a lone Esc from the start of a sequence. With
 * `shows_styles` each row is followed by one with a letter per cell for its role.
 */
bool headless_run(struct workspace *workspace, int width, int height, bool shows_styles,
                  const struct terminal_options *options, struct error *error);

/* Returns false with the reason if the terminal cannot be used. `wish` as in session_run(). */
bool interactive_run(struct workspace *workspace, const struct session_wish *wish,
                     const struct terminal_options *options, struct error *error);

#endif
