/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The main function of a fuzz program that is built without libFuzzer: it tries the files of its
 * corpus, their beginnings, and damaged copies of them. The damage is drawn from a fixed seed, so
 * that a test which fails does so again.
 */
#include "config.h"

#include "base/array.h"
#include "base/buffer.h"
#include "base/memory.h"
#include "base/paths.h"

#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Of each file of the corpus. */
#ifndef PREFIXES
#define PREFIXES 200
#define DAMAGED_COPIES 500
#endif
#define DAMAGES_A_COPY 4

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Marsaglia's xorshift64. */
static uint64_t random_state = 0x9e3779b97f4a7c15u;

static size_t random_below(size_t limit)
{
    random_state ^= random_state << 13;
    random_state ^= random_state >> 7;
    random_state ^= random_state << 17;
    return (size_t)(random_state % limit);
}

/* Every input is memory of its own exact size, so that reading beyond it is seen. */
static void try_input(const char *data, size_t size)
{
    uint8_t *copy = xmalloc(size ? size : 1);
    memcpy(copy, data, size);
    LLVMFuzzerTestOneInput(copy, size);
    free(copy);
}

static void try_prefixes(const struct buffer *bytes)
{
    size_t step = bytes->length / PREFIXES + 1;
    for (size_t size = 0; size < bytes->length; size += step)
        try_input(bytes->data, size);
    try_input(bytes->data, bytes->length);
}

/* One byte replaced by another, doubled, or cut out. */
static size_t damage(char *data, size_t size)
{
    static const char bytes[] = "\0\n\r\t\"',;:=+-*/()<>&|.%\\0919eExX\x1b\x7f\x80\xc3\xe2\xff";
    if (!size)
        return size;
    size_t place = random_below(size);
    switch (random_below(3)) {
    case 0:
        data[place] = bytes[random_below(sizeof bytes - 1)];
        return size;
    case 1:
        memmove(data + place + 1, data + place, size - place);
        return size + 1;
    default:
        memmove(data + place, data + place + 1, size - place - 1);
        return size - 1;
    }
}

static void try_damaged(const struct buffer *bytes)
{
    char *copy = xmalloc(bytes->length + DAMAGES_A_COPY + 1);
    for (int i = 0; i < DAMAGED_COPIES; i++) {
        size_t size = bytes->length;
        memcpy(copy, bytes->data, size);
        for (int j = 0; j < DAMAGES_A_COPY; j++)
            size = damage(copy, size);
        try_input(copy, size);
    }
    free(copy);
}

static bool read_file(const char *path, struct buffer *bytes)
{
    char block[4096];
    size_t count;
    FILE *file = fopen(path, "rb");
    if (!file)
        return false;
    buffer_append(bytes, "", 0);
    while ((count = fread(block, 1, sizeof block, file)) > 0)
        buffer_append(bytes, block, count);
    return fclose(file) == 0;
}

static bool try_file(const char *path)
{
    struct buffer bytes = {0};
    bool is_read = read_file(path, &bytes);
    if (is_read) {
        try_prefixes(&bytes);
        try_damaged(&bytes);
    } else {
        perror(path);
    }
    buffer_release(&bytes);
    return is_read;
}

/* srcdir/tests/fuzz/corpus/NOUN, for the program fuzz_NOUN; from the root, as a fuzz program may
 * work in a folder of its own. */
static char *corpus_folder(const char *program)
{
    const char *noun = strchr(path_name(program), '_');
    const char *root = getenv("srcdir");
    struct buffer folder = {0};
    buffer_printf(&folder, "%s/tests/fuzz/corpus/%s", root ? root : ".", noun ? noun + 1 : "");
    char *whole = realpath(folder.data, NULL);
    if (!whole)
        return buffer_take(&folder);
    buffer_release(&folder);
    return whole;
}

static int is_visible(const struct dirent *entry)
{
    return entry->d_name[0] != '.';
}

int main(int argc, char **argv)
{
    char *folder = corpus_folder(argc ? argv[0] : "");
    struct dirent **entries;
    int count = scandir(folder, &entries, is_visible, alphasort), tried = 0;
    for (int i = 0; i < count; i++) {
        char *path = path_join(folder, entries[i]->d_name);
        tried += try_file(path);
        free(path);
        free(entries[i]);
    }
    if (count >= 0)
        free(entries);
    if (count <= 0)
        fprintf(stderr, "%s: no corpus\n", folder);
    free(folder);
    return count > 0 && tried == count ? EXIT_SUCCESS : EXIT_FAILURE;
}
