/* SPDX-License-Identifier: GPL-3.0-or-later */
/* UTF-8, or the CP1252 of older office programs. */
#ifndef TRADESCOPE_DATA_IO_ENCODING_H
#define TRADESCOPE_DATA_IO_ENCODING_H

#include <stdbool.h>

#include "base/text.h"

enum encoding { ENCODING_UTF8, ENCODING_CP1252 };

/* True if the bytes are UTF-8. With `is_cut_behind` the last character may be incomplete. */
bool encoding_is_utf8(struct text bytes, bool is_cut_behind);
/* Detects the encoding. Invalid sequences are rare in UTF-8 and frequent in any other encoding. */
enum encoding encoding_recognise(struct text bytes);

#endif
