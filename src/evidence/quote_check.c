/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "evidence/quote_check.h"

#include "base/array.h"
#include "base/ascii.h"
#include "evidence/word_match.h"

#include <string.h>

const char *quote_outcome_word(enum quote_outcome outcome)
{
    static const char *const words[QUOTE_OUTCOMES] = {
        [QUOTE_VERBATIM] = "verbatim",   [QUOTE_NORMALISED] = "normalised",
        [QUOTE_AMBIGUOUS] = "ambiguous", [QUOTE_ALTERED] = "altered",
        [QUOTE_NOT_FOUND] = "not found", [QUOTE_NO_ARTICLE] = "no article",
    };
    return words[outcome];
}

/* --- the same words --- */

static bool is_of_word(char byte)
{
    return ascii_is_letter(byte) || ascii_is_digit(byte) || (byte & 0x80);
}

static bool is_capitalised(struct text text, size_t at)
{
    return at + 1 < text.length && text.data[at] >= 'A' && text.data[at] <= 'Z' &&
           text.data[at + 1] >= 'a' && text.data[at + 1] <= 'z';
}

/* True if the text goes on in front of `at` with what belongs to the byte there. */
static bool is_cut_before(struct text text, size_t at)
{
    static const char *const signs[] = {"$", "+", "\u20ac", "\u00a3", "\u00a5", "\u20b9", "\u20bd"};
    if (!at)
        return false;
    char before = text.data[at - 1];
    if (ascii_is_digit(before) && is_capitalised(text, at))
        return false; /* web pages run the end of one element into the next: "2024India" */
    if (!ascii_is_digit(text.data[at]))
        return is_of_word(before) && is_of_word(text.data[at]);
    for (size_t i = 0; i < ARRAY_LENGTH(signs); i++) {
        size_t length = strlen(signs[i]);
        if (at >= length && memcmp(text.data + at - length, signs[i], length) == 0)
            return true;
    }
    bool is_fraction =
        (before == '.' || before == ',') && at > 1 && ascii_is_digit(text.data[at - 2]);
    bool is_negative = before == '-' && (at < 2 || text.data[at - 2] == ' ');
    return is_of_word(before) || is_fraction || is_negative;
}

/* True if the text goes on at `end` with what belongs to the byte in front of it. */
static bool is_cut_behind(struct text text, size_t end)
{
    if (end >= text.length)
        return false;
    char last = text.data[end - 1], behind = text.data[end];
    if (ascii_is_digit(last) && (behind == '.' || behind == ','))
        return end + 1 < text.length && ascii_is_digit(text.data[end + 1]);
    return (is_of_word(last) && is_of_word(behind)) || (ascii_is_digit(last) && behind == '%');
}

/* Returns the place of the quote from `from` on, or the length of the text. */
static size_t find(struct text text, struct text quote, size_t from)
{
    while (from + quote.length <= text.length) {
        const char *found = memmem(text.data + from, text.length - from, quote.data, quote.length);
        if (!found)
            break;
        size_t at = (size_t)(found - text.data);
        if (!is_cut_before(text, at) && !is_cut_behind(text, at + quote.length))
            return at;
        from = at + 1;
    }
    return text.length;
}

/* Returns the bytes of the original that became byte `i`, with those behind it that became none. */
static struct text spelling(const struct plain_text *plain, size_t i, bool is_last)
{
    if (is_last)
        return plain_text_original(plain, i, i + 1);
    return (struct text){plain->original.data + plain->offsets[i],
                         plain->offsets[i + 1] - plain->offsets[i]};
}

/* Returns a bit for each kind of difference that typesetting made. */
static unsigned find_changes(const struct plain_text *quote, const struct plain_text *article,
                             size_t at)
{
    unsigned changes = 0;
    for (size_t i = 0; i < quote->text.length; i++) {
        bool is_last = i + 1 == quote->text.length;
        if (text_is_equal(spelling(quote, i, is_last), spelling(article, at + i, is_last)))
            continue;
        unsigned change = quote->changes[i] ? quote->changes[i] : article->changes[at + i];
        changes |= 1u << (change ? change : PLAIN_HIDDEN);
    }
    return changes;
}

static void write_changes(struct buffer *out, unsigned changes)
{
    for (unsigned i = 1; i < PLAIN_CHANGES; i++)
        if (changes >> i & 1)
            buffer_printf(out, "%s%s", out->length ? ", " : "", plain_change_name(i));
}

/* A context and a text, both without the differences of typesetting. */
struct surroundings {
    struct plain_text prefix, suffix;
};

static bool begins_with(struct text text, struct text wanted)
{
    return text.length >= wanted.length &&
           text_is_equal((struct text){text.data, wanted.length}, wanted);
}

static bool ends_with(struct text text, struct text wanted)
{
    return text.length >= wanted.length &&
           text_is_equal((struct text){text.data + text.length - wanted.length, wanted.length},
                         wanted);
}

static bool is_surrounded(struct text text, size_t start, size_t end,
                          const struct surroundings *surroundings)
{
    struct text prefix = buffer_text(&surroundings->prefix.text);
    struct text suffix = buffer_text(&surroundings->suffix.text);
    struct text before = text_trim((struct text){text.data, start});
    struct text behind = text_trim((struct text){text.data + end, text.length - end});
    return ends_with(before, prefix) && begins_with(behind, suffix);
}

/* Returns the only place with the context, or else the first of all; check->places is their
 * number. */
static size_t find_place(struct quote_check *check, struct text text, struct text wanted,
                         struct quote_context context)
{
    struct surroundings surroundings;
    size_t first = find(text, wanted, 0), found = text.length, surrounded = 0;
    plain_text_make(&surroundings.prefix, context.prefix);
    plain_text_make(&surroundings.suffix, context.suffix);
    bool has_context = context.prefix.length || context.suffix.length;
    for (size_t at = first; at < text.length; at = find(text, wanted, at + 1)) {
        check->places++;
        if (!has_context || !is_surrounded(text, at, at + wanted.length, &surroundings))
            continue;
        surrounded++;
        found = at;
    }
    plain_text_release(&surroundings.prefix);
    plain_text_release(&surroundings.suffix);
    if (surrounded != 1)
        return first;
    check->places = 1;
    return found;
}

static bool take_same(struct quote_check *check, const struct plain_text *quote,
                      struct quote_context context, const struct plain_text *article)
{
    struct text text = buffer_text(&article->text), wanted = buffer_text(&quote->text);
    size_t first = find_place(check, text, wanted, context);
    if (!check->places)
        return false;
    struct text found = plain_text_original(article, first, first + wanted.length);
    check->start = (size_t)(found.data - article->original.data);
    check->end = check->start + found.length;
    write_changes(&check->detail, text_is_equal(found, text_trim(quote->original))
                                      ? 0
                                      : find_changes(quote, article, first));
    check->outcome = check->places > 1      ? QUOTE_AMBIGUOUS
                     : check->detail.length ? QUOTE_NORMALISED
                                            : QUOTE_VERBATIM;
    return true;
}

/* --- other words --- */

static bool ends_sentence(struct text text, size_t at)
{
    return strchr(".!?", text.data[at]) && at + 1 < text.length && text.data[at + 1] == ' ';
}

/* Widens the place to whole sentences. */
static void widen(struct text text, size_t *start, size_t *end)
{
    while (*start > 1 && !ends_sentence(text, *start - 2))
        (*start)--;
    while (*end < text.length && !ends_sentence(text, *end - 1))
        (*end)++;
}

static void take_nearest(struct quote_check *check, const struct plain_text *quote,
                         const struct plain_text *article)
{
    struct text text = buffer_text(&article->text), wanted = buffer_text(&quote->text);
    struct word_match match;
    check->outcome = QUOTE_NOT_FOUND;
    bool is_compared = word_match_find(&match, wanted, text);
    if (match.quote_words > WORD_MATCH_MOST)
        buffer_printf(&check->detail,
                      "%zu words are too many to compare one by one; split the "
                      "quote",
                      match.quote_words);
    if (!is_compared || match.changes >= match.quote_words)
        return;
    if (match.changes * 2 <= match.quote_words)
        check->outcome = QUOTE_ALTERED;
    else
        widen(text, &match.start, &match.end);
    struct text nearest = {text.data + match.start, match.end - match.start};
    struct text found = plain_text_original(article, match.start, match.end);
    check->start = (size_t)(found.data - article->original.data);
    check->end = check->start + found.length;
    if (check->outcome == QUOTE_ALTERED)
        word_match_write(&check->detail, wanted, nearest);
    else
        buffer_append_text(&check->detail, nearest);
}

void quote_check_make(struct quote_check *check, struct text quote, struct quote_context context,
                      const struct plain_text *article)
{
    struct plain_text plain;
    *check = (struct quote_check){0};
    plain_text_make(&plain, quote);
    if (!plain.text.length || !take_same(check, &plain, context, article))
        take_nearest(check, &plain, article);
    plain_text_release(&plain);
}

void quote_check_release(struct quote_check *check)
{
    buffer_release(&check->detail);
    *check = (struct quote_check){0};
}
