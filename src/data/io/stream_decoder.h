/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Converts bytes in another encoding to UTF-8 piece by piece, by iconv. */
#ifndef TRADESCOPE_DATA_IO_STREAM_DECODER_H
#define TRADESCOPE_DATA_IO_STREAM_DECODER_H

#include <stdbool.h>
#include <sys/types.h>

#include "base/error.h"
#include "base/text.h"

struct stream_decoder;

/* How a file is read that is not UTF-8. */
struct stream_encoding {
    char name[32];
    bool is_guess;
};

/*
 * Finds the encoding by the first bytes: UTF-16 by its mark, or the guess of uchardet if it is one
 * of another script than Latin. Guesses between Latin alphabets are too often wrong: those bytes
 * are read as Windows-1252, and it is said. Returns false if the bytes are to be read as they are.
 */
bool stream_encoding_find(struct text head, struct stream_encoding *encoding);

/* Returns NULL if iconv does not know the encoding. `first` is converted before other bytes. */
struct stream_decoder *stream_decoder_new(const char *encoding, struct text first);
void stream_decoder_free(struct stream_decoder *decoder);

/* Reads more bytes: their number, 0 at the end, -1 with the reason. */
typedef ssize_t stream_reader(void *context, char *to, size_t size, struct error *error);
/*
 * Returns the next bytes of UTF-8, as the reader does. An error is set at a sequence that is none
 * in the encoding, after all before it was returned.
 */
ssize_t stream_decoder_next(struct stream_decoder *decoder, stream_reader *read, void *context,
                            char *to, size_t size, struct error *error);

#endif
