/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The SHA-256 of some bytes, as in FIPS 180-4. */
#ifndef TRADESCOPE_BASE_SHA256_H
#define TRADESCOPE_BASE_SHA256_H

#include "base/buffer.h"
#include "base/text.h"

/* Appends 64 hexadecimal digits. */
void sha256_write(struct buffer *out, struct text bytes);

#endif
