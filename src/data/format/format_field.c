/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The statements of format files that say where a field comes from:
 *
 *     reporter is India
 *     period   from Year + Month as month
 *     flow     from "Trade Flow" | "Trade Flow Code"
 *         Import M 1 = import
 *     melt flow
 *         "Export (US$ Thousand)" = export
 */
#include "config.h"

#include "data/format/format_parser.h"

#include "base/array.h"
#include "data/csv/header_name.h"
#include "data/value/period.h"
#include "data/value/unit.h"
#include "data/value/unit_remedy.h"

#include <string.h>

static const enum field stated_fields[] = {FIELD_PERIOD,  FIELD_REPORTER, FIELD_PARTNER, FIELD_FLOW,
                                           FIELD_PRODUCT, FIELD_VALUE,    FIELD_UNIT};

bool format_has_field(enum field field)
{
    for (size_t i = 0; i < ARRAY_LENGTH(stated_fields); i++)
        if (stated_fields[i] == field)
            return true;
    return false;
}

bool format_check_constant(enum field field, struct text text, struct buffer *reason)
{
    struct period period;
    struct unit unit;
    if (field == FIELD_PERIOD && !period_parse(text, &period))
        buffer_puts(reason, "is no period; write 2019, FY2019-20, 2019Q1 or 2019-07");
    else if (field == FIELD_UNIT && !unit_parse(text, &unit))
        unit_refuse(reason, text);
    else if (field == FIELD_FLOW && vocabulary_find(&flow_vocabulary, text) <= 0) {
        buffer_puts(reason, "is no flow; write ");
        vocabulary_list(&flow_vocabulary, reason);
    } else if (field == FIELD_VALUE)
        buffer_puts(reason, "cannot be the value of every row; name the column that has it");
    return !reason->length;
}

static bool check_constant(struct format_parser *parser, enum field field, struct text text)
{
    struct buffer reason = {0};
    bool is_good = format_check_constant(field, text, &reason);
    if (!is_good)
        format_parser_refuse(parser, "`%.*s` %s", (int)text.length, text.data, reason.data);
    buffer_release(&reason);
    return is_good;
}

static struct field_source *add_source(struct format_parser *parser, struct field_rule *rule)
{
    struct field_source *sources =
        xreallocarray(rule->sources, rule->source_count + 1, sizeof *sources);
    rule->sources = sources;
    rule->line = parser->number;
    sources[rule->source_count] = (struct field_source){0};
    return &sources[rule->source_count++];
}

static bool parse_constant(struct format_parser *parser, enum field field)
{
    struct field_source *source = add_source(parser, &parser->format->fields[field]);
    source->kind = SOURCE_CONSTANT;
    source->text = format_parser_phrase(parser);
    if (!text_trim(source->text).length)
        return format_parser_refuse(parser, "the word behind `is` is missing");
    return check_constant(parser, field, source->text);
}

static bool parse_pattern(struct format_parser *parser, struct text *pattern)
{
    struct text word;
    if (!format_line_take(&parser->line, &word))
        return format_parser_refuse(parser, "the pattern is missing");
    *pattern = format_parser_keep(parser, word);
    return true;
}

static bool parse_place(struct format_parser *parser, size_t *place)
{
    struct text word;
    bool is_number = format_line_take(&parser->line, &word) && word.length == 1 &&
                     word.data[0] >= '1' && word.data[0] <= '9';
    *place = is_number ? (size_t)(word.data[0] - '0') : 0;
    return is_number || format_parser_refuse(parser, "`cell` goes on with the number of a record "
                                                     "and of a field, from 1 to 9");
}

/* Parses "in PATTERN KEY RESULT": a separate lookup file. */
static bool parse_beside(struct format_parser *parser, struct field_source *source)
{
    struct text key, result;
    if (!parse_pattern(parser, &source->beside))
        return false;
    if (!format_line_take(&parser->line, &key) || !format_line_take(&parser->line, &result))
        return format_parser_refuse(parser, "behind `in` and the name of a file stand the column "
                                            "with the code and the column with its meaning");
    source->beside_key = format_parser_keep_name(parser, key);
    source->beside_result = format_parser_keep_name(parser, result);
    return true;
}

static bool parse_columns(struct format_parser *parser, struct field_source *source)
{
    source->kind = SOURCE_COLUMNS;
    do {
        struct text name;
        if (!format_line_take(&parser->line, &name))
            return format_parser_refuse(parser, "the name of a column is missing");
        format_parser_add(parser, &source->columns, format_parser_keep_name(parser, name));
    } while (format_line_pass(&parser->line, "+"));
    if (source->columns.count > 4)
        return format_parser_refuse(parser, "at most four columns can be joined");
    if (source->columns.count > 1 && parser->field == FIELD_VALUE)
        return format_parser_refuse(parser, "a value stands in one column");
    return !format_line_pass(&parser->line, "in") || parse_beside(parser, source);
}

static bool translates(const struct translation *translation, enum field field)
{
    return translation->field == field ||
           (translation->field == FIELD_PARTNER && field == FIELD_REPORTER);
}

static bool parse_translations(struct format_parser *parser, enum field field,
                               struct field_source *source)
{
    struct text name;
    while (format_line_take(&parser->line, &name)) {
        const struct translation *translation = translation_find(name);
        if (!translation || !translates(translation, field))
            return format_parser_refuse(parser,
                                        "`%.*s` is no translation for the %s; tradescope-format(5) "
                                        "lists them",
                                        (int)name.length, name.data, field_table[field].name);
        size_t count = source->translation_count;
        const struct translation **list =
            arena_alloc(&parser->format->arena, (count + 1) * sizeof(struct translation *));
        for (size_t i = 0; i < count; i++)
            list[i] = source->translations[i];
        list[count] = translation;
        source->translations = list;
        source->translation_count++;
    }
    return source->translation_count ||
           format_parser_refuse(parser, "the name of a translation is missing behind `as`");
}

/* A pattern may follow, which is told from the next word by its quotes. */
static bool parse_quoted_pattern(struct format_parser *parser, struct text *pattern)
{
    const struct format_line *line = &parser->line;
    return line->at == line->count || !line->words[line->at].is_quoted ||
           parse_pattern(parser, pattern);
}

static bool parse_source(struct format_parser *parser, enum field field)
{
    struct field_source *source = add_source(parser, &parser->format->fields[field]);
    struct format_line *line = &parser->line;
    bool is_good;
    if (format_line_pass(line, "file-name")) {
        source->kind = SOURCE_FILE_NAME;
        source->text = (struct text){"*", 1};
        is_good = parse_quoted_pattern(parser, &source->text);
    } else if (format_line_pass(line, "cell")) {
        source->kind = SOURCE_CELL;
        source->text = (struct text){"*", 1};
        is_good = parse_place(parser, &source->record) && parse_place(parser, &source->place) &&
                  parse_quoted_pattern(parser, &source->text);
    } else {
        is_good = parse_columns(parser, source);
    }
    if (is_good && field == FIELD_VALUE && source->kind != SOURCE_COLUMNS)
        return format_parser_refuse(parser, "a value stands in a column");
    return is_good && (!format_line_pass(line, "as") || parse_translations(parser, field, source));
}

static bool refuse_second(struct format_parser *parser, enum field field)
{
    return format_parser_refuse(parser, "%s is stated on line %zu already", field_table[field].name,
                                parser->format->fields[field].line);
}

bool format_parse_field(struct format_parser *parser, enum field field)
{
    if (parser->format->fields[field].line)
        return refuse_second(parser, field);
    parser->field = field;
    if (format_line_pass(&parser->line, "is"))
        return parse_constant(parser, field);
    if (!format_line_pass(&parser->line, "from"))
        return format_parser_refuse(parser,
                                    "`%s` goes on with `is` and a word or `from` and a "
                                    "column",
                                    field_table[field].name);
    do {
        if (!parse_source(parser, field))
            return false;
    } while (format_line_pass(&parser->line, "|"));
    return true;
}

bool format_parse_melt(struct format_parser *parser)
{
    struct text word = {"", 0};
    format_line_take(&parser->line, &word);
    enum field field = 0;
    while (field < FIELD_COUNT && !text_is(word, field_table[field].name))
        field++;
    if (field == FIELD_COUNT || field == FIELD_VALUE || !format_has_field(field))
        return format_parser_refuse(parser, "`melt` goes on with period, reporter, partner, flow, "
                                            "product or unit: what the names of the columns say");
    if (parser->format->fields[field].line)
        return refuse_second(parser, field);
    parser->field = field;
    struct field_source *source = add_source(parser, &parser->format->fields[field]);
    parser->format->fields[field].is_melted = true;
    source->text = (struct text){"*", 1};
    return !format_line_pass(&parser->line, "as") || parse_translations(parser, field, source);
}

static void add_meaning(struct format_parser *parser, struct field_rule *rule, struct text word)
{
    ARRAY_RESERVE(rule->meanings, rule->meaning_count + 1, rule->meaning_capacity);
    rule->meanings[rule->meaning_count++] =
        (struct word_meaning){.pattern = rule->is_melted ? format_parser_keep_name(parser, word)
                                                         : format_parser_keep(parser, word)};
}

bool format_parse_meaning(struct format_parser *parser)
{
    if (parser->field == FIELD_COUNT)
        return format_parser_refuse(parser, "an indented line says what words of the field above "
                                            "mean, and no field stands above");
    struct field_rule *rule = &parser->format->fields[parser->field];
    size_t first = rule->meaning_count;
    struct text word;
    while (format_line_take(&parser->line, &word))
        add_meaning(parser, rule, word);
    if (rule->meaning_count == first || !format_line_pass(&parser->line, "="))
        return format_parser_refuse(parser, "write WORD = MEANING");
    struct text meaning = format_parser_phrase(parser);
    if (!meaning.length)
        return format_parser_refuse(parser, "the meaning behind `=` is missing");
    for (size_t i = first; i < rule->meaning_count; i++)
        rule->meanings[i].meaning = meaning;
    return check_constant(parser, parser->field, meaning);
}
