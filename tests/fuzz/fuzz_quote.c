/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A quote on the first line, the words in front of it on the second, those behind it on the third,
 * and an article, which may be a web page. What is called verbatim is in the article byte for byte.
 */
#include "config.h"

#include "base/sha256.h"
#include "data/io/web_text.h"
#include "evidence/quote_check.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

static void require(bool holds)
{
    if (!holds)
        abort();
}

static struct text take_line(struct text *rest)
{
    const char *end = rest->length ? memchr(rest->data, '\n', rest->length) : NULL;
    struct text line = {rest->data, end ? (size_t)(end - rest->data) : rest->length};
    size_t taken = line.length + (end != NULL);
    *rest = (struct text){rest->data + taken, rest->length - taken};
    return line;
}

static void check(struct text quote, struct quote_context context, struct text text)
{
    struct plain_text plain;
    struct quote_check found;
    plain_text_make(&plain, text);
    quote_check_make(&found, quote, context, &plain);
    require(found.start <= found.end && found.end <= text.length);
    if (found.outcome == QUOTE_VERBATIM)
        require(text_is_equal(text_trim(quote),
                              (struct text){text.data + found.start, found.end - found.start}));
    require((found.outcome == QUOTE_AMBIGUOUS) == (found.places > 1));
    require(found.outcome != QUOTE_ALTERED || found.detail.length > 0);
    quote_check_release(&found);
    plain_text_release(&plain);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct text rest = {size ? (const char *)data : "", size};
    struct text quote = take_line(&rest);
    struct quote_context context = {0};
    context.prefix = take_line(&rest);
    context.suffix = take_line(&rest);
    struct buffer page = {0}, sum = {0};
    struct error error = {0};
    check(quote, context, rest);
    check(quote, (struct quote_context){0}, rest);
    if (web_text_read(&page, rest, &error))
        check(quote, context, page.length ? buffer_text(&page) : text_of(""));
    sha256_write(&sum, rest);
    require(sum.length == 64);
    error_release(&error);
    buffer_release(&page);
    buffer_release(&sum);
    return 0;
}
