/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The result of parsing the command line, and the table of options. Parsing, --help and shell
 * completion use it.
 */
#ifndef TRADESCOPE_OPTION_TABLE_H
#define TRADESCOPE_OPTION_TABLE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "report/page_make.h"
#include "report/report_format.h"
#include "ui/terminal.h"
#include "view/layout.h"

enum mode {
    MODE_DEFAULT, /* interactive at a terminal, else MODE_PRINT */
    MODE_PRINT,
    MODE_EXPORT,
    MODE_SUM,
    MODE_CHECK,
    MODE_VERIFY,
    MODE_EXPLAIN,
    MODE_REPORT,
    MODE_HEADLESS,
    MODE_HELP, /* this mode and those below need no files */
    MODE_VERSION,
    MODE_LIST_COMMANDS,
    MODE_LIST_COLUMNS,
    MODE_LIST_FORMATS,
    MODE_COMPLETE,
};

struct options {
    enum mode mode;
    const char *const *paths; /* from argv; "-" for standard input. For MODE_COMPLETE: words */
    size_t path_count;        /* 0 for the shipped data */
    const char *layout;       /* the name of the format of the files; NULL to detect it */
    const char *encoding;     /* of the bytes of the files; NULL to guess it */
    const char *map;          /* the column map; NULL for none */
    const char **filters;
    size_t filter_count, filter_capacity;
    enum page_kind page;                 /* for MODE_PRINT; PAGE_KIND_COUNT for all panes */
    enum pane pane;                      /* that shows the page; PANE_COUNT for none */
    enum report_format format;           /* for MODE_EXPORT and MODE_SUM, and if has_format */
    bool has_format;                     /* --export was given */
    const char *template;                /* for MODE_REPORT; NULL for the one built in */
    char *command;                       /* the command line, for MODE_REPORT; owned */
    const char *output;                  /* the file to write; NULL for standard output */
    bool is_forced;                      /* ... replacing what is there */
    const char *sum_columns;             /* for MODE_SUM */
    bool takes_all_rows;                 /* ... totals as well as their parts */
    const char *pair, *product, *period; /* NULL for none */
    const char *scenario, *goal;         /* NULL for none */
    const char *explained;               /* the name of a number, for MODE_EXPLAIN */
    int width, height;                   /* of the screen, for MODE_HEADLESS */
    size_t partial_rows; /* rows after which loading stops, for MODE_HEADLESS; 0 for none */
    bool shows_styles;
    bool is_csv_safe;     /* no CSV cell is a formula */
    bool is_record;       /* for MODE_VERIFY: write a record */
    const char *articles; /* the folder of articles; NULL for that beside the file */
    bool is_strict;       /* for MODE_CHECK: conflicts between claims are problems */
    bool ascii;
    bool shows_times;
    struct terminal_options terminal;
};

/* The possible arguments, as far as they can be listed. */
enum option_values {
    VALUES_FREE,       /* any text, or no argument */
    VALUES_WORDS,      /* one of `words` */
    VALUES_PAGES,      /* the name of a page, or all */
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

#define OPTION_COUNT 35
/* In the order of --help. */
extern const struct option_info option_table[OPTION_COUNT];
/* Returns the accepted word with that number, from 0; NULL after the last. */
const char *option_word(const struct option_info *info, size_t number);
/* Appends the description, with the words that it accepts. */
void option_write_help(struct buffer *out, const struct option_info *info);

#endif
