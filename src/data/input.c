/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reading a file and cleaning its bytes are two steps, so that the second can be tested without
 * files. What a file is not (a web page, a workbook, UTF-16) is recognised by how it starts and
 * refused with what to do about it, rather than shown as a table of rubbish.
 */
#include "config.h"

#include "data/input.h"

#include "base/array.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdint.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>
#include <unistr.h>

#define CHUNK ((size_t)64 * 1024)

struct signature {
    const char *start;
    size_t length;
    const char *reason;
};

#define SIGNATURE(start, reason)         \
    {                                    \
        start, sizeof(start) - 1, reason \
    }

/* The first that fits counts: a UTF-32 mark starts with one of UTF-16. */
static const struct signature signatures[] = {
    SIGNATURE("\xFF\xFE\0\0", "is UTF-32 text; save it as UTF-8"),
    SIGNATURE("\0\0\xFE\xFF", "is UTF-32 text; save it as UTF-8"),
    SIGNATURE("\xFF\xFE", "is UTF-16 text; save it as UTF-8"),
    SIGNATURE("\xFE\xFF", "is UTF-16 text; save it as UTF-8"),
    SIGNATURE("PK\x03\x04", "is a zip archive or a workbook; unpack it or export it as CSV"),
    SIGNATURE("\x1F\x8B", "is compressed with gzip; unpack it first (gunzip)"),
    SIGNATURE("%PDF-", "is a PDF document; tradescope reads CSV"),
    SIGNATURE("version https://git-lfs",
              "is a Git LFS pointer, which only names the data; fetch them with `git lfs pull`"),
};

/* As the first that is not blank, in capitals or not. */
static const struct signature markup[] = {
    SIGNATURE("<!doctype html", "is a web page, perhaps an error page; download the data again"),
    SIGNATURE("<html", "is a web page, perhaps an error page; download the data again"),
    SIGNATURE("<?xml", "is an XML document; tradescope reads CSV"),
};

static const char byte_order_mark[] = "\xEF\xBB\xBF";

static bool starts_with(struct text bytes, const struct signature *signature)
{
    return bytes.length >= signature->length &&
           memcmp(bytes.data, signature->start, signature->length) == 0;
}

static bool starts_with_folded(struct text bytes, const struct signature *signature)
{
    return bytes.length >= signature->length &&
           strncasecmp(bytes.data, signature->start, signature->length) == 0;
}

static bool refuse_signature(struct text bytes, struct error *error)
{
    for (size_t i = 0; i < ARRAY_LENGTH(signatures); i++)
        if (starts_with(bytes, &signatures[i]))
            return error_set(error, "%s", signatures[i].reason);
    struct text content = text_trim(bytes);
    for (size_t i = 0; i < ARRAY_LENGTH(markup); i++)
        if (starts_with_folded(content, &markup[i]))
            return error_set(error, "%s", markup[i].reason);
    return true;
}

static bool refuse_binary(struct text bytes, struct error *error)
{
    const char *nul = bytes.length ? memchr(bytes.data, '\0', bytes.length) : NULL;
    if (!nul)
        return true;
    return error_set(error,
                     "is a binary file (a NUL byte at offset %zu); "
                     "export the data as CSV in UTF-8",
                     (size_t)(nul - bytes.data));
}

/* Bytes of a broken sequence: a lead byte takes the continuation bytes behind it along. */
static size_t broken_length(const uint8_t *at, size_t left)
{
    size_t length = 1;
    while (*at >= 0xC0 && length < left && (at[length] & 0xC0) == 0x80)
        length++;
    return length;
}

/* As text_is_utf8(), but passes over ASCII, which most files are made of, a word at a time. */
static bool is_utf8(struct text bytes)
{
    const uint8_t *at = (const uint8_t *)bytes.data;
    for (size_t left = bytes.length; left;) {
        ucs4_t character;
        uint64_t word = UINT64_MAX;
        if (left >= sizeof word)
            memcpy(&word, at, sizeof word);
        bool is_ascii = (word & 0x8080808080808080u) == 0;
        int length = is_ascii ? (int)sizeof word : u8_mbtoucr(&character, at, left);
        if (length <= 0)
            return false;
        at += length;
        left -= (size_t)length;
    }
    return true;
}

/* Broken sequences are rare in UTF-8 and the rule in anything else. */
static enum encoding recognise(struct text bytes)
{
    if (is_utf8(bytes))
        return ENCODING_UTF8;
    const uint8_t *at = (const uint8_t *)bytes.data;
    size_t left = bytes.length, multi_byte = 0, broken = 0;
    while (left) {
        ucs4_t character;
        int found = u8_mbtoucr(&character, at, left);
        size_t length = found > 0 ? (size_t)found : broken_length(at, left);
        multi_byte += found > 1;
        broken += found <= 0;
        at += length;
        left -= length;
    }
    return broken > multi_byte ? ENCODING_CP1252 : ENCODING_UTF8;
}

bool input_refuse(struct text bytes, struct error *error)
{
    return refuse_signature(bytes, error) && refuse_binary(bytes, error);
}

static void drop_mark(struct buffer *bytes)
{
    size_t length = sizeof byte_order_mark - 1;
    if (bytes->length < length || memcmp(bytes->data, byte_order_mark, length) != 0)
        return;
    memmove(bytes->data, bytes->data + length, bytes->length - length);
    buffer_truncate(bytes, bytes->length - length);
}

bool input_decode(struct input *input, struct buffer *raw, struct error *error)
{
    *input = (struct input){.bytes = *raw};
    *raw = (struct buffer){0};
    drop_mark(&input->bytes);
    struct text bytes = buffer_text(&input->bytes);
    if (!input_refuse(bytes, error)) {
        input_release(input);
        return false;
    }
    input->encoding = recognise(bytes);
    if (input->encoding == ENCODING_CP1252) {
        struct buffer decoded = {0};
        text_decode_cp1252(&decoded, bytes);
        buffer_release(&input->bytes);
        input->bytes = decoded;
    }
    return true;
}

static bool refuse_open(struct error *error)
{
    const char *remedy = errno == ENOENT   ? "; check its name"
                         : errno == EACCES ? "; ask its owner, or name a copy of your own"
                                           : "";
    return error_set(error, "cannot be opened: %s%s", strerror(errno), remedy);
}

static bool refuse_read(struct error *error)
{
    return error_set(error, "cannot be read: %s", strerror(errno));
}

/* Character devices pass: /dev/null is empty, and one that never ends gives a NUL byte early. */
static bool refuse_kind(int file, struct error *error)
{
    struct stat status;
    if (fstat(file, &status) != 0)
        return refuse_read(error);
    if (S_ISDIR(status.st_mode))
        return error_set(error, "is a folder; name a CSV file in it");
    if (S_ISBLK(status.st_mode))
        return error_set(error, "is a device; name a CSV file");
    if (isatty(file))
        return error_set(error, "is the terminal; name a CSV file, or pipe one in");
    return true;
}

/* read() that neither signals nor a pipe in non-blocking mode disturb. */
static ssize_t read_some(int file, char *to, size_t size)
{
    for (;;) {
        ssize_t got = read(file, to, size);
        if (got >= 0 || (errno != EINTR && errno != EAGAIN))
            return got;
        if (errno == EAGAIN)
            poll(&(struct pollfd){.fd = file, .events = POLLIN}, 1, -1);
    }
}

/* Stops at a NUL byte: what follows it would be refused all the same. */
static bool read_all(int file, struct buffer *raw, struct error *error)
{
    for (;;) {
        ARRAY_RESERVE(raw->data, raw->length + CHUNK + 1, raw->capacity);
        char *end = raw->data + raw->length;
        ssize_t got = read_some(file, end, raw->capacity - raw->length - 1);
        if (got < 0)
            return refuse_read(error);
        raw->length += (size_t)got;
        raw->data[raw->length] = '\0';
        if (got == 0 || memchr(end, '\0', (size_t)got))
            return true;
    }
}

static int open_file(const char *path)
{
    if (strcmp(path, "-") == 0)
        return STDIN_FILENO;
    int file;
    do
        file = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
    while (file < 0 && errno == EINTR);
    return file;
}

static bool read_file(const char *path, struct buffer *raw, struct error *error)
{
    int file = open_file(path);
    if (file < 0)
        return refuse_open(error);
    bool was_read = refuse_kind(file, error) && read_all(file, raw, error);
    if (file != STDIN_FILENO)
        close(file);
    return was_read;
}

bool input_read_raw(const char *path, struct buffer *raw, struct error *error)
{
    return read_file(path, raw, error);
}

bool input_read(struct input *input, const char *path, struct error *error)
{
    *input = (struct input){0};
    struct buffer raw = {0};
    bool was_read = read_file(path, &raw, error) && input_decode(input, &raw, error);
    buffer_release(&raw);
    return was_read;
}

void input_release(struct input *input)
{
    buffer_release(&input->bytes);
}
