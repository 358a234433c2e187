/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/io/archive_members.h"

#include "base/array.h"
#include "base/text.h"
#include "data/io/problem.h"

#include <string.h>
#include <strings.h>

#define LISTED_NAMES 5

static bool ends_with(const char *name, const char *end)
{
    size_t length = strlen(name), end_length = strlen(end);
    return length >= end_length && strcasecmp(name + length - end_length, end) == 0;
}

static bool is_named_like_data(const char *name)
{
    static const char *const endings[] = {".csv", ".tsv", ".tab", ".txt"};
    for (size_t i = 0; i < ARRAY_LENGTH(endings); i++)
        if (ends_with(name, endings[i]))
            return true;
    return false;
}

static bool is_by_the_way(const char *name)
{
    return strncmp(name, "__MACOSX/", 9) == 0 || ends_with(name, ".DS_Store");
}

/* OOXML files contain this member; in ODF files the type is the first member. */
static bool is_of_workbook(const char *name, size_t number)
{
    return strcmp(name, "[Content_Types].xml") == 0 ||
           (number == 0 && strcmp(name, "mimetype") == 0);
}

static bool is_wanted(const struct archive_members *members, const char *name)
{
    const char *slash = strrchr(name, '/');
    return members->wanted && !members->is_found &&
           (strcmp(name, members->wanted) == 0 ||
            (slash && strcmp(slash + 1, members->wanted) == 0));
}

static void note_name(struct archive_members *members, const char *name)
{
    if (members->count >= LISTED_NAMES)
        return;
    buffer_puts(&members->names, members->count ? ", " : "");
    problem_quote(&members->names, text_of(name));
}

void archive_members_add(struct archive_members *members, const char *name, size_t number)
{
    members->is_workbook = members->is_workbook || is_of_workbook(name, number);
    if (is_by_the_way(name))
        return;
    note_name(members, name);
    if (members->count++ == 0)
        members->only = number;
    if (is_named_like_data(name) && members->data_count++ == 0) {
        members->only_data = number;
        text_make_visible(&members->example, text_of(name), true);
    }
    if (is_wanted(members, name)) {
        members->is_found = true;
        members->found = number;
    }
}

static bool refuse(const struct archive_members *members, struct error *error)
{
    const char *more = members->count > LISTED_NAMES ? ", ..." : "";
    if (!members->wanted)
        return error_set(error,
                         "holds %zu files: %s%s; choose one with a colon behind the name of the "
                         "archive, as in FILE.zip:%s",
                         members->count, members->names.data, more,
                         members->data_count ? members->example.data : "NAME");
    struct buffer wanted = {0};
    problem_quote(&wanted, text_of(members->wanted));
    error_set(error, "has no file %s inside; it holds %s%s", wanted.data, members->names.data,
              more);
    buffer_release(&wanted);
    return false;
}

bool archive_members_choose(const struct archive_members *members, size_t *number,
                            struct error *error)
{
    if (!members->count)
        return error_set(error, "is an empty archive");
    if (members->wanted) {
        *number = members->found;
        return members->is_found || refuse(members, error);
    }
    if (members->is_workbook)
        return error_set(error, "is a workbook or a document; export the sheet as CSV");
    *number = members->data_count == 1 ? members->only_data : members->only;
    return members->data_count == 1 || members->count == 1 || refuse(members, error);
}

void archive_members_release(struct archive_members *members)
{
    buffer_release(&members->names);
    buffer_release(&members->example);
}
