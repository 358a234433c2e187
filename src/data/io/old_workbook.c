/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/io/old_workbook.h"

#define CONVERT "convert it: `soffice --headless --convert-to csv FILE`"

#ifdef HAVE_FREEXL

#include "base/array.h"
#include "data/io/biff_records.h"
#include "data/io/loaded_library.h"
#include "data/io/sheet_list.h"
#include "data/io/sheet_writer.h"

#include <errno.h>
#include <freexl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define EXACT_DIGITS 15 /* what a spreadsheet shows of a number */

/* The functions of freexl that the program calls. */
#define FREEXL_FUNCTIONS(X)           \
    X(freexl_close)                   \
    X(freexl_get_cell_value)          \
    X(freexl_get_info)                \
    X(freexl_get_worksheet_name)      \
    X(freexl_open)                    \
    X(freexl_select_active_worksheet) \
    X(freexl_worksheet_dimensions)

struct freexl_library {
#define FREEXL_MEMBER(name) __typeof__(name) *name;
    FREEXL_FUNCTIONS(FREEXL_MEMBER)
#undef FREEXL_MEMBER
};

static const struct library_function functions[] = {
#define FREEXL_ENTRY(name) {#name, offsetof(struct freexl_library, name)},
    FREEXL_FUNCTIONS(FREEXL_ENTRY)
#undef FREEXL_ENTRY
};

struct old_workbook {
    struct freexl_library library;
    const void *handle;
    struct biff_summary summary;
};

/* --- opening --- */

static bool refuse_status(int status, struct error *error)
{
    if (status == FREEXL_BIFF_WORKBOOK_NOT_FOUND)
        return error_set(error, "is a document of Office and no workbook; tradescope reads tables");
    return error_set(error,
                     "is damaged, or a workbook (.xls) of a kind that freexl cannot read (its "
                     "error %d); " CONVERT,
                     status);
}

/* freexl opens a name, so the bytes are in a file that has none any more. */
static bool open_bytes(struct old_workbook *workbook, struct text bytes, struct error *error)
{
    char name[40];
    FILE *file = tmpfile();
    bool is_written =
        file && fwrite(bytes.data, 1, bytes.length, file) == bytes.length && fflush(file) == 0;
    if (!is_written) {
        error_set(error, "cannot be read: no temporary file can be written (%s)", strerror(errno));
    } else {
        snprintf(name, sizeof name, "/dev/fd/%d", fileno(file));
        int status = workbook->library.freexl_open(name, &workbook->handle);
        is_written = status == FREEXL_OK || refuse_status(status, error);
    }
    if (file)
        fclose(file);
    return is_written;
}

static bool list_sheets(const struct old_workbook *workbook, struct sheet_list *sheets,
                        struct error *error)
{
    const struct biff_summary *summary = &workbook->summary;
    unsigned count = 0, password = FREEXL_BIFF_PLAIN;
    workbook->library.freexl_get_info(workbook->handle, FREEXL_BIFF_PASSWORD, &password);
    if (password == FREEXL_BIFF_OBFUSCATED)
        return error_set(error, "is encrypted; save it without its password first");
    workbook->library.freexl_get_info(workbook->handle, FREEXL_BIFF_SHEET_COUNT, &count);
    for (unsigned i = 0; i < count && i < BIFF_SHEETS; i++) {
        const char *name = NULL;
        char number[20];
        workbook->library.freexl_get_worksheet_name(workbook->handle, (unsigned short)i, &name);
        snprintf(number, sizeof number, "%u", i);
        sheet_list_add(sheets, name ? name : "", number,
                       i < summary->sheet_count && summary->sheets[i].is_hidden);
    }
    return count > 0 || refuse_status(FREEXL_BIFF_ILLEGAL_SHEET_INDEX, error);
}

/* --- cells --- */

static void write_cell(struct sheet_writer *writer, size_t column, const FreeXL_CellValue *cell)
{
    char number[40];
    switch (cell->type) {
    case FREEXL_CELL_INT:
        snprintf(number, sizeof number, "%d", cell->value.int_value);
        sheet_writer_cell(writer, column, text_of(number));
        break;
    case FREEXL_CELL_DOUBLE:
        snprintf(number, sizeof number, "%.*g", EXACT_DIGITS, cell->value.double_value);
        sheet_writer_cell(writer, column, text_of(number));
        break;
    case FREEXL_CELL_TEXT:
    case FREEXL_CELL_SST_TEXT:
    case FREEXL_CELL_DATE:
    case FREEXL_CELL_DATETIME:
    case FREEXL_CELL_TIME:
        if (cell->value.text_value)
            sheet_writer_cell(writer, column, text_of(cell->value.text_value));
        break;
    default:
        break;
    }
}

/* freexl sees no cell where a formula resulted in a text. */
static void take_cell(const struct old_workbook *workbook, size_t sheet, unsigned row,
                      unsigned short column, struct sheet_writer *writer)
{
    FreeXL_CellValue cell = {0};
    int status = workbook->library.freexl_get_cell_value(workbook->handle, row, column, &cell);
    if (status == FREEXL_OK && cell.type != FREEXL_CELL_NULL)
        write_cell(writer, (size_t)column + 1, &cell);
    else
        sheet_writer_cell(writer, (size_t)column + 1,
                          biff_text_of(&workbook->summary, sheet, row, column));
}

/* A sheet_reader. */
static bool read_rows(void *context, const struct sheet *sheet, struct buffer *out,
                      struct error *error)
{
    const struct old_workbook *workbook = context;
    unsigned rows = 0;
    unsigned short columns = 0;
    struct sheet_writer writer = {0};
    size_t number = strtoul(sheet->link, NULL, 10);
    int status =
        workbook->library.freexl_select_active_worksheet(workbook->handle, (unsigned short)number);
    if (status == FREEXL_OK)
        status = workbook->library.freexl_worksheet_dimensions(workbook->handle, &rows, &columns);
    for (unsigned row = 0; status == FREEXL_OK && row < rows; row++) {
        for (unsigned short column = 0; column < columns; column++)
            take_cell(workbook, number, row, column, &writer);
        sheet_writer_end_row(&writer);
    }
    bool is_good = status == FREEXL_OK || refuse_status(status, error);
    if (is_good)
        sheet_writer_finish(&writer, out);
    sheet_writer_release(&writer);
    return is_good;
}

static bool load(struct freexl_library *library, struct error *error)
{
    const char *said;
    return loaded_library_open(FREEXL_SONAME, functions, ARRAY_LENGTH(functions), library, &said) ||
           error_set(error,
                     "is a workbook of the old kind (.xls), and the library that reads it cannot "
                     "be loaded (%s); install freexl, or " CONVERT,
                     said);
}

bool old_workbook_read(struct buffer *bytes, const char *sheet, struct buffer *out,
                       struct buffer *note, struct error *error)
{
    struct old_workbook workbook = {0};
    struct sheet_list sheets = {0};
    if (!load(&workbook.library, error))
        return false;
    bool is_good = biff_records_prepare(bytes, &workbook.summary, error) &&
                   open_bytes(&workbook, buffer_text(bytes), error) &&
                   list_sheets(&workbook, &sheets, error) &&
                   sheet_list_read(&sheets, sheet, read_rows, &workbook, out, note, error);
    biff_summary_release(&workbook.summary);
    if (workbook.handle)
        workbook.library.freexl_close(workbook.handle);
    sheet_list_release(&sheets);
    return is_good;
}

#else

bool old_workbook_read(struct buffer *bytes, const char *sheet, struct buffer *out,
                       struct buffer *note, struct error *error)
{
    (void)bytes, (void)sheet, (void)out, (void)note;
    return error_set(error,
                     "is a workbook of the old kind (.xls) or a document of Office, and this "
                     "program was built without freexl; " CONVERT);
}

#endif
