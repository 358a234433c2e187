/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A key is one to three words of 32 bits: the halves of a number, and a rank. Rows are radix-sorted
 * by one word after the other, the least significant first. The sort is stable.
 */
#include "config.h"

#include "query/rows/row_order.h"

#include "base/memory.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define MOST_DIGIT_BITS 12
#define DIGIT_COUNT ((size_t)1 << MOST_DIGIT_BITS)
#define LEAST_ROWS_OF_PART ((size_t)65536)
#define PARTS_OF_PROCESSOR 8
#define SIGN_BIT ((uint64_t)1 << 63)
#define MISSING UINT32_MAX

enum key_word { NUMBER_LOW, NUMBER_HIGH, RANK };

static uint32_t code_of(const struct row_keys *keys, size_t row)
{
    return keys->is_rank_of_row ? (uint32_t)row : codes_at(keys->codes, row);
}

/* Maps doubles to integers in the same order. A number that is not NAN never becomes all ones. */
static uint64_t number_of(const struct row_keys *keys, size_t row, bool descends)
{
    double number = keys->numbers[row];
    if (keys->factors)
        number *= keys->factors[code_of(keys, row)];
    if (isnan(number))
        return UINT64_MAX;
    number += 0.0; /* turns -0 into 0 */
    uint64_t bits;
    memcpy(&bits, &number, sizeof bits);
    bits = bits & SIGN_BIT ? ~bits : bits | SIGN_BIT;
    return descends ? ~bits : bits;
}

static uint32_t rank_of(const struct row_keys *keys, size_t row, bool descends)
{
    if (keys->numbers && isnan(keys->numbers[row]))
        return MISSING;
    uint32_t rank = keys->ranks[code_of(keys, row)];
    return descends && rank != RANK_MISSING ? MISSING - 1 - rank : rank;
}

static uint32_t word_of(const struct row_keys *keys, enum key_word word, size_t row, bool descends)
{
    if (word == RANK)
        return rank_of(keys, row, descends);
    uint64_t number = number_of(keys, row, descends);
    return (uint32_t)(word == NUMBER_LOW ? number : number >> 32);
}

/* --- all rows --- */

struct entry {
    uint32_t key, row;
};

/* The bits that are set in all keys of a part, and in some. */
struct key_bits {
    uint32_t all, some;
};

struct sorting {
    const struct row_keys *keys;
    const struct row_list *list;
    bool descends;
    size_t count, part_rows, part_count;
    struct entry *from, *to;
    struct key_bits *bits; /* for each part */
    size_t (
        *places)[DIGIT_COUNT]; /* for each part: the count of each digit, then its destination */
    enum key_word word;
    unsigned shift, digit_bits;
    parallel_doubt *doubt;
    void *doubt_context;
};

static size_t digit_of(const struct sorting *sorting, const struct entry *entry)
{
    return entry->key >> sorting->shift & (((size_t)1 << sorting->digit_bits) - 1);
}

static void fill_rows(void *context, size_t worker, size_t first, size_t last)
{
    struct sorting *sorting = context;
    (void)worker;
    for (size_t i = first; i < last; i++)
        sorting->from[i].row = (uint32_t)row_list_at(sorting->list, i);
}

static void fill_keys(void *context, size_t worker, size_t first, size_t last)
{
    struct sorting *sorting = context;
    struct key_bits bits = {UINT32_MAX, 0};
    (void)worker;
    for (size_t i = first; i < last; i++) {
        struct entry *entry = &sorting->from[i];
        entry->key = word_of(sorting->keys, sorting->word, entry->row, sorting->descends);
        bits.all &= entry->key;
        bits.some |= entry->key;
    }
    sorting->bits[first / sorting->part_rows] = bits;
}

static void count_digits(void *context, size_t worker, size_t first, size_t last)
{
    struct sorting *sorting = context;
    size_t *counts = sorting->places[first / sorting->part_rows];
    (void)worker;
    memset(counts, 0, sizeof *sorting->places);
    for (size_t i = first; i < last; i++)
        counts[digit_of(sorting, &sorting->from[i])]++;
}

static void move_entries(void *context, size_t worker, size_t first, size_t last)
{
    struct sorting *sorting = context;
    size_t *places = sorting->places[first / sorting->part_rows];
    (void)worker;
    for (size_t i = first; i < last; i++)
        sorting->to[places[digit_of(sorting, &sorting->from[i])]++] = sorting->from[i];
}

static bool in_parts(struct sorting *sorting, parallel_work *work)
{
    return parallel_for(sorting->count, sorting->part_rows, work, sorting, sorting->doubt,
                        sorting->doubt_context);
}

/* Turns the counts of digits in each part into destinations. */
static void find_places(struct sorting *sorting)
{
    for (size_t digit = 0, next = 0; digit < DIGIT_COUNT; digit++) {
        for (size_t part = 0; part < sorting->part_count; part++) {
            size_t count = sorting->places[part][digit];
            sorting->places[part][digit] = next;
            next += count;
        }
    }
}

static bool sort_by_digit(struct sorting *sorting)
{
    if (!in_parts(sorting, count_digits))
        return false;
    find_places(sorting);
    if (!in_parts(sorting, move_entries))
        return false;
    struct entry *sorted = sorting->to;
    sorting->to = sorting->from;
    sorting->from = sorted;
    return true;
}

/* Returns the bits in which keys differ. */
static uint32_t differing_bits(const struct sorting *sorting)
{
    struct key_bits bits = {UINT32_MAX, 0};
    for (size_t i = 0; i < sorting->part_count; i++) {
        bits.all &= sorting->bits[i].all;
        bits.some |= sorting->bits[i].some;
    }
    return bits.some & ~bits.all;
}

/* Only the bits in which keys differ are divided into digits, of about the same size. */
static bool sort_by_word(struct sorting *sorting, enum key_word word)
{
    sorting->word = word;
    if (!in_parts(sorting, fill_keys))
        return false;
    uint32_t differing = differing_bits(sorting);
    if (!differing)
        return true;
    unsigned low = (unsigned)__builtin_ctz(differing);
    unsigned bits = 32 - (unsigned)__builtin_clz(differing) - low;
    unsigned digits = (bits + MOST_DIGIT_BITS - 1) / MOST_DIGIT_BITS;
    sorting->digit_bits = (bits + digits - 1) / digits;
    for (unsigned i = 0; i < digits; i++) {
        sorting->shift = low + i * sorting->digit_bits;
        if (!sort_by_digit(sorting))
            return false;
    }
    return true;
}

static bool sort(struct sorting *sorting)
{
    const struct row_keys *keys = sorting->keys;
    return in_parts(sorting, fill_rows) &&
           (!keys->numbers ||
            (sort_by_word(sorting, NUMBER_LOW) && sort_by_word(sorting, NUMBER_HIGH))) &&
           (!keys->ranks || sort_by_word(sorting, RANK));
}

/*
 * Few parts, as each counts digits separately, but more than processors, as cancellation is checked
 * between them. Short lists are one part.
 */
static void cut_into_parts(struct sorting *sorting)
{
    size_t parts = PARTS_OF_PROCESSOR * parallel_processors();
    size_t rows = (sorting->count + parts - 1) / parts;
    sorting->part_rows = rows > LEAST_ROWS_OF_PART ? rows : LEAST_ROWS_OF_PART;
    sorting->part_count = (sorting->count + sorting->part_rows - 1) / sorting->part_rows;
    sorting->places = xreallocarray(NULL, sorting->part_count, sizeof *sorting->places);
    sorting->bits = xreallocarray(NULL, sorting->part_count, sizeof *sorting->bits);
}

bool row_list_sort(struct row_list *list, const struct row_keys *keys, bool descends,
                   parallel_doubt *doubt, void *doubt_context)
{
    if (!keys->numbers && !keys->ranks)
        return true;
    struct sorting sorting = {.keys = keys,
                              .list = list,
                              .descends = descends,
                              .count = list->count,
                              .from = xreallocarray(NULL, list->count, sizeof *sorting.from),
                              .to = xreallocarray(NULL, list->count, sizeof *sorting.to),
                              .doubt = doubt,
                              .doubt_context = doubt_context};
    cut_into_parts(&sorting);
    bool is_done = sort(&sorting);
    if (is_done)
        row_list_spell_out(list);
    for (size_t i = 0; is_done && i < list->count; i++)
        list->rows[i] = sorting.from[i].row;
    free(sorting.from);
    free(sorting.to);
    free(sorting.places);
    free(sorting.bits);
    return is_done;
}

/* --- the first rows --- */

struct heap_entry {
    uint64_t number;
    uint32_t rank, row;
    size_t place; /* index in the list */
};

/* The best candidates of a part: a heap with the worst one on top. */
struct best {
    struct heap_entry *items;
    size_t count;
};

struct choosing {
    const struct row_list *list;
    const struct row_keys *keys;
    bool descends;
    size_t wanted;
    struct best *parts;
};

static struct heap_entry candidate_of(const struct choosing *choosing, size_t place)
{
    size_t row = row_list_at(choosing->list, place);
    const struct row_keys *keys = choosing->keys;
    return (struct heap_entry){keys->numbers ? number_of(keys, row, choosing->descends) : 0,
                               keys->ranks ? rank_of(keys, row, choosing->descends) : 0,
                               (uint32_t)row, place};
}

static bool is_before(const struct heap_entry *a, const struct heap_entry *b)
{
    if (a->rank != b->rank)
        return a->rank < b->rank;
    return a->number != b->number ? a->number < b->number : a->place < b->place;
}

static int compare_candidates(const void *left, const void *right)
{
    return is_before(left, right) ? -1 : is_before(right, left);
}

static void swap(struct heap_entry *a, struct heap_entry *b)
{
    struct heap_entry kept = *a;
    *a = *b;
    *b = kept;
}

/* Moves the last item up to its place. */
static void rise(struct best *best)
{
    for (size_t at = best->count - 1;
         at > 0 && is_before(&best->items[(at - 1) / 2], &best->items[at]); at = (at - 1) / 2)
        swap(&best->items[(at - 1) / 2], &best->items[at]);
}

/* Moves the top item down to its place. */
static void sink(struct best *best)
{
    for (size_t at = 0, child; (child = 2 * at + 1) < best->count; at = child) {
        if (child + 1 < best->count && is_before(&best->items[child], &best->items[child + 1]))
            child++;
        if (!is_before(&best->items[at], &best->items[child]))
            return;
        swap(&best->items[at], &best->items[child]);
    }
}

static void choose_of_part(void *context, size_t worker, size_t first, size_t last)
{
    struct choosing *choosing = context;
    size_t wanted = last - first < choosing->wanted ? last - first : choosing->wanted;
    struct best best = {.items = xreallocarray(NULL, wanted, sizeof *best.items)};
    (void)worker;
    for (size_t place = first; place < last; place++) {
        struct heap_entry candidate = candidate_of(choosing, place);
        if (best.count < wanted) {
            best.items[best.count++] = candidate;
            rise(&best);
        } else if (is_before(&candidate, best.items)) {
            best.items[0] = candidate;
            sink(&best);
        }
    }
    choosing->parts[first / LEAST_ROWS_OF_PART] = best;
}

static struct row_list merge_parts(const struct choosing *choosing, size_t part_count)
{
    struct row_list list = {0};
    struct best all = {0};
    for (size_t i = 0; i < part_count; i++)
        all.count += choosing->parts[i].count;
    all.items = xreallocarray(NULL, all.count, sizeof *all.items);
    for (size_t i = 0, next = 0; i < part_count; next += choosing->parts[i++].count)
        memcpy(all.items + next, choosing->parts[i].items,
               choosing->parts[i].count * sizeof *all.items);
    qsort(all.items, all.count, sizeof *all.items, compare_candidates);
    for (size_t i = 0; i < all.count && i < choosing->wanted; i++)
        row_list_add(&list, all.items[i].row);
    free(all.items);
    return list;
}

struct row_list row_list_first(const struct row_list *list, const struct row_keys *keys,
                               bool descends, size_t count)
{
    size_t part_count = (list->count + LEAST_ROWS_OF_PART - 1) / LEAST_ROWS_OF_PART;
    struct choosing choosing = {.list = list,
                                .keys = keys,
                                .descends = descends,
                                .wanted = count,
                                .parts = xcalloc(part_count, sizeof(struct best))};
    if (!count)
        part_count = 0;
    if (part_count)
        parallel_for(list->count, LEAST_ROWS_OF_PART, choose_of_part, &choosing, NULL, NULL);
    struct row_list first = merge_parts(&choosing, part_count);
    for (size_t i = 0; i < part_count; i++)
        free(choosing.parts[i].items);
    free(choosing.parts);
    return first;
}
