/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the parts of the parser of format files share: the line at hand, and where its words go.
 */
#ifndef TRADESCOPE_DATA_FORMAT_FORMAT_PARSER_H
#define TRADESCOPE_DATA_FORMAT_FORMAT_PARSER_H

#include "data/format/format.h"
#include "data/format/format_line.h"

struct format_parser {
    struct format *format;
    struct format_line line;
    size_t number;    /* of the line, from 1 */
    enum field field; /* whose table the indented lines are; FIELD_COUNT for none */
    bool is_lost;     /* the statement above was not understood, nor can its indented lines be */
    struct buffer reason;
    struct problem_list *problems;
};

/* Sets the reason; always false. */
bool format_parser_refuse(struct format_parser *parser, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/* The text in the format's arena. */
struct text format_parser_keep(struct format_parser *parser, struct text text);
/* The same, normalised as a name of a column. */
struct text format_parser_keep_name(struct format_parser *parser, struct text name);
/* Words up to a sign or the end, appended to the list. */
void format_parser_add(struct format_parser *parser, struct word_list *list, struct text word);
/* A name, or several parted by "|". False with the reason where there is none. */
bool format_parser_names(struct format_parser *parser, struct word_list *names);
/* What is left of the line: as one word without its quotes, else as written. */
struct text format_parser_phrase(struct format_parser *parser);

/* "is ...", "from ..." behind the name of a field. */
bool format_parse_field(struct format_parser *parser, enum field field);
/* "melt FIELD ...". */
bool format_parse_melt(struct format_parser *parser);
/* An indented line: "WORD... = MEANING". */
bool format_parse_meaning(struct format_parser *parser);

#endif
