/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * State shared by the parts of the parser of --map: the format under construction, and the current
 * entry.
 */
#ifndef TRADESCOPE_DATA_FORMAT_COLUMN_MAP_PARSER_H
#define TRADESCOPE_DATA_FORMAT_COLUMN_MAP_PARSER_H

#include "base/error.h"
#include "data/format/format.h"

struct map_parser {
    struct format *wish;
    struct text rest;
    struct text scale, unit;
    struct error *error;
};

/* The text in the arena of the wish. */
struct text map_parser_keep(struct map_parser *parser, struct text text);
/* The same, normalised as the name of a column. */
struct text map_parser_keep_name(struct map_parser *parser, struct text name);
/* Appends a word, which is kept already, to a list. */
void map_parser_append(struct map_parser *parser, struct word_list *list, struct text word);
/* The part of `*rest` before the next `sign` or the end, which is taken off with the sign. */
struct text map_parser_part(struct text *rest, char sign);

/* How the usual words of a field are translated, or by the one that is named. */
void map_parser_translate(struct map_parser *parser, enum field field,
                          const struct translation *named, struct field_source *source);
/* Removes ":fiscal-year" from the end of a column name; returns NULL if there is none. */
const struct translation *map_parser_translation(struct text *word);

/*
 * Parses an entry that is not about a field: how the file is written, and which records and columns
 * count.
 */
typedef bool map_statement(struct map_parser *parser, struct text key, struct text word);
/* NULL where the key is the name of none. */
map_statement *map_statement_find(struct text key);
/* Records that state no value of exports or imports, as the text of their flow says. */
void map_leave_out_others(struct map_parser *parser, struct text flow_column);

#endif
