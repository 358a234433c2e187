/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "output.h"

#include "base/complaint.h"
#include "base/text.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Pages and CSV keep their tabs and line ends. */
static void make_visible(struct buffer *out, struct text text)
{
    while (text.length) {
        size_t length = 0;
        while (length < text.length && text.data[length] != '\n' && text.data[length] != '\t')
            length++;
        text_make_visible(out, (struct text){text.data, length}, false);
        if (length < text.length)
            buffer_putc(out, text.data[length++]);
        text = (struct text){text.data + length, text.length - length};
    }
}

static bool write_piece(void *context, struct text piece)
{
    struct output *output = context;
    if (output->is_exact && !isatty(STDOUT_FILENO))
        return fwrite(piece.data, 1, piece.length, stdout) == piece.length;
    struct buffer visible = {0};
    make_visible(&visible, piece);
    output->was_changed = output->was_changed || !text_is_equal(piece, buffer_text(&visible));
    bool is_written = fwrite(visible.data, 1, visible.length, stdout) == visible.length;
    int reason = errno;
    buffer_release(&visible);
    errno = reason;
    return is_written;
}

static bool fail(int reason)
{
    complain("tradescope: cannot write to standard output: %s", strerror(reason));
    return false;
}

struct sink output_sink(struct output *output)
{
    return (struct sink){.take = write_piece, .context = output};
}

struct sink *output_open(struct output *output, struct error *error)
{
    struct stat status;
    enum atomic_use use = output->replaces ? ATOMIC_REPLACE : ATOMIC_NEW;
    output->sink = output_sink(output);
    if (!output->path)
        return &output->sink;
    if (!output->replaces && lstat(output->path, &status) == 0) {
        error_set_misuse(error, "%s exists; --force replaces it", output->path);
        return NULL;
    }
    return atomic_file_open(&output->file, output->path, use, error) ? &output->file.out : NULL;
}

bool output_close(struct output *output, struct error *error)
{
    return output->path ? atomic_file_publish(&output->file, error) : output_finish(&output->sink);
}

bool output_flush(void)
{
    return (fflush(stdout) == 0 && !ferror(stdout)) || fail(errno);
}

bool output_finish(struct sink *out)
{
    const struct output *output = out->context;
    if (!sink_finish(out))
        return fail(out->reason);
    if (!output_flush())
        return false;
    if (output->is_exact && output->was_changed)
        complain("tradescope: control characters are shown as signs on a terminal; a file or a "
                 "pipe gets the bytes as they are");
    return true;
}

bool output_put(struct buffer *text, bool is_exact)
{
    struct output output = {.is_exact = is_exact};
    struct sink out = output_sink(&output);
    out.text = *text;
    *text = (struct buffer){0};
    return output_finish(&out);
}
