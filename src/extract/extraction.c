/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Goes through the sentences and keeps what the last ones spoke of, which the next may continue:
 * "Exports grew in April. Imports fell by 2 %."
 */
#include "config.h"

#include "extract/extraction.h"

#include "base/ascii.h"
#include "data/value/date.h"
#include "extract/events.h"
#include "extract/measures.h"
#include "extract/parties.h"
#include "extract/periods.h"
#include "extract/ranks.h"
#include "extract/wording.h"

#include <string.h>

#define CARRY 3       /* sentences over which a period is carried */
#define CARRY_FLOW 1  /* sentences over which a word of trade is */
#define LEAST_MONEY 6 /* digits of an amount without a scale */
#define QUOTED 60     /* bytes of a sentence in a note */

struct thread {
    const struct story *story;
    struct extraction *extraction;
    size_t sentence;      /* the current one */
    struct period period; /* the last that was spoken of, and in which sentence */
    size_t period_from, period_step;
    size_t step;      /* counts sentences, but not headlines and other lines between them */
    const char *flow; /* the last word of trade, "" for none */
    size_t flow_from;
    enum measure measure;     /* of the quantity before in the same sentence */
    struct period own_period; /* of the first row of the sentence */
    struct parties parties;   /* of the row before */
    size_t parties_from;
    const char *currency;
    bool has_rank; /* the sentence states a rank, of this pair */
    struct parties rank_parties;
};

static const struct story_sentence *current(const struct thread *thread)
{
    return &thread->story->sentences[thread->sentence];
}

static enum flow flow_of(const char *value)
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
static void remark_carried(struct thread *thread, struct proposal *row, const char *field,
                           size_t from)
{
    struct proposal_list *list = &thread->extraction->proposals;
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

static bool is_estimate(const struct story_sentence *sentence, size_t first)
{
    for (size_t i = first, steps = 0; i-- > 0 && steps < 14; steps++)
        if (sentence->tokens[i].class == WORD_ESTIMATE)
            return true;
    return false;
}

static struct period article_year(const struct story *story)
{
    int year = story->date.kind ? date_of_day(story->date.last).year : story->year;
    return year ? period_calendar_year(year) : (struct period){0};
}

static void set_period(struct thread *thread, struct proposal *row, const struct covered *covered,
                       const struct trade_sense *sense, bool is_present)
{
    struct proposal_list *list = &thread->extraction->proposals;
    row->period = covered->period;
    if (sense && sense->is_earlier && !covered->is_near) {
        struct period now = covered->period.kind ? covered->period : thread->period;
        row->period = covered_base(covered, now);
        if (!row->period.kind)
            row->doubts |= DOUBT_PERIOD;
        return;
    }
    if (row->period.kind) {
        if (covered->is_by_date)
            proposal_remark(list, row, "period worked out from the date of the article");
        return;
    }
    bool is_close = thread->period.kind && thread->step - thread->period_step <= CARRY;
    if (is_close && !is_present) {
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

static void set_kind(struct thread *thread, struct proposal *row, const struct covered *covered,
                     size_t first, size_t last)
{
    struct period date = thread->story->date;
    bool is_later = !covered->period.kind || !date.kind || covered->period.last >= date.last;
    bool is_future = covered->period.kind &&
                     (date.kind ? covered->period.first > date.last : covered->is_deadline);
    row->kind = is_future || (is_later && is_ahead(current(thread), first, last)) ? KIND_TARGET
                                                                                  : KIND_FIGURE;
}

static void set_source(struct thread *thread, struct proposal *row)
{
    const struct story_sentence *sentence = current(thread);
    row->start = sentence->start;
    row->end = sentence->end;
    row->date = thread->story->date;
    row->speaker = wording_speaker(thread->story, sentence);
}

static void set_parties(struct thread *thread, struct proposal *row, struct parties parties)
{
    struct proposal_list *list = &thread->extraction->proposals;
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

static const char *const measure_units[] = {
    [QUANTITY_PERCENT] = "%", [QUANTITY_FRACTION] = "%", [QUANTITY_FOLD] = "x"};

static bool set_value(struct thread *thread, struct proposal *row,
                      const struct news_quantity *quantity, const struct trade_sense *sense,
                      const char *flow)
{
    struct arena *arena = &thread->extraction->proposals.arena;
    bool is_money = quantity->kind == QUANTITY_MONEY;
    bool is_deficit = strncmp(flow, "deficit", 7) == 0 && row->measure == MEASURE_VALUE;
    bool is_negative =
        is_deficit || quantity->is_negative || (row->measure == MEASURE_GROWTH && sense->is_down);
    const char *currency = *quantity->currency ? quantity->currency : thread->currency;
    if (is_money && !*currency)
        return false;
    if (is_money && !*quantity->currency) {
        row->doubts |= DOUBT_UNIT;
        proposal_remark(&thread->extraction->proposals, row,
                        "the currency is that of the amount before");
    }
    row->value = arena_printf(arena, "%s%.*s", is_negative ? "-" : "", (int)quantity->number.length,
                              quantity->number.data);
    if (is_money)
        row->unit =
            arena_printf(arena, "%s%s%s", currency, *quantity->scale ? " " : "", quantity->scale);
    else if (quantity->kind == QUANTITY_WEIGHT)
        row->unit = arena_printf(arena, "%s%s%s", quantity->scale, *quantity->scale ? " " : "",
                                 quantity->unit);
    else
        row->unit = measure_units[quantity->kind];
    row->qualifier = quantity->qualifier;
    thread->currency = is_money ? currency : thread->currency;
    return true;
}

/* Returns the word of trade that the quantity belongs to; "" if it belongs to none. */
static const char *find_flow(const struct thread *thread, const struct trade_sense *sense,
                             bool *is_carried)
{
    const struct story_sentence *sentence = current(thread);
    *is_carried = sense->flow == NO_TOKEN;
    if (sense->is_stopped)
        return "";
    if (!*is_carried) {
        const char *value = sentence->tokens[sense->flow].value;
        bool is_weak = strchr(value, '?') != NULL;
        return is_weak && thread->story->flow_words < 2 ? "" : value;
    }
    bool is_close =
        thread->sentence - thread->flow_from <= CARRY_FLOW && thread->flow_from < thread->sentence;
    return is_close ? thread->flow : "";
}

static bool is_usable(const struct news_quantity *quantity)
{
    if (quantity->kind == QUANTITY_POINTS)
        return false;
    return quantity->kind != QUANTITY_MONEY || *quantity->scale ||
           quantity->number.length >= LEAST_MONEY;
}

/* A sentence may continue the one before if it starts with a word that points back to it. */
static bool points_back(const struct story_sentence *sentence)
{
    static const char *const words[] = {"it",  "that", "this",     "the", "in", "during",
                                        "for", "of",   "compared", "but", "up", "down"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (sentence->count && token_is(&sentence->tokens[0], words[i]))
            return true;
    return false;
}

static bool decide_measure(struct thread *thread, const struct news_quantity *quantity,
                           struct trade_sense *sense, bool is_carried)
{
    bool is_percent = quantity->kind == QUANTITY_PERCENT || quantity->kind == QUANTITY_FRACTION;
    if (sense->is_change) {
        thread->extraction->changes++;
        return false;
    }
    if (is_percent && sense->measure == MEASURE_NONE && thread->measure == MEASURE_SHARE)
        sense->measure = MEASURE_SHARE;
    if (quantity->kind == QUANTITY_FRACTION && is_carried)
        return false;
    if (quantity->kind == QUANTITY_FOLD && is_carried)
        return false;
    if (sense->measure == MEASURE_NONE)
        thread->extraction->unclear++;
    return sense->measure != MEASURE_NONE;
}

/* Every figure of a claims file has a period. */
static void add_row(struct thread *thread, const struct proposal *row)
{
    if (row->period.kind)
        *proposal_list_add(&thread->extraction->proposals) = *row;
    else
        thread->extraction->undated++;
}

/* "during 2016-17 and 2017-18 were $8bn and $9bn respectively": each to its own. */
static void take_respectively(const struct story_sentence *sentence, size_t index,
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

/* Proposes a row for the quantity, if it is one of trade. */
static void add_quantity(struct thread *thread, size_t index)
{
    const struct story_sentence *sentence = current(thread);
    const struct news_quantity *quantity = &sentence->quantities[index];
    struct trade_sense sense = trade_sense_make(sentence, index);
    bool is_carried;
    const char *flow = find_flow(thread, &sense, &is_carried);
    if (!is_usable(quantity) || !*flow || (is_carried && !points_back(sentence)))
        return;
    if (!decide_measure(thread, quantity, &sense, is_carried))
        return;
    if (is_estimate(sentence, quantity->first)) {
        thread->extraction->unclear++;
        return;
    }
    struct proposal row = {
        .reporter = "", .partner = "", .value = "", .unit = "", .qualifier = "", .note = ""};
    row.flow = flow_of(flow);
    row.measure = sense.measure;
    if (!set_value(thread, &row, quantity, &sense, flow))
        return;
    struct parties parties = parties_find(thread->story, sentence, quantity, &sense);
    if (is_carried && thread->parties_from + CARRY_FLOW >= thread->sentence) {
        if (!*parties.reporter) {
            parties.reporter = thread->parties.reporter;
            parties.reporter_is_carried = true;
        }
        if (!*parties.partner) {
            parties.partner = thread->parties.partner;
            parties.partner_is_carried = *parties.partner;
        }
    }
    if (thread->has_rank && !*parties.partner &&
        (!*parties.reporter || strcmp(parties.reporter, thread->rank_parties.reporter) == 0))
        parties = thread->rank_parties;
    parties_carry(&parties, thread->story, sentence);
    set_source(thread, &row);
    set_parties(thread, &row, parties);
    size_t last = sense.is_behind ? sense.flow : quantity->last;
    struct covered covered = covered_make(sentence, quantity->first, last);
    take_respectively(sentence, index, &covered);
    if (sense.measure == MEASURE_SHARE)
        sense.is_earlier &= covered.is_near;
    set_period(thread, &row, &covered, &sense, false);
    set_kind(thread, &row, &covered, quantity->first, quantity->last);
    if (row.measure == MEASURE_GROWTH && row.kind == KIND_FIGURE)
        row.base = covered_base(&covered, row.period);
    if (!thread->own_period.kind && !(row.doubts & DOUBT_PERIOD))
        thread->own_period = row.period;
    row.product = wording_product(thread->story, sentence, quantity, &sense);
    add_row(thread, &row);
    thread->measure = sense.measure;
    thread->parties = parties;
    thread->parties_from = thread->sentence;
}

static void add_rank(struct thread *thread, const struct rank *rank)
{
    struct proposal_list *list = &thread->extraction->proposals;
    struct proposal row = {
        .reporter = "", .partner = "", .value = "", .unit = "rank", .qualifier = "", .note = ""};
    struct parties parties = {rank->reporter, rank->partner, rank->reporter_is_carried, false};
    struct covered covered = covered_make(current(thread), rank->first, rank->last);
    row.kind = KIND_FIGURE;
    row.flow = rank->flow;
    row.measure = MEASURE_RANK;
    row.value = arena_printf(&list->arena, "%ld", rank->place);
    set_source(thread, &row);
    set_parties(thread, &row, parties);
    set_period(thread, &row, &covered, NULL, !current(thread)->quantity_count);
    add_row(thread, &row);
    thread->parties = parties;
    thread->parties_from = thread->sentence;
    thread->has_rank = *parties.partner && *parties.reporter;
    thread->rank_parties = parties;
}

static void add_ranks(struct thread *thread)
{
    for (size_t i = 0; i < current(thread)->count;) {
        struct rank rank;
        if (!rank_read(thread->story, current(thread), &i, &rank)) {
            i++;
            continue;
        }
        bool is_known = *rank.reporter || *rank.partner;
        if (is_known && thread->story->flow_words > 0)
            add_rank(thread, &rank);
    }
}

/* Keeps what the sentence spoke of for the next ones. */
static void remember(struct thread *thread)
{
    const struct story_sentence *sentence = current(thread);
    bool has_flow = false, is_by_date = false;
    for (size_t i = 0; i < sentence->count; i++) {
        if (sentence->tokens[i].class != WORD_FLOW)
            continue;
        if (!has_flow || strchr(thread->flow, '?'))
            thread->flow = sentence->tokens[i].value;
        has_flow = true;
        thread->flow_from = thread->sentence;
    }
    struct period topic =
        thread->own_period.kind ? thread->own_period : covered_topic(sentence, &is_by_date);
    if (topic.kind && (has_flow || thread->parties_from == thread->sentence)) {
        thread->period = topic;
        thread->period_from = thread->sentence;
        thread->period_step = thread->step;
    }
}

/* A headline, a caption or a line of a menu is no sentence. */
static bool is_whole(const struct story *story, const struct story_sentence *sentence)
{
    char last = sentence->end ? story->article.data[sentence->end - 1] : ' ';
    return sentence->count > 5 && (last == '.' || last == '"' || (last & 0x80));
}

void extraction_make(struct extraction *extraction, const struct story *story)
{
    struct thread thread = {.story = story,
                            .extraction = extraction,
                            .flow = "",
                            .currency = "",
                            .flow_from = (size_t)-3,
                            .parties_from = (size_t)-3,
                            .parties = {"", "", false, false}};
    *extraction = (struct extraction){0};
    for (size_t i = 0; i < story->count; i++) {
        thread.sentence = i;
        thread.measure = MEASURE_NONE;
        thread.own_period = (struct period){0};
        thread.has_rank = false;
        thread.step += is_whole(story, &story->sentences[i]);
        add_ranks(&thread);
        for (size_t k = 0; k < story->sentences[i].quantity_count; k++)
            add_quantity(&thread, k);
        if (story->flow_words > 1)
            events_add(&extraction->proposals, story, &story->sentences[i]);
        remember(&thread);
    }
}

void extraction_release(struct extraction *extraction)
{
    proposal_list_release(&extraction->proposals);
}
