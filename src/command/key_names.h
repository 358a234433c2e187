/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The names of keys, as src/ui reads them and the help page writes them. */
#ifndef TRADESCOPE_COMMAND_KEY_NAMES_H
#define TRADESCOPE_COMMAND_KEY_NAMES_H

#include <stdbool.h>

#include "base/error.h"
#include "base/text.h"

/* True if a key can have this name: "a", "?", "^F", "M-x", "F5", "Space". */
bool key_name_is_valid(struct text name);

#endif
