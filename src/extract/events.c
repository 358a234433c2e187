/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "extract/events.h"

#include <string.h>

#define NEAR 7 /* tokens between what was done and its date */

static bool has_class(const struct story_sentence *sentence, enum word_class class)
{
    for (size_t i = 0; i < sentence->count; i++)
        if (sentence->tokens[i].class == class)
            return true;
    return false;
}

static bool has_topic(const struct story_sentence *sentence)
{
    for (size_t i = 0; i < sentence->count; i++)
        if (sentence->tokens[i].class == WORD_TOPIC ||
            strcmp(sentence->tokens[i].value, "topic") == 0)
            return true;
    return false;
}

/* True if a word of doing is near the mention. */
static bool has_event_near(const struct story_sentence *sentence, const struct mention *mention)
{
    for (size_t i = 0; i < sentence->count; i++) {
        size_t distance = i < mention->first ? mention->first - i : i - mention->last;
        if (sentence->tokens[i].class == WORD_EVENT && distance <= NEAR)
            return true;
    }
    return false;
}

static void find_countries(struct suggested_row *event, const struct story *story,
                           const struct story_sentence *sentence)
{
    const char *first = "", *second = "";
    for (size_t i = 0; i < sentence->count; i++) {
        const struct news_token *token = &sentence->tokens[i];
        if (token->class != WORD_PLACE || strcmp(token->value, first) == 0)
            continue;
        if (!*first)
            first = token->value;
        else if (!*second)
            second = token->value;
    }
    if (!*first && story->is_bilateral) {
        first = story->main;
        second = story->second;
        event->doubts |= DOUBT_REPORTER | DOUBT_PARTNER;
    }
    event->reporter = first;
    event->partner = second;
}

void events_add(struct proposal_list *list, const struct story *story,
                const struct story_sentence *sentence)
{
    bool is_sentence = sentence->end > sentence->start && sentence->count > 6 &&
                       strchr(".!?\"'", story->article.data[sentence->end - 1]);
    if (!is_sentence || !has_class(sentence, WORD_EVENT) || !has_topic(sentence))
        return;
    for (size_t i = 0; i < sentence->mention_count; i++) {
        const struct mention *mention = &sentence->mentions[i];
        bool is_dated =
            mention->period.kind && (mention->role == MENTION_OF || mention->role == MENTION_DAY);
        if (!is_dated || !has_event_near(sentence, mention))
            continue;
        struct suggested_row *event = proposal_list_add(list);
        event->kind = KIND_EVENT;
        event->date = mention->period;
        event->start = sentence->start;
        event->end = sentence->end;
        find_countries(event, story, sentence);
        if (mention->is_by_date)
            proposal_remark(list, event, "date worked out from the date of the article");
    }
}
