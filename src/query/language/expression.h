/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The filter language, tradescope(7). An expression is parsed once for the columns of a data set,
 * and can be printed in the language.
 *
 *     flow:import value>=5bn                juxtaposition means AND
 *     period>=FY2022-23 (partner:russia or partner:china)
 *     not kind:event   source:000,003       negation (also -kind:event, !kind:event), lists
 *     product:2709..2710  date:2024-07      ranges; a period test holds for what lies within
 *     "good dynamics"  oil                  text in any column
 *     /thr(ee|ice)fold/i  quote~/oil/       regular expressions; flags i c s m x
 *     has:quote  is:target  agree:conflict  what is stated, and facts that the program works out
 *
 * The meaning of operators for each kind of column is in semantics.h, numbers with units in
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

/* Why a text is not an expression. */
struct query_error {
    size_t at, end;     /* range of bytes of the source that is wrong */
    char *text;         /* owned: the reason and the remedy, without the place */
    bool is_unfinished; /* the source ended too early: more typing may complete it */
};
void query_error_release(struct query_error *error);
/* Appends three lines for a terminal: the source, a caret below it, and the reason. */
void query_error_format(struct buffer *out, struct text source, const struct query_error *error);

/*
 * Returns NULL if the text is not an expression. An empty text holds for every row. The data set
 * must outlive the expression.
 */
struct expression *expression_parse(struct text source, const struct dataset *dataset,
                                    struct query_error *error);
/* The same with facts, which must outlive the expression and may be NULL. */
struct expression *expression_parse_with_facts(struct text source, const struct dataset *dataset,
                                               const struct query_facts *facts,
                                               struct query_error *error);
void expression_free(struct expression *expression);
bool expression_is_empty(const struct expression *expression);
/* True if it tests a fact, so that the codes of the facts must be computed first. */
bool expression_asks_facts(const struct expression *expression);
/*
 * Returns the first column in the expression that the file lacks and that is not derived from
 * another (as the period from a column `t`); NULL if there is none.
 */
const char *expression_absent_column(const struct expression *expression);
/*
 * Appends the tests that must all hold and use only these fields (bits), as an expression; nothing
 * if there are none.
 */
void expression_write_conjuncts(struct buffer *out, const struct expression *expression,
                                unsigned fields);
/* Appends a value in the language, quoted unless it is a bare word. */
void expression_format_value(struct buffer *out, struct text value);
/* Appends the expression `column=text` (or its negation), quoted as needed. */
void expression_format_test(struct buffer *out, const char *column, struct text value,
                            bool is_negated);

#endif
