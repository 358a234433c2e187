/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "command/key_names.h"

#include "base/array.h"

#define LAST_FUNCTION_KEY 63

static bool is_special(struct text name)
{
    static const char *const names[] = {"Space", "Enter",  "Tab",    "S-Tab",    "Esc",  "Up",
                                        "Down",  "Left",   "Right",  "PgUp",     "PgDn", "Home",
                                        "End",   "Insert", "Delete", "Backspace"};
    for (size_t i = 0; i < ARRAY_LENGTH(names); i++)
        if (text_is(name, names[i]))
            return true;
    return false;
}

/* "F1" to "F63". */
static bool is_function_key(struct text name)
{
    int number = 0;
    if (name.length < 2 || name.length > 3 || name.data[0] != 'F' || name.data[1] == '0')
        return false;
    for (size_t i = 1; i < name.length; i++) {
        if (name.data[i] < '0' || name.data[i] > '9')
            return false;
        number = number * 10 + (name.data[i] - '0');
    }
    return number <= LAST_FUNCTION_KEY;
}

static bool is_character(struct text name)
{
    return name.length > 0 && (unsigned char)name.data[0] > ' ' && name.data[0] != 0x7f &&
           text_is_utf8(name) && text_character(name) == name.length;
}

static bool is_control(struct text name)
{
    return name.length == 2 && name.data[0] == '^' && name.data[1] >= '@' && name.data[1] <= '_';
}

bool key_name_is_valid(struct text name)
{
    if (name.length > 2 && name.data[0] == 'M' && name.data[1] == '-')
        name = (struct text){name.data + 2, name.length - 2};
    return is_character(name) || is_control(name) || is_special(name) || is_function_key(name);
}
