/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "extract/ranks.h"

#include "extract/parties.h"

#include <string.h>

static const struct news_token *at(const struct story_sentence *sentence, size_t i)
{
    static const struct news_token none = {.type = TOKEN_SIGN, .word = {"", 0}, .value = ""};
    return i < sentence->count ? &sentence->tokens[i] : &none;
}

/* "the largest trading partner", but not "one of the largest" */
static bool is_first(const struct story_sentence *sentence, size_t i, long *place)
{
    const struct news_token *token = at(sentence, i);
    if (!token_is(token, "largest") && !token_is(token, "biggest") &&
        !token_is(token, "most important"))
        return false;
    for (size_t k = i, steps = 0; k-- > 0 && steps < 5; steps++)
        if (token_is(at(sentence, k), "one") || token_is(at(sentence, k), "among") ||
            at(sentence, k)->class == WORD_ORDINAL)
            return false;
    *place = 1;
    return true;
}

/* "second-largest", "No. 1", "fifth biggest": returns the token behind, or NO_TOKEN. */
static size_t read_place(const struct story_sentence *sentence, size_t i, long *place)
{
    const struct news_token *token = at(sentence, i);
    if (token->class == WORD_ORDINAL) {
        size_t next = i + 1 + token_is(at(sentence, i + 1), "-");
        bool is_most = at(sentence, next)->class == WORD_BIGGEST;
        *place = token_number(token);
        return is_most ? next + 1 : NO_TOKEN;
    }
    if (token->class == WORD_RANKNUMBER) {
        *place = token_number(at(sentence, i + 1));
        return *place > 0 && *place < 300 ? i + 2 : NO_TOKEN;
    }
    return is_first(sentence, i, place) ? i + 1 : NO_TOKEN;
}

static size_t find_role(const struct story_sentence *sentence, size_t i)
{
    for (size_t k = i; k < i + 4; k++) {
        const struct news_token *token = at(sentence, k);
        if (token->class == WORD_ROLE)
            return k;
        if (token->type != TOKEN_WORD && !token_is(token, "-"))
            break;
        if (token->class == WORD_PREP || token->class == WORD_CONJ || token->class == WORD_STOP)
            break;
    }
    return NO_TOKEN;
}

static enum flow flow_of_role(const struct news_token *role)
{
    if (strcmp(role->value, "total") == 0 || strcmp(role->value, "TRADER") == 0)
        return FLOW_TOTAL;
    if (strcmp(role->value, "import") == 0 || strcmp(role->value, "IMPORTER") == 0)
        return FLOW_IMPORT;
    return FLOW_EXPORT;
}

static bool is_place(const struct news_token *token)
{
    return token->class == WORD_PLACE || token->class == WORD_CAPITAL;
}

/* The owner is named before the place, or behind the role: "the largest market for Thai rice". */
static const char *find_owner(const struct story *story, const struct story_sentence *sentence,
                              struct rank *rank, size_t *before)
{
    *before = rank->first;
    for (size_t i = rank->first, steps = 0; i-- > 0 && steps < 2; steps++) {
        const struct news_token *token = at(sentence, i);
        if (is_place(token)) {
            *before = i;
            return token->value;
        }
        if (token->class == WORD_ITS) {
            *before = i;
            rank->reporter_is_carried = true;
            return story->main;
        }
        if (token->type == TOKEN_SIGN)
            break;
    }
    for (size_t i = rank->last + 1; i < rank->last + 5; i++) {
        bool is_link = token_is(at(sentence, i), "of") || token_is(at(sentence, i), "for") ||
                       token_is(at(sentence, i), "to");
        size_t place = is_link ? parties_place_behind(sentence, i) : NO_TOKEN;
        if (place != NO_TOKEN)
            return at(sentence, place)->value;
        if (token_is_break(at(sentence, i)))
            break;
    }
    return "";
}

/* The country that has the place: before the owner, or behind "was". */
static const char *find_subject(const struct story_sentence *sentence, const struct rank *rank,
                                size_t before)
{
    for (size_t i = before; i-- > 0;) {
        const struct news_token *token = at(sentence, i);
        if (token->class == WORD_PLACE && !token->is_possessive)
            return token->value;
        if (token_is(token, ";"))
            break;
    }
    for (size_t i = rank->last + 1; i < rank->last + 5; i++) {
        const struct news_token *token = at(sentence, i);
        if (token->class == WORD_PLACE)
            return token->value;
        if (token_is(token, "after") || token_is(token, "behind") || token->class == WORD_PREP)
            break;
    }
    return "";
}

static void find_parties(const struct story *story, const struct story_sentence *sentence,
                         struct rank *rank, const char *role)
{
    size_t before;
    const char *owner = find_owner(story, sentence, rank, &before);
    const char *subject = find_subject(sentence, rank, before);
    bool is_buyer = strcmp(role, "BUYER") == 0 || strcmp(role, "IMPORTER") == 0;
    bool is_own = strcmp(role, "EXPORTER") == 0 || strcmp(role, "TRADER") == 0;
    if (is_buyer && *owner && strcmp(owner, subject) != 0) {
        rank->flow = FLOW_EXPORT; /* of the owner, to the buyer */
    } else if (is_own || is_buyer) {
        owner = subject;
        subject = "";
    }
    rank->reporter = owner;
    rank->partner = strcmp(owner, subject) == 0 ? "" : subject;
}

/* "the fifth largest partner in the European Union" */
static const char *find_scope(const struct story_sentence *sentence, const struct rank *rank)
{
    size_t next = rank->last + 1;
    bool is_within = token_is(at(sentence, next), "in") || token_is(at(sentence, next), "within") ||
                     token_is(at(sentence, next), "among");
    size_t place = is_within ? parties_place_behind(sentence, next) : NO_TOKEN;
    return place == NO_TOKEN ? "" : at(sentence, place)->value;
}

/* Returns the words before the role, or behind it as in "buyer of Russian oil". */
static struct text find_product(const struct story *story, const struct story_sentence *sentence,
                                size_t next, size_t role)
{
    size_t first = next, end = role;
    if (first == end && token_is(at(sentence, role + 1), "of") &&
        at(sentence, role)->value[0] < 'a') {
        first = role + 2;
        while (at(sentence, first)->class == WORD_PLACE)
            first++;
        for (end = first;
             at(sentence, end)->type == TOKEN_WORD && at(sentence, end)->class == WORD_OTHER;)
            end++;
    }
    while (first < end && (at(sentence, first)->class != WORD_OTHER))
        first++;
    if (first >= end)
        return (struct text){"", 0};
    size_t from = sentence->tokens[first].start;
    return (struct text){story->article.data + from, sentence->tokens[end - 1].end - from};
}

/* True for "export market" and "trading partner", but not for "market" or "customers". */
static bool is_of_trade(const struct news_token *role)
{
    static const char *const words[] = {"export", "import", "trad", "supplier"};
    const char *phrase = role->word.data;
    bool is_plural = role->word.length && role->word.data[role->word.length - 1] == 's';
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strstr(phrase, words[i]))
            return !is_plural;
    return false;
}

bool rank_read(const struct story *story, const struct story_sentence *sentence, size_t *i,
               struct rank *rank)
{
    *rank =
        (struct rank){.first = *i, .reporter = "", .partner = "", .scope = "", .product = {"", 0}};
    size_t next = read_place(sentence, *i, &rank->place);
    size_t role = next == NO_TOKEN ? NO_TOKEN : find_role(sentence, next);
    if (role == NO_TOKEN ||
        (at(sentence, *i)->class == WORD_BIGGEST && !is_of_trade(at(sentence, role))))
        return false;
    rank->last = role;
    rank->flow = flow_of_role(at(sentence, role));
    find_parties(story, sentence, rank, at(sentence, role)->value);
    rank->scope = find_scope(sentence, rank);
    rank->product = find_product(story, sentence, next, role);
    *i = role + 1;
    return true;
}

bool rank_continue(const struct story_sentence *sentence, size_t *i, const struct rank *before,
                   struct rank *rank)
{
    const struct news_token *token = at(sentence, *i);
    if (!before->place || token->class != WORD_ORDINAL || !token_is(at(sentence, *i + 1), "in"))
        return false;
    *rank = *before;
    rank->place = token_number(token);
    rank->first = rank->last = (*i)++;
    rank->scope = find_scope(sentence, rank);
    return true;
}
