/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of a workbook that all sheets share: texts and styles. */
#include "config.h"

#include "data/io/sheet_rows.h"

#include "base/array.h"

#include <stdlib.h>
#include <string.h>

/* --- texts --- */

struct text_parse {
    struct shared_texts *texts;
    bool is_text, is_reading; /* inside <t>; inside <rPh>, which says how a text is pronounced */
};

static void start_text(void *context, const char *name, const char **attributes)
{
    struct text_parse *parse = context;
    (void)attributes;
    if (strcmp(name, "rPh") == 0)
        parse->is_reading = true;
    parse->is_text = strcmp(name, "t") == 0 && !parse->is_reading;
}

static void end_text(void *context, const char *name)
{
    struct text_parse *parse = context;
    struct shared_texts *texts = parse->texts;
    parse->is_text = false;
    if (strcmp(name, "rPh") == 0)
        parse->is_reading = false;
    if (strcmp(name, "si") != 0)
        return;
    ARRAY_RESERVE(texts->ends, texts->count + 1, texts->capacity);
    texts->ends[texts->count++] = texts->bytes.length;
}

static void take_text(void *context, struct text text)
{
    struct text_parse *parse = context;
    if (parse->is_text)
        buffer_append_text(&parse->texts->bytes, text);
}

bool shared_texts_read(const struct expat_library *library, struct text part,
                       struct shared_texts *texts, struct error *error)
{
    static const struct xml_handlers handlers = {start_text, end_text, take_text};
    struct text_parse parse = {.texts = texts};
    return xml_part_parse(library, "sharedStrings.xml", part, &handlers, &parse, error);
}

/* --- styles --- */

struct number_format {
    unsigned number;
    enum date_parts parts;
};

struct style_parse {
    struct cell_styles *styles;
    struct number_format *formats; /* owned */
    size_t count, capacity;
    bool is_cell; /* inside <cellXfs> */
};

static unsigned number_of(const char *word)
{
    unsigned long number = word ? strtoul(word, NULL, 10) : 0;
    return number < 100000 ? (unsigned)number : 0;
}

static enum date_parts parts_of(const struct style_parse *parse, unsigned number)
{
    for (size_t i = 0; i < parse->count; i++)
        if (parse->formats[i].number == number)
            return parse->formats[i].parts;
    return sheet_date_builtin(number);
}

static void add_format(struct style_parse *parse, const char **attributes)
{
    const char *code = xml_attribute(attributes, "formatCode");
    ARRAY_RESERVE(parse->formats, parse->count + 1, parse->capacity);
    parse->formats[parse->count++] =
        (struct number_format){number_of(xml_attribute(attributes, "numFmtId")),
                               sheet_date_format(text_of(code ? code : ""))};
}

static void add_style(struct style_parse *parse, const char **attributes)
{
    struct cell_styles *styles = parse->styles;
    ARRAY_RESERVE(styles->parts, styles->count + 1, styles->capacity);
    styles->parts[styles->count++] =
        parts_of(parse, number_of(xml_attribute(attributes, "numFmtId")));
}

static void start_style(void *context, const char *name, const char **attributes)
{
    struct style_parse *parse = context;
    if (strcmp(name, "cellXfs") == 0)
        parse->is_cell = true;
    else if (strcmp(name, "numFmt") == 0)
        add_format(parse, attributes);
    else if (parse->is_cell && strcmp(name, "xf") == 0)
        add_style(parse, attributes);
}

static void end_style(void *context, const char *name)
{
    struct style_parse *parse = context;
    if (strcmp(name, "cellXfs") == 0)
        parse->is_cell = false;
}

bool cell_styles_read(const struct expat_library *library, struct text part,
                      struct cell_styles *styles, struct error *error)
{
    static const struct xml_handlers handlers = {start_style, end_style, NULL};
    struct style_parse parse = {.styles = styles};
    bool is_good = xml_part_parse(library, "styles.xml", part, &handlers, &parse, error);
    free(parse.formats);
    return is_good;
}

void sheet_context_release(struct sheet_context *context)
{
    buffer_release(&context->texts.bytes);
    free(context->texts.ends);
    free(context->styles.parts);
    *context = (struct sheet_context){0};
}
