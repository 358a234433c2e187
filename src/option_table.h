/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the command line asks for, and THE table of options. Parsing, --help and what the shells
 * complete come from it.
 */
#ifndef TRADESCOPE_OPTION_TABLE_H
#define TRADESCOPE_OPTION_TABLE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "report/report.h"
#include "ui/terminal.h"
#include "view/layout.h"

enum mode {
    MODE_DEFAULT, /* interactive at a terminal, else MODE_PRINT */
    MODE_PRINT,
    MODE_EXPORT,
    MODE_SUM,
    MODE_CHECK,
    MODE_EXPLAIN,
    MODE_HEADLESS,
    MODE_HELP, /* from here on: answered at once */
    MODE_VERSION,
    MODE_LIST_COMMANDS,
    MODE_LIST_COLUMNS,
    MODE_LIST_FORMATS,
    MODE_COMPLETE,
};

struct options {
    enum mode mode;
    const char *const *paths; /* of argv; "-" for standard input. Of MODE_COMPLETE: words */
    size_t path_count;        /* 0 for the shipped data */
    const char *layout;       /* the name of the format that the files have; NULL to look */
    const char *map;          /* what their columns are; NULL for none */
    const char **filters;
    size_t filter_count, filter_capacity;
    enum pane pane;                      /* PANE_COUNT for all */
    enum report_format format;           /* of MODE_EXPORT and MODE_SUM */
    const char *sum_columns;             /* for MODE_SUM */
    bool takes_all_rows;                 /* ... wholes beside their parts */
    const char *pair, *product, *period; /* NULL for none */
    const char *scenario, *goal;         /* NULL for none */
    const char *explained;               /* name of a number, for MODE_EXPLAIN */
    int width, height;                   /* of the screen, for MODE_HEADLESS */
    size_t partial_rows;                 /* to stop loading at, for MODE_HEADLESS; 0 for none */
    bool shows_styles;
    bool is_csv_safe; /* no cell of CSV is a formula */
    bool is_strict;   /* conflicts between claims are problems, for MODE_CHECK */
    bool ascii;
    bool shows_times;
    struct terminal_options terminal;
};

/* What may stand for the argument, as far as that can be listed. */
enum option_values {
    VALUES_FREE,       /* any text, or none is taken */
    VALUES_WORDS,      /* one of `words` */
    VALUES_PANES,      /* the name of a pane, or all */
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

#define OPTION_COUNT 29
/* In the order of help. */
extern const struct option_info option_table[OPTION_COUNT];
/* The words that may stand for the argument, from 0 on; NULL behind the last. */
const char *option_word(const struct option_info *info, size_t number);
/* What it does, with the words that it takes. */
void option_write_help(struct buffer *out, const struct option_info *info);

#endif
