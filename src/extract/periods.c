/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "extract/periods.h"

#include <string.h>

static const struct news_token *at(const struct story_sentence *sentence, size_t i)
{
    static const struct news_token none = {.type = TOKEN_SIGN, .word = {"", 0}, .value = ""};
    return i < sentence->count ? &sentence->tokens[i] : &none;
}

static bool is_stop(const struct news_token *token)
{
    return token_is(token, ",") || token_is(token, ";") || token_is(token, ":") ||
           token_is(token, "\u2014") || (token->class == WORD_CONJ && !token_is(token, "with")) ||
           token->class == WORD_FLOW;
}

/* True if a quantity or the end of a clause lies between the tokens. */
static bool is_divided(const struct story_sentence *sentence, size_t from, size_t to,
                       bool *has_quantity)
{
    *has_quantity = false;
    for (size_t i = 0; i < sentence->quantity_count; i++)
        *has_quantity |= sentence->quantities[i].first > from && sentence->quantities[i].last < to;
    for (size_t i = from + 1; i < to; i++)
        if (is_stop(at(sentence, i)))
            return true;
    return false;
}

/* "from $5bn in 2017 to $6bn": 2017 is that of the $5bn alone. */
static bool is_of_earlier(const struct story_sentence *sentence, const struct mention *mention,
                          size_t first)
{
    for (size_t i = 0; i < sentence->quantity_count; i++) {
        const struct news_quantity *quantity = &sentence->quantities[i];
        bool has_quantity;
        if (quantity->first == first || quantity->last >= mention->first ||
            mention->first - quantity->last > 7 || !trade_sense_is_earlier(sentence, i))
            continue;
        if (!is_divided(sentence, quantity->last, mention->first, &has_quantity) && !has_quantity)
            return true;
    }
    return false;
}

/* "compared to October, when exports rose 27%" */
static bool opens_clause(const struct story_sentence *sentence, size_t i)
{
    return token_is(at(sentence, i + token_is(at(sentence, i), ",")), "when");
}

static const struct mention *find_mention(const struct story_sentence *sentence, size_t first,
                                          size_t last, bool *is_near)
{
    const struct mention *near = NULL, *before = NULL, *far = NULL;
    for (size_t i = 0; i < sentence->mention_count; i++) {
        const struct mention *mention = &sentence->mentions[i];
        bool has_quantity;
        if (mention->role == MENTION_OF && is_of_earlier(sentence, mention, first))
            continue;
        bool is_opened = (mention->role == MENTION_BASE || mention->role == MENTION_SINCE) &&
                         mention->last < first && opens_clause(sentence, mention->last + 1);
        if (mention->role != MENTION_OF && !is_opened)
            continue;
        if (mention->last < first) {
            before = mention;
        } else if (mention->first > last) {
            bool is_cut = is_divided(sentence, last, mention->first, &has_quantity);
            if (!is_cut && !has_quantity && !near)
                near = mention;
            else if (!is_cut && !far)
                far = mention;
        }
    }
    *is_near = near != NULL;
    return near ? near : before ? before : far;
}

static void find_base(const struct story_sentence *sentence, size_t first, size_t last,
                      struct covered *covered)
{
    size_t nearest = (size_t)-1;
    for (size_t i = 0; i < sentence->mention_count; i++) {
        const struct mention *mention = &sentence->mentions[i];
        bool is_behind = mention->first > last;
        size_t distance = is_behind ? mention->first - last : first - mention->last;
        bool has_quantity = false, is_cut = false;
        if (mention->role == MENTION_OF || mention->role == MENTION_DAY ||
            mention->role == MENTION_SINCE)
            continue;
        if (is_behind)
            is_cut = is_divided(sentence, last, mention->first, &has_quantity) && distance > 12;
        if (is_cut || distance >= nearest || (!is_behind && distance > 12))
            continue;
        nearest = distance;
        covered->base = mention->period;
        covered->base_kind = mention->role == MENTION_BASE        ? BASE_STATED
                             : mention->role == MENTION_BASE_YEAR ? BASE_YEAR_BEFORE
                                                                  : BASE_PERIOD_BEFORE;
    }
}

struct covered covered_make(const struct story_sentence *sentence, size_t first, size_t last)
{
    struct covered covered = {0};
    const struct mention *mention = find_mention(sentence, first, last, &covered.is_near);
    if (mention) {
        covered.period = mention->period;
        covered.is_by_date = mention->is_by_date;
        covered.is_unknown = !mention->period.kind;
        covered.is_deadline = mention->is_deadline;
        covered.is_aside = mention->role != MENTION_OF;
        covered.is_relative = mention->is_relative;
    }
    find_base(sentence, first, last, &covered);
    return covered;
}

struct period covered_topic(const struct story_sentence *sentence, bool *is_by_date)
{
    for (size_t i = 0; i < sentence->mention_count; i++)
        if (sentence->mentions[i].role == MENTION_OF && !sentence->mentions[i].is_relative &&
            sentence->mentions[i].period.kind) {
            *is_by_date = sentence->mentions[i].is_by_date;
            return sentence->mentions[i].period;
        }
    return (struct period){0};
}

struct period covered_base(const struct covered *covered, struct period period)
{
    if (covered->base_kind == BASE_STATED && covered->base.last < period.last)
        return covered->base;
    if (covered->base_kind == BASE_PERIOD_BEFORE)
        return period_previous(period);
    if (covered->base_kind == BASE_YEAR_BEFORE)
        return period_year_before(period);
    return (struct period){0};
}
