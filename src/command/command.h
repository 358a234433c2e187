/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * THE table of commands. Keys, completion, the function line, the help page and the tables of the
 * manual come from it; a key is bound to a command line, never to a C function.
 *
 * A command changes the workspace and nothing else. What only the outside can do (ask for a line,
 * quit, fill the clipboard) it leaves in workspace->wish.
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
    GROUP_PROGRAM,
    GROUP_COUNT,
};

enum argument_kind {
    ARGUMENT_NONE,
    ARGUMENT_PATTERN,             /* a regular expression */
    ARGUMENT_EXPRESSION,          /* of the filter language */
    ARGUMENT_NUMBERED_EXPRESSION, /* the number of a filter, then an expression */
    ARGUMENT_COLUMN,              /* the name of a column */
    ARGUMENT_PANE,                /* the name of a pane */
    ARGUMENT_TOPIC,               /* of help */
    ARGUMENT_DERIVED,             /* the name of a number */
    ARGUMENT_PAIR,                /* REPORTER:PARTNER */
    ARGUMENT_PRODUCT,             /* 27 */
    ARGUMENT_PERIOD,              /* 2010..2023 */
    ARGUMENT_INPUT,               /* a file to read */
    ARGUMENT_OPEN_FILE,           /* the name of a file that is open */
    ARGUMENT_SCENARIO,            /* exports=+20%,imports=-2% */
    ARGUMENT_GOAL,                /* target,imports=flat */
    ARGUMENT_NAME,                /* of a scenario */
    ARGUMENT_ROW,                 /* a number, from 1 */
    ARGUMENT_FILE,
    ARGUMENT_COMMAND, /* a whole command line */
};

struct argument {
    enum argument_kind kind;
    const char *name; /* as help writes it: "PATTERN"; NULL for ARGUMENT_NONE */
    bool is_optional;
};

struct command {
    const char *name;
    /*
     * Default keys, separated by blanks, or NULL. A key is named as help writes it:
     *
     *     a  A  ?  ^F  Space  Enter  Tab  S-Tab  Esc  Up  Down  Left  Right  PgUp  PgDn  Home  End
     *     Insert  Delete  Backspace  F1
     */
    const char *keys;
    bool passes_key; /* True if a key is also the argument: `3` runs "pane 3". */
    enum command_group group;
    struct argument argument;
    const char *prompt; /* shown before the line when the argument is asked for, or NULL */
    const char *label;  /* one word for the line of keys */
    const char *help;   /* one line, an imperative: "search forward" */
    bool (*run)(struct workspace *workspace, const char *argument, struct error *error);
};

/* The table, grouped, in the order of help. */
const struct command *command_list(size_t *count);
const char *command_group_name(enum command_group group);
/* By name, or by a beginning that only one name has; NULL with the reason otherwise. */
const struct command *command_find(struct text name, struct error *error);
/* Returns the command that a key runs, or NULL. */
const struct command *command_by_key(const char *key);
/* Returns the first key of a command, empty if it has none. */
struct text command_key(const struct command *command);
/* What stands before a line that is asked for to complete a command line ("search", "edit-filter
 * 2"), and the name of the history that it goes into: one a kind of argument. */
const char *command_prompt(const char *line);
const char *command_history(const char *line);
/*
 * "sort value": runs a command line. A command whose argument is missing wishes for a prompt
 * instead; an empty line does nothing.
 */
bool command_run(struct workspace *workspace, const char *line, struct error *error);

#endif
