/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/sink.h"

#include <errno.h>

#define SINK_BLOCK ((size_t)64 * 1024)

static void hand_on(struct sink *sink)
{
    if (!sink->has_failed && sink->text.length) {
        sink->has_failed = !sink->take(sink->context, buffer_text(&sink->text));
        if (sink->has_failed)
            sink->reason = errno;
        else
            sink->taken += sink->text.length;
    }
    buffer_truncate(&sink->text, 0);
}

bool sink_pass(struct sink *sink)
{
    if (sink->text.length >= SINK_BLOCK)
        hand_on(sink);
    return !sink->has_failed;
}

bool sink_finish(struct sink *sink)
{
    hand_on(sink);
    buffer_release(&sink->text);
    return !sink->has_failed;
}
