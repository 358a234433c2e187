/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/format/format_sources.h"

#include "base/array.h"
#include "base/ascii.h"
#include "base/paths.h"
#include "data/format/period_rule.h"
#include "data/format/product_rule.h"
#include "data/format/lookup_table.h"
#include "data/value/word_pattern.h"

#include <stdlib.h>
#include <string.h>

static const struct field_rule *rule_of(const struct compiler *compiler, enum field field)
{
    if (compiler->wish && compiler->wish->fields[field].line)
        return &compiler->wish->fields[field];
    return compiler->format ? &compiler->format->fields[field] : NULL;
}

/* True for "2022" of period=2022+Month: a year that holds for all rows, and no column. */
static bool is_year(const struct compiler *compiler, const struct found *found)
{
    const struct word_list *names = &found->source->columns;
    return found->words->field == FIELD_PERIOD && names->count > 1 && names->words[0].length == 4 &&
           ascii_is_all_digits(names->words[0]) &&
           header_find(&compiler->header, names->words[0]) == compiler->header.count;
}

/* True if the names are equal without their signs: `Value ($)`, `Value (€)` and `value` are. */
static bool is_similar(struct text a, struct text b)
{
    struct buffer left = {0}, right = {0};
    header_name_plain(&left, a);
    header_name_plain(&right, b);
    bool is_equal = left.length && text_is_equal(buffer_text(&left), buffer_text(&right));
    buffer_release(&left);
    buffer_release(&right);
    return is_equal;
}

static size_t find_exact(const struct compiler *compiler, struct text written)
{
    size_t count = compiler->record->count, found = count;
    for (size_t i = 0; i < count; i++) {
        if (!text_is_equal(text_trim(compiler->record->fields[i]), written))
            continue;
        if (found < count)
            return count;
        found = i;
    }
    return found;
}

/* Refuses a name that fits several columns. */
static void refuse_several(const struct compiler *compiler, struct text name, const bool *fits)
{
    struct buffer out = {0};
    const char *separator = "";
    problem_quote(&out, name);
    buffer_puts(&out, " may be each of the columns ");
    for (size_t i = 0; i < compiler->record->count; i++) {
        if (!fits[i])
            continue;
        buffer_puts(&out, separator);
        problem_quote(&out, text_trim(compiler->record->fields[i]));
        separator = ", ";
    }
    buffer_puts(&out, "; name one with --map exactly as the header does, or rename those that "
                      "have one name");
    if (!compiler->mapping->refusal)
        compiler->mapping->refusal = xstrdup(out.data);
    buffer_release(&out);
}

/*
 * Returns the column for a normalised name; `written` is the name as the user wrote it, empty for
 * that of a format. An exact name goes first. Returns the number of columns if there is none, or if
 * several fit, which is a refusal.
 */
static size_t choose_column(const struct compiler *compiler, struct text name, struct text written)
{
    size_t count = compiler->header.count, fitting = 0;
    size_t found = header_find(&compiler->header, name);
    size_t exact = written.length ? find_exact(compiler, written) : count;
    if (exact < count || found == count)
        return exact;
    bool *fits = xcalloc(count + 1, sizeof *fits);
    for (size_t i = 0; i < count; i++) {
        fits[i] = text_is_equal(compiler->header.names[i], name) ||
                  (written.length && is_similar(compiler->record->fields[i], written));
        fitting += fits[i];
    }
    if (fitting > 1)
        refuse_several(compiler,
                       written.length ? written : text_trim(compiler->record->fields[found]), fits);
    free(fits);
    return fitting > 1 ? count : found;
}

static bool find_columns(const struct compiler *compiler, struct found *found)
{
    const struct word_list *names = &found->source->columns;
    size_t first = is_year(compiler, found);
    const struct word_list *written = &found->source->written;
    found->column_count = names->count - first;
    for (size_t i = 0; i < found->column_count; i++) {
        struct text name = names->words[i + first];
        found->columns[i] = choose_column(
            compiler, name, i + first < written->count ? written->words[i + first] : text_of(""));
        if (found->columns[i] == compiler->header.count)
            return false;
        if (!found->columns[i])
            found->words->part = header_part(&compiler->header, name);
    }
    if (first)
        found->words->prefix = (struct text){
            arena_copy(&compiler->mapping->contexts, names->words[0].data, names->words[0].length),
            names->words[0].length};
    if (!found->source->beside.length)
        return true;
    found->words->beside =
        lookup_table_read(&compiler->mapping->contexts, compiler->head->path, found->source->beside,
                          found->source->beside_key, found->source->beside_result);
    return found->words->beside != NULL;
}

/* Sets a constant for the field in all rows. Returns false if the word says nothing about it. */
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

/* An underscore stands for a blank in the name of a country: "exported_by_New_Zealand.txt". */
static bool set_file_name(struct compiler *compiler, struct found *found)
{
    struct text name = text_of(path_name(compiler->head->path)), captured;
    struct buffer word = {0};
    if (!word_pattern_capture(found->source->text, name, &captured))
        return false;
    buffer_append_text(&word, captured);
    bool is_country = found->words->field == FIELD_REPORTER || found->words->field == FIELD_PARTNER;
    for (size_t i = 0; is_country && i < word.length; i++)
        if (word.data[i] == '_')
            word.data[i] = ' ';
    bool is_known = set_constant(compiler, found, buffer_text(&word));
    buffer_release(&word);
    return is_known;
}

static bool set_cell(struct compiler *compiler, struct found *found)
{
    const struct field_source *source = found->source;
    if (source->record > compiler->header_number)
        return false;
    const struct csv_record *record = &compiler->head->records[source->record - 1];
    struct text captured;
    return source->place <= record->count &&
           word_pattern_capture(source->text, text_trim(record->fields[source->place - 1]),
                                &captured) &&
           set_constant(compiler, found, captured);
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

/* Collects the word of each record of the head. */
static size_t sample_words(const struct compiler *compiler, const struct found *found,
                           struct text *words)
{
    const struct file_head *head = compiler->head;
    size_t count = 0;
    for (size_t i = file_head_body(head, compiler->header_number); i < head->count; i++) {
        const struct csv_record *record = &head->records[i];
        if (found->columns[0] >= record->count)
            continue;
        struct text word = text_trim(record->fields[found->columns[0]]);
        if (word.length && record->count == compiler->record->count)
            words[count++] = word;
    }
    return count;
}

static void say_decision(struct compiler *compiler, struct text name, size_t place,
                         const struct period_rule *rule)
{
    struct mapping *mapping = compiler->mapping;
    struct buffer told = {0};
    if (!rule->count) {
        period_rule_refuse(rule, name, place ? "period=" : "", &told);
        if (!mapping->refusal)
            mapping->refusal = xstrdup(told.data);
    } else if (rule->name) {
        problem_quote(&told, name);
        buffer_puts(&told, ": ");
        period_rule_tell(rule, &told);
        problem_add(&mapping->decisions, compiler->head->path, compiler->record->line, place, "%s",
                    told.data);
    }
    buffer_release(&told);
}

static void take_rule(struct compiler *compiler, struct found *found,
                      const struct period_rule *rule)
{
    const struct translation **list =
        arena_alloc(&compiler->mapping->contexts, (rule->count + 1) * sizeof(struct translation *));
    memcpy(list, rule->translations, rule->count * sizeof(struct translation *));
    found->words->translations = list;
    found->words->translation_count = rule->count;
}

static bool is_open(const struct compiler *compiler, const struct found *found,
                    const struct field_source *source)
{
    return compiler->wish && found->rule == &compiler->wish->fields[FIELD_PERIOD] &&
           source->translation_count >= 2;
}

/* If the user names a column without saying how its periods are written, one reading is chosen. */
static void decide_periods(struct compiler *compiler, struct found *found)
{
    struct text words[HEAD_RECORDS];
    if (!is_open(compiler, found, found->source) || found->source->kind != SOURCE_COLUMNS)
        return;
    size_t count = sample_words(compiler, found, words);
    struct period_rule rule =
        period_rule_decide(words, count, found->column_count > 1 || found->words->prefix.length);
    say_decision(compiler, text_trim(compiler->record->fields[found->columns[0]]),
                 found->columns[0] + 1, &rule);
    if (rule.count)
        take_rule(compiler, found, &rule);
}

/* Chooses how codes of products are read if the user names a column and not whose codes they are.
 */
static void decide_products(struct compiler *compiler, struct found *found)
{
    struct text words[HEAD_RECORDS];
    struct buffer told = {0};
    if (!compiler->wish || found->rule != &compiler->wish->fields[FIELD_PRODUCT] ||
        found->source->kind != SOURCE_COLUMNS || found->source->translation_count ||
        found->column_count != 1)
        return;
    struct text name = text_trim(compiler->record->fields[found->columns[0]]);
    struct product_rule rule =
        product_rule_decide(name, words, sample_words(compiler, found, words));
    if (rule.is_open) {
        product_rule_refuse(&rule, name, &told);
        if (!compiler->mapping->refusal)
            compiler->mapping->refusal = xstrdup(told.data);
    } else {
        product_rule_tell(&rule, name, &told);
        if (told.length)
            problem_add(&compiler->mapping->decisions, compiler->head->path, compiler->record->line,
                        found->columns[0] + 1, "%s", told.data);
    }
    buffer_release(&told);
    if (!rule.translation)
        return;
    const struct translation **list =
        arena_alloc(&compiler->mapping->contexts, sizeof(struct translation *));
    list[0] = rule.translation;
    found->words->translations = list;
    found->words->translation_count = 1;
}

/* The same for the names of columns. */
static void decide_melted_periods(struct compiler *compiler, struct found *found)
{
    size_t count = 0;
    if (!is_open(compiler, found, &found->rule->sources[0]))
        return;
    struct text *words = xcalloc(compiler->record->count + 1, sizeof *words);
    for (size_t i = 0; i < compiler->record->count; i++) {
        struct buffer meaning = {0};
        struct text name = text_trim(compiler->record->fields[i]);
        if (format_words_know(found->words, name, &meaning))
            words[count++] = name;
        buffer_release(&meaning);
    }
    struct period_rule rule = period_rule_decide(words, count, false);
    if (count)
        say_decision(compiler, text_of("melt=period"), 0, &rule);
    if (count && rule.count)
        take_rule(compiler, found, &rule);
    free(words);
}

/* Exports of this program have a column for what the original file said in its name. */
static bool find_exported(struct compiler *compiler, enum field field, struct found *found)
{
    static const struct field_source column = {.kind = SOURCE_COLUMNS};
    static const struct field_rule plain_words = {.line = 0};
    struct buffer written = {0}, name = {0};
    buffer_printf(&written, "%s%s", EXPORTED_PREFIX, field_table[field].name);
    header_name(&name, buffer_text(&written));
    size_t place = header_find(&compiler->header, buffer_text(&name));
    buffer_release(&written);
    buffer_release(&name);
    if (place == compiler->header.count)
        return false;
    *found = (struct found){.rule = rule_of(compiler, field),
                            .source = &column,
                            .columns = {place},
                            .column_count = 1,
                            .words = format_words_make(&compiler->mapping->contexts, field,
                                                       &plain_words, &column, compiler->countries)};
    return true;
}

/* A short word that is a code and a column is one or the other, and the user says which. */
static bool is_column_too(struct compiler *compiler, enum field field, const struct found *found)
{
    const struct field_rule *rule = found->rule;
    struct mapping *mapping = compiler->mapping;
    struct text word = rule->text;
    if (!compiler->wish || rule != &compiler->wish->fields[field] || !found->constant ||
        found->source->kind != SOURCE_CONSTANT || !format_keeps_unknown(field) ||
        field == FIELD_PRODUCT || word.length > 3)
        return false;
    struct buffer name = {0}, told = {0};
    header_name(&name, word);
    bool is_column = header_find(&compiler->header, buffer_text(&name)) < compiler->header.count;
    if (is_column && !mapping->refusal) {
        buffer_printf(&told, "`%.*s` is a column and the %s %s; write %s=column:%.*s or %s=\"%s\"",
                      (int)word.length, word.data, field_table[field].name, found->constant,
                      field_table[field].name, (int)word.length, word.data, field_table[field].name,
                      found->constant);
        mapping->refusal = xstrdup(told.data);
    }
    buffer_release(&name);
    buffer_release(&told);
    return is_column;
}

/* Returns the last column of a source that begins with those of another; empty for none. */
static struct text further_column(const struct field_source *source,
                                  const struct field_source *other)
{
    if (source->kind != SOURCE_COLUMNS || other->kind != SOURCE_COLUMNS ||
        source->columns.count <= other->columns.count)
        return (struct text){"", 0};
    for (size_t i = 0; i < other->columns.count; i++)
        if (!text_is_equal(source->columns.words[i], other->columns.words[i]))
            return (struct text){"", 0};
    return source->columns.words[source->columns.count - 1];
}

/* A unit whose multiplier has no column here may be thousands of what it seems. */
static void tell_lost_scale(const struct compiler *compiler, const struct field_rule *rule,
                            const struct found *found)
{
    for (const struct field_source *source = rule->sources; source < found->source; source++) {
        struct text lost = further_column(source, found->source);
        struct buffer told = {0};
        if (!lost.length)
            continue;
        problem_quote(&told, text_trim(compiler->record->fields[found->columns[0]]));
        problem_add(&compiler->mapping->decisions, compiler->head->path, compiler->record->line, 0,
                    "%s has no multiplier beside it, in a column %.*s, and is read as the whole "
                    "unit; for thousands or millions write --map with unit='USD mn', say",
                    told.data, (int)lost.length, lost.data);
        buffer_release(&told);
    }
}

static void find_field(struct compiler *compiler, enum field field)
{
    const struct field_rule *rule = rule_of(compiler, field);
    struct found *found = &compiler->found[field];
    if (rule && !rule->is_melted && find_exported(compiler, field, found))
        return;
    for (size_t i = 0; rule && !rule->is_melted && i < rule->source_count; i++) {
        *found =
            (struct found){.rule = rule,
                           .source = &rule->sources[i],
                           .words = format_words_make(&compiler->mapping->contexts, field, rule,
                                                      &rule->sources[i], compiler->countries)};
        if (has_source(compiler, found)) {
            is_column_too(compiler, field, found);
            if (field == FIELD_PERIOD)
                decide_periods(compiler, found);
            if (field == FIELD_PRODUCT)
                decide_products(compiler, found);
            if (field == FIELD_UNIT)
                tell_lost_scale(compiler, rule, found);
            return;
        }
    }
    *found = (struct found){.rule = rule};
    if (rule && rule->is_melted) {
        found->words = format_words_make(&compiler->mapping->contexts, field, rule,
                                         &rule->sources[0], compiler->countries);
        decide_melted_periods(compiler, found);
    }
}

void format_find_sources(struct compiler *compiler)
{
    for (enum field field = 0; field < FIELD_COUNT; field++)
        if (format_has_field(field))
            find_field(compiler, field);
}

bool format_is_melted(const struct compiler *compiler, enum field field)
{
    const struct found *found = &compiler->found[field];
    return !found->source && found->rule && found->rule->is_melted;
}

bool format_melts_any(const struct compiler *compiler)
{
    for (enum field field = 0; field < FIELD_COUNT; field++)
        if (format_is_melted(compiler, field))
            return true;
    return false;
}

bool format_find_lacking(const struct compiler *compiler, bool lacks[FIELD_COUNT])
{
    static const enum field needed[] = {FIELD_PERIOD, FIELD_REPORTER, FIELD_FLOW, FIELD_VALUE,
                                        FIELD_UNIT};
    bool lacks_any = false;
    for (enum field field = 0; field < FIELD_COUNT; field++) {
        bool is_wished = compiler->wish && compiler->wish->fields[field].line;
        bool is_stated = compiler->found[field].source || format_is_melted(compiler, field) ||
                         (field == FIELD_VALUE && format_melts_any(compiler));
        lacks[field] = is_wished && !is_stated;
        for (size_t i = 0; i < ARRAY_LENGTH(needed); i++)
            lacks[field] |= needed[i] == field && !is_stated;
        lacks_any |= lacks[field];
    }
    return lacks_any;
}
