/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The table of commands. Keys, completion, the function line, the help page and the tables of the
 * manual are made from it. A key is bound to a command line, never to a C function.
 *
 * A command only changes the workspace. Actions of src/ui (ask for a line, quit, fill the
 * clipboard) are requested in workspace->wish.
 */
#ifndef TRADESCOPE_COMMAND_COMMAND_H
#define TRADESCOPE_COMMAND_COMMAND_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "view/workspace.h"

enum command_group {
    GROUP_MOVE,
    GROUP_PANES,
    GROUP_SEARCH,
    GROUP_FILTER,
    GROUP_SCENARIO,
    GROUP_OUTPUT,
    GROUP_SETTINGS,
    GROUP_PROGRAM,
    GROUP_COUNT,
};

enum argument_kind {
    ARGUMENT_NONE,
    ARGUMENT_PATTERN,             /* a regular expression */
    ARGUMENT_EXPRESSION,          /* of the filter language */
    ARGUMENT_NUMBERED_EXPRESSION, /* the number of a filter, then an expression */
    ARGUMENT_COLUMN,              /* a column name */
    ARGUMENT_PANE,                /* a pane name */
    ARGUMENT_TOPIC,               /* of the help page */
    ARGUMENT_DERIVED,             /* the name of a number */
    ARGUMENT_PAIR,                /* REPORTER:PARTNER */
    ARGUMENT_PRODUCT,             /* 27 */
    ARGUMENT_PERIOD,              /* 2010..2023 */
    ARGUMENT_INPUT,               /* a file to read */
    ARGUMENT_OPEN_FILE,           /* the name of an open file */
    ARGUMENT_SCENARIO,            /* exports=+20%,imports=-2% */
    ARGUMENT_GOAL,                /* target,imports=flat */
    ARGUMENT_NAME,                /* of a scenario */
    ARGUMENT_ROW,                 /* a number, from 1 */
    ARGUMENT_FILE,
    ARGUMENT_FIELD,   /* a field of a claim, then its value */
    ARGUMENT_COMMAND, /* a command line */
    ARGUMENT_SETTING, /* theme light */
    ARGUMENT_BINDING, /* a key and a command line */
    ARGUMENT_KEY,
    ARGUMENT_PAINT, /* export blue */
};

struct argument {
    enum argument_kind kind;
    const char *name; /* as in the help page: "PATTERN"; NULL for ARGUMENT_NONE */
    bool is_optional;
};

struct command {
    const char *name;
    /*
     * Default keys, separated by blanks, or NULL. Key names are those of the help page:
     *
     *     a  A  ?  ^F  Space  Enter  Tab  S-Tab  Esc  Up  Down  Left  Right  PgUp  PgDn  Home  End
     *     Insert  Delete  Backspace  F1
     */
    const char *keys;
    bool passes_key; /* True if a key is also the argument: `3` runs "pane 3". */
    enum command_group group;
    struct argument argument;
    const char *prompt; /* the prompt for a missing argument, or NULL */
    const char *label;  /* one word for the function line */
    const char *help;   /* one line in the imperative: "search forward" */
    bool (*run)(struct workspace *workspace, const char *argument, struct error *error);
};

/* Returns the table, grouped, in the order of the help page. */
const struct command *command_list(size_t *count);
const char *command_group_name(enum command_group group);
/* Finds a command by its name or a unique prefix. Returns NULL with the reason otherwise. */
const struct command *command_find(struct text name, struct error *error);
/* Returns the command that a key runs unless the user bound it, or NULL. */
const struct command *command_by_key(const char *key);
/* Appends the command line that a key runs. Returns false if it is not bound. */
bool command_of_key(const struct workspace *workspace, const char *key, struct buffer *line);
/* Returns the first key of a command as the user bound them, empty if it has none. */
struct text command_key(const struct workspace *workspace, const struct command *command);
/* Appends all its keys, separated by blanks. */
void command_write_keys(struct buffer *out, const struct workspace *workspace,
                        const struct command *command);
/* Takes the first word from the line; *line is then what follows its blanks. */
struct text command_take_word(const char **line);
/*
 * Returns the prompt for the argument of a command line ("search", "edit-filter 2"), which is also
 * the name of its history: one per kind of argument.
 */
const char *command_prompt(const char *line);
const char *command_history(const char *line);
/*
 * Runs a command line such as "sort value". If a required argument is missing, requests a prompt
 * for it. An empty line does nothing.
 */
bool command_run(struct workspace *workspace, const char *line, struct error *error);

#endif
