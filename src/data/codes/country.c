/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * All names, aliases and codes are keys of one sorted array, each with its scheme, folded to one
 * spelling: lower case, single blanks, and numbers without leading zeros.
 */
#include "config.h"

#include "data/codes/country.h"

#include "base/array.h"
#include "base/ascii.h"
#include "base/buffer.h"
#include "data/csv/csv_table.h"
#include "data/value/decimal.h"

#include <stdlib.h>
#include <string.h>

struct country_key {
    enum country_scheme scheme;
    struct text text; /* folded, in the arena */
    int country;
    size_t line;
};

struct country {
    char *name; /* in the arena */
    enum country_kind kind;
    int fiscal_month; /* 0 if it is not known */
};

struct country_list {
    struct country *items;
    size_t count, capacity;
    struct country_key *keys; /* sorted by scheme and text */
    size_t key_count, key_capacity;
    struct arena arena;
};

enum {
    COLUMN_NAME,
    COLUMN_ALIASES,
    COLUMN_ISO2,
    COLUMN_ISO3,
    COLUMN_M49,
    COLUMN_COMTRADE,
    COLUMN_IMF,
    COLUMN_DGCIS,
    COLUMN_KIND,
    COLUMN_COUNT
};

static const struct {
    const char *name;
    enum country_scheme scheme;
    bool is_of_any; /* also found by COUNTRY_ANY */
} columns[COLUMN_COUNT] = {
    [COLUMN_NAME] = {"name", COUNTRY_ANY, true},
    [COLUMN_ALIASES] = {"aliases", COUNTRY_ANY, true},
    [COLUMN_ISO2] = {"iso2", COUNTRY_ISO2, true},
    [COLUMN_ISO3] = {"iso3", COUNTRY_ISO3, true},
    [COLUMN_M49] = {"m49", COUNTRY_M49, true},
    [COLUMN_COMTRADE] = {"comtrade", COUNTRY_COMTRADE, true},
    [COLUMN_IMF] = {"imf", COUNTRY_IMF, false},
    [COLUMN_DGCIS] = {"dgcis", COUNTRY_DGCIS, false},
    [COLUMN_KIND] = {"kind", COUNTRY_ANY, false},
};

/* The scheme to try next if a code is missing in one; itself to end the search. */
static const enum country_scheme behind[COUNTRY_SCHEMES] = {
    [COUNTRY_ANY] = COUNTRY_ANY,      [COUNTRY_ISO2] = COUNTRY_ANY, [COUNTRY_ISO3] = COUNTRY_ANY,
    [COUNTRY_M49] = COUNTRY_M49,      [COUNTRY_IMF] = COUNTRY_IMF,  [COUNTRY_DGCIS] = COUNTRY_DGCIS,
    [COUNTRY_COMTRADE] = COUNTRY_M49,
};

static const char *const kind_words[] = {
    [COUNTRY_SINGLE] = "",     [COUNTRY_FORMER] = "former", [COUNTRY_REMAINDER] = "remainder",
    [COUNTRY_GROUP] = "group", [COUNTRY_WORLD] = "world",
};

struct reader {
    struct country_list *list;
    size_t columns[COLUMN_COUNT]; /* the column of each field */
};

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static void fold_plain(struct buffer *out, struct text name)
{
    struct buffer spaced = {0};
    name = text_trim(name);
    bool is_code = ascii_is_all_digits(name);
    while (is_code && name.length > 1 && name.data[0] == '0') {
        name.data++;
        name.length--;
    }
    for (size_t i = 0; i < name.length; i++)
        if (!is_blank(name.data[i]))
            buffer_putc(&spaced, name.data[i]);
        else if (!is_blank(name.data[i - 1]))
            buffer_putc(&spaced, ' ');
    if (spaced.length)
        text_fold(out, buffer_text(&spaced));
    buffer_release(&spaced);
}

/* Replaced characters, so that a name is the same whatever keyboard typed it. */
static const struct {
    const char *sign, *plain;
} plain_signs[] = {{"\u2019", "'"}, {"\u2018", "'"}, {"\u02bc", "'"}, {"\u00b4", "'"}, {"`", "'"},
                   {"\u2010", "-"}, {"\u2011", "-"}, {"\u2013", "-"}, {"\u00a0", " "}};

static void put_plain(struct buffer *out, struct text name)
{
    while (name.length) {
        size_t i = 0, length = 1;
        for (; i < ARRAY_LENGTH(plain_signs); i++) {
            length = strlen(plain_signs[i].sign);
            if (name.length >= length && memcmp(name.data, plain_signs[i].sign, length) == 0)
                break;
        }
        if (i < ARRAY_LENGTH(plain_signs))
            buffer_puts(out, plain_signs[i].plain);
        else
            buffer_append(out, name.data, length = 1);
        name.data += length;
        name.length -= length;
    }
}

/* True if no plain sign replaces a part of the name, and it is composed: most names are. */
static bool is_plain(struct text name)
{
    return text_is_ascii(name) && (!name.length || !memchr(name.data, '`', name.length));
}

static void fold_name(struct buffer *out, struct text name)
{
    struct buffer plain = {0}, composed = {0};
    if (is_plain(name)) {
        fold_plain(out, name);
        return;
    }
    put_plain(&plain, name);
    if (plain.length)
        text_compose(&composed, buffer_text(&plain));
    fold_plain(out, composed.length ? buffer_text(&composed) : name);
    buffer_release(&plain);
    buffer_release(&composed);
}

static void put_key(struct country_list *list, enum country_scheme scheme, struct text folded,
                    size_t line)
{
    ARRAY_RESERVE(list->keys, list->key_count + 1, list->key_capacity);
    list->keys[list->key_count++] = (struct country_key){scheme, folded, (int)list->count, line};
}

static void add_key(struct country_list *list, size_t column, struct text name, size_t line)
{
    struct buffer folded = {0};
    fold_name(&folded, name);
    if (folded.length) {
        struct text text = {arena_copy(&list->arena, folded.data, folded.length), folded.length};
        put_key(list, columns[column].scheme, text, line);
        if (columns[column].is_of_any && columns[column].scheme != COUNTRY_ANY)
            put_key(list, COUNTRY_ANY, text, line);
    }
    buffer_release(&folded);
}

/* Adds names separated by "|". */
static void add_keys(struct country_list *list, size_t column, struct text names, size_t line)
{
    size_t start = 0;
    for (size_t i = 0; i <= names.length; i++) {
        if (i < names.length && names.data[i] != '|')
            continue;
        add_key(list, column, (struct text){names.data + start, i - start}, line);
        start = i + 1;
    }
}

static bool take_header(void *context, const struct csv_record *record, struct error *error)
{
    struct reader *reader = context;
    for (size_t i = 0; i < COLUMN_COUNT; i++) {
        reader->columns[i] = record->count;
        for (size_t k = record->count; k-- > 0;)
            if (text_is_equal_folded(text_trim(record->fields[k]), text_of(columns[i].name)))
                reader->columns[i] = k;
    }
    if (reader->columns[COLUMN_NAME] == record->count)
        return error_set(error, "the header has no column `name`; add one with the countries");
    return true;
}

static bool kind_read(struct text word, enum country_kind *kind)
{
    for (size_t i = 0; i < ARRAY_LENGTH(kind_words); i++) {
        *kind = (enum country_kind)i;
        if (text_is_equal_folded(word, text_of(kind_words[i])))
            return true;
    }
    return false;
}

static bool take_row(void *context, const struct csv_record *record, struct error *error)
{
    struct reader *reader = context;
    struct country_list *list = reader->list;
    struct text name = csv_table_cell(record, reader->columns[COLUMN_NAME]);
    struct text kind = csv_table_cell(record, reader->columns[COLUMN_KIND]);
    struct country country = {.name = arena_copy(&list->arena, name.data, name.length)};
    if (!name.length)
        return true;
    if (!kind_read(kind, &country.kind))
        return error_set(error,
                         "`%.*s` is no kind; write former, remainder, group, world or nothing",
                         (int)kind.length, kind.data);
    for (size_t i = 0; i < COLUMN_KIND; i++)
        add_keys(list, i, csv_table_cell(record, reader->columns[i]), record->line);
    ARRAY_RESERVE(list->items, list->count + 1, list->capacity);
    list->items[list->count++] = country;
    return true;
}

static int compare_keys(const void *left, const void *right)
{
    const struct country_key *a = left, *b = right;
    int order = (a->scheme > b->scheme) - (a->scheme < b->scheme);
    if (!order)
        order = text_compare(a->text, b->text);
    return order ? order : (a->country > b->country) - (a->country < b->country);
}

/* Refuses a name that two countries share, or one of them would silently become the other. */
static bool sort_keys(struct country_list *list, const char *path, struct error *error)
{
    if (!list->count)
        return error_set(error, "%s: lists no countries; it needs rows under the header", path);
    qsort(list->keys, list->key_count, sizeof *list->keys, compare_keys);
    for (size_t i = 1; i < list->key_count; i++) {
        struct country_key *a = &list->keys[i - 1], *b = &list->keys[i];
        if (a->country != b->country && a->scheme == b->scheme && text_is_equal(a->text, b->text))
            return error_set(error, "%s:%zu: `%s` names both %s and %s; take it from one of them",
                             path, b->line, b->text.data, list->items[a->country].name,
                             list->items[b->country].name);
    }
    return true;
}

struct country_list *country_list_read(const char *path, struct error *error)
{
    struct country_list *list = xcalloc(1, sizeof *list);
    struct reader reader = {.list = list};
    if (csv_table_read(path, take_header, take_row, &reader, error) && sort_keys(list, path, error))
        return list;
    country_list_free(list);
    return NULL;
}

static bool take_fiscal_year(void *context, const struct csv_record *record, struct error *error)
{
    struct country_list *list = context;
    struct text name = csv_table_cell(record, 0), month = csv_table_cell(record, 1);
    int country = country_find(list, name);
    struct decimal number;
    if (country < 0)
        return error_set(error, "`%.*s` is no country of countries.csv", (int)name.length,
                         name.data);
    if (!decimal_parse(month, &number) || number.places || number.value < 1 || number.value > 12)
        return error_set(error, "`%.*s` is no month; write 1 to 12", (int)month.length, month.data);
    list->items[country].fiscal_month = (int)number.value;
    return true;
}

bool country_list_read_fiscal_years(struct country_list *list, const char *path,
                                    struct error *error)
{
    return csv_table_read(path, NULL, take_fiscal_year, list, error);
}

int country_fiscal_month(const struct country_list *list, int country)
{
    return list->items[country].fiscal_month;
}

void country_list_free(struct country_list *list)
{
    if (!list)
        return;
    free(list->items);
    free(list->keys);
    arena_release(&list->arena);
    free(list);
}

static int find_key(const struct country_list *list, enum country_scheme scheme, struct text folded)
{
    const struct country_key wanted = {scheme, folded, 0, 0};
    size_t low = 0, high = list->key_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (compare_keys(&list->keys[middle], &wanted) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    bool found = low < list->key_count && list->keys[low].scheme == scheme &&
                 text_is_equal(list->keys[low].text, folded);
    return found ? list->keys[low].country : -1;
}

int country_find_code(const struct country_list *list, enum country_scheme scheme, struct text code)
{
    struct buffer folded = {0};
    fold_name(&folded, code);
    int country = find_key(list, scheme, buffer_text(&folded));
    if (country < 0 && behind[scheme] != scheme)
        country = find_key(list, behind[scheme], buffer_text(&folded));
    buffer_release(&folded);
    return country;
}

int country_count(const struct country_list *list)
{
    return (int)list->count;
}

int country_find(const struct country_list *list, struct text name)
{
    return country_find_code(list, COUNTRY_ANY, name);
}

const char *country_name(const struct country_list *list, int country)
{
    return list->items[country].name;
}

enum country_kind country_kind(const struct country_list *list, int country)
{
    return list->items[country].kind;
}

bool country_is_group(const struct country_list *list, int country)
{
    return country_kind(list, country) >= COUNTRY_GROUP;
}

bool country_is_world(const struct country_list *list, int country)
{
    return country_kind(list, country) == COUNTRY_WORLD;
}

bool country_is_same(const struct country_list *list, struct text a, struct text b)
{
    if (text_is_equal_folded(text_trim(a), text_trim(b)))
        return true;
    if (!list)
        return false;
    int country = country_find(list, a);
    return country >= 0 && country == country_find(list, b);
}
