/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A file that is written beside its name and takes it when it is complete: whatever goes wrong, the
 * name stands for the old file or for the whole new one.
 *
 *     struct atomic_file file;
 *     if (atomic_file_open(&file, path, ATOMIC_NEW, &error)) {
 *         buffer_puts(&file.out.text, ...);
 *         atomic_file_publish(&file, &error);
 *     }
 */
#ifndef TRADESCOPE_BASE_ATOMIC_FILE_H
#define TRADESCOPE_BASE_ATOMIC_FILE_H

#include <stdbool.h>
#include <sys/types.h>

#include "base/error.h"
#include "base/sink.h"

enum atomic_use {
    ATOMIC_NEW,     /* leaves a file that is there alone */
    ATOMIC_REPLACE, /* takes the place of one, with its mode; behind a symbolic link, of its target
                     */
    ATOMIC_PRIVATE, /* the same, and nobody but its owner may read it */
};

struct atomic_file {
    struct sink out;  /* for the content */
    const char *path; /* as the caller names it */
    char *target;     /* owned: what it stands for */
    char *name;       /* owned: where the content lies until then */
    enum atomic_use use;
    mode_t mode;
    int file;
};

/*
 * `path` is borrowed until atomic_file_publish(). False, with nothing left behind, where no file
 * can be made there, where there is one and it is not to be replaced (the error says how to), and
 * where there is something else than a regular file.
 */
bool atomic_file_open(struct atomic_file *file, const char *path, enum atomic_use use,
                      struct error *error);
/* Ends the file, in any case. False where not all could be written, or the name not be had. */
bool atomic_file_publish(struct atomic_file *file, struct error *error);
/* Removes what is not yet published. For a program that ends: safe in a signal handler. */
void atomic_files_abandon(void);

/*
 * Waits, for some seconds at most, until no other process holds the folder, and holds it until
 * folder_unlock(): for files that are read, changed and written. Negative with the reason.
 */
int folder_lock(const char *folder, struct error *error);
void folder_unlock(int lock);

#endif
