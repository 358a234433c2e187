/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "evidence/article_choice.h"

#include "base/buffer.h"

#include <stdlib.h>
#include <string.h>

/* The caller frees it. */
static char *folder_of(const struct article_choice *choice, const char *claims)
{
    struct buffer path = {0};
    const char *slash = strrchr(claims, '/');
    if (choice->wanted)
        buffer_puts(&path, choice->wanted);
    else
        buffer_printf(&path, "%.*ssources", slash ? (int)(slash - claims) + 1 : 0, claims);
    return buffer_take(&path);
}

static bool is_open(const struct article_choice *choice, const char *path)
{
    return choice->folder.path && strcmp(choice->folder.path, path) == 0;
}

bool article_choice_enter(struct article_choice *choice, const char *claims, struct error *error)
{
    char *path = folder_of(choice, claims);
    bool is_entered = is_open(choice, path);
    if (!is_entered) {
        article_folder_release(&choice->folder);
        is_entered = article_folder_open(&choice->folder, path, error);
    }
    if (!is_entered && !choice->wanted) {
        struct buffer reason = {0};
        buffer_printf(&reason, "%s; name the folder with --articles=FOLDER", error->text);
        error_set_misuse(error, "%s", reason.data);
        buffer_release(&reason);
    }
    free(path);
    return is_entered;
}

bool article_choice_try(struct article_choice *choice, const char *claims)
{
    char *path = folder_of(choice, claims);
    struct error error = {0};
    bool is_missing = choice->missing && strcmp(choice->missing, path) == 0;
    bool is_entered = !is_missing && article_choice_enter(choice, claims, &error);
    error_release(&error);
    if (is_entered) {
        free(path);
    } else {
        free(choice->missing);
        choice->missing = path;
    }
    return is_entered;
}

void article_choice_release(struct article_choice *choice)
{
    article_folder_release(&choice->folder);
    quote_record_release(&choice->record);
    free(choice->missing);
    *choice = (struct article_choice){0};
}
