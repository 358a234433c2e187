/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which key runs which command line. A key is named as help writes it:
 *
 *     a  A  ?  ^F  Space  Enter  Tab  S-Tab  Esc  Up  Down  Left  Right  PgUp  PgDn  Home  End
 *     Insert  Delete  Backspace  F1
 */
#ifndef TRADESCOPE_COMMAND_BINDING_H
#define TRADESCOPE_COMMAND_BINDING_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"

struct binding {
    const char *key;
    const char *command_line;
};

/* The command line of a key; NULL where it has none. */
const char *binding_find(const char *key);
/* The first key bound to a command line that starts with this command; NULL where there is none. */
const char *binding_key_of(const char *command_line);
/* All bindings, in the order of the table. */
const struct binding *binding_list(size_t *count);

#endif
