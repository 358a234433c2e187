/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A column map becomes the rules that a format file would have. The meaning of a word depends on
 * the file, so each field gets all its readings in turn: one column, joined columns, a constant.
 */
#include "config.h"

#include "data/format/column_map.h"

#include "base/array.h"
#include "data/csv/header_name.h"
#include "data/value/number_reader.h"
#include "data/value/unit.h"

#include <stdlib.h>
#include <string.h>

/* In this order, as 201112 may be a month or a fiscal year, and a month is far more usual. */
static const char *const period_ways[] = {"period",      "year",           "yyyymm",     "yyyy52",
                                          "quarter",     "month",          "month-name", "through",
                                          "fiscal-year", "first-of-month", NULL};
static const char *const country_ways[] = {"country", NULL};
static const char *const no_ways[] = {NULL};

static const struct word_meaning flow_words[] = {
    {{"export", 6}, {"export", 6}},
    {{"exports", 7}, {"export", 6}},
    {{"X", 1}, {"export", 6}},
    {{"import", 6}, {"import", 6}},
    {{"imports", 7}, {"import", 6}},
    {{"M", 1}, {"import", 6}},
    {{"re-export*", 10}, {"re-export", 9}},
    {{"RX", 2}, {"re-export", 9}},
    {{"re-import*", 10}, {"re-import", 9}},
    {{"RM", 2}, {"re-import", 9}},
};

struct map_parser {
    struct format *wish;
    struct text rest;
    struct text scale, unit;
    struct error *error;
};

static struct text keep(struct map_parser *parser, struct text text)
{
    return (struct text){arena_copy(&parser->wish->arena, text.data, text.length), text.length};
}

static struct text keep_name(struct map_parser *parser, struct text name)
{
    struct buffer normalised = {0};
    header_name(&normalised, name);
    struct text kept = keep(parser, buffer_text(&normalised));
    buffer_release(&normalised);
    return kept;
}

static struct field_source *add_source(struct field_rule *rule, int kind)
{
    rule->sources = xreallocarray(rule->sources, rule->source_count + 1, sizeof *rule->sources);
    struct field_source *source = &rule->sources[rule->source_count++];
    *source = (struct field_source){.kind = kind};
    return source;
}

static const char *const *ways_of(enum field field)
{
    if (field == FIELD_PERIOD)
        return period_ways;
    return field == FIELD_REPORTER || field == FIELD_PARTNER ? country_ways : no_ways;
}

/* Sets the translations of a column: the one that is named, else the usual ones. */
static void set_translations(struct map_parser *parser, enum field field,
                             const struct translation *named, struct field_source *source)
{
    const char *const *ways = ways_of(field);
    size_t count = 0;
    while (!named && ways[count])
        count++;
    const struct translation **list =
        arena_alloc(&parser->wish->arena, (count + 1) * sizeof(struct translation *));
    for (size_t i = 0; i < count; i++)
        list[i] = translation_find(text_of(ways[i]));
    if (named)
        list[count++] = named;
    source->translations = list;
    source->translation_count = count;
}

static void add_columns(struct map_parser *parser, enum field field, struct text word,
                        const struct translation *named, bool joins)
{
    struct field_source *source = add_source(&parser->wish->fields[field], SOURCE_COLUMNS);
    struct text *names = arena_alloc(&parser->wish->arena, 4 * sizeof *names);
    size_t start = 0, count = 0;
    for (size_t i = 0; i <= word.length && count < 4; i++) {
        if (i < word.length && !(joins && word.data[i] == '+'))
            continue;
        names[count++] = keep_name(parser, (struct text){word.data + start, i - start});
        start = i + 1;
    }
    source->columns = (struct word_list){names, count};
    set_translations(parser, field, named, source);
}

/* Removes ":fiscal-year" from the end of a column name and returns the translation. */
static const struct translation *take_translation(struct text *word)
{
    for (size_t i = word->length; i-- > 0;) {
        if (word->data[i] != ':')
            continue;
        const struct translation *named =
            translation_find((struct text){word->data + i + 1, word->length - i - 1});
        if (named)
            word->length = i;
        return named;
    }
    return NULL;
}

static void set_meanings(struct field_rule *rule)
{
    rule->meaning_count = rule->meaning_capacity = ARRAY_LENGTH(flow_words);
    rule->meanings = xcalloc(rule->meaning_count, sizeof *rule->meanings);
    memcpy(rule->meanings, flow_words, sizeof flow_words);
}

static void add_rule(struct map_parser *parser, enum field field, struct text word)
{
    struct field_rule *rule = &parser->wish->fields[field];
    struct text column = word;
    const struct translation *named = take_translation(&column);
    rule->line = 1;
    rule->text = keep(parser, word);
    add_columns(parser, field, column, named, false);
    if (field != FIELD_VALUE && memchr(column.data, '+', column.length))
        add_columns(parser, field, column, named, true);
    if (field != FIELD_VALUE) {
        struct field_source *constant = add_source(rule, SOURCE_CONSTANT);
        constant->text = rule->text;
        constant->is_known = true;
        set_translations(parser, field,
                         field == FIELD_PRODUCT ? translation_find(text_of("hs")) : NULL, constant);
    }
    if (field == FIELD_FLOW)
        set_meanings(rule);
}

static bool refuse_key(struct map_parser *parser, struct text key)
{
    return error_set_misuse(parser->error,
                            "--map: `%.*s` is no field; there are period, reporter, partner, flow, "
                            "product, value, unit, scale, decimal, thousands, missing and parts",
                            (int)key.length, key.data);
}

/* Parses "decimal=comma", "thousands=point": the notation of numbers. */
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

/* Parses "missing=..": a word for a missing value. There may be several. */
static bool take_missing(struct map_parser *parser, struct text word)
{
    struct word_list *missing = &parser->wish->missing;
    struct text *words = arena_alloc(&parser->wish->arena, (missing->count + 1) * sizeof *words);
    if (missing->count)
        memcpy(words, missing->words, missing->count * sizeof *words);
    words[missing->count++] = keep(parser, word);
    missing->words = words;
    return true;
}

/* Parses "parts=Port": a column whose rows add up. There may be several. */
static bool take_parts(struct map_parser *parser, struct text word)
{
    struct format *wish = parser->wish;
    struct text *name = arena_alloc(&wish->arena, sizeof *name);
    *name = keep_name(parser, word);
    ARRAY_RESERVE(wish->splits, wish->split_count + 1, wish->split_capacity);
    wish->splits[wish->split_count++] =
        (struct split_rule){.aspect = ASPECT_PARTS, .columns = {name, 1}};
    return true;
}

static bool take_entry(struct map_parser *parser, struct text key, struct text word)
{
    if (!word.length)
        return error_set_misuse(parser->error,
                                "--map: nothing stands behind %.*s=", (int)key.length, key.data);
    if (text_is(key, "scale")) {
        parser->scale = word;
        return true;
    }
    if (text_is(key, "decimal") || text_is(key, "thousands"))
        return take_style(parser, key, word);
    if (text_is(key, "missing"))
        return take_missing(parser, word);
    if (text_is(key, "parts"))
        return take_parts(parser, word);
    for (enum field field = 0; field < FIELD_COUNT; field++) {
        if (!format_has_field(field) || !text_is(key, field_table[field].name))
            continue;
        if (parser->wish->fields[field].line)
            return error_set_misuse(parser->error, "--map: %.*s is stated twice", (int)key.length,
                                    key.data);
        if (field == FIELD_UNIT)
            parser->unit = word;
        add_rule(parser, field, word);
        return true;
    }
    return refuse_key(parser, key);
}

static size_t find(struct text text, size_t from, char c)
{
    while (from < text.length && text.data[from] != c)
        from++;
    return from;
}

/* Parses the next "key=word" and the comma behind it. */
static bool take_next(struct map_parser *parser)
{
    struct text rest = parser->rest;
    size_t equals = find(rest, 0, '=');
    if (equals == rest.length)
        return error_set_misuse(parser->error,
                                "--map: a `=` is missing behind `%.*s`; write "
                                "period=Year,value='Trade Value',flow=export",
                                (int)rest.length, rest.data);
    struct text key = text_trim((struct text){rest.data, equals});
    size_t start = equals + 1;
    bool is_quoted = start < rest.length && (rest.data[start] == '\'' || rest.data[start] == '"');
    size_t end = is_quoted ? find(rest, start + 1, rest.data[start]) : find(rest, start, ',');
    if (is_quoted && end == rest.length)
        return error_set_misuse(parser->error, "--map: the quote behind %.*s= is not closed",
                                (int)key.length, key.data);
    struct text word = {rest.data + start + is_quoted, end - start - is_quoted};
    size_t next = end + is_quoted;
    if (next < rest.length && rest.data[next] != ',')
        return error_set_misuse(parser->error, "--map: a comma is missing before `%.*s`",
                                (int)(rest.length - next), rest.data + next);
    next += next < rest.length;
    parser->rest = (struct text){rest.data + next, rest.length - next};
    return take_entry(parser, key, text_trim(word));
}

static const char *scale_word(struct text scale)
{
    static const struct {
        const char *number, *word;
    } scales[] = {{"1", ""},
                  {"1000", " thousand"},
                  {"100000", " lakh"},
                  {"1000000", " mn"},
                  {"10000000", " crore"},
                  {"1000000000", " bn"},
                  {"1e3", " thousand"},
                  {"1e6", " mn"},
                  {"1e9", " bn"}};
    for (size_t i = 0; i < ARRAY_LENGTH(scales); i++)
        if (text_is(scale, scales[i].number))
            return scales[i].word;
    return NULL;
}

/* A scale alone is in US dollars, the currency of nearly all trade statistics. */
static bool set_scale(struct map_parser *parser)
{
    const char *word = scale_word(parser->scale);
    struct buffer unit = {0};
    if (!word)
        return error_set_misuse(parser->error,
                                "--map: scale=%.*s is none of 1, 1000, 100000 (lakh), 1000000, "
                                "10000000 (crore) and 1000000000",
                                (int)parser->scale.length, parser->scale.data);
    if (parser->unit.length && parser->unit.length != 3)
        return error_set_misuse(parser->error,
                                "--map: with scale=%.*s the unit is a currency "
                                "alone: USD",
                                (int)parser->scale.length, parser->scale.data);
    buffer_printf(&unit, "%.3s%s", parser->unit.length ? parser->unit.data : "USD", word);
    struct field_rule *rule = &parser->wish->fields[FIELD_UNIT];
    rule->line = 1;
    rule->source_count = 0;
    add_source(rule, SOURCE_CONSTANT)->text = keep(parser, buffer_text(&unit));
    buffer_release(&unit);
    return true;
}

bool column_map_parse(struct format *wish, const char *text, struct error *error)
{
    struct map_parser parser = {.wish = wish, .rest = text_trim(text_of(text)), .error = error};
    *wish = (struct format){0};
    do {
        if (!take_next(&parser))
            return false;
    } while (parser.rest.length);
    return !parser.scale.length || set_scale(&parser);
}
