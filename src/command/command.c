/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "command/command.h"

#include "base/memory.h"
#include "base/suggestion.h"

#include <stdlib.h>
#include <string.h>

static bool begins_with(const char *name, struct text beginning)
{
    return strncmp(name, beginning.data, beginning.length) == 0;
}

static bool has_key(const struct command *command, struct text key)
{
    for (const char *keys = command->keys; keys && *keys;) {
        struct text word = {keys, strcspn(keys, " ")};
        if (text_is_equal(word, key))
            return true;
        keys += word.length + strspn(keys + word.length, " ");
    }
    return false;
}

static const struct command *find_by_key(struct text key)
{
    size_t count;
    const struct command *commands = command_list(&count);
    for (size_t i = 0; i < count; i++)
        if (has_key(&commands[i], key))
            return &commands[i];
    return NULL;
}

const struct command *command_by_key(const char *key)
{
    return find_by_key(text_of(key));
}

bool command_of_key(const struct workspace *workspace, const char *key, struct buffer *line)
{
    const struct binding *binding = settings_binding(&workspace->settings, text_of(key));
    const struct command *command = command_by_key(key);
    if (binding && binding->line)
        buffer_puts(line, binding->line);
    else if (!binding && command)
        buffer_printf(line, "%s %s", command->name, command->passes_key ? key : "");
    else
        return false;
    return true;
}

/* Takes the next default key that the user did not bind; empty at the end. */
static struct text next_default_key(const struct workspace *workspace, const char **keys)
{
    while (*keys && **keys) {
        struct text key = {*keys, strcspn(*keys, " ")};
        *keys += key.length + strspn(*keys + key.length, " ");
        if (!settings_binding(&workspace->settings, key))
            return key;
    }
    return (struct text){"", 0};
}

static struct text next_bound_key(const struct workspace *workspace, const char *name, size_t *at)
{
    const struct settings *settings = &workspace->settings;
    while (*at < settings->binding_count) {
        const struct binding *binding = &settings->bindings[(*at)++];
        if (binding->line && strcmp(binding->line, name) == 0)
            return text_of(binding->key);
    }
    return (struct text){"", 0};
}

struct text command_key(const struct workspace *workspace, const struct command *command)
{
    const char *keys = command->keys;
    size_t at = 0;
    struct text key = next_default_key(workspace, &keys);
    return key.length ? key : next_bound_key(workspace, command->name, &at);
}

void command_write_keys(struct buffer *out, const struct workspace *workspace,
                        const struct command *command)
{
    const char *keys = command->keys;
    size_t at = 0, start = out->length;
    struct text key;
    while ((key = next_default_key(workspace, &keys)).length ||
           (key = next_bound_key(workspace, command->name, &at)).length) {
        if (out->length > start)
            buffer_putc(out, ' ');
        buffer_append_text(out, key);
    }
}

static bool refuse(struct text name, struct error *error)
{
    size_t count;
    const struct command *commands = command_list(&count);
    struct text *names = xcalloc(count, sizeof *names);
    for (size_t i = 0; i < count; i++)
        names[i] = text_of(commands[i].name);
    size_t nearest = suggestion_nearest(name, names, count);
    if (nearest < count)
        error_set_misuse(error, "no command `%.*s`; did you mean `%s`?", (int)name.length,
                         name.data, commands[nearest].name);
    else
        error_set_misuse(error, "no command `%.*s`; ? lists them", (int)name.length, name.data);
    free(names);
    return false;
}

const struct command *command_find(struct text name, struct error *error)
{
    size_t count, found = 0;
    const struct command *commands = command_list(&count), *command = NULL;
    for (size_t i = 0; i < count; i++) {
        if (text_is(name, commands[i].name))
            return &commands[i];
        if (begins_with(commands[i].name, name)) {
            command = &commands[i];
            found++;
        }
    }
    if (found > 1) /* "w" is a prefix of two names and the key of one */
        command = find_by_key(name);
    if (command)
        return command;
    if (found > 1)
        error_set_misuse(error, "`%.*s` may be several commands; Tab shows which", (int)name.length,
                         name.data);
    else
        refuse(name, error);
    return NULL;
}

struct text command_take_word(const char **line)
{
    *line += strspn(*line, " ");
    struct text name = {*line, strcspn(*line, " ")};
    *line += name.length;
    *line += strspn(*line, " ");
    return name;
}

/* A number alone goes to a row, as in vi and less. */
static bool is_row(struct text name, const char *rest)
{
    return !*rest && strspn(name.data, "0123456789,") == name.length;
}

/*
 * Results are computed before a command that needs them. Commands for opening files and leaving are
 * not delayed; they compute what they need.
 */
static bool run(const struct command *command, struct workspace *workspace, const char *argument,
                struct error *error)
{
    if (command->group != GROUP_PANES && command->group != GROUP_SETTINGS &&
        command->group != GROUP_PROGRAM)
        workspace_update(workspace, workspace->model->user);
    bool had_closed = workspace->has_closed;
    bool is_done = command->run(workspace, argument, error);
    if (had_closed)
        workspace->has_closed = false;
    return is_done;
}

bool command_run(struct workspace *workspace, const char *line, struct error *error)
{
    struct text name = command_take_word(&line);
    if (!name.length)
        return true;
    bool is_number = is_row(name, line);
    const struct command *command = command_find(is_number ? text_of("goto") : name, error);
    if (!command)
        return false;
    if (is_number)
        return run(command, workspace, name.data, error);
    if (command->argument.kind == ARGUMENT_NONE && *line)
        return error_set_misuse(error, "`%s` takes no argument", command->name);
    if (command->prompt && !*line) {
        workspace_wish(workspace, WISH_PROMPT, command->name, "");
        return true;
    }
    if (command->argument.kind != ARGUMENT_NONE && !command->argument.is_optional && !*line)
        return error_set_misuse(error, "`%s` needs %s", command->name, command->argument.name);
    return run(command, workspace, line, error);
}

static const struct command *command_of_line(const char *line)
{
    struct error error = {0};
    const struct command *command = command_find(command_take_word(&line), &error);
    error_release(&error);
    return command;
}

const char *command_prompt(const char *line)
{
    const struct command *command = command_of_line(line);
    return command && command->prompt ? command->prompt : "edit: ";
}

const char *command_history(const char *line)
{
    static const char *const names[] = {
        [ARGUMENT_NONE] = "none",         [ARGUMENT_PATTERN] = "search",
        [ARGUMENT_EXPRESSION] = "filter", [ARGUMENT_NUMBERED_EXPRESSION] = "filter",
        [ARGUMENT_COLUMN] = "column",     [ARGUMENT_PANE] = "pane",
        [ARGUMENT_TOPIC] = "topic",       [ARGUMENT_PAIR] = "pair",
        [ARGUMENT_PRODUCT] = "product",   [ARGUMENT_PERIOD] = "period",
        [ARGUMENT_INPUT] = "file",        [ARGUMENT_OPEN_FILE] = "file",
        [ARGUMENT_SCENARIO] = "scenario", [ARGUMENT_GOAL] = "goal",
        [ARGUMENT_NAME] = "name",         [ARGUMENT_ROW] = "row",
        [ARGUMENT_FILE] = "file",         [ARGUMENT_FIELD] = "field",
        [ARGUMENT_COMMAND] = "command",   [ARGUMENT_SETTING] = "setting",
        [ARGUMENT_BINDING] = "command",   [ARGUMENT_KEY] = "key",
        [ARGUMENT_PAINT] = "color",
    };
    const struct command *command = command_of_line(line);
    return names[command ? command->argument.kind : ARGUMENT_NONE];
}
