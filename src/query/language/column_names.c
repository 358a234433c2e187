/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "query/language/column_names.h"

#include "base/array.h"
#include "base/suggestion.h"

#include <stdlib.h>

/* Names that users try for columns before they know them. Used in remedies only. */
struct synonym {
    const char *word;
    enum field field;
};

static const struct synonym synonyms[] = {
    {"year", FIELD_PERIOD},       {"month", FIELD_PERIOD},    {"quarter", FIELD_PERIOD},
    {"time", FIELD_PERIOD},       {"when", FIELD_DATE},       {"day", FIELD_DATE},
    {"amount", FIELD_VALUE},      {"number", FIELD_VALUE},    {"usd", FIELD_VALUE},
    {"figure", FIELD_VALUE},      {"country", FIELD_PARTNER}, {"currency", FIELD_UNIT},
    {"direction", FIELD_FLOW},    {"trade", FIELD_FLOW},      {"type", FIELD_KIND},
    {"commodity", FIELD_PRODUCT}, {"goods", FIELD_PRODUCT},   {"hs", FIELD_PRODUCT},
    {"code", FIELD_PRODUCT},      {"who", FIELD_SPEAKER},     {"author", FIELD_SPEAKER},
    {"said", FIELD_QUOTE},        {"words", FIELD_QUOTE},     {"article", FIELD_SOURCE},
    {"file", FIELD_SOURCE},       {"link", FIELD_URL},        {"comment", FIELD_NOTE},
};

static const struct {
    const char *name;
    enum own_name own;
} own_names[] = {{"has", OWN_HAS}, {"is", OWN_IS}};

enum own_name column_names_own(struct text name)
{
    for (size_t i = 0; i < ARRAY_LENGTH(own_names); i++)
        if (text_is_equal_folded(name, text_of(own_names[i].name)))
            return own_names[i].own;
    return OWN_NONE;
}

const struct query_fact *column_names_find_fact(const struct query_facts *facts, struct text name)
{
    for (size_t i = 0; facts && i < facts->count; i++)
        if (text_is_equal_folded(name, text_of(facts->items[i].vocabulary->name)))
            return &facts->items[i];
    return NULL;
}

/* In statistics each field is also known by its own name, whatever its column is called. */
size_t column_names_find_column(const struct dataset *dataset, struct text name)
{
    size_t column = table_find_column(dataset->table, name);
    for (int i = 0; column == NO_COLUMN && dataset->form == FORM_STATISTICS && i < FIELD_COUNT; i++)
        if (text_is_equal_folded(name, text_of(field_table[i].name)))
            column = dataset->column[i];
    return column;
}

enum field column_names_field(const struct dataset *dataset, size_t column)
{
    for (int field = 0; field < FIELD_COUNT; field++)
        if (dataset->column[field] == column)
            return (enum field)field;
    return FIELD_COUNT;
}

const struct vocabulary *column_names_vocabulary(const struct dataset *dataset, size_t column)
{
    enum field field = column_names_field(dataset, column);
    return field == FIELD_COUNT ? NULL : field_table[field].vocabulary;
}

const struct vocabulary *column_names_vocabulary_at(size_t index, enum field *field)
{
    for (int i = 0; i < FIELD_COUNT; i++) {
        *field = (enum field)i;
        if (field_table[i].vocabulary && index-- == 0)
            return field_table[i].vocabulary;
    }
    return NULL;
}

/* Names to choose from, and the text to write for each. */
struct choice_list {
    struct text *words, *meanings;
    size_t count, words_capacity, meanings_capacity;
};

static void add_choice(struct choice_list *list, const char *word, const char *meaning)
{
    ARRAY_RESERVE(list->words, list->count + 1, list->words_capacity);
    ARRAY_RESERVE(list->meanings, list->count + 1, list->meanings_capacity);
    list->words[list->count] = text_of(word);
    list->meanings[list->count++] = text_of(meaning);
}

static void release_choices(struct choice_list *list)
{
    free(list->words);
    free(list->meanings);
}

static void append_nearest(struct buffer *out, const struct choice_list *list, struct text word,
                           const char *otherwise)
{
    size_t nearest = suggestion_nearest(word, list->words, list->count);
    if (nearest == (size_t)-1) {
        buffer_puts(out, otherwise);
        return;
    }
    buffer_puts(out, "; did you mean `");
    buffer_append_text(out, list->meanings[nearest]);
    buffer_puts(out, "`?");
}

void column_names_explain_unknown(struct buffer *out, const struct dataset *dataset,
                                  const struct query_facts *facts, struct text name)
{
    struct choice_list list = {0};
    for (size_t i = 0; i < table_column_count(dataset->table); i++)
        add_choice(&list, table_column_name(dataset->table, i),
                   table_column_name(dataset->table, i));
    for (size_t i = 0; facts && i < facts->count; i++)
        add_choice(&list, facts->items[i].vocabulary->name, facts->items[i].vocabulary->name);
    for (size_t i = 0; i < ARRAY_LENGTH(own_names); i++)
        add_choice(&list, own_names[i].name, own_names[i].name);
    size_t own = list.count;
    for (size_t i = 0; i < ARRAY_LENGTH(synonyms); i++)
        add_choice(&list, synonyms[i].word, field_table[synonyms[i].field].name);
    struct buffer columns = {0};
    for (size_t i = 0; i < own; i++) {
        buffer_puts(&columns, i ? ", " : "; the columns are ");
        buffer_append_text(&columns, list.words[i]);
    }
    buffer_puts(&columns, "; a text to search for stands in quotation marks");
    buffer_puts(out, "no column `");
    buffer_append_text(out, name);
    buffer_putc(out, '`');
    append_nearest(out, &list, name, buffer_text(&columns).data);
    buffer_release(&columns);
    release_choices(&list);
}

static void add_words(struct choice_list *list, const struct vocabulary *vocabulary)
{
    for (size_t i = 1; i < vocabulary->count; i++)
        add_choice(list, vocabulary->words[i], vocabulary->words[i]);
}

void column_names_explain_word(struct buffer *out, const struct vocabulary *vocabulary,
                               struct text word)
{
    struct choice_list list = {0};
    add_words(&list, vocabulary);
    buffer_putc(out, '`');
    buffer_append_text(out, word);
    buffer_printf(out, "` is no %s", vocabulary->name);
    append_nearest(out, &list, word, ";");
    buffer_printf(out, " %s is one of ", vocabulary->name);
    vocabulary_list(vocabulary, out);
    release_choices(&list);
}

void column_names_explain_is(struct buffer *out, const struct query_facts *facts, struct text word)
{
    struct choice_list list = {0};
    struct buffer known = {0};
    enum field field;
    const struct vocabulary *vocabulary;
    for (size_t i = 0; facts && i < facts->count; i++)
        add_words(&list, facts->items[i].vocabulary);
    for (size_t i = 0; (vocabulary = column_names_vocabulary_at(i, &field)); i++)
        add_words(&list, vocabulary);
    for (size_t i = 0; i < list.count; i++) {
        buffer_puts(&known, i ? ", " : "; is: takes ");
        buffer_append_text(&known, list.words[i]);
    }
    buffer_puts(out, "nothing is `");
    buffer_append_text(out, word);
    buffer_putc(out, '`');
    append_nearest(out, &list, word, buffer_text(&known).data);
    buffer_release(&known);
    release_choices(&list);
}

bool column_names_is_prefix(const struct vocabulary *vocabulary, struct text word)
{
    for (size_t i = 1; i < vocabulary->count; i++) {
        struct text known = text_of(vocabulary->words[i]);
        if (word.length < known.length &&
            text_is_equal_folded(word, (struct text){known.data, word.length}))
            return true;
    }
    return false;
}
