/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "query/evaluate/text_matcher.h"

#include "base/memory.h"
#include "query/language/semantics.h"

#include <stdlib.h>

struct text_matcher {
    const struct expression *expression;
    struct pattern_search **searches; /* for each pattern, made on first use */
    size_t *overruns;                 /* of the finished parts */
    size_t part_count;
    struct buffer room;
};

struct text_matcher *text_matcher_new(const struct expression *expression)
{
    struct text_matcher *matcher = xcalloc(1, sizeof *matcher);
    matcher->expression = expression;
    matcher->part_count = 1;
    matcher->searches = xcalloc(expression->pattern_count, sizeof(struct pattern_search *));
    matcher->overruns = xcalloc(expression->pattern_count, sizeof *matcher->overruns);
    return matcher;
}

static void end_part(struct text_matcher *matcher)
{
    for (size_t i = 0; i < matcher->expression->pattern_count; i++)
        if (matcher->searches[i])
            matcher->overruns[i] += pattern_search_overruns(matcher->searches[i]);
}

void text_matcher_start(struct text_matcher *matcher, size_t part_count)
{
    end_part(matcher);
    matcher->part_count = part_count;
    for (size_t i = 0; i < matcher->expression->pattern_count; i++)
        if (matcher->searches[i])
            pattern_search_start(matcher->searches[i], part_count);
}

void text_matcher_free(struct text_matcher *matcher)
{
    if (!matcher)
        return;
    end_part(matcher);
    for (size_t i = 0; i < matcher->expression->pattern_count; i++) {
        pattern_add_overruns(matcher->expression->patterns[i], matcher->overruns[i]);
        pattern_search_free(matcher->searches[i]);
    }
    free(matcher->searches);
    free(matcher->overruns);
    buffer_release(&matcher->room);
    free(matcher);
}

struct buffer *text_matcher_room(struct text_matcher *matcher)
{
    buffer_truncate(&matcher->room, 0);
    return &matcher->room;
}

static struct pattern_search *search_of(struct text_matcher *matcher, const struct operand *operand)
{
    struct pattern_search **search = &matcher->searches[operand->pattern_number];
    if (!*search) {
        *search = pattern_search_new(operand->pattern);
        pattern_search_start(*search, matcher->part_count);
    }
    return *search;
}

static unsigned char folded_ascii(char byte)
{
    return (unsigned char)(byte >= 'A' && byte <= 'Z' ? byte + 32 : byte);
}

static bool is_ascii(char byte)
{
    return (unsigned char)byte < 0x80;
}

/*
 * Returns the first byte at which a text and a folded bound differ, or the end of either. Compares
 * only ASCII, which folds byte by byte; *is_decided is false if Unicode is needed.
 */
static size_t parting(struct text text, struct text bound, bool *is_decided)
{
    size_t at = 0;
    while (at < text.length && at < bound.length && is_ascii(text.data[at]) &&
           folded_ascii(text.data[at]) == (unsigned char)bound.data[at])
        at++;
    *is_decided = at == bound.length || at == text.length || is_ascii(text.data[at]);
    return at;
}

/*
 * As semantics_text_side(), for a text that is not folded: most are decided without folding.
 * *goes_on is true if the text begins with the bound and is longer.
 */
static int side_of(struct text text, struct text bound, bool *goes_on)
{
    bool is_decided;
    size_t at = parting(text, bound, &is_decided);
    if (!is_decided) {
        struct buffer folded = {0};
        text_fold(&folded, text);
        int side = semantics_text_side(buffer_text(&folded), bound);
        *goes_on = side == 0 && folded.length > bound.length;
        buffer_release(&folded);
        return side;
    }
    *goes_on = at == bound.length && at < text.length;
    if (at == bound.length || at == text.length)
        return at == bound.length ? 0 : -1;
    return folded_ascii(text.data[at]) < (unsigned char)bound.data[at] ? -1 : 1;
}

/* `folded` is `word` folded. */
static bool is_equal_folded(struct text text, struct text word, struct text folded)
{
    bool is_decided;
    size_t at = parting(text, folded, &is_decided);
    if (is_decided)
        return at == folded.length && at == text.length;
    return text_is_equal_folded(text, word);
}

/* An empty cell states nothing and has no place in the order. */
static bool passes_order(const struct test *test, const struct operand *operand, struct text text)
{
    bool goes_on = false;
    if (!text.length)
        return false;
    if (operand->kind != OPERAND_RANGE) {
        int side = side_of(text, operand->low.folded, &goes_on);
        return semantics_accepts_side(test->comparison, goes_on ? 1 : side);
    }
    return (operand->low.is_open || side_of(text, operand->low.folded, &goes_on) >= 0) &&
           (operand->high.is_open || side_of(text, operand->high.folded, &goes_on) <= 0);
}

/* For an operand that is not a pattern. */
static bool passes(const struct test *test, const struct operand *operand, struct text text)
{
    if (operand_is_empty(operand))
        return text.length == 0;
    if (operand->kind == OPERAND_RANGE || test->kind == TEST_ORDER)
        return passes_order(test, operand, text);
    if (test->kind == TEST_WORD)
        return text_is_equal_folded(text, text_of(test->vocabulary->words[operand->word]));
    return operand->folds ? is_equal_folded(text, operand->low.text, operand->low.folded)
                          : text_is_equal(text, operand->low.text);
}

static uint64_t select_by(struct text_matcher *matcher, const struct test *test,
                          const struct operand *operand, const struct text *texts, uint64_t among)
{
    uint64_t selected = 0;
    if (operand->pattern)
        return pattern_search_select(search_of(matcher, operand), texts, among);
    for (; among; among &= among - 1)
        if (passes(test, operand, texts[__builtin_ctzll(among)]))
            selected |= among & -among;
    return selected;
}

uint64_t text_matcher_select(struct text_matcher *matcher, const struct test *test,
                             const struct operand *operands, size_t count, const struct text *texts,
                             uint64_t among)
{
    uint64_t selected = 0;
    for (size_t i = 0; i < count && among & ~selected; i++)
        selected |= select_by(matcher, test, &operands[i], texts, among & ~selected);
    return selected;
}

bool text_matcher_passes(struct text_matcher *matcher, const struct test *test,
                         const struct operand *operands, size_t count, struct text text)
{
    return text_matcher_select(matcher, test, operands, count, &text, 1);
}
