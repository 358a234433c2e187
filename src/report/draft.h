/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A file that is written beside its name and takes it when it is complete: whatever goes wrong, the
 * name stands for the old file or for the whole new one.
 *
 *     struct draft draft;
 *     if (draft_open(&draft, path, false, &error)) {
 *         buffer_puts(&draft.out.text, ...);
 *         draft_publish(&draft, &error);
 *     }
 */
#ifndef TRADESCOPE_REPORT_DRAFT_H
#define TRADESCOPE_REPORT_DRAFT_H

#include "base/error.h"
#include "base/sink.h"

struct draft {
    struct sink out; /* for the content */
    const char *path;
    char *name; /* owned: where it lies until it is published */
    bool replaces;
    int file;
};

/*
 * `path` is borrowed until draft_publish(). False, with nothing left behind, where no file can be
 * made there, or where there is one and it is not to be replaced: the error says how to.
 */
bool draft_open(struct draft *draft, const char *path, bool replaces, struct error *error);
/* Ends the draft, in any case. False where not all could be written, or the name not be had. */
bool draft_publish(struct draft *draft, struct error *error);

#endif
