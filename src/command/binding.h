/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which key runs which command line. Most keys stand in the table of commands; those that run a
 * command with an argument stand in a table of their own. A key is named as help writes it:
 *
 *     a  A  ?  ^F  Space  Enter  Tab  S-Tab  Esc  Up  Down  Left  Right  PgUp  PgDn  Home  End
 *     Insert  Delete  Backspace  F1
 */
#ifndef TRADESCOPE_COMMAND_BINDING_H
#define TRADESCOPE_COMMAND_BINDING_H

#include <stddef.h>

#include "base/text.h"

struct binding {
    const char *key;
    const char *command_line;
};

/* The command line of a key; NULL where it has none. */
const char *binding_find(const char *key);
/* The bindings that run a command with an argument. */
const struct binding *binding_list(size_t *count);
/* The first key in the table for a command; empty where there is none. */
struct text binding_key_of(const char *command);

#endif
