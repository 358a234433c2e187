/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "extract/token.h"

#include "base/array.h"
#include "base/ascii.h"

#include <stdlib.h>
#include <string.h>

#define LONGEST_PHRASE 8 /* words */
#define LONGEST_JOINED 120

/* Signs of several bytes that the tokens need, and how they are kept. */
static const struct {
    const char *sign, *plain;
} signs[] = {
    {"\u2013", "-"},      {"\u2212", "-"},      {"\u2011", "-"},      {"\u2010", "-"},
    {"\u2014", "\u2014"}, {"\u2019", "'"},      {"\u2018", "'"},      {"\u201c", "\""},
    {"\u201d", "\""},     {"\u20ac", "\u20ac"}, {"\u00a3", "\u00a3"}, {"\u00a5", "\u00a5"},
    {"\u20b9", "\u20b9"}, {"\u20bd", "\u20bd"}, {"\u20a9", "\u20a9"}, {"\u20b1", "\u20b1"},
    {"\u20a6", "\u20a6"}, {"\u20ba", "\u20ba"}, {"\u00a0", " "},      {"\u202f", " "},
    {"\u2009", " "},      {"\ufeff", " "},      {"\u2022", ";"},      {"\u2026", "..."},
};

/* Returns the plain form of a sign of several bytes, or NULL; *length is that of the original. */
static const char *plain_sign(struct text text, size_t at, size_t *length)
{
    if (!((unsigned char)text.data[at] & 0x80))
        return NULL;
    for (size_t i = 0; i < ARRAY_LENGTH(signs); i++) {
        *length = strlen(signs[i].sign);
        if (text.length - at >= *length && memcmp(text.data + at, signs[i].sign, *length) == 0)
            return signs[i].plain;
    }
    return NULL;
}

static bool is_word_byte(struct text text, size_t at)
{
    size_t length;
    if (at >= text.length)
        return false;
    char byte = text.data[at];
    return ascii_is_letter(byte) || ascii_is_digit(byte) ||
           ((byte & 0x80) && !plain_sign(text, at, &length));
}

/* "U.S." */
static size_t initials_end(struct text text, size_t at)
{
    size_t end = at;
    while (end + 1 < text.length && ascii_is_letter(text.data[end]) && text.data[end + 1] == '.')
        end += 2;
    return end >= at + 4 ? end : at;
}

/* A currency before its number without a blank: "Rs500", "USD10". */
static size_t currency_end(struct text text, size_t at)
{
    static const char *const words[] = {"rs",  "usd", "inr", "eur", "gbp", "jpy",
                                        "cny", "rmb", "aud", "thb", "rm",  "tk"};
    for (size_t i = 0; i < ARRAY_LENGTH(words); i++) {
        size_t length = strlen(words[i]);
        if (text.length - at > length && ascii_is_digit(text.data[at + length]) &&
            text_is_word((struct text){text.data + at, length}, words[i]))
            return at + length;
    }
    return at;
}

static size_t word_end(struct text text, size_t at)
{
    size_t end = initials_end(text, at);
    if (end > at)
        return end;
    end = currency_end(text, at);
    if (end > at)
        return end;
    while (is_word_byte(text, end))
        end++;
    if (end < text.length && text.data[end] == '$' && end - at <= 3) /* "US$" */
        return end + 1;
    if (end + 1 < text.length && text.data[end] == '.' && end - at == 2 &&
        (text_is_word((struct text){text.data + at, 2}, "no") ||
         text_is_word((struct text){text.data + at, 2}, "rs")) &&
        (ascii_is_digit(text.data[end + 1]) || text.data[end + 1] == ' '))
        return end + 1;
    return end;
}

/* Digits, with commas between groups and one point. */
static size_t number_end(struct text text, size_t at)
{
    size_t end = at;
    bool has_point = false;
    for (; end < text.length; end++) {
        char byte = text.data[end];
        bool is_next = end + 1 < text.length && ascii_is_digit(text.data[end + 1]);
        bool is_group = byte == ',' && !has_point && ascii_count_digits(text, end + 1) >= 2;
        bool is_point = byte == '.' && !has_point && is_next;
        has_point |= is_point;
        if (!ascii_is_digit(byte) && !is_group && !is_point)
            break;
    }
    return end;
}

static struct text copy_word(struct arena *arena, struct text text, size_t start, size_t end,
                             bool is_number)
{
    char *copy = arena_copy(arena, text.data + start, end - start);
    size_t length = 0;
    for (size_t i = 0; i < end - start; i++)
        if (!is_number || copy[i] != ',')
            copy[length++] = ascii_lower(copy[i]);
    return (struct text){copy, length};
}

static struct news_token *push(struct token_list *list)
{
    ARRAY_RESERVE(list->items, list->count + 1, list->capacity);
    struct news_token *token = &list->items[list->count++];
    *token = (struct news_token){.value = ""};
    return token;
}

/* Skips the genitive behind a word. */
static size_t skip_possessive(struct text text, size_t at, bool *is_possessive)
{
    size_t length = 1;
    const char *sign = at < text.length ? plain_sign(text, at, &length) : NULL;
    bool is_apostrophe =
        at < text.length && (text.data[at] == '\'' || (sign && strcmp(sign, "'") == 0));
    size_t next = at + length;
    *is_possessive = false;
    if (!is_apostrophe)
        return at;
    if (next < text.length && text.data[next] == 's' && !is_word_byte(text, next + 1)) {
        *is_possessive = true;
        return next + 1;
    }
    *is_possessive = at > 0 && text.data[at - 1] == 's' && !is_word_byte(text, next);
    return *is_possessive ? next : at;
}

/* Reads the raw tokens. */
static void split(struct token_list *list, struct arena *arena, struct text text, size_t start)
{
    bool is_joined = false;
    for (size_t at = start, end; at < text.length; at = end) {
        size_t length = 1;
        const char *sign = plain_sign(text, at, &length);
        end = at + length;
        if (ascii_is_blank(text.data[at]) || (sign && strcmp(sign, " ") == 0)) {
            is_joined = false;
            continue;
        }
        struct news_token *token = push(list);
        token->start = at;
        token->is_joined = is_joined;
        if (ascii_is_digit(text.data[at])) {
            token->type = TOKEN_NUMBER;
            end = number_end(text, at);
            token->word = copy_word(arena, text, at, end, true);
        } else if (is_word_byte(text, at)) {
            token->type = TOKEN_WORD;
            token->is_capital =
                ascii_lower(text.data[at]) != text.data[at] || (text.data[at] & 0x80);
            end = word_end(text, at);
            token->word = copy_word(arena, text, at, end, false);
            end = skip_possessive(text, end, &token->is_possessive);
        } else {
            token->type = TOKEN_SIGN;
            token->word = sign ? text_of(sign) : (struct text){text.data + at, end - at};
        }
        token->end = end;
        is_joined = true;
    }
}

static bool is_hyphen(const struct token_list *list, size_t i)
{
    return i + 1 < list->count && list->items[i].is_joined && list->items[i + 1].is_joined &&
           token_is(&list->items[i], "-");
}

/* Names, months and short words for countries are written with a capital. */
static bool has_right_case(const struct news_word *word, const struct news_token *token,
                           struct text article)
{
    bool is_name = word->class == WORD_PLACE || word->class == WORD_CAPITAL ||
                   word->class == WORD_MONTH || word->class == WORD_WEEKDAY;
    if (!is_name)
        return true;
    bool is_short = strlen(word->phrase) <= 3 && word->class == WORD_PLACE;
    size_t last = token->start + 1;
    bool is_composed = token_is(token, "non") || token_is(token, "extra") ||
                       token_is(token, "outside") || token_is(token, "countries") ||
                       token_is(token, "rest");
    return (token->is_capital || is_composed) &&
           (!is_short || ascii_lower(article.data[last]) != article.data[last]);
}

/* Joins the words from `first` that may make a phrase; ends[k] is the length of k + 1 words. */
static size_t join(const struct token_list *list, size_t first, char *joined, size_t *ends,
                   size_t *tokens)
{
    size_t length = 0, count = 0;
    for (size_t i = first; i < list->count && count < LONGEST_PHRASE; i++) {
        const struct news_token *token = &list->items[i];
        if (i > first && is_hyphen(list, i))
            continue;
        if (token->type == TOKEN_NUMBER || length + token->word.length + 1 > LONGEST_JOINED)
            break;
        if (count)
            joined[length++] = ' ';
        memcpy(joined + length, token->word.data, token->word.length);
        length += token->word.length;
        ends[count] = length;
        tokens[count++] = i;
        if (token->is_possessive || (token->type == TOKEN_SIGN && count > 1))
            break;
    }
    return count;
}

/* "billionHowever": a scale that the next sentence follows without a blank. */
static const struct news_word *find_glued(const struct news_words *words,
                                          const struct news_token *token, struct text article,
                                          size_t *end)
{
    static const char *const scales[] = {"million", "billion", "trillion", "crore"};
    for (size_t i = 0; i < ARRAY_LENGTH(scales); i++) {
        size_t length = strlen(scales[i]);
        if (token->word.length <= length || memcmp(token->word.data, scales[i], length) != 0)
            continue;
        char next = article.data[token->start + length];
        *end = token->start + length;
        return ascii_lower(next) != next ? news_words_find(words, text_of(scales[i])) : NULL;
    }
    return NULL;
}

/* Returns the raw token behind the phrase that starts at `i`, and gives *token its class. */
static size_t classify(struct news_token *token, const struct token_list *raw, size_t i,
                       const struct news_words *words, struct text article)
{
    char joined[LONGEST_JOINED];
    size_t ends[LONGEST_PHRASE], tokens[LONGEST_PHRASE], end = 0;
    *token = raw->items[i];
    size_t count = join(raw, i, joined, ends, tokens);
    if (!count)
        return i + 1;
    const struct news_word *word = news_words_find(words, (struct text){joined, ends[count - 1]});
    if (!word)
        word = find_glued(words, token, article, &end);
    if (!word || !has_right_case(word, token, article))
        return i + 1;
    token->class = word->class;
    token->value = word->value;
    size_t last = 0, length = strlen(word->phrase);
    while (last + 1 < count && ends[last] < length)
        last++;
    token->end = end ? end : raw->items[tokens[last]].end;
    token->is_possessive = raw->items[tokens[last]].is_possessive;
    token->word = text_of(word->phrase);
    return tokens[last] + 1;
}

/* "5th" */
static bool is_ordinal_ending(const struct news_token *token)
{
    return token->is_joined && (token_is(token, "st") || token_is(token, "nd") ||
                                token_is(token, "rd") || token_is(token, "th"));
}

void token_list_add(struct token_list *list, const struct news_words *words, struct arena *arena,
                    struct text article, size_t start, size_t end)
{
    struct token_list raw = {0};
    split(&raw, arena, (struct text){article.data, end}, start);
    for (size_t i = 0; i < raw.count;) {
        struct news_token token;
        i = classify(&token, &raw, i, words, article);
        if (token.type == TOKEN_NUMBER && i < raw.count && is_ordinal_ending(&raw.items[i])) {
            token.type = TOKEN_WORD;
            token.class = WORD_ORDINAL;
            token.value = arena_copy(arena, token.word.data, token.word.length);
            token.end = raw.items[i++].end;
        }
        *push(list) = token;
    }
    token_list_release(&raw);
}

void token_list_release(struct token_list *list)
{
    free(list->items);
    *list = (struct token_list){0};
}

bool token_is(const struct news_token *token, const char *word)
{
    return text_is(token->word, word);
}

bool token_is_break(const struct news_token *token)
{
    if (token->type == TOKEN_SIGN)
        return token->word.length && strchr(",;:()[]", token->word.data[0])
                   ? true
                   : token_is(token, "\u2014");
    return token->class == WORD_CONJ;
}

bool token_is_number_in(const struct news_token *token, long least, long most)
{
    if (token->type != TOKEN_NUMBER || token->word.length > 9 || !ascii_is_all_digits(token->word))
        return false;
    long number = token_number(token);
    return number >= least && number <= most;
}

long token_number(const struct news_token *token)
{
    bool is_word = token->class == WORD_NUMBER || token->class == WORD_ORDINAL ||
                   token->class == WORD_MONTH || token->class == WORD_WEEKDAY;
    if (token->type != TOKEN_NUMBER && !is_word)
        return -1;
    const char *digits = token->type == TOKEN_NUMBER ? token->word.data : token->value;
    size_t length = token->type == TOKEN_NUMBER ? token->word.length : strlen(digits);
    long number = 0;
    for (size_t i = 0; i < length && ascii_is_digit(digits[i]) && number < 100000000; i++)
        number = number * 10 + (digits[i] - '0');
    return number;
}
