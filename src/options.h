/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command line: the files to open, how to read and show them, and the mode. */
#ifndef TRADESCOPE_OPTIONS_H
#define TRADESCOPE_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
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
    const char *map;          /* the column map; NULL for none */
    const char **filters;
    size_t filter_count, filter_capacity;
    enum pane pane;                      /* PANE_COUNT for all */
    enum report_format format;           /* for MODE_EXPORT and MODE_SUM */
    const char *sum_columns;             /* for MODE_SUM */
    bool takes_all_rows;                 /* ... totals as well as their parts */
    const char *pair, *product, *period; /* NULL for none */
    const char *scenario, *goal;         /* NULL for none */
    const char *explained;               /* the name of a number, for MODE_EXPLAIN */
    int width, height;                   /* of the screen, for MODE_HEADLESS */
    size_t partial_rows; /* rows after which loading stops, for MODE_HEADLESS; 0 for none */
    bool shows_styles;
    bool is_csv_safe; /* no CSV cell is a formula */
    bool is_strict;   /* for MODE_CHECK: conflicts between claims are problems */
    bool ascii;
    bool shows_times;
    struct terminal_options terminal;
};

static inline bool mode_shows_screen(enum mode mode)
{
    return mode == MODE_DEFAULT || mode == MODE_HEADLESS;
}

/* Returns false, as misuse, if an option or its argument is not understood. */
bool options_parse(struct options *options, int argc, char **argv, struct error *error);
void options_release(struct options *options);
/* Writes the output of --help. */
void options_help(struct buffer *out);

#endif
