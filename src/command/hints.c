/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "command/hints.h"

#include "base/array.h"
#include "command/command.h"

#include <stdlib.h>
#include <string.h>

/* For every view, behind its own: as many as the line has room for. */
#define COMMON "search quick pair by product period mirror next-pane write"
/* In a wide window. */
#define MORE "undo filters scenario copy zoom command"
/* At the end of the line, at any width. */
#define ALWAYS "help close"

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
    list->items[list->count++] =
        (struct hint){xstrndup(key.data, key.length), xstrdup(label), false};
}

/* The disagreements between claims are found by few who look for no key. */
static void add_checks(struct hint_list *list, const struct workspace *workspace)
{
    struct buffer line = {0};
    char key[] = {(char)('1' + PANE_CHECKS), '\0'};
    bool is_pane = command_of_key(workspace, key, &line) && strncmp(line.data, "pane ", 5) == 0;
    buffer_release(&line);
    if (workspace->focus == PANE_CHECKS || !is_pane)
        return;
    ARRAY_RESERVE(list->items, list->count + 1, list->capacity);
    list->items[list->count++] = (struct hint){xstrdup(key), xstrdup("checks"), false};
}

static void add_hints(struct hint_list *list, const struct workspace *workspace, const char *names)
{
    while (*names) {
        size_t length = strcspn(names, " ");
        add_hint(list, workspace, (struct text){names, length});
        names += length + strspn(names + length, " ");
    }
}

/* The way to help and the way out. */
static bool is_fixed(const char *label)
{
    return strcmp(label, "help") == 0 || strcmp(label, "quit") == 0 || strcmp(label, "close") == 0;
}

void hint_list_make(struct hint_list *list, struct workspace *workspace,
                    const struct effort *effort)
{
    *list = (struct hint_list){0};
    add_hints(list, workspace, workspace_view(workspace, effort)->ops->keys);
    if (!workspace->overlay_count) {
        add_hints(list, workspace, COMMON);
        add_checks(list, workspace);
        add_hints(list, workspace, MORE);
    }
    add_hints(list, workspace, ALWAYS);
    for (size_t i = 0; i < list->count; i++)
        list->items[i].is_fixed = is_fixed(list->items[i].label);
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
