/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text of a web page, one line for each block, without scripts, styles and drawings. */
#ifndef TRADESCOPE_DATA_IO_WEB_TEXT_H
#define TRADESCOPE_DATA_IO_WEB_TEXT_H

#include <stdbool.h>

#include "base/buffer.h"
#include "base/error.h"
#include "base/text.h"

/*
 * Appends the text of a page in UTF-8; its title is the first line. Returns false with a reason,
 * which continues the name of the page.
 */
bool web_text_read(struct buffer *out, struct text page, struct error *error);

#endif
