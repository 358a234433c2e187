/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "command/hints.h"

#include "base/array.h"
#include "command/command.h"

#include <stdlib.h>
#include <string.h>

#define ALWAYS "search quick next-pane help close"

static bool has_hint(const struct hint_list *list, const char *label)
{
    for (size_t i = 0; i < list->count; i++)
        if (strcmp(list->items[i].label, label) == 0)
            return true;
    return false;
}

static const struct command *command_named(struct text name)
{
    struct error error = {0};
    const struct command *command = command_find(name, &error);
    error_release(&error);
    return command;
}

/* If nothing is left to close, `close` quits. */
static const char *label_of(const struct command *command, const struct workspace *workspace)
{
    bool quits =
        strcmp(command->name, "close") == 0 && !workspace->overlay_count && !workspace->is_zoomed;
    return quits ? "quit" : command->label;
}

static void add_hint(struct hint_list *list, const struct workspace *workspace, struct text name)
{
    const struct command *command = command_named(name);
    if (!command)
        return;
    struct text key = command_key(workspace, command);
    const char *label = label_of(command, workspace);
    if (!key.length || has_hint(list, label))
        return;
    ARRAY_RESERVE(list->items, list->count + 1, list->capacity);
    list->items[list->count++] = (struct hint){xstrndup(key.data, key.length), xstrdup(label)};
}

static void add_hints(struct hint_list *list, const struct workspace *workspace, const char *names)
{
    while (*names) {
        size_t length = strcspn(names, " ");
        add_hint(list, workspace, (struct text){names, length});
        names += length + strspn(names + length, " ");
    }
}

void hint_list_make(struct hint_list *list, struct workspace *workspace,
                    const struct effort *effort)
{
    *list = (struct hint_list){0};
    add_hints(list, workspace, workspace_view(workspace, effort)->ops->keys);
    add_hints(list, workspace, ALWAYS);
}

void hint_list_release(struct hint_list *list)
{
    for (size_t i = 0; i < list->count; i++) {
        free(list->items[i].key);
        free(list->items[i].label);
    }
    free(list->items);
    *list = (struct hint_list){0};
}
