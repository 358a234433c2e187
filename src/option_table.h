/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of options. Parsing, --help and shell completion use it. */
#ifndef TRADESCOPE_OPTION_TABLE_H
#define TRADESCOPE_OPTION_TABLE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "options.h"

/* The possible arguments, as far as they can be listed. */
enum option_values {
    VALUES_FREE,       /* any text, or no argument */
    VALUES_WORDS,      /* one of `words` */
    VALUES_OF_COMMAND, /* the arguments of the command `command` */
    VALUES_COLUMNS,    /* columns of the files, separated by commas */
    VALUES_FORMATS,    /* names of formats of statistics */
    VALUES_FIELDS,     /* FIELD=COLUMN of the files, separated by commas */
    VALUES_PAIR,       /* REPORTER:PARTNER */
};

struct option_info {
    const char *name;
    char letter;          /* 0 if there is none */
    int has_argument;     /* as for getopt_long() */
    const char *argument; /* as in --help; NULL for none */
    const char *help;     /* see option_write_help() */
    enum option_values values;
    const char *const *words; /* terminated by NULL */
    const char *command;
    /* Handles the argument, NULL if there is none. */
    bool (*take)(struct options *options, const struct option_info *info, const char *argument,
                 struct error *error);
    size_t place; /* offset of a text or flag in struct options, for options that are only stored */
    enum mode mode; /* the mode that it selects; MODE_DEFAULT for none */
};

#define OPTION_COUNT 29
/* In the order of --help. */
extern const struct option_info option_table[OPTION_COUNT];
/* Appends the description, with the words that it accepts. */
void option_write_help(struct buffer *out, const struct option_info *info);

#endif
