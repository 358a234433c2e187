/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "evidence/word_match.h"

#include "base/array.h"
#include "base/memory.h"
#include "base/text.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define EQUAL_WORDS ((size_t)3) /* shown beside a change */

struct words {
    struct text *items; /* owned */
    size_t count, capacity;
};

static void split(struct words *words, struct text text)
{
    for (size_t start = 0, end; start < text.length; start = end + 1) {
        const char *blank = memchr(text.data + start, ' ', text.length - start);
        end = blank ? (size_t)(blank - text.data) : text.length;
        if (end == start)
            continue;
        ARRAY_RESERVE(words->items, words->count + 1, words->capacity);
        words->items[words->count++] = (struct text){text.data + start, end - start};
    }
}

static bool is_stop(struct text text)
{
    size_t length = 0;
    while (length < text.length && strchr(".,;:!?\"')", text.data[length]))
        length++;
    return length == text.length;
}

/* True if word `i` of the quote is the word; behind the last one the text may have a stop. */
static bool is_same(const struct words *quote, size_t i, struct text word)
{
    struct text wanted = quote->items[i];
    size_t length = wanted.length;
    if (i + 1 == quote->count && word.length > length &&
        is_stop((struct text){word.data + length, word.length - length}))
        word.length = length;
    return text_is_equal(wanted, word);
}

/* The cheapest alignment of the first words of the quote that ends at a word of the text. */
struct ending {
    size_t cost, start; /* start: number of the first word of the text */
};

static struct ending cheapest(struct ending a, struct ending b)
{
    return b.cost < a.cost ? b : a;
}

static struct ending dearer(struct ending ending, size_t by)
{
    ending.cost += by;
    return ending;
}

/* Moves the endings on by one word of the text. */
static void advance(struct ending *endings, const struct words *quote, struct text word,
                    size_t number)
{
    struct ending diagonal = endings[0];
    endings[0] = (struct ending){0, number + 1};
    for (size_t i = 1; i <= quote->count; i++) {
        struct ending above = endings[i];
        endings[i] = cheapest(dearer(diagonal, is_same(quote, i - 1, word) ? 0 : 1),
                              cheapest(dearer(above, 1), dearer(endings[i - 1], 1)));
        diagonal = above;
    }
}

bool word_match_find(struct word_match *match, struct text quote, struct text text)
{
    struct words wanted = {0}, words = {0};
    split(&wanted, quote);
    split(&words, text);
    bool has_words = wanted.count && wanted.count <= WORD_MATCH_MOST && words.count;
    match->quote_words = wanted.count;
    struct ending *endings = xcalloc(wanted.count + 1, sizeof *endings);
    struct ending best = {wanted.count, 0};
    size_t last = 0;
    for (size_t i = 0; i <= wanted.count; i++)
        endings[i] = (struct ending){i, 0};
    for (size_t i = 0; i < words.count && has_words; i++) {
        advance(endings, &wanted, words.items[i], i);
        struct ending ending = endings[wanted.count];
        /* At equal cost, a word in another form is better than a word that is left out. */
        bool goes_on = ending.cost == best.cost && ending.start == best.start && i == last + 1;
        if (ending.cost < best.cost || goes_on) {
            best = ending;
            last = i;
        }
    }
    if (has_words) {
        const struct text *from = &words.items[best.start], *to = &words.items[last];
        bool is_empty = best.start > last;
        *match = (struct word_match){
            .start = (size_t)(from->data - text.data),
            .end = (size_t)((is_empty ? from->data : to->data + to->length) - text.data),
            .changes = best.cost,
            .quote_words = wanted.count,
        };
    }
    free(endings);
    free(wanted.items);
    free(words.items);
    return has_words;
}

/* --- how they differ --- */

enum edit { EDIT_KEEP, EDIT_REMOVE, EDIT_ADD };

/* The costs of aligning what is left of both, from each word of each on. */
struct alignment {
    const struct words *quote, *text;
    uint32_t *cost; /* owned */
};

static uint32_t *cost_at(const struct alignment *alignment, size_t i, size_t k)
{
    return &alignment->cost[i * (alignment->text->count + 1) + k];
}

static void fill(struct alignment *alignment)
{
    size_t rows = alignment->quote->count, columns = alignment->text->count;
    alignment->cost = xreallocarray(NULL, (rows + 1) * (columns + 1), sizeof *alignment->cost);
    for (size_t i = rows + 1; i-- > 0;) {
        for (size_t k = columns + 1; k-- > 0;) {
            uint32_t cost = i == rows ? (uint32_t)(columns - k) : (uint32_t)(rows - i);
            if (i < rows && k < columns) {
                uint32_t removed = *cost_at(alignment, i + 1, k) + 1;
                uint32_t added = *cost_at(alignment, i, k + 1) + 1;
                cost = removed < added ? removed : added;
                if (is_same(alignment->quote, i, alignment->text->items[k]))
                    cost = *cost_at(alignment, i + 1, k + 1);
            }
            *cost_at(alignment, i, k) = cost;
        }
    }
}

static enum edit edit_at(const struct alignment *alignment, size_t i, size_t k)
{
    if (i == alignment->quote->count)
        return EDIT_ADD;
    if (k == alignment->text->count)
        return EDIT_REMOVE;
    if (is_same(alignment->quote, i, alignment->text->items[k]))
        return EDIT_KEEP;
    return *cost_at(alignment, i + 1, k) <= *cost_at(alignment, i, k + 1) ? EDIT_REMOVE : EDIT_ADD;
}

static void put_words(struct buffer *out, const struct words *words, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++) {
        buffer_puts(out, i > from ? " " : "");
        buffer_append_text(out, words->items[i]);
    }
}

/* Equal words from `from` to `to`, which lie between changes, or before the first or behind the
 * last. */
static void put_equal(struct buffer *out, const struct words *quote, size_t from, size_t to)
{
    bool is_first = from == 0, is_last = to == quote->count;
    size_t before = is_first ? 0 : EQUAL_WORDS, behind = is_last ? 0 : EQUAL_WORDS;
    if (to - from <= before + behind + 1) {
        put_words(out, quote, from, to);
        return;
    }
    put_words(out, quote, from, from + before);
    buffer_puts(out, is_first ? "... " : is_last ? " ..." : " ... ");
    put_words(out, quote, to - behind, to);
}

/* A run of words that were removed or added. */
static void put_run(struct buffer *out, const struct words *words, size_t from, size_t to,
                    const char *open, const char *close)
{
    if (from == to)
        return;
    buffer_puts(out, open);
    put_words(out, words, from, to);
    buffer_puts(out, close);
}

static void put_edits(struct buffer *out, const struct alignment *alignment)
{
    size_t i = 0, k = 0;
    while (i < alignment->quote->count || k < alignment->text->count) {
        size_t start = i, from = k;
        while (i < alignment->quote->count && k < alignment->text->count &&
               edit_at(alignment, i, k) == EDIT_KEEP)
            i++, k++;
        if (i > start) {
            buffer_puts(out, start ? " " : "");
            put_equal(out, alignment->quote, start, i);
            start = i;
            from = k;
        }
        while ((i < alignment->quote->count || k < alignment->text->count) &&
               edit_at(alignment, i, k) != EDIT_KEEP)
            *(edit_at(alignment, i, k) == EDIT_REMOVE ? &i : &k) += 1;
        if (i > start || k > from)
            buffer_puts(out, start || from ? " " : "");
        put_run(out, alignment->quote, start, i, "[-", "-]");
        put_run(out, alignment->text, from, k, "{+", "+}");
    }
}

void word_match_write(struct buffer *out, struct text quote, struct text text)
{
    struct words wanted = {0}, words = {0};
    split(&wanted, quote);
    split(&words, text);
    struct alignment alignment = {&wanted, &words, NULL};
    fill(&alignment);
    put_edits(out, &alignment);
    free(alignment.cost);
    free(wanted.items);
    free(words.items);
}
