/* SPDX-License-Identifier: GPL-3.0-or-later */
/* State shared by the parts of the parser of format files: the current line, and the format. */
#ifndef TRADESCOPE_DATA_FORMAT_FORMAT_PARSER_H
#define TRADESCOPE_DATA_FORMAT_FORMAT_PARSER_H

#include "data/format/format.h"
#include "data/format/format_line.h"

struct format_parser {
    struct format *format;
    struct format_line line;
    size_t number; /* of the line, from 1 */
    enum field
        field; /* the field whose table the indented lines continue; FIELD_COUNT if there is none */
    bool is_lost; /* the statement above was not understood, so its indented lines are skipped */
    struct buffer reason;
    struct problem_list *problems;
};

/* Sets the reason. Always returns false. */
bool format_parser_refuse(struct format_parser *parser, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/* Copies the text to the format's arena. */
struct text format_parser_keep(struct format_parser *parser, struct text text);
/* The same, normalised as the name of a column. */
struct text format_parser_keep_name(struct format_parser *parser, struct text name);
/* Appends a word to the list. */
void format_parser_add(struct format_parser *parser, struct word_list *list, struct text word);
/* Parses a name, or several separated by "|". Returns false with the reason if there is none. */
bool format_parser_names(struct format_parser *parser, struct word_list *names);
/* Takes the rest of the line: without quotes if it is one word, else as written. */
struct text format_parser_phrase(struct format_parser *parser);

/* Parses "is ..." or "from ..." behind the name of a field. */
bool format_parse_field(struct format_parser *parser, enum field field);
/* Parses "melt FIELD ...". */
bool format_parse_melt(struct format_parser *parser);
/* Parses an indented line: "WORD... = MEANING". */
bool format_parse_meaning(struct format_parser *parser);

#endif
