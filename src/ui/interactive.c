/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/interactive.h"

#include "ui/prompt.h"
#include "ui/session.h"

bool interactive_run(struct workspace *workspace, const struct terminal_options *options,
                     struct error *error)
{
    prompt_prepare();
    if (!terminal_start(options, error))
        return false;
    bool has_quit = session_run(workspace);
    terminal_stop();
    prompt_release();
    return has_quit || error_set(error, "the terminal went away");
}
