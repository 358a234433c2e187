/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/hints.h"

#include "base/array.h"
#include "base/text.h"
#include "command/binding.h"
#include "command/command.h"

#include <stdbool.h>
#include <string.h>

/* What matters in every view, behind what matters in this one. */
static const char general[] = "search quick filter help quit";

static const struct command *command_named(struct text name)
{
    size_t count;
    const struct command *commands = command_list(&count);
    for (size_t i = 0; i < count; i++) {
        if (text_is(name, commands[i].name))
            return &commands[i];
    }
    return NULL;
}

static bool has_label(const struct hint *hints, size_t count, const char *label)
{
    for (size_t i = 0; i < count; i++) {
        if (strcmp(hints[i].label, label) == 0)
            return true;
    }
    return false;
}

struct hint *hints_make(const struct view *view, size_t *count)
{
    const char *const lists[] = {view->ops->keys ? view->ops->keys : "", general};
    struct hint *hints = NULL;
    size_t capacity = 0;
    *count = 0;
    for (size_t i = 0; i < ARRAY_LENGTH(lists); i++) {
        for (const char *at = lists[i]; *at;) {
            struct text name = {at, strcspn(at, " ")};
            at += name.length;
            at += strspn(at, " ");
            const struct command *command = command_named(name);
            const char *key = command ? binding_key_of(command->name) : NULL;
            if (!key || has_label(hints, *count, command->name))
                continue;
            ARRAY_RESERVE(hints, *count + 1, capacity);
            hints[(*count)++] = (struct hint){.key = key, .label = command->name};
        }
    }
    return hints;
}
