/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The entries of --map that name no field:
 *
 *     decimal=comma  thousands=point  missing=n.a.  separator=tab  header=3
 *     keep=Element:'Export Value'+'Import Value'  drop=Flow:Balance
 *     melt=period  melt=flow:Exports+Imports
 */
#include "config.h"

#include "data/format/column_map_parser.h"

#include "base/array.h"
#include "data/value/number_reader.h"

#include <stdlib.h>

/* "decimal=comma", "thousands=point": how numbers are written. */
static bool take_style(struct map_parser *parser, struct text key, struct text word)
{
    static const struct {
        const char *key, *word, *reader;
    } styles[] = {{"decimal", "comma", "decimal-comma-footnotes"},
                  {"decimal", "point", "footnotes"},
                  {"thousands", "comma", "footnotes"},
                  {"thousands", "point", "decimal-comma-footnotes"}};
    for (size_t i = 0; i < ARRAY_LENGTH(styles); i++)
        if (text_is(key, styles[i].key) && text_is(word, styles[i].word))
            parser->wish->read = number_reader_find(text_of(styles[i].reader));
    if (parser->wish->read)
        return true;
    return error_set_misuse(parser->error, "--map: %.*s=%.*s is none of %.*s=comma and %.*s=point",
                            (int)key.length, key.data, (int)word.length, word.data, (int)key.length,
                            key.data, (int)key.length, key.data);
}

/* "missing=..": a word that states nothing; several are stated one by one. */
static bool take_missing(struct map_parser *parser, struct text key, struct text word)
{
    (void)key;
    map_parser_append(parser, &parser->wish->missing, map_parser_keep(parser, word));
    return true;
}

/* Takes a column whose rows add up. There may be several. */
static bool take_parts(struct map_parser *parser, struct text key, struct text word)
{
    (void)key;
    struct format *wish = parser->wish;
    struct split_rule rule = {.aspect = ASPECT_PARTS};
    map_parser_append(parser, &rule.columns, map_parser_keep_name(parser, word));
    ARRAY_RESERVE(wish->splits, wish->split_count + 1, wish->split_capacity);
    wish->splits[wish->split_count++] = rule;
    return true;
}

static bool take_separator(struct map_parser *parser, struct text key, struct text word)
{
    static const struct {
        const char *word;
        char sign;
    } signs[] = {{"comma", ','}, {"semicolon", ';'}, {"tab", '\t'}, {"pipe", '|'},
                 {";", ';'},     {"|", '|'},         {"\t", '\t'}};
    (void)key;
    for (size_t i = 0; i < ARRAY_LENGTH(signs); i++)
        if (text_is(word, signs[i].word))
            parser->wish->separator = signs[i].sign;
    return parser->wish->separator ||
           error_set_misuse(parser->error,
                            "--map: separator=%.*s is none of comma, semicolon, tab and pipe",
                            (int)word.length, word.data);
}

/* The line of the file on which the header starts, from 1. */
static bool take_header(struct map_parser *parser, struct text key, struct text word)
{
    size_t line = 0;
    (void)key;
    for (size_t i = 0; i < word.length && i < 5; i++) {
        if (word.data[i] < '0' || word.data[i] > '9') {
            line = 0;
            break;
        }
        line = line * 10 + (size_t)(word.data[i] - '0');
    }
    parser->wish->header_line = line;
    return (line && word.length < 5) ||
           error_set_misuse(parser->error,
                            "--map: header=%.*s is no number of a line; write header=3",
                            (int)word.length, word.data);
}

static void write_reason(struct buffer *out, bool keeps, struct text column,
                         const struct word_list *words)
{
    buffer_printf(out, "`%.*s` is %s", (int)column.length, column.data, keeps ? "not " : "");
    for (size_t i = 0; i < words->count; i++)
        buffer_printf(out, "%s%.*s", i ? " or " : "", (int)words->words[i].length,
                      words->words[i].data);
}

/* "COLUMN:WORD+WORD". */
static bool take_records(struct map_parser *parser, struct text key, struct text word)
{
    struct format *wish = parser->wish;
    struct record_rule rule = {.keeps = text_is(key, "keep"), .is_needed = true};
    struct buffer reason = {0};
    struct text column = map_parser_part(&word, ':');
    if (!column.length || !word.length)
        return error_set_misuse(parser->error,
                                "--map: %.*s= goes on with a column and its words, as in "
                                "%.*s=Element:'Export Value'",
                                (int)key.length, key.data, (int)key.length, key.data);
    map_parser_append(parser, &rule.columns, map_parser_keep_name(parser, column));
    while (word.length)
        map_parser_append(parser, &rule.words,
                          map_parser_keep(parser, map_parser_part(&word, '+')));
    write_reason(&reason, rule.keeps, column, &rule.words);
    rule.reason = map_parser_keep(parser, buffer_text(&reason));
    buffer_release(&reason);
    ARRAY_RESERVE(wish->records, wish->record_count + 1, wish->record_capacity);
    wish->records[wish->record_count++] = rule;
    return true;
}

void map_leave_out_others(struct map_parser *parser, struct text flow_column)
{
    struct format *wish = parser->wish;
    struct record_rule rule = {
        .reason = text_of("shares, indices, quantities and balances, no values of exports or "
                          "imports")};
    map_parser_append(parser, &rule.columns, flow_column);
    for (size_t i = 0; i < no_flow_pattern_count; i++)
        map_parser_append(parser, &rule.words, text_of(no_flow_patterns[i]));
    ARRAY_RESERVE(wish->records, wish->record_count + 1, wish->record_capacity);
    wish->records[wish->record_count++] = rule;
}

static bool refuse_melted(struct map_parser *parser, struct text column)
{
    return error_set_misuse(parser->error,
                            "--map: the name of `%.*s` tells no flow; write melt=flow:%.*s=export",
                            (int)column.length, column.data, (int)column.length, column.data);
}

/* "Exports", or "Sales=export": a column that is melted, and its flow. */
static bool add_melted(struct map_parser *parser, struct field_rule *rule, struct text word)
{
    struct buffer flow = {0}, reason = {0};
    struct text column = map_parser_part(&word, '=');
    const struct translation *by_words = translation_find(text_of("flow-words"));
    if (word.length)
        buffer_append_text(&flow, word);
    else if (!by_words->read(by_words, column, NULL, &flow))
        return refuse_melted(parser, column);
    bool is_flow = format_check_constant(FIELD_FLOW, buffer_text(&flow), &reason);
    if (is_flow) {
        ARRAY_RESERVE(rule->meanings, rule->meaning_count + 1, rule->meaning_capacity);
        rule->meanings[rule->meaning_count++] = (struct word_meaning){
            map_parser_keep_name(parser, column), map_parser_keep(parser, buffer_text(&flow))};
    } else {
        error_set_misuse(parser->error, "--map: melt=flow:%.*s=%s: `%s` %s", (int)column.length,
                         column.data, flow.data, flow.data, reason.data);
    }
    buffer_release(&flow);
    buffer_release(&reason);
    return is_flow;
}

static enum field find_melted(struct text name)
{
    static const enum field fields[] = {FIELD_PERIOD, FIELD_FLOW, FIELD_REPORTER, FIELD_PARTNER};
    for (size_t i = 0; i < ARRAY_LENGTH(fields); i++)
        if (text_is(name, field_table[fields[i]].name))
            return fields[i];
    return FIELD_COUNT;
}

/* "period", "period:fiscal-year", "flow:Exports+Imports", "partner". */
static bool take_melt(struct map_parser *parser, struct text key, struct text word)
{
    struct text whole = word;
    const struct translation *named = map_parser_translation(&word);
    enum field field = find_melted(map_parser_part(&word, ':'));
    (void)key;
    if (field == FIELD_COUNT || (word.length && field != FIELD_FLOW))
        return error_set_misuse(parser->error,
                                "--map: melt=%.*s is none of melt=period, melt=flow, "
                                "melt=flow:Exports+Imports, melt=reporter and melt=partner",
                                (int)whole.length, whole.data);
    struct field_rule *rule = &parser->wish->fields[field];
    if (rule->line)
        return error_set_misuse(parser->error, "--map: %s is stated twice",
                                field_table[field].name);
    *rule =
        (struct field_rule){.line = 1, .is_melted = true, .text = map_parser_keep(parser, whole)};
    rule->sources = xcalloc(1, sizeof *rule->sources);
    rule->source_count = 1;
    if (!word.length)
        map_parser_translate(parser, field, named, &rule->sources[0]);
    while (word.length)
        if (!add_melted(parser, rule, map_parser_part(&word, '+')))
            return false;
    return true;
}

map_statement *map_statement_find(struct text key)
{
    static const struct {
        const char *key;
        map_statement *take;
    } statements[] = {
        {"decimal", take_style}, {"thousands", take_style},     {"missing", take_missing},
        {"parts", take_parts},   {"separator", take_separator}, {"header", take_header},
        {"keep", take_records},  {"drop", take_records},        {"melt", take_melt}};
    for (size_t i = 0; i < ARRAY_LENGTH(statements); i++)
        if (text_is(key, statements[i].key))
            return statements[i].take;
    return NULL;
}
