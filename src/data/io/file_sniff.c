/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/io/file_sniff.h"

#include "base/array.h"
#include "base/buffer.h"
#include "data/io/problem.h"

#include <inttypes.h>
#include <string.h>
#include <strings.h>

/* A message that a server sends in place of data fits on a page. */
#define LONGEST_MESSAGE ((size_t)4096)
#define FEWEST_WORDS 4

struct signature {
    size_t offset;
    const char *bytes;
    size_t length;
    const char *reason;
};

#define SIGNATURE(offset, bytes, reason)         \
    {                                            \
        offset, bytes, sizeof(bytes) - 1, reason \
    }

#define WEB_PAGE "is a web page inside another file; unpack it first"

/* The first match counts: the mark of UTF-32 starts with that of UTF-16. */
static const struct signature signatures[] = {
    SIGNATURE(0, "\xFF\xFE\0\0", "is UTF-32 text; save it as UTF-8"),
    SIGNATURE(0, "\0\0\xFE\xFF", "is UTF-32 text; save it as UTF-8"),
    SIGNATURE(0, "\xFF\xFE", "is UTF-16 text; save it as UTF-8"),
    SIGNATURE(0, "\xFE\xFF", "is UTF-16 text; save it as UTF-8"),
    SIGNATURE(0, "PK\x03\x04", "is a zip archive or a workbook; unpack it or export it as CSV"),
    SIGNATURE(0, "PK\x05\x06", "is an empty zip archive"),
    SIGNATURE(0, "\x1F\x8B", "is compressed with gzip; unpack it first (gunzip)"),
    SIGNATURE(
        0, "\xD0\xCF\x11\xE0",
        "is a workbook of the old kind (.xls) or a document of Office; export the sheet as CSV, "
        "for example with `soffice --headless --convert-to csv FILE`"),
    SIGNATURE(0, "PAR1",
              "is a Parquet file; convert it: duckdb -csv -c \"from 'FILE'\" | tradescope -"),
    SIGNATURE(0, "%PDF-", "is a PDF document; tradescope reads CSV"),
    SIGNATURE(257, "ustar", "is a tar archive; unpack it first (tar -xf)"),
    SIGNATURE(0, "version https://git-lfs",
              "is a Git LFS pointer, which only names the data; fetch them with `git lfs pull`"),
};

/* Matched at the first character that is not blank, in either case. */
static const struct signature markup[] = {
    SIGNATURE(0, "<!doctype html", WEB_PAGE),
    SIGNATURE(0, "<html", WEB_PAGE),
    SIGNATURE(0, "<head>", WEB_PAGE),
    SIGNATURE(0, "<body", WEB_PAGE),
    SIGNATURE(0, "<title>", WEB_PAGE),
    SIGNATURE(0, "<meta ", WEB_PAGE),
    SIGNATURE(0, "<link ", WEB_PAGE),
    SIGNATURE(0, "<script", WEB_PAGE),
    SIGNATURE(0, "<style", WEB_PAGE),
    SIGNATURE(0, "<table", WEB_PAGE),
    SIGNATURE(0, "<div", WEB_PAGE),
    SIGNATURE(0, "<center", WEB_PAGE),
    SIGNATURE(0, "<form", WEB_PAGE),
    SIGNATURE(0, "<h1", WEB_PAGE),
    SIGNATURE(0, "<p>", WEB_PAGE),
    SIGNATURE(0, "<!--", WEB_PAGE),
    SIGNATURE(0, "<?xml", "is an XML document; tradescope reads CSV"),
};

/* Beginnings of messages that do not end with a full stop. */
static const char *const complaints[] = {
    "error",         "sorry",          "no data",      "no records",  "not found",
    "access denied", "forbidden",      "unauthorized", "bad request", "service unavailable",
    "too many",      "request failed",
};

static bool starts_with(struct text bytes, const struct signature *signature)
{
    return bytes.length >= signature->offset + signature->length &&
           memcmp(bytes.data + signature->offset, signature->bytes, signature->length) == 0;
}

static bool starts_with_word(struct text bytes, const char *word)
{
    size_t length = strlen(word);
    return bytes.length >= length && strncasecmp(bytes.data, word, length) == 0;
}

static const struct signature *find_markup(struct text content)
{
    for (size_t i = 0; i < ARRAY_LENGTH(markup); i++)
        if (starts_with_word(content, markup[i].bytes))
            return &markup[i];
    return NULL;
}

/* XHTML starts as XML does. */
static bool has_html(struct text content)
{
    for (; content.length; content.data++, content.length--)
        if (content.data[0] == '<' && starts_with_word(content, "<html"))
            return true;
    return false;
}

bool file_sniff_is_page(struct text head)
{
    size_t mark = file_sniff_mark_length(head);
    struct text content = text_trim((struct text){head.data + mark, head.length - mark});
    const struct signature *found = find_markup(content);
    return found && (strcmp(found->reason, WEB_PAGE) == 0 || has_html(content));
}

static bool refuse_signature(struct text bytes, struct error *error)
{
    for (size_t i = 0; i < ARRAY_LENGTH(signatures); i++)
        if (starts_with(bytes, &signatures[i]))
            return error_set(error, "%s", signatures[i].reason);
    struct text content = text_trim(bytes);
    const struct signature *found = find_markup(content);
    return !found || error_set(error, "%s", found->reason);
}

size_t file_sniff_clean_length(const char *bytes, size_t length)
{
    const char *nul = length ? memchr(bytes, '\0', length) : NULL;
    return nul ? (size_t)(nul - bytes) : length;
}

bool file_sniff_of_nul(uint64_t offset, struct error *error)
{
    return error_set(error,
                     "has a NUL byte at offset %" PRIu64 ", so that it is no text from there on; "
                     "the rows before it are kept; check that the file was copied completely",
                     offset);
}

static bool refuse_binary(struct text bytes, struct error *error)
{
    size_t clean = file_sniff_clean_length(bytes.data, bytes.length);
    if (clean == bytes.length)
        return true;
    return error_set(error,
                     "is a binary file (a NUL byte at offset %zu); "
                     "export the data as CSV in UTF-8",
                     clean);
}

/* Returns the first line that is not blank, trimmed; `rest` is set to the text behind it. */
static struct text first_line(struct text text, struct text *rest)
{
    text = text_trim(text);
    const char *end = text.length ? memchr(text.data, '\n', text.length) : NULL;
    size_t length = end ? (size_t)(end - text.data) : text.length;
    *rest = (struct text){text.data + length, text.length - length};
    return text_trim((struct text){text.data, length});
}

static size_t count_byte(struct text text, char byte)
{
    size_t count = 0;
    for (size_t i = 0; i < text.length; i++)
        count += text.data[i] == byte;
    return count;
}

/* True if two consecutive lines have the same number of one separator, as rows of a table have. */
static bool has_rows(struct text text)
{
    static const char separators[] = {',', ';', '\t', '|'};
    size_t before[sizeof separators] = {0};
    for (struct text rest = text; text_trim(rest).length;) {
        struct text line = first_line(rest, &rest);
        for (size_t i = 0; i < sizeof separators; i++) {
            size_t count = count_byte(line, separators[i]);
            if (count && count == before[i])
                return true;
            before[i] = count;
        }
    }
    return false;
}

static bool is_sentence(struct text line)
{
    return line.length && strchr(".!?", line.data[line.length - 1]) &&
           count_byte(line, ' ') + 1 >= FEWEST_WORDS && !count_byte(line, '"') &&
           !count_byte(line, '\t') && !count_byte(line, ';');
}

static bool is_complaint(struct text line)
{
    if (count_byte(line, ',') || !count_byte(line, ' '))
        return false;
    for (size_t i = 0; i < ARRAY_LENGTH(complaints); i++)
        if (starts_with_word(line, complaints[i]))
            return true;
    return false;
}

static bool is_json(struct text content)
{
    if (!content.length || (content.data[0] != '{' && content.data[0] != '['))
        return false;
    struct text inside = text_trim((struct text){content.data + 1, content.length - 1});
    return inside.length && strchr(content.data[0] == '{' ? "\"}" : "{[]\"", inside.data[0]);
}

/* Refuses JSON and sentences, with which a server answers in place of data. */
static bool refuse_message(struct text head, struct error *error)
{
    struct text rest, line = first_line(head, &rest);
    bool is_object = is_json(line.length ? text_trim(head) : line);
    bool is_text = head.length <= LONGEST_MESSAGE && (is_sentence(line) || is_complaint(line)) &&
                   !has_rows(head);
    if (!is_object && !is_text)
        return true;
    struct buffer quote = {0};
    problem_quote(&quote, line);
    error_set(error,
              is_object ? "is JSON, perhaps an error message (%s); download the data again as CSV"
                        : "is the text of a message and no data (%s); download the data again",
              quote.data);
    buffer_release(&quote);
    return false;
}

size_t file_sniff_mark_length(struct text head)
{
    static const char mark[] = "\xEF\xBB\xBF";
    size_t length = sizeof mark - 1;
    return head.length >= length && memcmp(head.data, mark, length) == 0 ? length : 0;
}

bool file_sniff_check(struct text head, struct error *error)
{
    if (!head.length)
        return true;
    size_t mark = file_sniff_mark_length(head);
    struct text content = {head.data + mark, head.length - mark};
    return refuse_signature(content, error) && refuse_binary(head, error) &&
           refuse_message(content, error);
}
