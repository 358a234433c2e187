/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "options.h"

#include "base/array.h"
#include "model/choice_changes.h"
#include "base/suggestion.h"
#include "report/citations.h"
#include "report/shown_page.h"

#include <getopt.h>
#include <stdlib.h>
#include <string.h>

#define PLAIN_LETTERS "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_=./:,+%@"
#define FIRST_CODE 256 /* of the long options, behind those with a letter */

/* Makes the arguments of getopt_long() from the table. */
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

/* Refuses a prefix of several names. Returns false if it is a prefix of none. */
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

/* Refuses options for a mode that was not requested. */
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

/* An option, and a function that returns the mode or pane in which it would have no effect, or
 * NULL. */
struct meaning {
    const char *name;
    bool is_given;
    const char *(*find_idle)(const struct options *options);
    const char *reason, *remedy;
};

/* Modes that examine whole files. */
static const char *find_whole(const struct options *options)
{
    return options->mode == MODE_CHECK                                     ? "--check"
           : options->mode == MODE_PRINT && options->page == PAGE_PROBLEMS ? "--print=problems"
                                                                           : NULL;
}

/* Modes without a path, which alone shows a scenario. */
static const char *find_without_path(const struct options *options)
{
    static const char *const modes[] = {[MODE_EXPORT] = "--export",
                                        [MODE_SUM] = "--sum",
                                        [MODE_CHECK] = "--check",
                                        [MODE_VERIFY] = "--verify",
                                        [MODE_EXPLAIN] = "--explain"};
    static const char *const pages[PAGE_KIND_COUNT + 1] = {
        [PAGE_BALANCE] = "--print=balance",   [PAGE_FIGURES] = "--print=figures",
        [PAGE_EVENTS] = "--print=events",     [PAGE_SOURCE] = "--print=source",
        [PAGE_CHECKS] = "--print=checks",     [PAGE_PROBLEMS] = "--print=problems",
        [PAGE_ROWS] = "--print=rows",         [PAGE_PARTNERS] = "--print=partners",
        [PAGE_PRODUCTS] = "--print=products", [PAGE_MIRROR] = "--print=mirror",
        [PAGE_TREND] = "--print=trend",       [PAGE_SOURCES] = "--print=sources",
        [PAGE_DISPUTES] = "--print=disputes"};
    if (options->mode == MODE_PRINT)
        return pages[options->page];
    return options->mode < ARRAY_LENGTH(modes) ? modes[options->mode] : NULL;
}

/* Modes that show neither quotes nor checks of them. */
static const char *find_without_quotes(const struct options *options)
{
    return options->mode == MODE_EXPORT    ? "--export"
           : options->mode == MODE_SUM     ? "--sum"
           : options->mode == MODE_EXPLAIN ? "--explain"
           : options->mode == MODE_TEST    ? "--test"
           : options->mode == MODE_REPORT  ? "--report"
                                           : NULL;
}

/* A report has the path, and no answer of a goal. */
static const char *find_report(const struct options *options)
{
    return options->mode == MODE_REPORT ? "--report" : NULL;
}

/* Modes without the answer of a goal, which --print writes first. */
static const char *find_without_goal(const struct options *options)
{
    bool is_balance = options->mode == MODE_PRINT && options->page == PAGE_BALANCE;
    return is_balance ? NULL : find_without_path(options);
}

/* Modes that show rows with the periods of the file. */
static const char *find_by_row(const struct options *options)
{
    bool is_print = options->mode == MODE_PRINT;
    return !options->period || !model_is_frequency(options->period) ? NULL
           : options->mode == MODE_EXPORT                           ? "--export"
           : options->mode == MODE_SUM                              ? "--sum"
           : is_print && options->page == PAGE_ROWS                 ? "--print=rows"
           : is_print && options->page == PAGE_EVENTS               ? "--print=events"
                                                                    : NULL;
}

/* A mode that reads articles, and no data. */
static const char *find_articles(const struct options *options)
{
    return options->mode == MODE_EXTRACT ? "--extract" : NULL;
}

/* Refuses options that would have no effect. */
static bool check_meanings(const struct options *options, struct error *error)
{
    static const char whole[] = "looks at whole files", path[] = "shows no path";
    static const char articles[] = "reads articles, and no data";
    static const char by_row[] = "has the periods of the files";
    static const char range[] = ", or write a range, 2010..2023 say";
    const struct meaning meanings[] = {
        {"pair", options->pair, find_articles, articles, ""},
        {"product", options->product, find_articles, articles, ""},
        {"period", options->period, find_articles, articles, ""},
        {"filter", options->filter_count, find_articles, articles, ""},
        {"scenario", options->scenario, find_articles, articles, ""},
        {"goal", options->goal, find_articles, articles, ""},
        {"map", options->map, find_articles, articles, ""},
        {"format", options->layout, find_articles, articles, ""},
        {"encoding", options->encoding, find_articles, articles, ""},
        {"articles", options->articles, find_articles, "is given its articles by name", ""},
        {"pair", options->pair, find_whole, whole, ""},
        {"product", options->product, find_whole, whole, ""},
        {"period", options->period, find_whole, whole, ""},
        {"filter", options->filter_count, find_whole, whole, ""},
        {"period", options->period, find_by_row, by_row, range},
        {"scenario", options->scenario, find_without_path, path, ""},
        {"goal", options->goal, find_without_goal, path, ""},
        {"goal", options->goal, find_report, "has no answer to a goal", ", or use --print=path"},
        {"articles", options->articles, find_without_quotes, "reads no article", ""},
    };
    for (size_t i = 0; i < ARRAY_LENGTH(meanings); i++) {
        const struct meaning *meaning = &meanings[i];
        const char *idle = meaning->is_given ? meaning->find_idle(options) : NULL;
        if (idle)
            return error_set_misuse(error, "%s %s; leave --%s out%s", idle, meaning->reason,
                                    meaning->name, meaning->remedy);
    }
    return true;
}

/* Returns the command line as a shell reads it. The caller frees it. */
static char *write_command_line(int argc, char **argv)
{
    struct buffer line = {0};
    buffer_puts(&line, "tradescope");
    for (int i = 1; i < argc; i++) {
        bool is_plain = *argv[i] && strspn(argv[i], PLAIN_LETTERS) == strlen(argv[i]);
        buffer_puts(&line, is_plain ? " " : " '");
        for (const char *at = argv[i]; *at; at++)
            if (*at == '\'')
                buffer_puts(&line, "'\\''");
            else
                buffer_putc(&line, *at);
        buffer_puts(&line, is_plain ? "" : "'");
    }
    return buffer_take(&line);
}

static bool writes_files(const struct options *options)
{
    return options->mode == MODE_EXPORT || options->mode == MODE_REPORT ||
           (options->mode == MODE_EXPLAIN && options->has_format) ||
           (options->mode == MODE_PRINT && options->page < PAGE_KIND_COUNT);
}

/* A page takes its format from the name of its file, as `:write` does. */
static bool choose_format_of_file(struct options *options, struct error *error)
{
    enum report_format format;
    bool is_page = options->mode == MODE_PRINT || options->mode == MODE_REPORT;
    if (options->mode == MODE_PRINT && options->has_format && options->page == PAGE_KIND_COUNT)
        return error_set_misuse(error, "--export writes one page; name it: --print=balance");
    if (!is_page || options->has_format || !options->output || !*options->output ||
        !report_format_of_file(options->output, &format))
        return true;
    options->has_format = options->mode == MODE_PRINT || format != REPORT_TEXT;
    options->format = options->has_format ? format : options->format;
    return true;
}

/* Applies to rows and to sums. */
static bool choose_csv(struct options *options, struct error *error)
{
    bool is_tsv = options->format == REPORT_TSV;
    if (options->mode == MODE_SUM && options->has_format && options->format != REPORT_CSV &&
        options->format != REPORT_JSON)
        return error_set_misuse(error, "--sum writes csv or json, or text without --export");
    if (options->is_csv_safe && options->format != REPORT_CSV && !is_tsv)
        return error_set_misuse(error, "--csv-safe is for --export=csv or tsv; add one");
    if (options->is_csv_safe)
        options->format = is_tsv ? REPORT_TSV_SAFE : REPORT_CSV_SAFE;
    if (options->mode == MODE_REPORT && options->has_format && options->format != REPORT_MARKDOWN &&
        options->format != REPORT_HTML)
        return error_set_misuse(error, "--report is md or html");
    if (options->has_format && options->mode != MODE_EXPORT && options->mode != MODE_SUM &&
        citations_is_format(options->format))
        return error_set_misuse(error, "this format has sources and no page; leave --print, "
                                       "--explain and --report out");
    if (options->is_forced && !options->output)
        return error_set_misuse(error, "--force is for -o FILE; add it");
    if (options->output && !writes_files(options))
        return error_set_misuse(error, "-o is for --export, --report and --print=PAGE; add one");
    return true;
}

/* --extract has no files of its own, and writes claims. */
static bool check_extract(const struct options *options, struct error *error)
{
    if (options->mode != MODE_EXTRACT)
        return true;
    if (options->has_format && options->format != REPORT_CSV && options->format != REPORT_CSV_SAFE)
        return error_set_misuse(error, "--extract writes text or csv; write --export=csv");
    return options->path_count > 0 ||
           error_set_misuse(error, "--extract needs an article; name text files of articles");
}

bool options_parse(struct options *options, int argc, char **argv, struct error *error)
{
    struct option longs[OPTION_COUNT + 1];
    char shorts[2 * OPTION_COUNT + 2];
    make_getopt_tables(longs, shorts);
    *options = (struct options){
        .page = PAGE_KIND_COUNT, .pane = PANE_COUNT, .terminal = {.has_mouse = true}};
    options->command = write_command_line(argc, argv);
    opterr = 0;
    int code;
    while ((code = getopt_long(argc, argv, shorts, longs, NULL)) != -1) {
        const char *word = argv[optind - 1];
        if (code == ':')
            return error_set_misuse(error, "%s needs an argument", word);
        if (code == '?')
            return refuse_option(word, error);
        const struct option_info *info = find_option(code);
        if (!info->take(options, info, optarg, error))
            return false;
        if (options->mode >= MODE_HELP) {
            if (optind < argc && strcmp(argv[optind], "--") == 0)
                optind++;
            options->paths = (const char *const *)argv + optind;
            options->path_count = (size_t)(argc - optind);
            return true;
        }
    }
    return check_companions(options, error) && check_meanings(options, error) &&
           choose_format_of_file(options, error) && choose_csv(options, error) &&
           take_files(options, argc - optind, argv + optind, error) &&
           check_extract(options, error);
}

void options_release(struct options *options)
{
    free(options->filters);
    free(options->command);
}

#define HELP_COLUMN 29
#define HELP_WIDTH 79

/*
 * Writes the name of an option with its help next to it, on several lines if necessary. A long name
 * has a line of its own.
 */
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

static void write_option(struct buffer *out, const struct option_info *info)
{
    bool is_optional = info->has_argument == optional_argument;
    struct buffer name = {0}, help = {0};
    if (info->letter)
        buffer_printf(&name, "-%c, ", info->letter);
    else
        buffer_puts(&name, "    ");
    buffer_printf(&name, "--%s", info->name);
    if (info->argument)
        buffer_printf(&name, is_optional ? "[=%s]" : "=%s", info->argument);
    option_write_help(&help, info);
    write_help_line(out, name.data, help.data);
    buffer_release(&name);
    buffer_release(&help);
}

void options_help(struct buffer *out)
{
    buffer_puts(out,
                "Usage: tradescope [OPTION]... [FILE]...\n"
                "Explore trade figures and the quotes behind them. FILE is a CSV of claims or of\n"
                "a statistical office, - is standard input; several are compared with each\n"
                "other. Without one the shipped India-Russia data are opened.\n\n");
    for (size_t i = 0; i < OPTION_COUNT; i++)
        write_option(out, &option_table[i]);
    buffer_puts(out,
                "\nAt the keyboard: arrows move, Tab changes the pane, Enter opens, / searches,\n"
                "& filters, ? helps, q quits.\n"
                "Exit status: 0 done, 1 the data have problems or cannot be written, 2 misuse.\n");
}
