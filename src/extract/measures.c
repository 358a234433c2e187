/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "extract/measures.h"

#include "base/array.h"

#include <string.h>

#define WORD_REACH 7 /* tokens behind a quantity in which its word of trade may be */

static bool is_one_of(const struct news_token *token, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (token_is(token, words[i]))
            return true;
    return false;
}

static const struct news_token *at(const struct story_sentence *sentence, size_t i)
{
    static const struct news_token none = {.type = TOKEN_SIGN, .word = {"", 0}, .value = ""};
    return i < sentence->count ? &sentence->tokens[i] : &none;
}

static bool is_trend(const struct news_token *token)
{
    return token->class == WORD_UP || token->class == WORD_DOWN;
}

/* True if the token is in another quantity. */
static bool is_in_other(const struct story_sentence *sentence, size_t index, size_t token)
{
    for (size_t i = 0; i < sentence->quantity_count; i++)
        if (i != index && token >= sentence->quantities[i].first &&
            token <= sentence->quantities[i].last)
            return true;
    return false;
}

/* Finds the word of trade behind the quantity: "$5bn in exports", "a 5 % share of trade". */
static size_t find_behind(const struct story_sentence *sentence, size_t index, bool *is_of,
                          bool *is_stopped)
{
    static const char *const links[] = {"in", "of", "worth of", "worth"};
    const struct news_quantity *quantity = &sentence->quantities[index];
    size_t i = quantity->last + 1;
    size_t reach = 2;
    *is_of = false;
    *is_stopped = false;
    for (size_t steps = 0; steps < WORD_REACH && i < sentence->count; steps++, i++) {
        const struct news_token *token = at(sentence, i);
        if (token->class == WORD_FLOW && (reach > 2 || steps <= reach))
            return i;
        if (token->class == WORD_STOP && steps <= 3 && (*is_of || steps < 2)) {
            *is_stopped = true;
            return NO_TOKEN;
        }
        bool is_link = is_one_of(token, links, ARRAY_LENGTH(links)) || token->class == WORD_SHARE;
        bool is_first_trend = is_trend(token) && steps < 2;
        if (is_link) {
            reach = WORD_REACH;
            *is_of |= !token_is(token, "in");
            *is_of |= token->class == WORD_SHARE;
            continue;
        }
        if (token_is_break(token) || is_in_other(sentence, index, i) || token->class == WORD_AND ||
            token->class == WORD_SAY || token->class == WORD_MONTH || token->class == WORD_PREP ||
            (is_trend(token) && !is_first_trend) || token->type == TOKEN_NUMBER)
            break;
        if (steps >= reach && reach == 2)
            break;
    }
    return NO_TOKEN;
}

/* "tariffs on imports" are no imports. */
static bool is_object_of_stop(const struct story_sentence *sentence, size_t flow)
{
    for (size_t i = flow, steps = 0; i-- > 0 && steps < 4; steps++) {
        const struct news_token *token = at(sentence, i);
        if (token->class == WORD_STOP)
            return steps > 0;
        if (token_is_break(token) || is_trend(token) || token->class == WORD_FLOW)
            return false;
    }
    return false;
}

/* A word of another subject that is only a cause or a complement: "hit by tariffs". */
static bool is_aside(const struct story_sentence *sentence, size_t stop)
{
    static const char *const links[] = {"by",   "amid", "despite",   "due to", "of",     "on",
                                        "from", "in",   "thanks to", "after",  "before", "for"};
    for (size_t i = stop, steps = 0; i-- > 0 && steps < 4; steps++) {
        const struct news_token *token = at(sentence, i);
        if (is_one_of(token, links, ARRAY_LENGTH(links)) || token->class == WORD_CONJ)
            return true;
        if (token->class != WORD_OTHER && token->class != WORD_PLACE && token->class != WORD_PLAIN)
            return false;
    }
    return false;
}

/* "the deficit in trade in goods", "a surplus on its services trade" are no trade. */
static size_t find_balance_of(const struct story_sentence *sentence, size_t flow)
{
    static const char *const links[] = {"in", "on", "of", "for", "from"};
    if (strncmp(at(sentence, flow)->value, "total", 5) != 0)
        return NO_TOKEN;
    for (size_t i = flow, steps = 0; i-- > 1 && steps < 4; steps++) {
        const struct news_token *word = at(sentence, i - 1);
        bool is_balance = word->class == WORD_FLOW && strchr("dsb", word->value[0]) && *word->value;
        if (at(sentence, i)->type == TOKEN_SIGN || at(sentence, i)->class == WORD_FLOW)
            return NO_TOKEN;
        if (is_one_of(at(sentence, i), links, ARRAY_LENGTH(links)))
            return is_balance ? i - 1 : NO_TOKEN;
    }
    return NO_TOKEN;
}

/* "the difference between the value of imports and exports" */
static size_t find_difference(const struct story_sentence *sentence, size_t flow)
{
    bool is_second = flow > 2 && at(sentence, flow - 1)->class == WORD_AND;
    for (size_t i = flow, steps = 0; is_second && i-- > 0 && steps < 8; steps++) {
        struct text word = at(sentence, i)->word;
        if (word.length > 7 && memcmp(word.data + word.length - 7, "between", 7) == 0 &&
            at(sentence, i)->class == WORD_FLOW)
            return i;
    }
    return NO_TOKEN;
}

/* "India's second-largest export market, with $5bn" */
static bool is_ranked_role(const struct story_sentence *sentence, size_t i)
{
    const struct news_token *token = at(sentence, i);
    if (token->class != WORD_ROLE || token->value[0] < 'a')
        return false;
    for (size_t k = i, steps = 0; k-- > 0 && steps < 4; steps++)
        if (at(sentence, k)->class == WORD_BIGGEST || at(sentence, k)->class == WORD_RANKNUMBER)
            return true;
    return false;
}

/* Finds the word of trade before the quantity. */
static size_t find_before(const struct story_sentence *sentence, size_t index, bool *is_stopped)
{
    size_t first = sentence->quantities[index].first;
    *is_stopped = false;
    bool has_trend = false;
    for (size_t i = first; i-- > 0;) {
        const struct news_token *token = at(sentence, i);
        has_trend |= is_trend(token);
        if (token->class == WORD_STOP && !(has_trend && is_aside(sentence, i))) {
            *is_stopped = true;
            return NO_TOKEN;
        }
        if (is_ranked_role(sentence, i))
            return i;
        if (token->class == WORD_FLOW && find_difference(sentence, i) != NO_TOKEN)
            return find_difference(sentence, i);
        if (token->class == WORD_FLOW && find_balance_of(sentence, i) != NO_TOKEN)
            return find_balance_of(sentence, i);
        if (token->class == WORD_FLOW && !is_object_of_stop(sentence, i))
            return i;
        if (token->class == WORD_FLOW) {
            *is_stopped = true;
            return NO_TOKEN;
        }
    }
    return NO_TOKEN;
}

/* Finds the increase or decrease that the quantity measures. */
static size_t find_trend(const struct story_sentence *sentence, size_t index, size_t flow)
{
    const struct news_quantity *quantity = &sentence->quantities[index];
    for (size_t i = quantity->last + 1, steps = 0; steps < 3; steps++, i++) {
        const struct news_token *token = at(sentence, i);
        if (is_trend(token) && !token_is(token, "up") && !token_is(token, "down") &&
            !is_in_other(sentence, index, i))
            return i;
        bool is_passed = token->class == WORD_PLAIN || token->class == WORD_WHEN ||
                         token->class == WORD_OTHER || token_is(token, "-") ||
                         token->class == WORD_FLOW;
        if (!is_passed || token->type == TOKEN_NUMBER)
            break;
    }
    size_t found = NO_TOKEN;
    for (size_t i = quantity->first, steps = 0; i-- > 0 && steps < 25; steps++) {
        const struct news_token *token = at(sentence, i);
        if (is_trend(token)) {
            found = i;
            break;
        }
        if (token->class == WORD_SHARE || (i == flow && steps > 12) || token_is(token, ";"))
            break;
    }
    return found;
}

/* True if a word of share governs the quantity. */
static bool is_share(const struct story_sentence *sentence, size_t index, size_t trend)
{
    size_t first = sentence->quantities[index].first;
    for (size_t i = first, steps = 0; i-- > 0 && steps < 8; steps++) {
        const struct news_token *token = at(sentence, i);
        if (token->class == WORD_SHARE)
            return true;
        if (i == trend || token_is(token, ";") || is_in_other(sentence, index, i))
            return false;
    }
    return false;
}

static bool is_directly_behind_trend(const struct story_sentence *sentence, size_t index)
{
    static const char *const passed[] = {"by", "of", "a", "the", "an"};
    size_t first = sentence->quantities[index].first;
    for (size_t i = first, steps = 0; i-- > 0 && steps < 4; steps++) {
        const struct news_token *token = at(sentence, i);
        bool is_phrase = token_is(token, "more") || token_is(token, "less");
        if (is_trend(token))
            return !is_phrase;
        if (token->class != WORD_QUALIFIER && !is_one_of(token, passed, ARRAY_LENGTH(passed)))
            return false;
    }
    return false;
}

/* "an increase of $5bn", "rose by $5bn", "$5bn more than" */
static bool is_change(const struct story_sentence *sentence, size_t index)
{
    static const char *const nouns[] = {"increase", "decrease", "decline",   "rise", "drop",
                                        "fall",     "jump",     "reduction", "more", "less",
                                        "higher",   "lower",    "up",        "down"};
    const struct news_token *behind = at(sentence, sentence->quantities[index].last + 1);
    return is_directly_behind_trend(sentence, index) ||
           is_one_of(behind, nouns, ARRAY_LENGTH(nouns) - 2);
}

bool trade_sense_is_earlier(const struct story_sentence *sentence, size_t index)
{
    static const char *const links[] = {"from",       "compared with", "compared to", "than",
                                        "against",    "versus",        "up from",     "down from",
                                        "as against", "as compared to"};
    static const char *const passed[] = {"the", "a", "an", "both"};
    size_t first = sentence->quantities[index].first;
    for (size_t i = first, steps = 0; i-- > 0 && steps < 4; steps++) {
        const struct news_token *token = at(sentence, i);
        if (is_one_of(token, links, ARRAY_LENGTH(links)))
            return true;
        if (token->class != WORD_QUALIFIER && token->class != WORD_PLAIN && !token->is_possessive &&
            !is_one_of(token, passed, ARRAY_LENGTH(passed)))
            return false;
    }
    return false;
}

static void read_percent(const struct story_sentence *sentence, size_t index, bool is_of,
                         struct trade_sense *sense)
{
    const struct news_quantity *quantity = &sentence->quantities[index];
    size_t trend = find_trend(sentence, index, sense->is_behind ? NO_TOKEN : sense->flow);
    bool is_trend_behind = trend != NO_TOKEN && trend > quantity->last;
    sense->verb = trend;
    if (quantity->has_sign) {
        sense->measure = MEASURE_GROWTH;
        sense->is_down = quantity->is_negative;
        sense->verb = NO_TOKEN;
    } else if (is_trend_behind) {
        sense->measure = MEASURE_GROWTH;
    } else if ((sense->is_behind && is_of) || is_share(sentence, index, trend)) {
        sense->measure = MEASURE_SHARE;
    } else if (trend != NO_TOKEN) {
        sense->measure = MEASURE_GROWTH;
    }
    if (sense->measure == MEASURE_GROWTH && sense->verb != NO_TOKEN)
        sense->is_down = sentence->tokens[sense->verb].class == WORD_DOWN;
}

/* True if a deficit or surplus is right before the quantity, and trade as a whole behind it. */
static bool is_of_balance(const struct story_sentence *sentence, size_t first, size_t flow)
{
    if (strncmp(at(sentence, flow)->value, "total", strlen("total")) != 0)
        return false;
    for (size_t i = first, steps = 0; i-- > 0 && steps < 6; steps++) {
        const struct news_token *token = at(sentence, i);
        if (token->class == WORD_FLOW)
            return token->value[0] == 'd' || token->value[0] == 's';
        if (token_is_break(token))
            return false;
    }
    return false;
}

/* The direction of an amount by which something changed. */
static void read_change(const struct story_sentence *sentence, size_t index,
                        struct trade_sense *sense)
{
    if (!sense->is_change)
        return;
    sense->measure = MEASURE_CHANGE;
    sense->verb = find_trend(sentence, index, sense->is_behind ? NO_TOKEN : sense->flow);
    sense->is_down = sense->verb != NO_TOKEN && sentence->tokens[sense->verb].class == WORD_DOWN;
}

struct trade_sense trade_sense_make(const struct story_sentence *sentence, size_t index)
{
    const struct news_quantity *quantity = &sentence->quantities[index];
    struct trade_sense sense = {.flow = NO_TOKEN, .verb = NO_TOKEN};
    bool is_of, is_stopped;
    sense.flow = find_behind(sentence, index, &is_of, &is_stopped);
    if (sense.flow != NO_TOKEN && is_of_balance(sentence, quantity->first, sense.flow))
        sense.flow = NO_TOKEN; /* "a deficit of $5bn in trade with China" */
    sense.is_behind = sense.flow != NO_TOKEN;
    if (is_stopped) {
        sense.is_stopped = true;
        return sense;
    }
    if (!sense.is_behind)
        sense.flow = find_before(sentence, index, &sense.is_stopped);
    else if (is_object_of_stop(sentence, sense.flow) ||
             is_object_of_stop(sentence, quantity->first))
        sense.is_stopped = true;
    if (sense.is_stopped)
        return sense;
    sense.is_earlier = trade_sense_is_earlier(sentence, index);
    if (quantity->kind == QUANTITY_PERCENT || quantity->kind == QUANTITY_FRACTION) {
        read_percent(sentence, index, is_of, &sense);
    } else if (quantity->kind == QUANTITY_MONEY || quantity->kind == QUANTITY_WEIGHT) {
        sense.measure = MEASURE_VALUE;
        sense.is_change = is_change(sentence, index);
        read_change(sentence, index, &sense);
    } else if (quantity->kind == QUANTITY_FOLD &&
               at(sentence, quantity->last + 1)->class != WORD_FLOW) {
        sense.measure = MEASURE_RATIO; /* but not "5 times exports" */
    }
    return sense;
}
