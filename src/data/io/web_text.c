/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/io/web_text.h"

#include "base/array.h"
#include "data/io/xml2_library.h"

#include <limits.h>
#include <string.h>
#include <strings.h>

struct page_text {
    struct buffer *out;
    size_t start;  /* of the page in `out` */
    size_t hidden; /* open elements whose text is not shown */
};

static bool is_one_of(const char *name, const char *const *names)
{
    for (size_t i = 0; names[i]; i++)
        if (strcasecmp(name, names[i]) == 0)
            return true;
    return false;
}

static bool is_hidden(const char *name)
{
    static const char *const names[] = {"script", "style", "noscript", "template", "svg", NULL};
    return is_one_of(name, names);
}

/* Elements within a line; all others are blocks of their own. */
static bool is_inline(const char *name)
{
    static const char *const names[] = {
        "a",   "abbr", "b",   "bdi",  "bdo", "cite", "code", "data",  "dfn",   "em",     "font",
        "i",   "ins",  "kbd", "mark", "q",   "s",    "samp", "small", "span",  "strong", "sub",
        "sup", "time", "u",   "var",  "wbr", "del",  "img",  "nobr",  "label", "tt",     NULL};
    return is_one_of(name, names);
}

static char last_byte(const struct page_text *text)
{
    return text->out->length > text->start ? text->out->data[text->out->length - 1] : '\n';
}

static void end_line(struct page_text *text)
{
    while (last_byte(text) == ' ')
        buffer_truncate(text->out, text->out->length - 1);
    if (last_byte(text) != '\n')
        buffer_putc(text->out, '\n');
}

static void on_start(void *context, const xmlChar *name, const xmlChar **attributes)
{
    struct page_text *text = context;
    (void)attributes;
    text->hidden += is_hidden((const char *)name);
    if (!is_inline((const char *)name))
        end_line(text);
}

static void on_end(void *context, const xmlChar *name)
{
    struct page_text *text = context;
    if (text->hidden && is_hidden((const char *)name))
        text->hidden--;
    if (!is_inline((const char *)name))
        end_line(text);
}

/* White space in a page is one blank. */
static void on_text(void *context, const xmlChar *characters, int length)
{
    struct page_text *text = context;
    for (int i = 0; i < length && !text->hidden; i++) {
        char byte = (char)characters[i];
        if (!strchr(" \t\r\n\f", byte) || !byte)
            buffer_putc(text->out, byte);
        else if (last_byte(text) != ' ' && last_byte(text) != '\n')
            buffer_putc(text->out, ' ');
    }
}

bool web_text_read(struct buffer *out, struct text page, struct error *error)
{
    htmlSAXHandler handlers = {.startElement = on_start,
                               .endElement = on_end,
                               .characters = on_text,
                               .ignorableWhitespace = on_text};
    struct page_text text = {.out = out, .start = out->length};
    struct xml2_library library;
    if (page.length > INT_MAX)
        return error_set(error, "is too large a web page");
    if (!xml2_library_load(&library, error))
        return false;
    htmlParserCtxtPtr parser =
        library.htmlCreatePushParserCtxt(&handlers, &text, NULL, 0, NULL, XML_CHAR_ENCODING_UTF8);
    if (!parser)
        return error_set(error, "cannot be read: out of memory");
    library.htmlCtxtUseOptions(parser, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR |
                                           HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                                           HTML_PARSE_IGNORE_ENC);
    library.htmlParseChunk(parser, page.data, (int)page.length, 1);
    library.htmlFreeParserCtxt(parser);
    end_line(&text);
    return true;
}
