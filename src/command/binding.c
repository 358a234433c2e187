/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "command/binding.h"

#include "base/array.h"
#include "command/command.h"

#include <string.h>

static const struct binding bindings[] = {
    {"1", "pane balance"}, {"2", "pane path"},     {"3", "pane figures"}, {"4", "pane events"},
    {"5", "pane source"},  {"6", "pane problems"}, {"7", "pane checks"},  {"8", "pane rows"},
};

const struct binding *binding_list(size_t *count)
{
    *count = ARRAY_LENGTH(bindings);
    return bindings;
}

static bool has_key(const char *keys, const char *key)
{
    size_t length = strlen(key);
    while (keys && *keys) {
        size_t word = strcspn(keys, " ");
        if (word == length && memcmp(keys, key, length) == 0)
            return true;
        keys += word + strspn(keys + word, " ");
    }
    return false;
}

const char *binding_find(const char *key)
{
    size_t count;
    const struct command *commands = command_list(&count);
    for (size_t i = 0; i < ARRAY_LENGTH(bindings); i++)
        if (strcmp(bindings[i].key, key) == 0)
            return bindings[i].command_line;
    for (size_t i = 0; i < count; i++)
        if (has_key(commands[i].keys, key))
            return commands[i].name;
    return NULL;
}

struct text binding_key_of(const char *command)
{
    size_t count;
    const struct command *commands = command_list(&count);
    for (size_t i = 0; i < count; i++)
        if (strcmp(commands[i].name, command) == 0 && commands[i].keys)
            return (struct text){commands[i].keys, strcspn(commands[i].keys, " ")};
    return (struct text){"", 0};
}
