/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/interactive.h"

#include "ui/prompt.h"
#include "ui/terminal_input.h"
#include "ui/theme.h"

bool interactive_run(struct workspace *workspace, const struct session_wish *wish,
                     const struct terminal_options *options, struct error *error)
{
    prompt_prepare();
    if (!terminal_start(options, error))
        return false;
    theme_start(options->color);
    terminal_input_start();
    bool has_quit = session_run(workspace, wish);
    terminal_input_stop();
    terminal_stop();
    prompt_release();
    return has_quit || error_set(error, "the terminal went away");
}
