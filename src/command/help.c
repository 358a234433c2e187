/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "command/help.h"

#include "base/array.h"
#include "command/command.h"
#include "view/page.h"

#include <stdlib.h>
#include <string.h>

#define KEY_CELLS 18
#define NAME_CELLS 20
#define LANGUAGE_TOPIC "language"

/* A page under construction, and the first line on the topic. */
struct writer {
    struct page *page;
    const char *topic;
    size_t count, found; /* lines so far; the line of the topic, `count` if it was not found */
    bool has_found;
};

static struct line *new_line(struct writer *writer, int indent)
{
    writer->count++;
    return page_add(writer->page, NO_ROW, NULL, indent);
}

static void meet(struct writer *writer, const char *name)
{
    if (!writer->has_found && strcmp(writer->topic, name) == 0) {
        writer->found = writer->count - 1;
        writer->has_found = true;
    }
}

static void write_heading(struct writer *writer, const char *heading)
{
    new_line(writer, 0);
    line_puts(new_line(writer, 0), ROLE_HEADER, heading);
}

static void write_entry(struct writer *writer, const char *keys, const char *name,
                        const char *argument, const char *help)
{
    struct line *line = new_line(writer, KEY_CELLS + NAME_CELLS);
    line_puts(line, ROLE_PLAIN, "  ");
    line_puts(line, ROLE_KEY, keys);
    line_pad(line, KEY_CELLS);
    line_printf(line, ROLE_TITLE, "%s%s%s", name, *argument ? " " : "", argument);
    line_puts(line, ROLE_PLAIN, " ");
    line_pad(line, KEY_CELLS + NAME_CELLS);
    line_puts(line, ROLE_PLAIN, help);
    meet(writer, name);
    for (const char *key = keys; *key; key += strspn(key, " ")) {
        size_t length = strcspn(key, " ");
        char *word = xstrndup(key, length);
        meet(writer, word);
        free(word);
        key += length;
    }
}

static void write_introduction(struct writer *writer)
{
    static const char *const lines[] = {
        "tradescope shows who sells what to whom, whether a target will be met, and who says so.",
        "All panes share one selection: what you choose in one is chosen in all of them.",
        "Enter goes from a bar to its figures and from a figure to its quote; Esc goes back.",
        "Each command below can also be typed at `:`; Tab completes. q closes this page.",
    };
    for (size_t i = 0; i < ARRAY_LENGTH(lines); i++)
        line_puts(new_line(writer, 0), ROLE_PLAIN, lines[i]);
}

static void write_command(struct writer *writer, const struct workspace *workspace,
                          const struct command *command)
{
    struct buffer keys = {0};
    command_write_keys(&keys, workspace, command);
    write_entry(writer, keys.length ? keys.data : "", command->name,
                command->argument.name ? command->argument.name : "", command->help);
    buffer_release(&keys);
}

static void write_commands(struct writer *writer, const struct workspace *workspace)
{
    size_t count;
    const struct command *commands = command_list(&count);
    for (size_t group = 0; group < GROUP_COUNT; group++) {
        write_heading(writer, command_group_name((enum command_group)group));
        for (size_t i = 0; i < count; i++)
            if (commands[i].group == group)
                write_command(writer, workspace, &commands[i]);
    }
}

static void write_panes(struct writer *writer, const struct workspace *workspace)
{
    write_heading(writer, "Panes in detail");
    for (size_t pane = 0; pane < PANE_COUNT; pane++) {
        const struct view_ops *ops = workspace->views[pane].ops;
        write_entry(writer, "", ops->name, "", ops->help);
    }
}

static void write_language(struct writer *writer)
{
    static const char *const examples[][2] = {
        {"oil fertilizer", "rows with both words, in any column"},
        {"\"good dynamics\"", "these words side by side"},
        {"flow:import value>=5bn", "imports of five billion or more, whatever the unit"},
        {"period:2023", "what lies within 2023"},
        {"source:000,003", "one source or the other"},
        {"partner:china or partner:russia", "also: and, not, ( )"},
        {"not kind:event", "everything but events"},
        {"quote~/oil|fertili[sz]er/", "a regular expression on one column"},
        {"note=\"\"", "rows that state no note; has:note for the others"},
    };
    write_heading(writer, "The filter language");
    meet(writer, LANGUAGE_TOPIC);
    for (size_t i = 0; i < ARRAY_LENGTH(examples); i++) {
        struct line *line = new_line(writer, KEY_CELLS + NAME_CELLS);
        line_puts(line, ROLE_PLAIN, "  ");
        line_puts(line, ROLE_TITLE, examples[i][0]);
        line_puts(line, ROLE_PLAIN, " ");
        line_pad(line, KEY_CELLS + NAME_CELLS);
        line_puts(line, ROLE_PLAIN, examples[i][1]);
    }
}

static void write_columns(struct writer *writer)
{
    write_heading(writer, "Columns of a claims file");
    for (size_t field = 0; field < FIELD_COUNT; field++)
        write_entry(writer, "", field_table[field].name, "", field_table[field].content);
}

bool help_open(struct workspace *workspace, const char *topic)
{
    /* For the topic `filter`, describe the language and not the key. */
    bool is_language = strcmp(topic, "filter") == 0;
    struct writer writer = {.page = page_new("Help", NULL),
                            .topic = is_language ? LANGUAGE_TOPIC : topic};
    write_introduction(&writer);
    write_commands(&writer, workspace);
    write_panes(&writer, workspace);
    write_language(&writer);
    write_columns(&writer);
    bool is_known = !*topic || writer.has_found;
    page_open(workspace, writer.page, writer.found);
    if (!is_known)
        workspace_close(workspace);
    return is_known;
}

void help_list_commands(struct buffer *out)
{
    size_t count;
    const struct command *commands = command_list(&count);
    for (size_t i = 0; i < count; i++)
        buffer_printf(out, "%s\t%s\t%s\t%s\n", commands[i].name,
                      commands[i].keys ? commands[i].keys : "",
                      commands[i].argument.name ? commands[i].argument.name : "", commands[i].help);
}

void help_list_columns(struct buffer *out)
{
    for (size_t field = 0; field < FIELD_COUNT; field++)
        buffer_printf(out, "%s\t%s\n", field_table[field].name, field_table[field].content);
}
