/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Blocks of rows are filtered in parallel. A part of a plan examines only rows that are still
 * undecided: it skips rows that an `and` has lost or an `or` has found, word by word of the set. If
 * the zones of a column show that no row of a block can pass, or that all do, its rows are not
 * examined.
 */
#include "config.h"

#include "query/evaluate/row_filter.h"

#include "base/array.h"
#include "query/evaluate/plan.h"

#include <math.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

#define BLOCK_ROWS ((size_t)16384) /* a divisor of ZONE_ROWS */
#define BLOCK_WORDS (BLOCK_ROWS / 64)
/* A zone with a wider range of codes is not searched. */
#define MOST_CODES_OF_ZONE 65536

struct row_block {
    const struct table *table;
    struct text_matcher *matcher;
    size_t first, row_count; /* first row, and number of rows */
    size_t word_count;       /* words of 64 rows; the last may have fewer */
};

static size_t rows_of_word(const struct row_block *block, size_t word)
{
    size_t left = block->row_count - word * 64;
    return left < 64 ? left : 64;
}

/* --- zones --- */

enum zone_result { NO_ROW_PASSES, SOME_MAY_PASS, EVERY_ROW_PASSES };

static enum zone_result verdict_of_range(struct number_range range, double least, double most)
{
    if (most < range.low || least > range.high)
        return NO_ROW_PASSES;
    return least >= range.low && most <= range.high ? EVERY_ROW_PASSES : SOME_MAY_PASS;
}

static enum zone_result verdict_of_codes(const uint8_t *holds, const struct zone *zone)
{
    if (zone->most - zone->least >= MOST_CODES_OF_ZONE)
        return SOME_MAY_PASS;
    bool has_codes = zone->least <= zone->most;
    size_t least = has_codes ? (size_t)zone->least : 0;
    size_t count = has_codes ? (size_t)zone->most - least + 1 : 0;
    bool some_hold = memchr(holds + least, 1, count) || (zone->has_missing && holds[0]);
    bool some_fail = memchr(holds + least, 0, count) || (zone->has_missing && !holds[0]);
    return !some_hold ? NO_ROW_PASSES : some_fail ? SOME_MAY_PASS : EVERY_ROW_PASSES;
}

static enum zone_result verdict_of_numbers(const struct plan *plan, const struct zone *zone,
                                           const struct zone *units)
{
    double factor = 1;
    if (plan->factors && plan->codes.width == 0)
        factor = plan->factors[plan->codes.constant];
    else if (plan->factors && (!units || units->has_missing || units->least < units->most))
        return SOME_MAY_PASS;
    else if (plan->factors)
        factor = plan->factors[(size_t)units->least];
    if (isnan(factor) || zone->least > zone->most)
        return NO_ROW_PASSES;
    enum zone_result verdict =
        verdict_of_range(plan->range, zone->least * factor, zone->most * factor);
    return verdict == EVERY_ROW_PASSES && zone->has_missing ? SOME_MAY_PASS : verdict;
}

static enum zone_result verdict_of_block(const struct plan *plan, const struct row_block *block)
{
    size_t number = block->first / ZONE_ROWS;
    if (plan->kind == PLAN_CODES && plan->code_zones)
        return verdict_of_codes(plan->holds.has, &plan->code_zones[number]);
    if (plan->kind == PLAN_NUMBERS && plan->number_zones)
        return verdict_of_numbers(plan, &plan->number_zones[number],
                                  plan->code_zones ? &plan->code_zones[number] : NULL);
    if (plan->only_missing && plan->number_zones && !plan->number_zones[number].has_missing)
        return NO_ROW_PASSES;
    return SOME_MAY_PASS;
}

/* --- leaves: the rows of one word that pass --- */

typedef uint64_t word_decider(const struct plan *plan, const struct row_block *block, size_t word,
                              uint64_t among);

static uint64_t compare_numbers(struct number_range range, const double *numbers, size_t count)
{
    uint64_t passed = 0;
    for (size_t i = 0; i < count; i++)
        passed |= (uint64_t)((numbers[i] >= range.low) & (numbers[i] <= range.high)) << i;
    return passed;
}

static uint64_t row_filter_numbers(const struct plan *plan, const struct row_block *block,
                                   size_t word, uint64_t among)
{
    size_t first = block->first + word * 64, count = rows_of_word(block, word);
    (void)among;
    if (!plan->factors)
        return compare_numbers(plan->range, plan->numbers + first, count);
    double scaled[64];
    for (size_t i = 0; i < count; i++)
        scaled[i] = plan->numbers[first + i] * plan->factors[codes_at(plan->codes, first + i)];
    return compare_numbers(plan->range, scaled, count);
}

static uint64_t empty_texts(const struct text *texts, uint64_t among)
{
    uint64_t empty = 0;
    for (; among; among &= among - 1)
        if (!texts[__builtin_ctzll(among)].length)
            empty |= among & -among;
    return empty;
}

static uint64_t select_texts(const struct plan *plan, const struct row_block *block,
                             const struct text *texts, uint64_t among)
{
    return plan->kind == PLAN_EMPTY
               ? empty_texts(texts, among)
               : text_matcher_select(block->matcher, plan->test, plan->operands,
                                     plan->operand_count, texts, among);
}

static uint64_t row_filter_texts(const struct plan *plan, const struct row_block *block,
                                 size_t word, uint64_t among)
{
    struct text texts[64];
    table_texts(block->table, plan->column, block->first + word * 64, among, texts);
    return select_texts(plan, block, texts, among);
}

/* The matcher's buffer holds the text of the number. */
static bool number_passes(const struct plan *plan, const struct row_block *block, size_t row)
{
    if (plan->only_missing && !isnan(plan->numbers[row]))
        return false;
    struct buffer *room = text_matcher_room(block->matcher);
    table_write(block->table, row, plan->column, room);
    struct text text = buffer_text(room);
    return select_texts(plan, block, &text, 1);
}

static uint64_t row_filter_written(const struct plan *plan, const struct row_block *block,
                                   size_t word, uint64_t among)
{
    uint64_t passed = 0;
    for (; among; among &= among - 1)
        if (number_passes(plan, block, block->first + word * 64 + (size_t)__builtin_ctzll(among)))
            passed |= among & -among;
    return passed;
}

static word_decider *decider_of(const struct plan *plan)
{
    if (plan->kind == PLAN_NUMBERS)
        return row_filter_numbers;
    return plan->numbers ? row_filter_written : row_filter_texts;
}

static void row_filter_words(const struct plan *plan, const struct row_block *block, uint64_t *rows)
{
    word_decider *decide = decider_of(plan);
    for (size_t word = 0; word < block->word_count; word++)
        if (rows[word])
            rows[word] &= decide(plan, block, word, rows[word]);
}

static void row_filter_leaf(const struct plan *plan, const struct row_block *block, uint64_t *rows)
{
    enum zone_result verdict = verdict_of_block(plan, block);
    if (verdict == NO_ROW_PASSES)
        memset(rows, 0, block->word_count * sizeof *rows);
    else if (verdict == SOME_MAY_PASS && plan->kind == PLAN_CODES)
        code_set_narrow(&plan->holds, plan->codes, block->first, block->row_count, rows);
    else if (verdict == SOME_MAY_PASS)
        row_filter_words(plan, block, rows);
}

/* --- the tree --- */

static void row_filter_plan(const struct plan *plan, const struct row_block *block, uint64_t *rows);

/* Rows that one part accepts are not passed to the next. */
static void row_filter_any(const struct plan *plan, const struct row_block *block, uint64_t *rows)
{
    uint64_t left[BLOCK_WORDS], passed[BLOCK_WORDS];
    size_t words = block->word_count;
    memcpy(left, rows, words * sizeof *rows);
    for (size_t i = 0; i < plan->part_count && row_set_words_have_rows(left, words); i++) {
        memcpy(passed, left, words * sizeof *left);
        row_filter_plan(plan->parts[i], block, passed);
        for (size_t word = 0; word < words; word++)
            left[word] &= ~passed[word];
    }
    for (size_t word = 0; word < words; word++)
        rows[word] &= ~left[word];
}

static void row_filter_not(const struct plan *plan, const struct row_block *block, uint64_t *rows)
{
    uint64_t passed[BLOCK_WORDS];
    memcpy(passed, rows, block->word_count * sizeof *rows);
    row_filter_plan(plan->parts[0], block, passed);
    for (size_t word = 0; word < block->word_count; word++)
        rows[word] &= ~passed[word];
}

/* Removes the rows that fail the plan. */
static void row_filter_plan(const struct plan *plan, const struct row_block *block, uint64_t *rows)
{
    if (plan->kind == PLAN_ANY)
        row_filter_any(plan, block, rows);
    else if (plan->kind == PLAN_NOT)
        row_filter_not(plan, block, rows);
    else if (plan->kind != PLAN_ALL)
        row_filter_leaf(plan, block, rows);
    for (size_t i = 0; plan->kind == PLAN_ALL && i < plan->part_count; i++)
        if (row_set_words_have_rows(rows, block->word_count))
            row_filter_plan(plan->parts[i], block, rows);
}

/* --- all rows --- */

struct deciding {
    const struct table *table;
    const struct plan *plan;
    struct text_matcher **testers;
    struct row_set *rows;
    size_t block_count;
    atomic_bool has_found; /* some row passes */
};

static void row_filter_block(void *context, size_t worker, size_t first, size_t last)
{
    struct deciding *deciding = context;
    uint64_t *rows = deciding->rows->words + first / 64;
    struct row_block block = {deciding->table, deciding->testers[worker], first, last - first,
                              (last - first + 63) / 64};
    if (!row_set_words_have_rows(rows, block.word_count))
        return;
    text_matcher_start(block.matcher, deciding->block_count);
    row_filter_plan(deciding->plan, &block, rows);
    if (!atomic_load_explicit(&deciding->has_found, memory_order_relaxed) &&
        row_set_words_have_rows(rows, block.word_count))
        atomic_store(&deciding->has_found, true);
}

static struct text_matcher **testers_new(const struct expression *expression)
{
    size_t count = parallel_processors();
    struct text_matcher **testers = xcalloc(count + 1, sizeof(struct text_matcher *));
    for (size_t i = 0; i < count; i++)
        testers[i] = text_matcher_new(expression);
    return testers;
}

static void testers_free(struct text_matcher **testers)
{
    for (size_t i = 0; testers[i]; i++)
        text_matcher_free(testers[i]);
    free(testers);
}

static bool decide(const struct decision *decision, struct deciding *deciding)
{
    struct planner planner = {.expression = decision->expression,
                              .testers = deciding->testers,
                              .doubt = decision->doubt,
                              .doubt_context = decision->doubt_context};
    deciding->plan = plan_make(&planner, decision->node, decision->loosened);
    bool is_done =
        deciding->plan && parallel_for(deciding->rows->row_count, BLOCK_ROWS, row_filter_block,
                                       deciding, decision->doubt, decision->doubt_context);
    arena_release(&planner.arena);
    return is_done;
}

static struct deciding deciding_start(const struct expression *expression, struct row_set *rows)
{
    return (struct deciding){.table = expression->dataset->table,
                             .testers = testers_new(expression),
                             .rows = rows,
                             .block_count = (rows->row_count + BLOCK_ROWS - 1) / BLOCK_ROWS};
}

bool node_narrow(const struct decision *decision, struct row_set *rows)
{
    struct deciding deciding = deciding_start(decision->expression, rows);
    bool is_done = decide(decision, &deciding);
    testers_free(deciding.testers);
    return is_done;
}

static bool has_found(void *context)
{
    const struct deciding *deciding = context;
    return atomic_load_explicit(&deciding->has_found, memory_order_relaxed);
}

bool node_holds_somewhere(const struct expression *expression, const struct node *node)
{
    struct row_set rows = row_set_all(table_row_count(expression->dataset->table));
    struct deciding deciding = deciding_start(expression, &rows);
    struct decision decision = {
        .expression = expression, .node = node, .doubt = has_found, .doubt_context = &deciding};
    decide(&decision, &deciding);
    testers_free(deciding.testers);
    row_set_release(&rows);
    return atomic_load(&deciding.has_found);
}
