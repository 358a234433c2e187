/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * UTF-8, or the CP1252 of older office programs.
 */
#ifndef TRADESCOPE_DATA_ENCODING_H
#define TRADESCOPE_DATA_ENCODING_H

#include <stdbool.h>

#include "base/text.h"

enum encoding { ENCODING_UTF8, ENCODING_CP1252 };

bool encoding_is_ascii(struct text bytes);
/*
 * What a piece of a file is written in. Broken sequences are rare in UTF-8, and the rule in
 * anything else. A character that may be cut at an end of the piece counts for neither.
 */
enum encoding encoding_recognise(struct text bytes, bool is_cut_before, bool is_cut_behind);

#endif
