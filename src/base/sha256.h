/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SHA-256 of a file, FIPS 180-4, so that a reader can tell if it is the same file. */
#ifndef TRADESCOPE_BASE_SHA256_H
#define TRADESCOPE_BASE_SHA256_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define SHA256_HEX 65 /* 64 digits and a NUL */

struct sha256 {
    uint32_t state[8];
    uint64_t bytes;
    unsigned char block[64];
};

void sha256_start(struct sha256 *sha);
void sha256_add(struct sha256 *sha, const void *bytes, size_t length);
void sha256_end(struct sha256 *sha, char hex[SHA256_HEX]);
/* Returns false if it is no regular file or cannot be read. */
bool sha256_of_file(const char *path, char hex[SHA256_HEX]);

#endif
