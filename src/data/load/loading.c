/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Workers read the parts of the file (chunk_queue.h). The owner takes the batches in the order of
 * the parts. Each batch states where its last record ended; if the next batch started elsewhere,
 * its guess was wrong, and the range between is read again. So the rows are the same as if the file
 * had been read sequentially, whatever the number of workers and the size of the parts; wrong
 * guesses only cost time.
 *
 * No record may pull more than some megabytes into memory before the owner has confirmed it.
 */
#include "config.h"

#include "data/load/loading.h"

#include "base/array.h"
#include "base/parallel.h"
#include "base/event.h"
#include "data/io/charset_guess.h"
#include "data/load/commit.h"
#include "data/load/head.h"
#include "data/load/header_check.h"
#include "data/load/chunk_queue.h"
#include "data/io/input_source.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#define PART_SIZE ((size_t)512 * 1024)
#define GUESSED_BYTES ((size_t)64 * 1024) /* of a file, that tell its encoding */

struct loading {
    struct dataset *dataset;
    struct load_options options;
    struct head_reader *head; /* NULL once the type of the file is known */
    struct load_plan plan;
    struct commit commit;
    struct chunk_queue *queue; /* NULL if there is nothing to read */
    uint64_t expected;         /* offset of the next record */
    uint64_t size;             /* of the file; 0 if unknown */
    uint64_t arrived;          /* bytes of the file when the last batch ended with BATCH_DRY */
    bool is_complete;
    int wakeup;
    struct timespec started, ended;
};

/* --- the owner --- */

/* Notes that the encoding is a guess, and what else it may be. */
static void tell_guess(struct dataset *dataset)
{
    char bytes[GUESSED_BYTES];
    struct error error = {0};
    struct buffer name = {0};
    ssize_t got = input_source_read(dataset->source, 0, bytes, sizeof bytes, &error);
    if (got > 0)
        charset_guess(&name, (struct text){bytes, (size_t)got});
    bool is_usual = !name.length || strcmp(name.data, "WINDOWS-1252") == 0 ||
                    strncmp(name.data, "ISO-8859-1", strlen("ISO-8859-1")) == 0;
    if (is_usual)
        problem_add(&dataset->notes, dataset->path, 0, 0,
                    "text that is not UTF-8 is read as Windows-1252, which is a guess; if its "
                    "letters look wrong, name another encoding with --encoding");
    else
        problem_add(&dataset->notes, dataset->path, 0, 0,
                    "text that is not UTF-8 is read as Windows-1252, which is a guess; it may be "
                    "%s, and --encoding=%s reads it so",
                    name.data, name.data);
    buffer_release(&name);
    error_release(&error);
}

static void complete(struct loading *loading)
{
    passed_tell(loading->dataset->passed, loading->dataset->path, &loading->dataset->notes);
    if (loading->dataset->encoding == ENCODING_CP1252)
        tell_guess(loading->dataset);
    memset(loading->dataset->passed, 0, sizeof loading->dataset->passed);
    loading->is_complete = true;
    event_send(loading->wakeup);
    clock_gettime(CLOCK_MONOTONIC, &loading->ended);
    head_reader_free(loading->head);
    loading->head = NULL;
    if (loading->queue)
        chunk_queue_stop(loading->queue);
}

/* Ends early. The rows stay, and the reason becomes a problem. */
static void end_with(struct loading *loading, size_t line, const char *reason)
{
    struct dataset *dataset = loading->dataset;
    problem_add(&dataset->problems, dataset->path, line, 0, "%s", reason);
    dataset->is_cut = true;
    complete(loading);
}

static void end_without_memory(struct loading *loading)
{
    struct buffer reason = {0};
    buffer_printf(&reason, "out of memory after %zu rows; the rest of the file is left out",
                  table_row_count(loading->dataset->table));
    end_with(loading, 0, reason.data);
    buffer_release(&reason);
}

static void end_at_long_record(struct loading *loading)
{
    struct buffer reason = {0};
    buffer_printf(&reason,
                  "the record that starts here has more than %zu MiB, so the rest of the file is "
                  "left out; close its quotes or its line",
                  LONGEST_RECORD >> 20);
    end_with(loading, loading->commit.line, reason.data);
    buffer_release(&reason);
}

/* Records of one text behind the last row are footnotes, whatever their content. */
static void take_footnotes(struct dataset *dataset)
{
    struct problem_list *problems = &dataset->problems;
    size_t rows = table_row_count(dataset->table);
    size_t last = rows ? table_line(dataset->table, rows - 1) : 0;
    while (last && problems->count && problems->items[problems->count - 1].may_be_footnote &&
           problems->items[problems->count - 1].line > last) {
        size_t line = problems->items[problems->count - 1].line;
        problem_list_truncate(problems, problems->count - 1);
        dataset->unread -= dataset->unread > 0;
        dataset->passed[PASSED_FOOTNOTE].count++;
        if (!dataset->passed[PASSED_FOOTNOTE].line || dataset->passed[PASSED_FOOTNOTE].line > line)
            dataset->passed[PASSED_FOOTNOTE].line = line;
    }
}

static void end_of_file(struct loading *loading)
{
    struct error reason = {0};
    take_footnotes(loading->dataset);
    dataset_refuse_nothing(loading->dataset);
    if (input_source_is_unchanged(loading->plan.source, &reason))
        complete(loading);
    else
        end_with(loading, 0, reason.text);
    error_release(&reason);
}

/* Takes a batch that starts where the last one ended. */
static void take_batch(struct loading *loading, const struct chunk_result *result)
{
    struct batch *batch = result->batch;
    size_t line = loading->commit.line;
    if (!commit_take(&loading->commit, result->code_merge, batch, loading->size)) {
        end_without_memory(loading);
        return;
    }
    loading->expected = batch->end;
    loading->arrived = batch->how == BATCH_DRY ? batch->arrived : 0;
    if (batch->how == BATCH_LAST)
        end_of_file(loading);
    else if (batch->how == BATCH_BROKEN)
        end_with(loading, batch->error_line ? line + batch->error_line - 1 : 0, batch->error);
    else if (batch->how == BATCH_CUT && result->is_again)
        end_at_long_record(loading);
}

static void take_again(struct loading *loading, struct chunk_result *result)
{
    code_merge_learn(result->code_merge, result->batch);
    take_batch(loading, result);
}

/* Takes the batch of a part if it fits, and requests what is missing of the part. */
static void take_part(struct loading *loading, struct chunk_result *part)
{
    if (part->is_found) {
        code_merge_learn(part->code_merge, part->batch);
        if (part->batch->start == loading->expected)
            take_batch(loading, part);
        part->is_found = false;
    }
    if (loading->is_complete)
        return;
    if (loading->expected < part->limit)
        chunk_queue_read_again(loading->queue, loading->expected, part->limit, loading->arrived);
    else
        chunk_queue_release(loading->queue);
}

/* Takes one result. Returns false if there is none yet. */
static bool step(struct loading *loading)
{
    struct chunk_result *result = chunk_queue_result(loading->queue, loading->expected);
    if (!result)
        return chunk_queue_read_behind(loading->queue, loading->expected);
    if (result->is_again)
        take_again(loading, result);
    else
        take_part(loading, result);
    return true;
}

/* --- the head --- */

/* Says which table of a file with several was chosen, or which encoding was guessed. */
static void tell_choice(struct dataset *dataset)
{
    const char *note = input_source_note(dataset->source);
    if (note[0])
        problem_add(&dataset->notes, dataset->path, 0, 0, "%s", note);
}

/* Chooses the mapping. If the file cannot be loaded, adds a problem and returns false. */
static bool find_mapping(struct loading *loading, struct head **head)
{
    struct dataset *dataset = loading->dataset;
    struct error error = {0};
    size_t line = 0;
    mapper *map = loading->options.map ? loading->options.map : map_claims;
    bool is_mapped = head_reader_take(loading->head, head, &line, &error) &&
                     map(&(*head)->file, loading->options.context, &dataset->mapping, &error);
    dataset->separator = (*head)->file.separator;
    dataset->encoding = (*head)->encoding;
    dataset->form = dataset->mapping.form;
    if (is_mapped) {
        tell_choice(dataset);
        head_tell(*head, &dataset->mapping, &dataset->notes);
        problem_list_append(&dataset->notes, &dataset->mapping.decisions, 0);
    }
    dataset->is_unreadable = !is_mapped;
    if (!is_mapped)
        problem_add(&dataset->problems, dataset->path, line, 0, "%s", error.text);
    else if (dataset->mapping.header_records)
        header_check(&dataset->mapping, &(*head)->file.records[dataset->mapping.header_number],
                     dataset->path, &dataset->problems);
    if (!is_mapped)
        mapping_release(&dataset->mapping);
    error_release(&error);
    return is_mapped;
}

/* Start with an empty table; no field is mapped to a column yet. */
static void renew_table(struct dataset *dataset)
{
    if (dataset->table)
        table_free(dataset->table);
    word_meanings_release(&dataset->meanings);
    dataset->table = table_new();
    for (enum field field = 0; field < FIELD_COUNT; field++)
        dataset->column[field] = NO_COLUMN;
}

static void start_reading(struct loading *loading, const struct head *head)
{
    struct dataset *dataset = loading->dataset;
    const struct load_options *options = &loading->options;
    size_t header = dataset->mapping.header_records;
    bool has_header = header && header <= head->file.count;
    renew_table(dataset);
    loading->plan = (struct load_plan){
        .source = dataset->source, .path = dataset->path, .separator = dataset->separator};
    load_plan_init(&loading->plan, &dataset->mapping);
    commit_start(&loading->commit, dataset, &loading->plan, has_header ? head->ends[header - 1] : 0,
                 has_header ? head->lines[header - 1] : 1);
    loading->expected = loading->commit.first;
    if (!input_source_size(dataset->source, &loading->size))
        loading->size = 0; /* an estimate from the bytes so far would be wrong */
    loading->queue = chunk_queue_new(&loading->plan, loading->expected, loading->size,
                                     options->part_size ? options->part_size : PART_SIZE,
                                     options->threads ? options->threads : parallel_processors(),
                                     loading->wakeup);
}

/* No one else uses the dataset yet, except to show what it waits for. */
static void move_beside(struct loading *loading)
{
    struct dataset *beside = loading->options.beside;
    if (!beside || loading->dataset->form == FORM_CLAIMS)
        return;
    *beside = *loading->dataset;
    *loading->dataset = (struct dataset){0};
    loading->dataset = beside;
}

/* Takes the head if it was read. Returns false if it is still awaited. */
static bool take_head(struct loading *loading)
{
    struct head *head;
    if (!head_reader_is_done(loading->head))
        return false;
    clock_gettime(CLOCK_MONOTONIC, &loading->started);
    bool is_mapped = find_mapping(loading, &head);
    move_beside(loading);
    if (is_mapped) {
        start_reading(loading, head);
        head_reader_free(loading->head);
        loading->head = NULL;
    } else {
        complete(loading);
    }
    return true;
}

static double seconds_between(const struct timespec *from, const struct timespec *to)
{
    return (double)(to->tv_sec - from->tv_sec) + (double)(to->tv_nsec - from->tv_nsec) / 1e9;
}

static double seconds_since(const struct timespec *from)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return seconds_between(from, &now);
}

bool loading_absorb(struct loading *loading, int milliseconds)
{
    struct timespec start;
    double wanted = milliseconds / 1000.0, left = wanted;
    clock_gettime(CLOCK_MONOTONIC, &start);
    while (!loading->is_complete) {
        bool has_stepped =
            loading->head ? take_head(loading) : step(loading) || chunk_queue_work(loading->queue);
        left = wanted - seconds_since(&start);
        if (left <= 0 && (!has_stepped || milliseconds)) {
            if (has_stepped) /* there may be more results, whose event was consumed by the last wait
                              */
                event_send(loading->wakeup);
            break;
        }
        if (!has_stepped)
            event_await(loading->wakeup, left);
    }
    return !loading->is_complete;
}

/* --- start and end --- */

static void init(struct dataset *dataset, const char *path)
{
    *dataset = (struct dataset){.path = xstrdup(path), .separator = ','};
    renew_table(dataset);
}

static struct loading *start(struct dataset *dataset, struct input_source *source,
                             struct error *error, const struct load_options *options)
{
    struct loading *loading = xcalloc(1, sizeof *loading);
    loading->dataset = dataset;
    loading->wakeup = event_open();
    clock_gettime(CLOCK_MONOTONIC, &loading->started);
    if (options)
        loading->options = *options;
    dataset->source = source;
    commit_add_absent(dataset);
    if (source) {
        loading->head =
            head_reader_new(dataset->path, source, loading->options.separator, loading->wakeup);
        take_head(loading);
    } else {
        problem_add(&dataset->problems, dataset->path, 0, 0, "%s", error->text);
        dataset->is_unreadable = true;
        complete(loading);
    }
    error_release(error);
    return loading;
}

struct loading *loading_start(struct dataset *dataset, const char *path,
                              const struct load_options *options)
{
    struct error error = {0};
    init(dataset, path);
    struct input_source *source = options && options->encoding
                                      ? input_source_open_as(path, options->encoding, &error)
                                      : input_source_open(path, &error);
    return start(dataset, source, &error, options);
}

struct loading *loading_start_bytes(struct dataset *dataset, const char *path, struct buffer *bytes,
                                    const struct load_options *options)
{
    struct error error = {0};
    init(dataset, path);
    return start(dataset, input_source_from_memory(bytes, &error), &error, options);
}

struct load_progress loading_progress(const struct loading *loading)
{
    struct load_progress progress = {
        .rows = table_row_count(loading->dataset->table),
        .bytes = loading->expected,
        .bytes_all = loading->size,
        .seconds = loading->is_complete ? seconds_between(&loading->started, &loading->ended)
                                        : seconds_since(&loading->started),
        .has_head = !loading->head,
        .is_complete = loading->is_complete};
    if (loading->dataset->source && !loading->size) {
        struct input_source_progress source = input_source_progress(loading->dataset->source);
        progress.bytes = source.read;
        progress.bytes_all = source.all;
    }
    return progress;
}

int loading_descriptor(const struct loading *loading)
{
    return loading->wakeup;
}

void loading_stop(struct loading *loading)
{
    if (loading->head)
        end_with(loading, 0,
                 "reading was stopped before it said anything; open it again when it does");
    else if (!loading->is_complete)
        end_with(loading, loading->commit.line,
                 "reading was stopped here; the rest of the file is left out");
}

void loading_end(struct loading *loading)
{
    if (!loading)
        return;
    loading_stop(loading);
    chunk_queue_free(loading->queue, &loading->dataset->table->texts);
    close(loading->wakeup);
    commit_release(&loading->commit);
    load_plan_release(&loading->plan);
    free(loading);
}

static void load_all(struct loading *loading)
{
    while (loading_absorb(loading, 1000)) {
    }
    loading_end(loading);
}

void dataset_load(struct dataset *dataset, const char *path, const struct load_options *options)
{
    load_all(loading_start(dataset, path, options));
}

void dataset_load_bytes(struct dataset *dataset, const char *path, struct buffer *bytes,
                        const struct load_options *options)
{
    load_all(loading_start_bytes(dataset, path, bytes, options));
}
