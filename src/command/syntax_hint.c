/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "command/syntax_hint.h"

#include "base/array.h"
#include "command/command.h"
#include "command/completion_builder.h"
#include "model/file_filters.h"

#include <string.h>

struct hint_request {
    struct buffer *out;
    struct workspace *workspace;
    struct text line; /* up to the cursor */
    size_t from;      /* start of the argument */
};

static const char *const plain_hints[] = {
    [ARGUMENT_NONE] = "",
    [ARGUMENT_PATTERN] = "a regular expression; small letters find capitals too",
    [ARGUMENT_COLUMN] = "a column; Tab lists them",
    [ARGUMENT_PANE] = "a pane; Tab lists them",
    [ARGUMENT_TOPIC] = "a command, a key, a pane or `filter`",
    [ARGUMENT_DERIVED] = "a number, coverage say, or headline; Tab lists them",
    [ARGUMENT_PAIR] = "REPORTER:PARTNER, India:Russia say; Tab lists them",
    [ARGUMENT_PRODUCT] = "a code, 27 say, a word of the files, or all; Tab lists them",
    [ARGUMENT_PERIOD] = "2010..2023, FY2019-20, months, fiscal years, or all",
    [ARGUMENT_INPUT] = "a CSV file; Tab lists them",
    [ARGUMENT_OPEN_FILE] = "a file that is open; Tab lists them",
    [ARGUMENT_SCENARIO] = "growth a year: exports=+20%,imports=-2%, flat, or off",
    [ARGUMENT_GOAL] = "target, half-balance or coverage=25%, then imports=flat or exports=+3%, "
                      "by=FY2029-30",
    [ARGUMENT_NAME] = "a name to keep the scenario under",
    [ARGUMENT_ROW] = "the number of a row, from 1",
    [ARGUMENT_FIELD] = "a field of a claim and its value",
    [ARGUMENT_SETTING] = "an option and its value; Tab lists them",
    [ARGUMENT_BINDING] = "a key (a, ^F, M-x, F5, Space), then a command; Tab lists them",
    [ARGUMENT_KEY] = "a key: a, ^F, M-x, F5, Space",
    [ARGUMENT_PAINT] = "a role, then text, background and attributes: export #5fafff default bold",
    [ARGUMENT_FILE] = "a name that ends in .csv, .tsv, .json, .md, .html or .txt",
};

/* Examples of values for each type of column. */
static const char *const value_hints[] = {
    [COLUMN_TEXT] = "words it contains, \"a phrase\", a,b for either; ~/regex/",
    [COLUMN_NUMBER] = "a number: 5bn, 40 crore, 30%, 1bn..5bn; also >= <= > <",
    [COLUMN_PERIOD] = "a period: 2023, FY2023-24, 2023Q1, 2023-07, 2022..2024; also >= <=",
};

static void hint_words(struct buffer *out, const struct vocabulary *vocabulary)
{
    buffer_printf(out, "%s: ", vocabulary->name);
    vocabulary_list(vocabulary, out);
}

static const struct vocabulary *vocabulary_named(struct workspace *workspace, struct text name)
{
    const struct query_facts *facts = model_facts(workspace->model);
    for (size_t field = 0; field < FIELD_COUNT; field++)
        if (text_is_word(name, field_table[field].name))
            return field_table[field].vocabulary;
    for (size_t i = 0; i < facts->count; i++)
        if (text_is_word(name, facts->items[i].vocabulary->name))
            return facts->items[i].vocabulary;
    return NULL;
}

static void hint_value(struct hint_request *place, struct text name)
{
    const struct table *table = place->workspace->model->dataset.table;
    const struct vocabulary *vocabulary = vocabulary_named(place->workspace, name);
    size_t column = table_find_column(table, name);
    if (vocabulary)
        hint_words(place->out, vocabulary);
    else if (column != NO_COLUMN)
        buffer_printf(place->out, "%s: %s", table_column_name(table, column),
                      value_hints[table_column_type(table, column)]);
    else if (text_is_word(name, "has"))
        buffer_puts(place->out, "has: a column that states something");
    else
        buffer_printf(place->out, "no column `%.*s`; Tab after a blank lists them",
                      (int)name.length, name.data);
}

static void hint_expression(struct hint_request *place)
{
    struct term_at_cursor word = term_at_cursor_at(place->line, place->from);
    if (word.has_operator)
        hint_value(place, word.name);
    else
        buffer_puts(place->out, "words, column:value, value>=5bn, /regex/, not, or, ( ); "
                                "Tab lists the columns");
}

static void skip_word(struct hint_request *place)
{
    while (place->from < place->line.length && place->line.data[place->from] != ' ')
        place->from++;
    while (place->from < place->line.length && place->line.data[place->from] == ' ')
        place->from++;
}

static void hint_argument(struct hint_request *place, const struct command *command);

static void hint_command(struct hint_request *place)
{
    struct error error = {0};
    size_t start = place->from;
    skip_word(place);
    struct text name = text_trim((struct text){place->line.data + start, place->from - start});
    const struct command *command = name.length ? command_find(name, &error) : NULL;
    if (!command)
        buffer_puts(place->out, "a command; Tab lists them");
    else if (command->argument.kind != ARGUMENT_NONE &&
             command->argument.kind != ARGUMENT_COMMAND &&
             place->line.data[place->line.length - 1] == ' ')
        hint_argument(place, command);
    else
        buffer_printf(place->out, "%s%s%s: %s", command->name, command->argument.name ? " " : "",
                      command->argument.name ? command->argument.name : "", command->help);
    error_release(&error);
}

static void hint_argument(struct hint_request *place, const struct command *command)
{
    if (command->argument.kind == ARGUMENT_COMMAND)
        hint_command(place);
    else if (command->argument.kind == ARGUMENT_EXPRESSION ||
             command->argument.kind == ARGUMENT_NUMBERED_EXPRESSION)
        hint_expression(place);
    else
        buffer_puts(place->out, plain_hints[command->argument.kind]);
}

void syntax_hint_write(struct buffer *out, struct workspace *workspace, const char *command,
                       const char *line, size_t point)
{
    struct error error = {0};
    struct hint_request place = {out, workspace, {line, point}, 0};
    const struct command *asked =
        command_find((struct text){command, strcspn(command, " ")}, &error);
    if (asked)
        hint_argument(&place, asked);
    error_release(&error);
}
