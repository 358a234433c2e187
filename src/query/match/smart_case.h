/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Smart case: a pattern without capital letters ignores case. */
#ifndef TRADESCOPE_QUERY_MATCH_SMART_CASE_H
#define TRADESCOPE_QUERY_MATCH_SMART_CASE_H

#include <stdbool.h>

#include "base/text.h"

bool smart_case_folds_literal(struct text literal);
/* In a regular expression only letters that are searched for count, not those of \D or \p{Lu}. */
bool smart_case_folds_regular(struct text source);

#endif
