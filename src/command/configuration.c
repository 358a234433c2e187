/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "command/configuration.h"

#include "base/memory.h"
#include "base/paths.h"
#include "base/regular_file.h"
#include "command/command.h"

#include <stdlib.h>
#include <string.h>

#define LARGEST_CONFIGURATION ((size_t)1024 * 1024)

char *configuration_path(void)
{
    char *folder = path_of_config();
    char *path = folder ? path_join(folder, "config") : NULL;
    free(folder);
    return path;
}

/* A file may only set what concerns all files: a filter in it would hide rows of every one. */
static bool run_line(struct workspace *workspace, const char *line, struct error *error)
{
    const char *rest = line;
    const struct command *command = command_find(command_take_word(&rest), error);
    if (!command)
        return false;
    if (command->group != GROUP_SETTINGS || command->run == NULL || !*rest ||
        strcmp(command->name, "source") == 0)
        return error_set_misuse(error,
                                "`%s` cannot stand in a configuration file: write set, color, bind "
                                "or unbind with their arguments",
                                line);
    return command_run(workspace, line, error);
}

/* Runs all lines. Returns how many were wrong, the first of them with its place in `error`. */
static size_t run_lines(struct workspace *workspace, struct text content, const char *path,
                        struct error *error)
{
    size_t number = 0, wrong = 0;
    while (content.length) {
        const char *end = memchr(content.data, '\n', content.length);
        size_t length = end ? (size_t)(end - content.data) : content.length;
        struct text trimmed = text_trim((struct text){content.data, length});
        size_t taken = length + (end != NULL);
        content = (struct text){content.data + taken, content.length - taken};
        number++;
        if (!trimmed.length || trimmed.data[0] == '#')
            continue;
        struct error reason = {0};
        char *line = xstrndup(trimmed.data, trimmed.length);
        if (!run_line(workspace, line, &reason) && wrong++ == 0)
            error_set(error, "%s:%zu: %s", path, number, reason.text);
        error_release(&reason);
        free(line);
    }
    return wrong;
}

static void count_rest(size_t wrong, struct error *error)
{
    if (wrong < 2)
        return;
    char *first = xstrdup(error->text);
    error_set(error, "%s (and %zu more line%s)", first, wrong - 1, wrong > 2 ? "s" : "");
    free(first);
}

static bool is_text(struct text content)
{
    return (!content.length || !memchr(content.data, '\0', content.length)) &&
           text_is_utf8(content);
}

static bool read_from(struct workspace *workspace, const char *path, bool may_be_missing,
                      struct error *error)
{
    struct buffer content = {0};
    bool exists;
    size_t wrong = 0;
    bool is_read = regular_file_read(path, LARGEST_CONFIGURATION, &content, &exists, error);
    if (is_read && !exists && !may_be_missing)
        is_read = error_set(error, "cannot read %s: there is no such file", path);
    if (is_read && !is_text(buffer_text(&content)))
        is_read = error_set(error, "cannot read %s: it is no text in UTF-8", path);
    if (is_read) {
        settings_reset(&workspace->settings);
        wrong = run_lines(workspace, buffer_text(&content), path, error);
    }
    count_rest(wrong, error);
    buffer_release(&content);
    return is_read && !wrong;
}

bool configuration_read(struct workspace *workspace, const char *path, struct error *error)
{
    char *own = path ? NULL : configuration_path();
    if (!path && !own)
        return true;
    bool is_read = read_from(workspace, path ? path : own, !path, error);
    free(own);
    return is_read;
}
