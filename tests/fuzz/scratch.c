/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "scratch.h"

#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define PARTING "\n---\n"

static char folder[] = "/tmp/fuzz.XXXXXX";
static bool is_made;

void require(bool holds)
{
    if (!holds)
        abort();
}

static int remove_entry(const char *path, const struct stat *status, int kind, struct FTW *place)
{
    (void)status, (void)kind, (void)place;
    return remove(path);
}

static void leave(void)
{
    nftw(folder, remove_entry, 16, FTW_PHYS | FTW_DEPTH);
}

static void find_data(void)
{
    static char data[4096];
    const char *sources = getenv("srcdir");
    snprintf(data, sizeof data, "%s/data", sources ? sources : ".");
    char *path = realpath(data, NULL);
    require(path != NULL); /* it is started in a build folder, with srcdir set */
    setenv("TRADESCOPE_DATADIR", path, 1);
    free(path);
}

void scratch_enter(void)
{
    if (is_made)
        return;
    find_data();
    require(mkdtemp(folder) && chdir(folder) == 0);
    is_made = true;
    atexit(leave);
    setenv("HOME", folder, 1);
    unsetenv("XDG_STATE_HOME");
    unsetenv("XDG_CONFIG_HOME");
}

void scratch_write(const char *name, struct text bytes)
{
    unlink(name);
    FILE *file = fopen(name, "wb");
    require(file != NULL);
    require(fwrite(bytes.data, 1, bytes.length, file) == bytes.length);
    require(fclose(file) == 0);
}

/* Up to the first of these marks, which goes with it. */
static struct text take_up_to(struct text *text, const char *mark)
{
    size_t length = strlen(mark), at = 0;
    while (at + length <= text->length && memcmp(text->data + at, mark, length) != 0)
        at++;
    bool is_found = at + length <= text->length;
    struct text part = {text->data, is_found ? at : text->length};
    size_t taken = part.length + (is_found ? length : 0);
    *text = (struct text){text->data + taken, text->length - taken};
    return part;
}

struct text scratch_take_part(struct text *text)
{
    return take_up_to(text, PARTING);
}

struct text scratch_take_line(struct text *text)
{
    return take_up_to(text, "\n");
}
