/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * THE table of options. Parsing, --help and what the shells complete come from it.
 */
#ifndef TRADESCOPE_OPTION_TABLE_H
#define TRADESCOPE_OPTION_TABLE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "options.h"

/* What may stand for the argument, as far as that can be listed. */
enum option_values {
    VALUES_FREE,       /* any text, or none is taken */
    VALUES_WORDS,      /* one of `words` */
    VALUES_OF_COMMAND, /* what the argument of the command `command` may be */
    VALUES_COLUMNS,    /* columns of the files, with commas between them */
    VALUES_FORMATS,    /* names of formats of statistics */
    VALUES_FIELDS,     /* FIELD=COLUMN of the files, with commas between them */
    VALUES_PAIR,       /* REPORTER:PARTNER */
};

struct option_info {
    const char *name;
    char letter;          /* 0 for none */
    int has_argument;     /* as getopt_long() has it */
    const char *argument; /* as help writes it; NULL for none */
    const char *help;     /* see option_write_help() */
    enum option_values values;
    const char *const *words; /* behind the last is a NULL */
    const char *command;
    /* Takes the argument, NULL where none is given. */
    bool (*take)(struct options *options, const struct option_info *info, const char *argument,
                 struct error *error);
    size_t place;   /* of a text or flag in struct options, for those that are merely kept */
    enum mode mode; /* that it asks for; MODE_DEFAULT for none */
};

#define OPTION_COUNT 31
/* In the order of help. */
extern const struct option_info option_table[OPTION_COUNT];
/* What it does, with the words that it takes. */
void option_write_help(struct buffer *out, const struct option_info *info);

#endif
