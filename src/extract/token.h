/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The words, numbers and signs of a sentence. A phrase of news_words.h is one token.
 */
#ifndef TRADESCOPE_EXTRACT_TOKEN_H
#define TRADESCOPE_EXTRACT_TOKEN_H

#include <stdbool.h>
#include <stddef.h>

#include "base/memory.h"
#include "base/text.h"
#include "extract/news_words.h"

enum token_type { TOKEN_WORD, TOKEN_NUMBER, TOKEN_SIGN };

struct news_token {
    enum token_type type;
    size_t start, end; /* bytes of the article */
    struct text word;  /* lower case; a number without commas; '-' for all dashes between words */
    enum word_class class;
    const char *value;                         /* of the class; "" if it has none */
    bool is_possessive, is_capital, is_joined; /* no blank is before it */
};

struct token_list {
    struct news_token *items; /* owned */
    size_t count, capacity;
};

/* Appends the tokens of the bytes from `start` to `end`. The words live in the arena. */
void token_list_add(struct token_list *list, const struct news_words *words, struct arena *arena,
                    struct text article, size_t start, size_t end);
void token_list_release(struct token_list *list);
bool token_is(const struct news_token *token, const char *word);
/* True for a comma, semicolon, colon, bracket, long dash or a word that begins another clause. */
bool token_is_break(const struct news_token *token);
/* True for a number in digits without a point, in a range. */
bool token_is_number_in(const struct news_token *token, long least, long most);
/* Returns the number of a token of digits or of a word with a number; -1 if it has none. */
long token_number(const struct news_token *token);

#endif
