/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/sha256.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#define SHA256_BLOCK ((size_t)64)
#define SHA256_WORDS 8

static const uint32_t round_constants[] = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

static uint32_t rotate(uint32_t word, unsigned count)
{
    return word >> count | word << (32 - count);
}

static void extend(uint32_t words[SHA256_BLOCK], const unsigned char *block)
{
    for (size_t i = 0; i < 16; i++)
        words[i] = (uint32_t)block[4 * i] << 24 | (uint32_t)block[4 * i + 1] << 16 |
                   (uint32_t)block[4 * i + 2] << 8 | block[4 * i + 3];
    for (size_t i = 16; i < SHA256_BLOCK; i++) {
        uint32_t a = words[i - 15], b = words[i - 2];
        words[i] = words[i - 16] + (rotate(a, 7) ^ rotate(a, 18) ^ a >> 3) + words[i - 7] +
                   (rotate(b, 17) ^ rotate(b, 19) ^ b >> 10);
    }
}

static void add_block(uint32_t state[SHA256_WORDS], const unsigned char *block)
{
    uint32_t words[SHA256_BLOCK], s[SHA256_WORDS];
    extend(words, block);
    memcpy(s, state, sizeof s);
    for (size_t i = 0; i < SHA256_BLOCK; i++) {
        uint32_t choice = (s[4] & s[5]) ^ (~s[4] & s[6]);
        uint32_t majority = (s[0] & s[1]) ^ (s[0] & s[2]) ^ (s[1] & s[2]);
        uint32_t one = s[7] + (rotate(s[4], 6) ^ rotate(s[4], 11) ^ rotate(s[4], 25)) + choice +
                       round_constants[i] + words[i];
        uint32_t two = (rotate(s[0], 2) ^ rotate(s[0], 13) ^ rotate(s[0], 22)) + majority;
        memmove(s + 1, s, (SHA256_WORDS - 1) * sizeof *s);
        s[4] += one;
        s[0] = one + two;
    }
    for (size_t i = 0; i < SHA256_WORDS; i++)
        state[i] += s[i];
}

static const uint32_t first_state[SHA256_WORDS] = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                                   0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};

/* Adds whole blocks, and returns their length. */
static size_t add_blocks(uint32_t state[SHA256_WORDS], struct text bytes)
{
    size_t whole = bytes.length / SHA256_BLOCK * SHA256_BLOCK;
    for (size_t i = 0; i < whole; i += SHA256_BLOCK)
        add_block(state, (const unsigned char *)bytes.data + i);
    return whole;
}

/* Adds the rest, which is less than a block, and the length of all; then appends the digits. */
static void finish(struct buffer *out, uint32_t state[SHA256_WORDS], struct text rest,
                   uint64_t bytes)
{
    unsigned char last[2 * SHA256_BLOCK] = {0};
    if (rest.length)
        memcpy(last, rest.data, rest.length);
    last[rest.length] = 0x80;
    size_t length = rest.length + 9 <= SHA256_BLOCK ? SHA256_BLOCK : 2 * SHA256_BLOCK;
    for (size_t i = 0; i < 8; i++)
        last[length - 1 - i] = (unsigned char)(bytes * 8 >> 8 * i);
    for (size_t i = 0; i < length; i += SHA256_BLOCK)
        add_block(state, last + i);
    for (size_t i = 0; i < SHA256_WORDS; i++)
        buffer_printf(out, "%08x", state[i]);
}

void sha256_write(struct buffer *out, struct text bytes)
{
    uint32_t state[SHA256_WORDS];
    memcpy(state, first_state, sizeof state);
    size_t whole = add_blocks(state, bytes);
    finish(out, state, (struct text){bytes.data + whole, bytes.length - whole}, bytes.length);
}

static bool write_stream(struct buffer *out, FILE *stream)
{
    char piece[1024 * SHA256_BLOCK];
    uint32_t state[SHA256_WORDS];
    uint64_t bytes = 0;
    size_t length;
    memcpy(state, first_state, sizeof state);
    do { /* only the last piece may be shorter */
        length = fread(piece, 1, sizeof piece, stream);
        bytes += length;
        if (length == sizeof piece)
            add_blocks(state, (struct text){piece, length});
    } while (length == sizeof piece);
    if (ferror(stream))
        return false;
    size_t whole = add_blocks(state, (struct text){piece, length});
    finish(out, state, (struct text){piece + whole, length - whole}, bytes);
    return true;
}

bool sha256_write_file(struct buffer *out, const char *path)
{
    struct stat status;
    if (stat(path, &status) != 0 || !S_ISREG(status.st_mode))
        return false;
    FILE *stream = fopen(path, "re");
    bool is_read = stream && write_stream(out, stream);
    if (stream)
        fclose(stream);
    return is_read;
}
