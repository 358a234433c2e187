/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "extract/parties.h"

#include "base/array.h"

#include <string.h>

static const struct news_token *at(const struct story_sentence *sentence, size_t i)
{
    static const struct news_token none = {.type = TOKEN_SIGN, .word = {"", 0}, .value = ""};
    return i < sentence->count ? &sentence->tokens[i] : &none;
}

static bool is_place(const struct news_token *token)
{
    return token->class == WORD_PLACE || token->class == WORD_CAPITAL;
}

static const char *flow_of(const struct story_sentence *sentence, size_t flow)
{
    return flow == NO_TOKEN ? "" : sentence->tokens[flow].value;
}

static bool begins(const char *value, const char *word)
{
    return strncmp(value, word, strlen(word)) == 0;
}

size_t parties_place_behind(const struct story_sentence *sentence, size_t i)
{
    for (size_t k = i + 1; k < i + 4; k++) {
        const struct news_token *token = at(sentence, k);
        if (is_place(token))
            return k;
        if (token->type != TOKEN_WORD || token->class == WORD_PREP || token->class == WORD_FLOW)
            break;
        if (token->class != WORD_PLAIN && token->class != WORD_BIGGEST)
            break;
    }
    return NO_TOKEN;
}

size_t parties_subject(const struct story_sentence *sentence, size_t i)
{
    size_t found = NO_TOKEN;
    for (size_t k = i; k-- > 0;) {
        const struct news_token *token = at(sentence, k);
        const struct news_token *before = k ? at(sentence, k - 1) : at(sentence, sentence->count);
        const struct news_token *earlier =
            k > 1 ? at(sentence, k - 2) : at(sentence, sentence->count);
        bool is_object = before->class == WORD_PREP || before->class == WORD_CONJ ||
                         (token_is(before, "the") &&
                          (earlier->class == WORD_PREP || earlier->class == WORD_CONJ));
        bool is_adjective = at(sentence, k + 1)->class == WORD_FLOW;
        if (token->class == WORD_PLACE && !token->is_possessive && !is_object && !is_adjective)
            found = k;
        if (found != NO_TOKEN || token_is(token, ";") || token->class == WORD_CONJ)
            break;
    }
    return found;
}

/* "India-Russia trade", "China and Serbia" */
static bool find_pair_before(const struct story_sentence *sentence, size_t flow,
                             struct parties *parties)
{
    for (size_t i = flow, steps = 0; i-- > 1 && steps < 4; steps++) {
        const struct news_token *token = at(sentence, i);
        if (is_place(token)) {
            const struct news_token *link = at(sentence, i - 1);
            bool is_link = token_is(link, "-") || (token_is(link, "and") && steps < 2);
            const struct news_token *other = i > 1 ? at(sentence, i - 2) : link;
            if (!is_link || !is_place(other) || strcmp(other->value, token->value) == 0)
                return false;
            parties->reporter = other->value;
            parties->partner = token->value;
            return true;
        }
        if (token->type != TOKEN_WORD || token->class == WORD_PREP || token->class == WORD_CONJ)
            return false;
    }
    return false;
}

/* "the country's" */
static bool is_own_country(const struct news_token *token)
{
    static const char *const words[] = {"country", "nation", "bloc", "kingdom", "republic"};
    for (size_t i = 0; i < ARRAY_LENGTH(words); i++)
        if (token->is_possessive && token_is(token, words[i]))
            return true;
    return false;
}

/* "China's total exports", "Thai exports", "India exported" */
static void find_owner(const struct story *story, const struct story_sentence *sentence,
                       size_t flow, struct parties *parties)
{
    for (size_t i = flow, steps = 0; i-- > 0 && steps < 6; steps++) {
        const struct news_token *token = at(sentence, i);
        if (is_place(token)) {
            parties->reporter = token->value;
            return;
        }
        if (token->class == WORD_ITS || is_own_country(token)) {
            parties->is_its = true;
            return;
        }
        if (token->is_possessive && token->class == WORD_OTHER) {
            parties->is_unnamed = true;
            return;
        }
        if (token->type != TOKEN_WORD || token->class == WORD_PREP || token->class == WORD_CONJ ||
            token->class == WORD_UP || token->class == WORD_DOWN || token->class == WORD_SAY)
            break;
    }
    (void)story;
}

/* Takes the country behind a preposition of trade. */
static void take_link(const struct story_sentence *sentence, const char *flow, size_t link,
                      struct parties *parties)
{
    const struct news_token *word = at(sentence, link);
    size_t place = parties_place_behind(sentence, link);
    if (place == NO_TOKEN)
        return;
    const char *name = at(sentence, place)->value;
    const struct news_token *before = link ? at(sentence, link - 1) : at(sentence, sentence->count);
    if (token_is(before, "those") || token_is(before, "that") || before->class == WORD_AND)
        parties->partner = ""; /* "exports to Peru fell by 3% and those to Chile by 4%" */
    bool is_export = begins(flow, "export") || begins(flow, "re-export");
    bool is_import = begins(flow, "import");
    if (token_is(word, "between")) {
        size_t and = place + 1;
        size_t other =
            at(sentence, and)->class == WORD_AND ? parties_place_behind(sentence, and) : NO_TOKEN;
        if (other == NO_TOKEN)
            return;
        parties->reporter = name;
        parties->partner = at(sentence, other)->value;
    } else if (token_is(word, "to") || token_is(word, "into") || token_is(word, "for")) {
        if (is_export && !*parties->partner)
            parties->partner = name;
        else if (is_import && !*parties->reporter && !token_is(word, "for"))
            parties->reporter = name;
    } else if (token_is(word, "from")) {
        if (is_import && !*parties->partner)
            parties->partner = name;
        else if (is_export && !*parties->reporter)
            parties->reporter = name;
    } else if (token_is(word, "with") || token_is(word, "against")) {
        if (!is_export && !is_import && !*parties->partner)
            parties->partner = name;
    } else if (token_is(word, "of") && at(sentence, place + 1)->type == TOKEN_WORD &&
               at(sentence, place + 1)->class != WORD_PREP && is_import && !*parties->partner) {
        parties->partner = name; /* "imports of Chinese cars" */
    } else if ((token_is(word, "of") || token_is(word, "by")) && !*parties->reporter) {
        parties->reporter = name; /* "exports of India" */
    }
}

/* "trade" of another clause begins: nothing behind it belongs to the first. */
static bool ends_reach(const struct news_token *token, size_t i, size_t flow, bool is_of_balance)
{
    if (i == flow)
        return false;
    if (is_of_balance && i <= flow + 9 && strncmp(token->value, "total", strlen("total")) == 0)
        return false; /* "the deficit in trade with China" */
    return token->class == WORD_FLOW || token_is(token, ";") || token_is(token, ",") ||
           (token->class == WORD_CONJ && !token_is(token, "with"));
}

static void find_links(const struct story_sentence *sentence, const struct news_quantity *quantity,
                       size_t flow, struct parties *parties)
{
    const char *value = flow_of(sentence, flow);
    bool is_of_balance = begins(value, "deficit") || begins(value, "surplus");
    size_t depth = 0, own = parties_place_behind(sentence, flow);
    struct text words = at(sentence, flow)->word;
    if (own != NO_TOKEN && words.length > 3 && memcmp(words.data + words.length - 3, " to", 3) == 0)
        parties->partner = at(sentence, own)->value;
    if (at(sentence, flow + 1)->class == WORD_PLACE &&
        strcmp(at(sentence, flow + 1)->value, "Extra-EU") == 0)
        parties->partner = at(sentence, flow + 1)->value; /* "exports outside the EU" */
    for (size_t i = flow + 1; i < sentence->count; i++) {
        const struct news_token *token = at(sentence, i);
        if (token_is(token, "("))
            depth++;
        else if (token_is(token, ")") && depth)
            depth--;
        else if (!depth && ends_reach(token, i, flow, is_of_balance))
            break;
        else if (!depth && i > quantity->last && *parties->partner)
            break;
        else if (!depth && (token->class == WORD_PREP || token_is(token, "with")))
            take_link(sentence, value, i, parties);
    }
}

/* "18.6% for the US", "a 6 per cent fall in Thailand", "a 5.2 per cent drop to Japan" */
static void find_behind(const struct story_sentence *sentence, const struct news_quantity *quantity,
                        const struct trade_sense *sense, struct parties *parties)
{
    size_t next = quantity->last + 1;
    bool is_growth = sense->measure == MEASURE_GROWTH;
    enum word_class class = at(sentence, next)->class;
    if (is_growth && (class == WORD_UP || class == WORD_DOWN))
        next++;
    const struct news_token *link = at(sentence, next);
    size_t place = link->class == WORD_PREP ? parties_place_behind(sentence, next) : NO_TOKEN;
    if (place == NO_TOKEN)
        return;
    const char *name = at(sentence, place)->value;
    bool is_link = token_is(link, "for") || token_is(link, "in");
    if (sense->measure == MEASURE_SHARE && token_is(link, "for"))
        parties->partner = name;
    else if (is_growth && is_link)
        *parties = (struct parties){.reporter = name, .partner = ""};
    else if (is_growth && next > quantity->last + 1 && token_is(link, "to"))
        parties->partner = name;
}

/* The subject has a share of the trade of another. */
static void find_share(const struct story_sentence *sentence, const struct news_quantity *quantity,
                       struct parties *parties)
{
    size_t subject = parties_subject(sentence, quantity->first);
    if (subject != NO_TOKEN && !*parties->partner &&
        strcmp(at(sentence, subject)->value, parties->reporter) != 0)
        parties->partner = at(sentence, subject)->value;
}

/* "the US was ahead with 20.5%": the nearest country has the share. */
static void find_holder(const struct story_sentence *sentence, const struct news_quantity *quantity,
                        struct parties *parties)
{
    for (size_t i = quantity->first; i-- > 0 && at(sentence, i)->type != TOKEN_SIGN;)
        if (at(sentence, i)->class == WORD_PLACE) {
            parties->partner = at(sentence, i)->value;
            return;
        }
}

/* "EU exports" in a British article are those to the EU. */
static void turn_group(const struct story *story, const struct story_sentence *sentence,
                       size_t flow, struct parties *parties)
{
    static const char *const groups[] = {"European Union", "Extra-EU", "Euro area", "ASEAN",
                                         "Asia",           "Africa",   "Europe"};
    if (!flow || *parties->partner || !*parties->reporter || !*story->main ||
        strcmp(parties->reporter, story->main) == 0 || at(sentence, flow - 1)->is_possessive)
        return;
    for (size_t i = 0; i < ARRAY_LENGTH(groups); i++) {
        if (strcmp(parties->reporter, groups[i]) != 0 || strcmp(story->main, groups[i]) == 0)
            continue;
        parties->partner = groups[i];
        parties->reporter = story->main;
        parties->reporter_is_carried = parties->partner_is_carried = true;
        return;
    }
}

/* "Those to China rose by 5%", where the word of trade is in the sentence before. */
static void find_carried_links(const struct story_sentence *sentence,
                               const struct news_quantity *quantity, const char *flow,
                               struct parties *parties)
{
    for (size_t i = 0; i < quantity->first; i++) {
        const struct news_token *token = at(sentence, i);
        bool is_link = token_is(token, "to") || token_is(token, "from") || token_is(token, "with");
        if (!is_link || parties_place_behind(sentence, i) == NO_TOKEN)
            continue;
        parties->partner = "";
        take_link(sentence, flow, i, parties);
    }
}

struct parties parties_find(const struct story *story, const struct story_sentence *sentence,
                            const struct news_quantity *quantity, const struct trade_sense *sense,
                            const char *flow)
{
    struct parties parties = {.reporter = "", .partner = ""};
    if (sense->flow == NO_TOKEN) {
        find_carried_links(sentence, quantity, flow, &parties);
        if (!*parties.partner)
            find_behind(sentence, quantity, sense, &parties);
        if (sense->measure == MEASURE_SHARE && !*parties.partner)
            find_holder(sentence, quantity, &parties);
        return parties;
    }
    if (find_pair_before(sentence, sense->flow, &parties))
        return parties;
    find_owner(story, sentence, sense->flow, &parties);
    find_links(sentence, quantity, sense->flow, &parties);
    turn_group(story, sentence, sense->flow, &parties);
    if (sense->measure == MEASURE_SHARE) {
        find_share(sentence, quantity, &parties);
    } else if (!*parties.reporter && !parties.is_unnamed) {
        size_t subject = parties_subject(sentence, sense->flow);
        if (subject != NO_TOKEN && strcmp(at(sentence, subject)->value, parties.partner) != 0)
            parties.reporter = at(sentence, subject)->value;
    }
    find_behind(sentence, quantity, sense, &parties);
    if (*parties.reporter && strcmp(parties.reporter, parties.partner) == 0)
        parties.partner = "";
    return parties;
}

static bool names_both(const struct story_sentence *sentence)
{
    for (size_t i = 0; i < sentence->count; i++)
        if (sentence->tokens[i].class == WORD_BOTH ||
            (sentence->tokens[i].class == WORD_FLOW && strchr(sentence->tokens[i].value, '+')))
            return true;
    return false;
}

void parties_carry(struct parties *parties, const struct story *story,
                   const struct story_sentence *sentence, bool is_of_pair)
{
    const char *main = story->main, *second = story->second;
    bool is_pair =
        story->is_bilateral && (names_both(sentence) || (is_of_pair && story->is_only_bilateral));
    if (parties->is_unnamed)
        return;
    if (!*parties->reporter && *parties->partner) {
        parties->reporter_is_carried = true;
        parties->reporter = strcmp(parties->partner, main) != 0 ? main
                            : story->is_bilateral && is_pair    ? second
                                                                : "";
    } else if (!*parties->reporter) {
        parties->reporter = main;
        parties->reporter_is_carried = true;
    }
    if (!*parties->partner && is_pair) {
        parties->partner = strcmp(parties->reporter, main) == 0     ? second
                           : strcmp(parties->reporter, second) == 0 ? main
                                                                    : "";
        parties->partner_is_carried = *parties->partner;
    }
}
