/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A column map becomes the rules that a format file would have. The meaning of a word depends on
 * the file, so each field gets all its readings in turn: one column, joined columns, a constant.
 */
#include "config.h"

#include "data/format/column_map.h"

#include "base/array.h"
#include "data/csv/header_name.h"
#include "data/format/column_map_parser.h"
#include "data/value/unit.h"

#include <stdlib.h>
#include <string.h>

/* In this order, as 201112 may be a month or a fiscal year, and a month is far more usual. */
static const char *const period_ways[] = {
    "period",     "year",    "yyyymm",      "yyyy52",         "quarter",       "month",
    "month-name", "through", "fiscal-year", "first-of-month", "year-and-part", NULL};
static const char *const country_ways[] = {"country", NULL};
static const char *const flow_ways[] = {"flow-words", NULL};
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

struct text map_parser_keep(struct map_parser *parser, struct text text)
{
    return (struct text){arena_copy(&parser->wish->arena, text.data, text.length), text.length};
}

struct text map_parser_keep_name(struct map_parser *parser, struct text name)
{
    struct buffer normalised = {0};
    header_name(&normalised, name);
    struct text kept = map_parser_keep(parser, buffer_text(&normalised));
    buffer_release(&normalised);
    return kept;
}

void map_parser_append(struct map_parser *parser, struct word_list *list, struct text word)
{
    struct text *words = arena_alloc(&parser->wish->arena, (list->count + 1) * sizeof *words);
    if (list->count)
        memcpy(words, list->words, list->count * sizeof *words);
    words[list->count++] = word;
    list->words = words;
}

static bool is_quote(struct text text, size_t at)
{
    return at < text.length && (text.data[at] == '\'' || text.data[at] == '"');
}

static size_t find(struct text text, size_t from, char c)
{
    while (from < text.length && text.data[from] != c)
        from++;
    return from;
}

struct text map_parser_part(struct text *rest, char sign)
{
    bool is_quoted = is_quote(*rest, 0);
    size_t close = is_quoted ? find(*rest, 1, rest->data[0]) : 0;
    size_t end = find(*rest, close, sign);
    is_quoted = is_quoted && close + 1 == end;
    struct text part =
        text_trim((struct text){rest->data + is_quoted, (is_quoted ? close : end) - is_quoted});
    end += end < rest->length;
    *rest = (struct text){rest->data + end, rest->length - end};
    return part;
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
    if (field == FIELD_FLOW)
        return flow_ways;
    return field == FIELD_REPORTER || field == FIELD_PARTNER ? country_ways : no_ways;
}

/* Sets the translations of a column: the one that is named, else the usual ones. */
void map_parser_translate(struct map_parser *parser, enum field field,
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
    do {
        struct text name = joins ? map_parser_part(&word, '+') : word;
        map_parser_append(parser, &source->written, map_parser_keep(parser, text_trim(name)));
        map_parser_append(parser, &source->columns, map_parser_keep_name(parser, name));
    } while (joins && word.length && source->columns.count < 4);
    map_parser_translate(parser, field, named, source);
}

const struct translation *map_parser_translation(struct text *word)
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

static void add_constant(struct map_parser *parser, enum field field, struct text word)
{
    struct field_source *constant = add_source(&parser->wish->fields[field], SOURCE_CONSTANT);
    constant->text = word;
    constant->is_known = true;
    if (field != FIELD_FLOW) /* "Type of export" is no flow, though it names one */
        map_parser_translate(parser, field,
                             field == FIELD_PRODUCT ? translation_find(text_of("hs")) : NULL,
                             constant);
}

/* "column:Export": a column, also where the word could stand for itself. */
static bool take_column_sign(struct text *word)
{
    struct text rest = *word, sign = map_parser_part(&rest, ':');
    bool is_column = text_is(sign, "column") && rest.length > 0;
    if (is_column)
        *word = rest;
    return is_column;
}

/*
 * Adds the possible meanings of a word, the likeliest first: `export` is a flow even if a column
 * has that name.
 */
static void add_rule(struct map_parser *parser, enum field field, struct text word)
{
    struct field_rule *rule = &parser->wish->fields[field];
    struct text column = word;
    bool is_column = take_column_sign(&column);
    rule->text = map_parser_keep(parser, column);
    rule->line = 1;
    const struct translation *named = map_parser_translation(&column);
    bool may_be_constant = !is_column && !named && field != FIELD_VALUE;
    if (may_be_constant && field != FIELD_PRODUCT)
        add_constant(parser, field, rule->text);
    add_columns(parser, field, column, named, false);
    if (field != FIELD_VALUE && memchr(column.data, '+', column.length))
        add_columns(parser, field, column, named, true);
    if (may_be_constant && field == FIELD_PRODUCT)
        add_constant(parser, field, rule->text);
    if (field == FIELD_FLOW) {
        set_meanings(rule);
        map_leave_out_others(parser, map_parser_keep_name(parser, column));
    }
}

static bool refuse_key(struct map_parser *parser, struct text key)
{
    return error_set_misuse(parser->error,
                            "--map: `%.*s` is no field; there are period, reporter, partner, flow, "
                            "product, value, unit, scale, melt, keep, drop, header, separator, "
                            "parts, decimal, thousands and missing",
                            (int)key.length, key.data);
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
    map_statement *take = map_statement_find(key);
    if (take)
        return take(parser, key, word);
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

/*
 * Finds the end of the word: a comma outside of quotes. A quote opens at the start of a word or of
 * a part of it. Returns false if one is not closed, or text follows the last.
 */
static bool find_end(struct map_parser *parser, struct text key, struct text text, size_t *end)
{
    bool may_open = true;
    for (*end = 0; *end < text.length && text.data[*end] != ','; ++*end) {
        bool opens = may_open && is_quote(text, *end);
        may_open = strchr(":+=", text.data[*end]) != NULL;
        if (!opens)
            continue;
        *end = find(text, *end + 1, text.data[*end]);
        if (*end == text.length)
            return error_set_misuse(parser->error, "--map: the quote behind %.*s= is not closed",
                                    (int)key.length, key.data);
        if (*end + 1 < text.length && !strchr(",:+=", text.data[*end + 1]))
            return error_set_misuse(parser->error, "--map: a comma is missing before `%.*s`",
                                    (int)(text.length - *end - 1), text.data + *end + 1);
    }
    return true;
}

/* Parses the next "key=word" and the comma behind it. */
static bool take_next(struct map_parser *parser)
{
    struct text rest = parser->rest;
    size_t equals = find(rest, 0, '='), end;
    if (equals == rest.length)
        return error_set_misuse(parser->error,
                                "--map: a `=` is missing behind `%.*s`; write "
                                "period=Year,value='Trade Value',flow=export",
                                (int)rest.length, rest.data);
    struct text key = text_trim((struct text){rest.data, equals});
    struct text word = {rest.data + equals + 1, rest.length - equals - 1};
    if (!find_end(parser, key, word, &end))
        return false;
    size_t next = end + (end < word.length);
    parser->rest = (struct text){word.data + next, word.length - next};
    word.length = end;
    bool is_quoted = is_quote(word, 0) && find(word, 1, word.data[0]) + 1 == word.length;
    if (is_quoted)
        word = (struct text){word.data + 1, word.length - 2};
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
    add_source(rule, SOURCE_CONSTANT)->text = map_parser_keep(parser, buffer_text(&unit));
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
