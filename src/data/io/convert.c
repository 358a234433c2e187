/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/io/convert.h"

#include <errno.h>
#include <iconv.h>
#include <string.h>

#define PIECE ((size_t)64 * 1024)
#define MARK "\xEF\xBB\xBF"

bool convert_knows(const char *encoding)
{
    iconv_t descriptor = iconv_open("UTF-8", encoding);
    if (descriptor == (iconv_t)-1)
        return false;
    iconv_close(descriptor);
    return true;
}

/* Returns false at a sequence that is none in the encoding; *rest starts there. */
static bool convert(iconv_t descriptor, struct text *rest, struct buffer *out)
{
    char piece[PIECE];
    while (rest->length) {
        char *from, *to = piece;
        memcpy(&from, &rest->data, sizeof from); /* iconv() takes no const, and changes nothing */
        size_t left = rest->length, room = sizeof piece;
        size_t result = iconv(descriptor, &from, &left, &to, &room);
        buffer_append(out, piece, sizeof piece - room);
        *rest = (struct text){from, left};
        if (result == (size_t)-1 && errno != E2BIG)
            return false;
    }
    return true;
}

bool convert_to_utf8(struct buffer *bytes, const char *encoding, struct error *error)
{
    struct buffer out = {0};
    struct text rest = buffer_text(bytes);
    iconv_t descriptor = iconv_open("UTF-8", encoding);
    if (descriptor == (iconv_t)-1)
        return error_set(error, "cannot be read as %s, an encoding that is not known here",
                         encoding);
    bool is_done = convert(descriptor, &rest, &out);
    iconv_close(descriptor);
    if (!is_done) {
        error_set(error, "is not %s: byte %zu is none of its characters; name another encoding",
                  encoding, bytes->length - rest.length + 1);
        buffer_release(&out);
        return false;
    }
    buffer_release(bytes);
    struct text text = buffer_text(&out);
    if (text.length >= strlen(MARK) && memcmp(text.data, MARK, strlen(MARK)) == 0)
        buffer_append(bytes, text.data + strlen(MARK), text.length - strlen(MARK));
    else
        buffer_append_text(bytes, text);
    buffer_release(&out);
    return true;
}
