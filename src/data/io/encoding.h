/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * UTF-8, or the CP1252 of older office programs.
 */
#ifndef TRADESCOPE_DATA_IO_ENCODING_H
#define TRADESCOPE_DATA_IO_ENCODING_H

#include <stdbool.h>

#include "base/text.h"

enum encoding { ENCODING_UTF8, ENCODING_CP1252 };

/* Whether all is UTF-8, but for a character that may be cut at the end. */
bool encoding_is_utf8(struct text bytes, bool is_cut_behind);
/* What a text is written in. Broken sequences are rare in UTF-8, and the rule in anything else. */
enum encoding encoding_recognise(struct text bytes);

#endif
