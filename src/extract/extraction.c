/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Goes through the sentences and keeps what the last ones spoke of, which the next may continue:
 * "Exports grew in April. Imports fell by 2 %."
 */
#include "config.h"

#include "extract/extraction.h"

#include "extract/events.h"
#include "extract/ranks.h"
#include "extract/thread.h"
#include "extract/wording.h"

#include <string.h>

#define CARRY_FLOW 1  /* sentences over which a word of trade is */
#define LEAST_MONEY 6 /* digits of an amount without a scale */
#define HEAD 6        /* sentences that may be repeated */

static bool is_estimate(const struct story_sentence *sentence, size_t first)
{
    for (size_t i = first, steps = 0; i-- > 0 && steps < 14; steps++)
        if (sentence->tokens[i].class == WORD_ESTIMATE)
            return true;
    return false;
}

static void set_source(struct thread *thread, struct suggested_row *row)
{
    const struct story_sentence *sentence = thread_sentence(thread);
    row->start = sentence->start;
    row->end = sentence->end;
    row->date = thread->story->date;
    row->speaker = wording_speaker(thread->story, sentence);
}

static const char *const measure_units[] = {
    [QUANTITY_PERCENT] = "%", [QUANTITY_FRACTION] = "%", [QUANTITY_FOLD] = "x"};

/* "The trade balance was in deficit", "was negative" */
static bool is_in_deficit(const struct story_sentence *sentence)
{
    for (size_t i = 0; i < sentence->count; i++)
        if (strncmp(sentence->tokens[i].value, "deficit", 7) == 0 ||
            token_is(&sentence->tokens[i], "negative"))
            return true;
    return false;
}

static bool set_value(struct thread *thread, struct suggested_row *row,
                      const struct news_quantity *quantity, const struct trade_sense *sense,
                      const char *flow)
{
    struct arena *arena = &thread->list->arena;
    bool is_money = quantity->kind == QUANTITY_MONEY;
    bool is_deficit =
        (strncmp(flow, "deficit", 7) == 0 ||
         (strncmp(flow, "balance", 7) == 0 && is_in_deficit(thread_sentence(thread)))) &&
        row->measure == MEASURE_VALUE;
    bool is_negative =
        is_deficit || quantity->is_negative ||
        ((row->measure == MEASURE_GROWTH || row->measure == MEASURE_CHANGE) && sense->is_down);
    const char *currency = *quantity->currency ? quantity->currency : thread->currency;
    if (is_money && !*currency)
        return false;
    if (is_money && !*quantity->currency) {
        row->doubts |= DOUBT_UNIT;
        proposal_remark(thread->list, row, "the currency is that of the amount before");
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
    const struct story_sentence *sentence = thread_sentence(thread);
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

/* True for a share, growth, or an amount behind an increase or decrease. */
static bool is_moved(const struct story_sentence *sentence, const struct news_quantity *quantity)
{
    if (quantity->kind != QUANTITY_MONEY && quantity->kind != QUANTITY_WEIGHT)
        return true;
    for (size_t i = 0; i < quantity->first; i++)
        if (sentence->tokens[i].class == WORD_UP || sentence->tokens[i].class == WORD_DOWN)
            return true;
    return false;
}

/*
 * A sentence may continue the one before, if that stated a figure and this one a change, or if it
 * starts with a word that points back to it.
 */
static bool continues(const struct thread *thread, const struct news_quantity *quantity)
{
    static const char *const words[] = {"it",  "that", "this",     "the", "in", "during",
                                        "for", "of",   "compared", "but", "up", "down"};
    const struct story_sentence *sentence = thread_sentence(thread);
    if (thread->parties_from + CARRY_FLOW >= thread->sentence && is_moved(sentence, quantity))
        return true;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (sentence->count && token_is(&sentence->tokens[0], words[i]))
            return true;
    return false;
}

static bool decide_measure(struct thread *thread, const struct news_quantity *quantity,
                           struct trade_sense *sense, bool is_carried)
{
    bool is_percent = quantity->kind == QUANTITY_PERCENT || quantity->kind == QUANTITY_FRACTION;
    if (is_percent && sense->measure == MEASURE_NONE && thread->measure == MEASURE_SHARE)
        sense->measure = MEASURE_SHARE;
    if (is_percent && sense->measure == MEASURE_NONE && is_carried && thread->was_share)
        sense->measure = MEASURE_SHARE;
    if (quantity->kind == QUANTITY_FRACTION && is_carried)
        return false;
    if (quantity->kind == QUANTITY_FOLD && is_carried)
        return false;
    if (sense->measure == MEASURE_NONE)
        thread->unclear++;
    return sense->measure != MEASURE_NONE;
}

/* The countries of a row, from its sentence, the row before, and the article. */
static struct parties row_parties(const struct thread *thread, const struct news_quantity *quantity,
                                  const struct trade_sense *sense, const char *flow)
{
    const struct story_sentence *sentence = thread_sentence(thread);
    struct parties parties = parties_find(thread->story, sentence, quantity, sense, flow);
    if (sense->flow == NO_TOKEN && thread->parties_from + CARRY_FLOW >= thread->sentence) {
        if (!*parties.reporter) {
            parties.reporter = thread->parties.reporter;
            parties.reporter_is_carried = true;
        }
        if (!*parties.partner && sense->measure != MEASURE_SHARE) {
            parties.partner = thread->parties.partner;
            parties.partner_is_carried = *parties.partner;
        }
    }
    if (thread->has_rank && sense->flow != NO_TOKEN &&
        sentence->tokens[sense->flow].class == WORD_ROLE)
        parties = thread->rank_parties;
    thread_share_parties(thread, &parties);
    parties_carry(&parties, thread->story, sentence, thread_flow(flow) == FLOW_TOTAL);
    return parties;
}

/* Proposes a row for the quantity, if it is one of trade. */
static void add_quantity(struct thread *thread, size_t index)
{
    const struct story_sentence *sentence = thread_sentence(thread);
    const struct news_quantity *quantity = &sentence->quantities[index];
    struct trade_sense sense = trade_sense_make(sentence, index);
    bool is_carried;
    const char *flow = find_flow(thread, &sense, &is_carried);
    if (!is_usable(quantity) || !*flow || (is_carried && !continues(thread, quantity)))
        return;
    if (!decide_measure(thread, quantity, &sense, is_carried))
        return;
    if (is_estimate(sentence, quantity->first)) {
        thread->unclear++;
        return;
    }
    struct suggested_row row = {.reporter = "",
                                .partner = "",
                                .scope = "",
                                .value = "",
                                .unit = "",
                                .qualifier = "",
                                .note = ""};
    row.flow = thread_flow(flow);
    row.measure = sense.measure;
    if (!set_value(thread, &row, quantity, &sense, flow)) {
        thread->unclear++;
        return;
    }
    struct parties parties = row_parties(thread, quantity, &sense, flow);
    set_source(thread, &row);
    thread_set_parties(thread, &row, parties);
    size_t last = sense.is_behind ? sense.flow : quantity->last;
    struct covered covered = covered_make(sentence, quantity->first, last);
    thread_take_respectively(sentence, index, &covered);
    if (sense.measure == MEASURE_SHARE)
        sense.is_earlier &= covered.is_near;
    thread_set_period(thread, &row, &covered, &sense, quantity->first, quantity->last);
    thread_set_kind(thread, &row, &covered, quantity->first, quantity->last);
    if ((row.measure == MEASURE_GROWTH || row.measure == MEASURE_CHANGE) && row.kind == KIND_FIGURE)
        thread_set_base(thread, &row, &covered);
    if (!thread->own_period.kind && !(row.doubts & DOUBT_PERIOD) && !covered.is_aside &&
        !is_carried && !sense.is_earlier)
        thread->own_period = row.period;
    row.product = wording_product(thread->story, sentence, quantity, &sense);
    *proposal_list_add(thread->list) = row;
    thread->measure = sense.measure;
    thread->was_share = sense.measure == MEASURE_SHARE;
    thread->parties = parties;
    thread->parties_from = thread->sentence;
}

static void add_rank(struct thread *thread, const struct rank *rank)
{
    struct proposal_list *list = thread->list;
    struct suggested_row row = {.reporter = "",
                                .partner = "",
                                .scope = "",
                                .value = "",
                                .unit = "rank",
                                .qualifier = "",
                                .note = ""};
    struct parties parties = {.reporter = rank->reporter,
                              .partner = rank->partner,
                              .reporter_is_carried = rank->reporter_is_carried};
    struct covered covered = covered_make(thread_sentence(thread), rank->first, rank->last);
    row.kind = KIND_FIGURE;
    row.flow = rank->flow;
    row.measure = MEASURE_RANK;
    row.scope = rank->scope;
    row.product = rank->product;
    if (!*parties.reporter && *parties.partner &&
        strcmp(parties.partner, thread->story->main) != 0) {
        parties.reporter = thread->story->main;
        parties.reporter_is_carried = true;
        row.doubts |= DOUBT_REPORTER;
    }
    row.value = arena_printf(&list->arena, "%ld", rank->place);
    set_source(thread, &row);
    thread_set_parties(thread, &row, parties);
    thread_set_period(thread, &row, &covered, NULL, rank->first, rank->last);
    *proposal_list_add(thread->list) = row;
    thread->parties = parties;
    thread->parties_from = thread->sentence;
    thread->has_rank = *parties.partner && *parties.reporter;
    thread->rank_parties = parties;
}

static void add_ranks(struct thread *thread)
{
    struct rank last = {0};
    for (size_t i = 0; i < thread_sentence(thread)->count;) {
        struct rank rank;
        if (!rank_read(thread->story, thread_sentence(thread), &i, &rank) &&
            !rank_continue(thread_sentence(thread), &i, &last, &rank)) {
            i++;
            continue;
        }
        if (thread->has_rank && !*rank.reporter) {
            rank.reporter = thread->rank_parties.reporter;
            rank.partner = thread->rank_parties.partner;
        }
        last = rank;
        bool is_known = *rank.reporter || *rank.partner;
        if (is_known && thread->story->flow_words > 0)
            add_rank(thread, &rank);
    }
}

/* Keeps what the sentence spoke of for the next ones. */
static void remember(struct thread *thread)
{
    const struct story_sentence *sentence = thread_sentence(thread);
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
    if (topic.kind && has_flow) {
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

/* A headline may stand twice, in the first line and above the article. */
static bool is_repeated(const struct story *story, size_t index)
{
    const struct story_sentence *sentence = &story->sentences[index];
    size_t length = sentence->end - sentence->start;
    for (size_t i = 0; i < index && i < HEAD; i++) {
        const struct story_sentence *other = &story->sentences[i];
        if (other->end - other->start >= length && story->article.length >= other->start + length &&
            memcmp(story->article.data + other->start, story->article.data + sentence->start,
                   length) == 0)
            return true;
    }
    return false;
}

void extraction_make(struct extraction *extraction, const struct story *story)
{
    struct thread thread = {.story = story,
                            .list = &extraction->proposals,
                            .flow = "",
                            .currency = "",
                            .flow_from = (size_t)-3,
                            .parties_from = (size_t)-3,
                            .parties = {.reporter = "", .partner = ""},
                            .rank_parties = {.reporter = "", .partner = ""}};
    *extraction = (struct extraction){.too_long = story->too_long};
    for (size_t i = 0; i < story->count; i++) {
        if (is_repeated(story, i))
            continue;
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
    extraction->unclear = thread.unclear;
}

void extraction_release(struct extraction *extraction)
{
    proposal_list_release(&extraction->proposals);
}
