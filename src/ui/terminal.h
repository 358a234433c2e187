/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TRADESCOPE_UI_TERMINAL_H
#define TRADESCOPE_UI_TERMINAL_H

#include <stdbool.h>

enum color_use { COLOR_AUTO, COLOR_ALWAYS, COLOR_NEVER };

struct terminal_options {
    enum color_use color;
    bool has_mouse;
};

#endif
