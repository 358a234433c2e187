/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/background.h"

#include "base/clock.h"
#include "ui/terminal.h"

#include <string.h>

#define LATEST_ANSWER 2.0 /* seconds */

static struct {
    bool is_asked, is_awaited;
    double asked; /* clock_seconds() */
    enum theme theme;
} background = {.theme = THEME_AUTO};

void background_ask(void)
{
    if (background.is_asked)
        return;
    background.is_asked = true;
    background.asked = clock_seconds();
    background.is_awaited = terminal_ask_background();
}

bool background_is_awaited(void)
{
    return background.is_awaited && clock_seconds() - background.asked < LATEST_ANSWER;
}

bool background_is_unanswered(void)
{
    return background.is_asked && background.theme == THEME_AUTO;
}

enum theme background_theme(void)
{
    return background.theme;
}

bool background_take(struct text string)
{
    unsigned rgb;
    if (string.length < 3 || memcmp(string.data, "11;", 3) != 0 ||
        !color_parse_answer((struct text){string.data + 3, string.length - 3}, &rgb))
        return false;
    bool is_light = color_contrast(rgb, 0x000000) > color_contrast(rgb, 0xffffff);
    background.theme = is_light ? THEME_LIGHT : THEME_DARK;
    background.is_awaited = false;
    return true;
}
