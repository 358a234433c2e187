/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * After format_sources.h has found the source of each field, the columns are made: those of the
 * file, followed by those derived from them.
 */
#include "config.h"

#include "data/format/format_mapping.h"

#include "base/array.h"
#include "data/format/format_match.h"
#include "data/format/format_sources.h"
#include "data/format/unit_check.h"
#include "data/format/wish_check.h"
#include "data/value/number_survey.h"

#include <stdlib.h>
#include <string.h>

static struct mapped_column *add_column(struct compiler *compiler, struct text name,
                                        enum field_origin origin)
{
    struct mapped_column *column = mapping_add_column(compiler->mapping, name, COLUMN_TEXT);
    column->origin = origin;
    return column;
}

/* True if the column's name is that of a field that comes from somewhere else. */
static bool is_taken(const struct compiler *compiler, size_t file_column)
{
    for (enum field field = 0; field < FIELD_COUNT; field++) {
        const struct found *found = &compiler->found[field];
        if (!text_is_equal_folded(text_trim(compiler->record->fields[file_column]),
                                  text_of(field_table[field].name)))
            continue;
        if (format_is_melted(compiler, field) || found->constant)
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
        if (format_is_melted(compiler, field))
            texts[count++] = buffer_take(&headings[field]);
    ARRAY_RESERVE(mapping->melted, mapping->melted_count + 1, mapping->melted_capacity);
    mapping->melted[mapping->melted_count++] = (struct melted_column){file_column, texts};
    compiler->columns[file_column] = NO_COLUMN;
}

/* True if the column has a field, so that its name states none. */
static bool is_used(const struct compiler *compiler, size_t file_column)
{
    for (enum field field = 0; field < FIELD_COUNT; field++) {
        const struct found *found = &compiler->found[field];
        for (size_t i = 0; found->source && i < found->column_count; i++)
            if (found->columns[i] == file_column)
                return true;
    }
    return false;
}

static bool melts(const struct compiler *compiler, size_t file_column, struct buffer *headings)
{
    if (is_used(compiler, file_column))
        return false;
    for (enum field field = 0; field < FIELD_COUNT; field++)
        if (format_is_melted(compiler, field) &&
            !format_words_heading(compiler->found[field].words,
                                  compiler->record->fields[file_column],
                                  compiler->header.names[file_column], &headings[field]))
            return false;
    return true;
}

static void add_file_columns(struct compiler *compiler)
{
    bool may_melt = format_melts_any(compiler) && !compiler->found[FIELD_VALUE].source;
    for (size_t i = 0; i < compiler->record->count; i++) {
        struct buffer headings[FIELD_COUNT] = {0};
        if (may_melt && melts(compiler, i, headings))
            add_melted(compiler, i, headings);
        else
            add_file_column(compiler, i);
        for (enum field field = 0; field < FIELD_COUNT; field++)
            buffer_release(&headings[field]);
    }
}

static void add_missing(struct mapped_column *column, const struct word_list *missing)
{
    if (!missing->count)
        return;
    column->missing = xreallocarray(column->missing, column->missing_count + missing->count,
                                    sizeof *column->missing);
    for (size_t i = 0; i < missing->count; i++)
        column->missing[column->missing_count++] =
            xstrndup(missing->words[i].data, missing->words[i].length);
}

static void set_missing(const struct compiler *compiler, struct mapped_column *column)
{
    if (compiler->format)
        add_missing(column, &compiler->format->missing);
    if (compiler->wish)
        add_missing(column, &compiler->wish->missing);
}

/* Adds the words for missing values that apply in any format. */
static void add_usual_missing(const struct compiler *compiler, struct mapped_column *column)
{
    size_t count = compiler->format ? number_missing_signs : number_missing_count;
    column->missing =
        xreallocarray(column->missing, column->missing_count + count, sizeof *column->missing);
    for (size_t i = 0; i < count; i++)
        if (!text_is(text_of(number_missing[i]), "NaN"))
            column->missing[column->missing_count++] = xstrdup(number_missing[i]);
}

static void survey_column(const struct compiler *compiler, size_t column,
                          struct number_survey *survey)
{
    const struct file_head *head = compiler->head;
    size_t first = file_head_body(head, compiler->header_number);
    for (size_t i = first; i < head->count; i++)
        if (column < head->records[i].count)
            number_survey_add(survey, head->records[i].fields[column]);
}

/*
 * Decides how the numbers of the column are written, unless the format says so. Two possible
 * readings are refused.
 */
static void decide_reader(struct compiler *compiler, struct mapped_column *column)
{
    struct mapping *mapping = compiler->mapping;
    struct number_survey survey = {0};
    struct buffer told = {0};
    size_t place = column->origin == ORIGIN_FILE ? column->from[0] + 1 : 0;
    struct text name =
        place ? text_trim(compiler->record->fields[place - 1]) : text_of(column->name);
    if (place)
        survey_column(compiler, place - 1, &survey);
    for (size_t i = 0; !place && i < mapping->melted_count; i++)
        survey_column(compiler, mapping->melted[i].column, &survey);
    enum number_verdict verdict = NUMBERS_PLAIN;
    if (!column->read)
        verdict = number_survey_decide(&survey, compiler->head->separator, &column->read);
    else if (!number_reader_has_comma(column->read) && number_survey_is_guess(&survey))
        verdict = NUMBERS_READ;
    if (verdict == NUMBERS_OPEN && !mapping->refusal) {
        number_survey_refuse(&survey, name, &told);
        mapping->refusal = xstrdup(told.data);
    } else if (verdict == NUMBERS_READ) {
        number_survey_tell(&survey, column->read, name, &told);
    } else if (!compiler->format && survey.missing.length) {
        problem_quote(&told, name);
        buffer_puts(&told, ": ");
        problem_quote(&told, survey.missing);
        buffer_puts(&told, " states nothing");
    }
    if (told.length && !mapping->refusal)
        problem_add(&mapping->decisions, compiler->head->path, compiler->record->line, place, "%s",
                    told.data);
    buffer_release(&told);
}

static void make_number(struct compiler *compiler, struct mapped_column *column)
{
    const struct format *format = compiler->format, *wish = compiler->wish;
    column->type = COLUMN_NUMBER;
    column->read = wish && wish->read ? wish->read : format ? format->read : NULL;
    set_missing(compiler, column);
    add_usual_missing(compiler, column);
    if (!wish || !wish->read)
        decide_reader(compiler, column);
}

/*
 * A field that comes from a column is required in each row, as a gap would be missing from sums. A
 * constant is always there.
 */
static void set_field(struct compiler *compiler, struct mapped_column *column, enum field field)
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

/* True if the column is used for nothing else, so that it may be one of numbers. */
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
        column->is_outside =
            found->source->kind == SOURCE_FILE_NAME || found->source->kind == SOURCE_CELL;
        set_field(compiler, column, field);
    } else if (format_is_melted(compiler, field)) {
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

/* Finds the first column of the file that has one of the names; *part is that of its cells. */
static size_t find_first(const struct compiler *compiler, const struct word_list *names,
                         size_t *part)
{
    for (size_t i = 0; i < names->count; i++) {
        size_t column = header_find(&compiler->header, names->words[i]);
        *part = column ? 0 : header_part(&compiler->header, names->words[i]);
        if (column < compiler->header.count)
            return column;
    }
    return NO_COLUMN;
}

static bool take_part(struct text word, const void *context, struct buffer *out,
                      struct buffer *reason)
{
    const size_t *part = context;
    (void)reason;
    buffer_append_text(out, header_part_of(word, *part));
    return true;
}

/* Adds a column for a part of the first one, and returns its number. */
static size_t add_part(struct compiler *compiler, size_t part)
{
    struct mapping *mapping = compiler->mapping;
    struct buffer name = {0};
    size_t number = mapping->column_count,
           *context = arena_alloc(&mapping->contexts, sizeof *context);
    *context = part;
    buffer_append_text(&name, compiler->header.parts[part - 1]);
    buffer_puts(&name, " in the file");
    struct mapped_column *column = add_column(compiler, buffer_text(&name), ORIGIN_TRANSLATED);
    column->from[0] = compiler->columns[0];
    column->from_count = 1;
    column->translate = take_part;
    column->context = context;
    buffer_release(&name);
    return number;
}

static void add_left_out(struct compiler *compiler, const struct format *format)
{
    struct mapping *mapping = compiler->mapping;
    for (size_t i = 0; i < format->record_count; i++) {
        const struct record_rule *rule = &format->records[i];
        size_t part, column = find_first(compiler, &rule->columns, &part);
        if (column == NO_COLUMN && rule->is_needed)
            wish_refuse_column(compiler, rule->columns.words[0]);
        if (column == NO_COLUMN)
            continue;
        ARRAY_RESERVE(mapping->left_out, mapping->left_out_count + 1, mapping->left_out_capacity);
        mapping->left_out[mapping->left_out_count++] =
            (struct left_out){.column = column,
                              .part = part,
                              .is_not = rule->keeps,
                              .words = copy_words(&rule->words),
                              .word_count = rule->words.count,
                              .reason = xstrndup(rule->reason.data, rule->reason.length)};
    }
}

static void add_splits(struct compiler *compiler, const struct format *format)
{
    struct mapping *mapping = compiler->mapping;
    for (size_t i = 0; i < format->split_count; i++) {
        const struct split_rule *rule = &format->splits[i];
        size_t part, column = find_first(compiler, &rule->columns, &part);
        if (column == NO_COLUMN || compiler->columns[column] == NO_COLUMN)
            continue;
        ARRAY_RESERVE(mapping->splits, mapping->split_count + 1, mapping->split_capacity);
        mapping->splits[mapping->split_count++] =
            (struct split){.aspect = rule->aspect,
                           .column = part ? add_part(compiler, part) : compiler->columns[column],
                           .wholes = copy_words(&rule->wholes),
                           .whole_count = rule->wholes.count};
    }
}

static void make(struct compiler *compiler)
{
    struct mapping *mapping = compiler->mapping;
    const struct format *format = compiler->format;
    compiler->columns = xcalloc(compiler->record->count + 1, sizeof *compiler->columns);
    mapping->form = FORM_STATISTICS;
    mapping->format = xstrdup(format ? format->name : "--map");
    mapping->file_columns = compiler->record->count;
    mapping->header_number = compiler->header_number;
    mapping->header_records = file_head_body(compiler->head, compiler->header_number);
    mapping->allows_trailing_empty = true;
    add_file_columns(compiler);
    add_fields(compiler);
    if (compiler->wish) {
        add_left_out(compiler, compiler->wish);
        wish_check(compiler);
    }
    if (format) {
        add_left_out(compiler, format);
        add_splits(compiler, format);
        mapping->is_reconciled = format->is_reconciled;
        mapping->note = format->note.length ? xstrdup(format->note.data) : NULL;
    }
    if (compiler->wish)
        add_splits(compiler, compiler->wish);
    unit_check(compiler);
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
    format_find_sources(&compiler);
    bool is_whole = !format_find_lacking(&compiler, lacks);
    if (is_whole)
        make(&compiler);
    header_release(&compiler.header);
    return is_whole && !mapping->refusal;
}
