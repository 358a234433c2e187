/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Optimal string alignment: insertions, deletions, replacements and swaps of neighbours cost one
 * each, and no part is edited twice (Boytsov, "Indexing methods for approximate dictionary
 * searching", 2011, section 2.2). Three rows of the matrix are kept. Words of very different length
 * are skipped without folding them.
 */
#include "config.h"

#include "base/suggestion.h"

#include "base/buffer.h"
#include "base/memory.h"

#include <stdint.h>
#include <stdlib.h>
#include <unistr.h>

struct points {
    uint32_t *points; /* owned: code points of the folded text */
    size_t count;
};

/* Folding Unicode is a hundred times slower, and most words are ASCII. */
static bool fold_ascii(struct text text, struct points *points)
{
    for (size_t i = 0; i < text.length; i++) {
        unsigned char byte = (unsigned char)text.data[i];
        if (byte >= 0x80)
            return false;
        points->points[i] = byte >= 'A' && byte <= 'Z' ? byte + 32u : byte;
    }
    points->count = text.length;
    return true;
}

static struct points points_of(struct text text)
{
    struct points points = {.points = xcalloc(text.length, sizeof *points.points)};
    if (fold_ascii(text, &points))
        return points;
    struct buffer folded = {0};
    text_fold(&folded, text);
    points.points = xreallocarray(points.points, folded.length, sizeof *points.points);
    for (size_t at = 0; at < folded.length;) {
        ucs4_t point;
        int length = u8_mbtouc(&point, (const uint8_t *)folded.data + at, folded.length - at);
        points.points[points.count++] = point;
        at += (size_t)length;
    }
    buffer_release(&folded);
    return points;
}

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

static bool is_swap(const struct points *a, const struct points *b, size_t i, size_t j)
{
    return i > 1 && j > 1 && a->points[i - 1] == b->points[j - 2] &&
           a->points[i - 2] == b->points[j - 1];
}

static size_t distance(const struct points *a, const struct points *b)
{
    size_t width = b->count + 1;
    size_t *rows = xcalloc(3 * width, sizeof *rows);
    size_t *before = rows, *last = rows + width, *now = rows + 2 * width;
    for (size_t j = 0; j < width; j++)
        now[j] = j;
    for (size_t i = 1; i <= a->count; i++) {
        size_t *recycled = before;
        before = last;
        last = now;
        now = recycled;
        now[0] = i;
        for (size_t j = 1; j < width; j++) {
            bool differs = a->points[i - 1] != b->points[j - 1];
            now[j] = least(least(last[j], now[j - 1]) + 1, last[j - 1] + differs);
            if (is_swap(a, b, i, j))
                now[j] = least(now[j], before[j - 2] + 1);
        }
    }
    size_t result = now[b->count];
    free(rows);
    return result;
}

/* Folding changes the number of bytes at most threefold, and a character has one to four. */
static bool may_be_near(struct text candidate, size_t count, size_t limit)
{
    return candidate.length <= (count + limit) * 12 && candidate.length * 3 + limit >= count;
}

size_t suggestion_nearest(struct text word, const struct text *words, size_t count)
{
    struct points wanted = points_of(word);
    size_t limit = wanted.count / 3, nearest = (size_t)-1;
    for (size_t i = 0; i < count; i++) {
        if (!may_be_near(words[i], wanted.count, limit))
            continue;
        struct points points = points_of(words[i]);
        size_t off = points.count > wanted.count + limit || wanted.count > points.count + limit
                         ? limit + 1
                         : distance(&wanted, &points);
        free(points.points);
        if (off > limit)
            continue;
        nearest = i;
        if (off == 0)
            break;
        limit = off - 1;
    }
    free(wanted.points);
    return nearest;
}
