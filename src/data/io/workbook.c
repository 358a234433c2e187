/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/io/workbook.h"

#include "base/array.h"
#include "data/io/problem.h"
#include "data/io/sheet_rows.h"

#include <stdlib.h>
#include <string.h>

#define LISTED_SHEETS ((size_t)8)

struct sheet {
    char *name, *link; /* owned */
    bool is_hidden;
};

struct workbook {
    const struct expat_library *library;
    struct sheet *sheets; /* owned */
    size_t count, capacity;
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
    ARRAY_RESERVE(workbook->sheets, workbook->count + 1, workbook->capacity);
    workbook->sheets[workbook->count++] =
        (struct sheet){xstrdup(title), xstrdup(link), state && strcmp(state, "visible") != 0};
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

static bool refuse_sheets(const struct workbook *workbook, const char *wanted, struct error *error)
{
    struct buffer names = {0}, quoted = {0};
    for (size_t i = 0; i < workbook->count && i < LISTED_SHEETS; i++) {
        buffer_puts(&names, i ? ", " : "");
        problem_quote(&names, text_of(workbook->sheets[i].name));
    }
    if (workbook->count > LISTED_SHEETS)
        buffer_puts(&names, ", ...");
    if (wanted)
        problem_quote(&quoted, text_of(wanted));
    if (wanted)
        error_set(error, "has no sheet %s; it has %s", quoted.data, names.data);
    else
        error_set(error,
                  "has %zu sheets: %s; choose one with a colon behind the name of the file, as in "
                  "FILE.xlsx:'%s'",
                  workbook->count, names.data, workbook->count ? workbook->sheets[0].name : "NAME");
    buffer_release(&names);
    buffer_release(&quoted);
    return false;
}

static const struct sheet *find_sheet(const struct workbook *workbook, const char *name)
{
    for (size_t i = 0; i < workbook->count; i++)
        if (text_is_equal_folded(text_of(workbook->sheets[i].name), text_of(name)))
            return &workbook->sheets[i];
    return NULL;
}

/* Sheets that the user would not want: hidden ones, and those that describe another. */
static bool is_beside(const struct sheet *sheet)
{
    static const char sign[] = "metadata";
    struct buffer folded = {0};
    text_fold(&folded, text_of(sheet->name));
    bool is_described = folded.length && strstr(folded.data, sign);
    buffer_release(&folded);
    return sheet->is_hidden || is_described;
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

static bool read_rows(const struct parts *parts, struct workbook *workbook,
                      const struct sheet *sheet, const struct sheet_context *context,
                      struct buffer *out, struct error *error)
{
    struct buffer part = {0};
    workbook->link = sheet->link;
    bool is_good =
        find_target(parts, workbook, error) && read_needed(parts, workbook->target, &part, error) &&
        sheet_rows_read(parts->library, workbook->target, buffer_text(&part), context, out, error);
    buffer_release(&part);
    return is_good;
}

/* Reads the only sheet that is neither empty nor beside the matter. */
static bool read_only(const struct parts *parts, struct workbook *workbook,
                      const struct sheet_context *context, struct buffer *out, struct error *error)
{
    size_t found = 0, wanted = 0;
    for (size_t i = 0; i < workbook->count; i++)
        wanted += !is_beside(&workbook->sheets[i]);
    if (!wanted || wanted > LISTED_SHEETS)
        return refuse_sheets(workbook, NULL, error);
    for (size_t i = 0; i < workbook->count && found < 2; i++) {
        struct buffer rows = {0};
        const struct sheet *sheet = &workbook->sheets[i];
        if (is_beside(sheet))
            continue;
        if (!read_rows(parts, workbook, sheet, context, &rows, error)) {
            buffer_release(&rows);
            return false;
        }
        bool is_empty = text_trim(buffer_text(&rows)).length == 0 && wanted > 1;
        if (!is_empty && found++ == 0)
            buffer_append_text(out, buffer_text(&rows));
        buffer_release(&rows);
    }
    return found == 1 || refuse_sheets(workbook, NULL, error);
}

static bool read_sheet(const struct parts *parts, struct workbook *workbook, const char *wanted,
                       struct buffer *out, struct error *error)
{
    struct sheet_context context = {.is_1904 = workbook->is_1904};
    const struct sheet *sheet = wanted ? find_sheet(workbook, wanted) : NULL;
    if (wanted && !sheet)
        return refuse_sheets(workbook, wanted, error);
    bool is_good = read_context(parts, &context, error) &&
                   (sheet ? read_rows(parts, workbook, sheet, &context, out, error)
                          : read_only(parts, workbook, &context, out, error));
    sheet_context_release(&context);
    return is_good;
}

bool workbook_read(workbook_part *read, void *context, const char *sheet, struct buffer *out,
                   struct error *error)
{
    struct expat_library library;
    struct workbook workbook = {0};
    struct parts parts = {read, context, &library};
    if (!expat_library_load(&library, error))
        return false;
    bool is_good =
        read_list(&parts, &workbook, error) && read_sheet(&parts, &workbook, sheet, out, error);
    for (size_t i = 0; i < workbook.count; i++) {
        free(workbook.sheets[i].name);
        free(workbook.sheets[i].link);
    }
    free(workbook.sheets);
    free(workbook.target);
    return is_good;
}
