/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The names that may stand in front of an operator, and what is said of those that mean nothing:
 * the nearest name, or the name of what other programs call so ("year" is `period` here).
 */
#ifndef TRADESCOPE_QUERY_LANGUAGE_COLUMN_NAMES_H
#define TRADESCOPE_QUERY_LANGUAGE_COLUMN_NAMES_H

#include <stdbool.h>

#include "base/buffer.h"
#include "data/load/dataset.h"
#include "query/language/derived_columns.h"

/* "has" and "is" belong to the language; a column of that name is reached by "has" in quotes. */
enum own_name { OWN_NONE, OWN_HAS, OWN_IS };
enum own_name column_names_own(struct text name);

const struct query_fact *column_names_find_fact(const struct query_facts *facts, struct text name);
/* NO_COLUMN where none has that name. */
size_t column_names_find_column(const struct dataset *dataset, struct text name);
/* The closed set of words of a column; NULL where it takes any. */
const struct vocabulary *column_names_vocabulary(const struct dataset *dataset, size_t column);
/* Where the column is a field of the claims file; FIELD_COUNT where it is none. */
enum field column_names_field(const struct dataset *dataset, size_t column);

/* "no column `yeer`; did you mean `year`?" */
void column_names_explain_unknown(struct buffer *out, const struct dataset *dataset,
                                  const struct query_facts *facts, struct text name);
/* "`imprt` is no flow; did you mean `import`? It takes export, import, ..." */
void column_names_explain_word(struct buffer *out, const struct vocabulary *vocabulary,
                               struct text word);
/* What `is:` knows nothing of. */
void column_names_explain_is(struct buffer *out, const struct query_facts *facts, struct text word);
/* Whether more typing may make one of the words of it. */
bool column_names_is_prefix(const struct vocabulary *vocabulary, struct text word);

/* The closed vocabularies of columns, numbered; NULL behind the last. *field is the column's. */
const struct vocabulary *column_names_vocabulary_at(size_t index, enum field *field);

#endif
