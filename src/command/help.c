/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "command/help.h"

#include "base/array.h"
#include "command/command.h"
#include "command/terms.h"
#include "view/page.h"

#include <stdlib.h>
#include <string.h>

#define KEY_CELLS 18
#define NAME_CELLS 20
#define LANGUAGE_TOPIC "language"

/* How well an entry fits the topic. */
enum fit_of_topic { FITS_NOT, FITS_IN_TEXT, FITS_BEGINNING, FITS_FOLDED, FITS_EXACTLY };

/* A page under construction, and the line that fits the topic best. */
struct writer {
    struct page *page;
    const struct workspace *workspace;
    const char *topic;
    size_t count, found;    /* lines so far; the line of the topic */
    enum fit_of_topic best; /* how well that line fits */
    size_t exact;           /* entries that fit exactly */
    bool has_only_exact;    /* writes those alone */
};

static struct line *new_line(struct writer *writer, int indent)
{
    writer->count++;
    return page_add(writer->page, NO_ROW, NULL, indent);
}

static enum fit_of_topic fit(struct text topic, const char *name)
{
    struct text text = text_of(name);
    if (text_is_equal(topic, text))
        return FITS_EXACTLY;
    if (text_is_equal_folded(topic, text))
        return FITS_FOLDED;
    return text_begins_folded(text, topic) ? FITS_BEGINNING : FITS_NOT;
}

static bool has_word(struct text text, struct text word)
{
    for (size_t i = 0; i + word.length <= text.length; i++)
        if (text_begins_folded((struct text){text.data + i, text.length - i}, word))
            return true;
    return false;
}

/* How well the topic fits the name of an entry, one of its keys, or its text. */
static enum fit_of_topic fit_entry(const char *topic, const char *keys, const char *name,
                                   const char *help)
{
    struct text wanted = text_of(topic);
    enum fit_of_topic best = *topic ? fit(wanted, name) : FITS_NOT;
    for (const char *key = keys; *topic && *key; key += strspn(key, " ")) {
        size_t length = strcspn(key, " ");
        if (text_is_equal(wanted, (struct text){key, length}))
            return FITS_EXACTLY;
        key += length;
    }
    if (best == FITS_NOT && wanted.length > 2 && has_word(text_of(help), wanted))
        best = FITS_IN_TEXT;
    return best;
}

static void meet(struct writer *writer, enum fit_of_topic fit)
{
    writer->exact += fit >= FITS_FOLDED;
    if (fit > writer->best) {
        writer->best = fit;
        writer->found = writer->count - 1;
    }
}

static void write_heading(struct writer *writer, const char *heading)
{
    if (writer->has_only_exact)
        return;
    new_line(writer, 0);
    line_puts(new_line(writer, 0), ROLE_HEADER, heading);
}

static void write_entry(struct writer *writer, const char *keys, const char *name,
                        const char *argument, const char *help)
{
    enum fit_of_topic fit = fit_entry(writer->topic, keys, name, help);
    if (writer->has_only_exact && fit < FITS_FOLDED)
        return;
    struct line *line = new_line(writer, KEY_CELLS + NAME_CELLS);
    line_puts(line, ROLE_PLAIN, "  ");
    line_puts(line, ROLE_KEY, keys);
    line_pad(line, KEY_CELLS);
    line_printf(line, ROLE_TITLE, "%s%s%s", name, *argument ? " " : "", argument);
    line_puts(line, ROLE_PLAIN, " ");
    line_pad(line, KEY_CELLS + NAME_CELLS);
    line_puts(line, ROLE_PLAIN, help);
    meet(writer, fit);
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

static void write_command(struct writer *writer, const struct command *command)
{
    struct buffer keys = {0};
    command_write_keys(&keys, writer->workspace, command);
    write_entry(writer, keys.length ? keys.data : "", command->name,
                command->argument.name ? command->argument.name : "", command->help);
    buffer_release(&keys);
}

static void write_commands(struct writer *writer)
{
    size_t count;
    const struct command *commands = command_list(&count);
    for (size_t group = 0; group < GROUP_COUNT; group++) {
        write_heading(writer, command_group_name((enum command_group)group));
        for (size_t i = 0; i < count; i++)
            if (commands[i].group == group)
                write_command(writer, &commands[i]);
    }
}

/* The keys of the view that has the keyboard, before all others. */
static void write_here(struct writer *writer, struct workspace *workspace)
{
    const struct view_ops *ops = workspace_view(workspace, workspace->model->user)->ops;
    struct line *line = new_line(writer, 0);
    line_puts(line, ROLE_HEADER, ops->title ? ops->title : "Here");
    line_printf(line, ROLE_PLAIN, "  %s", ops->help);
    for (const char *names = ops->keys; *names; names += strspn(names, " ")) {
        struct error error = {0};
        size_t length = strcspn(names, " ");
        const struct command *command = command_find((struct text){names, length}, &error);
        if (command)
            write_command(writer, command);
        error_release(&error);
        names += length;
    }
    new_line(writer, 0);
}

static void write_panes(struct writer *writer)
{
    write_heading(writer, "Panes in detail");
    for (size_t pane = 0; pane < PANE_COUNT; pane++) {
        const struct view_ops *ops = writer->workspace->views[pane].ops;
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
    if (!writer->has_only_exact)
        meet(writer, strcmp(writer->topic, LANGUAGE_TOPIC) == 0 ? FITS_EXACTLY : FITS_NOT);
    for (size_t i = 0; i < ARRAY_LENGTH(examples) && !writer->has_only_exact; i++) {
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

static void write_terms(struct writer *writer)
{
    size_t count;
    const struct term *terms = term_list(&count);
    write_heading(writer, "Words on the screen");
    for (size_t i = 0; i < count; i++)
        write_entry(writer, "", terms[i].name, "", terms[i].help);
}

static void write_methods(struct writer *writer)
{
    write_heading(writer,
                  "Methods: how numbers are computed; e shows it for the one at the cursor");
    for (size_t i = 0; i < METHOD_COUNT; i++)
        write_entry(writer, "", method_table[i].name, "", method_table[i].formula);
}

static void write_settings(struct writer *writer)
{
    write_heading(writer, "Options of :set, and roles of :color");
    for (size_t i = 0; i < SETTING_COUNT; i++)
        write_entry(writer, "", setting_table[i].name, "", setting_table[i].help);
    for (size_t i = 0; i < ROLE_COUNT; i++)
        write_entry(writer, "", role_table[i].name, "", role_table[i].help);
}

static void write_all(struct writer *writer)
{
    write_commands(writer);
    write_panes(writer);
    write_terms(writer);
    write_methods(writer);
    write_language(writer);
    write_columns(writer);
    write_settings(writer);
}

/* Several entries of one name, such as the command and the word `close`, stand first. */
static void write_exact(struct writer *writer)
{
    struct writer counting = *writer;
    counting.page = page_new("", NULL);
    counting.has_only_exact = true;
    write_all(&counting);
    page_free(counting.page);
    if (counting.exact < 2)
        return;
    writer->has_only_exact = true;
    write_all(writer);
    writer->has_only_exact = false;
    new_line(writer, 0);
}

bool help_open(struct workspace *workspace, const char *topic)
{
    /* For the topic `filter`, describe the language and not the key. */
    bool is_language = strcmp(topic, "filter") == 0;
    struct writer writer = {.page = page_new("Help", NULL),
                            .workspace = workspace,
                            .topic = is_language ? LANGUAGE_TOPIC : topic};
    if (*topic)
        write_exact(&writer);
    else
        write_here(&writer, workspace);
    write_introduction(&writer);
    write_all(&writer);
    bool is_known = !*topic || writer.best != FITS_NOT;
    page_open(workspace, writer.page, is_known && *topic ? writer.found : 0);
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
