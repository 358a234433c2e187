/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "extract/wording.h"

#include "base/array.h"

#include <string.h>

#define LONGEST_SPEAKER 6 /* tokens of a speaker */
#define LONGEST_PRODUCT 14

static const struct news_token *at(const struct story_sentence *sentence, size_t i)
{
    static const struct news_token none = {.type = TOKEN_SIGN, .word = {"", 0}, .value = ""};
    return i < sentence->count ? &sentence->tokens[i] : &none;
}

static bool is_one_of(const struct news_token *token, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (token_is(token, words[i]))
            return true;
    return false;
}

/* Returns the words of the article from token `first` to before `end`. */
static struct text words_of(const struct story *story, const struct story_sentence *sentence,
                            size_t first, size_t end)
{
    if (first >= end || end > sentence->count)
        return (struct text){"", 0};
    size_t from = sentence->tokens[first].start;
    return (struct text){story->article.data + from, sentence->tokens[end - 1].end - from};
}

/* "led by rice (+91.5%), processed chicken (+17.2%)" */
static struct text product_before_bracket(const struct story *story,
                                          const struct story_sentence *sentence,
                                          const struct news_quantity *quantity)
{
    static const char *const starts[] = {")", "by", "including", "as", "like", ":", "were"};
    size_t end = quantity->first;
    while (end > 0 && !token_is(at(sentence, end), "("))
        end--;
    size_t first = end;
    while (first > 0 && end - first < LONGEST_PRODUCT &&
           !is_one_of(at(sentence, first - 1), starts, ARRAY_LENGTH(starts)))
        first--;
    while (first < end &&
           (token_is(at(sentence, first), ",") || at(sentence, first)->class == WORD_AND))
        first++;
    return words_of(story, sentence, first, end);
}

static bool is_noun(const struct news_token *token)
{
    return token->type == TOKEN_WORD && !token->is_possessive &&
           (token->class == WORD_OTHER || token->class == WORD_STOP);
}

/* "oil exports", "industrial product shipments" */
static struct text product_before(const struct story *story, const struct story_sentence *sentence,
                                  size_t flow)
{
    size_t first = flow;
    while (first > 0 && flow - first < 5 && is_noun(at(sentence, first - 1)))
        first--;
    const struct news_token *before =
        first ? at(sentence, first - 1) : at(sentence, sentence->count);
    bool is_clear =
        first == 0 || before->class == WORD_PLACE || before->class == WORD_PLAIN ||
        before->class == WORD_CONJ || before->class == WORD_PREP || before->class == WORD_VERB ||
        before->class == WORD_UP || before->class == WORD_DOWN || before->class == WORD_AND ||
        before->class == WORD_ITS || before->type == TOKEN_SIGN || before->is_possessive;
    return is_clear ? words_of(story, sentence, first, flow) : (struct text){"", 0};
}

/* "exports of agricultural products to China" */
static struct text product_behind(const struct story *story, const struct story_sentence *sentence,
                                  size_t flow)
{
    size_t i = flow + 1, end;
    if (!token_is(at(sentence, i), "of"))
        return (struct text){"", 0};
    for (end = ++i; end < sentence->count && end - i < LONGEST_PRODUCT; end++) {
        const struct news_token *token = at(sentence, end);
        bool is_inside = token->type == TOKEN_WORD || token_is(token, "-") || token_is(token, ",");
        bool is_word = token->class == WORD_OTHER || token->class == WORD_PLAIN ||
                       token->class == WORD_AND || token->class == WORD_STOP ||
                       token->class == WORD_PLACE;
        if (!is_inside || (token->type == TOKEN_WORD && !is_word))
            break;
    }
    while (end > i &&
           (at(sentence, end - 1)->type == TOKEN_SIGN || at(sentence, end - 1)->class == WORD_AND))
        end--;
    while (i < end && at(sentence, i)->class == WORD_PLACE)
        i++;
    while (i < end && (token_is(at(sentence, i), "the") || token_is(at(sentence, i), "a")))
        i++;
    if (at(sentence, end)->type == TOKEN_NUMBER || at(sentence, end)->class == WORD_NUMBER)
        return (struct text){"", 0};
    bool is_all = end == i + 1 &&
                  (token_is(at(sentence, i), "goods") || token_is(at(sentence, i), "merchandise"));
    return is_all ? (struct text){"", 0} : words_of(story, sentence, i, end);
}

/* "trade in services", "the services surplus", "surplus in services trade" */
static bool is_of_services(const struct story_sentence *sentence, size_t flow)
{
    bool has_services = false;
    for (size_t i = flow ? flow - 1 : 0; i < sentence->count && i < flow + 5; i++) {
        if (at(sentence, i)->type == TOKEN_WORD && strstr(at(sentence, i)->word.data, "goods"))
            return false;
        if (at(sentence, i)->type == TOKEN_WORD)
            has_services |= strstr(at(sentence, i)->word.data, "services") != NULL;
        if (i > flow &&
            (at(sentence, i)->type != TOKEN_WORD || at(sentence, i)->class == WORD_VERB))
            break;
    }
    return has_services;
}

struct text wording_product(const struct story *story, const struct story_sentence *sentence,
                            const struct news_quantity *quantity, const struct trade_sense *sense)
{
    if (quantity->has_sign && quantity->first > 1 &&
        (token_is(at(sentence, quantity->first - 1), "(") ||
         token_is(at(sentence, quantity->first - 2), "(")))
        return product_before_bracket(story, sentence, quantity);
    if (sense->flow == NO_TOKEN)
        return (struct text){"", 0};
    struct text product = product_behind(story, sentence, sense->flow);
    if (!product.length && is_of_services(sentence, sense->flow))
        return text_of("services");
    return product.length ? product : product_before(story, sentence, sense->flow);
}

static bool is_name(const struct news_token *token)
{
    return token->type == TOKEN_WORD &&
           (token->class == WORD_OTHER || token->class == WORD_NEUTRAL ||
            token->class == WORD_PLACE || token->class == WORD_PLAIN ||
            token->class == WORD_TOPIC || token->class == WORD_WEEKDAY || token_is(token, "of"));
}

static struct text trim_name(const struct story *story, const struct story_sentence *sentence,
                             size_t first, size_t end)
{
    static const char *const dropped[] = {"the", "of", "a", "an", "that", "also", "by"};
    static const char *const pronouns[] = {"he",   "she", "it",    "they", "we",
                                           "this", "who", "which", "and",  "as"};
    while (first < end && (is_one_of(at(sentence, first), dropped, ARRAY_LENGTH(dropped)) ||
                           at(sentence, first)->class == WORD_WEEKDAY))
        first++;
    while (first < end && (is_one_of(at(sentence, end - 1), dropped, ARRAY_LENGTH(dropped)) ||
                           at(sentence, end - 1)->class == WORD_WEEKDAY))
        end--;
    if (first < end && is_one_of(at(sentence, first), pronouns, ARRAY_LENGTH(pronouns)))
        return (struct text){"", 0};
    return words_of(story, sentence, first, end);
}

struct text wording_speaker(const struct story *story, const struct story_sentence *sentence)
{
    for (size_t i = 0; i < sentence->count; i++) {
        if (at(sentence, i)->class != WORD_SAY)
            continue;
        bool is_behind = token_is(at(sentence, i), "according to");
        size_t first = i, end = i;
        if (is_behind)
            for (first = end = i + 1; end - first < LONGEST_SPEAKER && is_name(at(sentence, end));)
                end++;
        else
            while (first > 0 && end - first < LONGEST_SPEAKER && is_name(at(sentence, first - 1)))
                first--;
        struct text name = trim_name(story, sentence, first, end);
        if (name.length)
            return name;
    }
    return (struct text){"", 0};
}
