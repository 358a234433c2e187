/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "command/memory.h"

#include "base/array.h"
#include "base/memory.h"
#include "command/command.h"
#include "command/kept_lines.h"
#include "model/recompute.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#define SESSION_FILE "sessions"
#define MOST_SESSIONS 500

/* The commands that may be kept, and how the offer describes their arguments. */
static const struct {
    const char *name, *before;
} kept_commands[] = {
    {"pair", ""},           {"product", "product "},   {"period", "by "}, {"filter", ""},
    {"sort", "sorted by "}, {"scenario", "scenario "}, {"pane", "in "},
};

/*
 * Returns the key of the first file: its absolute name and a tab; NULL if it has none, as standard
 * input.
 */
static char *key_of(const struct workspace *workspace)
{
    const struct model *model = workspace->model;
    if (!model->files.count || strcmp(model_file_path(model, 0), "-") == 0)
        return NULL;
    char *path = realpath(model_file_path(model, 0), NULL);
    struct buffer key = {0};
    if (path && !strpbrk(path, "\t\n"))
        buffer_printf(&key, "%s\t", path);
    free(path);
    return key.length ? buffer_take(&key) : NULL;
}

static void add_line(struct buffer *out, const char *command, const char *argument)
{
    if (argument)
        buffer_printf(out, "%s%s %s", out->length ? "\t" : "", command, argument);
}

/* The same filter a second time changes nothing. */
static bool is_before(const struct choices *choices, const char *filter)
{
    const char *other;
    size_t at = 0;
    while ((other = choices_next_filter(choices, &at)) && strcmp(other, filter) != 0)
        ;
    return other != filter;
}

static void add_filters(struct buffer *out, const struct choices *choices)
{
    const char *filter;
    for (size_t at = 0; (filter = choices_next_filter(choices, &at));)
        if (!is_before(choices, filter))
            add_line(out, "filter", filter);
}

/* Appends the command lines that lead to the choices of now, separated by tabs. */
static void write_choices(struct buffer *out, const struct workspace *workspace)
{
    const struct choices *choices = &workspace->model->choices;
    struct buffer pair = {0};
    if (choices->reporter)
        buffer_printf(&pair, "%s:%s", choices->reporter, choices->partner);
    add_line(out, "pair", pair.length ? pair.data : NULL);
    add_line(out, "product", choices->product);
    add_line(out, "period", choices->frequency);
    add_filters(out, choices);
    add_line(out, "sort", choices->sort.column);
    if (choices->sort.descends) /* the same again turns the order round */
        add_line(out, "sort", choices->sort.column);
    add_line(out, "scenario", choices->scenario);
    buffer_release(&pair);
}

/* Takes the next command line from the front. Returns false at the end. */
static bool take_line(struct text *lines, struct text *line)
{
    if (!lines->length)
        return false;
    const char *tab = memchr(lines->data, '\t', lines->length);
    *line = (struct text){lines->data, tab ? (size_t)(tab - lines->data) : lines->length};
    size_t taken = line->length + (tab != NULL);
    *lines = (struct text){lines->data + taken, lines->length - taken};
    return true;
}

/* Splits a kept line. Returns its place in the table; the length of the table for any other. */
static size_t split(struct text line, struct text *argument)
{
    const char *blank = line.length ? memchr(line.data, ' ', line.length) : NULL;
    struct text name = {line.data, blank ? (size_t)(blank - line.data) : 0};
    size_t i = 0;
    while (i < ARRAY_LENGTH(kept_commands) && !text_is(name, kept_commands[i].name))
        i++;
    size_t taken = name.length + (blank != NULL);
    *argument = (struct text){line.data + taken, line.length - taken};
    return i;
}

/* "India > Russia, flow:import, in figures" */
static void describe(struct buffer *out, struct text lines)
{
    struct text line, before = {0};
    while (take_line(&lines, &line)) {
        struct text argument;
        size_t command = split(line, &argument);
        bool is_again = before.length && text_is_equal(line, before);
        before = line;
        if (command == ARRAY_LENGTH(kept_commands) || is_again)
            continue;
        buffer_printf(out, "%s%s", out->length ? ", " : "", kept_commands[command].before);
        for (size_t i = 0; i < argument.length; i++)
            if (command == 0 && argument.data[i] == ':')
                buffer_puts(out, " > ");
            else
                buffer_putc(out, argument.data[i]);
    }
}

/* Returns the kept command lines of the file; NULL for none. Errors are not worth a word here. */
static char *find_kept(const char *key)
{
    struct error error = {0};
    struct buffer content = {0}, found = {0};
    size_t length = strlen(key);
    bool is_read = kept_lines_read(SESSION_FILE, &content, &error);
    struct text rest = buffer_text(&content), line;
    while (is_read && kept_lines_take(&rest, &line))
        if (line.length > length && memcmp(line.data, key, length) == 0)
            buffer_append(&found, line.data + length, line.length - length);
    bool is_text =
        found.length && text_is_utf8(buffer_text(&found)) && strlen(found.data) == found.length;
    buffer_release(&content);
    error_release(&error);
    if (is_text)
        return buffer_take(&found);
    buffer_release(&found);
    return NULL;
}

static void tell_offer(struct workspace *workspace)
{
    struct buffer text = {0};
    struct error error = {0};
    const struct command *command = command_find(text_of("last-time"), &error);
    struct text key = command_key(workspace, command);
    describe(&text, text_of(workspace->memory.last));
    if (text.length && !workspace->model->message.text)
        model_set_message(workspace->model, MESSAGE_FAINT, "last time: %s; %s%.*s to go back to it",
                          text.data, key.length ? "" : ":last-time", (int)key.length, key.data);
    buffer_release(&text);
    error_release(&error);
}

/* True if the lines choose nothing else than is chosen at the start: only the pane follows. */
static bool is_shown(const char *last, const char *start)
{
    size_t length = strlen(start);
    const char *rest = last + length + (length > 0);
    return strncmp(last, start, length) == 0 && strncmp(rest, "pane ", strlen("pane ")) == 0 &&
           !strchr(rest, '\t');
}

void memory_offer(struct workspace *workspace)
{
    struct buffer now = {0};
    char *key = settings_is_on(&workspace->settings, SETTING_REMEMBER) ? key_of(workspace) : NULL;
    write_choices(&now, workspace);
    buffer_puts(&now, "");
    workspace->memory.last = key ? find_kept(key) : NULL;
    workspace->memory.start = buffer_take(&now);
    free(key);
    if (workspace->memory.last && !is_shown(workspace->memory.last, workspace->memory.start))
        tell_offer(workspace);
}

void memory_keep(struct workspace *workspace)
{
    struct error error = {0};
    struct buffer now = {0};
    write_choices(&now, workspace);
    buffer_puts(&now, "");
    bool is_new = workspace->memory.start && strcmp(now.data, workspace->memory.start) != 0;
    add_line(&now, "pane", workspace->views[workspace->focus].ops->name);
    bool is_kept = is_new && settings_is_on(&workspace->settings, SETTING_REMEMBER);
    char *key = is_kept && !strchr(now.data, '\n') ? key_of(workspace) : NULL;
    if (key) /* the user did not ask for it, so a disk that is full is not worth a word */
        kept_lines_replace(SESSION_FILE, key, now.data, MOST_SESSIONS, &error);
    free(key);
    buffer_release(&now);
    error_release(&error);
}

static void recall(struct workspace *workspace, struct text lines, struct error *first)
{
    struct text line;
    while (take_line(&lines, &line)) {
        struct text argument;
        struct error error = {0};
        char *command = xstrndup(line.data, line.length);
        if (split(line, &argument) < ARRAY_LENGTH(kept_commands) && argument.length &&
            !command_run(workspace, command, &error) && !first->text)
            error_set(first, "%s: %s", command, error.text);
        error_release(&error);
        free(command);
    }
}

/* What was shown last time replaces what is chosen now: nothing is added to it. */
static void start_afresh(struct model *model)
{
    history_remember(&model->history, &model->choices);
    choices_release(&model->choices);
    model_refresh(model, model->user);
}

bool memory_recall(struct workspace *workspace, struct error *error)
{
    struct model *model = workspace->model;
    size_t steps = model->history.past_count;
    struct buffer what = {0};
    if (!workspace->memory.last)
        return error_set(error, "nothing is known of a last time with this file");
    start_afresh(model);
    recall(workspace, text_of(workspace->memory.last), error);
    history_join(&model->history, steps);
    describe(&what, text_of(workspace->memory.last));
    if (!error->text && what.length)
        model_set_message(model, MESSAGE_NOTE, "as last time: %s; u goes back", what.data);
    buffer_release(&what);
    return !error->text;
}
