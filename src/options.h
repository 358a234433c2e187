/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The command line: what to open, how to show it, and in which mode to run.
 */
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
    MODE_VERIFY,
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
    bool is_csv_safe;     /* no cell of CSV is a formula */
    const char *articles; /* folder of articles, for MODE_VERIFY */
    bool is_strict;       /* conflicts between claims are problems, for MODE_CHECK */
    bool ascii;
    bool shows_times;
    struct terminal_options terminal;
};

/* False, as misuse, where an option or its argument is not understood. */
bool options_parse(struct options *options, int argc, char **argv, struct error *error);
void options_release(struct options *options);
/* What --help prints. */
void options_help(struct buffer *out);

#endif
