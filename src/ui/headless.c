/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/headless.h"

#include "base/buffer.h"
#include "ui/painter.h"
#include "ui/prompt.h"
#include "ui/session.h"
#include "ui/terminal_input.h"
#include "ui/theme.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/*
 * Copies standard input to a temporary file, with a pause at the end: so the result depends only on
 * the bytes, not on the pieces and the speed in which they arrive.
 */
static FILE *collect_input(struct error *error)
{
    FILE *keys = tmpfile();
    char bytes[4096];
    size_t length;
    if (!keys) {
        error_set(error, "cannot make a temporary file for the keys: %s", strerror(errno));
        return NULL;
    }
    while ((length = fread(bytes, 1, sizeof bytes, stdin)) > 0)
        fwrite(bytes, 1, length, keys);
    putc('\0', keys);
    if (ferror(stdin) || fflush(keys) != 0 || ferror(keys)) {
        error_set(error, "cannot read the keys from standard input: %s", strerror(errno));
        fclose(keys);
        return NULL;
    }
    rewind(keys);
    return keys;
}

static bool write_screen(bool shows_styles, struct error *error)
{
    struct buffer screen = {0};
    painter_dump(&screen, shows_styles);
    bool is_written =
        fwrite(screen.data, 1, screen.length, stdout) == screen.length && fflush(stdout) == 0;
    buffer_release(&screen);
    return is_written || error_set(error, "cannot write the screen: %s", strerror(errno));
}

static void start_colors(struct workspace *workspace, const struct terminal_options *options)
{
    struct terminal_facts facts = {theme_start(options->color), THEME_AUTO};
    settings_note_terminal(&workspace->settings, facts);
}

bool headless_run(struct workspace *workspace, int width, int height, bool shows_styles,
                  const struct terminal_options *options, struct error *error)
{
    FILE *keys = collect_input(error);
    if (!keys)
        return false;
    prompt_prepare();
    bool is_done = false;
    if (terminal_start_headless(width, height, fileno(keys), error)) {
        start_colors(workspace, options);
        terminal_input_start();
        session_run(workspace, NULL);
        terminal_input_stop();
        is_done = write_screen(shows_styles, error);
        terminal_stop();
    }
    prompt_release();
    fclose(keys);
    return is_done;
}

bool interactive_run(struct workspace *workspace, const struct session_wish *wish,
                     const struct terminal_options *options, struct error *error)
{
    prompt_prepare();
    if (!terminal_start(options, error))
        return false;
    start_colors(workspace, options);
    terminal_input_start();
    bool has_quit = session_run(workspace, wish);
    terminal_input_stop();
    terminal_stop();
    prompt_release();
    return has_quit || error_set(error, "the terminal went away");
}
