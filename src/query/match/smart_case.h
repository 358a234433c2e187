/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Smart case: what is written without capital letters finds letters of either case.
 */
#ifndef TRADESCOPE_QUERY_MATCH_SMART_CASE_H
#define TRADESCOPE_QUERY_MATCH_SMART_CASE_H

#include <stdbool.h>

#include "base/text.h"

bool smart_case_folds_literal(struct text literal);
/* Of a regular expression the letters count that are searched for: not those of \D or \p{Lu}. */
bool smart_case_folds_regular(struct text source);

#endif
