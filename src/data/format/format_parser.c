/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The parser of format files. Each line is a statement, named by its first word; all are in the
 * table below. An indented line belongs to the statement before it.
 */
#include "config.h"

#include "data/format/format_parser.h"

#include "data/format/format.h"
#include "base/array.h"
#include "base/paths.h"
#include "data/csv/header_name.h"
#include "data/value/number_reader.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

bool format_parser_refuse(struct format_parser *parser, const char *format, ...)
{
    va_list arguments;
    buffer_truncate(&parser->reason, 0);
    va_start(arguments, format);
    buffer_vprintf(&parser->reason, format, arguments);
    va_end(arguments);
    return false;
}

struct text format_parser_keep(struct format_parser *parser, struct text text)
{
    return (struct text){arena_copy(&parser->format->arena, text.data, text.length), text.length};
}

struct text format_parser_keep_name(struct format_parser *parser, struct text name)
{
    struct buffer normalised = {0};
    header_pattern(&normalised, name);
    struct text kept = format_parser_keep(parser, buffer_text(&normalised));
    buffer_release(&normalised);
    return kept;
}

/* Lists are short and grow in the arena, which also keeps the outgrown ones. */
void format_parser_add(struct format_parser *parser, struct word_list *list, struct text word)
{
    struct text *words =
        arena_alloc(&parser->format->arena, (list->count + 1) * sizeof *list->words);
    if (list->count)
        memcpy(words, list->words, list->count * sizeof *words);
    words[list->count++] = word;
    list->words = words;
}

bool format_parser_names(struct format_parser *parser, struct word_list *names)
{
    struct text name;
    do {
        if (!format_line_take(&parser->line, &name))
            return format_parser_refuse(parser, "the name of a column is missing");
        format_parser_add(parser, names, format_parser_keep_name(parser, name));
    } while (format_line_pass(&parser->line, "|"));
    return true;
}

struct text format_parser_phrase(struct format_parser *parser)
{
    struct format_line *line = &parser->line;
    struct text word;
    if (line->count - line->at == 1 && format_line_take(line, &word))
        return format_parser_keep(parser, word);
    return format_parser_keep(parser, format_line_rest(line));
}

static bool take_text(struct format_parser *parser, struct text *text)
{
    *text = format_parser_phrase(parser);
    return text->length || format_parser_refuse(parser, "the text is missing");
}

static bool parse_title(struct format_parser *parser)
{
    return take_text(parser, &parser->format->title);
}

static bool parse_source(struct format_parser *parser)
{
    return take_text(parser, &parser->format->source);
}

static bool parse_refusal(struct format_parser *parser)
{
    return take_text(parser, &parser->format->refusal);
}

static bool parse_reconciled(struct format_parser *parser)
{
    parser->format->is_reconciled = true;
    return true;
}

static bool parse_note(struct format_parser *parser)
{
    struct text text;
    if (!take_text(parser, &text))
        return false;
    if (parser->format->note.length)
        buffer_putc(&parser->format->note, ' ');
    buffer_append_text(&parser->format->note, text);
    return true;
}

static bool take_number(struct format_parser *parser, size_t *number)
{
    struct text word;
    *number = 0;
    if (!format_line_take(&parser->line, &word) || !word.length || word.length > 4)
        return format_parser_refuse(parser, "a number up to 9999 is missing");
    for (size_t i = 0; i < word.length; i++) {
        if (word.data[i] < '0' || word.data[i] > '9')
            return format_parser_refuse(parser, "`%.*s` is no number", (int)word.length, word.data);
        *number = *number * 10 + (size_t)(word.data[i] - '0');
    }
    return true;
}

static bool parse_preamble(struct format_parser *parser)
{
    return take_number(parser, &parser->format->preamble);
}

static bool parse_header_cell(struct format_parser *parser)
{
    struct format *format = parser->format;
    struct header_cell cell;
    if (!take_number(parser, &cell.record) || !take_number(parser, &cell.place) ||
        !take_text(parser, &cell.pattern))
        return false;
    if (!cell.record || !cell.place)
        return format_parser_refuse(parser, "records and cells are counted from 1");
    ARRAY_RESERVE(format->cells, format->cell_count + 1, format->cell_capacity);
    format->cells[format->cell_count++] = cell;
    return true;
}

static bool parse_header_with(struct format_parser *parser)
{
    struct format *format = parser->format;
    do {
        ARRAY_RESERVE(format->with, format->with_count + 1, format->with_capacity);
        struct word_list *names = &format->with[format->with_count++];
        *names = (struct word_list){0};
        if (!format_parser_names(parser, names))
            return false;
    } while (!format_line_is_at_end(&parser->line));
    return true;
}

static bool take_names(struct format_parser *parser, struct word_list *list)
{
    struct text name;
    size_t before = list->count;
    while (format_line_take(&parser->line, &name))
        format_parser_add(parser, list, format_parser_keep_name(parser, name));
    return list->count > before ||
           format_parser_refuse(parser, "the names of the columns are missing");
}

static bool parse_header(struct format_parser *parser)
{
    struct format_line *line = &parser->line;
    if (format_line_pass(line, "with"))
        return parse_header_with(parser);
    if (format_line_pass(line, "without"))
        return take_names(parser, &parser->format->without);
    if (format_line_pass(line, "exactly"))
        return take_names(parser, &parser->format->exactly);
    if (format_line_pass(line, "cell"))
        return parse_header_cell(parser);
    return format_parser_refuse(parser, "`header` goes on with `with`, `without`, `exactly` or "
                                        "`cell`");
}

static bool parse_number(struct format_parser *parser)
{
    return take_names(parser, &parser->format->numbers);
}

static bool parse_written(struct format_parser *parser)
{
    struct text style;
    if (!format_line_take(&parser->line, &style))
        style = (struct text){"", 0};
    parser->format->read = number_reader_find(style);
    return parser->format->read ||
           format_parser_refuse(parser, "`%.*s` is no way to write numbers; there are %s",
                                (int)style.length, style.data, NUMBER_READERS);
}

static bool take_words(struct format_parser *parser, struct word_list *list, const char *end)
{
    struct text word;
    size_t before = list->count;
    while (!(end && format_line_pass(&parser->line, end)) && format_line_take(&parser->line, &word))
        format_parser_add(parser, list, format_parser_keep(parser, word));
    return list->count > before || format_parser_refuse(parser, "the words are missing");
}

static bool parse_missing(struct format_parser *parser)
{
    return take_words(parser, &parser->format->missing, NULL);
}

static bool parse_records(struct format_parser *parser, bool keeps)
{
    struct format *format = parser->format;
    struct record_rule rule = {.keeps = keeps};
    if (!format_parser_names(parser, &rule.columns) || !take_words(parser, &rule.words, "because"))
        return false;
    rule.reason = format_parser_phrase(parser);
    if (!rule.reason.length)
        return format_parser_refuse(parser, "the reason is missing; write `because` and the reason "
                                            "behind the words");
    ARRAY_RESERVE(format->records, format->record_count + 1, format->record_capacity);
    format->records[format->record_count++] = rule;
    return true;
}

/* "decimal comma", "thousands point": the same words as those of --map. */
static bool parse_sign(struct format_parser *parser, const char *comma, const char *point)
{
    struct text word = {"", 0};
    format_line_take(&parser->line, &word);
    const char *style = text_is(word, "comma") ? comma : text_is(word, "point") ? point : NULL;
    if (style)
        parser->format->read = number_reader_find(text_of(style));
    return style || format_parser_refuse(parser, "write `comma` or `point` behind it");
}

static bool parse_decimal(struct format_parser *parser)
{
    return parse_sign(parser, "decimal-comma-footnotes", "footnotes");
}

static bool parse_thousands(struct format_parser *parser)
{
    return parse_sign(parser, "footnotes", "decimal-comma-footnotes");
}

static bool parse_skip(struct format_parser *parser)
{
    return parse_records(parser, false);
}

static bool parse_keep(struct format_parser *parser)
{
    return parse_records(parser, true);
}

static const char *const aspect_names[] = {
    [ASPECT_PARTNER] = "partner",
    [ASPECT_PRODUCT] = "product",
    [ASPECT_TRANSPORT] = "transport",
    [ASPECT_CUSTOMS] = "customs",
    [ASPECT_SECOND_PARTNER] = "second-partner",
    [ASPECT_CLASSIFICATION] = "classification",
    [ASPECT_TYPE] = "type",
    [ASPECT_FREQUENCY] = "frequency",
    [ASPECT_OTHER] = "other",
    [ASPECT_PARTS] = "parts",
};

static bool parse_aspect(struct format_parser *parser, enum aspect *aspect)
{
    struct text word;
    bool has_word = format_line_take(&parser->line, &word);
    for (size_t i = 0; has_word && i < ARRAY_LENGTH(aspect_names); i++) {
        if (text_is(word, aspect_names[i])) {
            *aspect = (enum aspect)i;
            return true;
        }
    }
    return format_parser_refuse(parser, "`split` goes on with partner, product, transport, "
                                        "customs, second-partner, classification, type, "
                                        "frequency, parts or other");
}

static bool parse_split(struct format_parser *parser)
{
    struct format *format = parser->format;
    struct split_rule rule = {0};
    if (!parse_aspect(parser, &rule.aspect))
        return false;
    if (!format_line_pass(&parser->line, "by"))
        return format_parser_refuse(parser, "write `by` and a column behind `split %s`",
                                    aspect_names[rule.aspect]);
    if (!format_parser_names(parser, &rule.columns))
        return false;
    if (format_line_pass(&parser->line, "whole") && !take_words(parser, &rule.wholes, NULL))
        return false;
    ARRAY_RESERVE(format->splits, format->split_count + 1, format->split_capacity);
    format->splits[format->split_count++] = rule;
    return true;
}

struct statement {
    const char *name;
    bool (*parse)(struct format_parser *parser);
};

static const struct statement statements[] = {
    {"title", parse_title},         {"source", parse_source},
    {"note", parse_note},           {"refuse", parse_refusal},
    {"header", parse_header},       {"preamble", parse_preamble},
    {"number", parse_number},       {"written", parse_written},
    {"missing", parse_missing},     {"skip", parse_skip},
    {"keep", parse_keep},           {"split", parse_split},
    {"melt", format_parse_melt},    {"reconciled", parse_reconciled},
    {"drop", parse_skip},           {"decimal", parse_decimal},
    {"thousands", parse_thousands},
};

static bool refuse_statement(struct format_parser *parser, struct text word)
{
    struct buffer names = {0};
    for (size_t i = 0; i < ARRAY_LENGTH(statements); i++)
        buffer_printf(&names, "%s, ", statements[i].name);
    format_parser_refuse(parser,
                         "`%.*s` is no statement; there are %speriod, reporter, partner, flow, "
                         "product, value and unit",
                         (int)word.length, word.data, names.data);
    buffer_release(&names);
    return false;
}

static bool parse_statement(struct format_parser *parser)
{
    struct text word;
    parser->field = FIELD_COUNT;
    if (!format_line_take(&parser->line, &word))
        return format_parser_refuse(parser, "a line starts with the name of a statement");
    for (size_t i = 0; i < ARRAY_LENGTH(statements); i++)
        if (text_is(word, statements[i].name))
            return statements[i].parse(parser);
    for (enum field field = 0; field < FIELD_COUNT; field++)
        if (format_has_field(field) && text_is(word, field_table[field].name))
            return format_parse_field(parser, field);
    return refuse_statement(parser, word);
}

static bool parse_line(struct format_parser *parser, struct text text)
{
    if (!format_line_split(&parser->line, text, &parser->reason))
        return false;
    if (!parser->line.count)
        return true;
    if (!(parser->line.is_indented ? format_parse_meaning(parser) : parse_statement(parser)))
        return false;
    if (format_line_is_at_end(&parser->line))
        return true;
    struct text rest = format_line_rest(&parser->line);
    return format_parser_refuse(parser, "`%.*s` is not understood here", (int)rest.length,
                                rest.data);
}

static void report(struct format_parser *parser)
{
    struct buffer visible = {0};
    text_make_visible(&visible, buffer_text(&parser->reason), true);
    problem_add(parser->problems, parser->format->path, parser->number, 0, "%s", visible.data);
    buffer_release(&visible);
}

/* Parses all lines. An error in one line does not hide those of the next. */
static bool parse_lines(struct format_parser *parser, struct text text)
{
    bool is_good = true;
    size_t start = 0;
    for (size_t i = 0; i <= text.length; i++) {
        if (i < text.length && text.data[i] != '\n')
            continue;
        struct text line = {text.data + start, i - start};
        start = i + 1;
        parser->number++;
        bool is_indented = line.length && (line.data[0] == ' ' || line.data[0] == '\t');
        if (is_indented && parser->is_lost)
            continue;
        if (parse_line(parser, line))
            parser->is_lost = false;
        else {
            report(parser);
            parser->is_lost = !is_indented;
            is_good = false;
        }
    }
    return is_good;
}

/* Checks what must occur somewhere in the file. */
static bool check_whole(struct format_parser *parser)
{
    const struct format *format = parser->format;
    if (!format->title.length)
        format_parser_refuse(parser, "has no title; write `title` and what the files are");
    else if (!format->with_count && !format->exactly.count)
        format_parser_refuse(parser, "does not say how a file is recognised; write `header with` "
                                     "and the names of columns");
    else
        return true;
    parser->number = 0;
    report(parser);
    return false;
}

/* Returns "comtrade" for ".../comtrade.format". */
static char *name_of(const char *path)
{
    const char *name = path_name(path), *dot = strrchr(name, '.');
    return dot && dot > name ? xstrndup(name, (size_t)(dot - name)) : xstrdup(name);
}

bool format_parse(struct format *format, const char *path, struct text text,
                  struct problem_list *problems)
{
    *format = (struct format){.name = name_of(path), .path = xstrdup(path)};
    struct format_parser parser = {.format = format, .field = FIELD_COUNT, .problems = problems};
    bool is_good = parse_lines(&parser, text) && check_whole(&parser);
    buffer_release(&parser.reason);
    format_line_release(&parser.line);
    return is_good;
}

void format_release(struct format *format)
{
    for (enum field field = 0; field < FIELD_COUNT; field++) {
        free(format->fields[field].sources);
        free(format->fields[field].meanings);
    }
    free(format->name);
    free(format->path);
    free(format->with);
    free(format->cells);
    free(format->records);
    free(format->splits);
    buffer_release(&format->note);
    arena_release(&format->arena);
    *format = (struct format){0};
}
