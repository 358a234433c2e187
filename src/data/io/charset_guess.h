/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Guesses the encoding of text that is not UTF-8, by uchardet. The library is loaded when first
 * needed, as most files are UTF-8.
 */
#ifndef TRADESCOPE_DATA_IO_CHARSET_GUESS_H
#define TRADESCOPE_DATA_IO_CHARSET_GUESS_H

#include <stdbool.h>

#include "base/buffer.h"
#include "base/text.h"

/*
 * Appends the name of the likely encoding, as iconv knows it. Returns false if there is no guess,
 * or the library cannot be loaded.
 */
bool charset_guess(struct buffer *out, struct text bytes);

#endif
