/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/io/web_page.h"

#include "base/array.h"
#include "base/ascii.h"
#include "data/io/convert.h"
#include "data/io/page_parse.h"
#include "data/io/problem.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define DECLARED_WITHIN ((size_t)4096) /* where a page states its encoding */
#define TABLES_APART ((size_t)4)       /* how many times more numbers the chosen one has */
#define LISTED_TABLES ((size_t)8)

/* --- the encoding --- */

/* Copies the word behind "charset=" to `name`. */
static bool find_charset(struct text bytes, char *name, size_t size)
{
    static const char key[] = "charset=";
    size_t length = sizeof key - 1,
           end = bytes.length < DECLARED_WITHIN ? bytes.length : DECLARED_WITHIN;
    for (size_t at = 0; at + length < end; at++) {
        if (strncasecmp(bytes.data + at, key, length) != 0)
            continue;
        size_t written = 0;
        for (at += length; at < end && written + 1 < size; at++) {
            char sign = bytes.data[at];
            if (!ascii_is_letter(sign) && !ascii_is_digit(sign) && !strchr("-_:.", sign)) {
                if (written || !strchr("\"' ", sign))
                    break;
                continue;
            }
            name[written++] = sign;
        }
        name[written] = '\0';
        return written > 0;
    }
    return false;
}

/* Browsers read these as the larger sets of Windows. */
static const char *actual_name(const char *name)
{
    static const struct {
        const char *name, *actual;
    } names[] = {{"gb2312", "GB18030"},       {"gbk", "GB18030"},     {"x-gbk", "GB18030"},
                 {"shift_jis", "CP932"},      {"x-sjis", "CP932"},    {"euc-kr", "CP949"},
                 {"ks_c_5601-1987", "CP949"}, {"big5", "BIG5-HKSCS"}, {"iso-8859-9", "CP1254"},
                 {"windows-874", "CP874"},    {"tis-620", "CP874"}};
    for (size_t i = 0; i < ARRAY_LENGTH(names); i++)
        if (strcasecmp(name, names[i].name) == 0)
            return names[i].actual;
    return name;
}

static bool is_western(const char *name)
{
    return strcasecmp(name, "iso-8859-1") == 0 || strcasecmp(name, "windows-1252") == 0 ||
           strcasecmp(name, "us-ascii") == 0 || strcasecmp(name, "latin1") == 0;
}

static void decode_western(struct buffer *bytes)
{
    struct buffer decoded = {0};
    text_decode_cp1252(&decoded, buffer_text(bytes));
    buffer_release(bytes);
    *bytes = decoded;
}

/* Text that is UTF-8 is nothing else, whatever the page states. */
static bool decode(struct buffer *bytes, const char *encoding, struct buffer *note,
                   struct error *error)
{
    char name[40];
    if (encoding)
        return convert_to_utf8(bytes, encoding, error);
    if (text_is_utf8(buffer_text(bytes)))
        return true;
    bool is_stated = find_charset(buffer_text(bytes), name, sizeof name);
    if (is_stated && !is_western(name) && convert_knows(actual_name(name)) &&
        strcasecmp(name, "utf-8") != 0)
        return convert_to_utf8(bytes, actual_name(name), error);
    if (!is_stated || !is_western(name))
        buffer_printf(note,
                      "is not UTF-8 and %s encoding, so it is read as Windows-1252; `--encoding` "
                      "states another",
                      is_stated ? "names another" : "names no");
    decode_western(bytes);
    return true;
}

static void drop_nul(struct buffer *bytes)
{
    for (size_t i = 0; i < bytes->length; i++)
        if (!bytes->data[i])
            bytes->data[i] = ' ';
}

/* --- which table --- */

struct choice {
    const struct page_table **tables; /* owned: those of data, in the order of the page */
    size_t count;
    size_t best, rivals; /* its number, and those of which it is not much larger */
};

static size_t weight_of(const struct page_table *table, bool has_numbers)
{
    struct page_table_shape shape = page_table_shape(table);
    return has_numbers ? shape.numbers : shape.rows * table->columns;
}

static struct choice find_tables(const struct web_page *page, bool has_numbers)
{
    struct choice choice = {.tables = xcalloc(page->count + 1, sizeof *choice.tables)};
    size_t most = 0;
    for (size_t i = 0; i < page->count; i++) {
        size_t weight = weight_of(&page->tables[i], has_numbers);
        if (weight > most) {
            most = weight;
            choice.best = choice.count;
        }
        if (weight)
            choice.tables[choice.count++] = &page->tables[i];
    }
    for (size_t i = 0; i < choice.count; i++)
        choice.rivals +=
            i != choice.best && weight_of(choice.tables[i], has_numbers) * TABLES_APART >= most;
    return choice;
}

static void describe(const struct page_table *table, size_t number, struct buffer *out)
{
    size_t rows = page_table_shape(table).rows;
    buffer_printf(out, "%zu (%zu row%s: ", number, rows, rows == 1 ? "" : "s");
    page_table_name(table, out);
    buffer_puts(out, ")");
}

static bool refuse_choice(const struct choice *choice, const char *wanted, struct error *error)
{
    struct buffer list = {0}, quoted = {0};
    for (size_t i = 0; i < choice->count && i < LISTED_TABLES; i++) {
        buffer_puts(&list, i ? ", " : "");
        describe(choice->tables[i], i + 1, &list);
    }
    if (choice->count > LISTED_TABLES)
        buffer_puts(&list, ", ...");
    if (wanted) {
        problem_quote(&quoted, text_of(wanted));
        error_set(error, "has no table %s; its tables of data are %s", quoted.data, list.data);
    } else {
        error_set(error,
                  "is a web page with %zu tables of data: %s; choose one with a colon behind the "
                  "name of the file, as in FILE.html:%zu",
                  choice->count, list.data, choice->best + 1);
    }
    buffer_release(&list);
    buffer_release(&quoted);
    return false;
}

static bool refuse_page(const struct web_page *page, struct error *error)
{
    struct buffer title = {0};
    struct text text = text_trim(buffer_text(&page->title));
    if (text.length) {
        buffer_puts(&title, ": ");
        problem_quote(&title, text);
    }
    error_set(error,
              "is a web page without a table of data, perhaps an error page%s; download the data "
              "again",
              title.length ? title.data : "");
    buffer_release(&title);
    return false;
}

static void say_choice(const struct web_page *page, const struct choice *choice, size_t chosen,
                       struct buffer *note)
{
    if (page->count < 2)
        return;
    buffer_puts(note, note->length ? "; " : "");
    buffer_puts(note, "the table that is read is ");
    describe(choice->tables[chosen], chosen + 1, note);
    if (choice->count > 1) {
        buffer_puts(note, "; left are ");
        for (size_t i = 0, told = 0; i < choice->count && told < LISTED_TABLES; i++) {
            if (i == chosen)
                continue;
            buffer_puts(note, told++ ? ", " : "");
            describe(choice->tables[i], i + 1, note);
        }
        if (choice->count - 1 > LISTED_TABLES)
            buffer_printf(note, " and %zu more", choice->count - 1 - LISTED_TABLES);
    }
    size_t others = page->count - choice->count;
    if (others)
        buffer_printf(note, "; %zu more %s no rows of data", others, others == 1 ? "has" : "have");
}

static bool choose(const struct web_page *page, const char *wanted, struct buffer *out,
                   struct buffer *note, bool *is_cut, struct error *error)
{
    struct choice choice = find_tables(page, true);
    if (!choice.count) {
        free(choice.tables);
        choice = find_tables(page, false);
    }
    char *end = NULL;
    size_t number = wanted ? strtoul(wanted, &end, 10) : choice.best + 1;
    if (end && *end)
        number = 0;
    bool is_good = choice.count != 0 || refuse_page(page, error);
    if (is_good && (wanted ? !number || number > choice.count : choice.rivals > 0))
        is_good = refuse_choice(&choice, wanted, error);
    if (is_good) {
        if (!wanted)
            say_choice(page, &choice, number - 1, note);
        page_table_write(choice.tables[number - 1], out);
        *is_cut = choice.tables[number - 1]->is_cut;
    }
    free(choice.tables);
    return is_good;
}

bool web_page_read(struct buffer *bytes, const char *encoding, const char *wanted,
                   struct buffer *out, struct buffer *note, bool *is_cut, struct error *error)
{
    struct web_page page = {0};
    if (!decode(bytes, encoding, note, error))
        return false;
    drop_nul(bytes);
    bool is_good = page_parse(buffer_text(bytes), &page, error) &&
                   choose(&page, wanted, out, note, is_cut, error);
    page_release(&page);
    return is_good;
}
