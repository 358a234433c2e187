/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Transcripts of the two CSV readers, csv_read() and the splitter, for comparison: each record with
 * its line and the length and bytes of its fields, and how the reading ended.
 */
#ifndef TRADESCOPE_TESTS_CSV_READERS_H
#define TRADESCOPE_TESTS_CSV_READERS_H

#include "base/buffer.h"
#include "data/csv/csv_split.h"

#include <stdlib.h>

struct csv_transcript {
    struct buffer text;
    size_t records_left; /* the handler stops after this number */
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

/* Reads the record that starts there, with room for all of its fields. */
static inline bool split_record(struct csv_splitter *splitter, struct csv_record *record)
{
    size_t start = splitter->at;
    record->line = splitter->line;
    bool is_closed = csv_splitter_take(splitter);
    if (is_closed && splitter->count > splitter->room) {
        splitter->room = splitter->count;
        splitter->fields =
            xreallocarray(splitter->fields, splitter->room, sizeof *splitter->fields);
        splitter->line = record->line;
        csv_splitter_start(splitter, start);
        csv_splitter_take(splitter);
    }
    record->fields = splitter->fields;
    record->count = splitter->count;
    return is_closed;
}

/*
 * Reads records with as many fields as the last one, while they can be taken together. Returns
 * false to stop.
 */
static inline bool split_even(struct csv_splitter *splitter, struct csv_transcript *transcript)
{
    enum { MOST = 3 };
    struct csv_splitter together = *splitter;
    size_t width = together.room = splitter->count, count = MOST;
    uint32_t starts[MOST];
    bool goes_on = true;
    together.fields = xcalloc(MOST * width + CSV_FIELDS_BEHIND, sizeof *together.fields);
    while (goes_on && count == MOST) {
        size_t line = together.line;
        count = csv_splitter_take_even(&together, SIZE_MAX, MOST, starts);
        for (size_t i = 0; goes_on && i < count; i++)
            goes_on = transcribe_record(
                transcript, &(struct csv_record){together.fields + i * width, width, line + i});
    }
    free(together.fields);
    splitter->at = together.at;
    splitter->line = together.line;
    splitter->ends = together.ends;
    return goes_on;
}

/* As csv_read(), with the splitter. */
static inline bool split_all(struct csv_splitter *splitter, struct csv_transcript *transcript,
                             size_t *error_line, struct error *error)
{
    bool goes_on = true, is_closed = true;
    splitter->line = 1;
    csv_splitter_start(splitter, 0);
    while (goes_on && csv_splitter_seek(splitter, SIZE_MAX)) {
        struct csv_record record = {0};
        is_closed = split_record(splitter, &record);
        goes_on =
            is_closed && transcribe_record(transcript, &record) && split_even(splitter, transcript);
    }
    *error_line = is_closed ? 0 : splitter->line;
    if (!is_closed)
        csv_refuse_open_quote(error);
    free(splitter->fields);
    return is_closed;
}

static inline bool is_split_as(const struct buffer *expected, struct text bytes, char separator,
                               size_t records, bool is_portable)
{
    struct csv_transcript transcript = {.records_left = records};
    struct arena copies = {0};
    struct csv_splitter splitter = {
        .bytes = bytes, .separator = separator, .copies = &copies, .is_portable = is_portable};
    struct error error = {0};
    size_t line = 99;
    bool was_read = split_all(&splitter, &transcript, &line, &error);
    transcribe_end(&transcript, was_read, line, &error);
    bool is_same = text_is_equal(buffer_text(expected), buffer_text(&transcript.text));
    buffer_release(&transcript.text);
    arena_release(&copies);
    return is_same;
}

/* True if both readers agree when they are stopped after `records` records (0: never). */
static inline bool csv_readers_agree(struct text bytes, char separator, size_t records)
{
    struct csv_transcript slow = {.records_left = records};
    struct error error = {0};
    size_t line = 99;
    bool was_read = csv_read(bytes, separator, transcribe_record, &slow, &line, &error);
    transcribe_end(&slow, was_read, line, &error);
    bool agree = is_split_as(&slow.text, bytes, separator, records, false) &&
                 is_split_as(&slow.text, bytes, separator, records, true);
    buffer_release(&slow.text);
    return agree;
}

#endif
