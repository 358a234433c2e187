/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The names before an operator, and the messages for unknown ones: the nearest name, or the column
 * that other programs call by that name ("year" is `period` here).
 */
#ifndef TRADESCOPE_QUERY_LANGUAGE_COLUMN_NAMES_H
#define TRADESCOPE_QUERY_LANGUAGE_COLUMN_NAMES_H

#include <stdbool.h>

#include "base/buffer.h"
#include "data/load/dataset.h"
#include "query/language/derived_columns.h"

/* "has" and "is" belong to the language; quote "has" for a column of that name. */
enum own_name { OWN_NONE, OWN_HAS, OWN_IS };
enum own_name column_names_own(struct text name);

const struct query_fact *column_names_find_fact(const struct query_facts *facts, struct text name);
/* Returns NO_COLUMN if there is none of that name. */
size_t column_names_find_column(const struct dataset *dataset, struct text name);
/* Returns the closed set of words of a column; NULL if it takes any text. */
const struct vocabulary *column_names_vocabulary(const struct dataset *dataset, size_t column);
/* Returns the field of the claims file; FIELD_COUNT if the column is none. */
enum field column_names_field(const struct dataset *dataset, size_t column);

/* "no column `yeer`; did you mean `year`?" */
void column_names_explain_unknown(struct buffer *out, const struct dataset *dataset,
                                  const struct query_facts *facts, struct text name);
/* "`imprt` is no flow; did you mean `import`? It takes export, import, ..." */
void column_names_explain_word(struct buffer *out, const struct vocabulary *vocabulary,
                               struct text word);
/* Explains a word that `is:` does not know. */
void column_names_explain_is(struct buffer *out, const struct query_facts *facts, struct text word);
/* True if more typing may complete one of the words. */
bool column_names_is_prefix(const struct vocabulary *vocabulary, struct text word);

/*
 * Enumerates the closed vocabularies of columns; NULL behind the last. *field is the column's
 * field.
 */
const struct vocabulary *column_names_vocabulary_at(size_t index, enum field *field);

#endif
