/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the two readers of CSV, csv_read() and csv_split(), make of the same bytes, written down so
 * that it can be compared: every record with its line and the length and bytes of its fields, and
 * how it ends.
 */
#ifndef TRADESCOPE_TESTS_CSV_READERS_H
#define TRADESCOPE_TESTS_CSV_READERS_H

#include "base/buffer.h"
#include "data/csv_split.h"

struct csv_transcript {
    struct buffer text;
    size_t records_left; /* the handler stops at the last of them */
};

static inline void transcript_put(struct buffer *out, size_t number)
{
    buffer_append(out, (const char *)&number, sizeof number);
}

static inline bool transcribe_record(void *context, const struct csv_record *record)
{
    struct csv_transcript *transcript = context;
    transcript_put(&transcript->text, record->line);
    transcript_put(&transcript->text, record->count);
    for (size_t i = 0; i < record->count; i++) {
        transcript_put(&transcript->text, record->fields[i].length);
        buffer_append_text(&transcript->text, record->fields[i]);
    }
    return --transcript->records_left > 0;
}

static inline void transcribe_end(struct csv_transcript *transcript, bool was_read, size_t line,
                                  struct error *error)
{
    buffer_puts(&transcript->text, was_read ? "read" : "refused: ");
    transcript_put(&transcript->text, line);
    if (error->text)
        buffer_puts(&transcript->text, error->text);
    error_release(error);
}

/* Whether both readers agree, when they are stopped after so many records (0: never). */
static inline bool csv_readers_agree(struct text bytes, char separator, size_t records)
{
    struct csv_transcript slow = {.records_left = records}, fast = {.records_left = records};
    struct error error = {0};
    struct arena copies = {0};
    size_t line = 99;
    bool was_read = csv_read(bytes, separator, transcribe_record, &slow, &line, &error);
    transcribe_end(&slow, was_read, line, &error);
    line = 99;
    was_read = csv_split(bytes, separator, &copies, transcribe_record, &fast, &line, &error);
    transcribe_end(&fast, was_read, line, &error);
    bool agree = text_is_equal(buffer_text(&slow.text), buffer_text(&fast.text));
    buffer_release(&slow.text);
    buffer_release(&fast.text);
    arena_release(&copies);
    return agree;
}

#endif
