/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/io/xml_part.h"

#include <string.h>

#define XML_PIECE ((size_t)1 << 20)

struct parse {
    const struct expat_library *library;
    XML_Parser parser;
    const struct xml_handlers *handlers;
    void *context;
    bool has_doctype;
};

static const char *local_name(const char *name)
{
    const char *colon = strchr(name, ':');
    return colon ? colon + 1 : name;
}

static void on_start(void *context, const XML_Char *name, const XML_Char **attributes)
{
    struct parse *parse = context;
    parse->handlers->start(parse->context, local_name(name), attributes);
}

static void on_end(void *context, const XML_Char *name)
{
    struct parse *parse = context;
    parse->handlers->end(parse->context, local_name(name));
}

static void on_text(void *context, const XML_Char *bytes, int length)
{
    struct parse *parse = context;
    if (parse->handlers->text)
        parse->handlers->text(parse->context, (struct text){bytes, (size_t)length});
}

static void on_doctype(void *context, const XML_Char *name, const XML_Char *system,
                       const XML_Char *public, int has_subset)
{
    struct parse *parse = context;
    (void)name, (void)system, (void)public, (void)has_subset;
    parse->has_doctype = true;
    parse->library->XML_StopParser(parse->parser, XML_FALSE);
}

static bool parse_pieces(struct parse *parse, struct text bytes)
{
    do {
        size_t length = bytes.length < XML_PIECE ? bytes.length : XML_PIECE;
        bool is_last = length == bytes.length;
        if (parse->library->XML_Parse(parse->parser, bytes.data, (int)length, is_last) !=
            XML_STATUS_OK)
            return false;
        bytes = (struct text){bytes.data + length, bytes.length - length};
    } while (bytes.length);
    return true;
}

static bool refuse(const struct parse *parse, const char *what, struct error *error)
{
    if (parse->has_doctype)
        return error_set(error, "is no workbook that can be read: its part %s declares entities",
                         what);
    return error_set(
        error, "is damaged: its part %s is no XML (%s); save it again", what,
        parse->library->XML_ErrorString(parse->library->XML_GetErrorCode(parse->parser)));
}

bool xml_part_parse(const struct expat_library *library, const char *what, struct text bytes,
                    const struct xml_handlers *handlers, void *context, struct error *error)
{
    struct parse parse = {.library = library, .handlers = handlers, .context = context};
    parse.parser = library->XML_ParserCreate(NULL);
    if (!parse.parser)
        return error_set(error, "cannot be read: out of memory");
    library->XML_SetUserData(parse.parser, &parse);
    library->XML_SetElementHandler(parse.parser, on_start, on_end);
    library->XML_SetCharacterDataHandler(parse.parser, on_text);
    library->XML_SetStartDoctypeDeclHandler(parse.parser, on_doctype);
    bool is_good = parse_pieces(&parse, bytes) || refuse(&parse, what, error);
    library->XML_ParserFree(parse.parser);
    return is_good;
}

const char *xml_attribute(const char **attributes, const char *name)
{
    for (size_t i = 0; attributes[i]; i += 2)
        if (strcmp(local_name(attributes[i]), name) == 0)
            return attributes[i + 1];
    return NULL;
}
