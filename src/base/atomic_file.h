/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A file that is written under a temporary name and renamed when it is complete. Whatever goes
 * wrong, the name stands for the whole old file or the whole new one.
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
    ATOMIC_NEW,     /* never replaces an existing file */
    ATOMIC_REPLACE, /* replaces a file and keeps its mode; follows a symbolic link */
    ATOMIC_PRIVATE, /* the same, readable by the owner only */
};

struct atomic_file {
    struct sink out;  /* for the content */
    const char *path; /* the caller's name */
    char *target;     /* owned: the file that it stands for */
    char *name;       /* owned: the temporary name */
    enum atomic_use use;
    mode_t mode;
    int file;
};

/*
 * `path` is borrowed until atomic_file_publish(). Returns false, leaving nothing behind, if the
 * file cannot be created, if it exists and must not be replaced (the error says how to allow it),
 * or if the name is not a regular file.
 */
bool atomic_file_open(struct atomic_file *file, const char *path, enum atomic_use use,
                      struct error *error);
/* Finishes the file in any case. Returns false if the content or the name could not be written. */
bool atomic_file_publish(struct atomic_file *file, struct error *error);
/*
 * Removes all files that are not published yet. Call it when the program ends; it is safe in a
 * signal handler.
 */
void atomic_files_abandon(void);

/*
 * Locks a directory against other processes until folder_unlock(), for files that are read, changed
 * and written back. Waits a few seconds at most. Returns a descriptor, or a negative number with
 * the error set.
 */
int folder_lock(const char *folder, struct error *error);
void folder_unlock(int lock);

#endif
