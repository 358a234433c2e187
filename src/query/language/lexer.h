/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The filter language as tokens with positions. What a word is depends on the context: behind an
 * operator `https://example.org/?a=b` is one word, at the start of a test it is not; in a column of
 * numbers `5,000` is one number, elsewhere a list of two. So the caller says what it expects. In a
 * bare word the commas of `5,000` do not separate either.
 *
 * The source must be UTF-8. Texts of tokens are in the source or in the arena.
 */
#ifndef TRADESCOPE_QUERY_LANGUAGE_LEXER_H
#define TRADESCOPE_QUERY_LANGUAGE_LEXER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "base/memory.h"
#include "base/text.h"

enum token_kind {
    TOKEN_END,
    TOKEN_WORD,     /* flow, 5bn, 2023-07 */
    TOKEN_PHRASE,   /* "good dynamics"; \" \\ \n \t \xHH are escapes */
    TOKEN_PATTERN,  /* /thr(ee|ice)fold/i; the text between the slashes, as written */
    TOKEN_OPERATOR, /* : = != < <= > >= ~ !~ */
    TOKEN_COMMA,
    TOKEN_RANGE, /* .. */
    TOKEN_OPEN,
    TOKEN_CLOSE,
    TOKEN_NOT,   /* "-" or "!" before a test */
    TOKEN_WRONG, /* `problem` has the reason */
};

enum comparison {
    COMPARISON_HOLDS, /* ":" */
    COMPARISON_EQUAL,
    COMPARISON_DIFFERENT,
    COMPARISON_LESS,
    COMPARISON_LESS_EQUAL,
    COMPARISON_GREATER,
    COMPARISON_GREATER_EQUAL,
    COMPARISON_MATCH,
    COMPARISON_NO_MATCH,
    COMPARISON_COUNT,
};

enum lexer_place {
    PLACE_TEST,   /* at the start of a test */
    PLACE_VALUE,  /* behind an operator, a comma or ".." */
    PLACE_NUMBER, /* the same for numbers: commas between thousands belong to the word */
};

struct token {
    enum token_kind kind;
    size_t at, end;             /* bytes of the source */
    struct text text;           /* of a word, phrase or pattern */
    enum comparison comparison; /* of an operator */
    unsigned flags;             /* enum pattern_flag, of a pattern */
    const char *problem;        /* of a TOKEN_WRONG */
    bool is_unfinished;         /* a TOKEN_WRONG that more typing may complete */
};

struct lexer {
    struct text source;
    size_t at;
    struct arena *arena;
};

struct token lexer_next(struct lexer *lexer, enum lexer_place place);
/* Returns the next token without consuming it. */
struct token lexer_peek(const struct lexer *lexer, enum lexer_place place);

const char *comparison_sign(enum comparison comparison);
/*
 * Appends the text so that it is read back as this text: as a word if possible, else as a phrase.
 * `place` is PLACE_TEST or PLACE_VALUE.
 */
void lexer_quote(struct buffer *out, struct text text, enum lexer_place place);
/* Appends the text as a phrase, always in quotation marks. */
void lexer_append_phrase(struct buffer *out, struct text text);
/* True for "and", "or" and "not". */
bool lexer_is_keyword(struct text word);
/*
 * Returns the length of a number with commas between thousands, or crores, at the start; 0 for
 * none.
 */
size_t lexer_grouped_number(struct text text);

#endif
