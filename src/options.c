/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "options.h"

#include "base/array.h"
#include "query/suggestion.h"
#include "view/workspace.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define LARGEST_SCREEN 1000

typedef bool option_handler(struct options *options, const char *argument, struct error *error);

static bool set_mode(struct options *options, enum mode mode, struct error *error)
{
    if (options->mode != MODE_DEFAULT && options->mode != mode)
        return error_set_misuse(error,
                                "only one of --print, --export, --sum, --explain, --check and "
                                "--headless can be asked for at a time");
    options->mode = mode;
    return true;
}

static bool take_filter(struct options *options, const char *argument, struct error *error)
{
    (void)error;
    ARRAY_RESERVE(options->filters, options->filter_count + 1, options->filter_capacity);
    options->filters[options->filter_count++] = argument;
    return true;
}

static bool take_format(struct options *options, const char *argument, struct error *error)
{
    (void)error;
    options->layout = argument;
    return true;
}

static bool take_map(struct options *options, const char *argument, struct error *error)
{
    (void)error;
    options->map = argument;
    return true;
}

static bool take_print(struct options *options, const char *argument, struct error *error)
{
    static const char *const panes[] = {
        [PANE_BALANCE] = "balance", [PANE_PATH] = "path",     [PANE_FIGURES] = "figures",
        [PANE_EVENTS] = "events",   [PANE_SOURCE] = "source", [PANE_PROBLEMS] = "problems",
        [PANE_CHECKS] = "checks",   [PANE_ROWS] = "rows",     [PANE_COUNT] = "all",
    };
    for (size_t i = 0; i < ARRAY_LENGTH(panes); i++) {
        if (argument && strcmp(argument, panes[i]) != 0)
            continue;
        options->pane = argument ? (enum pane)i : PANE_COUNT;
        return set_mode(options, MODE_PRINT, error);
    }
    return error_set_misuse(error,
                            "--print=%s: no such pane; there are balance, path, figures, events, "
                            "source, problems, checks, rows and all",
                            argument);
}

static bool take_export(struct options *options, const char *argument, struct error *error)
{
    if (strcmp(argument, "csv") == 0)
        options->format = REPORT_CSV;
    else if (strcmp(argument, "json") == 0)
        options->format = REPORT_JSON;
    else
        return error_set_misuse(error, "--export=%s: the formats are csv and json", argument);
    return options->mode == MODE_SUM || set_mode(options, MODE_EXPORT, error);
}

static bool take_sum(struct options *options, const char *argument, struct error *error)
{
    if (options->mode == MODE_EXPORT) /* which says the format of the sums */
        options->mode = MODE_DEFAULT;
    options->sum_columns = argument;
    return set_mode(options, MODE_SUM, error);
}

static bool take_pair(struct options *options, const char *argument, struct error *error)
{
    const char *colon = strchr(argument, ':');
    options->pair = argument;
    return (colon && colon > argument && colon[1]) ||
           error_set_misuse(error, "--pair=%s: write REPORTER:PARTNER, India:Russia say", argument);
}

static bool take_product(struct options *options, const char *argument, struct error *error)
{
    (void)error;
    options->product = argument;
    return true;
}

static bool take_period(struct options *options, const char *argument, struct error *error)
{
    (void)error;
    options->period = argument;
    return true;
}

static bool take_scenario(struct options *options, const char *argument, struct error *error)
{
    (void)error;
    options->scenario = argument;
    return true;
}

static bool take_goal(struct options *options, const char *argument, struct error *error)
{
    (void)error;
    options->goal = argument;
    return true;
}

static bool take_check(struct options *options, const char *argument, struct error *error)
{
    (void)argument;
    return set_mode(options, MODE_CHECK, error);
}

static bool take_explain(struct options *options, const char *argument, struct error *error)
{
    options->explained = argument;
    if (!*argument)
        return error_set_misuse(error, "--explain needs the name of a number: coverage, say");
    return set_mode(options, MODE_EXPLAIN, error);
}

static bool take_strict(struct options *options, const char *argument, struct error *error)
{
    (void)argument, (void)error;
    options->is_strict = true;
    return true;
}

static bool take_all_rows(struct options *options, const char *argument, struct error *error)
{
    (void)argument, (void)error;
    options->takes_all_rows = true;
    return true;
}

static bool take_csv_safe(struct options *options, const char *argument, struct error *error)
{
    (void)argument, (void)error;
    options->is_csv_safe = true;
    return true;
}

static bool take_headless(struct options *options, const char *argument, struct error *error)
{
    int end = 0;
    bool is_size = sscanf(argument, "%4dx%4d%n", &options->width, &options->height, &end) == 2 &&
                   argument[end] == '\0' && options->width > 0 && options->height > 0 &&
                   options->width <= LARGEST_SCREEN && options->height <= LARGEST_SCREEN;
    if (!is_size)
        return error_set_misuse(error, "--headless=%s: write columns and rows, as in 80x24",
                                argument);
    return set_mode(options, MODE_HEADLESS, error);
}

static bool take_partial(struct options *options, const char *argument, struct error *error)
{
    int end = 0;
    bool is_count = sscanf(argument, "%9zu%n", &options->partial_rows, &end) == 1 &&
                    argument[end] == '\0' && options->partial_rows > 0;
    return is_count || error_set_misuse(error, "--partial=%s: write a number of rows", argument);
}

static bool take_styles(struct options *options, const char *argument, struct error *error)
{
    (void)argument, (void)error;
    options->shows_styles = true;
    return true;
}

static bool take_ascii(struct options *options, const char *argument, struct error *error)
{
    (void)argument, (void)error;
    options->ascii = true;
    return true;
}

static bool take_color(struct options *options, const char *argument, struct error *error)
{
    static const char *const words[] = {
        [COLOR_AUTO] = "auto", [COLOR_ALWAYS] = "always", [COLOR_NEVER] = "never"};
    for (size_t i = 0; i < ARRAY_LENGTH(words); i++) {
        if (strcmp(argument, words[i]) == 0) {
            options->terminal.color = (enum color_use)i;
            return true;
        }
    }
    return error_set_misuse(error, "--color=%s: write auto, always or never", argument);
}

static bool take_time(struct options *options, const char *argument, struct error *error)
{
    (void)argument, (void)error;
    options->shows_times = true;
    return true;
}

static bool take_no_mouse(struct options *options, const char *argument, struct error *error)
{
    (void)argument, (void)error;
    options->terminal.has_mouse = false;
    return true;
}

/* These answer at once, whatever else is asked for. */
#define ANSWER(name, answer)                                                                    \
    static bool take_##name(struct options *options, const char *argument, struct error *error) \
    {                                                                                           \
        (void)argument, (void)error;                                                            \
        options->mode = answer;                                                                 \
        return true;                                                                            \
    }
ANSWER(help, MODE_HELP)
ANSWER(version, MODE_VERSION)
ANSWER(list_commands, MODE_LIST_COMMANDS)
ANSWER(list_columns, MODE_LIST_COLUMNS)
ANSWER(list_formats, MODE_LIST_FORMATS)

struct option_info {
    const char *name;
    char letter; /* 0 for none */
    int has_argument;
    const char *argument; /* as help writes it */
    const char *help;
    option_handler *take;
};

static const struct option_info option_table[] = {
    {"filter", 'f', required_argument, "EXPRESSION",
     "show only rows for which it holds; several must all hold", take_filter},
    {"format", 0, required_argument, "NAME",
     "read the files as official statistics of this format, see --list-formats", take_format},
    {"map", 0, required_argument, "FIELDS",
     "say what the columns are: \"period=Year,value='Trade Value',flow=export\"", take_map},
    {"print", 0, optional_argument, "PANE",
     "write panes as plain text: balance, path, figures, events, source, problems, checks, rows or "
     "all",
     take_print},
    {"export", 0, required_argument, "FORMAT", "write the rows as csv or json", take_export},
    {"csv-safe", 0, no_argument, "",
     "with --export=csv, put ' before cells that a spreadsheet would take for formulas",
     take_csv_safe},
    {"explain", 0, required_argument, "NAME",
     "explain a number: its formula, inputs and quotes; 'coverage', say", take_explain},
    {"pair", 0, required_argument, "REPORTER:PARTNER", "whose trade with whom: 'India:Russia', say",
     take_pair},
    {"product", 0, required_argument, "PRODUCT", "its trade in a product: '27', say", take_product},
    {"period", 0, required_argument, "PERIOD",
     "in what periods, '2010..2023', or how often, 'months'", take_period},
    {"sum", 0, required_argument, "COLUMNS",
     "add the values by what columns say: 'period,flow'; as csv or json with --export", take_sum},
    {"all-rows", 0, no_argument, "",
     "with --sum, add rows as they stand, wholes beside their parts", take_all_rows},
    {"scenario", 0, required_argument, "SCENARIO",
     "suppose yearly growth: 'exports=+20%,imports=-2%'", take_scenario},
    {"goal", 0, required_argument, "GOAL",
     "find the growth that leads to 'target,imports=flat', 'half-balance', 'coverage=25%'",
     take_goal},
    {"check", 0, no_argument, "",
     "list what cannot be read and what does not add up, as FILE:LINE:COLUMN: reason", take_check},
    {"strict", 0, no_argument, "", "with --check, a conflict of sources is a problem", take_strict},
    {"headless", 0, required_argument, "COLSxROWS",
     "take key bytes from standard input and write the screen", take_headless},
    {"partial", 0, required_argument, "ROWS",
     "with --headless, show what stands there when so many rows are loaded", take_partial},
    {"styles", 0, no_argument, "", "with --headless, also write styles and the cursor",
     take_styles},
    {"ascii", 0, no_argument, "", "use nothing but ASCII characters", take_ascii},
    {"color", 0, required_argument, "WHEN", "use colours: auto, always or never", take_color},
    {"no-mouse", 0, no_argument, "", "leave the mouse to the terminal", take_no_mouse},
    {"time", 0, no_argument, "",
     "say on standard error how long loading, filters and the first screen took", take_time},
    {"list-commands", 0, no_argument, "", "list the commands: name, keys, argument, help",
     take_list_commands},
    {"list-columns", 0, no_argument, "", "list the columns of a claims file", take_list_columns},
    {"list-formats", 0, no_argument, "",
     "list the known formats of official statistics: name, title, columns", take_list_formats},
    {"help", 'h', no_argument, "", "show this help", take_help},
    {"version", 'V', no_argument, "", "show the version", take_version},
};

#define OPTION_COUNT ARRAY_LENGTH(option_table)
#define FIRST_CODE 256 /* of the long options, behind those of letters */

/* What getopt_long() takes, made from the table. */
static void make_getopt_tables(struct option *longs, char *shorts)
{
    *shorts++ = ':';
    for (size_t i = 0; i < OPTION_COUNT; i++) {
        const struct option_info *info = &option_table[i];
        longs[i] = (struct option){info->name, info->has_argument, NULL, FIRST_CODE + (int)i};
        if (!info->letter)
            continue;
        *shorts++ = info->letter;
        if (info->has_argument == required_argument)
            *shorts++ = ':';
    }
    longs[OPTION_COUNT] = (struct option){0};
    *shorts = '\0';
}

static const struct option_info *find_option(int code)
{
    for (size_t i = 0; i < OPTION_COUNT; i++)
        if (code == FIRST_CODE + (int)i ||
            (option_table[i].letter && code == option_table[i].letter))
            return &option_table[i];
    return NULL;
}

/* The beginning of several names; false where it is that of none. */
static bool refuse_beginning(struct text name, struct error *error)
{
    struct buffer list = {0};
    for (size_t i = 0; i < OPTION_COUNT; i++)
        if (name.length && strncmp(option_table[i].name, name.data, name.length) == 0)
            buffer_printf(&list, "%s--%s", list.length ? " or " : "", option_table[i].name);
    bool is_beginning = list.length > 0;
    if (is_beginning)
        error_set_misuse(error, "--%.*s may be %s; write more of it", (int)name.length, name.data,
                         list.data);
    buffer_release(&list);
    return is_beginning;
}

static bool refuse_option(const char *word, struct error *error)
{
    struct text names[OPTION_COUNT];
    for (size_t i = 0; i < OPTION_COUNT; i++)
        names[i] = text_of(option_table[i].name);
    struct text name = {word + strspn(word, "-"), strcspn(word + strspn(word, "-"), "=")};
    if (optopt >= FIRST_CODE)
        return error_set_misuse(error, "--%s takes no argument", find_option(optopt)->name);
    if (strncmp(word, "--", 2) == 0 && refuse_beginning(name, error))
        return false;
    size_t nearest = suggestion_nearest(name, names, OPTION_COUNT);
    if (nearest < OPTION_COUNT)
        return error_set_misuse(error, "unknown option %s; did you mean --%s?", word,
                                option_table[nearest].name);
    return error_set_misuse(error, "unknown option %s", word);
}

static bool take_files(struct options *options, int argc, char **argv, struct error *error)
{
    options->paths = (const char *const *)argv;
    options->path_count = (size_t)argc;
    size_t from_input = 0;
    for (int i = 0; i < argc; i++) {
        from_input += strcmp(argv[i], "-") == 0;
        if (!*argv[i])
            return error_set_misuse(error, "the name of a file is empty; name a CSV file, or - for "
                                           "standard input");
    }
    if (options->mode == MODE_HEADLESS && from_input)
        return error_set_misuse(error, "--headless takes keys from standard input, so the data "
                                       "cannot come from there");
    if (from_input > 1)
        return error_set_misuse(error, "standard input can be read once; write - once");
    return true;
}

/* Options that say something about a mode are refused without it. */
static bool check_companions(const struct options *options, struct error *error)
{
    const struct {
        const char *name;
        bool is_given;
        enum mode mode;
        const char *remedy;
    } companions[] = {
        {"partial", options->partial_rows, MODE_HEADLESS, "--headless; add --headless=80x24, say"},
        {"styles", options->shows_styles, MODE_HEADLESS, "--headless; add --headless=80x24, say"},
        {"strict", options->is_strict, MODE_CHECK, "--check; add it"},
        {"all-rows", options->takes_all_rows, MODE_SUM, "--sum; add it"},
    };
    for (size_t i = 0; i < ARRAY_LENGTH(companions); i++)
        if (companions[i].is_given && options->mode != companions[i].mode)
            return error_set_misuse(error, "--%s is for %s", companions[i].name,
                                    companions[i].remedy);
    return true;
}

/* What --check looks at is the files, whole. */
static bool check_choices(const struct options *options, struct error *error)
{
    const char *const names[] = {options->pair ? "pair" : NULL, options->product ? "product" : NULL,
                                 options->period ? "period" : NULL};
    for (size_t i = 0; options->mode == MODE_CHECK && i < ARRAY_LENGTH(names); i++)
        if (names[i])
            return error_set_misuse(error, "--check looks at whole files; leave --%s out",
                                    names[i]);
    return true;
}

/* For the rows, and for sums. */
static bool choose_csv(struct options *options, struct error *error)
{
    if (options->is_csv_safe && options->format != REPORT_CSV)
        return error_set_misuse(error, "--csv-safe is for --export=csv; add it");
    if (options->is_csv_safe)
        options->format = REPORT_CSV_SAFE;
    return true;
}

bool options_parse(struct options *options, int argc, char **argv, struct error *error)
{
    struct option longs[OPTION_COUNT + 1];
    char shorts[2 * OPTION_COUNT + 2];
    make_getopt_tables(longs, shorts);
    *options = (struct options){.pane = PANE_COUNT, .terminal = {.has_mouse = true}};
    opterr = 0;
    int code;
    while ((code = getopt_long(argc, argv, shorts, longs, NULL)) != -1) {
        const char *word = argv[optind - 1];
        if (code == ':')
            return error_set_misuse(error, "%s needs an argument", word);
        if (code == '?')
            return refuse_option(word, error);
        if (!find_option(code)->take(options, optarg, error))
            return false;
        if (options->mode >= MODE_HELP)
            return true;
    }
    return check_companions(options, error) && check_choices(options, error) &&
           choose_csv(options, error) &&
           take_files(options, argc - optind, argv + optind, error);
}

void options_release(struct options *options)
{
    free(options->filters);
}

#define HELP_COLUMN 29
#define HELP_WIDTH 79

/* The name of an option and its help beside it, over as many lines as it takes; a name that leaves
 * no room has a line of its own. */
static void write_help_line(struct buffer *out, const char *name, const char *help)
{
    struct text rest = text_of(help);
    bool is_long = strlen(name) > HELP_COLUMN - 3;
    buffer_printf(out, "  %-*s", HELP_COLUMN - 2, name);
    if (is_long)
        buffer_printf(out, "\n%*s", HELP_COLUMN, "");
    while (rest.length) {
        size_t next, length = text_wrap(rest, HELP_WIDTH - HELP_COLUMN, &next);
        buffer_printf(out, "%.*s\n", (int)length, rest.data);
        rest = (struct text){rest.data + next, rest.length - next};
        if (rest.length)
            buffer_printf(out, "%*s", HELP_COLUMN, "");
    }
}

void options_help(struct buffer *out)
{
    buffer_puts(out,
                "Usage: tradescope [OPTION]... [FILE]...\n"
                "Explore trade figures and the quotes behind them. FILE is a CSV of claims or of\n"
                "a statistical office, - is standard input; several are compared with each\n"
                "other. Without one the shipped India-Russia data are opened.\n\n");
    for (size_t i = 0; i < OPTION_COUNT; i++) {
        const struct option_info *info = &option_table[i];
        bool is_optional = info->has_argument == optional_argument;
        struct buffer name = {0};
        if (info->letter)
            buffer_printf(&name, "-%c, ", info->letter);
        else
            buffer_puts(&name, "    ");
        buffer_printf(&name, "--%s%s%s%s", info->name,
                      is_optional       ? "[="
                      : *info->argument ? "="
                                        : "",
                      info->argument, is_optional ? "]" : "");
        write_help_line(out, name.data, info->help);
        buffer_release(&name);
    }
    buffer_puts(out,
                "\nAt the keyboard: arrows move, Tab changes the pane, Enter opens, / searches,\n"
                "& filters, ? helps, q quits.\n"
                "Exit status: 0 done, 1 the data have problems or cannot be written, 2 misuse.\n");
}
