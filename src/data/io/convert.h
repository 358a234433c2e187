/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Text in other encodings, converted to UTF-8 as a whole by iconv.
 */
#ifndef TRADESCOPE_DATA_IO_CONVERT_H
#define TRADESCOPE_DATA_IO_CONVERT_H

#include <stdbool.h>

#include "base/buffer.h"
#include "base/error.h"

/* Returns true if iconv knows the encoding; "WINDOWS-1251", "ISO-8859-2", "GB18030", "UTF-16". */
bool convert_knows(const char *encoding);
/*
 * Replaces the bytes by the same text in UTF-8, without a byte order mark. Returns false with the
 * reason, as it continues the name of the file, if they are not text in that encoding.
 */
bool convert_to_utf8(struct buffer *bytes, const char *encoding, struct error *error);

#endif
