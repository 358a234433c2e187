/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "option_table.h"

#include "base/array.h"
#include "data/io/convert.h"
#include "view/panes.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define LARGEST_SCREEN 1000

static const char *const export_words[] = {
    "csv", "tsv", "json", "md", "html", "txt", "csl-json", "bibtex", "ris", "claimreview", NULL};
static const enum report_format export_formats[] = {
    REPORT_CSV,  REPORT_TSV, REPORT_JSON,   REPORT_MARKDOWN, REPORT_HTML,
    REPORT_TEXT, REPORT_CSL, REPORT_BIBTEX, REPORT_RIS,      REPORT_CLAIMREVIEW};
static const char *const color_words[] = {
    [COLOR_AUTO] = "auto", [COLOR_ALWAYS] = "always", [COLOR_NEVER] = "never", [3] = NULL};

/* The usual ones; iconv knows more. */
static const char *const encoding_words[] = {"utf-8",      "windows-1252", "windows-1251",
                                             "iso-8859-2", "gb18030",      "shift_jis",
                                             "euc-kr",     "utf-16",       NULL};

static const char *page_word(size_t number)
{
    const char *name = page_kind_name(number);
    return name ? name : number && page_kind_name(number - 1) ? "all" : NULL;
}

/* Returns the pane that shows a page; PANE_COUNT if none does. */
static enum pane pane_of_page(const char *name)
{
    size_t pane = 0;
    while (pane < PANE_COUNT && strcmp(pane_set.ops[pane]->name, name) != 0)
        pane++;
    return (enum pane)pane;
}

const char *option_word(const struct option_info *info, size_t number)
{
    return info->values == VALUES_PAGES ? page_word(number)
           : info->words                ? info->words[number]
                                        : NULL;
}

/* "a, b or c". */
static void write_words(struct buffer *out, const struct option_info *info)
{
    const char *word;
    for (size_t i = 0; (word = option_word(info, i)); i++)
        buffer_printf(out, "%s%s", !i ? "" : option_word(info, i + 1) ? ", " : " or ", word);
}

/*
 * Finds the argument among the words of the option. Returns false, listing the words, for any
 * other.
 */
static bool find_word(const struct option_info *info, const char *argument, size_t *place,
                      struct error *error)
{
    const char *word;
    for (size_t i = 0; (word = option_word(info, i)); i++) {
        if (strcmp(argument, word) == 0) {
            *place = i;
            return true;
        }
    }
    struct buffer list = {0};
    write_words(&list, info);
    error_set_misuse(error, "--%s=%s: write %s", info->name, argument, list.data);
    buffer_release(&list);
    return false;
}

static bool set_mode(struct options *options, enum mode mode, struct error *error)
{
    bool has_format = options->mode == MODE_EXPORT &&
                      (mode == MODE_PRINT || mode == MODE_EXPLAIN || mode == MODE_REPORT);
    if (options->mode != MODE_DEFAULT && options->mode != mode && !has_format)
        return error_set_misuse(
            error, "only one of --print, --export, --sum, --explain, --check, --verify, "
                   "--extract, --test and --headless can be asked for at a time");
    options->mode = mode;
    return true;
}

static bool keep_text(struct options *options, const struct option_info *info, const char *argument,
                      struct error *error)
{
    (void)error;
    memcpy((char *)options + info->place, &argument, sizeof argument);
    return true;
}

static bool keep_flag(struct options *options, const struct option_info *info, const char *argument,
                      struct error *error)
{
    const bool is_given = true;
    (void)argument, (void)error;
    memcpy((char *)options + info->place, &is_given, sizeof is_given);
    return true;
}

/* These options are answered at once, whatever the others are. */
static bool take_question(struct options *options, const struct option_info *info,
                          const char *argument, struct error *error)
{
    (void)argument, (void)error;
    options->mode = info->mode;
    return true;
}

static bool take_mode(struct options *options, const struct option_info *info, const char *argument,
                      struct error *error)
{
    (void)argument;
    return set_mode(options, info->mode, error);
}

static bool take_verify(struct options *options, const struct option_info *info,
                        const char *argument, struct error *error)
{
    options->is_record = argument != NULL;
    if (argument && strcmp(argument, "record") != 0)
        return error_set_misuse(error, "--%s=%s: write --verify, or --verify=record", info->name,
                                argument);
    return set_mode(options, MODE_VERIFY, error);
}

static bool take_filter(struct options *options, const struct option_info *info,
                        const char *argument, struct error *error)
{
    (void)info, (void)error;
    ARRAY_RESERVE(options->filters, options->filter_count + 1, options->filter_capacity);
    options->filters[options->filter_count++] = argument;
    return true;
}

static bool take_encoding(struct options *options, const struct option_info *info,
                          const char *argument, struct error *error)
{
    struct buffer words = {0};
    if (convert_knows(argument))
        return keep_text(options, info, argument, error);
    write_words(&words, info);
    error_set_misuse(error,
                     "--encoding: `%s` is no encoding that is known here; write %s, or another one "
                     "that `iconv -l` lists",
                     argument, words.data);
    buffer_release(&words);
    return false;
}

static bool take_print(struct options *options, const struct option_info *info,
                       const char *argument, struct error *error)
{
    size_t page = PAGE_KIND_COUNT;
    if (argument && !find_word(info, argument, &page, error))
        return false;
    bool is_all = !argument || !page_kind_name(page);
    options->page = is_all ? PAGE_KIND_COUNT : (enum page_kind)page;
    options->pane = is_all ? PANE_COUNT : pane_of_page(argument);
    return set_mode(options, MODE_PRINT, error);
}

static bool take_export(struct options *options, const struct option_info *info,
                        const char *argument, struct error *error)
{
    size_t place;
    if (!find_word(info, argument, &place, error))
        return false;
    options->format = export_formats[place];
    options->has_format = true;
    return options->mode == MODE_SUM || options->mode == MODE_PRINT ||
           options->mode == MODE_EXPLAIN || options->mode == MODE_EXTRACT ||
           options->mode == MODE_REPORT || set_mode(options, MODE_EXPORT, error);
}

static bool take_sum(struct options *options, const struct option_info *info, const char *argument,
                     struct error *error)
{
    (void)info;
    if (options->mode == MODE_EXPORT) /* which chooses the format of the sums */
        options->mode = MODE_DEFAULT;
    options->sum_columns = argument;
    return set_mode(options, MODE_SUM, error);
}

static bool take_extract(struct options *options, const struct option_info *info,
                         const char *argument, struct error *error)
{
    (void)argument;
    if (options->mode == MODE_EXPORT) /* which chooses the format of the rows */
        options->mode = MODE_DEFAULT;
    return set_mode(options, info->mode, error);
}

static bool take_test(struct options *options, const struct option_info *info, const char *argument,
                      struct error *error)
{
    (void)info;
    options->tested = argument;
    return set_mode(options, MODE_TEST, error);
}

static bool take_pair(struct options *options, const struct option_info *info, const char *argument,
                      struct error *error)
{
    (void)info;
    const char *colon = strchr(argument, ':');
    options->pair = argument;
    return (colon && colon > argument && colon[1]) ||
           error_set_misuse(error, "--pair=%s: write REPORTER:PARTNER, India:Russia say", argument);
}

static bool take_explain(struct options *options, const struct option_info *info,
                         const char *argument, struct error *error)
{
    (void)info;
    options->explained = argument;
    if (!*argument)
        return error_set_misuse(error, "--explain needs the name of a number: coverage, say");
    return set_mode(options, MODE_EXPLAIN, error);
}

static bool take_report(struct options *options, const struct option_info *info,
                        const char *argument, struct error *error)
{
    (void)info;
    options->template = argument;
    return set_mode(options, MODE_REPORT, error);
}

static bool take_headless(struct options *options, const struct option_info *info,
                          const char *argument, struct error *error)
{
    (void)info;
    int end = 0;
    bool is_size = sscanf(argument, "%4dx%4d%n", &options->width, &options->height, &end) == 2 &&
                   argument[end] == '\0' && options->width > 0 && options->height > 0 &&
                   options->width <= LARGEST_SCREEN && options->height <= LARGEST_SCREEN;
    if (!is_size)
        return error_set_misuse(error, "--headless=%s: write columns and rows, as in 80x24",
                                argument);
    return set_mode(options, MODE_HEADLESS, error);
}

static bool take_partial(struct options *options, const struct option_info *info,
                         const char *argument, struct error *error)
{
    (void)info;
    int end = 0;
    bool is_count = sscanf(argument, "%9zu%n", &options->partial_rows, &end) == 1 &&
                    argument[end] == '\0' && options->partial_rows > 0;
    return is_count || error_set_misuse(error, "--partial=%s: write a number of rows", argument);
}

static bool take_color(struct options *options, const struct option_info *info,
                       const char *argument, struct error *error)
{
    size_t use;
    if (!find_word(info, argument, &use, error))
        return false;
    options->terminal.color = (enum color_use)use;
    return true;
}

static bool take_no_mouse(struct options *options, const struct option_info *info,
                          const char *argument, struct error *error)
{
    (void)info, (void)argument, (void)error;
    options->terminal.has_mouse = false;
    return true;
}

#define PLACE(member) offsetof(struct options, member)

const struct option_info option_table[OPTION_COUNT] = {
    {.name = "filter",
     .letter = 'f',
     .has_argument = required_argument,
     .argument = "EXPRESSION",
     .help = "show only rows that match; all of several filters must match",
     .values = VALUES_OF_COMMAND,
     .command = "filter",
     .take = take_filter},
    {.name = "format",
     .has_argument = required_argument,
     .argument = "NAME",
     .help = "read the files as official statistics of this format, see --list-formats",
     .values = VALUES_FORMATS,
     .place = PLACE(layout),
     .take = keep_text},
    {.name = "encoding",
     .has_argument = required_argument,
     .argument = "NAME",
     .help = "the files are written in this encoding, one of iconv's, such as",
     .values = VALUES_WORDS,
     .words = encoding_words,
     .place = PLACE(encoding),
     .take = take_encoding},
    {.name = "map",
     .has_argument = required_argument,
     .argument = "FIELDS",
     .help = "say what the columns are: \"period=Year,value='Trade Value',flow=export\"",
     .values = VALUES_FIELDS,
     .place = PLACE(map),
     .take = keep_text},
    {.name = "print",
     .has_argument = optional_argument,
     .argument = "PAGE",
     .help = "write a page as text, or in the format of --export:",
     .values = VALUES_PAGES,
     .take = take_print},
    {.name = "export",
     .has_argument = required_argument,
     .argument = "FORMAT",
     .help = "write the rows, or the page of --print, as",
     .values = VALUES_WORDS,
     .words = export_words,
     .take = take_export},
    {.name = "output",
     .letter = 'o',
     .has_argument = required_argument,
     .argument = "FILE",
     .help = "write to this file, with --export, --print=PAGE and --report; it must not exist",
     .place = PLACE(output),
     .take = keep_text},
    {.name = "force",
     .help = "with -o, replace the file",
     .place = PLACE(is_forced),
     .take = keep_flag},
    {.name = "csv-safe",
     .help =
         "with --export=csv or tsv, put ' before cells that a spreadsheet would take for formulas",
     .place = PLACE(is_csv_safe),
     .take = keep_flag},
    {.name = "explain",
     .has_argument = required_argument,
     .argument = "NAME",
     .help = "explain a number, such as 'coverage': formula, inputs, quotes",
     .values = VALUES_OF_COMMAND,
     .command = "explain",
     .take = take_explain},
    {.name = "report",
     .has_argument = optional_argument,
     .argument = "TEMPLATE",
     .help = "write a report on the pair, or fill in this template; see tradescope-report(5)",
     .take = take_report},
    {.name = "pair",
     .has_argument = required_argument,
     .argument = "REPORTER:PARTNER",
     .help = "the pair of countries, such as 'India:Russia'",
     .values = VALUES_PAIR,
     .command = "pair",
     .take = take_pair},
    {.name = "product",
     .has_argument = required_argument,
     .argument = "PRODUCT",
     .help = "the product, such as '27'",
     .place = PLACE(product),
     .values = VALUES_OF_COMMAND,
     .command = "product",
     .take = keep_text},
    {.name = "period",
     .has_argument = required_argument,
     .argument = "PERIOD",
     .help = "the periods, '2010..2023', or the frequency, 'months'",
     .place = PLACE(period),
     .values = VALUES_OF_COMMAND,
     .command = "period",
     .take = keep_text},
    {.name = "sum",
     .has_argument = required_argument,
     .argument = "COLUMNS",
     .help = "add the values by columns: 'period,flow'; as csv or json with --export",
     .values = VALUES_COLUMNS,
     .take = take_sum},
    {.name = "all-rows",
     .help = "with --sum, add all rows, totals as well as their parts",
     .place = PLACE(takes_all_rows),
     .take = keep_flag},
    {.name = "scenario",
     .has_argument = required_argument,
     .argument = "SCENARIO",
     .help = "assume yearly growth: 'exports=+20%,imports=-2%'",
     .place = PLACE(scenario),
     .values = VALUES_OF_COMMAND,
     .command = "scenario",
     .take = keep_text},
    {.name = "goal",
     .has_argument = required_argument,
     .argument = "GOAL",
     .help = "find the growth that reaches 'target,imports=flat', 'half-balance', 'coverage=25%'",
     .place = PLACE(goal),
     .values = VALUES_OF_COMMAND,
     .command = "goal",
     .take = keep_text},
    {.name = "check",
     .help = "list what cannot be read and what does not add up, as FILE:LINE:COLUMN: reason",
     .mode = MODE_CHECK,
     .take = take_mode},
    {.name = "verify",
     .has_argument = optional_argument,
     .argument = "record",
     .help = "compare the quote of each claim with its article, word by word; `record` keeps that",
     .take = take_verify},
    {.name = "articles",
     .has_argument = required_argument,
     .argument = "FOLDER",
     .help = "where the articles are; `sources` beside the claims file otherwise",
     .place = PLACE(articles),
     .take = keep_text},
    {.name = "test",
     .has_argument = required_argument,
     .argument = "SENTENCE",
     .help = "hold what a sentence states against the files: 'exports rose 5 % in 2023'",
     .take = take_test},
    {.name = "extract",
     .help = "the files are articles: write the claims that they state; as csv with --export=csv",
     .mode = MODE_EXTRACT,
     .take = take_extract},
    {.name = "strict",
     .help = "with --check, a conflict of sources is a problem",
     .place = PLACE(is_strict),
     .take = keep_flag},
    {.name = "headless",
     .has_argument = required_argument,
     .argument = "COLSxROWS",
     .help = "read key bytes from standard input and write the screen",
     .take = take_headless},
    {.name = "partial",
     .has_argument = required_argument,
     .argument = "ROWS",
     .help = "with --headless, show the screen after loading this number of rows",
     .take = take_partial},
    {.name = "styles",
     .help = "with --headless, also write styles and the cursor",
     .place = PLACE(shows_styles),
     .take = keep_flag},
    {.name = "ascii",
     .help = "use ASCII characters only",
     .place = PLACE(ascii),
     .take = keep_flag},
    {.name = "color",
     .has_argument = required_argument,
     .argument = "WHEN",
     .help = "use colours:",
     .values = VALUES_WORDS,
     .words = color_words,
     .take = take_color},
    {.name = "no-mouse", .help = "leave the mouse to the terminal", .take = take_no_mouse},
    {.name = "time",
     .help = "report on standard error how long loading, filters and the first screen took",
     .place = PLACE(shows_times),
     .take = keep_flag},
    {.name = "list-commands",
     .help = "list the commands: name, keys, argument, help",
     .mode = MODE_LIST_COMMANDS,
     .take = take_question},
    {.name = "list-columns",
     .help = "list the columns of a claims file",
     .mode = MODE_LIST_COLUMNS,
     .take = take_question},
    {.name = "list-formats",
     .help = "list the known formats of official statistics: name, title, columns",
     .mode = MODE_LIST_FORMATS,
     .take = take_question},
    {.name = "complete",
     .help =
         "for the completion of shells: list what may stand for the last of the words behind it",
     .mode = MODE_COMPLETE,
     .take = take_question},
    {.name = "help",
     .letter = 'h',
     .help = "show this help",
     .mode = MODE_HELP,
     .take = take_question},
    {.name = "version",
     .letter = 'V',
     .help = "show the version",
     .mode = MODE_VERSION,
     .take = take_question},
};

void option_write_help(struct buffer *out, const struct option_info *info)
{
    buffer_puts(out, info->help);
    if (!option_word(info, 0))
        return;
    buffer_putc(out, ' ');
    write_words(out, info);
}
