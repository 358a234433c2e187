/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "evidence/article.h"

#include "base/array.h"
#include "base/ascii.h"
#include "base/memory.h"
#include "base/text.h"
#include "data/io/web_text.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define ARTICLE_MOST ((off_t)16 << 20)

bool article_folder_open(struct article_folder *folder, const char *path, struct error *error)
{
    DIR *directory = opendir(path);
    *folder = (struct article_folder){0};
    if (!directory)
        return error_set(error, "%s: cannot be read as a folder of articles: %s", path,
                         strerror(errno));
    closedir(directory);
    folder->path = xstrndup(path, strlen(path));
    return true;
}

/* Returns the ending of an article's name; NULL for other files. */
static const char *ending_of(const char *name)
{
    static const char *const endings[] = {".txt", ".html", ".htm"};
    size_t length = strlen(name);
    for (size_t i = 0; i < ARRAY_LENGTH(endings); i++)
        if (length > strlen(endings[i]) &&
            strcmp(name + length - strlen(endings[i]), endings[i]) == 0)
            return name + length - strlen(endings[i]);
    return NULL;
}

/* True for 003.txt and 003_title.html, but not for 0031.txt, of the source 003. */
static bool is_file_of(const char *name, struct text source)
{
    const char *ending = ending_of(name);
    if (!source.length || !ending || (size_t)(ending - name) < source.length ||
        memcmp(name, source.data, source.length) != 0)
        return false;
    char behind = name[source.length];
    return !ascii_is_letter(behind) && !ascii_is_digit(behind) && !(behind & 0x80);
}

/* The name itself is better than one that goes on. */
static bool is_exact(const char *name, struct text source)
{
    return name + source.length == ending_of(name);
}

/* Finds the file of a source. False with the reason if two fit equally well. */
static bool find_file(const struct article_folder *folder, struct text source, char **found,
                      struct error *error)
{
    DIR *directory = opendir(folder->path);
    char *other = NULL;
    *found = NULL;
    for (struct dirent *entry; directory && (entry = readdir(directory));) {
        if (!is_file_of(entry->d_name, source))
            continue;
        bool is_better = !*found || is_exact(entry->d_name, source);
        free(other);
        other = is_better ? *found : xstrndup(entry->d_name, strlen(entry->d_name));
        if (is_better)
            *found = xstrndup(entry->d_name, strlen(entry->d_name));
    }
    if (directory)
        closedir(directory);
    bool is_clear = !other || is_exact(*found, source);
    if (!is_clear)
        error_set(error, "%s: both %s and %s are named like source %.*s; name one of them %.*s.txt",
                  folder->path, *found, other, (int)source.length, source.data, (int)source.length,
                  source.data);
    free(other);
    return is_clear;
}

static bool read_bytes(const char *path, struct buffer *bytes, struct error *error)
{
    char piece[1 << 16];
    struct stat about;
    if (stat(path, &about) == 0 && !S_ISREG(about.st_mode))
        return error_set(error, "%s: is no regular file", path);
    if (stat(path, &about) == 0 && about.st_size > ARTICLE_MOST)
        return error_set(error, "%s: is larger than 16 MB; an article is shorter", path);
    FILE *file = fopen(path, "r");
    if (!file)
        return error_set(error, "%s: cannot be opened: %s", path, strerror(errno));
    for (size_t got; (got = fread(piece, 1, sizeof piece, file)) > 0;)
        buffer_append(bytes, piece, got);
    bool is_read =
        !ferror(file) || error_set(error, "%s: cannot be read: %s", path, strerror(errno));
    fclose(file);
    return is_read;
}

/* Replaces a web page by its text. */
static bool read_page(struct article *article, struct error *error)
{
    struct buffer text = {0};
    struct error reason = {0};
    bool is_read = web_text_read(&text, buffer_text(&article->bytes), &reason) ||
                   error_set(error, "%s: %s", article->path, reason.text);
    error_release(&reason);
    buffer_release(&article->bytes);
    article->bytes = text;
    article->is_page = true;
    return is_read;
}

/* Text that is not UTF-8 is taken for CP1252, as in claims files. */
static bool read_file(struct article *article, struct error *error)
{
    struct buffer bytes = {0};
    bool is_read = read_bytes(article->path, &bytes, error);
    struct text text = buffer_text(&bytes), start = text_trim(text);
    if (is_read && text.length && memchr(text.data, '\0', text.length))
        is_read = error_set(error, "%s: is no text; save the text of the article", article->path);
    if (is_read && text_is_utf8(text))
        buffer_append_text(&article->bytes, text);
    else if (is_read)
        text_decode_cp1252(&article->bytes, text);
    if (is_read && start.length && start.data[0] == '<')
        is_read = read_page(article, error);
    plain_text_make(&article->text, buffer_text(&article->bytes));
    buffer_release(&bytes);
    return is_read;
}

static void free_article(struct article *article)
{
    plain_text_release(&article->text);
    buffer_release(&article->bytes);
    free(article->path);
    free(article->source);
    free(article);
}

const struct article *article_find(struct article_folder *folder, struct text source,
                                   struct error *error)
{
    char *name;
    for (size_t i = 0; i < folder->count; i++)
        if (text_is(source, folder->items[i]->source))
            return folder->items[i];
    if (!find_file(folder, source, &name, error)) {
        free(name);
        return NULL;
    }
    struct article *article = xcalloc(1, sizeof *article);
    struct buffer path = {0};
    article->source = xstrndup(source.data, source.length);
    if (name) {
        buffer_printf(&path, "%s/%s", folder->path, name);
        article->path = buffer_take(&path);
    }
    free(name);
    if (article->path && !read_file(article, error)) {
        free_article(article);
        return NULL;
    }
    ARRAY_RESERVE(folder->items, folder->count + 1, folder->capacity);
    return folder->items[folder->count++] = article;
}

void article_folder_release(struct article_folder *folder)
{
    for (size_t i = 0; i < folder->count; i++)
        free_article(folder->items[i]);
    free(folder->items);
    free(folder->path);
    *folder = (struct article_folder){0};
}

size_t article_line(const struct article *article, size_t byte)
{
    size_t line = 1;
    for (size_t i = 0; i < byte && i < article->bytes.length; i++)
        line += article->bytes.data[i] == '\n';
    return line;
}

void article_write_place(struct buffer *out, const struct article *article,
                         const struct quote_check *check)
{
    if (check->start >= check->end)
        return;
    buffer_puts(out, ": ");
    text_make_visible(out, text_of(article->path), true);
    /* Of a web page, lines are those of its text. */
    buffer_printf(out, article->is_page ? ", line %zu of the text" : ":%zu",
                  article_line(article, check->start));
    if (check->outcome == QUOTE_AMBIGUOUS)
        buffer_printf(out, ", the first of %zu places", check->places);
}
