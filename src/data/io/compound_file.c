/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/io/compound_file.h"

#include "base/array.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define HEADER_SIZE ((size_t)512)
#define ENTRY_SIZE ((size_t)128) /* of the directory */
#define LAST_SECTOR 0xFFFFFFFAu  /* above it are marks */
#define LISTED_IN_HEADER ((size_t)109)

/* Offsets in the header and in an entry of the directory. */
enum {
    AT_SECTOR_SHIFT = 30,
    AT_DIRECTORY = 48,
    AT_SMALLEST = 56,
    AT_MORE_LISTS = 68,
    AT_LIST = 76,
    ENTRY_NAME_SIZE = 64,
    ENTRY_START = 116,
    ENTRY_LENGTH = 120,
};

struct file {
    unsigned char *bytes;
    size_t length, sector_size, sector_count;
    uint32_t *table; /* owned: the sector that follows each */
};

static uint32_t number_at(const unsigned char *bytes)
{
    return (uint32_t)bytes[0] | (uint32_t)bytes[1] << 8 | (uint32_t)bytes[2] << 16 |
           (uint32_t)bytes[3] << 24;
}

static unsigned char *sector_at(const struct file *file, uint32_t sector)
{
    return sector < file->sector_count ? file->bytes + (sector + 1) * file->sector_size : NULL;
}

/* Copies the part of the table that a sector holds. */
static bool add_part(struct file *file, uint32_t sector, size_t *known)
{
    const unsigned char *bytes = sector_at(file, sector);
    for (size_t i = 0; bytes && i < file->sector_size / 4 && *known < file->sector_count; i++)
        file->table[(*known)++] = number_at(bytes + 4 * i);
    return bytes != NULL;
}

/* The header lists the first sectors of the table; the others are listed in sectors of their own.
 */
static bool read_table(struct file *file)
{
    size_t known = 0, per_sector = file->sector_size / 4 - 1;
    for (size_t i = 0; i < LISTED_IN_HEADER && known < file->sector_count; i++) {
        uint32_t sector = number_at(file->bytes + AT_LIST + 4 * i);
        if (sector > LAST_SECTOR)
            break;
        if (!add_part(file, sector, &known))
            return false;
    }
    uint32_t list = number_at(file->bytes + AT_MORE_LISTS);
    for (size_t lists = 0; known < file->sector_count && list <= LAST_SECTOR; lists++) {
        const unsigned char *bytes = sector_at(file, list);
        if (!bytes || lists > file->sector_count)
            return false;
        for (size_t i = 0; i < per_sector && known < file->sector_count; i++)
            if (number_at(bytes + 4 * i) <= LAST_SECTOR &&
                !add_part(file, number_at(bytes + 4 * i), &known))
                return false;
        list = number_at(bytes + 4 * per_sector);
    }
    while (known < file->sector_count)
        file->table[known++] = UINT32_MAX;
    return true;
}

/* Follows a chain. Returns false if it leaves the file or has a circle. */
static bool follow(const struct file *file, uint32_t sector, struct compound_stream *stream)
{
    stream->count = 0;
    for (; sector <= LAST_SECTOR; sector = file->table[sector]) {
        if (sector >= file->sector_count || stream->count >= file->sector_count)
            return false;
        ARRAY_RESERVE(stream->sectors, stream->count + 1, stream->capacity);
        stream->sectors[stream->count++] = (sector + 1) * file->sector_size;
    }
    return stream->count > 0;
}

/* Names are in UTF-16. */
static bool is_named(const unsigned char *entry, const char *name)
{
    size_t length = strlen(name);
    if ((size_t)(entry[ENTRY_NAME_SIZE] | entry[ENTRY_NAME_SIZE + 1] << 8) != 2 * (length + 1))
        return false;
    for (size_t i = 0; i < length; i++)
        if (entry[2 * i] != (unsigned char)name[i] || entry[2 * i + 1])
            return false;
    return true;
}

static bool find_entry(const struct file *file, struct compound_stream *stream)
{
    if (!follow(file, number_at(file->bytes + AT_DIRECTORY), stream))
        return false;
    for (size_t i = 0; i < stream->count; i++)
        for (size_t at = 0; at + ENTRY_SIZE <= file->sector_size; at += ENTRY_SIZE) {
            const unsigned char *entry = file->bytes + stream->sectors[i] + at;
            if (!is_named(entry, "Workbook") && !is_named(entry, "Book"))
                continue;
            stream->size = number_at(entry + ENTRY_LENGTH);
            return stream->size >= number_at(file->bytes + AT_SMALLEST) &&
                   follow(file, number_at(entry + ENTRY_START), stream) &&
                   stream->size <= stream->count * file->sector_size;
        }
    return false;
}

bool compound_stream_find(struct buffer *bytes, struct compound_stream *stream)
{
    struct file file = {.bytes = (unsigned char *)bytes->data, .length = bytes->length};
    if (file.length < HEADER_SIZE || file.bytes[AT_SECTOR_SHIFT + 1] ||
        (file.bytes[AT_SECTOR_SHIFT] != 9 && file.bytes[AT_SECTOR_SHIFT] != 12))
        return false;
    file.sector_size = (size_t)1 << file.bytes[AT_SECTOR_SHIFT];
    file.sector_count = file.length / file.sector_size;
    file.sector_count -= file.sector_count > 0; /* the header takes the first */
    file.table = xcalloc(file.sector_count + 1, sizeof *file.table);
    stream->bytes = file.bytes;
    stream->sector_size = file.sector_size;
    bool is_found = read_table(&file) && find_entry(&file, stream);
    free(file.table);
    return is_found;
}

unsigned char *compound_stream_at(const struct compound_stream *stream, size_t place)
{
    return stream->bytes + stream->sectors[place / stream->sector_size] +
           place % stream->sector_size;
}

void compound_stream_release(struct compound_stream *stream)
{
    free(stream->sectors);
    *stream = (struct compound_stream){0};
}
