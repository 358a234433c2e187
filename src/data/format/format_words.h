/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Translates the words of a column by a rule of a format: the context of a translator in a mapping.
 * A word is looked up in the separate file, if the rule names one, then in the rule's own table;
 * then the translations are tried. An unknown country or product stays as written; an unknown
 * period, flow or unit is an error.
 */
#ifndef TRADESCOPE_DATA_FORMAT_FORMAT_WORDS_H
#define TRADESCOPE_DATA_FORMAT_FORMAT_WORDS_H

#include "data/format/format.h"

struct lookup_table;

struct format_words {
    enum field field;
    const struct word_meaning *meanings;
    size_t meaning_count;
    const struct translation *const *translations;
    size_t translation_count;
    struct text prefix; /* goes before each word, with a "-": the year of months; may be empty */
    size_t part;        /* of the cell, see header_part_of(); 0 for the whole */
    const struct lookup_table *beside;    /* NULL for none */
    const struct country_list *countries; /* outlives the mapping; may be NULL */
};

/* Copies one source of a rule to the arena. */
struct format_words *format_words_make(struct arena *arena, enum field field,
                                       const struct field_rule *rule,
                                       const struct field_source *source,
                                       const struct country_list *countries);
/* True if unknown words of the field are kept: countries and products. */
bool format_keeps_unknown(enum field field);
/* True if no word changes by translation. */
bool format_words_are_plain(const struct format_words *words);
/* A translator of mapping.h; the context is a struct format_words. */
bool format_words_translate(struct text word, const void *context, struct buffer *out,
                            struct buffer *reason);
/* The same for a country or product that must be known. */
bool format_words_know(const struct format_words *words, struct text word, struct buffer *out);
/*
 * Appends what the name of a column states; `name` is the normalised one. Returns false if it
 * states nothing.
 */
bool format_words_heading(const struct format_words *words, struct text heading, struct text name,
                          struct buffer *out);

#endif
