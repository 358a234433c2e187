/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "extract/story.h"

#include "base/array.h"
#include "base/ascii.h"
#include "data/value/date.h"

#include <stdlib.h>
#include <string.h>

#define HEAD_SENTENCES 12 /* in which an article may state its date */
#define MOST_COUNTRIES 256
#define YEARS 10001 /* that a period can end in */

bool story_is_flow(const struct news_token *token)
{
    return token->class == WORD_FLOW && !strchr(token->value, '?');
}

/* Splits the first line at " | " into title, date and publisher. */
static void read_head(struct story *story)
{
    const char *end = memchr(story->article.data, '\n', story->article.length);
    struct text line = {story->article.data,
                        end ? (size_t)(end - story->article.data) : story->article.length};
    size_t start = 0, part = 0;
    bool has_parts = false;
    for (size_t i = 0; i <= line.length; i++) {
        bool is_end = i == line.length;
        bool is_bar = i + 2 < line.length && memcmp(line.data + i, " | ", 3) == 0;
        if (!is_end && !is_bar)
            continue;
        has_parts |= is_bar;
        struct text text = text_trim((struct text){line.data + start, i - start});
        struct period date;
        if (part && period_parse(text, &date))
            story->date = date;
        else if (part)
            story->publisher = text;
        else if (has_parts)
            story->title = text;
        start = i + 3;
        part++;
        if (is_bar)
            i += 2;
    }
}

/* A day alone in its line, behind "Published", or after the place where the article was written. */
static bool is_dateline(const struct token_list *tokens, const struct mention *day)
{
    static const char *const labels[] = {"published", "updated", "posted", "date", "dated"};
    for (size_t i = 0; i < day->first; i++)
        for (size_t k = 0; k < ARRAY_LENGTH(labels); k++)
            if (token_is(&tokens->items[i], labels[k]))
                return true;
    return tokens->count < 10;
}

/* Finds a day in the first lines: "PUBLISHED : 24 May 2024". */
static void find_date(struct story *story, const struct sentence_list *sentences)
{
    struct token_list tokens = {0};
    struct mention_list mentions = {0};
    struct arena arena = {0};
    struct news_words *none = news_words_new(NULL);
    for (size_t i = 0; i < sentences->count && i < HEAD_SENTENCES && !story->date.kind; i++) {
        tokens.count = mentions.count = 0;
        if (sentences->items[i].end - sentences->items[i].start > LONGEST_SENTENCE)
            continue;
        token_list_add(&tokens, none, &arena, story->article, sentences->items[i].start,
                       sentences->items[i].end);
        mention_list_add(&mentions, (struct mention_basis){0}, tokens.items, tokens.count);
        for (size_t k = 0; k < mentions.count && !story->date.kind; k++)
            if (mentions.items[k].period.kind == PERIOD_DAY &&
                is_dateline(&tokens, &mentions.items[k]))
                story->date = mentions.items[k].period;
        /* ISO: 2024-10-26 */
        for (size_t k = 0; k + 4 < tokens.count && !story->date.kind; k++) {
            struct text day = {story->article.data + tokens.items[k].start,
                               tokens.items[k + 4].end - tokens.items[k].start};
            struct period date;
            if (day.length == 10 && period_parse(day, &date) && date.kind == PERIOD_DAY)
                story->date = date;
        }
    }
    news_words_free(none);
    token_list_release(&tokens);
    mention_list_release(&mentions);
    arena_release(&arena);
}

struct place_count {
    const char *name;
    long score;
    size_t first; /* the token that names it first */
};

struct places {
    struct place_count items[MOST_COUNTRIES];
    size_t count;
};

static void count_place(struct places *places, const char *name, long score, size_t token)
{
    for (size_t i = 0; i < places->count; i++)
        if (strcmp(places->items[i].name, name) == 0) {
            places->items[i].score += score;
            return;
        }
    if (places->count < MOST_COUNTRIES)
        places->items[places->count++] = (struct place_count){name, score, token};
}

/* Weighs a place: more in the head, most before a flow, as in "Thai exports". */
static long weigh(const struct story *story, size_t sentence, size_t i)
{
    const struct story_sentence *in = &story->sentences[sentence];
    long score = sentence < 4 ? 3 : 1;
    for (size_t k = i + 1; k < in->count && k < i + 4; k++) {
        if (in->tokens[k].class == WORD_FLOW)
            return score + 4;
        if (in->tokens[k].type != TOKEN_WORD || in->tokens[k].class == WORD_PREP)
            break;
    }
    return score;
}

static void find_countries(struct story *story)
{
    struct places *places = xcalloc(1, sizeof *places);
    story->main = story->second = "";
    for (size_t i = 0; i < story->count; i++)
        for (size_t k = 0; k < story->sentences[i].count; k++) {
            const struct news_token *token = &story->sentences[i].tokens[k];
            if (token->class == WORD_PLACE || token->class == WORD_CAPITAL)
                count_place(places, token->value,
                            token->class == WORD_CAPITAL ? 1 : weigh(story, i, k),
                            (size_t)(token - story->tokens.items));
        }
    struct place_count first = {"", 0, 0}, second = {"", 0, 0};
    long others = 0;
    for (size_t i = 0; i < places->count; i++) {
        struct place_count place = places->items[i];
        if (place.score > first.score) {
            others += second.score;
            second = first;
            first = place;
        } else if (place.score > second.score) {
            others += second.score;
            second = place;
        } else {
            others += place.score;
        }
    }
    free(places);
    /* Of two that are about equal, the one that is named first is the one it is about. */
    bool is_swapped = second.score * 4 > first.score * 3 && second.first < first.first;
    story->main = is_swapped ? second.name : first.name;
    story->second = is_swapped ? first.name : second.name;
    story->is_only_bilateral = second.score * 2 > first.score && second.score > others;
    story->is_bilateral = second.score * 3 > first.score && second.score > 2 * others / 3;
}

static void read_sentences(struct story *story, const struct sentence_list *sentences,
                           const struct news_words *words)
{
    for (size_t i = 0; i < sentences->count; i++) {
        struct sentence from = sentences->items[i];
        size_t before = story->tokens.count;
        if (from.end - from.start > LONGEST_SENTENCE)
            story->too_long++;
        else
            token_list_add(&story->tokens, words, &story->arena, story->article, from.start,
                           from.end);
        story->sentences[i] = (struct story_sentence){.start = from.start,
                                                      .end = from.end,
                                                      .paragraph = from.paragraph,
                                                      .count = story->tokens.count - before};
    }
    size_t at = 0;
    for (size_t i = 0; story->tokens.count && i < sentences->count;
         at += story->sentences[i++].count)
        story->sentences[i].tokens = story->tokens.items + at;
}

/* True if the story has fiscal years, as Indian ones have. */
static bool has_fiscal_years(const struct story *story)
{
    for (size_t i = 0; i < story->mentions.count; i++)
        if (story->mentions.items[i].period.kind == PERIOD_FISCAL_YEAR)
            return true;
    return false;
}

/* Returns the calendar year that the story names most often, the latest of several; 0 for none. */
static int find_year(const struct story *story)
{
    int best = 0;
    size_t most = 0, *counts = xcalloc(YEARS, sizeof *counts);
    for (size_t i = 0; i < story->mentions.count; i++) {
        const struct mention *mention = &story->mentions.items[i];
        int year = date_of_day(mention->period.last).year;
        if (mention->role == MENTION_OF && mention->period.kind && year >= 0 && year < YEARS)
            counts[year]++;
    }
    for (size_t i = 0; i < story->mentions.count; i++) {
        const struct mention *mention = &story->mentions.items[i];
        int year = date_of_day(mention->period.last).year;
        if (mention->role != MENTION_OF || !mention->period.kind || mention->is_deadline ||
            mention->is_by_date || year < 0 || year >= YEARS)
            continue;
        if (counts[year] > most || (counts[year] == most && year > best)) {
            most = counts[year];
            best = year;
        }
    }
    free(counts);
    return best;
}

static void find_mentions(struct story *story, bool is_fiscal)
{
    const struct mention_basis basis = {story->date, story->year, is_fiscal};
    story->mentions.count = 0;
    for (size_t i = 0; i < story->count; i++) {
        struct story_sentence *sentence = &story->sentences[i];
        size_t before = story->mentions.count;
        mention_list_add(&story->mentions, basis, sentence->tokens, sentence->count);
        sentence->mention_count = story->mentions.count - before;
    }
    size_t at = 0;
    for (size_t i = 0; story->mentions.count && i < story->count;
         at += story->sentences[i++].mention_count)
        story->sentences[i].mentions = story->mentions.items + at;
}

/* Counts what the story compares with: a year before, or the month before. */
static bool compares_by_month(const struct story *story)
{
    size_t years = 0, months = 0;
    for (size_t i = 0; i < story->mentions.count; i++) {
        const struct mention *mention = &story->mentions.items[i];
        bool is_month = mention->role == MENTION_BASE && mention->period.kind == PERIOD_MONTH;
        years += mention->role == MENTION_BASE_YEAR;
        months += mention->role == MENTION_BASE_BEFORE || is_month;
    }
    return months > years;
}

static void find_quantities(struct story *story)
{
    for (size_t i = 0; i < story->count; i++) {
        struct story_sentence *sentence = &story->sentences[i];
        size_t before = story->quantities.count;
        quantity_list_add(&story->quantities, &story->arena, sentence->tokens, sentence->count);
        sentence->quantity_count = story->quantities.count - before;
    }
    size_t at = 0;
    for (size_t i = 0; story->quantities.count && i < story->count;
         at += story->sentences[i++].quantity_count)
        story->sentences[i].quantities = story->quantities.items + at;
}

void story_make(struct story *story, const struct news_words *words, struct text article,
                struct period today)
{
    struct sentence_list sentences;
    *story = (struct story){.article = article};
    sentence_list_make(&sentences, article);
    story->count = sentences.count;
    story->sentences = xcalloc(sentences.count + 1, sizeof *story->sentences);
    read_head(story);
    find_date(story, &sentences);
    if (!story->date.kind)
        story->date = today;
    read_sentences(story, &sentences, words);
    find_mentions(story, false);
    story->year = find_year(story);
    find_mentions(story, has_fiscal_years(story));
    story->is_by_month = compares_by_month(story);
    find_quantities(story);
    find_countries(story);
    for (size_t i = 0; i < story->tokens.count; i++)
        story->flow_words += story_is_flow(&story->tokens.items[i]);
    sentence_list_release(&sentences);
}

void story_release(struct story *story)
{
    free(story->sentences);
    token_list_release(&story->tokens);
    quantity_list_release(&story->quantities);
    mention_list_release(&story->mentions);
    arena_release(&story->arena);
    *story = (struct story){0};
}
