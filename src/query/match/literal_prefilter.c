/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Parses as much of a regular expression as is certain, and gives up on the rest: a missing
 * requirement costs time, a wrong one would lose rows.
 */
#include "config.h"

#include "query/match/literal_prefilter.h"

#include "base/ascii.h"
#include "base/buffer.h"

#include <string.h>

#define LEAST_LETTERS 2
#define NOT_UNDERSTOOD ((size_t)-1)

struct reading {
    struct text source;
    bool folds;
    size_t least;       /* letters that a requirement needs */
    struct buffer run;  /* consecutive letters, so far */
    struct buffer best; /* the longest run of the alternative */
    size_t last;        /* start of the last character of the run */
    struct literal_prefilter required;
};

static void end_run(struct reading *reading)
{
    if (reading->run.length > reading->best.length) {
        buffer_truncate(&reading->best, 0);
        buffer_append_text(&reading->best, buffer_text(&reading->run));
    }
    buffer_truncate(&reading->run, 0);
    reading->last = 0;
}

/* True if only this byte matches it, or this and the letter of the other case. */
static bool stands_for_itself(const struct reading *reading, char byte)
{
    return !reading->folds || ((unsigned char)byte < 0x80 && !strchr("kKsS", byte));
}

static void take_letter(struct reading *reading, char byte)
{
    if (!byte || !stands_for_itself(reading, byte)) {
        end_run(reading);
        return;
    }
    if (((unsigned char)byte & 0xC0) != 0x80)
        reading->last = reading->run.length;
    buffer_putc(&reading->run, byte);
}

/* Drops the last letter, which is optional. */
static void drop_letter(struct reading *reading)
{
    buffer_truncate(&reading->run, reading->last);
    end_run(reading);
}

/* Returns false if there are too many alternatives, or this one requires nothing. */
static bool end_alternative(struct reading *reading)
{
    struct literal_prefilter *required = &reading->required;
    end_run(reading);
    if (reading->best.length < reading->least || required->count == MOST_REQUIRED)
        return false;
    substring_init(&required->needles[required->count++], buffer_text(&reading->best),
                   reading->folds);
    buffer_truncate(&reading->best, 0);
    return true;
}

static char byte_at(const struct reading *reading, size_t at)
{
    return at < reading->source.length ? reading->source.data[at] : '\0';
}

/* True for escapes of classes and positions: \d, \b. */
static bool is_plain_escape(char letter)
{
    return letter && strchr("dDwWsShHvVRbBAzZtnrfea", letter);
}

static size_t skip_escape(struct reading *reading, size_t at)
{
    char letter = byte_at(reading, at + 1);
    if (is_plain_escape(letter))
        end_run(reading);
    else if (letter && (unsigned char)letter < 0x80 &&
             !(ascii_is_digit(letter) || ascii_is_letter(letter)))
        take_letter(reading, letter);
    else
        return NOT_UNDERSTOOD;
    return at + 2;
}

/* Returns the position behind the ] of a class that starts at `at`. */
static size_t skip_class(const struct reading *reading, size_t at)
{
    at += byte_at(reading, at + 1) == '^' ? 2 : 1;
    at += byte_at(reading, at) == ']';
    for (char byte; (byte = byte_at(reading, at)) != ']'; at++) {
        if (!byte)
            return NOT_UNDERSTOOD;
        if (byte == '[' && strchr(":.=", byte_at(reading, at + 1)))
            return NOT_UNDERSTOOD;
        if (byte == '\\' && strchr("QE", byte_at(reading, ++at)))
            return NOT_UNDERSTOOD;
    }
    return at + 1;
}

/* Returns the position behind the ) of a group that starts at `at`. Its content is not used. */
static size_t skip_group(const struct reading *reading, size_t at)
{
    for (size_t depth = 0; at < reading->source.length;) {
        char byte = byte_at(reading, at), next = byte_at(reading, at + 1);
        if (byte == '[') {
            at = skip_class(reading, at);
            if (at == NOT_UNDERSTOOD)
                return at;
            continue;
        }
        if (byte == '(' && (next == '*' || (next == '?' && byte_at(reading, at + 2) != ':')))
            return NOT_UNDERSTOOD;
        if (byte == '\\' && (!next || strchr("QEK", next)))
            return NOT_UNDERSTOOD;
        depth += byte == '(';
        depth -= byte == ')';
        at += byte == '\\' ? 2 : 1;
        if (depth == 0)
            return at;
    }
    return NOT_UNDERSTOOD;
}

/* Skips {2,3} behind a letter: a quantifier has only digits, commas and blanks. */
static size_t skip_braces(struct reading *reading, size_t at)
{
    drop_letter(reading);
    size_t end = at + 1;
    while (byte_at(reading, end) && strchr("0123456789, ", byte_at(reading, end)))
        end++;
    return byte_at(reading, end) == '}' ? end + 1 : at + 1;
}

/* Parses the element at `at`. Returns the position of the next. */
static size_t read_on(struct reading *reading, size_t at)
{
    char byte = byte_at(reading, at);
    switch (byte) {
    case '\\':
        return skip_escape(reading, at);
    case '[':
        end_run(reading);
        return skip_class(reading, at);
    case '(':
        end_run(reading);
        return skip_group(reading, at);
    case '{':
        return skip_braces(reading, at);
    case '*':
    case '?':
        drop_letter(reading);
        return at + 1;
    case '+':
    case '^':
    case '$':
    case '.':
        end_run(reading);
        return at + 1;
    case '|':
        return end_alternative(reading) ? at + 1 : NOT_UNDERSTOOD;
    case ')':
        return NOT_UNDERSTOOD;
    default:
        take_letter(reading, byte);
        return at + 1;
    }
}

struct literal_prefilter literal_prefilter_of_regular(struct text source, bool folds)
{
    struct reading reading = {.source = source, .folds = folds, .least = LEAST_LETTERS};
    size_t at = 0;
    while (at < source.length)
        at = read_on(&reading, at);
    if (at == NOT_UNDERSTOOD || !end_alternative(&reading))
        literal_prefilter_release(&reading.required);
    buffer_release(&reading.run);
    buffer_release(&reading.best);
    return reading.required;
}

struct literal_prefilter literal_prefilter_of_literal(struct text literal, bool folds,
                                                      const char *apart)
{
    struct reading reading = {.source = literal, .folds = folds, .least = 1};
    bool is_all = true;
    for (size_t i = 0; i < literal.length; i++) {
        char byte = literal.data[i];
        bool is_apart = !byte || strchr(apart, byte) || !stands_for_itself(&reading, byte);
        is_all &= !is_apart;
        if (is_apart)
            end_run(&reading);
        else
            buffer_putc(&reading.run, byte);
    }
    if (end_alternative(&reading))
        reading.required.is_all = is_all;
    buffer_release(&reading.run);
    buffer_release(&reading.best);
    return reading.required;
}

void literal_prefilter_release(struct literal_prefilter *required)
{
    for (size_t i = 0; i < required->count; i++)
        substring_release(&required->needles[i]);
    *required = (struct literal_prefilter){0};
}

uint64_t literal_prefilter_select(const struct literal_prefilter *required,
                                  const struct text *texts, uint64_t among)
{
    uint64_t found = required->count ? 0 : among;
    for (size_t i = 0; i < required->count; i++)
        found |= substring_select(&required->needles[i], texts, among & ~found);
    return found;
}

static bool is_of_number(char byte)
{
    bool is_letter = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
    return !is_letter || byte == 'e' || byte == 'E';
}

bool literal_prefilter_may_be_in_number(const struct literal_prefilter *required)
{
    for (size_t i = 0; i < required->count; i++) {
        const struct substring *substring = &required->needles[i];
        size_t known = 0;
        while (known < substring->length && is_of_number(substring->bytes[known]))
            known++;
        if (known == substring->length)
            return true;
    }
    return required->count == 0;
}
