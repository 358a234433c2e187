/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Compressed bytes and zip archives for tests, made with libarchive. The caller releases the
 * buffers.
 */
#ifndef TRADESCOPE_TESTS_PACKING_H
#define TRADESCOPE_TESTS_PACKING_H

#include <archive.h>
#include <archive_entry.h>

#include "base/buffer.h"

typedef int packing_filter(struct archive *);

struct packing_member {
    const char *name;
    struct text content;
};

static la_ssize_t packing_write(struct archive *archive, void *out, const void *bytes, size_t size)
{
    (void)archive;
    buffer_append(out, bytes, size);
    return (la_ssize_t)size;
}

static void packing_add(struct archive *archive, const struct packing_member *member)
{
    struct archive_entry *entry = archive_entry_new();
    archive_entry_set_pathname(entry, member->name);
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_perm(entry, 0644);
    archive_entry_set_size(entry, (la_int64_t)member->content.length);
    archive_write_header(archive, entry);
    archive_write_data(archive, member->content.data, member->content.length);
    archive_entry_free(entry);
}

static void packing_finish(struct archive *archive, struct buffer *out,
                           const struct packing_member *members, size_t count)
{
    archive_write_set_bytes_in_last_block(archive, 1);
    archive_write_open(archive, out, NULL, packing_write, NULL);
    for (size_t i = 0; i < count; i++)
        packing_add(archive, &members[i]);
    archive_write_close(archive);
    archive_write_free(archive);
}

/* Appends the text as one compressed file. */
__attribute__((unused)) static void pack(struct buffer *out, packing_filter *filter,
                                         struct text text)
{
    struct archive *archive = archive_write_new();
    archive_write_set_format_raw(archive);
    filter(archive);
    archive_write_set_filter_option(archive, NULL, "compression-level", "1");
    packing_finish(archive, out, &(struct packing_member){"data", text}, 1);
}

/* Appends a zip archive; with a password (may be NULL) it is encrypted. */
__attribute__((unused)) static void pack_zip(struct buffer *out,
                                             const struct packing_member *members, size_t count,
                                             const char *password)
{
    struct archive *archive = archive_write_new();
    archive_write_set_format_zip(archive);
    if (password) {
        archive_write_set_options(archive, "zip:encryption=traditional");
        archive_write_set_passphrase(archive, password);
    }
    packing_finish(archive, out, members, count);
}

#endif
