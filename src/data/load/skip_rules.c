/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/load/skip_rules.h"

#include "base/memory.h"
#include "base/short_text.h"
#include "data/csv/header_name.h"
#include "data/value/word_pattern.h"

#include <stdlib.h>

#define KNOWN_BITS 6
#define KNOWN ((size_t)1 << KNOWN_BITS)

/* A cache of the words that a rule has judged, indexed by hash; a new word replaces an old one. */
struct known_word {
    struct short_text bytes; /* not empty, unless the entry is unused */
    uint8_t length;
    bool is_left_out;
};

void skip_rules_check_init(struct skip_rules_check *check, const struct mapping *mapping)
{
    *check = (struct skip_rules_check){.mapping = mapping};
    if (mapping->left_out_count)
        check->known = xcalloc(mapping->left_out_count * KNOWN, sizeof *check->known);
}

void skip_rules_check_release(struct skip_rules_check *check)
{
    free(check->known);
    *check = (struct skip_rules_check){0};
}

static bool leaves_out(const struct left_out *rule, struct text word)
{
    for (size_t i = 0; i < rule->word_count; i++)
        if (word_pattern_fits(text_of(rule->words[i]), word))
            return !rule->is_not;
    return rule->is_not;
}

static struct known_word *known_word_of(struct known_word *known, struct short_text bytes)
{
    return &known[short_text_mix(bytes) >> (64 - KNOWN_BITS)];
}

static bool leaves_out_short(const struct left_out *rule, struct known_word *known,
                             struct text word)
{
    struct short_text bytes = short_text_of_padded(word);
    struct known_word *slot = known_word_of(known, bytes);
    if (slot->length != word.length || !short_text_is_same(slot->bytes, bytes))
        *slot = (struct known_word){bytes, (uint8_t)word.length, leaves_out(rule, word)};
    return slot->is_left_out;
}

bool skip_rules_check_finds(struct skip_rules_check *check, const struct text *fields, size_t *rule)
{
    for (*rule = 0; *rule < check->mapping->left_out_count; ++*rule) {
        const struct left_out *asked = &check->mapping->left_out[*rule];
        struct text word = header_part_of(fields[asked->column], asked->part);
        bool is_short = word.length && word.length <= SHORT_TEXT && !asked->part;
        if (is_short ? leaves_out_short(asked, check->known + *rule * KNOWN, word)
                     : leaves_out(asked, word))
            return true;
    }
    return false;
}
