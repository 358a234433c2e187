/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "extract/thread.h"

#include "data/value/date.h"

#include <string.h>

#define CARRY 3   /* sentences over which a period is carried */
#define QUOTED 60 /* bytes of a sentence in a note */

const struct story_sentence *thread_sentence(const struct thread *thread)
{
    return &thread->story->sentences[thread->sentence];
}

enum flow thread_flow(const char *value)
{
    static const struct {
        const char *word;
        enum flow flow;
    } flows[] = {{"export", FLOW_EXPORT},      {"import", FLOW_IMPORT},   {"total", FLOW_TOTAL},
                 {"deficit", FLOW_BALANCE},    {"surplus", FLOW_BALANCE}, {"balance", FLOW_BALANCE},
                 {"re-export", FLOW_RE_EXPORT}};
    for (size_t i = 0; i < sizeof flows / sizeof *flows; i++)
        if (strncmp(value, flows[i].word, strlen(flows[i].word)) == 0)
            return flows[i].flow;
    return FLOW_NONE;
}

/* Notes the sentence that a field was carried from. */
static void remark_carried(struct thread *thread, struct suggested_row *row, const char *field,
                           size_t from)
{
    struct proposal_list *list = thread->list;
    const struct story_sentence *sentence = &thread->story->sentences[from];
    struct text text = {thread->story->article.data + sentence->start,
                        sentence->end - sentence->start};
    struct text words = {text.data, text_fit(text, QUOTED)};
    struct arena *arena = &list->arena;
    proposal_remark(list, row,
                    arena_printf(arena, "%s from sentence %zu, \"%.*s%s\"", field, from + 1,
                                 (int)words.length, words.data,
                                 words.length < text.length ? "..." : ""));
}

static struct period article_year(const struct story *story)
{
    int year = story->date.kind ? date_of_day(story->date.last).year : story->year;
    return year ? period_calendar_year(year) : (struct period){0};
}

/* Returns what the article compares a period with where it does not say. */
static struct period usual_base(const struct thread *thread, const char *reporter,
                                struct period period)
{
    bool is_short = period.kind == PERIOD_MONTH || period.kind == PERIOD_QUARTER;
    bool is_own = strcmp(reporter, thread->story->main) == 0;
    return is_short && is_own && thread->story->is_by_month ? period_previous(period)
                                                            : period_year_before(period);
}

/* "will reach", "is expected to": before the quantity, or shortly behind. */
static bool is_ahead(const struct story_sentence *sentence, size_t first, size_t last)
{
    for (size_t i = first, steps = 0; i-- > 0 && steps < 20; steps++) {
        if (sentence->tokens[i].class == WORD_FORECAST)
            return true;
        if (token_is(&sentence->tokens[i], ";"))
            break;
    }
    for (size_t i = last + 1; i < sentence->count && i < last + 6; i++)
        if (sentence->tokens[i].class == WORD_FORECAST && !token_is_break(&sentence->tokens[i]))
            return true;
    return false;
}

void thread_set_period(struct thread *thread, struct suggested_row *row,
                       const struct covered *covered, const struct trade_sense *sense, size_t first,
                       size_t last)
{
    struct proposal_list *list = thread->list;
    row->period = covered->period;
    if (sense && sense->is_earlier && !covered->is_near) {
        struct period now = covered->period.kind ? covered->period : thread->period;
        row->period = covered_base(covered, now);
        if (!row->period.kind)
            row->doubts |= DOUBT_PERIOD;
        return;
    }
    if (row->period.kind && covered->is_relative) {
        bool is_by_date;
        struct period topic = covered_topic(thread_sentence(thread), &is_by_date);
        topic = topic.kind ? topic : thread->period;
        row->period = topic.kind == row->period.kind ? period_previous(topic) : row->period;
        proposal_remark(list, row, "period worked out from the one before it");
        return;
    }
    if (row->period.kind) {
        if (covered->is_by_date)
            proposal_remark(list, row, "period worked out from the date of the article");
        return;
    }
    if (covered->is_unknown || is_ahead(thread_sentence(thread), first, last)) {
        row->doubts |= DOUBT_PERIOD;
        return;
    }
    bool is_close = thread->period.kind && thread->step - thread->period_step <= CARRY;
    if (is_close && (sense || thread_sentence(thread)->quantity_count)) {
        row->period = thread->period;
        remark_carried(thread, row, "period", thread->period_from);
    } else {
        row->period = article_year(thread->story);
        row->doubts |= DOUBT_PERIOD;
        if (row->period.kind)
            proposal_remark(list, row,
                            thread->story->date.kind
                                ? "period not stated, taken from the date of the article"
                                : "period not stated, the year that the article names most");
    }
}

void thread_set_kind(struct thread *thread, struct suggested_row *row,
                     const struct covered *covered, size_t first, size_t last)
{
    struct period date = thread->story->date;
    bool is_later = !covered->period.kind || !date.kind || covered->period.last >= date.last;
    bool is_future = covered->period.kind &&
                     (date.kind ? covered->period.first > date.last : covered->is_deadline);
    row->kind = is_future || (is_later && is_ahead(thread_sentence(thread), first, last))
                    ? KIND_TARGET
                    : KIND_FIGURE;
}

void thread_set_parties(struct thread *thread, struct suggested_row *row, struct parties parties)
{
    struct proposal_list *list = thread->list;
    row->reporter = parties.reporter;
    row->partner = parties.partner;
    if (parties.reporter_is_carried && *parties.reporter)
        proposal_remark(list, row, "reporter: the country that the article is about");
    if (parties.partner_is_carried)
        proposal_remark(list, row, "partner: the article is about these two countries");
    row->doubts |= *parties.reporter ? 0 : DOUBT_REPORTER;
    row->doubts |= parties.reporter_is_carried && parties.partner_is_carried
                       ? DOUBT_REPORTER | DOUBT_PARTNER
                       : 0;
}

/* The growth of news is over a year, unless it says otherwise. */
void thread_set_base(struct thread *thread, struct suggested_row *row,
                     const struct covered *covered)
{
    row->base = covered_base(covered, row->period);
    if (row->base.kind || covered->base_kind != BASE_NONE)
        return;
    row->base = usual_base(thread, row->reporter, row->period);
    proposal_remark(thread->list, row,
                    period_is_equal(row->base, period_year_before(row->period))
                        ? "base not stated, taken as a year before"
                        : "base not stated, taken as the period before");
}

/* "during 2016-17 and 2017-18 were $8bn and $9bn respectively": each to its own. */
void thread_take_respectively(const struct story_sentence *sentence, size_t index,
                              struct covered *covered)
{
    size_t place = 0, quantities = 0, mentions = 0;
    bool is_said = false;
    for (size_t i = 0; i < sentence->count; i++)
        is_said |= sentence->tokens[i].class == WORD_RESPECTIVELY;
    for (size_t i = 0; i < sentence->quantity_count; i++) {
        bool is_same = sentence->quantities[i].kind == sentence->quantities[index].kind;
        place += is_same && i < index;
        quantities += is_same;
    }
    for (size_t i = 0; i < sentence->mention_count; i++)
        mentions += sentence->mentions[i].role == MENTION_OF;
    if (!is_said || mentions < 2 || mentions != quantities)
        return;
    for (size_t i = 0, k = 0; i < sentence->mention_count; i++)
        if (sentence->mentions[i].role == MENTION_OF && k++ == place)
            covered->period = sentence->mentions[i].period;
}

/* Takes the countries of an earlier row of the sentence: "trade with Peru was $5bn, with exports of
 * $2bn". */
void thread_share_parties(const struct thread *thread, struct parties *parties)
{
    const struct parties *before = &thread->parties;
    if (parties->is_unnamed)
        return;
    if (thread->has_rank && !*parties->partner &&
        (!*parties->reporter || strcmp(parties->reporter, thread->rank_parties.reporter) == 0)) {
        parties->reporter = thread->rank_parties.reporter;
        parties->partner = thread->rank_parties.partner;
        return;
    }
    if (thread->parties_from != thread->sentence)
        return;
    if (!*parties->reporter && strcmp(before->reporter, parties->partner) != 0) {
        parties->reporter = before->reporter;
        parties->reporter_is_carried = before->reporter_is_carried;
        if (!*parties->partner) {
            parties->partner = before->partner;
            parties->partner_is_carried = before->partner_is_carried;
        }
    }
}
