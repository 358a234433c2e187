/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/io/workbook.h"

#include "base/memory.h"
#include "data/io/sheet_list.h"
#include "data/io/sheet_rows.h"

#include <stdlib.h>
#include <string.h>

struct workbook {
    const struct expat_library *library;
    struct sheet_list sheets;
    const char *link; /* of the sheet whose part is looked for */
    char *target;     /* owned: the name of the part */
    bool is_1904;
};

/* --- which sheets there are --- */

static void start_list(void *context, const char *name, const char **attributes)
{
    struct workbook *workbook = context;
    const char *date1904 = xml_attribute(attributes, "date1904");
    if (strcmp(name, "workbookPr") == 0)
        workbook->is_1904 = date1904 && (date1904[0] == '1' || date1904[0] == 't');
    const char *title = xml_attribute(attributes, "name"), *link = xml_attribute(attributes, "id");
    const char *state = xml_attribute(attributes, "state");
    if (strcmp(name, "sheet") != 0 || !title || !link)
        return;
    sheet_list_add(&workbook->sheets, title, link, state && strcmp(state, "visible") != 0);
}

static void ignore_end(void *context, const char *name)
{
    (void)context, (void)name;
}

/* Parts are named from the folder of the workbook, or from the root of the archive. */
static void start_link(void *context, const char *name, const char **attributes)
{
    struct workbook *workbook = context;
    const char *id = xml_attribute(attributes, "Id"), *target = xml_attribute(attributes, "Target");
    if (strcmp(name, "Relationship") != 0 || !id || !target || strcmp(id, workbook->link) != 0)
        return;
    struct buffer part = {0};
    buffer_printf(&part, "%s%s", target[0] == '/' ? "" : "xl/", target + (target[0] == '/'));
    free(workbook->target);
    workbook->target = buffer_take(&part);
}

/* --- parts --- */

struct parts {
    workbook_part *read;
    void *context;
    const struct expat_library *library;
};

/* Returns false with the reason also if there is no such part. */
static bool read_needed(const struct parts *parts, const char *name, struct buffer *out,
                        struct error *error)
{
    if (parts->read(parts->context, name, out, error))
        return true;
    if (!error->text)
        error_set(error,
                  "is a document, or a workbook of a kind that cannot be read (it has no "
                  "%s); export the sheet as CSV, for example with `soffice --headless "
                  "--convert-to csv FILE`",
                  name);
    return false;
}

static bool read_list(const struct parts *parts, struct workbook *workbook, struct error *error)
{
    static const struct xml_handlers handlers = {start_list, ignore_end, NULL};
    struct buffer part = {0};
    bool is_good = read_needed(parts, "xl/workbook.xml", &part, error) &&
                   xml_part_parse(parts->library, "workbook.xml", buffer_text(&part), &handlers,
                                  workbook, error);
    buffer_release(&part);
    return is_good;
}

static bool find_target(const struct parts *parts, struct workbook *workbook, struct error *error)
{
    static const struct xml_handlers handlers = {start_link, ignore_end, NULL};
    struct buffer part = {0};
    bool is_good = read_needed(parts, "xl/_rels/workbook.xml.rels", &part, error) &&
                   xml_part_parse(parts->library, "workbook.xml.rels", buffer_text(&part),
                                  &handlers, workbook, error);
    buffer_release(&part);
    if (is_good && !workbook->target)
        is_good = error_set(error, "is damaged: it does not say where its sheet is; save it again");
    return is_good;
}

/* A workbook without texts, or without dates, need not have these parts. */
static bool read_context(const struct parts *parts, struct sheet_context *context,
                         struct error *error)
{
    struct buffer texts = {0}, styles = {0};
    bool has_texts = parts->read(parts->context, "xl/sharedStrings.xml", &texts, error);
    bool has_styles = !error->text && parts->read(parts->context, "xl/styles.xml", &styles, error);
    bool is_good = !error->text;
    if (is_good && has_texts)
        is_good = shared_texts_read(parts->library, buffer_text(&texts), &context->texts, error);
    if (is_good && has_styles)
        is_good = cell_styles_read(parts->library, buffer_text(&styles), &context->styles, error);
    buffer_release(&texts);
    buffer_release(&styles);
    return is_good;
}

struct reading {
    const struct parts *parts;
    struct workbook *workbook;
    struct sheet_context context;
};

/* A sheet_reader. */
static bool read_rows(void *context, const struct sheet *sheet, struct buffer *out,
                      struct error *error)
{
    struct reading *reading = context;
    const struct parts *parts = reading->parts;
    struct workbook *workbook = reading->workbook;
    struct buffer part = {0};
    workbook->link = sheet->link;
    bool is_good = find_target(parts, workbook, error) &&
                   read_needed(parts, workbook->target, &part, error) &&
                   sheet_rows_read(parts->library, workbook->target, buffer_text(&part),
                                   &reading->context, out, error);
    buffer_release(&part);
    return is_good;
}

bool workbook_read(workbook_part *read, void *context, const char *sheet, struct buffer *out,
                   struct buffer *note, struct error *error)
{
    struct expat_library library;
    struct workbook workbook = {0};
    struct parts parts = {read, context, &library};
    if (!expat_library_load(&library, error))
        return false;
    bool is_good = read_list(&parts, &workbook, error);
    struct reading reading = {&parts, &workbook, {.is_1904 = workbook.is_1904}};
    is_good = is_good && sheet_list_knows(&workbook.sheets, sheet, error) &&
              read_context(&parts, &reading.context, error) &&
              sheet_list_read(&workbook.sheets, sheet, read_rows, &reading, out, note, error);
    sheet_context_release(&reading.context);
    sheet_list_release(&workbook.sheets);
    free(workbook.target);
    return is_good;
}
