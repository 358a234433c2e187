/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "extract/news_words.h"

#include "base/array.h"
#include "base/ascii.h"
#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

static const struct news_word built_in[] = {
#include "extract/news_word_table.h"
};

struct news_words {
    struct news_word *items; /* sorted by phrase */
    size_t count;
    struct arena arena; /* the names of countries */
};

static int compare_words(const void *left, const void *right)
{
    const struct news_word *a = left, *b = right;
    return strcmp(a->phrase, b->phrase);
}

static const char *fold_name(struct arena *arena, const char *name)
{
    char *folded = arena_copy(arena, name, strlen(name));
    for (char *byte = folded; *byte; byte++)
        *byte = *byte == '-' ? ' ' : ascii_lower(*byte);
    return folded;
}

/* The words of the file come first: they are preferred to the name of a country. */
static size_t drop_repeated(struct news_word *items, size_t count)
{
    size_t kept = 0;
    for (size_t i = 0; i < count; i++)
        if (!kept || strcmp(items[kept - 1].phrase, items[i].phrase) != 0)
            items[kept++] = items[i];
    return kept;
}

struct news_words *news_words_new(const struct country_list *countries)
{
    struct news_words *words = xcalloc(1, sizeof *words);
    size_t names = countries ? (size_t)country_count(countries) : 0;
    words->items = xreallocarray(NULL, ARRAY_LENGTH(built_in) + names, sizeof *words->items);
    memcpy(words->items, built_in, sizeof built_in);
    words->count = ARRAY_LENGTH(built_in);
    qsort(words->items, words->count, sizeof *words->items, compare_words);
    size_t own = words->count;
    for (size_t i = 0; i < names; i++) {
        enum country_kind kind = country_kind(countries, (int)i);
        const char *name = country_name(countries, (int)i);
        struct news_word word = {fold_name(&words->arena, name), WORD_PLACE, name};
        bool is_known = bsearch(&word, words->items, own, sizeof word, compare_words) != NULL;
        if (!is_known && kind != COUNTRY_REMAINDER && kind != COUNTRY_WORLD)
            words->items[words->count++] = word;
    }
    qsort(words->items, words->count, sizeof *words->items, compare_words);
    words->count = drop_repeated(words->items, words->count);
    return words;
}

void news_words_free(struct news_words *words)
{
    if (!words)
        return;
    free(words->items);
    arena_release(&words->arena);
    free(words);
}

/* Returns the first phrase that is not before `text`. */
static size_t lower_bound(const struct news_words *words, struct text text)
{
    size_t low = 0, high = words->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (text_compare(text_of(words->items[middle].phrase), text) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static bool begins(struct text text, const char *phrase)
{
    size_t length = strlen(phrase);
    return length <= text.length && memcmp(text.data, phrase, length) == 0 &&
           (length == text.length || text.data[length] == ' ');
}

const struct news_word *news_words_find(const struct news_words *words, struct text text)
{
    const char *blank = text.length ? memchr(text.data, ' ', text.length) : NULL;
    struct text first = {text.data, blank ? (size_t)(blank - text.data) : text.length};
    const struct news_word *found = NULL;
    for (size_t i = lower_bound(words, first); i < words->count; i++) {
        const char *phrase = words->items[i].phrase;
        if (strncmp(phrase, first.data, first.length) != 0)
            break;
        if (begins(text, phrase) && (!found || strlen(phrase) > strlen(found->phrase)))
            found = &words->items[i];
    }
    return found;
}
