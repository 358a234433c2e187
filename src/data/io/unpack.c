/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * gzip is read with zlib, as libarchive verifies neither checksums nor lengths of it; the other
 * formats with libarchive. A zip archive is opened twice: to list its files and choose one, and to
 * read that one.
 */
#include "config.h"

#include "data/io/unpack.h"

#include "base/array.h"
#include "base/buffer.h"
#include "data/io/archive_library.h"
#include "data/io/gunzip.h"
#include "data/io/archive_members.h"
#include "data/io/file_sniff.h"
#include "data/io/old_workbook.h"
#include "data/io/web_page.h"
#include "data/io/workbook.h"

#include <errno.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define BLOCK ((size_t)64 * 1024)

struct unpack;
typedef bool converter(struct unpack *unpack, const char *member, const char *encoding,
                       struct error *error);

struct packed_kind {
    size_t offset;
    const char *bytes;
    size_t length;
    const char *name;
    size_t
        support; /* offset of the function that enables it in struct archive_library; 0 for gzip */
    bool is_archive; /* contains files with names */
    /* Makes rows of the whole file; NULL if it is unpacked. */
    converter *convert;
};

#define READ_BY(name) (offsetof(struct archive_library, archive_read_support_##name))

_Static_assert(READ_BY(filter_xz) != 0 && READ_BY(filter_zstd) != 0 && READ_BY(filter_bzip2) != 0,
               "0 is none of those");

static converter read_page, read_old_workbook;

static const struct packed_kind page = {
    .name = "web page", .is_archive = true, .convert = read_page};

static const struct packed_kind kinds[] = {
    {0, "\x1F\x8B\x08", 3, "gzip", 0, false, NULL},
    {0,
     "\xFD"
     "7zXZ",
     6, "xz", READ_BY(filter_xz), false, NULL},
    {0, "\x28\xB5\x2F\xFD", 4, "zstd", READ_BY(filter_zstd), false, NULL},
    {4, "1AY&SY", 6, "bzip2", READ_BY(filter_bzip2), false, NULL},
    {4, "\x17\x72\x45\x38\x50\x90", 6, "bzip2", READ_BY(filter_bzip2), false, NULL},
    {0, "PK\x03\x04", 4, "zip", READ_BY(format_zip_seekable), true, NULL},
    {0, "\xD0\xCF\x11\xE0", 4, "workbook", 0, true, read_old_workbook},
};

struct unpack {
    struct raw_input *raw; /* borrowed */
    const struct packed_kind *kind;
    struct gunzip *gunzip;          /* the reader: either this one */
    struct archive_library library; /* or this one */
    struct archive *archive;        /* NULL if gunzip is used */
    struct error failure;           /* of the raw input */
    struct text
        pending; /* unpacked and not yet returned; libarchive owns it until the next block */
    bool is_ended;
    bool has_sheet;      /* the file has sheets or tables, of which one is read ... */
    struct buffer sheet; /* ... into this one */
    struct buffer note;
    bool is_cut;  /* the file ends within the table */
    size_t given; /* bytes of it that were returned */
    char block[BLOCK];
};

static const struct packed_kind *recognise(struct text head)
{
    for (size_t i = 0; i < ARRAY_LENGTH(kinds); i++)
        if (head.length >= kinds[i].offset + kinds[i].length &&
            memcmp(head.data + kinds[i].offset, kinds[i].bytes, kinds[i].length) == 0)
            return &kinds[i];
    return file_sniff_is_page(head) ? &page : NULL;
}

bool unpack_recognises(struct text head)
{
    return recognise(head) != NULL;
}

bool unpack_needs_seeking(struct text head)
{
    const struct packed_kind *kind = recognise(head);
    return kind && kind->is_archive;
}

/* --- libarchive's reading from an origin --- */

static la_ssize_t read_origin(struct archive *archive, void *context, const void **bytes)
{
    struct unpack *unpack = context;
    *bytes = unpack->block;
    ssize_t got = raw_input_next(unpack->raw, unpack->block, BLOCK, &unpack->failure);
    if (got < 0)
        unpack->library.archive_set_error(archive, EIO, "%s", unpack->failure.text);
    return got;
}

static la_int64_t skip_origin(struct archive *archive, void *context, la_int64_t size)
{
    (void)archive;
    struct raw_input *raw = ((struct unpack *)context)->raw;
    if (!raw_input_is_seekable(raw) || size <= 0)
        return 0;
    uint64_t before = raw_input_tell(raw), left = raw_input_size(raw) - before;
    raw_input_seek(raw, before + ((uint64_t)size < left ? (uint64_t)size : left));
    return (la_int64_t)(raw_input_tell(raw) - before);
}

static la_int64_t seek_origin(struct archive *archive, void *context, la_int64_t offset, int whence)
{
    (void)archive;
    struct raw_input *raw = ((struct unpack *)context)->raw;
    la_int64_t from = whence == SEEK_END   ? (la_int64_t)raw_input_size(raw)
                      : whence == SEEK_CUR ? (la_int64_t)raw_input_tell(raw)
                                           : 0;
    if (offset < -from)
        return ARCHIVE_FATAL;
    raw_input_seek(raw, (uint64_t)(from + offset));
    return (la_int64_t)raw_input_tell(raw);
}

/* --- errors --- */

/* The message of libarchive may quote the archive, so it is not trusted. */
static bool refuse_damage(struct unpack *unpack, struct error *error)
{
    if (unpack->failure.text)
        return error_set(error, "%s", unpack->failure.text);
    const char *said = unpack->library.archive_error_string(unpack->archive);
    struct buffer reason = {0};
    text_make_visible(&reason, text_of(said ? said : "no reason given"), true);
    error_set(error, "is damaged or incomplete (%s: %s); download or copy it again",
              unpack->kind->name, reason.data);
    buffer_release(&reason);
    return false;
}

static bool refuse_encryption(struct error *error)
{
    return error_set(error, "is encrypted; unpack it with its password first (unzip)");
}

/* --- opening --- */

static int support(struct unpack *unpack)
{
    int (*function)(struct archive *);
    memcpy(&function, (char *)&unpack->library + unpack->kind->support, sizeof function);
    return function(unpack->archive);
}

static bool start(struct unpack *unpack, struct error *error)
{
    raw_input_rewind(unpack->raw, (struct text){0});
    unpack->archive = unpack->library.archive_read_new();
    if (!unpack->archive)
        return error_set(error, "cannot be unpacked: out of memory");
    /* A warning means that libarchive would start an external program. Refuse that. */
    if (support(unpack) != ARCHIVE_OK)
        return error_set(error,
                         "is compressed with %s, which libarchive cannot read here; "
                         "unpack it first",
                         unpack->kind->name);
    if (!unpack->kind->is_archive) {
        unpack->library.archive_read_support_format_raw(unpack->archive);
        unpack->library.archive_read_support_format_empty(unpack->archive);
    }
    unpack->library.archive_read_set_read_callback(unpack->archive, read_origin);
    unpack->library.archive_read_set_skip_callback(unpack->archive, skip_origin);
    if (raw_input_is_seekable(unpack->raw))
        unpack->library.archive_read_set_seek_callback(unpack->archive, seek_origin);
    unpack->library.archive_read_set_callback_data(unpack->archive, unpack);
    return unpack->library.archive_read_open1(unpack->archive) == ARCHIVE_OK ||
           refuse_damage(unpack, error);
}

static void stop(struct unpack *unpack)
{
    if (unpack->archive)
        unpack->library.archive_read_free(unpack->archive);
    unpack->archive = NULL;
}

enum step { STEP_ENTRY, STEP_END, STEP_ERROR };

static enum step next_entry(struct unpack *unpack, struct archive_entry **entry,
                            struct error *error)
{
    int status = unpack->library.archive_read_next_header(unpack->archive, entry);
    if (status == ARCHIVE_OK || status == ARCHIVE_WARN)
        return STEP_ENTRY;
    if (status == ARCHIVE_EOF)
        return STEP_END;
    refuse_damage(unpack, error);
    return STEP_ERROR;
}

static const char *name_of(const struct unpack *unpack, struct archive_entry *entry)
{
    const char *name = unpack->library.archive_entry_pathname_utf8(entry);
    if (!name)
        name = unpack->library.archive_entry_pathname(entry);
    return name ? name : "";
}

static bool list_members(struct unpack *unpack, struct archive_members *members,
                         struct error *error)
{
    struct archive_entry *entry;
    enum step step;
    for (size_t number = 0; (step = next_entry(unpack, &entry, error)) == STEP_ENTRY; number++)
        if (unpack->library.archive_entry_filetype(entry) == AE_IFREG)
            archive_members_add(members, name_of(unpack, entry), number);
    return step == STEP_END;
}

static bool go_to(struct unpack *unpack, size_t number, struct error *error)
{
    struct archive_entry *entry = NULL;
    for (size_t i = 0; i <= number; i++)
        switch (next_entry(unpack, &entry, error)) {
        case STEP_ENTRY:
            break;
        case STEP_END:
            return refuse_damage(unpack, error);
        case STEP_ERROR:
            return false;
        }
    return unpack->library.archive_entry_is_data_encrypted(entry) ? refuse_encryption(error) : true;
}

static bool next_block(struct unpack *unpack, struct error *error);

static bool read_whole(struct unpack *unpack, const char *name, struct buffer *out,
                       struct error *error)
{
    unpack->is_ended = false;
    while (!unpack->is_ended) {
        if (!next_block(unpack, error))
            return false;
        buffer_append_text(out, unpack->pending);
        unpack->pending.length = 0;
        if (out->length > LARGEST_PART)
            return error_set(error,
                             "is too large a workbook: its part %s has more than %zu MiB; export "
                             "the sheet as CSV",
                             name, LARGEST_PART >> 20);
    }
    return true;
}

/* A workbook_part. */
static bool read_part(void *context, const char *name, struct buffer *out, struct error *error)
{
    struct unpack *unpack = context;
    struct archive_entry *entry;
    stop(unpack);
    if (!start(unpack, error))
        return false;
    enum step step;
    while ((step = next_entry(unpack, &entry, error)) == STEP_ENTRY)
        if (strcmp(name_of(unpack, entry), name) == 0)
            return unpack->library.archive_entry_is_data_encrypted(entry)
                       ? refuse_encryption(error)
                       : read_whole(unpack, name, out, error);
    return false;
}

static bool read_workbook(struct unpack *unpack, const char *sheet, struct error *error)
{
    unpack->has_sheet = true;
    return workbook_read(read_part, unpack, sheet, &unpack->sheet, &unpack->note, error);
}

static bool read_file(struct unpack *unpack, struct buffer *bytes, struct error *error)
{
    ssize_t got;
    raw_input_rewind(unpack->raw, (struct text){0});
    while ((got = raw_input_next(unpack->raw, unpack->block, BLOCK, error)) > 0) {
        buffer_append(bytes, unpack->block, (size_t)got);
        if (bytes->length > LARGEST_PART)
            return error_set(error,
                             "has more than %zu MiB, too large for a %s; export its table as CSV",
                             LARGEST_PART >> 20, unpack->kind->name);
    }
    return got == 0;
}

static bool read_page(struct unpack *unpack, const char *member, const char *encoding,
                      struct error *error)
{
    struct buffer bytes = {0};
    bool is_good =
        read_file(unpack, &bytes, error) && web_page_read(&bytes, encoding, member, &unpack->sheet,
                                                          &unpack->note, &unpack->is_cut, error);
    buffer_release(&bytes);
    return is_good;
}

static bool read_old_workbook(struct unpack *unpack, const char *member, const char *encoding,
                              struct error *error)
{
    struct buffer bytes = {0};
    (void)encoding;
    bool is_good = read_file(unpack, &bytes, error) &&
                   old_workbook_read(&bytes, member, &unpack->sheet, &unpack->note, error);
    buffer_release(&bytes);
    return is_good;
}

static bool find_member(struct unpack *unpack, const char *name, struct error *error)
{
    struct archive_members members = {.wanted = name};
    size_t number = 0;
    bool is_listed = list_members(unpack, &members, error), is_workbook = members.is_workbook;
    bool is_chosen = is_listed && (is_workbook || archive_members_choose(&members, &number, error));
    archive_members_release(&members);
    if (is_chosen && is_workbook)
        return read_workbook(unpack, name, error);
    if (!is_chosen)
        return false;
    stop(unpack);
    return start(unpack, error) && go_to(unpack, number, error);
}

/* A compressed file has one entry, or none if it is empty. */
static bool begin(struct unpack *unpack, const char *member, const char *encoding,
                  struct error *error)
{
    unpack->has_sheet = unpack->kind->convert != NULL;
    if (unpack->has_sheet)
        return unpack->kind->convert(unpack, member, encoding, error);
    if (!unpack->kind->support) {
        raw_input_rewind(unpack->raw, (struct text){0});
        unpack->gunzip = gunzip_new(unpack->raw, error);
        return unpack->gunzip != NULL;
    }
    if (!archive_library_load(&unpack->library, error) || !start(unpack, error))
        return false;
    if (unpack->kind->is_archive)
        return find_member(unpack, member, error);
    struct archive_entry *entry;
    enum step step = next_entry(unpack, &entry, error);
    unpack->is_ended = step == STEP_END;
    return step != STEP_ERROR;
}

struct unpack *unpack_open(struct raw_input *raw, struct text head, const char *member,
                           const char *encoding, struct error *error)
{
    struct unpack *unpack = xcalloc(1, sizeof *unpack);
    unpack->raw = raw;
    unpack->kind = recognise(head);
    if (begin(unpack, member, encoding, error))
        return unpack;
    unpack_close(unpack);
    return NULL;
}

void unpack_close(struct unpack *unpack)
{
    if (!unpack)
        return;
    stop(unpack);
    gunzip_free(unpack->gunzip);
    buffer_release(&unpack->sheet);
    buffer_release(&unpack->note);
    error_release(&unpack->failure);
    free(unpack);
}

bool unpack_is_table(const struct unpack *unpack)
{
    return unpack->has_sheet;
}

const char *unpack_note(const struct unpack *unpack)
{
    return unpack->note.length ? unpack->note.data : "";
}

/* archive_read_data() would drop the blocks that it holds if the next one is damaged. */
static bool next_block(struct unpack *unpack, struct error *error)
{
    const void *bytes;
    la_int64_t offset;
    int status;
    do
        status = unpack->library.archive_read_data_block(unpack->archive, &bytes,
                                                         &unpack->pending.length, &offset);
    while (status == ARCHIVE_RETRY || (status == ARCHIVE_OK && !unpack->pending.length));
    unpack->pending.data = bytes;
    unpack->is_ended = status == ARCHIVE_EOF;
    if (status == ARCHIVE_OK)
        return true;
    unpack->pending.length = 0;
    return status == ARCHIVE_EOF || refuse_damage(unpack, error);
}

static ssize_t next_of_sheet(struct unpack *unpack, char *to, size_t size, struct error *error)
{
    size_t left = unpack->sheet.length - unpack->given;
    if (!left && unpack->is_cut)
        return error_set(error, "ends within its table, so rows may be missing behind those that "
                                "were read; download it again") -
               1;
    size = size < left ? size : left;
    if (size)
        memcpy(to, unpack->sheet.data + unpack->given, size);
    unpack->given += size;
    return (ssize_t)size;
}

ssize_t unpack_next(struct unpack *unpack, char *to, size_t size, struct error *error)
{
    if (unpack->has_sheet)
        return next_of_sheet(unpack, to, size, error);
    if (unpack->gunzip)
        return gunzip_next(unpack->gunzip, to, size, error);
    if (!unpack->pending.length && !unpack->is_ended && !next_block(unpack, error))
        return -1;
    struct text *pending = &unpack->pending;
    size = size < pending->length ? size : pending->length;
    if (!size)
        return 0;
    memcpy(to, pending->data, size);
    *pending = (struct text){pending->data + size, pending->length - size};
    return (ssize_t)size;
}
