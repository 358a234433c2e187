/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/format/format_words.h"

#include "base/ascii.h"
#include "data/csv/header_name.h"
#include "data/format/lookup_table.h"
#include "data/value/word_pattern.h"

#include <string.h>

static struct text keep(struct arena *arena, struct text text)
{
    return (struct text){arena_copy(arena, text.data, text.length), text.length};
}

static const struct word_meaning *copy_meanings(struct arena *arena, const struct field_rule *rule)
{
    struct word_meaning *meanings =
        arena_alloc(arena, (rule->meaning_count + 1) * sizeof *meanings);
    for (size_t i = 0; i < rule->meaning_count; i++)
        meanings[i] = (struct word_meaning){keep(arena, rule->meanings[i].pattern),
                                            keep(arena, rule->meanings[i].meaning)};
    return meanings;
}

struct format_words *format_words_make(struct arena *arena, enum field field,
                                       const struct field_rule *rule,
                                       const struct field_source *source,
                                       const struct country_list *countries)
{
    struct format_words *words = arena_alloc(arena, sizeof *words);
    const struct translation **translations =
        arena_alloc(arena, (source->translation_count + 1) * sizeof(struct translation *));
    for (size_t i = 0; i < source->translation_count; i++)
        translations[i] = source->translations[i];
    *words = (struct format_words){.field = field,
                                   .meanings = copy_meanings(arena, rule),
                                   .meaning_count = rule->meaning_count,
                                   .translations = translations,
                                   .translation_count = source->translation_count,
                                   .countries = countries};
    return words;
}

bool format_keeps_unknown(enum field field)
{
    return field == FIELD_REPORTER || field == FIELD_PARTNER || field == FIELD_PRODUCT;
}

bool format_words_are_plain(const struct format_words *words)
{
    return format_keeps_unknown(words->field) && !words->meaning_count &&
           !words->translation_count && !words->beside && !words->part;
}

static bool find_meaning(const struct format_words *words, struct text word, struct buffer *out)
{
    for (size_t i = 0; i < words->meaning_count; i++) {
        if (!word_pattern_fits(words->meanings[i].pattern, word))
            continue;
        buffer_append_text(out, words->meanings[i].meaning);
        return true;
    }
    return false;
}

static bool try_translations(const struct format_words *words, struct text word, struct buffer *out)
{
    for (size_t i = 0; i < words->translation_count; i++)
        if (words->translations[i]->read(words->translations[i], word, words->countries, out))
            return true;
    return false;
}

/* Appends what the rule would have accepted, for the user who corrects the file or the format. */
static bool refuse(const struct format_words *words, struct buffer *reason)
{
    buffer_printf(reason, "is no %s that the format knows", field_table[words->field].name);
    for (size_t i = 0; i < words->translation_count; i++)
        buffer_printf(reason, "%s%s", i ? ", " : "; it takes ", words->translations[i]->takes);
    for (size_t i = 0; i < words->meaning_count; i++)
        buffer_printf(reason, "%s%.*s", i || words->translation_count ? ", " : "; it takes ",
                      (int)words->meanings[i].pattern.length, words->meanings[i].pattern.data);
    return false;
}

/* "1.0063E+05": nobody knows which code it was. */
static bool is_rounded(struct text word)
{
    size_t at = ascii_count_digits(word, 0);
    if (at && at < word.length && word.data[at] == '.')
        at += 1 + ascii_count_digits(word, at + 1);
    if (!at || at + 2 > word.length || (word.data[at] | 0x20) != 'e')
        return false;
    at += 1 + (word.data[at + 1] == '+');
    return at < word.length && at + ascii_count_digits(word, at) == word.length;
}

/* Returns the length of "EXP" of "EXP: Exports", a code with its label; 0 if there is no label. */
static size_t code_length(struct text word)
{
    size_t length = 0;
    while (length < word.length &&
           (ascii_is_letter(word.data[length]) || ascii_is_digit(word.data[length]) ||
            (word.data[length] && strchr("_-.+", word.data[length]))))
        length++;
    bool has_label = length && length + 1 < word.length && word.data[length] == ':' &&
                     ascii_is_blank(word.data[length + 1]);
    return has_label ? length : 0;
}

static bool understand(const struct format_words *words, struct text word, struct buffer *out)
{
    size_t code = code_length(word);
    if (find_meaning(words, word, out) || try_translations(words, word, out))
        return true;
    if (!code)
        return false;
    struct text short_word = {word.data, code},
                label = text_trim((struct text){word.data + code + 1, word.length - code - 1});
    return find_meaning(words, short_word, out) || try_translations(words, short_word, out) ||
           find_meaning(words, label, out) || try_translations(words, label, out);
}

static bool translate_with_prefix(struct text word, const struct format_words *words,
                                  struct buffer *out, struct buffer *reason)
{
    struct buffer joined = {0};
    buffer_append_text(&joined, words->prefix);
    buffer_putc(&joined, '-');
    buffer_append_text(&joined, text_trim(word));
    bool is_known = understand(words, buffer_text(&joined), out);
    buffer_release(&joined);
    return is_known || refuse(words, reason);
}

bool format_words_translate(struct text word, const void *context, struct buffer *out,
                            struct buffer *reason)
{
    const struct format_words *words = context;
    if (words->prefix.length)
        return translate_with_prefix(word, words, out, reason);
    if (words->field == FIELD_PRODUCT && words->translation_count && is_rounded(text_trim(word))) {
        buffer_puts(reason, "was a code before a spreadsheet rounded it; write the code, from the "
                            "source of the file");
        return false;
    }
    word = header_part_of(word, words->part);
    if (words->beside)
        lookup_table_find(words->beside, word, &word);
    if (understand(words, word, out))
        return true;
    bool has_rule = words->meaning_count + words->translation_count > 0;
    if (has_rule && !format_keeps_unknown(words->field))
        return refuse(words, reason);
    if (!format_check_constant(words->field, word, reason))
        return false;
    buffer_append_text(out, word);
    return true;
}

bool format_words_know(const struct format_words *words, struct text word, struct buffer *out)
{
    return find_meaning(words, word, out) || try_translations(words, word, out);
}

bool format_words_heading(const struct format_words *words, struct text heading, struct text name,
                          struct buffer *out)
{
    return find_meaning(words, name, out) || try_translations(words, text_trim(heading), out);
}
