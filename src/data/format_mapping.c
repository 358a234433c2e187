/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Each field is found a source first: the first of those that its rule names and the file has.
 * Then the columns are made: those of the file, and behind them what is made of them.
 */
#include "config.h"

#include "data/format_mapping.h"

#include "base/array.h"
#include "base/paths.h"
#include "data/format_match.h"
#include "data/format_words.h"
#include "data/number_reader.h"
#include "data/side_table.h"
#include "data/word_pattern.h"

#include <stdlib.h>
#include <string.h>

/* How a field is stated in this file. */
struct found {
    const struct field_source *source; /* NULL where it is not */
    const struct field_rule *rule;
    struct format_words *words;
    size_t columns[4]; /* of the file */
    size_t column_count;
    char *constant; /* in the mapping's arena */
};

struct compiler {
    struct mapping *mapping;
    const struct format *format, *wish;
    const struct file_head *head;
    const struct csv_record *record; /* the header */
    size_t header_number;
    struct header header;
    const struct country_list *countries;
    struct found found[FIELD_COUNT];
    size_t *columns; /* of the mapping, for each of the file; NO_COLUMN where melted */
};

static const struct field_rule *rule_of(const struct compiler *compiler, enum field field)
{
    if (compiler->wish && compiler->wish->fields[field].line)
        return &compiler->wish->fields[field];
    return compiler->format ? &compiler->format->fields[field] : NULL;
}

static bool find_columns(const struct compiler *compiler, struct found *found)
{
    const struct word_list *names = &found->source->columns;
    found->column_count = names->count;
    for (size_t i = 0; i < names->count; i++) {
        found->columns[i] = header_find(&compiler->header, names->words[i]);
        if (found->columns[i] == compiler->header.count)
            return false;
    }
    if (!found->source->beside.length)
        return true;
    found->words->beside =
        side_table_read(&compiler->mapping->contexts, compiler->head->path, found->source->beside,
                        found->source->beside_key, found->source->beside_result);
    return found->words->beside != NULL;
}

/* A word that stands for the field in every row. False where it says nothing about it. */
static bool set_constant(struct compiler *compiler, struct found *found, struct text word)
{
    struct buffer meaning = {0}, reason = {0};
    word = text_trim(word);
    bool is_known = word.length &&
                    (found->source->is_known && format_keeps_unknown(found->words->field)
                         ? format_words_know(found->words, word, &meaning)
                         : format_words_translate(word, found->words, &meaning, &reason)) &&
                    format_check_constant(found->words->field, buffer_text(&meaning), &reason);
    if (is_known)
        found->constant = arena_copy(&compiler->mapping->contexts, meaning.data, meaning.length);
    buffer_release(&meaning);
    buffer_release(&reason);
    return is_known;
}

static bool set_file_name(struct compiler *compiler, struct found *found)
{
    struct text name = text_of(path_name(compiler->head->path)), captured;
    return word_pattern_capture(found->source->text, name, &captured) &&
           set_constant(compiler, found, captured);
}

static bool set_cell(struct compiler *compiler, struct found *found)
{
    const struct field_source *source = found->source;
    if (source->record > compiler->header_number)
        return false;
    const struct csv_record *record = &compiler->head->records[source->record - 1];
    return source->place <= record->count &&
           set_constant(compiler, found, record->fields[source->place - 1]);
}

static bool has_source(struct compiler *compiler, struct found *found)
{
    switch (found->source->kind) {
    case SOURCE_CONSTANT:
        return set_constant(compiler, found, found->source->text);
    case SOURCE_FILE_NAME:
        return set_file_name(compiler, found);
    case SOURCE_CELL:
        return set_cell(compiler, found);
    case SOURCE_COLUMNS:
        return find_columns(compiler, found);
    }
    return false;
}

static void find_field(struct compiler *compiler, enum field field)
{
    const struct field_rule *rule = rule_of(compiler, field);
    struct found *found = &compiler->found[field];
    for (size_t i = 0; rule && !rule->is_melted && i < rule->source_count; i++) {
        *found =
            (struct found){.rule = rule,
                           .source = &rule->sources[i],
                           .words = format_words_make(&compiler->mapping->contexts, field, rule,
                                                      &rule->sources[i], compiler->countries)};
        if (has_source(compiler, found))
            return;
    }
    *found = (struct found){.rule = rule};
}

static bool is_melted(const struct compiler *compiler, enum field field)
{
    const struct found *found = &compiler->found[field];
    return !found->source && found->rule && found->rule->is_melted;
}

static struct mapped_column *add_column(struct compiler *compiler, struct text name,
                                        enum origin origin)
{
    struct mapped_column *column = mapping_add_column(compiler->mapping, name, COLUMN_TEXT);
    column->origin = origin;
    return column;
}

/* A column of the file whose name is that of a field which stands elsewhere says that it does. */
static bool is_taken(const struct compiler *compiler, size_t file_column)
{
    for (enum field field = 0; field < FIELD_COUNT; field++) {
        const struct found *found = &compiler->found[field];
        if (!text_is_equal_folded(text_trim(compiler->record->fields[file_column]),
                                  text_of(field_table[field].name)))
            continue;
        if (is_melted(compiler, field) || found->constant)
            return true;
        return found->source && (found->column_count != 1 || found->columns[0] != file_column ||
                                 !format_words_are_plain(found->words));
    }
    return false;
}

static void add_file_column(struct compiler *compiler, size_t file_column)
{
    struct buffer name = {0};
    buffer_append_text(&name, text_trim(compiler->record->fields[file_column]));
    if (!name.length)
        buffer_printf(&name, "column %zu", file_column + 1);
    if (is_taken(compiler, file_column))
        buffer_puts(&name, " in the file");
    compiler->columns[file_column] = compiler->mapping->column_count;
    struct mapped_column *column = add_column(compiler, buffer_text(&name), ORIGIN_FILE);
    column->from[0] = file_column;
    column->from_count = 1;
    buffer_release(&name);
}

static void add_melted(struct compiler *compiler, size_t file_column, struct buffer *headings)
{
    struct mapping *mapping = compiler->mapping;
    char **texts = xcalloc(FIELD_COUNT, sizeof *texts);
    size_t count = 0;
    for (enum field field = 0; field < FIELD_COUNT; field++)
        if (is_melted(compiler, field))
            texts[count++] = buffer_take(&headings[field]);
    ARRAY_RESERVE(mapping->melted, mapping->melted_count + 1, mapping->melted_capacity);
    mapping->melted[mapping->melted_count++] = (struct melted_column){file_column, texts};
    compiler->columns[file_column] = NO_COLUMN;
}

/* A wish for a field that the format melts leaves the columns as they are. */
static bool melts(const struct compiler *compiler)
{
    for (enum field field = 0; compiler->format && field < FIELD_COUNT; field++)
        if (compiler->format->fields[field].is_melted && is_melted(compiler, field))
            return true;
    return false;
}

static void add_file_columns(struct compiler *compiler)
{
    bool may_melt = melts(compiler) && !compiler->found[FIELD_VALUE].source;
    for (size_t i = 0; i < compiler->record->count; i++) {
        struct buffer headings[FIELD_COUNT] = {0};
        if (may_melt &&
            format_melts(compiler->format, compiler->record, &compiler->header, i, headings))
            add_melted(compiler, i, headings);
        else
            add_file_column(compiler, i);
        for (enum field field = 0; field < FIELD_COUNT; field++)
            buffer_release(&headings[field]);
    }
}

static void set_missing(const struct compiler *compiler, struct mapped_column *column)
{
    const struct word_list *missing = compiler->format ? &compiler->format->missing : NULL;
    if (!missing || !missing->count)
        return;
    column->missing = xcalloc(missing->count, sizeof *column->missing);
    for (size_t i = 0; i < missing->count; i++)
        column->missing[i] = xstrndup(missing->words[i].data, missing->words[i].length);
    column->missing_count = missing->count;
}

static void make_number(const struct compiler *compiler, struct mapped_column *column)
{
    column->type = COLUMN_NUMBER;
    column->read =
        compiler->format ? compiler->format->read : number_reader_find(text_of("thousands"));
    set_missing(compiler, column);
}

/* A column of rows that lack it is a gap in a sum; whom or what a constant names is always there.
 */
static void set_field(const struct compiler *compiler, struct mapped_column *column,
                      enum field field)
{
    column->field = field;
    if (field == FIELD_VALUE) {
        make_number(compiler, column);
        return;
    }
    column->type = field_table[field].type;
    column->is_needed = true;
    set_missing(compiler, column);
}

static size_t add_joined(struct compiler *compiler, const struct found *found, enum field field)
{
    struct buffer name = {0};
    char joint = field == FIELD_PERIOD ? '-' : '|';
    for (size_t i = 0; i < found->column_count; i++) {
        if (i)
            buffer_putc(&name, joint);
        buffer_append_text(&name, text_trim(compiler->record->fields[found->columns[i]]));
    }
    size_t number = compiler->mapping->column_count;
    struct mapped_column *column = add_column(compiler, buffer_text(&name), ORIGIN_JOINED);
    memcpy(column->from, found->columns, sizeof column->from);
    column->from_count = found->column_count;
    column->joint = joint;
    buffer_release(&name);
    return number;
}

/* Whether nothing else is made of a column, so that it may be one of numbers. */
static bool is_free(const struct mapping *mapping, size_t number)
{
    if (mapping->columns[number].field != FIELD_COUNT)
        return false;
    for (size_t i = number + 1; i < mapping->column_count; i++)
        if (mapping->columns[i].origin == ORIGIN_TRANSLATED &&
            mapping->columns[i].from[0] == number)
            return false;
    return true;
}

static void add_numbers(struct compiler *compiler)
{
    const struct word_list *names = compiler->format ? &compiler->format->numbers : NULL;
    for (size_t i = 0; names && i < names->count; i++) {
        size_t column = header_find(&compiler->header, names->words[i]);
        if (column == compiler->header.count || compiler->columns[column] == NO_COLUMN)
            continue;
        if (is_free(compiler->mapping, compiler->columns[column]))
            make_number(compiler, &compiler->mapping->columns[compiler->columns[column]]);
    }
}

static void add_value(struct compiler *compiler, const struct found *found)
{
    size_t number = compiler->columns[found->columns[0]];
    struct mapped_column *column = &compiler->mapping->columns[number];
    if (!is_free(compiler->mapping, number)) {
        column = add_column(compiler, text_of(field_table[FIELD_VALUE].name), ORIGIN_FILE);
        column->from[0] = found->columns[0];
        column->from_count = 1;
    }
    set_field(compiler, column, FIELD_VALUE);
}

static void add_stated(struct compiler *compiler, const struct found *found, enum field field)
{
    size_t column = found->column_count > 1 ? add_joined(compiler, found, field)
                                            : compiler->columns[found->columns[0]];
    struct mapped_column *origin = &compiler->mapping->columns[column];
    if (format_words_are_plain(found->words) && origin->field == FIELD_COUNT) {
        set_field(compiler, origin, field);
        return;
    }
    struct mapped_column *made =
        add_column(compiler, text_of(field_table[field].name), ORIGIN_TRANSLATED);
    made->from[0] = column;
    made->from_count = 1;
    made->translate = format_words_translate;
    made->context = found->words;
    set_field(compiler, made, field);
}

static void add_field(struct compiler *compiler, enum field field)
{
    const struct found *found = &compiler->found[field];
    struct text name = text_of(field_table[field].name);
    if (found->constant) {
        struct mapped_column *column = add_column(compiler, name, ORIGIN_CONSTANT);
        column->constant = xstrdup(found->constant);
        set_field(compiler, column, field);
    } else if (is_melted(compiler, field)) {
        set_field(compiler, add_column(compiler, name, ORIGIN_HEADING), field);
    } else if (found->source) {
        add_stated(compiler, found, field);
    }
}

static void add_fields(struct compiler *compiler)
{
    const struct found *value = &compiler->found[FIELD_VALUE];
    for (enum field field = 0; field < FIELD_COUNT; field++)
        if (format_has_field(field) && field != FIELD_VALUE)
            add_field(compiler, field);
    if (value->source)
        add_value(compiler, value);
    else
        set_field(compiler,
                  add_column(compiler, text_of(field_table[FIELD_VALUE].name), ORIGIN_MELTED),
                  FIELD_VALUE);
    add_numbers(compiler);
}

static char **copy_words(const struct word_list *list)
{
    char **words = xcalloc(list->count + 1, sizeof *words);
    for (size_t i = 0; i < list->count; i++)
        words[i] = xstrndup(list->words[i].data, list->words[i].length);
    return words;
}

static size_t find_first(const struct compiler *compiler, const struct word_list *names)
{
    for (size_t i = 0; i < names->count; i++) {
        size_t column = header_find(&compiler->header, names->words[i]);
        if (column < compiler->header.count)
            return column;
    }
    return NO_COLUMN;
}

static void add_left_out(struct compiler *compiler)
{
    struct mapping *mapping = compiler->mapping;
    const struct format *format = compiler->format;
    for (size_t i = 0; i < format->record_count; i++) {
        const struct record_rule *rule = &format->records[i];
        size_t column = find_first(compiler, &rule->columns);
        if (column == NO_COLUMN)
            continue;
        ARRAY_RESERVE(mapping->left_out, mapping->left_out_count + 1, mapping->left_out_capacity);
        mapping->left_out[mapping->left_out_count++] =
            (struct left_out){.column = column,
                              .is_not = rule->keeps,
                              .words = copy_words(&rule->words),
                              .word_count = rule->words.count,
                              .reason = xstrndup(rule->reason.data, rule->reason.length)};
    }
}

static void add_splits(struct compiler *compiler)
{
    struct mapping *mapping = compiler->mapping;
    const struct format *format = compiler->format;
    for (size_t i = 0; i < format->split_count; i++) {
        const struct split_rule *rule = &format->splits[i];
        size_t column = find_first(compiler, &rule->columns);
        if (column == NO_COLUMN || compiler->columns[column] == NO_COLUMN)
            continue;
        ARRAY_RESERVE(mapping->splits, mapping->split_count + 1, mapping->split_capacity);
        mapping->splits[mapping->split_count++] =
            (struct split){.aspect = rule->aspect,
                           .column = compiler->columns[column],
                           .wholes = copy_words(&rule->wholes),
                           .whole_count = rule->wholes.count};
    }
}

/* Whether nothing is needed that is not stated. */
static bool find_lacking(const struct compiler *compiler, bool lacks[FIELD_COUNT])
{
    static const enum field needed[] = {FIELD_PERIOD, FIELD_REPORTER, FIELD_FLOW, FIELD_VALUE,
                                        FIELD_UNIT};
    bool lacks_any = false;
    for (enum field field = 0; field < FIELD_COUNT; field++) {
        bool is_wished = compiler->wish && compiler->wish->fields[field].line;
        bool is_stated = compiler->found[field].source || is_melted(compiler, field) ||
                         (field == FIELD_VALUE && melts(compiler));
        lacks[field] = is_wished && !is_stated;
        for (size_t i = 0; i < ARRAY_LENGTH(needed); i++)
            lacks[field] |= needed[i] == field && !is_stated;
        lacks_any |= lacks[field];
    }
    return lacks_any;
}

static void make(struct compiler *compiler)
{
    struct mapping *mapping = compiler->mapping;
    const struct format *format = compiler->format;
    compiler->columns = xcalloc(compiler->record->count + 1, sizeof *compiler->columns);
    mapping->form = FORM_STATISTICS;
    mapping->format = xstrdup(format ? format->name : "--map");
    mapping->file_columns = compiler->record->count;
    mapping->header_records = compiler->header_number + 1;
    mapping->allows_trailing_empty = true;
    add_file_columns(compiler);
    add_fields(compiler);
    if (format) {
        add_left_out(compiler);
        add_splits(compiler);
        mapping->is_reconciled = format->is_reconciled;
        mapping->note = format->note.length ? xstrdup(format->note.data) : NULL;
    }
    free(compiler->columns);
}

bool format_mapping_make(struct mapping *mapping, const struct format *format,
                         const struct format *wish, const struct file_head *head, size_t header,
                         const struct country_list *countries, bool lacks[FIELD_COUNT])
{
    struct compiler compiler = {.mapping = mapping,
                                .format = format,
                                .wish = wish,
                                .head = head,
                                .record = &head->records[header],
                                .header_number = header,
                                .countries = countries};
    header_init(&compiler.header, compiler.record);
    for (enum field field = 0; field < FIELD_COUNT; field++)
        if (format_has_field(field))
            find_field(&compiler, field);
    bool is_whole = !find_lacking(&compiler, lacks);
    if (is_whole)
        make(&compiler);
    header_release(&compiler.header);
    return is_whole;
}
