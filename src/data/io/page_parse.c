/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The parser reports elements one after another and keeps no tree. Text goes to the innermost cell
 * that is open, and to the text of the page, whose last part before a table is its title: layout
 * tables hold such titles too.
 */
#include "config.h"

#include "data/io/page_parse.h"

#include "base/array.h"
#include "base/ascii.h"
#include "data/io/xml2_library.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define MOST_DEPTH ((size_t)5000)
#define MOST_TABLES ((size_t)10000)
#define LONGEST_TITLE ((size_t)1000)

struct open_table {
    struct page_table table;
    size_t start; /* in the text of the page */
};

struct parse {
    const struct xml2_library *library;
    htmlParserCtxtPtr parser;
    struct web_page *page;
    struct buffer text; /* of the page */
    struct open_table *open;
    size_t depth, capacity; /* tables that are open */
    size_t elements;        /* that are open */
    size_t started;         /* tables */
    size_t hidden; /* the depth of the element whose text is left out; 0 if there is none */
    bool is_title, is_too_large;
};

/* --- text --- */

static struct page_table *innermost(struct parse *parse)
{
    return parse->depth ? &parse->open[parse->depth - 1].table : NULL;
}

static void end_block(struct parse *parse)
{
    struct page_table *table = innermost(parse);
    struct text known = text_trim(buffer_text(&parse->text));
    bool is_parted = !known.length || known.data[known.length - 1] == '/';
    if (table)
        page_table_part(table);
    buffer_puts(&parse->text, is_parted ? "" : PAGE_PARTING);
}

static void add_text(struct parse *parse, struct text text)
{
    struct page_table *table = innermost(parse);
    page_words_append(&parse->text, 0, text);
    if (table)
        page_table_text(table, text);
}

static void on_text(void *context, const xmlChar *bytes, int length)
{
    struct parse *parse = context;
    struct text text = {(const char *)bytes, (size_t)length};
    if (parse->is_title)
        buffer_append_text(&parse->page->title, text);
    else if (!parse->hidden && !parse->is_too_large)
        add_text(parse, text);
}

/* --- tables --- */

static void open_table(struct parse *parse)
{
    ARRAY_RESERVE(parse->open, parse->depth + 1, parse->capacity);
    parse->open[parse->depth++] =
        (struct open_table){.table = {.order = parse->started++}, .start = parse->text.length};
}

/* Sets the title: the end of the text before the table, and the text between its rows. */
static void set_title(struct open_table *open, const struct buffer *page)
{
    size_t length = open->start < page->length ? open->start : page->length;
    size_t from = length > LONGEST_TITLE ? length - LONGEST_TITLE : 0;
    while (from && from < length && page->data[from] != ' ')
        from++;
    struct text before =
        text_trim((struct text){from < length ? page->data + from : "", length - from});
    struct buffer title = {0};
    while (before.length && strchr(" /", before.data[0]))
        before = (struct text){before.data + 1, before.length - 1};
    buffer_append_text(&title, before);
    if (title.length && open->table.title.length)
        buffer_puts(&title, before.data[before.length - 1] == '/' ? " " : PAGE_PARTING);
    buffer_append_text(&title, text_trim(buffer_text(&open->table.title)));
    while (title.length && strchr(" /", title.data[title.length - 1]))
        buffer_truncate(&title, title.length - 1);
    buffer_release(&open->table.title);
    open->table.title = title;
}

/* The text of a table with rows of numbers is no title of the next one. */
static void close_table(struct parse *parse)
{
    struct web_page *page = parse->page;
    if (!parse->depth)
        return;
    struct open_table *open = &parse->open[--parse->depth];
    page_table_end_row(&open->table);
    set_title(open, &parse->text);
    parse->is_too_large =
        parse->is_too_large || open->table.is_too_large || page->count == MOST_TABLES;
    struct page_table_shape shape = page_table_shape(&open->table);
    if (shape.numbers && open->start < parse->text.length)
        buffer_truncate(&parse->text, open->start);
    ARRAY_RESERVE(page->tables, page->count + 1, page->capacity);
    page->tables[page->count++] = open->table;
}

/* --- elements --- */

static const char *attribute(const xmlChar **attributes, const char *name)
{
    for (size_t i = 0; attributes && attributes[i]; i += 2)
        if (strcmp((const char *)attributes[i], name) == 0)
            return attributes[i + 1] ? (const char *)attributes[i + 1] : "";
    return NULL;
}

static size_t number_of(const char *text)
{
    unsigned long number = text ? strtoul(text, NULL, 10) : 1;
    return number ? number : 1;
}

static void start_cell(struct parse *parse, bool is_header, const xmlChar **attributes)
{
    struct page_table *table = innermost(parse);
    if (table)
        page_table_start_cell(table, is_header, number_of(attribute(attributes, "colspan")),
                              number_of(attribute(attributes, "rowspan")));
}

enum element {
    ELEMENT_NONE,
    ELEMENT_TABLE,
    ELEMENT_HEAD,
    ELEMENT_ROW,
    ELEMENT_CELL,
    ELEMENT_HEADER,
    ELEMENT_BLOCK,
    ELEMENT_HIDDEN,
    ELEMENT_RAISED,
    ELEMENT_TITLE
};

static enum element part_of(const char *name)
{
    static const struct {
        const char *name;
        enum element part;
    } parts[] = {
        {"table", ELEMENT_TABLE},     {"thead", ELEMENT_HEAD},      {"tr", ELEMENT_ROW},
        {"td", ELEMENT_CELL},         {"th", ELEMENT_HEADER},       {"p", ELEMENT_BLOCK},
        {"br", ELEMENT_BLOCK},        {"div", ELEMENT_BLOCK},       {"li", ELEMENT_BLOCK},
        {"h1", ELEMENT_BLOCK},        {"h2", ELEMENT_BLOCK},        {"h3", ELEMENT_BLOCK},
        {"h4", ELEMENT_BLOCK},        {"caption", ELEMENT_BLOCK},   {"hr", ELEMENT_BLOCK},
        {"script", ELEMENT_HIDDEN},   {"style", ELEMENT_HIDDEN},    {"select", ELEMENT_HIDDEN},
        {"textarea", ELEMENT_HIDDEN}, {"noscript", ELEMENT_HIDDEN}, {"template", ELEMENT_HIDDEN},
        {"sup", ELEMENT_RAISED},      {"title", ELEMENT_TITLE},
    };
    for (size_t i = 0; i < ARRAY_LENGTH(parts); i++)
        if (strcmp(name, parts[i].name) == 0)
            return parts[i].part;
    return ELEMENT_NONE;
}

/* A mark behind a number, as for a footnote, would become a digit of it. */
static bool is_mark(struct parse *parse)
{
    struct page_table *table = innermost(parse);
    return table && table->is_in_cell && table->texts.length &&
           ascii_is_digit(table->texts.data[table->texts.length - 1]);
}

static void start_part(struct parse *parse, enum element part, const xmlChar **attributes)
{
    struct page_table *table = innermost(parse);
    bool is_hidden = part == ELEMENT_HIDDEN || (part == ELEMENT_RAISED && is_mark(parse));
    if (is_hidden && !parse->hidden)
        parse->hidden = parse->elements;
    if (part == ELEMENT_TITLE)
        parse->is_title = true;
    else if (part == ELEMENT_TABLE)
        open_table(parse);
    else if (part == ELEMENT_ROW && table)
        page_table_start_row(table);
    else if (part == ELEMENT_HEAD && table)
        table->is_in_head = true;
    else if (part == ELEMENT_CELL || part == ELEMENT_HEADER)
        start_cell(parse, part == ELEMENT_HEADER, attributes);
}

static void end_part(struct parse *parse, enum element part)
{
    struct page_table *table = innermost(parse);
    if (part == ELEMENT_TITLE)
        parse->is_title = false;
    else if (part == ELEMENT_TABLE)
        close_table(parse);
    else if (part == ELEMENT_ROW && table)
        page_table_end_row(table);
    else if (part == ELEMENT_HEAD && table)
        table->is_in_head = false;
    else if ((part == ELEMENT_CELL || part == ELEMENT_HEADER) && table)
        page_table_end_cell(table);
}

static bool is_block(enum element part)
{
    return part >= ELEMENT_TABLE && part <= ELEMENT_BLOCK;
}

static void on_start(void *context, const xmlChar *name, const xmlChar **attributes)
{
    struct parse *parse = context;
    enum element part = part_of((const char *)name);
    if (++parse->elements > MOST_DEPTH) {
        parse->is_too_large = true;
        parse->library->xmlStopParser(parse->parser);
    }
    if (parse->is_too_large)
        return;
    if (is_block(part) && !parse->hidden)
        end_block(parse);
    start_part(parse, part, attributes);
}

static void on_end(void *context, const xmlChar *name)
{
    struct parse *parse = context;
    enum element part = part_of((const char *)name);
    parse->elements -= parse->elements > 0;
    if (parse->is_too_large)
        return;
    if (parse->hidden > parse->elements)
        parse->hidden = 0;
    end_part(parse, part);
    if (is_block(part) && !parse->hidden)
        end_block(parse);
}

/* --- the page --- */

/* Returns how many elements or ends of elements are written. */
static size_t count_tags(struct text bytes, const char *tag)
{
    size_t count = 0, length = strlen(tag);
    for (size_t at = 0; at + length <= bytes.length; at++)
        count += bytes.data[at] == '<' && strncasecmp(bytes.data + at, tag, length) == 0;
    return count;
}

/* Marks the tables that are open at the end of the bytes, unless the page ends in order. */
static void mark_cut(struct parse *parse, struct text bytes)
{
    static const char last[] = "</html>";
    struct text end = text_trim(bytes);
    size_t length = sizeof last - 1;
    bool is_whole =
        end.length >= length && strncasecmp(end.data + end.length - length, last, length) == 0;
    if (is_whole || count_tags(bytes, "<table") <= count_tags(bytes, "</table"))
        return;
    for (size_t i = 0; i < parse->depth; i++)
        parse->open[i].table.is_cut = true;
}

static bool parse_bytes(struct parse *parse, struct text bytes, struct error *error)
{
    htmlSAXHandler handlers = {.startElement = on_start,
                               .endElement = on_end,
                               .characters = on_text,
                               .ignorableWhitespace = on_text};
    const struct xml2_library *library = parse->library;
    parse->parser =
        library->htmlCreatePushParserCtxt(&handlers, parse, NULL, 0, NULL, XML_CHAR_ENCODING_UTF8);
    if (!parse->parser)
        return error_set(error, "cannot be read: out of memory");
    library->htmlCtxtUseOptions(parse->parser, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR |
                                                   HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                                                   HTML_PARSE_IGNORE_ENC);
    library->htmlParseChunk(parse->parser, bytes.data, (int)bytes.length, 0);
    mark_cut(parse, bytes);
    library->htmlParseChunk(parse->parser, "", 0, 1);
    library->htmlFreeParserCtxt(parse->parser);
    while (parse->depth)
        close_table(parse);
    return !parse->is_too_large ||
           error_set(error,
                     "is too large a web page: its tables have more than %zu columns or 20 "
                     "million cells, or its elements are nested too deeply; export the table as "
                     "CSV",
                     PAGE_COLUMNS);
}

static int by_order(const void *a, const void *b)
{
    size_t one = ((const struct page_table *)a)->order,
           other = ((const struct page_table *)b)->order;
    return (one > other) - (one < other);
}

bool page_parse(struct text bytes, struct web_page *page, struct error *error)
{
    struct xml2_library library;
    struct parse parse = {.library = &library, .page = page};
    bool is_good = xml2_library_load(&library, error) && parse_bytes(&parse, bytes, error);
    if (page->count)
        qsort(page->tables, page->count, sizeof *page->tables, by_order);
    buffer_release(&parse.text);
    free(parse.open);
    return is_good;
}

void page_release(struct web_page *page)
{
    for (size_t i = 0; i < page->count; i++)
        page_table_release(&page->tables[i]);
    free(page->tables);
    buffer_release(&page->title);
    *page = (struct web_page){0};
}
