/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "query/language/lexer.h"

#include "base/array.h"
#include "base/ascii.h"
#include "base/buffer.h"
#include "query/match/pattern.h"

#include <string.h>

struct sign {
    const char *written;
    enum comparison comparison;
};

/* Longer operators first. "==" and "=~" are spellings of other languages. */
static const struct sign signs[] = {
    {"!=", COMPARISON_DIFFERENT},     {"!~", COMPARISON_NO_MATCH}, {"<=", COMPARISON_LESS_EQUAL},
    {">=", COMPARISON_GREATER_EQUAL}, {"==", COMPARISON_EQUAL},    {"=~", COMPARISON_MATCH},
    {":", COMPARISON_HOLDS},          {"=", COMPARISON_EQUAL},     {"<", COMPARISON_LESS},
    {">", COMPARISON_GREATER},        {"~", COMPARISON_MATCH},
};

const char *comparison_sign(enum comparison comparison)
{
    static const char *const written[COMPARISON_COUNT] = {
        ":", "=", "!=", "<", "<=", ">", ">=", "~", "!~"};
    return written[comparison];
}

bool lexer_is_keyword(struct text word)
{
    return text_is_equal_folded(word, text_of("and")) ||
           text_is_equal_folded(word, text_of("or")) || text_is_equal_folded(word, text_of("not"));
}

/* Returns NUL behind the end, which no token contains, so that the end needs no test. */
static char byte_at(struct text text, size_t at)
{
    return at < text.length ? text.data[at] : '\0';
}

static bool stands_at(struct text text, size_t at, const char *string)
{
    size_t length = strlen(string);
    return at + length <= text.length && memcmp(text.data + at, string, length) == 0;
}

/* 1,234,567 in the West, 12,34,567 in India: the last group has three digits in both. */
size_t lexer_grouped_number(struct text text)
{
    size_t first = ascii_count_digits(text, 0), at = first, last = first;
    bool is_western = first <= 3, is_indian = first <= 2;
    if (first == 0 || text.data[0] == '0')
        return 0;
    while (byte_at(text, at) == ',') {
        size_t digits = ascii_count_digits(text, at + 1);
        is_indian &= last == first || last == 2;
        last = digits;
        is_western &= digits == 3;
        is_indian &= digits == 2 || digits == 3;
        at += 1 + digits;
        if (digits == 0)
            return 0;
        if (digits == 3 && byte_at(text, at) != ',')
            return is_western || is_indian ? at : 0;
    }
    return 0;
}

static bool is_word_end(struct text source, size_t at, enum lexer_place place)
{
    char byte = source.data[at];
    if (ascii_is_blank(byte) || memchr("()\",", byte, 4) || stands_at(source, at, ".."))
        return true;
    if (place != PLACE_TEST)
        return false;
    return memchr(":=<>~", byte, 5) || stands_at(source, at, "!=") || stands_at(source, at, "!~");
}

/* A number may begin with a sign or a currency. Bare words keep grouped numbers whole too. */
static size_t grouped_at(struct text source, size_t start, size_t at)
{
    if (!ascii_is_digit(source.data[at]) || (at > start && ascii_is_digit(source.data[at - 1])))
        return 0;
    return lexer_grouped_number((struct text){source.data + at, source.length - at});
}

static struct token take_word(struct lexer *lexer, enum lexer_place place)
{
    struct text source = lexer->source;
    size_t at = lexer->at;
    bool has_digits = false;
    while (at < source.length && !is_word_end(source, at, place)) {
        size_t grouped = place == PLACE_VALUE || has_digits ? 0 : grouped_at(source, lexer->at, at);
        has_digits |= ascii_is_digit(source.data[at]);
        at += grouped ? grouped : 1;
    }
    return (struct token){.kind = TOKEN_WORD,
                          .at = lexer->at,
                          .end = at,
                          .text = {source.data + lexer->at, at - lexer->at}};
}

static struct token wrong(size_t at, size_t end, const char *problem, bool is_unfinished)
{
    return (struct token){.kind = TOKEN_WRONG,
                          .at = at,
                          .end = end,
                          .problem = problem,
                          .is_unfinished = is_unfinished};
}

static int hexadecimal(char byte)
{
    static const char digits[] = "0123456789abcdef";
    const char *digit = byte ? strchr(digits, byte >= 'A' && byte <= 'F' ? byte + 32 : byte) : NULL;
    return digit ? (int)(digit - digits) : -1;
}

/* Returns the byte for an escape; *length is 0 if it is not one. */
static char unescape(struct text source, size_t at, size_t *length)
{
    char letter = byte_at(source, at + 1);
    *length = 2;
    if (letter == '"' || letter == '\\')
        return letter;
    if (letter == 'n' || letter == 't')
        return letter == 'n' ? '\n' : '\t';
    int high = hexadecimal(byte_at(source, at + 2)), low = hexadecimal(byte_at(source, at + 3));
    *length = letter == 'x' && high >= 0 && low >= 0 ? 4 : 0;
    return (char)(high * 16 + low);
}

/* Returns the position of the next closing mark that is not escaped. */
static size_t closing_mark(struct text source, size_t at, char mark)
{
    while (at < source.length && source.data[at] != mark)
        at += source.data[at] == '\\' ? 2 : 1;
    return at;
}

static struct token take_phrase(struct lexer *lexer)
{
    struct text source = lexer->source;
    size_t end = closing_mark(source, lexer->at + 1, '"'), length = 0;
    if (end >= source.length)
        return wrong(lexer->at, source.length, "the quotation mark is not closed; add \"", true);
    char *text = arena_alloc(lexer->arena, end - lexer->at);
    for (size_t at = lexer->at + 1, taken = 1; at < end; at += taken, taken = 1) {
        text[length++] = source.data[at] == '\\' ? unescape(source, at, &taken) : source.data[at];
        if (taken == 0)
            return wrong(at, at + 2, "this is no escape; for a backslash write \\\\", false);
    }
    return (struct token){
        .kind = TOKEN_PHRASE, .at = lexer->at, .end = end + 1, .text = {text, length}};
}

static struct token take_pattern(struct lexer *lexer)
{
    struct text source = lexer->source;
    size_t at = closing_mark(source, lexer->at + 1, '/');
    if (at >= source.length)
        return wrong(lexer->at, source.length,
                     "the regular expression is not closed; add / "
                     "(a text that starts with / stands in quotation marks)",
                     true);
    struct token token = {.kind = TOKEN_PATTERN, .at = lexer->at};
    token.text = (struct text){source.data + lexer->at + 1, at - lexer->at - 1};
    for (at++; at < source.length && !is_word_end(source, at, PLACE_TEST); at++) {
        unsigned flag = pattern_flag_of_letter(source.data[at]);
        if (!flag)
            return wrong(at, at + 1,
                         "this is no flag of a regular expression; they are i c s m x "
                         "(write \\/ for a / inside it)",
                         false);
        token.flags |= flag;
    }
    token.end = at;
    return token;
}

static bool find_operator(struct text source, size_t at, struct token *token)
{
    for (size_t i = 0; i < ARRAY_LENGTH(signs); i++) {
        if (!stands_at(source, at, signs[i].written))
            continue;
        *token = (struct token){.kind = TOKEN_OPERATOR,
                                .at = at,
                                .end = at + strlen(signs[i].written),
                                .comparison = signs[i].comparison};
        return true;
    }
    return false;
}

static struct token take_mark(struct text source, size_t at, enum token_kind kind, size_t length)
{
    return (struct token){
        .kind = kind, .at = at, .end = at + length, .text = {source.data + at, length}};
}

static bool is_negation(struct text source, size_t at)
{
    char byte = source.data[at], next = byte_at(source, at + 1);
    return byte == '!' ||
           (byte == '-' && at + 1 < source.length && !ascii_is_blank(next) && next != ')');
}

static struct token find_token(struct lexer *lexer, enum lexer_place place)
{
    struct text source = lexer->source;
    size_t at = lexer->at;
    struct token token;
    if (at >= source.length)
        return (struct token){.kind = TOKEN_END, .at = source.length, .end = source.length};
    switch (source.data[at]) {
    case '(':
        return take_mark(source, at, TOKEN_OPEN, 1);
    case ')':
        return take_mark(source, at, TOKEN_CLOSE, 1);
    case ',':
        return take_mark(source, at, TOKEN_COMMA, 1);
    case '"':
        return take_phrase(lexer);
    case '/':
        return take_pattern(lexer);
    default:
        break;
    }
    if (stands_at(source, at, ".."))
        return take_mark(source, at, TOKEN_RANGE, 2);
    if (find_operator(source, at, &token))
        return token;
    bool is_value = place == PLACE_VALUE || place == PLACE_NUMBER;
    if (!is_value && is_negation(source, at))
        return take_mark(source, at, TOKEN_NOT, 1);
    return take_word(lexer, is_value ? place : PLACE_TEST);
}

struct token lexer_next(struct lexer *lexer, enum lexer_place place)
{
    while (lexer->at < lexer->source.length && ascii_is_blank(lexer->source.data[lexer->at]))
        lexer->at++;
    struct token token = find_token(lexer, place);
    lexer->at = token.end;
    return token;
}

struct token lexer_peek(const struct lexer *lexer, enum lexer_place place)
{
    struct lexer copy = *lexer;
    return lexer_next(&copy, place);
}

/* Stricter than the lexer, so that a person reads it as one word too. */
static bool can_be_word(struct text text, enum lexer_place place)
{
    if (!text.length || !text_is_utf8(text) || lexer_is_keyword(text) || text.data[0] == '/' ||
        (place == PLACE_TEST && text.data[0] == '-'))
        return false;
    for (size_t i = 0; i < text.length; i++) {
        unsigned char byte = (unsigned char)text.data[i];
        if (byte <= ' ' || byte == 0x7F || memchr("()\",:=<>~!&|", byte, 12) ||
            stands_at(text, i, ".."))
            return false;
    }
    return true;
}

static void append_escaped(struct buffer *out, unsigned char byte, bool is_utf8)
{
    if (byte == '"' || byte == '\\')
        buffer_printf(out, "\\%c", byte);
    else if (byte == '\n' || byte == '\t')
        buffer_puts(out, byte == '\n' ? "\\n" : "\\t");
    else if (byte < ' ' || byte == 0x7F || (byte >= 0x80 && !is_utf8))
        buffer_printf(out, "\\x%02X", byte);
    else
        buffer_putc(out, (char)byte);
}

void lexer_append_phrase(struct buffer *out, struct text text)
{
    bool is_utf8 = text_is_utf8(text);
    buffer_putc(out, '"');
    for (size_t i = 0; i < text.length; i++)
        append_escaped(out, (unsigned char)text.data[i], is_utf8);
    buffer_putc(out, '"');
}

void lexer_quote(struct buffer *out, struct text text, enum lexer_place place)
{
    if (can_be_word(text, place))
        buffer_append_text(out, text);
    else
        lexer_append_phrase(out, text);
}
