/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The SHA-256 of some bytes, as in FIPS 180-4. */
#ifndef TRADESCOPE_BASE_SHA256_H
#define TRADESCOPE_BASE_SHA256_H

#include <stdbool.h>

#include "base/buffer.h"
#include "base/text.h"

/* Appends 64 hexadecimal digits. */
void sha256_write(struct buffer *out, struct text bytes);
/* The same for a file, piece by piece. Returns false if it is no regular file or cannot be read. */
bool sha256_write_file(struct buffer *out, const char *path);

#endif
