/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/format/format_list.h"

#include "base/array.h"
#include "base/paths.h"
#include "data/io/small_file.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#define ENDING ".format"

static size_t find_place(const struct format_list *list, struct text name)
{
    size_t place = 0;
    while (place < list->count && text_compare(text_of(list->formats[place]->name), name) < 0)
        place++;
    return place;
}

const struct format *format_list_find(const struct format_list *list, struct text name)
{
    size_t place = find_place(list, name);
    bool found = place < list->count && text_is(name, list->formats[place]->name);
    return found ? list->formats[place] : NULL;
}

static void free_format(struct format *format)
{
    format_release(format);
    free(format);
}

static void add(struct format_list *list, struct format *format)
{
    size_t place = find_place(list, text_of(format->name));
    if (place < list->count && strcmp(list->formats[place]->name, format->name) == 0) {
        free_format(list->formats[place]);
        list->formats[place] = format;
        return;
    }
    ARRAY_RESERVE(list->formats, list->count + 1, list->capacity);
    memmove(list->formats + place + 1, list->formats + place,
            (list->count++ - place) * sizeof(struct format *));
    list->formats[place] = format;
}

static void read_file(struct format_list *list, const char *path)
{
    struct small_file input;
    struct error error = {0};
    if (!small_file_read(&input, path, &error)) {
        problem_add(&list->problems, path, 0, 0, "%s", error.text);
        error_release(&error);
        return;
    }
    struct format *format = xcalloc(1, sizeof *format);
    if (format_parse(format, path, buffer_text(&input.bytes), &list->problems))
        add(list, format);
    else
        free_format(format);
    small_file_release(&input);
}

static int is_format(const struct dirent *entry)
{
    size_t length = strlen(entry->d_name), ending = strlen(ENDING);
    return entry->d_name[0] != '.' && length > ending &&
           strcmp(entry->d_name + length - ending, ENDING) == 0;
}

void format_list_read_folder(struct format_list *list, const char *folder)
{
    struct dirent **entries;
    int count = scandir(folder, &entries, is_format, alphasort);
    if (count < 0) {
        if (errno != ENOENT)
            problem_add(&list->problems, folder, 0, 0, "cannot be read: %s", strerror(errno));
        return;
    }
    for (int i = 0; i < count; i++) {
        char *path = path_join(folder, entries[i]->d_name);
        read_file(list, path);
        free(path);
        free(entries[i]);
    }
    free(entries);
}

void format_list_need(struct format_list *list)
{
    if (list->is_deferred)
        format_list_read(list);
}

void format_list_read(struct format_list *list)
{
    list->is_deferred = false;
    char *shipped = path_of_data("formats"), *config = path_of_config();
    format_list_read_folder(list, shipped);
    if (config) {
        char *own = path_join(config, "formats");
        format_list_read_folder(list, own);
        free(own);
    }
    free(shipped);
    free(config);
}

void format_list_release(struct format_list *list)
{
    for (size_t i = 0; i < list->count; i++)
        free_format(list->formats[i]);
    free(list->formats);
    problem_list_release(&list->problems);
    *list = (struct format_list){0};
}

static void write_names(struct buffer *out, const struct word_list *names, const char *between)
{
    for (size_t i = 0; i < names->count; i++) {
        buffer_puts(out, i ? between : "");
        buffer_append_text(out, names->words[i]);
    }
}

static void write_recognised(struct buffer *out, const struct format *format)
{
    write_names(out, &format->exactly, " ");
    for (size_t i = 0; i < format->with_count; i++) {
        buffer_puts(out, i || format->exactly.count ? " " : "");
        write_names(out, &format->with[i], "|");
    }
}

void format_list_write(const struct format_list *list, struct buffer *out)
{
    for (size_t i = 0; i < list->count; i++) {
        const struct format *format = list->formats[i];
        buffer_printf(out, "%s\t%.*s\t", format->name, (int)format->title.length,
                      format->title.data);
        write_recognised(out, format);
        buffer_putc(out, '\n');
    }
}
