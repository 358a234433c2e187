/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A sentence ends at a full stop, question or exclamation mark that a blank and a capital follow,
 * unless the stop belongs to an abbreviation, and at the end of a line. In a text with lines of
 * about the same length, where an editor has wrapped paragraphs, a single line end is a blank.
 */
#include "config.h"

#include "extract/sentence.h"

#include "base/array.h"
#include "base/ascii.h"

#include <stdlib.h>
#include <string.h>

#define WRAPPED_LEAST 50 /* bytes of a line that may be wrapped */
#define WRAPPED_MOST 100

static const char *const abbreviations[] = {
    "mr",  "mrs", "ms",   "dr",  "prof", "gen",  "col",    "sen",  "rep", "gov",  "st",  "no",
    "vs",  "rs",  "inc",  "ltd", "co",   "corp", "jan",    "feb",  "mar", "apr",  "jun", "jul",
    "aug", "sep", "sept", "oct", "nov",  "dec",  "approx", "dept", "smt", "shri", "hon", "lt",
};

static bool is_abbreviation(struct text word)
{
    if (word.length == 1)
        return true;
    for (size_t i = 0; i < ARRAY_LENGTH(abbreviations); i++)
        if (text_is_word(word, abbreviations[i]))
            return true;
    return false;
}

/* Returns the word that ends before `end`. */
static struct text word_before(struct text text, size_t end)
{
    size_t start = end;
    while (start > 0 && ascii_is_letter(text.data[start - 1]))
        start--;
    return (struct text){text.data + start, end - start};
}

/* Skips marks that close a quotation or a bracket. */
static size_t skip_closing(struct text text, size_t at)
{
    static const char *const marks[] = {"\"", "'", ")", "]", "\u201d", "\u2019"};
    for (size_t i = 0; i < ARRAY_LENGTH(marks);) {
        size_t length = strlen(marks[i]);
        bool is_mark = text.length - at >= length && memcmp(text.data + at, marks[i], length) == 0;
        at += is_mark ? length : 0;
        i = is_mark ? 0 : i + 1;
    }
    return at;
}

/* Returns where the sentence ends whose mark is at `at`; 0 if it does not end there. */
static size_t end_at_mark(struct text text, size_t at)
{
    char mark = text.data[at];
    if (mark != '.' && mark != '!' && mark != '?')
        return 0;
    size_t end = skip_closing(text, at + 1), next = end;
    while (next < text.length && ascii_is_blank(text.data[next]))
        next++;
    if (next == text.length)
        return end;
    char sign = text.data[next];
    bool is_start = !ascii_is_letter(sign) ? sign != ',' && sign != ';' : ascii_lower(sign) != sign;
    if (next == end || !is_start)
        return 0;
    struct text word = word_before(text, at);
    bool is_inside = at > word.length && text.data[at - word.length - 1] == '.';
    if (mark == '.' && (is_abbreviation(word) || (is_inside && word.length)))
        return 0;
    return end;
}

/* True if an editor wrapped the paragraphs: most lines but the last of each are of one width. */
static bool is_wrapped(struct text text)
{
    size_t wrapped = 0, others = 0, start = 0;
    for (size_t i = 0; i <= text.length; i++) {
        if (i < text.length && text.data[i] != '\n')
            continue;
        size_t length = i - start;
        bool is_followed = i + 1 < text.length && text.data[i + 1] != '\n';
        if (length > WRAPPED_MOST || (is_followed && length && length < WRAPPED_LEAST))
            others++;
        else if (is_followed && length >= WRAPPED_LEAST)
            wrapped++;
        start = i + 1;
    }
    return wrapped > 3 * others;
}

static void add_sentence(struct sentence_list *list, struct text text, size_t start, size_t end,
                         size_t paragraph)
{
    struct text part = text_trim((struct text){text.data + start, end - start});
    if (!part.length)
        return;
    start = (size_t)(part.data - text.data);
    ARRAY_RESERVE(list->items, list->count + 1, list->capacity);
    list->items[list->count++] = (struct sentence){start, start + part.length, paragraph};
}

/* Returns the end of the line or wrapped paragraph that starts at `start`. */
static size_t find_block(struct text text, size_t start, bool wrapped)
{
    size_t at = start;
    for (; at < text.length; at++) {
        if (text.data[at] != '\n')
            continue;
        size_t next = at + 1;
        while (next < text.length && (text.data[next] == ' ' || text.data[next] == '\r'))
            next++;
        bool is_end = next >= text.length || text.data[next] == '\n';
        if (!wrapped || is_end || at - start < 1)
            break;
    }
    return at;
}

void sentence_list_make(struct sentence_list *list, struct text article)
{
    *list = (struct sentence_list){0};
    bool wrapped = is_wrapped(article);
    size_t paragraph = 0;
    for (size_t start = 0; start < article.length;) {
        size_t end = start ? find_block(article, start, wrapped) : find_block(article, 0, false);
        struct text block = {article.data, end};
        size_t from = start;
        for (size_t at = start; at < end; at++) {
            size_t stop = end_at_mark(block, at);
            if (!stop)
                continue;
            add_sentence(list, article, from, stop, paragraph);
            from = stop;
            at = stop - 1;
        }
        add_sentence(list, article, from, end, paragraph);
        paragraph++;
        start = end + 1;
    }
}

void sentence_list_release(struct sentence_list *list)
{
    free(list->items);
    *list = (struct sentence_list){0};
}
