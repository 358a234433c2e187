/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The filter language, tradescope(7): parsed once against the columns of a data set, printed back
 * in its own words.
 *
 *     flow:import value>=5bn                juxtaposition means AND
 *     period>=FY2022-23 (partner:russia or partner:china)
 *     not kind:event   source:000,003       negation (also -kind:event, !kind:event), lists
 *     product:2709..2710  date:2024-07      ranges; a period test holds for what lies within
 *     "good dynamics"  oil                  text in any column
 *     /thr(ee|ice)fold/i  quote~/oil/       regular expressions; flags i c s m x
 *     has:quote  is:target  agree:conflict  what is stated, and facts that the program works out
 *
 * What each operator means for each kind of column stands in meaning.h, numbers with units in
 * quantity.h, words and quotation marks in lexer.h.
 */
#ifndef TRADESCOPE_QUERY_LANGUAGE_EXPRESSION_H
#define TRADESCOPE_QUERY_LANGUAGE_EXPRESSION_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "base/text.h"
#include "data/load/dataset.h"
#include "query/language/derived_columns.h"

struct expression;

/* Where and why a text is no expression. */
struct query_error {
    size_t at, end;     /* bytes of the source that are to blame */
    char *text;         /* owned: the reason and what to write instead, without the place */
    bool is_unfinished; /* the end of the source came too early: more typing may mend it */
};
void query_error_release(struct query_error *error);
/* The source, a caret line below it and the reason: three lines, for a terminal. */
void query_error_format(struct buffer *out, struct text source, const struct query_error *error);

/*
 * NULL where the text is no expression. An empty text gives an expression that holds for every row.
 * Columns are those of the data set, which must outlive the expression.
 */
struct expression *expression_parse(struct text source, const struct dataset *dataset,
                                    struct query_error *error);
/* The same with facts, which must outlive the expression and may be NULL. */
struct expression *expression_parse_with_facts(struct text source, const struct dataset *dataset,
                                               const struct query_facts *facts,
                                               struct query_error *error);
void expression_free(struct expression *expression);
/* Parses back to an equal expression. */
void expression_format(struct buffer *out, const struct expression *expression);
bool expression_is_equal(const struct expression *a, const struct expression *b);
bool expression_is_empty(const struct expression *expression);
/* A test of it asks for a fact, so that the codes of the facts are needed to evaluate it. */
bool expression_asks_facts(const struct expression *expression);
/* The first column that it asks for and the file lacks: that neither stands there nor follows from
 * it (as the period does from a column `t`). NULL where it can be asked of the rows. */
const char *expression_absent_column(const struct expression *expression);
/* Appends those tests that must all hold and ask for no other columns than these fields (bits), as
 * an expression; nothing where there are none. */
void expression_write_conjuncts(struct buffer *out, const struct expression *expression,
                                unsigned fields);
/* Appends a value as the language writes it: quoted where it is no bare word. */
void expression_format_value(struct buffer *out, struct text value);
/* Appends the expression `column=text` (or its negation) as source text, quoted as needed. */
void expression_format_test(struct buffer *out, const char *column, struct text value,
                            bool is_negated);

#endif
